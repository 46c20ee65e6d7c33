"""Producers: started with patience, written to with every record awaited, stopped without a fuss."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, NamedTuple

import structlog
from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from wiredesk.edge.broker import client_options

if TYPE_CHECKING:
    from wiredesk.edge.settings import Settings

log = structlog.get_logger()
FIRST_WAIT, LONGEST_WAIT = 0.2, 10.0  # seconds between tries while the broker is away


class Outgoing(NamedTuple):
    """A message to send."""

    topic: str
    key: bytes
    value: bytes
    headers: list[tuple[str, bytes]]


async def start_producer(settings: Settings, **options: Any) -> AIOKafkaProducer:  # noqa: ANN401 - aiokafka's options
    """Start a producer that waits for all replicas; waits for a broker that is away."""
    wait = FIRST_WAIT
    while True:
        producer = AIOKafkaProducer(
            **client_options(settings),
            acks="all",
            linger_ms=5,
            compression_type=None if settings.compression == "none" else settings.compression,
            **{"max_request_size": settings.max_message_bytes, **options},
        )
        try:
            await producer.start()
        except KafkaError as error:
            await stop_quietly(producer)
            log.warning("broker away, trying again", error=type(error).__name__, wait=wait)
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)
        else:
            return producer


async def send_all(producer: AIOKafkaProducer, outgoing: list[Outgoing]) -> None:
    """Send messages and await each; raises what the broker refused first."""
    futures = [await producer.send(out.topic, out.value, out.key, headers=out.headers) for out in outgoing]
    results = await asyncio.gather(*futures, return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result


async def stop_quietly(producer: AIOKafkaProducer | None) -> None:
    """Stop a producer; what is open is aborted, and a broker that is away is no fault."""
    if producer is None:
        return
    try:
        await asyncio.wait_for(producer.stop(), 5)
    except (KafkaError, TimeoutError) as error:
        log.info("producer stopped hard", error=type(error).__name__)
