"""Lists of other stories under a head, told by their shape; and furniture that a list repeats in every row of it.

Most read / 1 / Minister resigns / 2 / Tiger settles beside tea garden          headline / Share / headline / Share
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from wiredesk.parsing.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from wiredesk.parsing.lines import Line

MAX_ROWS = 10  # of a list
HEADLINE_WORDS = 4
REPEATED = 3  # times that furniture stands on a page from which it is part of the rows of a list
_ROWS = frozenset(("title", "name", "line"))
_ENDS = frozenset(("section", "chrome", "fixed", "source"))
_OWN_HEAD = frozenset(("outlet", "either", "section-name"))
_RANK = re.compile(r"#?(\d{1,2})[.)]?")
_DIGITS = re.compile(r"\d+")


def flag_lists(lines: Sequence[Line], kinds: list[Kind], passed: AbstractSet[int]) -> None:
    """Flag a section's head with the titles under it up to a blank line, and those titles; `passed` lines are none of it."""
    if passed:
        shown = [i for i in range(len(lines)) if i not in passed]
        shorter, left = list(close_up(lines, passed)), [kinds[i] for i in shown]
        flag_lists(shorter, left, frozenset())
        for i, kind in zip(shown, left, strict=True):
            kinds[i] = kind
        return
    for i, kind in enumerate(kinds):
        if kind.name != "section" and "more" not in kind.flags:
            continue
        spaced = _find_spaced_end(lines, kinds, i)
        end = spaced or _find_end(lines, kinds, i)
        if not end or not _are_headlines(lines[i + 1 : end]):
            continue
        kinds[i] = Kind(kind.name, (*kind.flags, "lists"))
        for row in range(i + 1, end):
            name, flags = kinds[row]
            if spaced:
                kinds[row] = Kind(name, (*(flag for flag in flags if flag not in _OWN_HEAD), "listed"))
            elif not _OWN_HEAD.intersection(flags) and not _heads_next(lines, kinds, row, end):
                kinds[row] = Kind(name, (*flags, "listed"))
        if end < len(lines):
            kinds[end] = Kind(kinds[end].name, (*kinds[end].flags, "after-list"))


def _find_end(lines: Sequence[Line], kinds: Sequence[Kind], head: int) -> int | None:
    """Find the end of a list whose rows stand without blank lines between."""
    end, least = head + 1, head + 1
    if end < len(lines) and lines[end].blanks_before and kinds[end].name in _ROWS:
        end, least = head + 2, head + 2  # a blank line after the head: one row alone is no list
    while end < len(lines) and not lines[end].blanks_before and kinds[end].name in _ROWS and end - head <= MAX_ROWS:
        end += 1
    return end if least < end <= head + MAX_ROWS and (end == len(lines) or lines[end].blanks_before) else None


def _find_spaced_end(lines: Sequence[Line], kinds: Sequence[Kind], head: int) -> int | None:
    """Find the end of a list with a blank line between its rows: a wider gap, a head or furniture ends it."""
    first, end = head + 1, head + 2
    if end >= len(lines) or kinds[first].name not in _ROWS:
        return None
    gap = lines[end].blanks_before
    if not gap or lines[first].blanks_before > gap:
        return None
    while end < len(lines) and lines[end].blanks_before == gap and kinds[end].name in _ROWS and end - head <= MAX_ROWS:
        end += 1
    closed = end == len(lines) or lines[end].blanks_before > gap or kinds[end].name in _ENDS
    return end if end - first > 1 and closed else None


def _are_headlines(rows: Sequence[Line]) -> bool:
    """Say whether rows are headlines: half of them have as many words as headlines have, which names of topics have not."""
    return 2 * sum(len(row.text.split()) >= HEADLINE_WORDS for row in rows) >= len(rows)


def _heads_next(lines: Sequence[Line], kinds: Sequence[Kind], row: int, end: int) -> bool:
    """Say whether a row in capitals is the section of the headline under it: GEAR / Five waders that did not leak."""
    return (
        row + 1 < end
        and "capitals" in kinds[row].flags
        and "capitals" not in kinds[row + 1].flags
        and len(lines[row].text.split()) < HEADLINE_WORDS
    )


def close_up(lines: Sequence[Line], passed: AbstractSet[int]) -> Iterator[Line]:
    """Give the lines without those that are passed over, each with the blank lines before it or before one of those."""
    blanks = 0
    for line in lines:
        blanks = max(blanks, line.blanks_before)
        if line.number not in passed:
            yield line._replace(blanks_before=blanks)
            blanks = 0


def find_passed_over(lines: Sequence[Line], kinds: Sequence[Kind]) -> set[int]:
    """Find lines that stand in the rows of a list and part them from nothing: ranks, and furniture that every row repeats."""
    passed = _find_ranks(lines, kinds)
    furniture = {
        i: _DIGITS.sub("0", lines[i].text.casefold())
        for i, kind in enumerate(kinds)
        if kind.name == "chrome" and not kind.flags
    }
    counts = Counter(furniture.values())
    return passed | {i for i, text in furniture.items() if counts[text] >= REPEATED}


def _find_ranks(lines: Sequence[Line], kinds: Sequence[Kind]) -> set[int]:
    """Find numbers in lines of their own that count from 1, each above a row."""
    ranks = [
        (i, int(rank[1]))
        for i, line in enumerate(lines[:-1])
        if (rank := _RANK.fullmatch(line.text)) and kinds[i + 1].name not in {"chrome", "fixed"}
    ]
    found: set[int] = set()
    for (i, one), (k, other) in pairwise(ranks):
        if other == one + 1 and (one == 1 or i in found) and k - i <= MAX_ROWS // 2:
            found |= {i, k}
    return found
