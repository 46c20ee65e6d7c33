"""`wiredesk tail TOPIC`: print records as they come."""

from __future__ import annotations

import asyncio
import sys

import click

from wiredesk.edge.settings import Settings, load_settings


@click.command()
@click.argument("topic")
@click.option("--from-beginning", is_flag=True, help="From the oldest record on, not from now.")
@click.option("--count", type=click.IntRange(min=1), help="Stop after so many records.")
def tail(topic: str, *, from_beginning: bool, count: int | None) -> None:
    """Print records of a topic as they come, one JSON object a line."""
    try:
        asyncio.run(_print_records(load_settings(), topic, from_beginning=from_beginning, count=count))
    except KeyboardInterrupt:
        sys.exit(0)


async def _print_records(settings: Settings, topic: str, *, from_beginning: bool, count: int | None) -> None:
    from aiokafka import AIOKafkaConsumer  # noqa: PLC0415 - only where Kafka is spoken to

    from wiredesk.edge.broker import client_options, list_partitions, require_broker  # noqa: PLC0415

    await require_broker(settings)
    await list_partitions(settings, [topic])
    consumer = AIOKafkaConsumer(
        topic,
        **client_options(settings),
        auto_offset_reset="earliest" if from_beginning else "latest",
        isolation_level="read_committed",
    )
    await consumer.start()
    try:
        seen = 0
        async for message in consumer:
            sys.stdout.buffer.write((message.value or b"") + b"\n")
            sys.stdout.buffer.flush()
            seen += 1
            if count and seen >= count:
                return
    finally:
        await consumer.stop()
