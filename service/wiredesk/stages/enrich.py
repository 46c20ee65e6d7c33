"""Stage 3: parts to the records that go downstream, with the facts that follow from what is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.records import Reading

if TYPE_CHECKING:
    from wiredesk.records import Parts


def enrich(parts: Parts) -> Reading:
    """Complete each story of a split page."""
    return Reading(
        outcome="story" if parts.stories else "index-page",
        layout=parts.layout,
        stories=parts.stories,
        related=parts.related,
        publishers=parts.publishers,
        accounting=parts.accounting,
        problems=parts.problems,
    )
