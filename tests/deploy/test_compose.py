"""The compose file, started for real: Kafka, topics, two workers, sample pages, Prometheus with its rules.

Where no registry answers, Kafka and Prometheus are stand-ins of the same names (from Kafka's jars and Debian's Prometheus), and
Grafana is left out: there is nothing to make it from. Where one answers, it is the file as it stands.
"""

from __future__ import annotations

import json
import shlex
import subprocess
import time
from urllib.parse import urlencode

import pytest
import yaml
from engine import HERE, ROOT, fetch, list_commands, run, stretch

pytestmark = pytest.mark.timeout(590)
PROJECT = "wiredesk-test"
DESK_SECONDS = 60
FILE = ROOT / "docker/compose.yaml"


def find_compose():
    for command in (["docker", "compose"], ["docker-compose"]):
        try:
            if subprocess.run([*command, "version"], check=False, capture_output=True).returncode == 0:
                return command
        except FileNotFoundError:
            continue
    return None


def compose(*arguments, seconds=300):
    return run(*find_compose(), "-p", PROJECT, "-f", str(FILE), "--profile", "pages", *arguments, seconds=seconds)


def ask(expression):
    answer = fetch(f"http://127.0.0.1:9090/api/v1/query?{urlencode({'query': expression})}")
    return [float(one["value"][1]) for one in json.loads(answer)["data"]["result"]] if answer else []


@pytest.fixture(scope="module")
def services(engine, image, jars):
    """Start the desk; gives the names of what was started, and the seconds it took until stories came."""
    del engine
    if find_compose() is None:
        pytest.skip("no docker compose to test with")
    said = yaml.safe_load(FILE.read_text("utf-8"))["services"]
    run("docker", "tag", image, "wiredesk:local")
    run(str(HERE / "kafka-image.sh"), said["kafka"]["image"], str(jars), seconds=580)
    run(str(HERE / "prometheus-image.sh"), said["prometheus"]["image"], seconds=580)
    grafana = subprocess.run(
        ["timeout", "60", "docker", "pull", "-q", said["grafana"]["image"]], check=False, capture_output=True
    )
    names = [name for name in said if name != "grafana" or grafana.returncode == 0]
    start = time.monotonic()
    try:
        compose("up", "-d", *names)
        while not (stories := ask('sum(wiredesk_records_total{topic="wire.stories"}) > 0')):
            assert time.monotonic() - start < stretch(DESK_SECONDS), compose("logs", "--tail", "30")
            time.sleep(0.5)
        assert stories
        yield names, time.monotonic() - start
    finally:
        compose("down", "-v", "--timeout", "15")


def test_it_is_a_desk_in_a_minute(services):
    _, seconds = services
    assert seconds < stretch(DESK_SECONDS)


def test_topics_are_as_planned(services):
    del services
    assert "0 differences" in compose("exec", "-T", "worker", "wiredesk", "topics", "check")
    assert "messages not read" in compose("exec", "-T", "worker", "wiredesk", "lag")


def test_both_workers_are_scraped_and_the_rules_are_loaded(services):
    del services
    end = time.monotonic() + 60
    while sorted(ask("wiredesk_ready")) != [1, 1] and time.monotonic() < end:
        time.sleep(0.5)
    assert sorted(ask("wiredesk_ready")) == [1, 1]
    groups = json.loads(fetch("http://127.0.0.1:9090/api/v1/rules"))["data"]["groups"]
    rules = [rule for group in groups for rule in group["rules"]]
    assert len(rules) > 25
    assert {rule["health"] for rule in rules} <= {"ok", "unknown"}


def test_what_the_documents_run(services):
    names, _ = services
    commands = [one.partition(" -f docker/compose.yaml ")[2] for one in list_commands("docker compose")]
    assert len(commands) > 3
    for command in commands:
        arguments = shlex.split(command)
        if arguments[0] == "exec":
            arguments.insert(1, "-T")
        compose(*arguments, *(names if arguments[0] == "up" else ()))  # all, or all but what cannot be had here
    assert len(compose("ps", "-q", "worker").split()) == 4, "scaled as operations.md has it"


def test_nothing_listens_beyond_this_machine(services):
    names, _ = services
    for name in names:
        for container in compose("ps", "-q", name).split():
            ports = json.loads(run("docker", "inspect", "-f", "{{json .NetworkSettings.Ports}}", container))
            assert {place["HostIp"] for places in ports.values() for place in places or []} <= {"127.0.0.1"}


def test_grafana_shows_the_dashboard(services):
    names, _ = services
    if "grafana" not in names:
        pytest.skip("no registry answers, and there is nothing to make a Grafana from; test_worker.py runs its expressions")
    end = time.monotonic() + 60
    while not (answer := fetch("http://127.0.0.1:3000/api/dashboards/uid/wiredesk")) and time.monotonic() < end:
        time.sleep(1)
    assert json.loads(answer)["dashboard"]["title"] == "wiredesk"
