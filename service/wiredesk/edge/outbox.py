"""The one way out of an agent: a batch is done only when Kafka has everything that came of it.

at_least_once: one idempotent producer, every record awaited, then the batch is acknowledged.
exactly_once: a transactional producer a source partition; records and offsets are one transaction, Faust commits nothing.

The file is long because both modes stand side by side, to be compared.
"""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import structlog
from aiokafka import AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError, MessageSizeTooLargeError, ProducerFenced, RecordListTooLargeError
from aiokafka.structs import TopicPartition

from wiredesk.edge import metrics
from wiredesk.edge.broker import client_options
from wiredesk.edge.codecs import encode
from wiredesk.edge.guard import refer_to, spike_message
from wiredesk.edge.topics import address
from wiredesk.errors import Reason, Spike
from wiredesk.records import Spiked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.edge.guard import Message
    from wiredesk.edge.settings import Settings
    from wiredesk.records import Record

log = structlog.get_logger()
TOO_LARGE = (MessageSizeTooLargeError, RecordListTooLargeError)
FIRST_WAIT, LONGEST_WAIT = 0.2, 10.0  # seconds between tries while the broker is away
PASSED_ON = ("traceparent", "tracestate", "wiredesk-attempts")


class Outgoing(NamedTuple):
    """A message to send."""

    topic: str
    key: bytes
    value: bytes
    headers: list[tuple[str, bytes]]


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
        for message, _ in batch:
            metrics.PAGE_AGE.observe(
                max(0.0, time.time() - float(message.headers.get("wiredesk-raw-time") or message.timestamp))
            )

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

    def _pack_one(self, message: Message, to: Any, record: Record) -> Outgoing:  # noqa: ANN401 - topics.Address
        origin = f"{message.topic}/{message.partition}/{message.offset}"
        headers = {
            "ce_specversion": "1.0",
            "ce_id": to.id,
            "ce_source": getattr(record, "source", None) or "wiredesk",
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
        await _send_all(self._producer, outgoing)

    async def _reconnect(self, source: TopicPartition) -> None:
        del source
        await _stop_quietly(self._producer)
        self._producer = None
        await self._connect()

    async def _connect(self) -> None:
        self._producer = await start_producer(self.settings, enable_idempotence=True)


class TransactionalOutbox(Outbox):
    """Records and source offsets in one transaction a batch and partition."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self._producers: dict[TopicPartition, AIOKafkaProducer] = {}
        self._committed: dict[TopicPartition, int] = {}

    async def stop(self) -> None:
        """Disconnect; what is open is aborted."""
        await self.forget(set(self._producers))
        await super().stop()

    async def admit(self, source: TopicPartition, messages: Sequence[Message]) -> Sequence[Message]:
        """Fence whoever had the partition before, then drop what its last transaction has done already."""
        if source not in self._producers:
            self._producers[source] = await start_producer(self.settings, transactional_id=self._transactional_id(source))
            self._committed[source] = await self._read_committed(source)
        return [message for message in messages if message.offset >= self._committed[source]]

    async def forget(self, partitions: set[Any]) -> None:
        """Stop the producers of partitions that were revoked."""
        for partition in [TopicPartition(p.topic, p.partition) for p in partitions]:
            await _stop_quietly(self._producers.pop(partition, None))
            self._committed.pop(partition, None)

    def _transactional_id(self, source: TopicPartition) -> str:
        return f"{self.settings.group}-{source.topic}-{source.partition}"

    async def _send(self, source: TopicPartition, last: int, outgoing: list[Outgoing]) -> None:
        producer = self._producers.get(source)
        if producer is None:
            raise RevokedError
        try:
            async with producer.transaction():
                await _send_all(producer, outgoing)
                await producer.send_offsets_to_transaction({source: last + 1}, self.settings.group)
        except ProducerFenced as error:
            raise RevokedError from error
        self._committed[source] = last + 1

    async def _reconnect(self, source: TopicPartition) -> None:
        producer = self._producers.pop(source, None)
        if producer is None:
            raise RevokedError
        await _stop_quietly(producer)
        self._producers[source] = await start_producer(self.settings, transactional_id=self._transactional_id(source))
        if await self._read_committed(source) > self._committed[source]:
            raise RevokedError  # the commit went through although its answer did not come: read on from the group's offset

    async def _read_committed(self, source: TopicPartition) -> int:
        wait = FIRST_WAIT
        while True:
            admin = AIOKafkaAdminClient(**client_options(self.settings))
            try:
                await admin.start()
                offsets = await admin.list_consumer_group_offsets(self.settings.group, partitions=[source])
                return max(0, offsets[source].offset) if source in offsets else 0
            except KafkaError as error:
                log.warning("broker away, trying again", error=type(error).__name__, wait=wait)
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)
            finally:
                await admin.close()


class RevokedError(Exception):
    """The partition is another worker's now; it has the batch, or will read it."""


async def start_producer(settings: Settings, **options: Any) -> AIOKafkaProducer:  # noqa: ANN401 - aiokafka's options
    """Start a producer that waits for all replicas; waits for a broker that is away."""
    wait = FIRST_WAIT
    while True:
        producer = AIOKafkaProducer(
            **client_options(settings),
            acks="all",
            linger_ms=5,
            compression_type=None if settings.compression == "none" else settings.compression,
            max_request_size=settings.max_message_bytes,
            **options,
        )
        try:
            await producer.start()
        except KafkaError as error:
            await _stop_quietly(producer)
            log.warning("broker away, trying again", error=type(error).__name__, wait=wait)
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)
        else:
            return producer


async def _send_all(producer: AIOKafkaProducer, outgoing: list[Outgoing]) -> None:
    futures = [await producer.send(out.topic, out.value, out.key, headers=out.headers) for out in outgoing]
    results = await asyncio.gather(*futures, return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result


async def _stop_quietly(producer: AIOKafkaProducer | None) -> None:
    if producer is None:
        return
    try:
        await asyncio.wait_for(producer.stop(), 5)
    except (KafkaError, TimeoutError) as error:
        log.info("producer stopped hard", error=type(error).__name__)
