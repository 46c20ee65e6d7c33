"""Progress bars for people: on standard error, on a terminal only, and only once the work has taken two seconds."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
SECONDS = 2.0


@contextmanager
def show_progress(what: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """Yield a function that is told how much is done; total: how much there is to do, None where nobody knows."""
    count = MofNCompleteColumn() if total is not None else TextColumn("{task.fields[done]}")
    columns = (TextColumn("{task.description}"), BarColumn(), count, TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(what, total=total, done="")
    begun, shown = time.monotonic(), False

    def tell(done: int) -> None:
        nonlocal shown
        if not shown and bar.console.is_terminal and time.monotonic() - begun > SECONDS:
            bar.start()
            shown = True
        bar.update(task, completed=done, done=f"{done:,}" if done else "")

    try:
        yield tell
    finally:
        if shown:  # where nothing is shown, stop would print an empty line
            bar.stop()


def track(rows: Sequence[T], what: str) -> Iterator[T]:
    """Give the rows on, one by one, and show how many are done."""
    with show_progress(what, len(rows)) as tell:
        for done, row in enumerate(rows, 1):
            yield row
            tell(done)
