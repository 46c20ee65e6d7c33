"""A reader beside the worker: a process that reads pages, each within a time limit; it is replaced where it dies or hangs.

So a page that kills or stops its reader - a fault in a native library, a loop without end - is set aside like any other that
fails, and the worker goes on.
"""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import signal
from typing import TYPE_CHECKING, Any

import structlog

from wiredesk.edge.guard import spike_unread
from wiredesk.edge.logs import set_up_logs
from wiredesk.edge.parcels import pack
from wiredesk.edge.topics import lay_out
from wiredesk.edge.tracing import start_trace
from wiredesk.errors import Reason, Spike
from wiredesk.records import RawPage
from wiredesk.stages.pipeline import pipeline

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection

    from wiredesk.edge.messages import Message
    from wiredesk.edge.parcels import Parcel
    from wiredesk.edge.settings import Settings
    from wiredesk.edge.topics import Line
    from wiredesk.edge.tracing import Trace

log = structlog.get_logger()
START_SECONDS = 60
YOUNG_OBJECTS = 20_000  # a page makes some thousands; by default the collector runs after 700
TRIES = 2  # of a page whose reader died: it may have been somebody else's doing
SPAWN = multiprocessing.get_context("spawn")  # a fork would take over the locks of Faust's thread


class Reader:
    """One such process, as a thread of the worker sees it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._stopped = False

    def start(self) -> None:
        """Start the process and wait until it can read."""
        self._pipe, theirs = SPAWN.Pipe()
        self._process = SPAWN.Process(target=serve, args=(theirs, self._settings), daemon=True)
        self._process.start()
        theirs.close()
        self._receive(START_SECONDS)

    def stop(self) -> None:
        """Stop the process, whatever it does."""
        self._stopped = True
        self._process.kill()
        self._process.join()

    def read(self, line: Line, messages: Sequence[Message]) -> list[Parcel]:
        """Read pages; one that its reader dies of twice, or that takes too long, is set aside."""
        parcels: list[Parcel] = []
        tries = 0
        while left := messages[len(parcels) :]:
            try:
                self._pipe.send((line.name, left))
                for _ in left:
                    parcels.append(self._receive(self._settings.page_seconds))
                    tries = 0
            except (EOFError, OSError) as fault:
                if self._stopped:
                    raise
                tries += 1
                what = self._replace(late=isinstance(fault, TimeoutError))
                if tries == TRIES or isinstance(fault, TimeoutError):
                    spike = Spike(Reason.STAGE_FAULT, what, rule="reader")
                    passage = spike_unread(line, messages[len(parcels)], spike, self._settings.worker_name)
                    parcels.append(pack(passage, self._settings, self._settings.max_message_bytes))
                    tries = 0
        return parcels

    def _receive(self, seconds: float) -> Any:  # noqa: ANN401 - what the process sends
        if not self._pipe.poll(seconds):
            raise TimeoutError
        return self._pipe.recv()

    def _replace(self, *, late: bool) -> str:
        """Start another process, and say what was the matter with this one."""
        self._process.kill()
        self._process.join()
        code = self._process.exitcode or 0
        told = signal.Signals(-code).name if code < 0 else f"status {code}"
        what = f"the page was not read within {self._settings.page_seconds:g} s" if late else f"the reader ended with {told}"
        log.error("reader replaced", why=what)
        self._pipe.close()
        self.start()
        return what


def warm_up() -> None:
    """Read one page, so that gazetteer, weights and readers are built before the first page of a batch waits for them.

    They stay as long as the process: the collector of cycles need not look at them again, nor after every few hundred objects.
    """
    pipeline(
        RawPage(body="Boats return\n\nKESTEN, May 9 (AP) - Boats crossed the lake again on Monday, the port said in a report.")
    )
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS)


def read_page(trace: Trace, line: Line, message: Message, settings: Settings) -> Parcel:
    """Read one page, and pack what came of it."""
    return pack(trace.read(line, message, settings.worker_name), settings, settings.max_message_bytes)


def serve(pipe: Connection, settings: Settings) -> None:
    """Read pages as they come through the pipe until its other end is gone; signals are the worker's to heed."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGUSR1):
        signal.signal(number, signal.SIG_IGN)
    set_up_logs(settings)
    lines = {line.name: line for line in lay_out(settings)}
    trace = start_trace(settings)
    warm_up()
    try:
        pipe.send(None)
        while True:
            name, messages = pipe.recv()
            for message in messages:
                pipe.send(read_page(trace, lines[name], message, settings))
    except (EOFError, OSError):
        return
    finally:
        asyncio.run(trace.close())
