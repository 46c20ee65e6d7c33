"""What markup says of the lines of a page, as columns of small numbers beside the odds that the text gave them.

<div class="comment-list"> <p>I was there, too.</p>  ->  in "comments", which hold little of what is likely the story

Where a line stands counts for more than what stands there: lines of one form (tag and classes of their elements),
and lines in one box, are mostly all the story's or none of them.
"""

from __future__ import annotations

from bisect import bisect_right as level
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.context import LINE_COST
from wiredesk.parsing.seen import SCANNED

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from wiredesk.parsing.evidence import Columns
    from wiredesk.parsing.lines import Line

STEPS = 4  # elements, from a line's own up, that tell its place
NEAR = 2  # of them that tell its form
FURNITURE = {
    "nav": 0, "footer": 0, "menu": 1, "tags": 1, "aside": 2, "sidebar": 2, "comments": 3, "related": 4, "promo": 4,
    "newsletter": 5, "share": 5, "bio": 5, "consent": 6, "hidden": 6,
}  # fmt: skip
KINDS = ("", *FURNITURE, "content", "article", "main", "header", "caption")
TAGS = ("", *"p h1 h2 h3 h4 li td th dd dt blockquote figcaption pre time address article".split())
ODDS = (-6, -4, -3, -2, -1.3, -0.7, -0.3, 0, 0.3, 0.7, 1.3, 2, 3, 4, 6)
LINKS = (0.001, 0.15, 0.4, 0.7, 0.97)
MEANS = (0.03, 0.1, 0.25, 0.4, 0.6, 0.75, 0.9, 0.97)
FURNISHED = (0.02, 0.1, 0.35)  # of the likely story, that boxes of a kind of furniture hold
CONTENT = (0.05, 0.5, 0.9)  # of the likely story, that boxes hold which say that they are content
SMALL, LARGE = 3, 8  # lines from which a box counts
STORY_SHARES = (0.95, 0.8, 0.6, 0.4)  # of the likely story, that a box holds which may be the story's
_TAG_LEVELS = {tag: i for i, tag in enumerate(TAGS)}
_KIND_LEVELS = {kind: i for i, kind in enumerate(KINDS)}

LEVELS: dict[str, int] = {
    "odds": 16, "tag": len(TAGS), "links": 6, "kind": len(KINDS), "outer-kind": len(KINDS), "form": 10, "place-form": 10,
    "small-box": 10, "large-box": 10, "story-box": 5, "furniture": 29, "content": 6,
}  # fmt: skip


class Place(NamedTuple):
    """Where a line stands: the forms of the elements that hold it, and their kinds."""

    path: tuple[str, ...] = ()
    inner: str = ""
    outer: str = ""
    kinds: frozenset[str] = frozenset()

    def enter(self, form: str, kind: str) -> Place:
        """Give the place inside one element more."""
        path = (*self.path[1 - STEPS :], form)
        if not kind:
            return self._replace(path=path)
        outer = self.outer or (kind if kind in FURNITURE else "")
        return Place(path, kind, outer, self.kinds if kind in self.kinds else self.kinds | {kind})


class Markup(NamedTuple):
    """What markup says of a page: by line its tag, the share of its characters in links, its place; boxes, inner ones first."""

    tags: Sequence[str]
    links: Sequence[float]
    places: Sequence[Place]
    boxes: Sequence[tuple[int, int]]


def gather_markup(markup: Markup, lines: Sequence[Line], odds: Sequence[float], chances: Sequence[float]) -> Columns:
    """Give the columns; odds: what the text says of each line, chances: what is thought of it so far."""
    sizes = [min(len(line.text), SCANNED) + LINE_COST for line in lines]
    likely = [p * size for p, size in zip(chances, sizes, strict=True)]
    places = markup.places
    return {
        "odds": [level(ODDS, one) for one in odds],
        "tag": [_TAG_LEVELS.get(tag, 0) for tag in markup.tags],
        "links": [level(LINKS, share) for share in markup.links],
        "kind": [_KIND_LEVELS[place.inner] for place in places],
        "outer-kind": [_KIND_LEVELS[place.outer] for place in places],
        "form": _find_means([place.path[-NEAR:] for place in places], likely, sizes),
        "place-form": _find_means([place.path for place in places], likely, sizes),
        **_look_at_boxes(markup.boxes, likely, sizes),
        **_look_at_kinds(places, likely),
    }


