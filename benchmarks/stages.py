"""Each stage, and the three in a row, on an aggregator's page of the usual size, beside a JSON round trip of its lines."""

from __future__ import annotations

import resource
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from timing import spend
from wiredesk.records import RawPage
from wiredesk.stages.clean import clean
from wiredesk.stages.enrich import enrich
from wiredesk.stages.split import split

if TYPE_CHECKING:
    from collections.abc import Callable

label = "a page of 12.7 KB through each stage"
SAMPLE = Path(__file__).parents[1] / "service/wiredesk/edge/samples/aggregator-afp.txt"
PAGE_CHARS = 12_700  # of the one capture that the product started from
ROUNDS, REPEATS = 9, 60


def make_page(characters: int = PAGE_CHARS) -> str:
    """Make a page of about so many characters: the sample, its paragraphs told again with other figures."""
    text = SAMPLE.read_text("utf-8")
    head, mark, tail = text.partition("\n\nComments /")
    opening, *body = head.split("\n\n")
    paragraphs, size, number = list(body), len(text), 0
    while size < characters:
        told = f"{body[number % len(body)]} It was count {number}."
        paragraphs.append(told)
        size, number = size + len(told) + 2, number + 1
    return "\n\n".join([opening, *paragraphs]) + mark + tail


def tell_apart(text: str, number: int) -> str:
    """Give the page another town and another author, so that no page finds in a cache what only its twin left there."""
    letters = "".join(chr(97 + number // power % 26) for power in (676, 26, 1))
    return text.replace("Kesten", f"Kesten{letters}").replace("DUVAL", f"DUVAL{letters.upper()}")


def run() -> dict[str, dict[str, float]]:
    """Give microseconds a page, MB a second, and how many JSON round trips that is; and the peak memory of the process.

    Every call gets another page, so that nothing is found in a cache that a stream of pages would not find there.
    """
    text = make_page()
    raws = [RawPage(body=tell_apart(text, n), captured_at="2023-05-13T09:00:00Z") for n in range(REPEATS)]
    pages = [clean(raw) for raw in raws]
    parts = [split(page) for page in pages]
    reference = spend(lambda: orjson.loads(orjson.dumps({"lines": text.split("\n")})), REPEATS, ROUNDS)
    stages: dict[str, Callable[[int], object]] = {
        "clean": lambda n: clean(raws[n]),
        "split": lambda n: split(pages[n]),
        "enrich": lambda n: enrich(parts[n]),
        "clean + split": lambda n: split(clean(raws[n])),
        "pipeline": lambda n: enrich(split(clean(raws[n]))),
    }
    rows = {f"reference: JSON round trip, {len(text)} chars": {"us": reference * 1e6}}
    for name, stage in stages.items():
        took = spend(lambda stage=stage: [stage(n) for n in range(REPEATS)], 1, ROUNDS) / REPEATS
        rows[name] = {"us a page": took * 1e6, "MB/s": len(text) / took / 1e6, "x reference": took / reference}
    rows["peak memory"] = {"MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}
    return rows
