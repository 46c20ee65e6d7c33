"""Pages with several whole stories: news in brief, round-ups between rules, live blogs with their times.

Bridge at Kesten shut for two weeks / KESTEN (AP) — The bridge ... / Buses will ... / Two rescued after boat overturns / ...
10:42 a.m. / Trains to the coast stop / The railway has stopped ...          ___ / Frost damages cherry trees / ...
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.kinds import Kind
    from wiredesk.parsing.lines import Line

LEAST_STORY = 120  # characters of text in a story of its own
LEAST_SHARE = 0.6  # of the page's prose that the stories hold together
BRIEFS, ENTRIES = 2, 3  # stories from which a page is one of briefs, of entries with times
MAX_HEADLINE = 140
DATE_LINES, MAX_DATE_LINE = 4, 80  # lines above the first story that may hold the date of all, and its characters
TEXT = frozenset(("prose", "sentence", "line"))
TITLE = frozenset(("title", "name", "sentence"))
_RULE = re.compile(r"[_*\-–—•~=#\s]{3,60}")
_CLOCK = re.compile(
    r"(?i)(?:(?:posted|updated|published)(?: at)? )?(?P<h>[01]?\d|2[0-3])[:.h](?P<m>[0-5]\d)(?:\s?(?P<half>[ap])\.?m\.?)?"
    r"(?:\s?(?:uhr|[ecmp][sd]?t|gmt|utc|bst|cest?|ist))?"
)


class Whole(NamedTuple):
    """A story of a page that holds several: the numbers of its lines; dated: the line with its time."""

    headline: int | None
    body: tuple[int, ...]
    dated: int | None = None
    rule: int | None = None


def find_several(lines: Sequence[Line], kinds: Sequence[Kind]) -> list[Whole]:
    """Find the stories of a page that holds several; none where it holds one or teasers only."""
    prose = sum(len(line.text) for line, kind in zip(lines, kinds, strict=True) if kind.name in TEXT)
    for found in (_find_entries(lines, kinds), _find_between_rules(lines, kinds), _find_briefs(lines, kinds)):
        held = sum(len(lines[i].text) for whole in found for i in whole.body)
        if found and held >= LEAST_SHARE * prose:
            return found
    return []


def find_date_above(lines: Sequence[Line], first: int) -> int | None:
    """Find the line of a date that stands above the first of several stories, and is that of all."""
    for i in range(first - 1, max(-1, first - 1 - DATE_LINES), -1):
        if len(lines[i].text) <= MAX_DATE_LINE and any(date.precision == "day" for date in find_dates(lines[i].text)):
            return i
    return None


def _find_briefs(lines: Sequence[Line], kinds: Sequence[Kind]) -> list[Whole]:
    """Find stories that each begin with a headline and a dateline, and are not cut short."""
    heads = [
        i - 1
        for i in range(1, len(lines))
        if "dateline" in kinds[i].flags
        and kinds[i].name in TEXT
        and kinds[i - 1].name in TITLE
        and _parts(lines, i - 1)
        and len(lines[i - 1].text) <= MAX_HEADLINE
    ]
    if len(heads) < BRIEFS:
        return []
    found = []
    for head, end in pairwise([*heads, _end_of_text(kinds, heads[-1] + 1)]):
        found.append(Whole(head, tuple(range(head + 1, end))))
    places = {lines[head + 1].text[:8] for head in heads}
    return found if len(places) > 1 and all(_is_whole(lines, kinds, whole) for whole in found) else []


def _find_between_rules(lines: Sequence[Line], kinds: Sequence[Kind]) -> list[Whole]:
    """Find stories that stand between rules ("___"), each with a headline at its beginning."""
    rules = [i for i, line in enumerate(lines) if _RULE.fullmatch(line.text)]
    if len(rules) < BRIEFS:
        return []
    found = []
    for rule, end in pairwise([*rules, _end_of_text(kinds, rules[-1] + 2)]):
        if rule + 2 < end and kinds[rule + 1].name in {"title", "name"}:
            found.append(Whole(rule + 1, tuple(range(rule + 2, end)), rule=rule))
        elif rule + 1 < end:
            return []
    return found if len(found) >= BRIEFS and all(_is_whole(lines, kinds, whole) for whole in found) else []


def _find_entries(lines: Sequence[Line], kinds: Sequence[Kind]) -> list[Whole]:
    """Find the entries of a live blog: a time in a line of its own, perhaps a headline, text; times in order."""
    clocks = [(i, _read_clock(clock)) for i, line in enumerate(lines) if (clock := _CLOCK.fullmatch(line.text))]
    if len(clocks) < ENTRIES:
        return []
    times = [time for _, time in clocks]
    if times != sorted(times) and times != sorted(times, reverse=True):
        return []
    found = []
    for at, end in pairwise([*(i for i, _ in clocks), _end_of_text(kinds, clocks[-1][0] + 2)]):
        titled = at + 2 < end and kinds[at + 1].name in {"title", "name"}
        found.append(Whole(at + 1 if titled else None, tuple(range(at + 2 if titled else at + 1, end)), dated=at))
    return found if all(_is_whole(lines, kinds, whole) for whole in found) else []


def _read_clock(found: re.Match[str]) -> int:
    hour = int(found["h"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].casefold() == "p" else 0)
    return hour * 60 + int(found["m"])


def _parts(lines: Sequence[Line], i: int) -> bool:
    """Say whether a line stands apart from the one above it, as a headline does."""
    return i == 0 or lines[i].blanks_before > 0 or lines[i - 1].text[-1] in ".”\"'!?"


def _end_of_text(kinds: Sequence[Kind], start: int) -> int:
    """Find where the last story ends: at the first line that is neither text nor a name of its own."""
    return next((i for i in range(start, len(kinds)) if kinds[i].name not in TEXT), len(kinds))


def _is_whole(lines: Sequence[Line], kinds: Sequence[Kind], whole: Whole) -> bool:
    """Say whether a story is whole: enough text, none of it cut short, no furniture in it."""
    if any("truncated" in kinds[i].flags or kinds[i].name not in TEXT | {"title", "name"} for i in whole.body):
        return False
    return sum(len(lines[i].text) for i in whole.body) >= LEAST_STORY
