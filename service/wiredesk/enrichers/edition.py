"""The edition of a story: from its headline's prefix, slugline, take key, editor's note and first lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.enrichers import NOTHING, Facts
from wiredesk.parsing.editions import read_headline, read_note, read_slug
from wiredesk.records import Edition, Evidence

if TYPE_CHECKING:
    from wiredesk.parsing.editions import EditionFound
    from wiredesk.records import Parts, Story

RANK = ("kill", "withdrawn", "embargo", "corrected", "refile", "writethru", "lead", "update", "repeat", "urgent", "alert")
HEAD, TAIL = 3, 2  # blocks of the body at whose head a note may stand
MAX_NOTE = 700


def find(story: Story, parts: Parts) -> Facts:
    """Find the edition; the gravest kind names it, the others lend it ordinal and note."""
    del parts
    found = [edition for edition in _all(story) if edition]
    if story.edition or not found:
        return NOTHING
    first = min(found, key=lambda edition: RANK.index(edition.kind))
    note = first.note or next((edition.note for edition in found if edition.note), None)
    ordinal = first.ordinal or next((edition.ordinal for edition in found if edition.ordinal), None)
    fields: dict[str, object] = {"edition": Edition(kind=first.kind, ordinal=ordinal, note=note)}  # type: ignore[arg-type]
    if first.kind in ("kill", "withdrawn"):
        fields["pub_status"] = "canceled"
    elif first.kind == "embargo":
        fields["pub_status"] = story.pub_status or "withheld"
        if first.until and not story.embargoed_until:
            fields["embargoed_until"] = first.until
    return Facts(fields=fields, evidence={"edition": Evidence(found_by=first.rule, confidence=0.97)})


def _all(story: Story) -> list[EditionFound | None]:
    found = [read_headline(story.headline) if story.headline else None]
    found += [read_slug(slug) for slug in (story.take_key, story.slugline) if slug]
    blocks = story.body if len(story.body) <= HEAD + TAIL else (*story.body[:HEAD], *story.body[-TAIL:])
    notes = [story.ed_note, *(block.text for block in blocks if len(block.text) <= MAX_NOTE)]
    return found + [read_note(note) for note in notes if note]
