"""First evidence: what speaks for a line being the story's, from the page alone, as columns of small numbers.

A column holds one level a line: "size" 0 - 8, "end" 0 - 9, ... The weights of every level stand in `weights.json`. What is
seen: the line itself, its words, its neighbours, the prose around it, the landmarks passed, the page as a whole.
"""

from __future__ import annotations

from bisect import bisect_right as level
from collections import Counter
from itertools import accumulate
from operator import sub
from typing import TYPE_CHECKING

from wiredesk.parsing.seen import LEVELS as OF_LINES
from wiredesk.parsing.seen import see_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.seen import Seen

Columns = dict[str, list[int]]

NO_PROSE = -40  # what a line without prose takes from a run of prose, in characters
SHARES = (0.001, 0.05, 0.2, 0.5, 0.8, 0.95, 0.999)
MASSES = (1, 150, 400, 900, 2000, 4000)
STEPS = (1, 2, 3, 5, 9, 20, 60)
REACHES = (2, 3, 5, 9, 17, 40)
RUN = (-20, -8, -3, -1, 0)
PASSED = (1, 3, 8, 20)


def _levels(bounds: Sequence[float], values: Iterable[float]) -> list[int]:
    return [level(bounds, value) for value in values]


LEVELS: dict[str, int] = {
    "size": 9, "end": 9, "lead": 8, "titled": 8, "stops": 6, "words": 12, "chrome": 3, "reply": 2,
    "copies": 5, "gaps": 9, "shared": 7, "place": 9, "before": 8, "behind": 8, "run": 11, "run-mass": 6,
    "heads": 5, "since-head": 8, "since-comment": 7, "dates-passed": 5, "dates-near": 4, "replies-near": 5, "replies-passed": 5,
    "last-prose": 7, "next-prose": 7, "up2": 7, "down2": 7, "up5": 7, "down5": 7, "near25": 7, "same": 6, "shorts": 5,
    "at-2": 46, "at-1": 46, "at+1": 46, "at+2": 46, "mark-1": 5, "mark+1": 5, "mark+2": 5,
    "page-lines": 7, "page-prose": 7, "page-share": 7,
}  # fmt: skip


def first_evidence(lines: Sequence[Line]) -> tuple[Columns, list[Seen]]:
    """Give the first evidence of every line, column by column, and what is seen of the lines."""
    if not lines:
        return {name: [] for name in LEVELS}, []
    seen = see_lines(lines)
    of_lines = dict(zip(OF_LINES, map(list, zip(*[one.levels for one in seen], strict=True)), strict=True))
    looks, marks = of_lines.pop("look"), of_lines.pop("mark")
    columns = of_lines | _own_columns(lines, seen)
    columns |= _neighbours(looks, marks, columns)
    mass = [0, *accumulate([one.prose for one in seen])]
    columns |= _surroundings(mass, seen)
    columns |= _landmarks(seen)
    columns |= _page_columns(lines, seen, mass)
    return columns, seen


def _own_columns(lines: Sequence[Line], seen: Sequence[Seen]) -> Columns:
    """Place a line among the others of the page: how often it stands there, its gaps, the words that others have too."""
    texts = [line.text for line in lines]
    copies = Counter(texts)
    vocabulary = Counter(word for one in seen if one.prose for word in set(one.content))
    elsewhere = frozenset(word for word, count in vocabulary.items() if count > 1)
    gaps = [min(line.blanks_before, 2) for line in lines]
    shared = [
        sum(map((elsewhere if one.prose else vocabulary).__contains__, one.content)) / (len(one.content) or 1) for one in seen
    ]
    return {
        "copies": [min(copies[text], 4) for text in texts],
        "gaps": [3 * before + after for before, after in zip(gaps, [*gaps[1:], 2], strict=True)],
        "shared": _levels((0.01, 0.2, 0.4, 0.6, 0.8, 0.99), shared),
    }


