"""The manifests on a real Kubernetes: strictly validated, rolled out, updated under load, evicted from, fenced in.

Run by `make test-cluster`, which builds the cluster first; it needs Go, containerd, the plugins of CNI, and root.
"""

from __future__ import annotations

import asyncio
import base64
import gzip
import json
import os
import re
import shlex
import shutil
import subprocess
import time
from pathlib import Path
from urllib.parse import urlencode

import broker as kafka
import pytest
import yaml
from broker import find_port
from cluster import GATEWAY, NODE, PAUSE, Cluster
from desk import Desk, check_whole
from engine import ROOT, fetch, list_commands, run

pytestmark = [
    pytest.mark.timeout(500),
    pytest.mark.skipif("WIREDESK_CLUSTER" not in os.environ, reason="no Kubernetes is built here: make test-cluster"),
]
SPACE = "wiredesk-staging"
OVERLAYS = ("staging", "production")
PAUSED = 'FROM scratch\nCOPY catatonit /\nENTRYPOINT ["/catatonit", "-P"]\n'
STOP_SECONDS = 12  # preStop 2, then at most 9
SELECTORS = ("podMonitorSelector", "podMonitorNamespaceSelector", "ruleSelector", "ruleNamespaceSelector")


@pytest.fixture(scope="module")
def cluster(image, tmp_path_factory):
    folder = tmp_path_factory.mktemp("cluster")
    (folder / "pause").mkdir()
    shutil.copy(shutil.which("catatonit"), folder / "pause/catatonit")
    (folder / "pause/Dockerfile").write_text(PAUSED)
    run("docker", "build", "-q", "-t", PAUSE, str(folder / "pause"))
    made = Cluster(Path(os.environ["WIREDESK_CLUSTER"]), folder, (image,))
    made.start_policies()
    for space in (SPACE, "wiredesk-production", "wiredesk-stranger"):
        made.kubectl("create", "namespace", space)
        made.kubectl("label", "namespace", space, "pod-security.kubernetes.io/enforce=restricted")
    for space in ("monitoring", "kafka"):
        made.kubectl("create", "namespace", space)
    yield made
    made.close()


@pytest.fixture(scope="module")
def broker(jars, cluster):
    """A Kafka on this host that pods reach."""
    del jars, cluster
    patch = pytest.MonkeyPatch()
    patch.setattr(kafka.Local, "host", GATEWAY)
    found = kafka.Local()
    yield found
    found.close()
    patch.undo()


def build(tmp_path, settings, *, staged=False):
    """Build staging as an overlay of this desk: its brokers and topics, this image, and brokers beyond the cluster."""
    shutil.copytree(ROOT / "k8s", tmp_path / "k8s")
    if staged:
        with (tmp_path / "k8s/overlays/staging/kustomization.yaml").open("a") as file:
            file.write("components: [../../components/staged]\n")
    ours = tmp_path / "k8s/overlays/test"
    ours.mkdir()
    host, _, port = settings["WIREDESK_BROKERS"].rpartition(":")
    brokers = {"to": [{"ipBlock": {"cidr": f"{host}/32"}}], "ports": [{"protocol": "TCP", "port": int(port)}]}
    text = {
        "resources": ["../staging"],
        "images": [{"name": "wiredesk", "newTag": "test"}],
        "configMapGenerator": [
            {
                "name": "wiredesk-settings",
                "behavior": "merge",
                "literals": [f"{name}={value}" for name, value in settings.items()],
            }
        ],
        "patches": [
            {
                "target": {"kind": "NetworkPolicy"},
                "patch": json.dumps([{"op": "add", "path": "/spec/egress/-", "value": brokers}]),
            }
        ],
    }
    (ours / "kustomization.yaml").write_text(yaml.safe_dump(text))
    return run("kubectl", "kustomize", str(ours))


@pytest.mark.parametrize("way", ["fused", "staged"])
@pytest.mark.parametrize("overlay", OVERLAYS)
def test_the_api_takes_every_field(cluster, overlay, way, tmp_path):
    """KEDA's and the operator's kinds by their own definitions; pods under the restricted standard, which refuses at once."""
    shutil.copytree(ROOT / "k8s", tmp_path / "k8s")
    if way == "staged":
        with (tmp_path / f"k8s/overlays/{overlay}/kustomization.yaml").open("a") as file:
            file.write("components: [../../components/staged]\n")
    text = run("kubectl", "kustomize", str(tmp_path / f"k8s/overlays/{overlay}"))
    said = cluster.kubectl("apply", "--server-side", "--validate=strict", "--dry-run=server", "-f", "-", given=text)
    assert len(said.splitlines()) == len([one for one in yaml.safe_load_all(text) if one])
    assert "Warning" not in said


