"""The manifests, as kustomize builds them: fused and staged, each overlay."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from wiredesk import __version__
from wiredesk.edge import app
from wiredesk.edge.settings import PREFIX, STAGES, Settings

ROOT = Path(__file__).parent.parent
STOP_SECONDS = app.DRAIN_SECONDS + app.LEAVE_SECONDS + app.CLOSE_SECONDS
OVERLAYS = ("base", "overlays/staging", "overlays/production")
READS = {"": "RAW", "-clean": "RAW", "-split": "CLEAN", "-enrich": "PARTS"}  # the topic that a Deployment of this suffix reads
BY_THE_PLATFORM = {"SASL_USERNAME", "SASL_PASSWORD", "WORKER_NAME"}  # a Secret, and the name of the pod
RESTRICTED = {"allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True, "capabilities": {"drop": ["ALL"]}}


def build(folder):
    command = ["kubectl", "kustomize"] if shutil.which("kubectl") else ["kustomize", "build"]
    if not shutil.which(command[0]):
        sentence = "neither kubectl nor kustomize is installed: no manifests are built"
        pytest.fail(sentence) if os.environ.get("CI") else pytest.skip(sentence)
    done = subprocess.run([*command, str(folder)], check=True, capture_output=True, text=True, timeout=60)
    return {(one["kind"], one["metadata"]["name"].partition("-settings-")[0]): one for one in yaml.safe_load_all(done.stdout)}


@pytest.fixture(scope="module", params=[(overlay, way) for overlay in OVERLAYS for way in ("fused", "staged")], ids="-".join)
def built(request, tmp_path_factory):
    """Each overlay as it stands, and with a Deployment a stage; under "workers" the suffixes of their names."""
    overlay, way = request.param
    folder = ROOT / "k8s"
    if way == "staged":
        folder = tmp_path_factory.mktemp("staged") / "k8s"
        shutil.copytree(ROOT / "k8s", folder)
        with (folder / overlay / "kustomization.yaml").open("a") as file:
            file.write(f"components: [{'../' * (overlay.count('/') + 1)}components/staged]\n")
    objects = build(folder / overlay)
    return objects | {"workers": [""] if way == "fused" else [f"-{stage}" for stage in STAGES]}


def list_pods(built):
    keys = [("Deployment", f"wiredesk{suffix}") for suffix in built["workers"]] + [("Job", "wiredesk-topics")]
    return [built[key]["spec"]["template"]["spec"] for key in keys]


def read_env(path):
    lines = path.read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and line[0] != "#")


def test_the_config_map_has_every_setting_at_its_default():
    values = read_env(ROOT / "k8s/base/settings.env")
    assert set(values) == {PREFIX + name.upper() for name in Settings.model_fields if name.upper() not in BY_THE_PLATFORM}
    differ = {"WIREDESK_BROKERS", "WIREDESK_HTTP_HOST", "WIREDESK_LOG_FORMAT"}
    for name, field in Settings.model_fields.items():
        default = ",".join(field.default) if isinstance(field.default, tuple) else str(field.default or "")
        if (variable := PREFIX + name.upper()) in values and variable not in differ:
            told = str(field.default) if isinstance(field.default, (bool, int, float)) else default
            assert values[variable] == told, f"k8s/base/settings.env: {variable}={told}"


def test_each_stage_has_a_deployment_or_one_has_all(built):
    kinds = ("Deployment", "ScaledObject", "PodDisruptionBudget")
    found = {key for key in built if key[0] in kinds}
    assert found == {(kind, f"wiredesk{suffix}") for kind in kinds for suffix in built["workers"]}
    for suffix in built["workers"]:
        labels = built["Deployment", f"wiredesk{suffix}"]["spec"]["template"]["metadata"]["labels"]
        for kind in ("Deployment", "PodDisruptionBudget"):
            assert built[kind, f"wiredesk{suffix}"]["spec"]["selector"]["matchLabels"] == labels, "no two select the same pods"
        for kind in ("NetworkPolicy", "PodMonitor"):
            spec = built[kind, "wiredesk"]["spec"]
            assert spec.get("selector", spec.get("podSelector"))["matchLabels"].items() <= labels.items()


def test_settings_reach_the_containers(built, monkeypatch):
    for pod in list_pods(built):
        (container,) = pod["containers"]
        assert [next(iter(source)) for source in container["envFrom"]] == ["configMapRef", "secretRef"]
        assert container["image"] == f"wiredesk:{__version__}"
    for name, value in built["ConfigMap", "wiredesk"]["data"].items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("WIREDESK_SASL_USERNAME", "desk")
    monkeypatch.setenv("WIREDESK_SASL_PASSWORD", "secret")
    for suffix in built["workers"]:
        (container,) = built["Deployment", f"wiredesk{suffix}"]["spec"]["template"]["spec"]["containers"]
        for variable in container["env"]:
            monkeypatch.setenv(variable["name"], variable.get("value", "pod"))
        settings = Settings(_env_file=None)
        assert settings.brokers == built["ConfigMap", "wiredesk"]["data"]["WIREDESK_BROKERS"]
        assert settings.worker_name == "pod"
        assert settings.topology == ("staged" if suffix else "fused")
        assert settings.stages == ((suffix[1:],) if suffix else STAGES)


def test_partitions_are_the_ceiling_of_workers(built):
    settings = built["ConfigMap", "wiredesk"]["data"]
    for suffix in built["workers"]:
        scaled = built["ScaledObject", f"wiredesk{suffix}"]["spec"]
        assert scaled["scaleTargetRef"] == {"name": f"wiredesk{suffix}"}
        assert scaled["maxReplicaCount"] == int(settings["WIREDESK_PARTITIONS"])
        (trigger,) = scaled["triggers"]
        assert trigger["metadata"]["topicFromEnv"] == f"WIREDESK_TOPIC_{READS[suffix]}"
        assert {value for name, value in trigger["metadata"].items() if name.endswith("FromEnv")} <= set(settings)
        assert trigger["metadata"]["allowIdleConsumers"] == "false"


def test_pods_are_restricted_and_have_time_to_drain(built):
    assert built["ServiceAccount", "wiredesk"]["automountServiceAccountToken"] is False
    for pod in list_pods(built):
        (container,) = pod["containers"]
        assert pod["securityContext"]["runAsNonRoot"] is True
        assert pod["securityContext"]["runAsUser"] == 10001
        assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        assert pod["serviceAccountName"] == "wiredesk"
        assert pod["automountServiceAccountToken"] is False
        assert container["securityContext"] == RESTRICTED
        assert container["resources"]["limits"]["memory"]
    for suffix in built["workers"]:
        spec = built["Deployment", f"wiredesk{suffix}"]["spec"]
        pod = spec["template"]["spec"]
        ahead = pod["containers"][0]["lifecycle"]["preStop"]["sleep"]["seconds"]
        assert pod["terminationGracePeriodSeconds"] > ahead + STOP_SECONDS
        assert spec["strategy"]["rollingUpdate"]["maxUnavailable"] == 0


def test_pods_speak_to_kafka_and_names_and_are_scraped(built):
    policy = built["NetworkPolicy", "wiredesk"]["spec"]
    port = built["ConfigMap", "wiredesk"]["data"]["WIREDESK_BROKERS"].rpartition(":")[2]
    assert policy["policyTypes"] == ["Ingress", "Egress"]
    assert sorted(str(p["port"]) for rule in policy["egress"] for p in rule["ports"]) == sorted(["53", "53", port])
    assert [p["port"] for rule in policy["ingress"] for p in rule["ports"]] == ["http"]
    assert all(rule["from"] for rule in policy["ingress"])
    assert all(rule["to"] for rule in policy["egress"])


@pytest.mark.parametrize("overlay", OVERLAYS[1:])
def test_an_overlay_only_holds_what_differs(overlay):
    base = read_env(ROOT / "k8s/base/settings.env")
    folder = ROOT / "k8s" / overlay
    said = yaml.safe_load((folder / "kustomization.yaml").read_text("utf-8"))
    for literal in said["configMapGenerator"][0]["literals"]:
        name, _, value = literal.partition("=")
        assert base[name] != value, f"{name} is the same in the base"
    ours, theirs = build(folder), build(ROOT / "k8s/base")
    for patch in said["patches"]:
        kinds = patch["target"]["kind"].split("|")
        assert all(ours[key]["spec"] != theirs[key]["spec"] for key in theirs if key[0] in kinds)
