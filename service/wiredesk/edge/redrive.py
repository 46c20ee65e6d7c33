"""What was set aside: read from the spiked topic, and sent back to where its page came from."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import click
from aiokafka import AIOKafkaConsumer, TopicPartition

from wiredesk.edge.broker import client_options, list_partitions, require_broker
from wiredesk.edge.codecs import decode
from wiredesk.edge.plans import raw_message_bytes
from wiredesk.edge.producers import start_producer
from wiredesk.edge.progress import track
from wiredesk.errors import Spike
from wiredesk.records import Spiked

if TYPE_CHECKING:
    from wiredesk.edge.settings import Settings
    from wiredesk.records import Origin

READ_SECONDS = 60


async def read_spiked(settings: Settings) -> list[Spiked]:
    """Read the spiked topic to its end."""
    await require_broker(settings)
    await list_partitions(settings, [settings.topic_spiked])
    options = client_options(settings) | {"isolation_level": "read_committed", "auto_offset_reset": "earliest"}
    consumer = AIOKafkaConsumer(settings.topic_spiked, **options)
    await consumer.start()
    try:
        parts = sorted(consumer.assignment())
        ends = await consumer.end_offsets(parts)
        found: list[Spiked] = []
        async with asyncio.timeout(READ_SECONDS):
            while any([await consumer.position(part) < ends[part] for part in parts]):
                for messages in (await consumer.getmany(timeout_ms=300)).values():
                    found += [one for message in messages if (one := read_record(message.value))]
        return sorted(found, key=lambda one: one.at or "")
    finally:
        await consumer.stop()


def read_record(value: bytes | None) -> Spiked | None:
    """Read a record of the spiked topic; a tombstone, or what somebody else wrote there, is none."""
    try:
        return decode(value, Spiked) if value else None
    except Spike:
        return None


async def send_again(settings: Settings, chosen: list[Spiked]) -> list[str]:
    """Send pages back: their raw bytes to wire.raw, or where those are gone the message to the topic its stage reads."""
    producer = await start_producer(settings, enable_idempotence=True, max_request_size=raw_message_bytes(settings))
    sent = []
    try:
        for one in track(chosen, "sending back"):
            topic, value, headers = await _find_message(settings, one)
            if value is None:
                click.echo(f"{one.page_id}: its message is gone from {topic}, nothing to send", err=True)
                continue
            kept = {name: text for name, text in headers.items() if not name.startswith("wiredesk-")}
            kept |= {"wiredesk-attempts": str(one.attempts), "ce_id": kept.get("ce_id", one.page_id)}
            await producer.send_and_wait(topic, value, one.page_id.encode(), headers=[(n, t.encode()) for n, t in kept.items()])
            sent.append(one.page_id)
    finally:
        await producer.stop()
    return sent


async def _find_message(settings: Settings, one: Spiked) -> tuple[str, bytes | None, dict[str, str]]:
    whole = one.size is None
    origin = one.raw_origin or one.origin
    if whole and (origin is None or one.origin is None or one.origin.topic == settings.topic_raw):
        return settings.topic_raw, one.original, one.origin.headers if one.origin else {}
    value, headers = await _fetch(settings, origin) if origin else (None, {})
    if value is None and whole and one.origin:
        return one.origin.topic, one.original, one.origin.headers
    return settings.topic_raw, value, headers


async def _fetch(settings: Settings, origin: Origin) -> tuple[bytes | None, dict[str, str]]:
    """Fetch one message by where it stands; None where retention has taken it."""
    consumer = AIOKafkaConsumer(**client_options(settings), isolation_level="read_committed", auto_offset_reset="none")
    await consumer.start()
    try:
        part = TopicPartition(origin.topic, origin.partition)
        consumer.assign([part])
        if (await consumer.beginning_offsets([part]))[part] > origin.offset:
            return None, {}
        consumer.seek(part, origin.offset)
        async with asyncio.timeout(READ_SECONDS):
            message: Any = await consumer.getone()
        if message.offset != origin.offset:
            return None, {}
        return message.value, {name: value.decode("utf-8", "replace") for name, value in message.headers}
    finally:
        await consumer.stop()
