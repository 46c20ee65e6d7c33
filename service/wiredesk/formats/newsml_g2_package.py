"""The groups of a package of NewsML-G2: what it refers to, as related items, where the message does not hold it itself.

<groupSet root="G1"><group id="G1" role="main"><itemRef residref="urn:..."><title>Ferry</title></itemRef></group></groupSet>
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from wiredesk.formats.xml_tree import find_text, squeeze
from wiredesk.parsing.identity import make_id
from wiredesk.records import RelatedItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from wiredesk.records import Parts


def read_references(parts: Parts, items: Sequence[Element]) -> Parts:
    """Add the titled references of the packages among `items`, each under the package's own story."""
    here = {squeeze(item.get("guid")) for item in items}
    owners = {story.uri: story.story_id for story in parts.stories}
    related: list[RelatedItem] = []
    for package in items:
        if package.tag != "packageItem":
            continue
        for reference in package.iter("itemRef"):
            title = find_text(reference, "title", "headline")
            if not title or squeeze(reference.get("residref") or reference.get("href")) in here:
                continue
            related.append(
                RelatedItem(
                    related_id=make_id("related", parts.page_id, len(related)),
                    page_id=parts.page_id,
                    story_id=owners.get(squeeze(package.get("guid"))),
                    position=len(related),
                    headline=title,
                    teaser=find_text(reference, "description"),
                    truncated=False,
                )
            )
    return replace(parts, related=tuple(related)) if related else parts
