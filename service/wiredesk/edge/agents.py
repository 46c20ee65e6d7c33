"""The agents: each takes batches from its topic, runs the guarded stage on every page, and hands the outbox what came of it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import structlog

from wiredesk.edge.messages import read_message
from wiredesk.edge.outbox import RevokedError
from wiredesk.edge.readers import make_readers
from wiredesk.edge.tracing import start_trace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import faust

    from wiredesk.edge.backlog import Backlog
    from wiredesk.edge.intake import Intake
    from wiredesk.edge.outbox import Outbox
    from wiredesk.edge.settings import Settings
    from wiredesk.edge.topics import Line

log = structlog.get_logger()
SLICE_BYTES = 2 << 20  # of pages whose records are held at once; records and their JSON take many times the page


class Desk:
    """What the agents share, and the batch in hand that a stop waits for."""

    def __init__(self, settings: Settings, outbox: Outbox, backlog: Backlog, intake: Intake) -> None:
        self.settings = settings
        self.outbox = outbox
        self.backlog = backlog
        self.intake = intake
        self.trace = start_trace(settings)
        self.readers = make_readers(settings, self.trace)
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
            for lot in self.outbox.sort(events):
                for part in cut(lot):
                    await self._work_part(line, part)
        finally:
            for event in events:
                self.intake.give(event.message)
            self._in_hand -= 1

    async def _work_part(self, line: Line, events: list[Any]) -> None:
        messages = await self.outbox.admit([read_message(event.message) for event in events])
        if messages:
            parcels = await self.readers.read(line, messages)
            try:
                with self.trace.sending(parcels) as addressed:
                    await self.outbox.deliver(addressed)
            except RevokedError:
                log.info("partition is another worker's", topic=line.topic, partition=messages[0].partition)
                return
        for event in events:
            self.backlog.note(event.message.topic, event.message.partition, event.message.offset + 1)
            if self.settings.delivery == "at_least_once":
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
        app.agent(topic, name=f"wiredesk.{line.name}")(_make_agent(app, line, desk))


def _make_agent(app: faust.App, line: Line, desk: Desk) -> Any:  # noqa: ANN401 - Faust's agent function
    async def agent(stream: Any) -> None:  # noqa: ANN401 - Faust's Stream
        settings = desk.settings
        async for events in stream.noack_take(settings.batch_size, within=settings.batch_wait):
            try:
                await desk.work(line, events)
            except Exception as fault:
                log.exception("batch not delivered")  # Faust would begin the agent again with the batch after it
                await app.crash(fault)
                raise

    return agent
