"""Stage 3: parts to the records that go downstream, with the facts that follow from what is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from wiredesk.records import Reading

if TYPE_CHECKING:
    from wiredesk.records import Parts


def enrich(parts: Parts, *, keep_private_notes: bool = False) -> Reading:
    """Complete each story of a split page; notes that are not for publication are dropped unless they are to be kept."""
    stories = parts.stories if keep_private_notes else tuple(replace(story, private_notes=()) for story in parts.stories)
    return Reading(
        outcome="story" if parts.stories else "index-page",
        layout=parts.layout,
        stories=stories,
        related=parts.related,
        publishers=parts.publishers,
        accounting=parts.accounting,
        problems=parts.problems,
    )