def _neighbours(looks: list[int], marks: list[int], own: Columns) -> Columns:
    shapes = list(zip(looks, own["gaps"], [titled // 3 for titled in own["titled"]], strict=True))
    count = len(looks)
    return {
        "at-2": [0, 0, *looks][:count],
        "at-1": [0, *looks][:count],
        "at+1": [*looks[1:], 0],
        "at+2": [*looks[2:], 0, 0][:count],
        "mark-1": [0, *marks][:count],
        "mark+1": [*marks[1:], 0],
        "mark+2": [*marks[2:], 0, 0][:count],
        "same": _levels((1, 2, 4, 7, 12), [shapes[max(0, i - 10) : i + 11].count(shapes[i]) - 1 for i in range(count)]),
    }


def reach_up(sums: Sequence[float], reach: int) -> list[float]:
    """Give for each line what the lines above it within reach sum up to; sums: running sums from 0."""
    return list(map(sub, sums, ([sums[0]] * reach + list(sums))[: len(sums) - 1]))


def reach_down(sums: Sequence[float], reach: int) -> list[float]:
    """Give for each line what the lines below it within reach sum up to; sums: running sums from 0."""
    return list(map(sub, [*sums[1:], *[sums[-1]] * reach][reach:], sums[1:]))


def _surroundings(mass: Sequence[int], seen: Sequence[Seen]) -> Columns:
    """Weigh the prose about each line, in characters."""
    total = mass[-1] or 1
    prose = [one.prose > 0 for one in seen]
    around = list(map(sum, zip(reach_up(mass, 25), reach_down(mass, 25), strict=True)))
    return {
        "before": _levels(SHARES, [part / total for part in mass[:-1]]),
        "behind": _levels(SHARES, [(mass[-1] - part) / total for part in mass[1:]]),
        "last-prose": _levels(REACHES, [0, *since(prose)][: len(seen)]),
        "next-prose": _levels(REACHES, [0, *since(prose[::-1])][: len(seen)][::-1]),
        "up2": _levels(MASSES, reach_up(mass, 2)),
        "down2": _levels(MASSES, reach_down(mass, 2)),
        "up5": _levels(MASSES, reach_up(mass, 5)),
        "down5": _levels(MASSES, reach_down(mass, 5)),
        "near25": _levels(MASSES, around),
    }


def since(flags: Iterable[bool]) -> list[int]:
    """Count the lines since the last flag; from the top of the page where there was none: as if far away."""
    steps, counts = 1000, []
    for flag in flags:
        steps = 0 if flag else steps + 1
        counts.append(steps)
    return counts


def _landmarks(seen: Sequence[Seen]) -> Columns:
    """Count the landmarks that stand before and about each line."""
    dates = [0, *accumulate(one.date for one in seen)]
    replies = [0, *accumulate(one.reply for one in seen)]
    shorts = [0, *accumulate(one.size <= 2 and one.end == "w" for one in seen)]
    heads = accumulate(one.head for one in seen)

    def near(sums: list[int]) -> list[float]:
        return list(map(sum, zip(reach_up(sums, 10), reach_down(sums, 10), strict=True)))

    return {
        "heads": [min(passed, 4) for passed in heads],
        "since-head": _levels(STEPS, since(one.head for one in seen)),
        "since-comment": _levels((1, 3, 9, 30, 100, 1000), since(one.chrome == "chrome.comment-count" for one in seen)),
        "dates-passed": [min(passed, 4) for passed in dates[:-1]],
        "dates-near": _levels((1, 2, 4), near(dates)),
        "replies-passed": _levels((1, 2, 4, 8), replies[:-1]),
        "replies-near": _levels((1, 2, 4, 7), near(replies)),
        "shorts": _levels((1, 3, 6, 9), near(shorts)),
    }


def _page_columns(lines: Sequence[Line], seen: Sequence[Seen], mass: Sequence[int]) -> Columns:
    """Place each line in the page and to its best run of prose; say what page it is."""
    count = len(lines)
    start, end = best_run([one.prose or NO_PROSE for one in seen])
    share = mass[-1] / (sum([len(line.text) for line in lines]) or 1)
    return {
        "place": _levels((0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9), [(i + 0.5) / count for i in range(count)]),
        "run": place_to_run(start, end, count),
        "run-mass": [level((0.3, 0.5, 0.7, 0.85, 0.95), (mass[end] - mass[start]) / (mass[-1] or 1))] * count,
        "page-lines": [level((15, 40, 100, 200, 400, 800), count)] * count,
        "page-prose": [level((1, 500, 1500, 3000, 6000, 12000), mass[-1])] * count,
        "page-share": [level((0.1, 0.25, 0.4, 0.55, 0.7, 0.85), share)] * count,
    }


def place_to_run(start: int, end: int, count: int) -> list[int]:
    """Place each line to a run: 0 - 4 above it, the farther the less; 5 in it; 6 - 10 below it."""
    above = [level(RUN, i - start) for i in range(start)]
    return above + [5] * (end - start) + [6 + level(PASSED, i - end) for i in range(end, count)]


def best_run(gains: Sequence[float]) -> tuple[int, int]:
    """Find the run with the greatest sum, as `[start, end)`; empty where nothing gains."""
    best, best_at, total, start = 0.0, (0, 0), 0.0, 0
    for i, gain in enumerate(gains):
        if total <= 0:
            total, start = 0.0, i
        total += gain
        if total > best:
            best, best_at = total, (start, i + 1)
    return best_at
