"""The head of a story on an aggregator's page: category, headline, byline, publisher and date above the first paragraph.

Transportation / Ferries return to Lake Maren / By Ines DUVAL / AFP / AFP / 2 days ago
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.parsing.bylines import read_byline
from wiredesk.parsing.dates import find_dates, find_relative
from wiredesk.parsing.marks import Mark, Marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.lines import Line

MAX_DATE_LINE = 110  # characters of a line that holds a date and little else
MAX_CATEGORY = 40
_WORD = re.compile(r"\w+")
_DATE_LABELS = frozenset(
    "published publish posted post updated update last modified date on at um by the first originally min mins minute "
    "minutes read reading time mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday "
    "saturday sunday am pm a p m et est edt ct pt pst gmt utc uhr veröffentlicht aktualisiert am stand vom publié mis "
    "à jour le el publicado actualizado aggiornato il pubblicato atualizado em bijgewerkt gepubliceerd op created "
    "release released".split()
)
_BY = re.compile(r"(?i:by|von|par|por|di|door)\s")


def is_date_line(text: str) -> bool:
    """Say whether a line is dates and their labels and nothing else: "March 14, 2024, 8:05 AM·3 min read", "3 days ago"."""
    if len(text) > MAX_DATE_LINE:
        return False
    spans = [(date.start, date.end) for date in find_dates(text) if date.precision != "month"]
    if not spans and (relative := find_relative(text)):
        spans = [(relative.start, relative.end)]
    rest = text
    for start, end in reversed(spans):
        rest = f"{rest[:start]} {rest[end:]}"
    return bool(spans) and all(word in _DATE_LABELS or word.isdigit() for word in _WORD.findall(rest.casefold()))


def mark_head(lines: Sequence[Line], rule: str, *, publisher: str) -> Marks:
    """Mark the lines of a head; publisher: "above" the headline, "below" it, or "none"."""
    marks: Marks = {}
    rest = list(lines)
    for line in lines:
        if is_date_line(line.text):
            marks[line.number] = Mark("story.published", f"{rule}.date")
            rest.remove(line)
    if publisher == "above" and len(rest) > 1:
        marks[rest[0].number] = Mark("story.publisher", f"{rule}.publisher")
        rest = rest[1:]
    byline = next((line for line in rest[1:] if _BY.match(line.text) and read_byline(line.text)), None)
    if publisher == "below":
        below = _find_publisher(rest, byline)
        marks |= {line.number: Mark("story.publisher", f"{rule}.publisher") for line in below}
        rest = [line for line in rest if line not in below]
    elif byline is None:
        first = 2 if publisher == "none" else 1  # a category stands above the headline where no publisher does
        byline = next((line for line in rest[first:] if read_byline(line.text)), None)
    if byline:
        marks[byline.number] = Mark("story.byline", f"{rule}.byline")
        rest.remove(byline)
    if len(rest) > 1 and len(rest[0].text) <= MAX_CATEGORY and publisher != "above":
        marks[rest[0].number] = Mark("story.category", f"{rule}.category")
        rest = rest[1:]
    if rest:
        marks[rest[0].number] = Mark("story.headline", f"{rule}.headline")
    for line in rest[1:]:
        marks[line.number] = Mark("story.subheadline", f"{rule}.subheadline")
    return marks


def _find_publisher(rest: Sequence[Line], byline: Line | None) -> Sequence[Line]:
    """Find the publisher's lines at the end of a head: all after the byline, else the last one, which may stand twice."""
    if byline:
        return rest[rest.index(byline) + 1 :]
    twice = len(rest) > 2 and rest[-1].text == rest[-2].text
    return rest[-2:] if twice else rest[max(1, len(rest) - 1) :]
