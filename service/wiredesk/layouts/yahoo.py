"""The layout of Yahoo's captures: portal menu, publisher above the headline, a date with reading time, then cards in blocks.

UPI
How inspection cameras ...
Lush lawns dug up, ...
3h ago
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.layouts import Layout
from wiredesk.parsing.bodies import mark_body
from wiredesk.parsing.cards import mark_blocks
from wiredesk.parsing.heads import mark_head
from wiredesk.parsing.marks import Mark, Marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.lines import Line

MENU = frozenset(
    "Skip to Navigation|Skip to Main Content|Yahoo News|Search query|Sign in|Mail|Originals|The 360|COVID-19|Politics|World|"
    "Finance|Sports|Entertainment|Home|US|News|Health|Science|Tech|Contact Us".split("|")
)
_DATE_LINE = re.compile(r"\w{3,9} \d{1,2}, \d{4}(?:, \d{1,2}:\d\d [AP]M)?(?:\s?·\s?\d{1,3} min read)?")
END = ("View comments", "View Comments")
CARDS = ("Recommended Stories", "More stories", "TRENDING", "Latest Stories", "Up next")


def recognise(lines: Sequence[Line]) -> int:
    """Know the page by its menu, its date line and the end of the story."""
    texts = {line.text for line in lines}
    if "Yahoo News" not in texts:
        return 0
    marks = len(texts & MENU) >= 4, any(_DATE_LINE.fullmatch(t) for t in texts), bool(texts & {*END, *CARDS})
    return 80 if all(marks) else 0


def mark(lines: Sequence[Line]) -> Marks:
    """Mark menu, head, body, cards and footer."""
    marks: Marks = {}
    at = next((i for i, line in enumerate(lines) if line.text not in MENU), 0)
    dated = next((i + 1 for i, line in enumerate(lines) if _DATE_LINE.fullmatch(line.text)), at)
    end = next((i for i, line in enumerate(lines) if i >= dated and line.text in END), len(lines))
    end = min(end, next((i for i, line in enumerate(lines) if i >= dated and line.text in CARDS[:1]), end))
    marks |= {line.number: Mark("chrome.menu", "yahoo.menu") for line in lines[:at]}
    marks |= mark_head(lines[at:dated], "yahoo", publisher="above")
    marks |= mark_body(lines[dated:end], "yahoo")
    cards = next((i for i in range(end, len(lines)) if lines[i].text in CARDS), len(lines))
    foot = next((i for i in range(cards, len(lines)) if lines[i].text == "TRENDING"), len(lines))
    marks |= {line.number: Mark("chrome.comments", "yahoo.comments") for line in lines[end:cards]}
    marks |= mark_blocks(lines[cards:foot], "yahoo", heads=CARDS)
    marks |= {line.number: Mark("chrome.footer", "yahoo.footer") for line in lines[foot:]}
    return marks


LAYOUT = Layout("yahoo", recognise, mark)
