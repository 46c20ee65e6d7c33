"""What the service is measured beside: each message goes from one topic to another as it is, and nothing else is done.

python benchmarks/passthrough.py faust|aiokafka BROKERS GROUP FROM TO
"""

from __future__ import annotations

import asyncio
import sys
import tempfile

import faust
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer


def run_faust(brokers: str, group: str, source: str, to: str) -> None:
    """Pass messages on as Faust's own documentation does: an agent with a sink, at least once."""
    app = faust.App(
        group,
        broker=f"kafka://{brokers}",
        consumer_auto_offset_reset="earliest",
        topic_allow_declare=False,
        topic_disable_leader=True,
        store="memory://",
        web_enabled=False,
        datadir=tempfile.mkdtemp(),
        broker_commit_interval=1.0,
    )
    topics = [app.topic(name, value_type=bytes, value_serializer="raw") for name in (source, to)]

    @app.agent(topics[0], sink=[topics[1]])
    async def pass_on(stream):
        async for value in stream:
            yield value

    sys.argv = ["passthrough", "worker", "--without-web", "-l", "error"]
    app.main()


async def run_aiokafka(brokers: str, group: str, source: str, to: str) -> None:
    """Pass messages on with a consumer and an idempotent producer, a batch at a time, then commit."""
    consumer = AIOKafkaConsumer(
        source, bootstrap_servers=brokers, group_id=group, auto_offset_reset="earliest", enable_auto_commit=False
    )
    producer = AIOKafkaProducer(bootstrap_servers=brokers, acks="all", enable_idempotence=True, linger_ms=5)
    await producer.start()
    await consumer.start()
    while True:
        batches = await consumer.getmany(timeout_ms=50, max_records=500)
        sent = [await producer.send(to, m.value, m.key) for messages in batches.values() for m in messages]
        if sent:
            await asyncio.gather(*sent)
            await consumer.commit()


if __name__ == "__main__":
    if sys.argv[1] == "faust":
        run_faust(*sys.argv[2:])
    else:
        asyncio.run(run_aiokafka(*sys.argv[2:]))
