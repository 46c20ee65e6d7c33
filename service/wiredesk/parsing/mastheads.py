"""The outlet whose page it is: a name at the head of the page that its foot, its copyright line or its address says again.

The Seattle Times ... © 2022 The Seattle Times          stern ... © stern.de GmbH          Le Figaro ... Par Le Figaro avec AFP
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.parsing.marks import Mark, Marks
from wiredesk.parsing.outlets import has_name, is_known_outlet, is_platform, is_section
from wiredesk.parsing.sign_offs import AGENCIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.page_evidence import Page

HEAD = 12  # lines at the top among which the name stands
NAME_WORDS, LEAST_NAME, MAX_NAME = 6, 3, 44  # words and characters of a name
MAX_LINE = 400  # characters of a line that says the name again
PUBLISHER = "story.publisher"
_AGENCY = re.compile(
    rf"(?:The )?(?:{AGENCIES}|Associated Press|Agence France-Presse|Canadian Press|Deutsche Presse-Agentur|Press Association|"
    r"Press Trust of India|Asian News International|Agencia EFE|Agenzia ANSA|Xinhua News Agency|Kyodo News|KYODO)",
)
_OWN_SITE = re.compile(r"(?i)['’]s\s|\bblog\b|\bpersonal\b")  # of a person, who is the author rather than an outlet
_LEAD = re.compile(r"(?i)the\s+")
_DOMAIN = re.compile(r"(?i)\.(?:com|org|net|co\.uk|de|fr|es|it|nl|ca|pt|br|at|ch|be|au|news|tv)$")


def name_masthead(page: Page, marks: Marks) -> None:
    """Name the outlet whose page it is as the publisher where the head names none, or only the agency that wrote the story."""
    named = {line.text[start:end] for line, start, end in _list_names(page.lines, marks, PUBLISHER)}
    cards = {line.text[start:end] for line, start, end in _list_names(page.lines, marks, "related.publisher")}
    if any(not _AGENCY.fullmatch(name) for name in cards) or any(not _AGENCY.fullmatch(name) for name in named):
        return  # an aggregator's page, or one that names its outlet by the headline
    at = _find_masthead(page, marks)
    if at is not None and page.lines[at].text not in named:
        marks[at] = Mark(PUBLISHER, "plain.masthead")


def _list_names(lines: Sequence[Line], marks: Marks, label: str) -> Iterator[tuple[Line, int, int]]:
    """List the names that are marked with a label, whole lines and pieces."""
    for line in lines:
        mark = marks[line.number]
        if mark.label == label and not mark.pieces:
            yield line, 0, len(line.text)
        yield from ((line, piece.start, piece.end) for piece in mark.pieces if piece.label == label)


def _find_masthead(page: Page, marks: Marks) -> int | None:
    """Find the name at the head of the page that the page says again, or that is a well-known outlet's."""
    headline = next((i for i, mark in marks.items() if mark.label == "story.headline"), len(page.lines))
    for i in range(min(HEAD, headline, len(page.lines))):
        text, kind = page.lines[i].text, page.evidence[i].kind
        if i in page.fixed or kind.name != "name" or "person" in kind.flags or not _may_name(text):
            continue
        if is_known_outlet(text) or (
            _is_said_again(page.lines, i, marks) and ("outlet" in kind.flags or _is_owner(page.lines, i))
        ):
            return i
    return None


def _may_name(text: str) -> bool:
    return (
        LEAST_NAME <= len(text) <= MAX_NAME
        and len(text.split()) <= NAME_WORDS
        and not is_platform(text)
        and not is_section(text)
        and not _OWN_SITE.search(text)
        and not text.casefold().startswith(("about", "your ", "sign ", "search", "my "))
    )


def _stem(text: str) -> str:
    return _DOMAIN.sub("", _LEAD.sub("", text, count=1)).casefold()


def _is_said_again(lines: Sequence[Line], at: int, marks: Marks) -> bool:
    """Say whether a line other than the story's paragraphs has the name too."""
    stem = _stem(lines[at].text)
    return any(
        line.number != lines[at].number
        and len(line.text) <= MAX_LINE
        and marks[line.number].label != "story.paragraph"
        and has_name(line.text, stem)
        for line in lines
    )


def _is_owner(lines: Sequence[Line], at: int) -> bool:
    """Say whether the copyright line holds the name, for names that no word tells to be an outlet's."""
    stem = _stem(lines[at].text)
    return any(
        ("©" in line.text or "opyright" in line.text) and len(line.text) <= MAX_LINE and has_name(line.text, stem)
        for line in lines
    )
