"""The one way out of an agent: a batch is done only when Kafka has everything that came of it.

at_least_once: one idempotent producer, every record awaited, then the batch is acknowledged.
exactly_once: see transactions.py.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

import structlog
from aiokafka.errors import KafkaError, MessageSizeTooLargeError, RecordListTooLargeError

from wiredesk.edge import metrics
from wiredesk.edge.parcels import shrink
from wiredesk.edge.producers import FIRST_WAIT, LONGEST_WAIT, Outgoing, send_all, start_producer, stop_quietly

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aiokafka import AIOKafkaProducer

    from wiredesk.edge.messages import Message
    from wiredesk.edge.parcels import Parcel
    from wiredesk.edge.settings import Settings

log = structlog.get_logger()
TOO_LARGE = (MessageSizeTooLargeError, RecordListTooLargeError)
# Bytes of records that travel as one: with Kafka's own 16 KB a story is a batch, and sending costs 300 us a page, not 110.
BATCH_BYTES = 1 << 18
SMALL_BATCH_BYTES = 1 << 14  # where the broker takes no larger ones
SMALLEST_LIMIT = 1 << 12  # of a record; a broker that does not take this takes nothing, and is waited for


class RevokedError(Exception):
    """The partition is another worker's now; it has the batch, or will read it."""


class Outbox:
    """Sends what came of a batch; `deliver` returns when Kafka has it, or raises only when it is stopped."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._producer: AIOKafkaProducer | None = None
        self._batch_bytes = min(BATCH_BYTES, settings.max_message_bytes // 2)

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

    def sort(self, events: Sequence[Any]) -> Iterable[list[Any]]:
        """Sort the events of a batch into lots that are delivered as one; here all go together."""
        return [list(events)]

    async def admit(self, messages: Sequence[Message]) -> Sequence[Message]:
        """Say which messages of a lot are still to be done; here all."""
        return messages

    def is_open(self, message: Message) -> bool:
        """Say whether a message is still to be done, as far as is known; here any is."""
        del message
        return True

    async def forget(self, partitions: set[Any]) -> None:
        """Give up the producers of partitions that were revoked; here none."""

    async def deliver(self, parcels: Sequence[Parcel]) -> None:
        """Send what came of a lot, again until Kafka has it all; then count its pages."""
        limit = self.settings.max_message_bytes
        wait, start, last = FIRST_WAIT, time.perf_counter(), parcels[-1].message
        while parcels:
            try:
                await self._send(last, [out for parcel in parcels for out in parcel.outgoing])
                break
            except TOO_LARGE as error:
                log.warning("the broker takes less than WIREDESK_MAX_MESSAGE_BYTES", error=type(error).__name__, limit=limit)
                if self._batch_bytes > SMALL_BATCH_BYTES:  # it may be their sum
                    self._batch_bytes = SMALL_BATCH_BYTES
                    parcels = await self._begin_anew(parcels)
                else:
                    limit = max(limit // 2, SMALLEST_LIMIT)
                    parcels = [shrink(parcel, self.settings, limit) for parcel in parcels]
                    await asyncio.sleep(wait if limit == SMALLEST_LIMIT else 0)
            except KafkaError as error:
                log.warning("not sent, trying again", error=type(error).__name__, wait=wait)
                metrics.OUTBOX_RETRIES.inc()
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)
                parcels = await self._begin_anew(parcels)
        metrics.OUTBOX_SECONDS.observe(time.perf_counter() - start)
        metrics.count(parcels)

    async def _begin_anew(self, parcels: Sequence[Parcel]) -> Sequence[Parcel]:
        """Connect anew; what turns out to be done is not sent again."""
        await self._reconnect(parcels[-1].message)
        return [parcel for parcel in parcels if self.is_open(parcel.message)]

    async def _send(self, last: Message, outgoing: list[Outgoing]) -> None:
        del last
        if self._producer is None:
            await self._connect()
        await send_all(self._producer, outgoing)

    async def _reconnect(self, last: Message) -> None:
        del last
        await stop_quietly(self._producer)
        self._producer = None
        await self._connect()

    async def _connect(self) -> None:
        self._producer = await self._start_producer(enable_idempotence=True)

    async def _start_producer(self, **options: Any) -> AIOKafkaProducer:  # noqa: ANN401 - aiokafka's options
        return await start_producer(self.settings, max_batch_size=self._batch_bytes, **options)
