"""`wiredesk send FILE...|-`: put pages on wire.raw; a directory sends its files, a .jsonl file its lines."""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click
import orjson

from wiredesk.edge.progress import track
from wiredesk.edge.settings import Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NAME = "send"  # the source of pages that do not say theirs


def read_payloads(files: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Read what is to be sent: (name, payload) of each file, each file of a directory, each line of JSONL."""
    for name in files:
        path = Path(name)
        if name == "-":
            yield "-", sys.stdin.buffer.read()
        elif path.is_dir():
            yield from read_payloads(str(inner) for inner in sorted(path.rglob("*")) if inner.is_file())
        elif path.suffix == ".jsonl":
            yield from (
                (f"{name}:{number}", line) for number, line in enumerate(path.read_bytes().split(b"\n"), 1) if line.strip()
            )
        else:
            yield name, path.read_bytes()


def name_page(payload: bytes, source: str) -> str:
    """Name a page: by the page_id of a JSON RawPage, else by source and content, so that what is sent twice is one page."""
    from wiredesk.stages.clean import make_page_id  # noqa: PLC0415 - `wiredesk send --help` needs no reader

    try:
        found = orjson.loads(payload) if payload[:64].lstrip()[:1] == b"{" else None
    except orjson.JSONDecodeError:
        found = None
    given = found.get("page_id") if isinstance(found, dict) else None
    return given if isinstance(given, str) and given else make_page_id(source, payload)


async def send_payloads(settings: Settings, payloads: list[tuple[str, bytes]], source: str | None = None) -> int:
    """Send payloads as they are, with CloudEvents headers that say where they came from; says how many Kafka has taken."""
    from aiokafka.errors import MessageSizeTooLargeError  # noqa: PLC0415 - only where Kafka is spoken to

    from wiredesk.edge.plans import raw_message_bytes  # noqa: PLC0415
    from wiredesk.edge.producers import start_producer  # noqa: PLC0415

    producer = await start_producer(settings, enable_idempotence=True, max_request_size=raw_message_bytes(settings))
    futures = []
    try:
        for name, payload in track(payloads, "sending"):
            page_id = name_page(payload, source or NAME)
            headers = {"ce_specversion": "1.0", "ce_id": page_id, "ce_source": source or NAME}
            packed = [(key, value.encode("utf-8", "replace")) for key, value in headers.items()]
            try:
                future = await producer.send(settings.topic_raw, payload, page_id.encode(), headers=packed)
                futures.append(future)
            except MessageSizeTooLargeError:
                click.echo(f"{name}: {len(payload):,} bytes are more than {settings.topic_raw} takes, not sent", err=True)
        await asyncio.gather(*futures)
    finally:
        await producer.stop()
    return len(futures)


@click.command(short_help="Put pages on wire.raw.")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True))
@click.option("--source", help="Name of the source, for pages that do not say it.")
@click.option(
    "--every", type=click.FloatRange(min=0, min_open=True), help="Send them again every so many seconds, until stopped."
)
def send(files: tuple[str, ...], source: str | None, every: float | None) -> None:
    """Put pages on wire.raw: files, directories, JSONL, or - for standard input."""
    settings, payloads = load_settings(), list(read_payloads(files))
    while True:
        taken = asyncio.run(_send(settings, payloads, source))
        click.echo(f"{taken} pages sent to {settings.topic_raw} on {settings.brokers}")
        if every is None:
            sys.exit(taken < len(payloads))
        time.sleep(every)


async def _send(settings: Settings, payloads: list[tuple[str, bytes]], source: str | None) -> int:
    from wiredesk.edge.broker import require_broker  # noqa: PLC0415 - only where Kafka is spoken to

    await require_broker(settings)
    return await send_payloads(settings, payloads, source)
