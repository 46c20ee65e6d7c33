"""The spans of a reading on the page as it came: where the page was repaired, they are moved from the text that was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from wiredesk.parsing.mends import Origin
from wiredesk.parsing.spans import subtract
from wiredesk.records import Claim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.records import Mend, Reading, RelatedItem, Span, Story


class _Page:
    """The page as it came below all its layers of mends, the last repair on top."""

    def __init__(self, layers: Sequence[Sequence[Mend]]) -> None:
        self._layers = [Origin(layer) for layer in reversed(layers)]

    def place(self, position: int, layers: Sequence[Origin] | None = None) -> int:
        for layer in self._layers if layers is None else layers:
            position = layer.place(position)
        return position

    def move(self, span: Span) -> Span:
        return self.place(span[0]), self.place(span[1])

    def claim_mended(self) -> list[Claim]:
        """Claim what was mended, in order."""
        claims = []
        for depth, layer in enumerate(self._layers, 1):
            below = self._layers[depth:]
            for start, end, name in layer.list_mended():
                claims.append(Claim(span=(self.place(start, below), self.place(end, below)), as_=f"chrome.{name}"))
        return sorted(claims, key=lambda claim: claim.span)


def place_spans(reading: Reading, layers: Sequence[Sequence[Mend]]) -> Reading:
    """Move all spans of a reading to the page as it came; what was mended and is nobody's is claimed too."""
    if not layers:
        return reading
    page = _Page(layers)
    claims = [replace(claim, span=page.move(claim.span)) for claim in reading.accounting]
    claims = sorted([*claims, *_find_left(page.claim_mended(), claims)], key=lambda claim: claim.span)
    return replace(
        reading,
        stories=tuple(_move_story(story, page) for story in reading.stories),
        related=tuple(_move_item(item, page) for item in reading.related),
        accounting=tuple(claims),
    )


def _find_left(mended: Sequence[Claim], claims: Sequence[Claim]) -> list[Claim]:
    """Find what is left of the mended stretches without what is claimed; both are in order."""
    left: list[Claim] = []
    first, reached = 0, 0
    for claim in mended:
        while first < len(claims) and claims[first].span[1] <= claim.span[0]:
            first += 1
        last = first
        while last < len(claims) and claims[last].span[0] < claim.span[1]:
            last += 1
        stretch = (max(reached, claim.span[0]), claim.span[1])
        left += [replace(claim, span=one) for one in subtract(stretch, [other.span for other in claims[first:last]])]
        reached = max(reached, claim.span[1])
    return left


def _move_story(story: Story, page: _Page) -> Story:
    return replace(
        story,
        spans={name: page.move(span) for name, span in story.spans.items()},
        body=tuple(replace(block, span=page.move(block.span)) if block.span else block for block in story.body),
        quotes=tuple(replace(quote, span=page.move(quote.span)) if quote.span else quote for quote in story.quotes),
        mentions=tuple(replace(one, spans=tuple(map(page.move, one.spans))) for one in story.mentions),
    )


def _move_item(item: RelatedItem, page: _Page) -> RelatedItem:
    return replace(item, span=page.move(item.span)) if item.span else item
