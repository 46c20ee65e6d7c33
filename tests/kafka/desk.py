"""A desk for the tests: topics of its own on the broker, workers as real processes, pages in, records out."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
import uuid
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import orjson
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from broker import find_port

from wiredesk.edge.broker import client_options
from wiredesk.edge.provision import make_topics
from wiredesk.edge.settings import Settings, load_settings

ENDS = ("stories", "related", "publishers", "spiked")


def make_page(number: int) -> bytes:
    """Make page `number`: an invented story with two cards; every tenth is a row of teasers, every 15th is poison."""
    if number % 15 == 7:
        return b"\x89PNG\r\n\x1a\n" + number.to_bytes(4, "big") * 20
    if number % 10 == 3:
        row = "VELDEN (AP) — Clerks counted the votes of ward {n} again on Monday after a box was found in a cellar. They […]"
        return "\n\n".join(f"Count of ward {n} goes on\n" + row.format(n=n) for n in range(number, number + 4)).encode()
    body = "\n\n".join(
        f"Paragraph {n} of report {number} says that the harbour of Kesten took {number + n} boats, more than before."
        for n in range(6)
    )
    card = (
        "The Harbour Post\n\nBoats wait outside Kesten, part {n}\n\nCaptains waited for hours on Monday, the port said,"
        " and some turned back before the tide...\nECONOMY"
    )
    return (
        f" date 2023-05-11 ContributorsPublishersAdvertisers\nEconomy\n\nKesten counts boats, report {number}\n\n"
        f"By Ines DUVAL, Handout\nAFP\nAFP\n 2 days ago\n{body}\n\nComments / 3\n\nRelated\n"
        f"{card.format(n=number)}\n{card.format(n=-number)}\nIN THIS ARTICLE\n#Kesten#Boats\n"
        "AFP\n\nAFP\n\n37K+\nFollowers\n22K+\nPost\n14M+\nViews\nABOUT\n\nNews.\n\n http://news.example\n\n"
        "Comments / 0\n\nCommunity Policy\n"
    ).encode()


class Desk:
    """Topics, workers and what has come out of them."""

    def __init__(self, address: str, **settings: Any) -> None:
        self.name = f"t{uuid.uuid4().hex[:8]}"
        topics = {f"topic_{t}": f"{self.name}.{t}" for t in ("raw", "clean", "parts", *ENDS)}
        given = {
            "brokers": address,
            "group": self.name,
            "partitions": 4,
            "session_timeout": 6.0,
            "batch_size": 20,
            **topics,
            **settings,
        }
        self.settings: Settings = load_settings(**given)
        self.environment = {
            **os.environ,
            **{f"WIREDESK_{name.upper()}": str(value) for name, value in given.items()},
            "PYTHONPATH": str(Path(__file__).parents[2] / "service"),
        }
        self.workers: list[subprocess.Popen] = []
        self.ports: dict[int, int] = {}

    async def open(self) -> Desk:
        """Make the topics."""
        await make_topics(self.settings)
        return self

    def start_worker(self, *arguments: str) -> subprocess.Popen:
        """Start a worker process."""
        port = find_port()
        environment = self.environment | {"WIREDESK_HTTP_PORT": str(port)}
        command = [sys.executable, "-m", "wiredesk", "worker", *arguments]
        worker = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        self.workers.append(worker)
        self.ports[worker.pid] = port
        return worker

    def run(self, *arguments: str) -> str:
        """Run a command against the desk, and give what it prints."""
        command = [sys.executable, "-m", "wiredesk", *arguments]
        done = subprocess.run(command, env=self.environment, check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    async def wait_ready(self, worker: subprocess.Popen) -> None:
        """Wait until a worker says that it is ready."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            assert worker.poll() is None, "the worker ended"
            if await asyncio.to_thread(self.fetch, worker, "readyz"):
                return
            await asyncio.sleep(0.2)
        raise AssertionError("the worker was not ready in time")

    def fetch(self, worker: subprocess.Popen, path: str) -> str:
        """Fetch a page of a worker's port; empty where it does not answer 200."""
        try:
            with urlopen(f"http://127.0.0.1:{self.ports[worker.pid]}/{path}", timeout=5) as answer:
                return answer.read().decode()
        except OSError:
            return ""

    async def send(
        self, numbers: range, *, pause: float = 0.0, make: Any = make_page, traceparent: str = "00-ab-cd-01"
    ) -> None:
        """Send pages under the ids page-N."""
        options = {**client_options(self.settings), "acks": "all", "enable_idempotence": True}
        producer = AIOKafkaProducer(**options, max_request_size=8 << 20)
        await producer.start()
        try:
            for number in numbers:
                page_id = f"page-{number}".encode()
                headers = [
                    ("ce_specversion", b"1.0"),
                    ("ce_id", page_id),
                    ("ce_source", b"tests"),
                    ("traceparent", traceparent.encode()),
                ]
                await producer.send(self.settings.topic_raw, make(number), page_id, headers=headers)
                if pause:
                    await asyncio.sleep(pause)
            await producer.flush()
        finally:
            await producer.stop()

    async def read(self, end: str) -> list[dict[str, Any]]:
        """Read all that is committed on one of the last topics now."""
        return await self.read_topic(getattr(self.settings, f"topic_{end}"))

    async def read_topic(self, topic: str) -> list[dict[str, Any]]:
        """Read all that is committed on a topic now."""
        options = {**client_options(self.settings), "isolation_level": "read_committed"}
        consumer = AIOKafkaConsumer(**options, auto_offset_reset="earliest", enable_auto_commit=False)
        await consumer.start()
        try:
            parts = [TopicPartition(topic, p) for p in range(self.settings.partitions)]
            consumer.assign(parts)
            ends, records = await consumer.end_offsets(parts), []
            async with asyncio.timeout(30):
                while any([await consumer.position(p) < ends[p] for p in parts]):
                    got = await consumer.getmany(timeout_ms=200)
                    records += [(m, orjson.loads(m.value)) for batch in got.values() for m in batch]
            return [{**record, "_headers": dict(m.headers), "_key": m.key} for m, record in records]
        finally:
            await consumer.stop()

    async def wait_outcomes(self, count: int, seconds: float = 120) -> dict[str, list[dict[str, Any]]]:
        """Wait until `count` pages have an outcome, and give the records by topic."""
        end = time.monotonic() + seconds
        while True:
            records = {name: await self.read(name) for name in ENDS}
            pages = {r["page_id"] for rows in records.values() for r in rows}
            if len(pages) >= count or time.monotonic() > end:
                await asyncio.sleep(1)  # a page counts from its first record on; the others of its batch are on their way
                return {name: await self.read(name) for name in ENDS}
            await asyncio.sleep(1)

    def close(self) -> None:
        """Kill what still runs."""
        for worker in self.workers:
            if worker.poll() is None:
                worker.send_signal(signal.SIGKILL)
            worker.wait()


