"""Lists of other stories under a head, told by their shape; and furniture that a list repeats in every row of it.

Most read / 1 / Minister resigns / 2 / Tiger settles beside tea garden          headline / Share / headline / Share
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from wiredesk.parsing.cards import cut_blocks
from wiredesk.parsing.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from wiredesk.parsing.lines import Line

MAX_ROWS = 10  # of a list
HEADLINE_WORDS, TOPIC_WORDS = 4, 3
SIGNS, MAX_CARD_LINES = 2, 6  # of cards in a block, and lines that each may stand for
CARD_LINES = 3, 6
REPEATED = 3  # times that furniture stands on a page from which it is part of the rows of a list
_ROWS = frozenset(("title", "name", "line"))
_ENDS = frozenset(("section", "chrome", "fixed"))
_OWN_HEAD = frozenset(("outlet", "either", "section-name"))
_RANK = re.compile(r"#?(\d{1,2})[.)]?")
_DIGITS = re.compile(r"\d+")


def flag_lists(lines: Sequence[Line], kinds: list[Kind], passed: AbstractSet[int]) -> None:
    """Flag a section's head with the titles under it up to a blank line, and those titles; `passed` lines are none of it."""
    if not passed:
        _flag_rows(lines, kinds)
        return
    shown = [i for i in range(len(lines)) if i not in passed]
    left = [kinds[i] for i in shown]
    _flag_rows(list(close_up(lines, passed)), left)
    for i, kind in zip(shown, left, strict=True):
        kinds[i] = kind


def _flag_rows(lines: Sequence[Line], kinds: list[Kind]) -> None:
    for i, kind in enumerate(kinds):
        if kind.name != "section" and "more" not in kind.flags:
            continue
        spaced = _find_spaced_end(lines, kinds, i) if kind.name == "section" else None
        end = spaced or _find_end(lines, kinds, i)
        if not end or not _are_headlines(lines[i + 1 : end]):
            continue
        kinds[i] = Kind(kind.name, (*kind.flags, "lists"))
        for row in range(i + 1, end):
            name, flags = kinds[row]
            if spaced:
                kinds[row] = Kind(name, (*(flag for flag in flags if flag not in _OWN_HEAD), "listed"))
            elif _heads_next(lines, kinds, row, end):
                kinds[row] = Kind(name, (*flags, "heads-next"))
            elif not _OWN_HEAD.intersection(flags):
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
    short = next((row for row in range(head + 3, end) if len(lines[row].text.split()) < TOPIC_WORDS), end)
    if end != short and all(len(line.text.split()) >= HEADLINE_WORDS for line in lines[head + 1 : short]):
        return short  # names of topics follow the headlines
    if not least < end <= head + MAX_ROWS:
        return None
    if end == len(lines) or lines[end].blanks_before:
        return end
    cards = sum(not _OWN_HEAD.isdisjoint(kinds[row].flags) for row in range(head + 1, end)) > 1  # a name a card, not a list
    return end if kinds[end].name in _ENDS and not cards else None


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


def find_card_blocks(lines: Sequence[Line], kinds: Sequence[Kind]) -> Iterator[int]:
    """Find the lines of blocks that a head of other stories opens and in which sources or teasers cut short come again."""
    blocks = list(cut_blocks(lines))
    whole = [block for block in blocks if _is_card(block, kinds)]
    for block in whole if len(whole) >= REPEATED else ():
        yield from (line.number for line in block)
    for block in blocks:
        rows = block[1:]
        signs = sum(
            "truncated" in kinds[row.number].flags
            or (kinds[row.number].name == "source" and "byline" not in kinds[row.number].flags)
            for row in rows
        )
        if kinds[block[0].number].name == "section" and signs >= SIGNS and len(rows) <= MAX_CARD_LINES * signs:
            yield from (row.number for row in rows)


def _is_card(block: Sequence[Line], kinds: Sequence[Kind]) -> bool:
    """Say whether a block has the shape of a card: headline, a teaser, source or age below."""
    names = [kinds[line.number].name for line in block]
    return (
        CARD_LINES[0] <= len(block) <= CARD_LINES[1]
        and names[0] in _ROWS
        and names[-1] == "source"
        and "byline" not in kinds[block[-1].number].flags
        and sum(name in {"sentence", "prose"} for name in names) == 1
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
