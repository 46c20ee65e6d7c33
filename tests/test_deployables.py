"""What is deployed agrees with the code and with itself: settings, metrics, rules, runbook, dashboard, compose."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import jsonschema
import prometheus_client
import pytest
import yaml

from wiredesk.edge import app, metrics
from wiredesk.edge.cli import COMMANDS
from wiredesk.edge.settings import PREFIX, Settings

ROOT = Path(__file__).parent.parent
RULES = ROOT / "docker/prometheus/wiredesk.rules.yml"
RUNBOOK = (ROOT / "docs/runbook.md").read_text("utf-8")
COMPOSE = yaml.safe_load((ROOT / "docker/compose.yaml").read_text("utf-8"))
DASHBOARD = json.loads((ROOT / "docker/grafana/wiredesk.json").read_text("utf-8"))
STOP_SECONDS = app.DRAIN_SECONDS + app.LEAVE_SECONDS + app.CLOSE_SECONDS
OTHERS_METRICS = {"process_resident_memory_bytes", "process_start_time_seconds", "process_cpu_seconds_total", "ALERTS"}


def read_groups():
    return yaml.safe_load(RULES.read_text("utf-8"))["groups"]


ALERTS = {rule["alert"]: rule for group in read_groups() for rule in group["rules"] if "alert" in rule}
RECORDED = {rule["record"] for group in read_groups() for rule in group["rules"] if "record" in rule}


def need(command):
    if not shutil.which(command):
        sentence = f"{command} is not installed (Debian and Ubuntu: apt-get install prometheus has promtool)"
        pytest.fail(sentence) if os.environ.get("CI") else pytest.skip(sentence)


def promtool(*arguments):
    need("promtool")
    return subprocess.run(["promtool", *arguments], check=False, capture_output=True, text=True, timeout=60)


def list_metrics():
    names = set()
    for family in prometheus_client.REGISTRY.collect():
        suffixes = {"counter": ("_total",), "histogram": ("_bucket", "_count", "_sum")}.get(family.type, ("",))
        names |= {family.name + suffix for suffix in suffixes}
    return names | OTHERS_METRICS | RECORDED


def list_names(expression):
    bare = re.sub(r"\{[^}]*\}|\[[^\]]*\]|\"[^\"]*\"", " ", expression)
    bare = re.sub(r"\b(by|on|ignoring|group_left|without)\s*\([^)]*\)", " ", bare)
    return {name for name in re.findall(r"[a-zA-Z_:][\w:]*", bare) if "_" in name or ":" in name or name.isupper()} - {
        "histogram_quantile",
        "avg_over_time",
        "count_over_time",
        "group_left",
    }


def list_panels():
    return [panel for panel in DASHBOARD["panels"] if panel["type"] != "row"]


EXPRESSIONS = [target["expr"] for panel in list_panels() for target in panel["targets"]]


# Alerts and rules


def test_the_prometheus_rule_is_the_same_rules():
    manifest = yaml.safe_load((ROOT / "k8s/base/prometheus-rule.yaml").read_text("utf-8"))
    assert manifest["spec"]["groups"] == read_groups(), "run `make rules`"


def test_rules_name_metrics_that_there_are():
    assert metrics.PAGES
    for group in read_groups():
        for rule in group["rules"]:
            assert list_names(rule["expr"]) <= list_metrics(), rule


def test_promtool_takes_the_rules():
    done = promtool("check", "rules", str(RULES))
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_alert_fires_where_it_should_and_not_where_it_should_not():
    done = promtool("test", "rules", str(RULES.parent / "wiredesk.test.yml"))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ALERTS)
def test_an_alert_that_never_fires_is_found_out(tmp_path, name):
    tests = yaml.safe_load((RULES.parent / "wiredesk.test.yml").read_text("utf-8"))
    ours = [test for test in tests["tests"] if test["name"].startswith(f"{name},")]
    series = " ".join(line["series"] for test in ours for line in test["input_series"])
    assert "'bad'" in series
    assert "'good'" in series
    groups = read_groups()
    for group in groups:
        for rule in group["rules"]:
            if rule.get("alert") == name:
                rule["expr"] = f"({rule['expr']}) and on () vector(1) > 2"
    (tmp_path / "wiredesk.rules.yml").write_text(yaml.safe_dump({"groups": groups}))
    (tmp_path / "wiredesk.test.yml").write_text(yaml.safe_dump(tests | {"tests": ours}))
    assert promtool("test", "rules", str(tmp_path / "wiredesk.test.yml")).returncode == 1


def test_every_alert_has_its_section_in_the_runbook():
    sections = re.findall(r"^## (Wiredesk\w+)$", RUNBOOK, re.MULTILINE)
    assert sorted(sections) == sorted(ALERTS)
    for name, rule in ALERTS.items():
        assert rule["annotations"]["runbook"] == f"docs/runbook.md#{name.lower()}"
        assert rule["labels"]["severity"] in {"critical", "warning"}


@pytest.mark.parametrize("name", ALERTS)
def test_a_section_says_what_it_means_what_to_look_at_and_what_to_do(name):
    section = RUNBOOK.partition(f"## {name}\n")[2].partition("\n## ")[0]
    for part in ("**Means**", "**Look**", "**Do**"):
        assert part in section
    assert re.search(r"`[^`]+`|^    \S", section, re.MULTILINE), "no command"


@pytest.mark.parametrize("document", ["runbook.md", "operations.md"])
def test_documents_name_commands_and_settings_that_there_are(document):
    text = (ROOT / "docs" / document).read_text("utf-8")
    assert set(re.findall(r"\bwiredesk ([a-z]+)\b(?=[^\n]*`)", text)) <= set(COMMANDS) | {"worker"}
    known = {PREFIX + name.upper() for name in Settings.model_fields} | {"WIREDESK_VERSION"}
    assert set(re.findall(r"WIREDESK_[A-Z_]+", text)) <= known
    for path in re.findall(r"\]\((?!http|#)([^)#]+)", text):
        assert (ROOT / "docs" / path).exists(), path


# Dashboard


def test_the_dashboard_is_one_that_grafana_takes():
    schema = json.loads((ROOT / "tests/deploy/dashboard.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(DASHBOARD)
    ids = [panel["id"] for panel in DASHBOARD["panels"]]
    assert len(ids) == len(set(ids))
    taken = [
        (x, y)
        for panel in DASHBOARD["panels"]
        for x in range(panel["gridPos"]["x"], panel["gridPos"]["x"] + panel["gridPos"]["w"])
        for y in range(panel["gridPos"]["y"], panel["gridPos"]["y"] + panel["gridPos"]["h"])
    ]
    assert len(taken) == len(set(taken)), "two panels overlap"
    assert max(x for x, _ in taken) == 23


def test_the_dashboard_names_metrics_that_there_are():
    for expression in EXPRESSIONS:
        assert list_names(expression) <= list_metrics(), expression


# Compose


def test_compose_listens_on_this_machine_only():
    for name, service in COMPOSE["services"].items():
        assert all(str(port).startswith("127.0.0.1:") for port in service.get("ports", [])), name
        assert ":latest" not in service["image"]
        assert ":" in service["image"]


def test_compose_sets_what_there_is():
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    assert set(COMPOSE["x-wiredesk"]["environment"]) <= known
    assert int(COMPOSE["services"]["worker"]["stop_grace_period"].rstrip("s")) > STOP_SECONDS
