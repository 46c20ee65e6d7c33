"""A Faust transport whose consumer reads only what is committed, and no more than there is room for.

A stage must never take up what the one before aborted; and a burst of large pages must not burst the worker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import faust
from faust.transport.drivers import aiokafka as driver

from wiredesk.edge.broker import ssl_context

if TYPE_CHECKING:
    import aiokafka

    from wiredesk.edge.intake import Intake
    from wiredesk.edge.settings import Settings

FETCH_BYTES = 8 << 20  # of one answer of a broker, as it is on the wire; a single message may be larger


class CommittedConsumerThread(driver.AIOKafkaConsumerThread):
    """Sets the isolation level of its consumer before that starts; Faust does so only for its own exactly_once."""

    consumer: CommittedConsumer

    def _create_worker_consumer(self, transport: Any) -> aiokafka.AIOKafkaConsumer:  # noqa: ANN401 - Faust's Transport
        consumer = super()._create_worker_consumer(transport)
        consumer._isolation_level = "read_committed"  # noqa: SLF001 - measured: no other way in
        consumer._fetch_max_bytes = FETCH_BYTES  # noqa: SLF001 - Faust has no setting for it
        return consumer

    async def _fetch_records(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - Faust's records by partition
        options["max_records"] = self.consumer.transport.intake.room()
        return await super()._fetch_records(*args, **options)


class CommittedConsumer(driver.Consumer):
    """A consumer with that thread; it waits where there is no room for more."""

    transport: CommittedTransport

    def _new_consumer_thread(self) -> CommittedConsumerThread:
        return CommittedConsumerThread(self, loop=self.loop, beacon=self.beacon)

    async def _wait_next_records(self, timeout: float) -> Any:  # noqa: ANN401, ASYNC109 - Faust's own signature
        await self.transport.intake.wait(lambda: self.flow_active and not self.should_stop)
        return await super()._wait_next_records(timeout)

    def _to_message(self, tp: Any, record: Any) -> Any:  # noqa: ANN401 - Faust's Message
        message = super()._to_message(tp, record)
        self.transport.intake.take(message)
        return message


class CommittedTransport(driver.Transport):
    """A transport with that consumer, and what it counts."""

    Consumer = CommittedConsumer

    def __init__(self, app: faust.App, intake: Intake) -> None:
        super().__init__(app.conf.broker_consumer, app)
        self.intake = intake


def credentials(settings: Settings) -> Any:  # noqa: ANN401 - Faust's credentials
    """Make the credentials that Faust shows to brokers; None where they ask for none."""
    context = ssl_context(settings) if settings.security in {"ssl", "sasl_ssl"} else None
    if settings.sasl_password and settings.security.startswith("sasl"):
        return faust.SASLCredentials(
            username=settings.sasl_username,
            password=settings.sasl_password.get_secret_value(),
            mechanism=settings.sasl_mechanism,
            ssl_context=context,
        )
    return faust.SSLCredentials(context) if context else None
