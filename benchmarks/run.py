"""Time each stage on a page of the demo, beside a JSON round trip of the same page in the same run: `make bench`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "service"))

import orjson

from wiredesk.records import RawPage
from wiredesk.stages.clean import clean
from wiredesk.stages.enrich import enrich
from wiredesk.stages.split import split

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = ROOT / "service/wiredesk/edge/samples/aggregator-afp.txt"
ROUNDS, REPEATS = 7, 100


def spend(run: Callable[[], object]) -> float:
    """Measure the least seconds of a call over several rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for _ in range(REPEATS):
            run()
        best = min(best, (time.perf_counter() - start) / REPEATS)
    return best


def main() -> None:
    """Print a line a stage: microseconds a page, and how many JSON round trips that is."""
    text = PAGE.read_text("utf-8") * 3
    raw = RawPage(body=text, captured_at="2023-05-13T09:00:00Z")
    page = clean(raw)
    parts = split(page)
    reference = spend(lambda: orjson.loads(orjson.dumps({"lines": text.split("\n")})))
    print(f"page of {len(text)} characters; reference: JSON round trip of its lines, {reference * 1e6:.0f} us")
    stages = {"clean": lambda: clean(raw), "split": lambda: split(page), "enrich": lambda: enrich(parts)}
    stages["pipeline"] = lambda: enrich(split(clean(raw)))
    for name, run in stages.items():
        took = spend(run)
        print(
            f"  {name:9} {took * 1e6:8.0f} us a page  {len(text) / took / 1e6:6.1f} MB/s  {took / reference:6.1f} x reference"
        )


if __name__ == "__main__":
    main()
