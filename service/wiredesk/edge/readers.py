"""Who reads the pages of a batch: the worker's own process, or several beside it."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from wiredesk.edge.reader import Reader, read_page, warm_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.edge.messages import Message
    from wiredesk.edge.parcels import Parcel
    from wiredesk.edge.settings import Settings
    from wiredesk.edge.topics import Line
    from wiredesk.edge.tracing import Trace

TURN_SECONDS = 0.005  # of reading, after which the event loop has a turn; one costs some 50 us
CHUNK = 16  # pages that a reader is handed at once, at most; a batch is dealt out in four rounds


def make_readers(settings: Settings, trace: Trace) -> OwnReader | Readers:
    """Make what reads the pages, as the settings say."""
    return Readers(settings) if settings.readers > 1 else OwnReader(settings, trace)


class OwnReader:
    """Reads in the worker's own process."""

    def __init__(self, settings: Settings, trace: Trace) -> None:
        self.settings = settings
        self.trace = trace

    async def start(self) -> None:
        """Read one page, so that gazetteer, weights and readers are there before the first batch."""
        warm_up()

    async def read(self, line: Line, messages: Sequence[Message]) -> list[Parcel]:
        """Read pages in order; the loop turns between them: health, metrics and heartbeats do not wait."""
        parcels, turn = [], time.perf_counter() + TURN_SECONDS
        for message in messages:
            parcels.append(read_page(self.trace, line, message, self.settings))
            if time.perf_counter() > turn:
                await asyncio.sleep(0)
                turn = time.perf_counter() + TURN_SECONDS
        return parcels

    def stop(self) -> None:
        """Stop; nothing is to be stopped here."""


class Readers:
    """Deals pages out to processes beside the worker, and gives what comes of them in the pages' own order."""

    def __init__(self, settings: Settings) -> None:
        self._readers = [Reader(settings) for _ in range(settings.readers)]
        self._threads = ThreadPoolExecutor(settings.readers, "reader")
        self._free: asyncio.Queue[Reader] = asyncio.Queue()

    async def start(self) -> None:
        """Start the processes."""
        loop = asyncio.get_running_loop()
        await asyncio.gather(*(loop.run_in_executor(self._threads, reader.start) for reader in self._readers))
        for reader in self._readers:
            self._free.put_nowait(reader)

    async def read(self, line: Line, messages: Sequence[Message]) -> list[Parcel]:
        """Read pages, several at once; what comes of them is in their order."""
        size = max(1, min(CHUNK, -(-len(messages) // (4 * len(self._readers)))))
        chunks = [messages[start : start + size] for start in range(0, len(messages), size)]
        return [
            parcel for parcels in await asyncio.gather(*(self._deal(line, chunk) for chunk in chunks)) for parcel in parcels
        ]

    async def _deal(self, line: Line, chunk: Sequence[Message]) -> list[Parcel]:
        reader = await self._free.get()
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, reader.read, line, chunk)
        finally:
            self._free.put_nowait(reader)

    def stop(self) -> None:
        """Stop the processes."""
        for reader in self._readers:
            reader.stop()
        self._threads.shutdown(wait=False, cancel_futures=True)
