"""`wiredesk replay --from T --to T`: pages of a time span go back to the start, under the same ids.

What comes of them has the ids it had: on compacted topics and for idempotent consumers it takes the place of what came before.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click
from aiokafka import AIOKafkaConsumer

from wiredesk.edge.broker import client_options, list_partitions, require_broker
from wiredesk.edge.plans import raw_message_bytes
from wiredesk.edge.producers import Outgoing, send_all, start_producer
from wiredesk.edge.progress import show_progress
from wiredesk.edge.settings import Settings, load_settings
from wiredesk.edge.times import Moment

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

IDLE_SECONDS = 60


@click.command(short_help="Send the pages of a time span again.")
@click.option("--from", "start", type=Moment(), required=True, help="From this ISO 8601 time on; without an offset it is UTC.")
@click.option("--to", "end", type=Moment(), help="To before this time; now, where it is not given.")
@click.option("--dry-run", is_flag=True, help="Say how many pages would be sent, and send nothing.")
def replay(start: datetime, end: datetime | None, *, dry_run: bool) -> None:
    """Send the pages that came in a time span through again, under the same ids."""
    end = end or datetime.now(UTC)
    if start >= end:
        raise click.BadParameter("must be before --to", param_hint="--from")
    settings = load_settings()
    count = asyncio.run(replay_pages(settings, start, end, dry_run=dry_run))
    span = f"{start.isoformat()} to {end.isoformat()}"
    click.echo(f"{count} pages of {settings.topic_raw} from {span} {'would be sent' if dry_run else 'sent'} again")


async def replay_pages(settings: Settings, start: datetime, end: datetime, *, dry_run: bool) -> int:
    """Send pages back to the raw topic as they are, key and headers too; say how many."""
    await require_broker(settings)
    producer = (
        None
        if dry_run
        else await start_producer(settings, enable_idempotence=True, max_request_size=raw_message_bytes(settings))
    )
    count = 0
    try:
        with show_progress("sending again") as tell:
            async for batch in read_span(settings, start, end):
                if producer:
                    await send_all(producer, [Outgoing(settings.topic_raw, m.key, m.value, list(m.headers)) for m in batch])
                count += len(batch)
                tell(count)
    finally:
        if producer:
            await producer.stop()
    return count


async def read_span(settings: Settings, start: datetime, end: datetime) -> AsyncIterator[list[Any]]:
    """Read the raw messages of a time span in batches; what comes after the call began, replayed pages too, is not of it."""
    first, last = (max(0, round(moment.timestamp() * 1000)) for moment in (start, end))
    parts = await list_partitions(settings, [settings.topic_raw])
    consumer = AIOKafkaConsumer(**client_options(settings), isolation_level="read_committed", enable_auto_commit=False)
    await consumer.start()
    try:
        ends = await consumer.end_offsets(parts)
        found = await consumer.offsets_for_times(dict.fromkeys(parts, first))
        begins = {part: place.offset for part, place in found.items() if place and place.offset < ends[part]}
        consumer.assign(list(begins))
        for part, offset in begins.items():
            consumer.seek(part, offset)
        while any([await consumer.position(part) < ends[part] for part in begins]):
            async with asyncio.timeout(IDLE_SECONDS):
                got = await consumer.getmany(timeout_ms=300)
            yield [
                message
                for part, messages in got.items()
                for message in messages
                if message.offset < ends[part] and first <= message.timestamp < last
            ]
    finally:
        await consumer.stop()
