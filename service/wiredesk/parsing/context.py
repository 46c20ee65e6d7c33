"""Context: what the lines about a line are likely to be, as columns of small numbers; the evidence of the later rounds.

A round gets the probabilities of the round before it: of the line, of those about it, of the best run of them, of the
segment that the line stands in, and the words of what is surely the story.
"""

from __future__ import annotations

from bisect import bisect_right as level
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from wiredesk.parsing.evidence import best_run, place_to_run, reach_down, reach_up
from wiredesk.parsing.seen import SCANNED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.evidence import Columns
    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.seen import Seen

CHANCE = 0.02  # probability of the first round under which a line is looked at no more
MARGIN = 10  # lines about those that have a chance
LINE_COST = 10  # characters that a line counts more than it has, so that a short one counts too
SURE = 0.7  # probability from which a line is surely the story's
MAX_HOLE = 2  # lines between two likely ones that do not end a segment
CHANCES = (0.03, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.97)
MEANS = (0.05, 0.2, 0.4, 0.6, 0.8, 0.95)
PARTS = (0.01, 0.1, 0.5, 0.9, 0.99)
DISTANCES = (-3000, -1000, -300, -60, 0, 1, 60, 300, 1000, 3000)

LEVELS: dict[str, int] = {
    "p": 10, "prev": 7, "next": 7, "prev2": 7, "next2": 7, "up3": 7, "down3": 7, "up8": 7, "down8": 7, "up20": 7, "down20": 7,
    "in-run": 11, "distance": 11, "landmarks": 5, "story-words": 6, "above": 6, "below": 6, "segment": 6, "in-run-mass": 5,
    "page-mass": 7, "from-first": 5, "to-last": 5,
}  # fmt: skip
KEPT = (
    "size", "end", "lead", "titled", "stops", "words", "chrome", "copies", "gaps", "shared", "at-1", "at+1", "mark-1", "mark+1",
    "last-prose", "next-prose", "since-head", "since-comment", "dates-passed", "heads", "replies-near", "replies-passed",
    "same", "place", "page-lines", "page-prose", "page-share",
)  # fmt: skip


def find_window(chances: Sequence[float]) -> range:
    """Find the lines between the first and the last with a chance, and some about them; menus and footers lie outside."""
    likely = [i for i, p in enumerate(chances) if p >= CHANCE]
    return range(max(0, likely[0] - MARGIN), min(len(chances), likely[-1] + 1 + MARGIN)) if likely else range(0)


def cut_columns(columns: Columns, window: range) -> Columns:
    """Cut columns to a window."""
    return {name: column[window.start : window.stop] for name, column in columns.items()}


def gather_context(lines: Sequence[Line], seen: Sequence[Seen], first: Columns, chances: Sequence[float]) -> Columns:
    """Give the evidence of a later round: context from the probabilities, and what of the first evidence is weighed again."""
    weights = [min(len(line.text), SCANNED) + LINE_COST for line in lines]
    mass = [0.0, *accumulate([p * w for p, w in zip(chances, weights, strict=True)])]
    sizes = [0, *accumulate(weights)]
    columns = _around(chances, mass, sizes)
    columns |= _to_run(seen, chances, weights, mass, sizes)
    columns |= _in_page(chances, mass)
    return columns | {name: first[name] for name in KEPT}


def _around(chances: Sequence[float], mass: Sequence[float], sizes: Sequence[int]) -> Columns:
    """Look at the probabilities of the lines about each line; means are weighted with characters."""
    near = [level(MEANS, p) for p in chances]
    count = len(chances)
    columns = {
        "p": [level(CHANCES, p) for p in chances],
        "prev": [0, *near][:count],
        "next": [*near[1:], 0],
        "prev2": [0, 0, *near][:count],
        "next2": [*near[2:], 0, 0][:count],
    }
    for reach in (3, 8, 20):
        for name, look in (("up", reach_up), ("down", reach_down)):
            likely, whole = look(mass, reach), look(sizes, reach)
            columns[f"{name}{reach}"] = [level(MEANS, a / b) if b else 0 for a, b in zip(likely, whole, strict=True)]
    return columns


def _to_run(
    seen: Sequence[Seen], chances: Sequence[float], weights: Sequence[int], mass: Sequence[float], sizes: Sequence[int]
) -> Columns:
    """Where each line stands to the best run of likely lines, and whether it speaks of what the run speaks of."""
    count = len(seen)
    start, end = best_run([(p - 0.5) * w for p, w in zip(chances, weights, strict=True)])
    passed = [0, *accumulate(one.head or one.chrome is not None for one in seen)]
    counts = Counter(word for i in range(start, end) if chances[i] > 0.5 for word in set(seen[i].content))
    story = frozenset(word for word, times in counts.items() if times > 1)
    ahead = [sizes[start] - sizes[i + 1] for i in range(start)]
    after = [sizes[end] - sizes[i] for i in range(end, count)]
    marks = [passed[start] - passed[i + 1] for i in range(start)] + [0] * (end - start)
    marks += [passed[i] - passed[end] for i in range(end, count)]
    return {
        "in-run": place_to_run(start, end, count),
        "distance": [level(DISTANCES, far) for far in (*ahead, *[0] * (end - start), *after)],
        "landmarks": [min(mark, 4) for mark in marks],
        "story-words": [
            level((0.01, 0.15, 0.3, 0.5, 0.7), sum(map(story.__contains__, one.content)) / (len(one.content) or 1))
            for one in seen
        ],
        "in-run-mass": [level((0.5, 0.7, 0.85, 0.95), (mass[end] - mass[start]) / (mass[-1] or 1))] * count,
    }


def _in_page(chances: Sequence[float], mass: Sequence[float]) -> Columns:
    """Weigh the page's likely text above and below each line, and the segment that the line stands in."""
    count, total = len(chances), mass[-1] or 1.0
    sure = [i for i, p in enumerate(chances) if p > SURE] or [count]
    return {
        "above": [level(PARTS, part / total) for part in mass[:-1]],
        "below": [level(PARTS, 1 - part / total) for part in mass[1:]],
        "segment": _segments(chances, mass),
        "page-mass": [level((200, 600, 1500, 3000, 6000, 12000), total)] * count,
        "from-first": [level((0, 1, 3, 8), i - sure[0]) for i in range(count)],
        "to-last": [level((0, 1, 3, 8), sure[-1] - i) for i in range(count)],
    }


def _segments(chances: Sequence[float], mass: Sequence[float]) -> list[int]:
    """Say of each line in a segment how large that is beside the page's largest: 1 - 5; 0 outside."""
    spans: list[list[int]] = []
    for i, p in enumerate(chances):
        if p > 0.5:
            if spans and i - spans[-1][1] <= MAX_HOLE + 1:
                spans[-1][1] = i
            else:
                spans.append([i, i])
    largest = max((mass[end + 1] - mass[start] for start, end in spans), default=1.0)
    levels = [0] * len(chances)
    for start, end in spans:
        own = 1 + level((0.05, 0.2, 0.5, 0.9), (mass[end + 1] - mass[start]) / largest)
        levels[start : end + 1] = [own] * (end + 1 - start)
    return levels
