"""The agents: each takes batches from its topic, runs the guarded stage on every page, and hands the outbox what came of it."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Any

import structlog
from aiokafka.structs import TopicPartition

from wiredesk.edge.guard import Message
from wiredesk.edge.outbox import RevokedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import faust

    from wiredesk.edge.backlog import Backlog
    from wiredesk.edge.intake import Intake
    from wiredesk.edge.outbox import Outbox
    from wiredesk.edge.settings import Settings
    from wiredesk.edge.topics import Line
    from wiredesk.edge.tracing import Trace

log = structlog.get_logger()
MAX_HEADERS = 64  # of a message; a Spiked record repeats them, and must fit into what the smallest broker takes
MAX_HEADER = 2048  # characters of a header, its name and its value each
SLICE_BYTES = 2 << 20  # of pages whose records are held at once; records and their JSON take many times the page


class Desk:
    """What the agents share: outbox, backlog, intake and trace, and the batch in hand that a stop waits for."""

    def __init__(self, settings: Settings, outbox: Outbox, backlog: Backlog, intake: Intake, trace: Trace) -> None:
        self.settings = settings
        self.outbox = outbox
        self.backlog = backlog
        self.intake = intake
        self.trace = trace
        self.in_group = False  # until partitions are dealt out for the first time
        self._in_hand = 0
        self._open = asyncio.Event()
        self._open.set()

    async def drain(self, timeout: float) -> None:  # noqa: ASYNC109 - a bound for the caller's own wait
        """Take no further batch, and wait until those in hand are delivered."""
        self._open.clear()
        loop = asyncio.get_running_loop()
        end = loop.time() + timeout
        while self._in_hand and loop.time() < end:
            await asyncio.sleep(0.02)

    async def work(self, line: Line, events: Sequence[Any]) -> None:
        """Do a batch: all of it is delivered before any of it is acknowledged."""
        await self._open.wait()
        self._in_hand += 1
        try:
            by_partition = defaultdict(list)
            for event in events:
                by_partition[TopicPartition(event.message.topic, event.message.partition)].append(event)
            for source, batch in by_partition.items():
                for part in cut(batch):
                    await self._work_partition(line, source, part)
        finally:
            for event in events:
                self.intake.give(event.message)
            self._in_hand -= 1

    async def _work_partition(self, line: Line, source: TopicPartition, events: list[Any]) -> None:
        messages = await self.outbox.admit(source, [read_message(event.message) for event in events])
        if messages:
            results = []
            for message in messages:
                results.append(self.trace.read(line, message, self.settings.worker_name))
                await asyncio.sleep(0)  # the loop turns between two pages: health, metrics and heartbeats do not wait
            try:
                with self.trace.sending(results) as addressed:
                    await self.outbox.deliver(source, addressed)
            except RevokedError:
                log.info("partition is another worker's", topic=source.topic, partition=source.partition)
                return
        self.backlog.note(source.topic, source.partition, events[-1].message.offset + 1)
        if self.settings.delivery == "at_least_once":
            for event in events:
                event.ack()


def cut(events: Sequence[Any]) -> Iterator[list[Any]]:
    """Cut a batch where its pages come to SLICE_BYTES; a larger page is a slice of its own."""
    part: list[Any] = []
    size = 0
    for event in events:
        more = len(event.message.value or b"")
        if part and size + more > SLICE_BYTES:
            yield part
            part, size = [], 0
        part.append(event)
        size += more
    if part:
        yield part


def add_agents(app: faust.App, lines: Sequence[Line], desk: Desk) -> None:
    """Add one agent a line."""
    for line in lines:
        topic = app.topic(line.topic, key_type=bytes, value_type=bytes, key_serializer="raw", value_serializer="raw")
        app.agent(topic, name=f"wiredesk.{line.name}")(_make_agent(line, desk))


def _make_agent(line: Line, desk: Desk) -> Any:  # noqa: ANN401 - Faust's agent function
    async def agent(stream: Any) -> None:  # noqa: ANN401 - Faust's Stream
        settings = desk.settings
        async for events in stream.noack_take(settings.batch_size, within=settings.batch_wait):
            await desk.work(line, events)

    return agent


def read_message(message: Any) -> Message:  # noqa: ANN401 - Faust's Message
    """Read a Faust message; headers that are not text become their repair, long ones are cut."""
    headers = message.headers or {}
    rows = headers.items() if isinstance(headers, dict) else headers
    texts = {
        name: (value or b"").decode("utf-8", "replace") if isinstance(value, bytes) else str(value) for name, value in rows
    }
    texts = {name[:MAX_HEADER]: text[:MAX_HEADER] for name, text in islice(texts.items(), MAX_HEADERS)}
    return Message(message.topic, message.partition, message.offset, message.timestamp or 0.0, message.value or b"", texts)
