"""Lines about a story that name the agency which wrote it, on a page that no layout knows.

PTI        Direkt aus dem dpa-Newskanal        © Agence France-Presse        Copyright 2023 The Associated Press.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.agencies import credit_keys
from wiredesk.parsing.marks import Mark, Marks, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiredesk.parsing.page_evidence import Page

AGENCY_LINE = "plain.agency-line"
TAIL = 4  # lines under the last paragraph that may name the agency
MAX_LINE = 160  # characters
_YEARS = r"(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?\s)?"
_LED = re.compile(
    rf"(?:(?i:©|\(c\)|copyright)\s?(?:©\s?)?{_YEARS}(?:by\s)?"
    r"|(?i:artikel von|direkt aus dem|mit material (?:von|der)|(?:quelle|source|fuente|fonte|bron)\s?:|door|redazione"
    r"|(?:story|article) by)\s)?"
    r"(?:[Tt]he\s)?(?P<name>[^\W\d_][^,;:()©]{1,40}?)"
    r"(?:-Newskanal|-infocom(?: GmbH)?(?:, dpa:[\d/-]{6,40})?|\s(?:19|20)\d\d)?"
    r"[.]?(?:\s(?i:all rights reserved|todos los derechos|tous droits).{0,90})?"
)


def mark_agency_lines(page: Page, headline: int | None, body: Sequence[int], marks: Marks) -> None:
    """Mark the lines about a story that say nothing but whose it is: they are a byline without a person."""
    for i in _list_near(headline, body, marks):
        text = page.lines[i].text
        name = find_agency_name(text) if i not in page.fixed and marks[i].label.startswith("chrome.") else None
        if name:
            marks[i] = Mark(marks[i].label, AGENCY_LINE, (Piece("story.byline", *name),))


def find_agency_name(text: str) -> tuple[int, int] | None:
    """Find the agency's name in a line that has nothing else to say: where it starts and ends."""
    found = _LED.fullmatch(text) if len(text) <= MAX_LINE else None
    if not found or found["name"].casefold() not in credit_keys():
        return None
    return found.span("name")


def _list_near(headline: int | None, body: Sequence[int], marks: Marks) -> Iterator[int]:
    """List the lines between the headline and the story, and the few right under it."""
    yield from range(body[0] if headline is None else headline + 1, body[0])
    for i in range(body[-1] + 1, body[-1] + 1 + TAIL):
        if i not in marks or marks[i].label.startswith(("related.", "chrome.section-head")):
            return
        yield i
