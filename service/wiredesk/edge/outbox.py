"""The one way out of an agent: a batch is done only when Kafka has everything that came of it.

at_least_once: one idempotent producer, every record awaited, then the batch is acknowledged.
exactly_once: see transactions.py.
"""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from math import inf
from typing import TYPE_CHECKING, Any

import structlog
from aiokafka.errors import KafkaError, MessageSizeTooLargeError, RecordListTooLargeError

from wiredesk.edge import metrics
from wiredesk.edge.codecs import encode
from wiredesk.edge.guard import refer_to, spike_message
from wiredesk.edge.producers import FIRST_WAIT, LONGEST_WAIT, Outgoing, send_all, start_producer, stop_quietly
from wiredesk.edge.topics import address
from wiredesk.errors import Reason, Spike
from wiredesk.records import Reading, Spiked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiokafka import AIOKafkaProducer
    from aiokafka.structs import TopicPartition

    from wiredesk.edge.guard import Message
    from wiredesk.edge.settings import Settings
    from wiredesk.edge.topics import Address
    from wiredesk.records import Record

log = structlog.get_logger()
TOO_LARGE = (MessageSizeTooLargeError, RecordListTooLargeError)
PASSED_ON = ("traceparent", "tracestate", "wiredesk-attempts")


class RevokedError(Exception):
    """The partition is another worker's now; it has the batch, or will read it."""


class Outbox:
    """Sends what came of a batch; `deliver` returns when Kafka has it, or raises only when it is stopped."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._producer: AIOKafkaProducer | None = None

    async def start(self) -> None:
        """Connect; waits for a broker that is away."""
        await self._connect()

    async def stop(self) -> None:
        """Disconnect."""
        producer, self._producer = self._producer, None
        if producer:
            await producer.stop()

    async def is_answering(self) -> bool:
        """Ask the broker for its metadata."""
        try:
            return bool(self._producer and await asyncio.wait_for(self._producer.client.force_metadata_update(), 2))
        except (TimeoutError, KafkaError):
            return False

    async def admit(self, source: TopicPartition, messages: Sequence[Message]) -> Sequence[Message]:
        """Say which messages of a partition are still to be done; here all."""
        del source
        return messages

    async def forget(self, partitions: set[Any]) -> None:
        """Give up the producers of partitions that were revoked; here none."""

    async def deliver(self, source: TopicPartition, batch: Sequence[tuple[Message, Record]]) -> None:
        """Send the records of a batch of one partition, again until Kafka has them all."""
        limit = self.settings.max_message_bytes
        outgoing = [out for message, record in batch for out in self._pack(message, record, limit)]
        wait, start = FIRST_WAIT, time.perf_counter()
        while True:
            try:
                await self._send(source, batch[-1][0].offset, outgoing)
                break
            except TOO_LARGE as error:
                limit //= 2
                log.warning("the broker takes less than WIREDESK_MAX_MESSAGE_BYTES", error=type(error).__name__, trying=limit)
                outgoing = [out for message, record in batch for out in self._pack(message, record, limit)]
            except KafkaError as error:
                log.warning("broker away, trying again", error=type(error).__name__, wait=wait)
                metrics.OUTBOX_RETRIES.inc()
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)
                await self._reconnect(source)
        metrics.OUTBOX_SECONDS.observe(time.perf_counter() - start)
        for out in outgoing:
            metrics.RECORDS.labels(out.topic).inc()
        for message, record in batch:
            if isinstance(record, (Reading, Spiked)):  # the page's way ends here, in either topology
                metrics.PAGE_AGE.observe(max(0.0, time.time() - _read_raw_time(message)))

    def _pack(self, message: Message, record: Record, limit: int) -> list[Outgoing]:
        """Make the messages of a record; where one is larger than the broker takes, the page is spiked in their place."""
        packed = [self._pack_one(message, *row) for row in address(record, self.settings)]
        if all(len(out.value) + 512 <= limit for out in packed):
            return packed
        if not isinstance(record, Spiked):
            largest = max(len(out.value) for out in packed)
            spike = Spike(Reason.TOO_LARGE, f"a record of {largest} bytes is over WIREDESK_MAX_MESSAGE_BYTES={limit}")
            record = spike_message(message, "enrich", spike, None, self.settings.worker_name)
            metrics.SPIKED.labels("outbox", spike.reason.value).inc()
            if len(message.value) * 2 < limit:
                return self._pack(message, record, limit)
        return [self._pack_one(message, *row) for row in address(refer_to(record, limit // 4), self.settings)]

    def _pack_one(self, message: Message, to: Address, record: Record | dict[str, Any]) -> Outgoing:
        origin = f"{message.topic}/{message.partition}/{message.offset}"
        headers = {
            "ce_specversion": "1.0",
            "ce_id": to.id,
            "ce_source": getattr(record, "source", None) or message.headers.get("ce_source") or "wiredesk",
            "ce_type": to.type,
            "ce_time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "content-type": "application/json",
            "wiredesk-origin": message.headers.get("wiredesk-origin", origin),
            "wiredesk-raw-time": message.headers.get("wiredesk-raw-time", f"{message.timestamp:.3f}"),
            **{name: message.headers[name] for name in PASSED_ON if name in message.headers},
        }
        packed = [(name, value.encode("utf-8", "replace")) for name, value in headers.items()]
        return Outgoing(to.topic, to.key.encode("utf-8", "replace"), encode(record), packed)

    async def _send(self, source: TopicPartition, last: int, outgoing: list[Outgoing]) -> None:
        del source, last
        if self._producer is None:
            await self._connect()
        await send_all(self._producer, outgoing)

    async def _reconnect(self, source: TopicPartition) -> None:
        del source
        await stop_quietly(self._producer)
        self._producer = None
        await self._connect()

    async def _connect(self) -> None:
        self._producer = await start_producer(self.settings, enable_idempotence=True)


def _read_raw_time(message: Message) -> float:
    """Read when the raw message came; a header that is no time, from whoever wrote it, gives way to the message's own."""
    try:
        told = float(message.headers.get("wiredesk-raw-time", ""))
    except ValueError:
        return message.timestamp
    return told if 0 < told < inf else message.timestamp
