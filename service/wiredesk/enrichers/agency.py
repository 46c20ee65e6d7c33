"""The agency that wrote a story, apart from who published it: what the story itself says first, its publisher last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from wiredesk.agencies import agencies, find_agencies, find_agency
from wiredesk.enrichers import NOTHING, Facts
from wiredesk.parsing.partners import find_partner
from wiredesk.records import Agency, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiredesk.records import Parts, Story

NAMED_WHOLE = frozenset(("Reuters", "Bloomberg", "Xinhua", "Kyodo", "Yonhap", "Belga", "Ritzau"))
PARTNER_LINES = 2  # blocks at each end of a story that may name its partner
SURE = {"partner": 0.9, "dateline": 0.99, "credit-line": 0.98, "byline": 0.95, "copyright": 0.9, "publisher": 0.9}


def find(story: Story, parts: Parts) -> Facts:
    """Find the agency by dateline, credit line, byline, copyright, then publisher; and the partner that the text names."""
    del parts
    partner = _find_partner(story)
    fields: dict[str, object] = {"partner": partner[0]} if partner and not story.partner else {}
    evidence = {"partner": Evidence(found_by=partner[1], confidence=SURE["partner"])} if fields and partner else {}
    if story.agency:
        known = agencies().get(story.agency.code)
        if known and known.press_release and not story.agency.press_release:
            fields["agency"] = replace(story.agency, press_release=True)
        return Facts(fields=fields, evidence=evidence)
    for found_by, credit in _credits(story):
        agency = find_agency(credit)
        if agency:
            joint = tuple(other.code for other in find_agencies(credit) if other != agency)
            fields["agency"] = Agency(
                code=agency.code, name=agency.name, found_by=found_by, joint=joint, press_release=agency.press_release
            )
            evidence["agency"] = Evidence(found_by=found_by, confidence=SURE[found_by])
            break
    return Facts(fields=fields, evidence=evidence) if fields else NOTHING


def _find_partner(story: Story) -> tuple[str, str] | None:
    """Find the partner in the lines at both ends of the story, where such a line stands."""
    body = story.body
    near = (*body[:PARTNER_LINES], *body[-PARTNER_LINES:])
    return next((found for block in near if (found := find_partner(block.text))), None)


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
