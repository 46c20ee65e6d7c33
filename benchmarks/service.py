"""The service on a real Kafka, beside bare pass-throughs of the same messages in the same run.

Pages of the usual size lie ready on a topic; each contender is one process that takes them all, alone on the broker. Time
counts from the moment it has delivered its first ones; CPU is its own.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from stages import make_page, tell_apart

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tests" / "kafka"))

from broker import find_broker, find_port

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

label = "one worker on a real Kafka beside bare pass-throughs"
PAGES, PARTITIONS = 4_000, 8
FIRST = 200  # delivered pages from which on time counts: start-up is another matter
SECONDS = 180
TICKS = os.sysconf("SC_CLK_TCK")


class Contender(NamedTuple):
    """A process to measure: its command, its settings, and whether it writes transactions."""

    command: list[str]
    settings: dict[str, str]
    transactions: bool = False


def make_contenders(brokers: str) -> dict[str, Contender]:
    """Make the bare ones and the service in its ways."""
    found = {}
    for kind in ("aiokafka", "faust"):
        command = [
            sys.executable,
            str(ROOT / "benchmarks" / "passthrough.py"),
            kind,
            brokers,
            f"b-{kind}",
            "b.raw",
            f"b-{kind}",
        ]
        found[f"bare {kind}"] = Contender(command, {"to": f"b-{kind}"})
    ours = [sys.executable, "-m", "wiredesk", "worker"]
    unread = [sys.executable, str(ROOT / "benchmarks" / "unread_worker.py")]
    found["fused, its reading left out"] = make_ours(brokers, unread, "unread")
    for topology in ("fused", "staged"):
        for delivery in ("at_least_once", "exactly_once"):
            found[f"{topology} {delivery}"] = make_ours(brokers, ours, topology, topology=topology, delivery=delivery)
    cores = len(os.sched_getaffinity(0))
    found[f"fused, {cores} readers"] = make_ours(brokers, ours, "readers", readers=str(cores))
    return found


def make_ours(brokers: str, command: list[str], name: str, **given: str) -> Contender:
    """Make a contender of ours, with topics and a group of its own."""
    group = f"b-{name}-{given.get('delivery', 'at_least_once')}"
    topics = {name: f"{group}.{name}" for name in ("clean", "parts", "stories", "related", "publishers", "spiked")}
    settings = {f"WIREDESK_TOPIC_{name.upper()}": topic for name, topic in topics.items()}
    settings |= {f"WIREDESK_{name.upper()}": value for name, value in given.items()}
    settings |= {"WIREDESK_TOPIC_RAW": "b.raw", "WIREDESK_GROUP": group, "WIREDESK_PARTITIONS": str(PARTITIONS)}
    settings |= {"WIREDESK_BROKERS": brokers, "WIREDESK_HTTP_PORT": str(find_port()), "WIREDESK_LOG_LEVEL": "error"}
    settings |= {"to": topics["stories"], "last": topics["parts"] if given.get("topology") == "staged" else "b.raw"}
    return Contender(command, settings, given.get("delivery") == "exactly_once")


async def make_topics(brokers: str, names: list[str]) -> None:
    """Create the topics."""
    admin = AIOKafkaAdminClient(bootstrap_servers=brokers)
    await admin.start()
    await admin.create_topics([NewTopic(name, PARTITIONS, 1) for name in names])
    await admin.close()


async def fill(brokers: str) -> None:
    """Lay the pages ready, each another one under an id of its own."""
    page = make_page()
    async with AIOKafkaProducer(bootstrap_servers=brokers, linger_ms=20) as producer:
        for number in range(PAGES):
            key = b"page-%d" % number
            await producer.send("b.raw", tell_apart(page, number).encode(), key, headers=[("ce_id", key)])
        await producer.flush()


async def count_written(reader: AIOKafkaConsumer, topic: str) -> int:
    """Count the messages of a topic."""
    ends = await reader.end_offsets([TopicPartition(topic, number) for number in range(PARTITIONS)])
    return sum(ends.values())


async def count_committed(admin: AIOKafkaAdminClient, group: str, topic: str) -> int:
    """Count what a group has committed of a topic: in transactions that is what it has delivered."""
    found = await admin.list_consumer_group_offsets(group)
    return sum(row.offset for tp, row in found.items() if tp.topic == topic and row.offset > 0)


def read_cpu(process: int) -> float:
    """Read the CPU seconds of a process and those beside it that it has started."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    children = [path.read_text("ascii").split() for path in Path(f"/proc/{process}/task").glob("*/children")]
    return (int(fields[11]) + int(fields[12])) / TICKS + sum(read_cpu(int(child)) for row in children for child in row)


async def time_contender(contender: Contender, count: Callable[[], Awaitable[int]]) -> dict[str, float]:
    """Run a contender until it has delivered every page."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'service'}{os.pathsep}{ROOT / 'benchmarks'}", **contender.settings}
    process = subprocess.Popen(  # noqa: ASYNC220 - it starts in a moment, and nothing else runs here
        contender.command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        first: tuple[float, float, int] | None = None
        end = time.monotonic() + SECONDS
        while time.monotonic() < end and process.poll() is None:
            done = await count()
            now = time.monotonic(), read_cpu(process.pid), done
            if first is None and done >= FIRST:
                first = now
            if done >= PAGES and first:
                pages = max(1, done - first[2])
                return {"pages/s": pages / (now[0] - first[0]), "us CPU a page": 1e6 * (now[1] - first[1]) / pages}
            await asyncio.sleep(0.03)
        message = f"{contender.command} delivered {await count()} of {PAGES} pages"
        raise RuntimeError(message)
    finally:
        process.terminate()
        process.wait(20)


async def measure(brokers: str) -> dict[str, dict[str, float]]:
    """Measure every contender, one after the other."""
    contenders = make_contenders(brokers)
    await make_topics(brokers, ["b.raw", *(c.settings["to"] for c in contenders.values())])
    await fill(brokers)
    rows: dict[str, dict[str, float]] = {}
    admin = AIOKafkaAdminClient(bootstrap_servers=brokers)
    await admin.start()
    async with AIOKafkaConsumer(bootstrap_servers=brokers) as reader:
        for name, contender in contenders.items():
            given: Any = contender.settings

            async def count(given: Any = given, *, transactions: bool = contender.transactions) -> int:
                if transactions:
                    return await count_committed(admin, given["WIREDESK_GROUP"], given["last"])
                return await count_written(reader, given["to"])

            rows[name] = await time_contender(contender, count)
            rows[name]["x bare faust"] = rows[name]["pages/s"] / rows.get("bare faust", rows[name])["pages/s"]
    await admin.close()
    return rows


def run() -> dict[str, dict[str, float]]:
    """Give pages a second, CPU a page, and how that stands to a bare Faust agent with a sink."""
    broker = find_broker()
    if broker is None:
        return {"no Kafka: install Java 17 and Maven": {}}
    try:
        return asyncio.run(measure(broker.address))
    finally:
        broker.close()
