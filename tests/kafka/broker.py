"""A real Kafka for the tests: KAFKA_BOOTSTRAP, else Java 17 and Maven, else Docker."""

from __future__ import annotations

import logging
import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from confluent_kafka import KafkaException
from confluent_kafka.admin import AdminClient

SILENT = logging.getLogger("silent")
SILENT.disabled = True
HERE = Path(__file__).parent
JARS = HERE / "jars"
IMAGE = "apache/kafka:4.1.0"
READY_SECONDS = 60
MISSING = "no Kafka to test on: set KAFKA_BOOTSTRAP=host:port, or install Java 17 and Maven, or Docker"
PROPERTIES = """
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:{controller}
listeners=PLAINTEXT://{host}:{port},CONTROLLER://127.0.0.1:{controller}
advertised.listeners=PLAINTEXT://{host}:{port}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
log.dirs={folder}/data
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.num.partitions=4
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
"""


class External:
    """A broker that somebody else runs."""

    can_restart = False

    def __init__(self, address: str) -> None:
        self.address = address

    def close(self) -> None:
        """Leave it running."""


class Local:
    """One Apache Kafka process, KRaft, in a folder of its own."""

    can_restart = True
    host = "127.0.0.1"
    accounts: tuple[str, ...] = ()

    def __init__(self) -> None:
        fetch_jars()
        self.folder = Path(tempfile.mkdtemp(prefix="wiredesk-kafka-"))
        self.port, controller = find_port(), find_port()
        self.address = f"{self.host}:{self.port}"
        self.properties = self.folder / "server.properties"
        self.properties.write_text(PROPERTIES.format(host=self.host, port=self.port, controller=controller, folder=self.folder))
        made = ("-t", "MkU3OEVBNTcwNTJENDM2Qg", "-c", str(self.properties), *self.accounts)
        self._java("kafka.tools.StorageTool", "format", *made).wait()
        self.start()

    def _java(self, *arguments: str) -> subprocess.Popen:
        log = (self.folder / "broker.log").open("ab")
        command = ["java", "-Xmx768m", f"-Dkafka.logs.dir={self.folder}", "-cp", f"{JARS}/*", *arguments]
        return subprocess.Popen(command, stdout=log, stderr=log)

    def start(self) -> None:
        """Start the process and wait until it listens."""
        self.process = self._java("kafka.Kafka", str(self.properties))
        wait_for_port(self.port, self.process, self.host)

    def stop(self) -> None:
        """Stop the process; what it holds stays."""
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def close(self) -> None:
        """Stop it and remove its folder."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


class Docker:
    """The same in a container."""

    can_restart = True

    def __init__(self) -> None:
        port = find_port()
        self.address = f"127.0.0.1:{port}"
        settings = {
            "KAFKA_NODE_ID": "1",
            "KAFKA_PROCESS_ROLES": "broker,controller",
            "KAFKA_LISTENERS": f"PLAINTEXT://:{port},CONTROLLER://:9093",
            "KAFKA_ADVERTISED_LISTENERS": f"PLAINTEXT://127.0.0.1:{port}",
            "KAFKA_CONTROLLER_LISTENER_NAMES": "CONTROLLER",
            "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
            "KAFKA_CONTROLLER_QUORUM_VOTERS": "1@localhost:9093",
            "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR": "1",
            "KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS": "4",
            "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR": "1",
            "KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS": "4",
            "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR": "1",
            "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS": "0",
        }
        options = [part for name, value in settings.items() for part in ("-e", f"{name}={value}")]
        self.container = self._docker("create", "-p", f"127.0.0.1:{port}:{port}", *options, IMAGE)
        self.start()

    def _docker(self, *arguments: str) -> str:
        return subprocess.run(["docker", *arguments], check=True, capture_output=True, text=True).stdout.strip()

    def start(self) -> None:
        """Start the container and wait until the broker answers: Docker's proxy listens long before it does."""
        self._docker("start", self.container)
        end = time.monotonic() + READY_SECONDS
        while not is_answering(self.address):
            if time.monotonic() > end:
                raise RuntimeError(f"the broker did not answer in time\n{self._docker('logs', '--tail', '20', self.container)}")

    def stop(self) -> None:
        """Stop the container; what it holds stays."""
        self._docker("stop", "-t", "30", self.container)

    def close(self) -> None:
        """Remove the container."""
        subprocess.run(["docker", "rm", "-f", "-v", self.container], check=False, capture_output=True)


def find_broker() -> External | Local | Docker | None:
    """Find or start a broker; None where there is none to be had."""
    if address := os.environ.get("KAFKA_BOOTSTRAP"):
        return External(address)
    if shutil.which("java") and (shutil.which("mvn") or JARS.exists()):
        return Local()
    if shutil.which("docker") and subprocess.run(["docker", "info"], capture_output=True, check=False).returncode == 0:
        return Docker()
    return None


def fetch_jars() -> None:
    """Fetch the jars once."""
    if not any(JARS.glob("kafka_2.13-*.jar")):
        command = ["mvn", "-q", "-B", "dependency:copy-dependencies", f"-DoutputDirectory={JARS}"]
        subprocess.run(command, cwd=HERE, check=True)


def is_answering(address: str, seconds: float = 1) -> bool:
    """Say whether a broker answers, and not only a port."""
    try:
        AdminClient({"bootstrap.servers": address}, logger=SILENT).list_topics(timeout=seconds)
    except KafkaException:
        return False
    return True


def find_port() -> int:
    """Find a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_port(port: int, process: subprocess.Popen, host: str) -> None:
    """Wait until something listens."""
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end:
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex((host, port)) == 0:
                return
        if process.poll() is not None:
            raise RuntimeError("the broker ended at its start")
        time.sleep(0.2)
    raise RuntimeError("the broker did not listen in time")
