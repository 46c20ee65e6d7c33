"""Lines about a story that name the agency which wrote it, on a page.

PTI        Direkt aus dem dpa-Newskanal        © Agence France-Presse        Copyright 2023 The Associated Press.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.agencies import credit_keys
from wiredesk.parsing.marks import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.marks import Mark, Marks

AGENCY_LINE = "agency-line"
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


def mark_agency_lines(lines: Sequence[Line], marks: Marks) -> Marks:
    """Mark the lines about a page's first story that say nothing but whose it is: they are a byline without a person."""
    found: Marks = {}
    first = next((line for line in lines if line.number in marks and _names_publisher(marks[line.number])), None)
    for i in _list_near(lines, marks):
        mark = marks[lines[i].number]
        loose = mark.label.startswith("chrome.") or (
            mark.label == "story.publisher" and first is not None and lines[i].text != first.text
        )
        name = find_agency_name(lines[i].text) if loose and not mark.pieces else None
        if name:
            found[lines[i].number] = mark._replace(rule=AGENCY_LINE, pieces=(Piece("story.byline", *name),))
    return marks | found


def _names_publisher(mark: Mark) -> bool:
    return any(piece.label == "story.publisher" for piece in mark.pieces) or (
        mark.label == "story.publisher" and not mark.pieces
    )


def find_agency_name(text: str) -> tuple[int, int] | None:
    """Find the agency's name in a line that has nothing else to say: where it starts and ends."""
    found = _LED.fullmatch(text) if len(text) <= MAX_LINE else None
    if not found or found["name"].casefold() not in credit_keys():
        return None
    return found.span("name")


def _list_near(lines: Sequence[Line], marks: Marks) -> Iterator[int]:
    """List the lines between the headline and the story, and the few right under it."""
    labels = [marks[line.number].label if line.number in marks else "" for line in lines]
    body = [i for i, label in enumerate(labels) if label == "story.paragraph" and not marks[lines[i].number].story]
    if not body:
        return
    headline = labels.index("story.headline") if "story.headline" in labels else body[0]
    yield from range(headline + 1, body[0])
    for i in range(body[-1] + 1, min(len(lines), body[-1] + 1 + TAIL)):
        if labels[i].startswith(("related.", "chrome.section-head")):
            return
        yield i
