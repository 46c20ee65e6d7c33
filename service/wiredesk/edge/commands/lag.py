"""`wiredesk lag`: what the group has not read yet, a row a partition, and in all."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, NamedTuple

import click
from aiokafka import AIOKafkaConsumer
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import GroupCoordinatorNotAvailableError, NotCoordinatorForGroupError
from rich.console import Console
from rich.table import Table

from wiredesk.edge.broker import client_options, list_partitions, require_broker
from wiredesk.edge.settings import Settings, load_settings
from wiredesk.edge.topics import source_topics

if TYPE_CHECKING:
    from aiokafka.structs import TopicPartition

COORDINATOR_SECONDS = 15


class Backlog(NamedTuple):
    """What is left of one partition; read is None where the group has never read it."""

    topic: str
    partition: int
    read: int | None
    end: int
    lag: int


@click.command()
def lag() -> None:
    """Show what the group has not read yet, by topic and partition."""
    settings = load_settings()
    rows = asyncio.run(measure_lag(settings))
    table = Table("topic", "partition", "read to", "end", "lag", box=None)
    for row in rows:
        read = "never read" if row.read is None else f"{row.read:,}"
        table.add_row(row.topic, str(row.partition), read, f"{row.end:,}", f"{row.lag:,}")
    Console().print(table)
    click.echo(f"group {settings.group}: {sum(row.lag for row in rows):,} messages not read")


async def measure_lag(settings: Settings) -> list[Backlog]:
    """Measure the backlog of every partition that the group's stages read."""
    await require_broker(settings)
    parts = await list_partitions(settings, source_topics(settings))
    consumer = AIOKafkaConsumer(**client_options(settings), isolation_level="read_committed")
    await consumer.start()
    try:
        begins, ends = await consumer.beginning_offsets(parts), await consumer.end_offsets(parts)
    finally:
        await consumer.stop()
    offsets = await _read_offsets(settings)
    rows = []
    for part in parts:
        read = offsets[part].offset if part in offsets and offsets[part].offset >= 0 else None
        start = begins[part] if read is None else max(read, begins[part])
        rows.append(Backlog(part.topic, part.partition, read, ends[part], max(0, ends[part] - start)))
    return rows


async def _read_offsets(settings: Settings) -> dict[TopicPartition, Any]:
    """Read how far the group has come; a new broker needs a moment until it has a coordinator for it."""
    admin = AIOKafkaAdminClient(**client_options(settings))
    await admin.start()
    try:
        async with asyncio.timeout(COORDINATOR_SECONDS):
            while True:
                try:
                    offsets: dict[TopicPartition, Any] = await admin.list_consumer_group_offsets(settings.group)
                except (GroupCoordinatorNotAvailableError, NotCoordinatorForGroupError):
                    await asyncio.sleep(0.3)
                else:
                    return offsets
    finally:
        await admin.close()
