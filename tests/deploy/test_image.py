"""The image: what is in it, what is not, and that the same inputs give the same layers."""

from __future__ import annotations

import json

import pytest
from engine import BASE, build_image, run

pytestmark = pytest.mark.timeout(600)
MOST_BYTES = 200_000_000  # over its base


def inspect(image, path):
    return json.loads(run("docker", "inspect", "-f", f"{{{{json .{path}}}}}", image))


def test_the_same_inputs_give_the_same_layers(image):
    again = build_image("wiredesk:again", "--no-cache")
    try:
        assert inspect(again, "RootFS.Layers") == inspect(image, "RootFS.Layers")
    finally:
        run("docker", "rmi", "-f", again)


def test_it_adds_less_than_200_megabytes(image):
    assert inspect(image, "Size") - inspect(BASE, "Size") < MOST_BYTES


def test_it_is_no_root_and_says_what_it_is(image):
    config = inspect(image, "Config")
    assert config["User"] == "10001:10001"
    assert config["Entrypoint"] == ["wiredesk"]
    assert config["Cmd"] == ["worker"]
    assert config["StopSignal"] == "SIGTERM"
    assert config["Healthcheck"]["Test"] == ["CMD", "wiredesk", "health"]
    labels = config["Labels"]
    assert {f"org.opencontainers.image.{name}" for name in ("title", "description", "version", "revision")} <= set(labels)
    assert labels["org.opencontainers.image.version"] == run("docker", "run", "--rm", image, "--version").split()[-1]


def test_it_has_its_bill_of_materials(image):
    text = run(
        "docker",
        "run",
        "--rm",
        "--entrypoint",
        "/opt/wiredesk/bin/python",
        image,
        "-c",
        "print(open('/opt/wiredesk/sbom.cdx.json').read())",
    )
    bill = json.loads(text)
    assert bill["bomFormat"] == "CycloneDX"
    assert {"wiredesk", "faust-streaming", "aiokafka", "lxml"} <= {part["name"] for part in bill["components"]}


def test_no_installer_and_no_compiler_came_along(image):
    names = ("pip", "setuptools", "hatchling", "pytest")
    code = f"import importlib.util as u, shutil; print([n for n in {names} if u.find_spec(n)], shutil.which('gcc'))"
    assert run("docker", "run", "--rm", "--entrypoint", "/opt/wiredesk/bin/python", image, "-c", code) == "[] None"


def test_it_can_trace_and_does_not_load_it(image):
    code = (
        "import importlib.util, sys; import wiredesk.edge.app;"
        "print(bool(importlib.util.find_spec('opentelemetry.exporter.otlp.proto.http')), 'opentelemetry.sdk' in sys.modules)"
    )
    assert run("docker", "run", "--rm", "--entrypoint", "/opt/wiredesk/bin/python", image, "-c", code) == "True False"


def test_it_parses_without_network_and_root_to_write_on(image):
    options = ("--network", "none", "--read-only", "--cap-drop", "ALL", "--user", "10001")
    text = "Boats return\n\nKESTEN, May 9 (AP) - Boats crossed the lake again on Monday, the port said in a report."
    out = run("docker", "run", "--rm", "-i", *options, image, "parse", "-", input=text)
    assert json.loads(out)["stories"][0]["headline"] == "Boats return"