async def set_config(desk: Desk, topic: str, **configs: str) -> None:
    """Set configs of a topic by their names, with underscores for dots."""
    admin = AIOKafkaAdminClient(bootstrap_servers=desk.settings.brokers)
    await admin.start()
    try:
        named = {name.replace("_", "."): value for name, value in configs.items()}
        await admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic, configs=named)])
    finally:
        await admin.close()


def check_whole(records: dict[str, list[dict[str, Any]]], numbers: range, *, once: bool) -> None:
    """Check that each page has come out as it should; once: and no record twice."""
    keys = {"stories": "story_id", "related": "related_id", "spiked": "page_id"}
    ids = {name: Counter(r[key] for r in records[name]) for name, key in keys.items()}
    stories = {r["page_id"] for r in records["stories"]}
    spiked = {r["page_id"] for r in records["spiked"]}
    related = Counter(r["page_id"] for r in {r["related_id"]: r for r in records["related"]}.values())
    for number in numbers:
        page = f"page-{number}"
        if number % 15 == 7:
            assert page in spiked, f"{page} is lost"
            assert page not in stories
        elif number % 10 == 3:
            assert page not in stories
            assert related[page] == 4, f"{page} has {related[page]} rows"
        else:
            assert page in stories, f"{page} is lost"
            assert related[page] == 2, f"{page} has {related[page]} cards"
    if once:
        twice = {name: [k for k, n in counts.items() if n > 1][:5] for name, counts in ids.items()}
        assert not any(twice.values()), f"came twice: {twice}"
