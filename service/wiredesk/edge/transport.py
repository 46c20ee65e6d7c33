"""A Faust transport whose consumer reads only what is committed, so that a stage never takes up what the one before aborted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from faust.transport.drivers import aiokafka as driver

if TYPE_CHECKING:
    import aiokafka


class CommittedConsumerThread(driver.AIOKafkaConsumerThread):
    """Sets the isolation level of its consumer before that starts; Faust does so only for its own exactly_once."""

    def _create_worker_consumer(self, transport: Any) -> aiokafka.AIOKafkaConsumer:  # noqa: ANN401 - Faust's Transport
        consumer = super()._create_worker_consumer(transport)
        consumer._isolation_level = "read_committed"  # noqa: SLF001 - measured: no other way in
        return consumer


class CommittedConsumer(driver.Consumer):
    """A consumer with that thread."""

    def _new_consumer_thread(self) -> CommittedConsumerThread:
        return CommittedConsumerThread(self, loop=self.loop, beacon=self.beacon)


class CommittedTransport(driver.Transport):
    """A transport with that consumer."""

    Consumer = CommittedConsumer
