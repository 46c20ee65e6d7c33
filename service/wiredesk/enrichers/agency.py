"""The agency that wrote a story, apart from who published it: what the story itself says first, its publisher last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.agencies import find_agency
from wiredesk.enrichers import NOTHING, Facts
from wiredesk.records import Agency, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiredesk.records import Parts, Story

NAMED_WHOLE = frozenset(("Reuters", "Bloomberg", "Xinhua", "Kyodo", "Yonhap", "Belga", "Ritzau"))
SURE = {"dateline": 0.99, "credit-line": 0.98, "byline": 0.95, "copyright": 0.9, "publisher": 0.9}


def find(story: Story, parts: Parts) -> Facts:
    """Find the agency by dateline, credit line, byline, copyright, then publisher."""
    del parts
    if story.agency:
        return NOTHING
    for found_by, credit in _credits(story):
        agency = find_agency(credit)
        if agency:
            record = Agency(code=agency.code, name=agency.name, found_by=found_by)
            return Facts(fields={"agency": record}, evidence={"agency": Evidence(found_by=found_by, confidence=SURE[found_by])})
    return NOTHING


def _credits(story: Story) -> Iterator[tuple[str, str]]:
    if story.dateline and story.dateline.agency:
        yield "dateline", story.dateline.agency
    if story.byline:
        yield from (("credit-line", credit) for credit in story.byline.credits)
        for author in story.byline.authors:
            yield from (("byline", credit) for credit in (author.organisation, _read_role(author.role)) if credit)
    if story.copyright:
        words = story.copyright.split("\n", 1)[0].split(".", 1)[0].lstrip("©Cc()opyright 0123456789")
        yield "copyright", words.rstrip(" 0123456789,")
    if story.publisher:
        yield "publisher", story.publisher


def _read_role(role: str | None) -> str | None:
    """Read the agency off the head of a role: "PA Transport Correspondent", "AFP Sport writer"."""
    word = role.split(" ", 1)[0] if role else ""
    return word if len(word) > 1 and (word.isupper() or word in NAMED_WHOLE) else None
