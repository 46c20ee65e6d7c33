"""The lag gauge: how far each assigned partition is behind, also while nothing moves."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from faust.types import TP

from wiredesk.edge import metrics

if TYPE_CHECKING:
    from collections.abc import Iterable

    import faust

SECONDS = 2.0  # between two looks


class Backlog:
    """What of each assigned partition is done; what the broker has beyond that is the lag."""

    def __init__(self, app: faust.App) -> None:
        self._app = app
        self._done: dict[TP, int] = {}

    def note(self, topic: str, partition: int, following: int) -> None:
        """Note that all before the offset `following` is done."""
        self._done[TP(topic, partition)] = following

    def forget(self, partitions: Iterable[Any]) -> None:
        """Drop the gauges of partitions that are another worker's now."""
        for partition in partitions:
            tp = TP(partition.topic, partition.partition)
            if self._done.pop(tp, None) is not None:
                metrics.LAG.remove(tp.topic, str(tp.partition))

    async def watch(self) -> None:
        """Look at every assigned partition again and again."""
        while True:
            await asyncio.sleep(SECONDS)
            if self._app.started and self._app.consumer:
                await self.look()

    async def look(self) -> None:
        """Set the gauge of each assigned partition; one that moves away meanwhile is left out."""
        consumer = self._app.consumer
        for tp in consumer.assignment():
            try:
                done = self._done.get(tp)
                if done is None:  # nothing is done since the assignment: it starts from what the group has committed
                    async with asyncio.timeout(SECONDS):
                        done = self._done[tp] = await consumer.position(tp) or 0
                async with asyncio.timeout(SECONDS):
                    end = (await consumer.highwaters(tp))[tp]
            except Exception:  # noqa: BLE001, S112 - between rebalances, or while the broker is away, there is no answer
                continue
            metrics.LAG.labels(tp.topic, str(tp.partition)).set(max(0, end - done))
