"""The imprint of a story on a page that no layout knows: byline and dates about the headline, or at the end of the story.

By Andrew King | September 4, 2025          Posted on July 1, 2024 by infuy          Written by Jane Roe
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

MAX_IMPRINT = 200  # characters of a line that holds byline or date
ABOVE, BELOW = 6, 10  # lines above and below the headline that may hold them
NEAR = 2  # lines between a date and names that nothing announces
AFTER = 8  # lines after the story
_BY = re.compile(
    r"(?:^|(?<=\s)|(?<=[^\W\d_]))(?P<by>(?:[Ww]ritten |[Pp]osted |[Ss]tory |[Pp]ublished )?[Bb][Yy]:? ?(?=[A-Z\u00c0-\u00de])|"
    r"[Aa]uthors?\s?: ?(?=[A-Z])|(?:Von|Par|Por|Di|Door) (?=[A-Z\u00c0-\u00de]))"
)
_SMALL = re.compile(r"(?<![\w'’-])[^\W\d_A-Z][^\W\d_A-Z]+(?![\w-])")
MAX_SCANNED = 600
_LABEL = re.compile(r"(?i)\b(?:published|posted|updated|veröffentlicht|publié|publicado|pubblicato|gepubliceerd|date)\b")


def mark_imprint(lines: Sequence[Line], headline: int | None, body: Sequence[int]) -> Marks:
    """Mark the line of the byline and the lines of dates that belong to the story."""
    inside = set(body)
    anchor = headline if headline is not None else body[0]
    about = [
        i
        for i in range(max(0, anchor - ABOVE), min(len(lines), max(anchor + BELOW, min(body[0] + 2, anchor + 30))))
        if i != headline
    ]
    about = [i for i in about if i not in inside or (i < body[0] + 3 and len(lines[i].text) <= MAX_IMPRINT // 2)]
    about.sort(key=lambda i: (i < anchor, abs(i - anchor)))
    after = [i for i in range(body[-1] + 1, min(len(lines), body[-1] + 1 + AFTER)) if i not in inside]
    marks: Marks = {}
    dated = next((i for i in (*about, *(j for j in after if _LABEL.search(lines[j].text))) if _holds_date(lines[i].text)), None)
    byline = next((i for i in (*about, *after) if _leads(lines[i].text)), None)
    if byline is None:
        near = [i for i in about if dated is None or abs(i - dated) <= 2 or abs(i - anchor) <= 2]
        byline = next((i for i in near if _names_alone(lines[i].text)), None)
    if dated is not None:
        marks[lines[dated].number] = Mark(
            "story.published", "plain.date-near-headline" if dated in about else "plain.date-after"
        )
    if byline is not None:
        both = byline == dated
        marks[lines[byline].number] = Mark("story.imprint" if both else "story.byline", "plain.byline")
    return marks


def _find_ordinary(lines: Sequence[Line]) -> frozenset[str]:
    """Find the words that the page writes small somewhere: names are not among them."""
    return frozenset(word for line in lines for word in _SMALL.findall(line.text[:MAX_SCANNED]))


def cut_byline(text: str) -> str:
    """Cut what stands before the byline in its line: "October 11, 2023 by Autumn Huerter"."""
    found = _BY.search(text)
    if found:
        return text[found.start() :]
    dates = find_dates(text)
    return text[: dates[0].start] if dates and dates[0].start > 3 else text


def _holds_date(text: str) -> bool:
    if len(text) > MAX_IMPRINT:
        return False
    return any(date.precision != "month" for date in find_dates(text)) or (len(text) < 30 and find_relative(text) is not None)


def _leads(text: str) -> bool:
    """Say whether a line holds a byline that a word announces."""
    if len(text) > MAX_IMPRINT or not _BY.search(text):
        return False
    found = read_byline(cut_byline(text))
    return bool(found and found.authors)


def _names_alone(text: str) -> bool:
    """Say whether a line is names with little else: "Andrew King", "Kristian Larsen July 13, 2025"."""
    rest = cut_byline(text)
    found = read_byline(rest) if len(rest) <= MAX_IMPRINT // 3 else None
    return bool(found and found.authors and not found.credits)