@pytest.fixture(scope="module")
async def desk(broker, cluster, tmp_path_factory):
    """The desk of staging with as many workers as partitions, rolled out."""
    made = await Desk(broker.address, partitions=2).open()
    settings = {name: value for name, value in made.environment.items() if name.startswith("WIREDESK_")}
    cluster.apply_text(build(tmp_path_factory.mktemp("desk"), settings))
    cluster.kubectl("-n", SPACE, "scale", "deployment/wiredesk", "--replicas=2")
    cluster.kubectl("-n", SPACE, "rollout", "status", "deployment/wiredesk", "--timeout=150s", seconds=160)
    return made


def list_ready(cluster):
    """List the names of the workers that are ready and stay."""
    pods = cluster.get("-n", SPACE, "pods", "-l", "app.kubernetes.io/component=worker")["items"]
    return [
        pod["metadata"]["name"]
        for pod in pods
        if "deletionTimestamp" not in pod["metadata"]
        and any(one["type"] == "Ready" and one["status"] == "True" for one in pod["status"].get("conditions", []))
    ]


def test_the_topics_job_is_done(desk, cluster):
    del desk
    cluster.kubectl("-n", SPACE, "wait", "job/wiredesk-topics", "--for=condition=Complete", "--timeout=60s")


async def test_a_rolling_update_keeps_both_workers_and_loses_nothing(desk, cluster):
    before, fewest, stopping, took = set(list_ready(cluster)), 2, {}, {}
    assert len(before) == 2
    sending = asyncio.create_task(desk.send(range(400), pause=0.1))
    cluster.kubectl("-n", SPACE, "rollout", "restart", "deployment/wiredesk")
    end = time.monotonic() + 200
    while True:
        assert time.monotonic() < end, cluster.kubectl("-n", SPACE, "get", "pods", "-o", "wide")
        pods = (await asyncio.to_thread(cluster.get, "-n", SPACE, "pods", "-l", "app.kubernetes.io/component=worker"))["items"]
        there = {pod["metadata"]["name"] for pod in pods}
        leaving = {pod["metadata"]["name"] for pod in pods if "deletionTimestamp" in pod["metadata"]}
        for name in leaving:
            stopping.setdefault(name, time.monotonic())
        for name in set(stopping) - there - set(took):
            took[name] = time.monotonic() - stopping[name]
        ready = list_ready(cluster)
        fewest = min(fewest, len(ready))
        if len(took) == 2 and len(ready) == 2:
            break
        await asyncio.sleep(0.3)
    assert fewest == 2
    assert set(took) == before
    assert max(took.values()) < STOP_SECONDS
    await sending
    check_whole(await desk.wait_outcomes(400), range(400), once=False)


def evict(cluster, pod):
    body = {"apiVersion": "policy/v1", "kind": "Eviction", "metadata": {"name": pod, "namespace": SPACE}}
    command = ["kubectl", "--kubeconfig", str(cluster.config), "create", "--raw"]
    place = f"/api/v1/namespaces/{SPACE}/pods/{pod}/eviction"
    given = json.dumps(body)
    return subprocess.run([*command, place, "-f", "-"], check=False, capture_output=True, text=True, input=given)


def test_one_worker_may_be_evicted_and_not_the_other(desk, cluster):
    del desk
    first, second = list_ready(cluster)
    assert evict(cluster, first).returncode == 0
    refused = evict(cluster, second)
    assert refused.returncode == 1
    assert "disruption budget" in refused.stderr
    cluster.kubectl("-n", SPACE, "rollout", "status", "deployment/wiredesk", "--timeout=100s", seconds=110)
    assert second in list_ready(cluster)


def test_what_the_documents_run(desk, cluster):
    """Every command of kubectl that looks; those that change are the other tests'."""
    del desk
    changing = re.compile(r"kubectl (rollout|scale|apply|create|logs --previous|top|.*create|diff)|.*--previous$")
    commands = [one for one in list_commands("kubectl") if not changing.match(one)]
    assert len(commands) > 8
    for command in commands:
        told = command.replace("wiredesk-production", SPACE).replace("POD", list_ready(cluster)[0])
        cluster.kubectl(*shlex.split(told)[1:])

    def execute(*arguments):
        return cluster.kubectl("-n", SPACE, "exec", "deploy/wiredesk", "--", *arguments)

    assert "0 messages not read" in execute("wiredesk", "lag")
    assert "/readyz 200" in execute("wiredesk", "health")
    assert "0 differences" in execute("wiredesk", "topics", "check")
    assert "reason" in execute("wiredesk", "spiked", "list")