def _find_means(groups: Sequence[Hashable], likely: Sequence[float], sizes: Sequence[int]) -> list[int]:
    """Give for each line how likely the other lines of its group are; 0 where there are none."""
    sums: dict[Hashable, list[float]] = {}
    for group, one, size in zip(groups, likely, sizes, strict=True):
        held = sums.setdefault(group, [0.0, 0.0])
        held[0] += one
        held[1] += size
    return [
        _find_mean(sums[group][0] - one, sums[group][1] - size) for group, one, size in zip(groups, likely, sizes, strict=True)
    ]


def _find_mean(likely: float, size: float) -> int:
    return 1 + level(MEANS, likely / size) if size > 0 else 0


def _look_at_boxes(boxes: Sequence[tuple[int, int]], likely: Sequence[float], sizes: Sequence[int]) -> Columns:
    """See how likely the other lines of a line's boxes are, and which box may be the story's."""
    mass, whole = [0.0, *accumulate(likely)], [0, *accumulate(sizes)]
    columns: Columns = {}
    for name, least in (("small-box", SMALL), ("large-box", LARGE)):
        columns[name] = [
            _find_mean(mass[last] - mass[first] - likely[i], whole[last] - whole[first] - sizes[i])
            for i, (first, last) in enumerate(find_innermost(boxes, least, len(sizes)))
        ]
    columns["story-box"] = [0] * len(sizes)
    for step, share in enumerate(STORY_SHARES, 1):
        holding = [box for box in boxes if mass[-1] and mass[box[1]] - mass[box[0]] >= share * mass[-1]]
        if holding:
            first, last = min(holding, key=lambda box: box[1] - box[0])
            columns["story-box"][first:last] = [step] * (last - first)
    return columns


def find_innermost(boxes: Sequence[tuple[int, int]], least: int, count: int) -> Iterator[tuple[int, int]]:
    """Give for each line the innermost box of so many lines that holds it; the whole page where none does."""
    found: list[tuple[int, int] | None] = [None] * count
    free = list(range(count + 1))  # the next line from each on that has no box yet
    for box in boxes:
        if box[1] - box[0] < least:
            continue
        i = _skip(free, box[0])
        while i < box[1]:
            found[i] = box
            free[i] = i + 1
            i = _skip(free, i)
    return (box or (0, count) for box in found)


def _skip(free: list[int], at: int) -> int:
    """Find the next free line from `at` on, and remember the way (halving it)."""
    while free[at] != at:
        free[at] = free[free[at]]
        at = free[at]
    return at


def _look_at_kinds(places: Sequence[Place], likely: Sequence[float]) -> Columns:
    """See what furniture holds a line, and how much of the likely story boxes of that kind hold."""
    total = sum(likely) or 1.0
    held: dict[str, float] = {}
    sums: dict[frozenset[str], float] = {}
    for place, one in zip(places, likely, strict=True):
        sums[place.kinds] = sums.get(place.kinds, 0.0) + one
    for kinds, one in sums.items():
        for kind in kinds:
            held[kind] = held.get(kind, 0.0) + one
    content = 1 + level(CONTENT, held.get("content", 0.0) / total)
    none = 0 if "content" not in held else 5
    levels = {kinds: _weigh_furniture(kinds, held, total) for kinds in sums}
    return {
        "furniture": [levels[place.kinds] for place in places],
        "content": [content if "content" in place.kinds else none for place in places],
    }


def _weigh_furniture(kinds: frozenset[str], held: dict[str, float], total: float) -> int:
    """Give the level of a line in boxes of these kinds of furniture: that of the kind which holds the least of the story."""
    found = min((held[kind], kind) for kind in (*kinds, "") if kind in FURNITURE) if kinds & FURNITURE.keys() else None
    return 1 + 4 * FURNITURE[found[1]] + level(FURNISHED, found[0] / total) if found else 0
