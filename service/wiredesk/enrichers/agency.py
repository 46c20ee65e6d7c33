"""The agency that wrote a story, apart from who published it: what the story itself says first, its publisher last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.agencies import find_agency
from wiredesk.enrichers import NOTHING, Facts
from wiredesk.records import Agency, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiredesk.records import Parts, Story

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
        yield from (("byline", author.organisation) for author in story.byline.authors if author.organisation)
    if story.copyright:
        words = story.copyright.split("\n", 1)[0].split(".", 1)[0].lstrip("©Cc()opyright 0123456789")
        yield "copyright", words
    if story.publisher:
        yield "publisher", story.publisher