LISTEN = "import http.server as s; s.HTTPServer(('', 9092), s.BaseHTTPRequestHandler).serve_forever()"
ECHO = "import socket; s = socket.socket(2, 2); s.bind(('', 53)); [s.sendto(*s.recvfrom(9)) for _ in iter(int, 1)]"
CONNECT = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 3)"
ASK = "import socket, sys; s = socket.socket(2, 2); s.settimeout(3); s.sendto(b'?', (sys.argv[1], 53)); s.recv(9)"


def start_stranger(cluster, space, code=LISTEN, labels=None):
    """Start a pod of somebody else's; gives its address once it runs."""
    restricted = {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}, "runAsNonRoot": True}
    secure = {"runAsUser": 0} if code == ECHO else restricted | {"seccompProfile": {"type": "RuntimeDefault"}}
    container = {"name": "stranger", "image": "wiredesk:test", "command": ["python", "-c", code], "securityContext": secure}
    pod = {"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [container]}}
    pod["metadata"] = {"name": "stranger", "namespace": space, "labels": labels or {"app": "stranger"}}
    cluster.apply_text(json.dumps(pod))
    cluster.kubectl("-n", space, "wait", "pod/stranger", "--for=condition=Ready", "--timeout=60s")
    return cluster.get("-n", space, "pod", "stranger")["status"]["podIP"]


def reaches(cluster, pod, code, *arguments):
    """Say whether a pod, given as namespace and name, gets an answer."""
    command = ["kubectl", "--kubeconfig", str(cluster.config), "-n", pod[0], "exec", pod[1], "--", "python", "-c", code]
    return subprocess.run([*command, *map(str, arguments)], check=False, capture_output=True).returncode == 0


def test_pods_reach_kafka_and_names_and_are_scraped_and_nothing_else(desk, cluster, broker):
    port, http = broker.address.rpartition(":")[2], desk.environment.get("WIREDESK_HTTP_PORT", "8080")
    strange, kafka_pod = (start_stranger(cluster, space) for space in ("wiredesk-stranger", "kafka"))
    names = start_stranger(cluster, "kube-system", ECHO, {"k8s-app": "kube-dns"})
    nameless = start_stranger(cluster, "default", ECHO)
    start_stranger(cluster, "monitoring")
    worker, stranger, monitor = (SPACE, list_ready(cluster)[0]), ("wiredesk-stranger", "stranger"), ("monitoring", "stranger")
    address = cluster.get("-n", SPACE, "pod", worker[1])["status"]["podIP"]
    time.sleep(5)  # kube-router takes up new pods within some seconds
    assert reaches(cluster, worker, CONNECT, kafka_pod, 9092), "Kafka, as the base has it"
    assert reaches(cluster, worker, CONNECT, GATEWAY, port), "Kafka beyond the cluster, as an overlay adds it"
    assert reaches(cluster, worker, ASK, names), "names"
    assert reaches(cluster, monitor, CONNECT, address, http), "the scrape"
    assert reaches(cluster, stranger, CONNECT, GATEWAY, port), "a stranger is free"
    assert reaches(cluster, stranger, ASK, nameless), "a stranger is free"
    assert not reaches(cluster, worker, CONNECT, strange, 9092), "another's pod"
    assert not reaches(cluster, worker, ASK, nameless), "who is no server of names"
    assert not reaches(cluster, worker, CONNECT, GATEWAY, cluster.kubelet_port), "another port of the brokers' host"
    assert not reaches(cluster, stranger, CONNECT, address, http), "somebody else who asks"


PROMETHEUS = {
    "apiVersion": "monitoring.coreos.com/v1",
    "kind": "Prometheus",
    "metadata": {"name": "watch", "namespace": "monitoring"},
    "spec": {"version": "v2.42.0", "replicas": 0} | {name: {} for name in SELECTORS},
}


@pytest.fixture
def prometheus(cluster, tmp_path):
    """Prometheus as its operator configures it out of the PodMonitor and the PrometheusRule, run on this host."""
    cluster.start_operator()
    cluster.apply_text(json.dumps(PROMETHEUS | {"spec": PROMETHEUS["spec"] | {"apiserverConfig": cluster.api_access()}}))
    place = ("-n", "monitoring")
    cluster.wait(lambda: cluster.try_kubectl(*place, "get", "configmap", "prometheus-watch-rulefiles-0", "-o", "name"), 90)
    cluster.wait(lambda: SPACE in read_config(cluster), 60)
    config = read_config(cluster).replace("/etc/prometheus/rules/prometheus-watch-rulefiles-0/", f"{tmp_path}/")
    config = re.sub("interval: (15|30)s", "interval: 2s", config.replace("$(SHARD)", "0")).replace(
        "timeout: 10s", "timeout: 2s"
    )
    config = yaml.safe_load(config)
    for job in config["scrape_configs"]:
        (discovery,) = job.pop("kubernetes_sd_configs")  # Debian's Prometheus is built without it
        job["static_configs"] = [
            target for space in discovery["namespaces"]["names"] for target in list_targets(cluster, space)
        ]
    (tmp_path / "prometheus.yml").write_text(yaml.safe_dump(config))
    for name, text in cluster.get(*place, "configmap", "prometheus-watch-rulefiles-0")["data"].items():
        (tmp_path / name).write_text(text)
    port = find_port()
    command = ["prometheus", f"--config.file={tmp_path}/prometheus.yml", f"--storage.tsdb.path={tmp_path}/data"]
    with (tmp_path / "prometheus.log").open("ab") as log:
        process = subprocess.Popen([*command, f"--web.listen-address=127.0.0.1:{port}"], stdout=log, stderr=log)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(30)


def list_targets(cluster, space):
    """List what Prometheus finds of role pod: each port of each container, with the labels that relabelling goes by."""
    for pod in cluster.get("-n", space, "pods")["items"]:
        labels = {f"label_{re.sub('[^a-zA-Z0-9_]', '_', name)}": value for name, value in pod["metadata"]["labels"].items()}
        labels |= {name.replace("label_", "labelpresent_", 1): "true" for name in labels}
        labels |= {"name": pod["metadata"]["name"], "phase": pod["status"]["phase"]}
        for container in pod["spec"]["containers"]:
            for port in container.get("ports", [{"name": "", "containerPort": 80}]):
                found = labels | {"container_name": container["name"], "container_port_name": port["name"]}
                meta = {f"__meta_kubernetes_pod_{name}": value for name, value in found.items()}
                address = f"{pod['status'].get('podIP', '127.0.0.1')}:{port['containerPort']}"
                yield {"targets": [address], "labels": meta | {"__meta_kubernetes_namespace": space}}


def read_config(cluster):
    text = cluster.try_kubectl("-n", "monitoring", "get", "secret", "prometheus-watch", "-o", "json")
    return gzip.decompress(base64.b64decode(json.loads(text)["data"]["prometheus.yaml.gz"])).decode() if text else ""


def test_the_operator_scrapes_the_workers_and_takes_the_rules(desk, cluster, prometheus):
    del desk

    def ask(expression):
        answer = fetch(f"{prometheus}/api/v1/query?{urlencode({'query': expression})}")
        return json.loads(answer)["data"]["result"] if answer else []

    cluster.wait(lambda: len(ask("wiredesk_ready == 1")) == 2, 90)
    for one in ask("wiredesk_ready"):
        labels = one["metric"]
        assert labels["namespace"] == SPACE
        assert labels["job"] == f"{SPACE}/wiredesk"
        assert labels["instance"].endswith(":8080")
    assert {one["metric"]["pod"] for one in ask("wiredesk_ready")} == set(list_ready(cluster))
    cluster.wait(lambda: len(ask("wiredesk:memory:share < 1")) == 2, 90)
    rules = [rule for group in json.loads(fetch(f"{prometheus}/api/v1/rules"))["data"]["groups"] for rule in group["rules"]]
    ours = yaml.safe_load((ROOT / "docker/prometheus/wiredesk.rules.yml").read_text("utf-8"))["groups"]
    assert len(rules) == sum(len(group["rules"]) for group in ours)
    assert {rule["health"] for rule in rules} <= {"ok", "unknown"}


async def test_a_deployment_a_stage(broker, cluster, tmp_path):
    """The same overlay with the component `staged`, over what runs: pages pass from one Deployment to the next."""
    desk = await Desk(broker.address).open()
    settings = {name: value for name, value in desk.environment.items() if name.startswith("WIREDESK_")}
    cluster.kubectl(
        "-n", SPACE, "delete", "deployment/wiredesk", "scaledobject/wiredesk", "pdb/wiredesk", "job/wiredesk-topics"
    )
    cluster.apply_text(build(tmp_path, settings, staged=True))
    for stage in ("clean", "split", "enrich"):
        cluster.kubectl("-n", SPACE, "rollout", "status", f"deployment/wiredesk-{stage}", "--timeout=150s", seconds=160)
    await desk.send(range(200))
    check_whole(await desk.wait_outcomes(200), range(200), once=False)
    assert cluster.get("node", NODE)["status"]["nodeInfo"]["kubeletVersion"].startswith("v1.")
