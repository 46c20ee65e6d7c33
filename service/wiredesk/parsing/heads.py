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
_BY = re.compile(r"(?i:by|von|par|por|di|door)\s")


def is_date_line(text: str) -> bool:
    """Say whether a line is a date with little else: "March 14, 2024, 8:05 AM·3 min read", "3 days ago"."""
    if len(text) > MAX_DATE_LINE:
        return False
    relative = find_relative(text)
    if relative and relative.end - relative.start >= len(text) - 25:
        return True
    dates = find_dates(text)
    return bool(dates) and sum(date.end - date.start for date in dates) * 2 >= len(text) - 24


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
        tail = rest[rest.index(byline) + 1 :] if byline else rest[max(1, len(rest) - 2) :]
        if not byline and len(tail) == 2 and tail[0].text != tail[1].text:  # noqa: PLR2004 - the name stands once or twice
            tail = tail[1:]
        for line in tail:
            marks[line.number] = Mark("story.publisher", f"{rule}.publisher")
        rest = [line for line in rest if line.number not in marks]
    elif byline is None:
        byline = next((line for line in rest[1:] if read_byline(line.text)), None)
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
