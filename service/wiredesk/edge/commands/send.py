"""`wiredesk send FILE...|-`: put pages on wire.raw; a directory sends its files, a .jsonl file its lines."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import track

from wiredesk.edge.settings import Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PROGRESS_FROM = 500  # messages; fewer are sent in under two seconds


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


async def send_payloads(settings: Settings, payloads: list[tuple[str, bytes]], source: str | None = None) -> None:
    """Send payloads as they are, with CloudEvents headers that say where they came from."""
    from wiredesk.edge.producers import start_producer  # noqa: PLC0415 - only where Kafka is spoken to
    from wiredesk.edge.provision import raw_message_bytes  # noqa: PLC0415

    producer = await start_producer(settings, enable_idempotence=True, max_request_size=raw_message_bytes(settings))
    try:
        rows = track(payloads, "sending", console=Console(stderr=True)) if len(payloads) >= PROGRESS_FROM else payloads
        futures = []
        for _, payload in rows:
            headers = [("ce_specversion", b"1.0"), ("ce_source", (source or "send").encode())]
            futures.append(await producer.send(settings.topic_raw, payload, (source or "send").encode(), headers=headers))
        await asyncio.gather(*futures)
    finally:
        await producer.stop()


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True))
@click.option("--source", help="Name of the source, for pages that do not say it.")
def send(files: tuple[str, ...], source: str | None) -> None:
    """Put pages on wire.raw: files, directories, JSONL, or - for standard input."""
    settings, payloads = load_settings(), list(read_payloads(files))
    asyncio.run(_send(settings, payloads, source))
    click.echo(f"{len(payloads)} pages sent to {settings.topic_raw} on {settings.brokers}")


async def _send(settings: Settings, payloads: list[tuple[str, bytes]], source: str | None) -> None:
    from wiredesk.edge.broker import require_broker  # noqa: PLC0415 - only where Kafka is spoken to

    await require_broker(settings)
    await send_payloads(settings, payloads, source)
