"""exactly_once: records and source offsets in one transaction a batch and partition; Faust itself commits nothing.

A producer is fenced when another worker has taken its partition over, and also when a transaction took longer than the broker
allows: where it was away for a minute. Either way a new one is started, which fences the other, and what is committed then is
dropped: messages come in order, so all beyond it is still to be done, and of two that believe a partition theirs one commits.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import structlog
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import IllegalOperation, KafkaError, ProducerFenced
from aiokafka.structs import TopicPartition

from wiredesk.edge.broker import client_options
from wiredesk.edge.outbox import Outbox, RevokedError
from wiredesk.edge.producers import FIRST_WAIT, LONGEST_WAIT, send_all, stop_quietly

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aiokafka import AIOKafkaProducer

    from wiredesk.edge.messages import Message
    from wiredesk.edge.producers import Outgoing
    from wiredesk.edge.settings import Settings

log = structlog.get_logger()


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

    def sort(self, events: Sequence[Any]) -> Iterable[list[Any]]:
        """Sort the events of a batch by partition: each has a transaction of its own."""
        lots = defaultdict(list)
        for event in events:
            lots[event.message.topic, event.message.partition].append(event)
        return lots.values()

    async def admit(self, messages: Sequence[Message]) -> Sequence[Message]:
        """Fence whoever had the partition before, then drop what its last transaction has done already."""
        source = _partition(messages[0])
        if source not in self._producers:
            await self._open(source)
        return [message for message in messages if self.is_open(message)]

    def is_open(self, message: Message) -> bool:
        """Say whether a message is beyond what the group has committed."""
        return message.offset >= self._committed[_partition(message)]

    async def _open(self, source: TopicPartition) -> None:
        """Start the partition's producer, which fences any other; what is committed THEN is what nobody else can add to."""
        self._producers[source] = await self._start_producer(
            transactional_id=f"{self.settings.group}-{source.topic}-{source.partition}"
        )
        self._committed[source] = await self._read_committed(source)

    async def forget(self, partitions: set[Any]) -> None:
        """Stop the producers of partitions that were revoked."""
        for partition in [TopicPartition(p.topic, p.partition) for p in partitions]:
            await stop_quietly(self._producers.pop(partition, None))
            self._committed.pop(partition, None)

    async def _send(self, last: Message, outgoing: list[Outgoing]) -> None:
        source, following = _partition(last), last.offset + 1
        producer = self._producers.get(source)
        if producer is None:
            raise RevokedError
        try:
            async with producer.transaction():
                await send_all(producer, outgoing)
                await producer.send_offsets_to_transaction({source: following}, self.settings.group)
        except (
            IllegalOperation,
            AssertionError,
        ) as refusal:  # fenced between two calls
            raise ProducerFenced from refusal
        self._committed[source] = following

    async def _reconnect(self, last: Message) -> None:
        source = _partition(last)
        producer = self._producers.get(source)
        if producer is None:
            raise RevokedError
        await stop_quietly(producer)
        if source not in self._producers:
            raise RevokedError
        await self._open(source)

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


def _partition(message: Message) -> TopicPartition:
    return TopicPartition(message.topic, message.partition)
