"""A Kubernetes of one node: what tests/deploy/cluster/build.sh builds, containerd, and the bridge plugin of CNI."""

from __future__ import annotations

import json
import os
import subprocess
import time
from pathlib import Path
from typing import Any

from broker import find_port
from engine import run

BRIDGE, GATEWAY, PODS, SERVICES = "wiredesk0", "10.97.0.1", "10.97.0.0/24", "10.98.0.0/16"
PAUSE = "wiredesk-test/pause:1"
NODE = "desk"
TOKEN = "admin"  # noqa: S105 - of a cluster that lives as long as the test


class Cluster:
    """Its processes, with their logs in a folder of its own; pods reach this host at GATEWAY."""

    def __init__(self, programs: Path, folder: Path, images: tuple[str, ...]) -> None:
        self.folder, self.programs = folder, programs
        self.processes: list[subprocess.Popen] = []
        self.config = folder / "kubeconfig"
        self.kubelet_port = find_port()
        self.api = f"https://127.0.0.1:{find_port()}"
        self._write_configs()
        try:
            self._start_control(f"http://127.0.0.1:{find_port()}")
            self._start_node(images)
        except BaseException:
            self.close()
            raise

    def _write_configs(self) -> None:
        run("openssl", "genrsa", "-out", str(self.folder / "key"), "2048")
        (self.folder / "tokens.csv").write_text(f"{TOKEN},admin,1,system:masters\n")
        self._write(
            "kubeconfig",
            {
                "apiVersion": "v1",
                "kind": "Config",
                "clusters": [{"name": NODE, "cluster": {"server": self.api, "insecure-skip-tls-verify": True}}],
                "users": [{"name": "admin", "user": {"token": TOKEN}}],
                "contexts": [{"name": NODE, "context": {"cluster": NODE, "user": "admin"}}],
                "current-context": NODE,
            },
        )
        ipam = {"type": "host-local", "ranges": [[{"subnet": PODS}]], "routes": [{"dst": "0.0.0.0/0"}]}
        bridge = {"type": "bridge", "bridge": BRIDGE, "isGateway": True, "ipMasq": True, "hairpinMode": True}
        plugin = bridge | {"ipam": ipam | {"dataDir": str(self.folder / "ipam")}}
        (self.folder / "cni").mkdir()
        self._write("cni/10-desk.conflist", {"cniVersion": "1.0.0", "name": NODE, "plugins": [plugin]})
        (self.folder / "containerd.toml").write_text(
            f'version = 2\nroot = "{self.folder}/containerd"\nstate = "{self.folder}/state"\n'
            f'[grpc]\naddress = "{self.folder}/containerd.sock"\n'
            f'[plugins."io.containerd.grpc.v1.cri"]\nsandbox_image = "docker.io/{PAUSE}"\nrestrict_oom_score_adj = true\n'
            f'[plugins."io.containerd.grpc.v1.cri".cni]\nbin_dir = "/usr/lib/cni"\nconf_dir = "{self.folder}/cni"\n'
            '[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]\nruntime_type = "io.containerd.runc.v2"\n'
        )
        self._write(
            "kubelet.yaml",
            {
                "apiVersion": "kubelet.config.k8s.io/v1beta1",
                "kind": "KubeletConfiguration",
                "authentication": {"anonymous": {"enabled": True}, "webhook": {"enabled": False}},
                "authorization": {"mode": "AlwaysAllow"},
                "address": GATEWAY,
                "port": self.kubelet_port,
                "healthzPort": 0,
                "cgroupDriver": "cgroupfs",
                "failSwapOn": False,
                "failCgroupV1": False,
                "containerRuntimeEndpoint": f"unix://{self.folder}/containerd.sock",
                "imageGCHighThresholdPercent": 100,
                "evictionHard": {"memory.available": "50Mi"},
            },
        )

    def _start_control(self, etcd: str) -> None:
        peer = f"http://127.0.0.1:{find_port()}"
        self._start("etcd", "--data-dir", str(self.folder / "etcd"), "--unsafe-no-fsync",
                    "--listen-client-urls", etcd, "--advertise-client-urls", etcd,
                    "--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer,
                    "--initial-cluster", f"default={peer}")  # fmt: skip
        key = str(self.folder / "key")
        self._start("apiserver", "--etcd-servers", etcd, "--secure-port", self.api.rpartition(":")[2],
                    "--bind-address", "127.0.0.1", "--cert-dir", str(self.folder / "certs"),
                    "--token-auth-file", str(self.folder / "tokens.csv"), "--authorization-mode", "RBAC",
                    "--service-account-issuer", "https://desk", "--service-account-key-file", key,
                    "--service-account-signing-key-file", key, "--service-cluster-ip-range", SERVICES,
                    "--kubelet-preferred-address-types", "InternalIP")  # fmt: skip
        self.wait(lambda: self.try_kubectl("get", "--raw", "/readyz") == "ok", 120)
        common = ("--kubeconfig", str(self.config), "--leader-elect=false")
        self._start("controllers", *common, "--service-account-private-key-file", key, "--use-service-account-credentials")
        self._start("scheduler", *common)

    def _start_node(self, images: tuple[str, ...]) -> None:
        subprocess.run(["ip", "link", "del", BRIDGE], check=False, capture_output=True)
        run("ip", "link", "add", BRIDGE, "type", "bridge")
        run("ip", "address", "add", f"{GATEWAY}/24", "dev", BRIDGE)
        run("ip", "link", "set", BRIDGE, "up")
        self._start("--config", str(self.folder / "containerd.toml"), program="containerd")
        self.ctr = ["ctr", "-a", str(self.folder / "containerd.sock"), "-n", "k8s.io"]
        self.wait(lambda: subprocess.run([*self.ctr, "version"], check=False, capture_output=True).returncode == 0, 30)
        with subprocess.Popen(["docker", "save", PAUSE, *images], stdout=subprocess.PIPE) as saved:
            subprocess.run([*self.ctr, "images", "import", "-"], stdin=saved.stdout, check=True, capture_output=True)
        self._start("kubelet", "--kubeconfig", str(self.config), "--config", str(self.folder / "kubelet.yaml"),
                    "--hostname-override", NODE, "--node-ip", GATEWAY, "--root-dir", str(self.folder / "kubelet"),
                    "--node-labels", "topology.kubernetes.io/zone=a")  # fmt: skip
        self.wait(
            lambda: "True" in self.try_kubectl("get", "node", NODE, "-o", 'jsonpath={.status.conditions[?(@.type=="Ready")]}'),
            60,
        )
        self.apply_text(*(file.read_text("utf-8") for file in sorted((self.programs / "kinds").glob("*.yaml"))))

    def start_policies(self) -> None:
        """Start kube-router, so that NetworkPolicies hold."""
        self.kubectl("patch", "node", NODE, "-p", json.dumps({"spec": {"podCIDR": PODS, "podCIDRs": [PODS]}}))
        self._start("--kubeconfig", str(self.config), "--run-firewall=true", "--run-router=false", "--run-service-proxy=false",
                    "--hostname-override", NODE, "--service-cluster-ip-range", SERVICES, "--health-port", str(find_port()),
                    program=str(self.programs / "kube-router"))  # fmt: skip

    def start_operator(self) -> None:
        """Start Prometheus' operator."""
        self._start("--web.listen-address", f"127.0.0.1:{find_port()}",
                    program=str(self.programs / "prometheus-operator"))  # fmt: skip

    def api_access(self) -> dict[str, Any]:
        """Give what Prometheus, which runs on this host, asks the API with."""
        return {"host": self.api, "bearerToken": TOKEN, "tlsConfig": {"insecureSkipVerify": True}}

    def _write(self, name: str, content: Any) -> None:
        (self.folder / name).write_text(json.dumps(content))  # JSON is YAML

    def _start(self, *arguments: str, program: str | None = None) -> None:
        name = Path(program).name if program else arguments[0]
        command = [program or str(self.programs / "cluster.bin"), *arguments]
        environment = os.environ | {"KUBECONFIG": str(self.config)}
        with (self.folder / f"{name}.log").open("ab") as log:
            self.processes.append(subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder, env=environment))

    def wait(self, condition: Any, seconds: float) -> None:
        """Wait until a condition holds."""
        end = time.monotonic() + seconds
        while not condition():
            dead = [one.args for one in self.processes if one.poll() is not None]
            assert not dead, f"ended: {dead}, see {self.folder}"
            assert time.monotonic() < end, "not in time"
            time.sleep(0.3)

    def kubectl(self, *arguments: str, seconds: float = 120, given: str | None = None) -> str:
        """Run kubectl; a failure shows what it said."""
        return run("kubectl", "--kubeconfig", str(self.config), *arguments, seconds=seconds, input=given)

    def try_kubectl(self, *arguments: str) -> str:
        """Run kubectl, and give what it prints, be it nothing."""
        command = ["kubectl", "--kubeconfig", str(self.config), "--request-timeout=5s", *arguments]
        return subprocess.run(command, check=False, capture_output=True, text=True, timeout=60).stdout

    def get(self, *arguments: str) -> Any:
        """Get objects as they are in the API."""
        return json.loads(self.kubectl("get", "-o", "json", *arguments))

    def apply_text(self, *documents: str) -> str:
        """Apply documents, every field known or refused."""
        return self.kubectl("apply", "--server-side", "--validate=strict", "-f", "-", given="\n---\n".join(documents))

    def close(self) -> None:
        """Take down all pods, then the node, then the rest."""
        spaces = [one for one in self.try_kubectl("get", "namespaces", "-o", "name").split() if "wiredesk" in one]
        if spaces:
            self.try_kubectl("delete", "pods", "--all", "--all-namespaces", "--grace-period=1", "--wait=false")
            self.kubectl("delete", *spaces, "--timeout=90s")
        for one in reversed(self.processes):
            one.terminate()
            try:
                one.wait(20)
            except subprocess.TimeoutExpired:
                one.kill()
                one.wait()
        subprocess.run(["ip", "link", "del", BRIDGE], check=False, capture_output=True)
        for family in ("ip", "ip6"):  # the rules that kubelet and kube-router leave behind
            kept = f"{family}tables-save | grep -v -e KUBE- -e kube-router | {family}tables-restore"
            subprocess.run(["sh", "-c", kept], check=False, capture_output=True)
        subprocess.run(["sh", "-c", "ipset list -n | grep ^KUBE | xargs -rn1 ipset destroy"], check=False, capture_output=True)
        for line in reversed(Path("/proc/mounts").read_text("utf-8").splitlines()):
            if (place := line.split()[1]).startswith(str(self.folder)):
                subprocess.run(["umount", "-l", place], check=False, capture_output=True)
