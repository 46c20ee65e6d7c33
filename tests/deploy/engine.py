"""A Docker engine and what the tests run on it: found, or started where this is root's machine and dockerd is installed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import time
import uuid
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
MISSING = "no Docker engine to test on: start one, or install docker.io and mmdebstrap, and run this as root"
BASE = "python:3.11-slim"
MEMORY = "512m"  # as compose and k8s have it
HARDENED = (
    *("--read-only", "--tmpfs", "/tmp:size=16m", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"),  # noqa: S108 - in the container
    *("--pids-limit", "64", "--memory", MEMORY, "--memory-swap", MEMORY),
    *("-v", "/dev/null:/usr/bin/dash:ro", "-v", "/dev/null:/usr/bin/bash:ro"),  # the base's shells: nothing needs one
)


def run(*command: str, seconds: float = 300, **options: Any) -> str:
    """Run a command and give what it prints; a failure shows what it said."""
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=seconds, **options)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done.stdout.strip()


def miss(sentence: str) -> None:
    """Skip what cannot be tested here; under CI it fails."""
    if os.environ.get("CI"):
        pytest.fail(sentence)
    pytest.skip(sentence)


def stretch(seconds: float) -> float:
    """Stretch a bound by how many processes wait for each core of this machine."""
    return seconds * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def list_commands(word: str) -> list[str]:
    """List the commands that begin with a word in the documents for whoever runs a desk, in their order, each once."""
    found = []
    for name in ("runbook.md", "operations.md"):
        text = (ROOT / "docs" / name).read_text("utf-8").replace("\\\n", " ")
        blocks = re.findall(rf"^    ({word} .*)$", text, re.MULTILINE)
        spans = re.findall(rf"`({word} [^`]+)`", text)
        found += [re.sub(r"\s+#.*|\s{2,}", " ", one).strip() for one in blocks + spans]
    return list(dict.fromkeys(found))


def is_answering() -> bool:
    """Say whether an engine answers."""
    return bool(shutil.which("docker")) and subprocess.run(["docker", "info"], capture_output=True, check=False).returncode == 0


def start_engine() -> subprocess.Popen | None:
    """Start an engine of our own; None where that cannot be."""
    if not shutil.which("dockerd") or os.getuid() != 0:
        return None
    folder = Path(os.environ.get("WIREDESK_DOCKER_ROOT", "/var/lib/wiredesk-docker"))
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "engine.log").open("ab") as log:
        engine = subprocess.Popen(["dockerd", "--data-root", str(folder)], stdout=log, stderr=log)
    end = time.monotonic() + 40
    while time.monotonic() < end and engine.poll() is None:
        if is_answering():
            return engine
        time.sleep(0.3)
    engine.terminate()
    engine.wait(30)
    return None


def build_image(tag: str, *options: str) -> str:
    """Build the image as it is shipped."""
    run(str(HERE / "base-image.sh"), BASE, seconds=580)
    run("docker", "build", "-q", *options, "-f", "docker/Dockerfile", "-t", tag, ".", cwd=ROOT, seconds=580)
    return tag


class Container:
    """A container of the image on the host's network, hardened as it is deployed."""

    def __init__(self, image: str, settings: dict[str, str], *arguments: str, options: tuple[str, ...] = HARDENED) -> None:
        self.name = f"wiredesk-test-{uuid.uuid4().hex[:8]}"
        self.port = settings.get("WIREDESK_HTTP_PORT", "8080")
        given = [part for name, value in settings.items() for part in ("-e", f"{name}={value}")]
        self.start = time.monotonic()
        run("docker", "run", "-d", "--name", self.name, "--network", "host", *options, *given, image, *arguments)

    def fetch(self, path: str) -> str:
        """Fetch a page of its port; empty where it does not answer 200."""
        return fetch(f"http://127.0.0.1:{self.port}/{path}")

    def wait_ready(self, seconds: float = 60) -> float:
        """Wait until it says that it is ready; gives the seconds since its start."""
        while time.monotonic() - self.start < seconds:
            if self.fetch("readyz"):
                return time.monotonic() - self.start
            assert self.inspect("State.Running"), self.logs()
            time.sleep(0.1)
        raise AssertionError(f"not ready in time\n{self.logs()}")

    def inspect(self, path: str) -> Any:
        """Look up what the engine says of it."""
        return json.loads(run("docker", "inspect", "-f", f"{{{{json .{path}}}}}", self.name))

    def logs(self) -> str:
        """Give its log."""
        done = subprocess.run(["docker", "logs", self.name], check=False, capture_output=True, text=True)
        return done.stdout + done.stderr

    def execute(self, *command: str) -> str:
        """Run a command in it."""
        return run("docker", "exec", self.name, *command)

    def stop(self) -> float:
        """Stop it as an operator would, and give the seconds that took."""
        start = time.monotonic()
        run("docker", "stop", "-t", "15", self.name)
        return time.monotonic() - start

    def remove(self) -> None:
        """Remove it, running or not."""
        subprocess.run(["docker", "rm", "-f", self.name], check=False, capture_output=True)


def fetch(url: str) -> str:
    """Fetch a page; empty where nothing answers 200."""
    try:
        with urlopen(url, timeout=5) as answer:
            return answer.read().decode()
    except OSError:
        return ""


class Prometheus:
    """A real Prometheus with the repository's rules."""

    def __init__(self, folder: Path, port: int, targets: list[str]) -> None:
        self.address = f"http://127.0.0.1:{port}"
        config = {
            "global": {"scrape_interval": "1s", "evaluation_interval": "1s"},
            "rule_files": [str(ROOT / "docker/prometheus/wiredesk.rules.yml")],
            "scrape_configs": [{"job_name": "wiredesk", "static_configs": [{"targets": targets}]}],
        }
        (folder / "prometheus.yml").write_text(json.dumps(config))  # JSON is YAML
        command = ["prometheus", f"--config.file={folder / 'prometheus.yml'}", f"--storage.tsdb.path={folder / 'data'}"]
        with (folder / "prometheus.log").open("ab") as log:
            self.process = subprocess.Popen([*command, f"--web.listen-address=127.0.0.1:{port}"], stdout=log, stderr=log)

    def ask(self, expression: str) -> list[dict[str, Any]]:
        """Evaluate an expression now."""
        answer = fetch(f"{self.address}/api/v1/query?{urlencode({'query': expression})}")
        return json.loads(answer)["data"]["result"] if answer else []

    def value(self, expression: str) -> float:
        """Evaluate an expression that gives one figure; 0 where it gives none."""
        found = self.ask(expression)
        return float(found[0]["value"][1]) if found else 0.0

    def wait(self, expression: str, seconds: float, *, empty: bool = False) -> list[dict[str, Any]]:
        """Wait until an expression gives data, or none any more."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = self.ask(expression)
            if bool(found) != empty:
                return found
            time.sleep(0.5)
        raise AssertionError(f"after {seconds} seconds still {'data' if empty else 'nothing'}: {expression}")

    def close(self) -> None:
        """Stop it."""
        self.process.terminate()
        self.process.wait(30)
