"""A broker inside this process: librdkafka's mock cluster, for the demo and quick tests.

It has no transactions, keeps about 5 MB a partition, and makes a topic when somebody asks for it.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from confluent_kafka import Producer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@contextmanager
def embedded_broker(topics: Iterable[str] = ()) -> Iterator[str]:
    """Start the broker with these topics; yields its address, and it lives as long as the block."""
    owner = Producer({"bootstrap.servers": "embedded", "test.mock.num.brokers": 1, "log_level": 0})
    brokers = owner.list_topics(timeout=10).brokers.values()
    for topic in topics:
        owner.list_topics(topic, timeout=10)
    yield ",".join(f"{broker.host}:{broker.port}" for broker in brokers)
    owner.flush(1)
