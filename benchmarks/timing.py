"""What the benches share: the least CPU time of a call over several rounds, which a busy host disturbs least."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 7


def spend(work: Callable[[], object], repeats: int = 200, rounds: int = ROUNDS) -> float:
    """Measure the least CPU seconds of a call over several rounds of so many repeats."""
    best = float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        for _ in range(repeats):
            work()
        best = min(best, (time.process_time() - begun) / repeats)
    return best
