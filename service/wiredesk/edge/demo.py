"""The demo: an embedded broker, a real worker in a process of its own, pages in, and the records as they arrive."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import sys
import tempfile
from collections import Counter
from importlib import resources
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

from aiokafka import AIOKafkaConsumer
from rich.console import Console

from wiredesk.edge.broker import client_options
from wiredesk.edge.codecs import decode
from wiredesk.edge.commands.send import read_payloads, send_payloads
from wiredesk.edge.embedded import embedded_broker
from wiredesk.edge.progress import show_progress
from wiredesk.edge.render import render_publisher, render_related, render_spiked, render_story
from wiredesk.edge.settings import Settings, load_settings
from wiredesk.edge.topics import all_topics
from wiredesk.records import PublisherCard, RelatedItem, Spiked, Story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.records import Record

READY_SECONDS = 60
PAGE_SECONDS = 30  # how long to wait for the next record before the demo gives up


async def run_demo(files: Sequence[str], *, serve: bool) -> int:
    """Run the demo; gives the exit status."""
    console = Console()
    with (
        embedded_broker(all_topics(load_settings())) as brokers,
        resources.as_file(resources.files("wiredesk.edge") / "samples") as samples,
    ):
        settings = load_settings(
            brokers=brokers, http_port=_find_port(), http_host="127.0.0.1", partitions=2, log_format="json"
        )
        payloads = list(read_payloads(files or [str(samples)]))
        with tempfile.TemporaryFile() as log:
            worker = await _start_worker(settings, log)
            try:
                await _wait_ready(settings, worker)
                pages = await send_payloads(settings, payloads, "demo")
                records = await _collect(settings, pages)
                _show(console, records, pages, settings)
                if serve:
                    await _serve(console, settings, brokers)
            except asyncio.CancelledError:
                return 0
            except TimeoutError:
                log.seek(0)
                console.print(
                    f"the worker did not do its work in time; its log:\n{log.read().decode(errors='replace')[-3000:]}",
                    markup=False,
                )
                return 1
            finally:
                worker.terminate()
                await worker.wait()
    return 0


async def _start_worker(settings: Settings, log: Any) -> asyncio.subprocess.Process:  # noqa: ANN401 - a binary file
    environment = {
        **os.environ,
        "WIREDESK_BROKERS": settings.brokers,
        "WIREDESK_HTTP_PORT": str(settings.http_port),
        "WIREDESK_HTTP_HOST": settings.http_host,
        "WIREDESK_LOG_FORMAT": "json",
        "WIREDESK_NINJS_TOPIC": "",  # the demo shows the records, each once
    }
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "wiredesk", "worker", env=environment, stderr=log, stdout=log
    )


async def _wait_ready(settings: Settings, worker: asyncio.subprocess.Process) -> None:
    with show_progress("starting a worker on the embedded broker") as tell:
        async with asyncio.timeout(READY_SECONDS):
            while worker.returncode is None:
                if await asyncio.to_thread(_fetch, settings, "readyz"):
                    return
                tell(0)
                await asyncio.sleep(0.1)
    raise TimeoutError


async def _collect(settings: Settings, pages: int) -> list[Record]:
    """Read the topics until the worker's own account says that every page is done and all its records have come."""
    kinds: dict[str, Any] = {
        settings.topic_stories: Story,
        settings.topic_related: RelatedItem,
        settings.topic_publishers: PublisherCard,
        settings.topic_spiked: Spiked,
    }
    consumer = AIOKafkaConsumer(*kinds, **client_options(settings), auto_offset_reset="earliest")
    await consumer.start()
    records: list[Record] = []
    try:
        with show_progress("pages go in, records come out", pages) as tell:
            async with asyncio.timeout(PAGE_SECONDS + pages):
                while True:
                    for messages in (await consumer.getmany(timeout_ms=200)).values():
                        records += [_decode(message.value, kinds[message.topic]) for message in messages]
                    account = await asyncio.to_thread(_fetch, settings, "metrics")
                    done = _sum(account, "wiredesk_page_age_seconds_count")
                    tell(round(done))
                    if done >= pages and _sum(account, "wiredesk_records_total") <= len(records):
                        return records
    finally:
        await consumer.stop()


def _show(console: Console, records: list[Record], pages: int, settings: Settings) -> None:
    by_page: dict[str, list[Record]] = {}
    for record in records:
        by_page.setdefault(record.page_id, []).append(record)  # type: ignore[attr-defined]
    for found in by_page.values():
        related = sorted((record for record in found if isinstance(record, RelatedItem)), key=lambda item: item.position)
        for story in (record for record in found if isinstance(record, Story)):
            console.print(render_story(story, len(related)))
        if related:
            console.print(render_related(related))
        for record in found:
            if isinstance(record, PublisherCard):
                console.print(render_publisher(record))
            elif isinstance(record, Spiked):
                console.print(render_spiked(record))
    counts = Counter(type(record).__name__ for record in records)
    account = _fetch(settings, "metrics")
    each = 1000 * _sum(account, "wiredesk_stage_seconds_sum") / max(1, pages)
    console.print(
        f"[bold]{pages} pages in: {counts['Story']} stories, {counts['RelatedItem']} related items, "
        f"{counts['PublisherCard']} publishers, {counts['Spiked']} spiked; {each:.1f} ms a page in the stages[/bold]"
    )


async def _serve(console: Console, settings: Settings, brokers: str) -> None:
    address = f"http://{settings.http_host}:{settings.http_port}"
    console.print(f"broker {brokers}; {address}/metrics, {address}/healthz, {address}/readyz; Ctrl-C ends it")
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        console.print("bye")


def _decode(data: bytes, kind: type[Record]) -> Record:
    return decode(data, kind)


def _fetch(settings: Settings, path: str) -> str:
    try:
        with urlopen(f"http://{settings.http_host}:{settings.http_port}/{path}", timeout=3) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def _sum(account: str, name: str) -> float:
    return sum(float(value) for value in re.findall(rf"^{name}(?:{{[^}}]*}})? ([\d.e+-]+)$", account, re.MULTILINE))


def _find_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
