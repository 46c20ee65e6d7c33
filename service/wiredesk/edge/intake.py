"""How much a worker holds at once: pages that are read and not yet done, in bytes, so that large pages do not burst its memory.

Faust bounds its buffers by messages; 4,096 pages of a megabyte would be more than any container has. Measured: where 200 pages
of 0.8 MB waited, a worker limited to 256 MB was killed within three seconds, and so was the next.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any
from weakref import ref

if TYPE_CHECKING:
    from collections.abc import Callable

LOOK_SECONDS = 0.01
MOST_RECORDS = 500  # of one look into what was fetched
SMALLEST = 1024  # bytes that a message counts at least: its record, headers and event


class Intake:
    """The bytes in hand: counted from when a message is read until it is done, or dropped as another worker's."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.held = 0
        self._sizes: dict[int, tuple[ref[Any], int]] = {}
        self._largest = SMALLEST

    def take(self, message: Any) -> None:  # noqa: ANN401 - Faust's Message
        """Count a message that was read; one that Faust drops when partitions move stops to count by itself."""
        size = max(SMALLEST, len(message.value or b""))
        key = id(message)
        self._sizes[key] = (ref(message, lambda _: self._release(key)), size)
        self.held += size
        self._largest = max(size, self._largest * 9 // 10)

    def give(self, message: Any) -> None:  # noqa: ANN401 - Faust's Message
        """Count a message as done."""
        self._release(id(message))

    def _release(self, key: int) -> None:
        _, size = self._sizes.pop(key, (None, 0))
        self.held -= size

    def room(self) -> int:
        """Say how many messages of the usual size may come in; one always may."""
        return max(1, min(MOST_RECORDS, (self.most - self.held) // self._largest))

    async def wait(self, may_wait: Callable[[], bool]) -> None:
        """Wait until there is room, or until there is no sense in waiting."""
        while self.held >= self.most and may_wait():
            await asyncio.sleep(LOOK_SECONDS)
