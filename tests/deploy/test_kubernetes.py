"""The Deployment itself, as the production overlay builds it for staging's plaintext brokers, run by podman."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import time

import pytest
import yaml
from broker import find_port
from desk import Desk, check_whole
from engine import ROOT, fetch, run

pytestmark = pytest.mark.timeout(400)
CONTAINERS_CONF = """
[containers]
default_ulimits = ["nofile=4096:4096", "nproc=4096:4096"]
[engine]
cgroup_manager = "cgroupfs"
runtime = "runc"
[network]
network_backend = "netavark"
"""


@pytest.fixture(scope="module")
def podman(tmp_path_factory, image):
    """Podman with a store of its own and the image in it."""
    if not shutil.which("podman") or not shutil.which("runc") or os.getuid() != 0:
        pytest.skip("no podman to run the manifests with: install podman, runc, catatonit, netavark, aardvark-dns, as root")
    folder = tmp_path_factory.mktemp("podman")
    (folder / "containers.conf").write_text(CONTAINERS_CONF)
    os.environ["CONTAINERS_CONF"] = str(folder / "containers.conf")
    command = ["podman", "--root", str(folder / "root"), "--runroot", str(folder / "run"), "--storage-driver", "overlay"]
    with subprocess.Popen(["docker", "save", image], stdout=subprocess.PIPE) as saved:
        subprocess.run([*command, "load", "-q"], stdin=saved.stdout, check=True, capture_output=True)
    yield command
    subprocess.run([*command, "system", "reset", "-f"], check=False, capture_output=True)


async def test_the_deployment_runs(podman, broker, image, tmp_path):
    desk = await Desk(broker.address).open()
    port = find_port()
    built = list(yaml.safe_load_all(run("kubectl", "kustomize", "k8s/overlays/staging", cwd=ROOT)))
    (deployment,) = [one for one in built if one["kind"] == "Deployment"]
    (settings,) = [one for one in built if one["kind"] == "ConfigMap"]
    settings["data"] |= {name: value for name, value in desk.environment.items() if name.startswith("WIREDESK_")}
    settings["data"] |= {"WIREDESK_HTTP_PORT": str(port)}
    (container,) = deployment["spec"]["template"]["spec"]["containers"]
    container["image"] = image
    del container["ports"]  # podman maps none on the host's network, where the Kafka of the tests is
    for probe in ("startupProbe", "livenessProbe", "readinessProbe"):
        container[probe]["httpGet"]["port"] = port
    deployment["spec"]["replicas"] = 1
    file = tmp_path / "desk.yaml"
    file.write_text(yaml.safe_dump_all([settings, deployment]))
    try:
        run(*podman, "play", "kube", "--network=host", str(file))
        end = time.monotonic() + 60
        while not fetch(f"http://127.0.0.1:{port}/readyz") and time.monotonic() < end:
            await asyncio.sleep(0.2)
        assert fetch(f"http://127.0.0.1:{port}/readyz"), run(*podman, "ps", "-a")
        await desk.send(range(200))
        check_whole(await desk.wait_outcomes(200), range(200), once=True)
        names = run(*podman, "ps", "--format", "{{.Names}}").split()
        (name,) = [one for one in names if one.endswith("worker")]
        assert run(*podman, "inspect", "-f", "{{.Config.User}} {{.HostConfig.ReadonlyRootfs}}", name) == "10001:10001 true"
    finally:
        await asyncio.to_thread(
            subprocess.run, [*podman, "play", "kube", "--down", str(file)], check=False, capture_output=True
        )
