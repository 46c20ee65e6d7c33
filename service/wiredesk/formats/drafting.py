"""What every format needs to lay out a story: a Composer for markup, and the fields each record begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiredesk import __version__
from wiredesk.parsing.identity import make_id
from wiredesk.records import Block, Claim, CleanPage, Parts, Story

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiredesk.formats.blocks import Piece
    from wiredesk.records import PublisherCard, RelatedItem, Span

_CLAIMS = {kind: f"story.{kind}" for kind in ("paragraph", "crosshead", "quote", "list", "table", "note")}


def draft_story(page: CleanPage, position: int, **fields: Any) -> Story:  # noqa: ANN401 - the fields of Story
    """Begin a story of `page`; with a uri its id comes from uri and version, else from the page and its position there."""
    uri, version = fields.get("uri"), fields.get("version")
    story_id = make_id("story", uri, version) if uri else make_id("story", page.page_id, position)
    fields.setdefault("layout", page.format)
    return Story(
        story_id=story_id,
        page_id=page.page_id,
        source=page.source,
        url=fields.pop("url", page.url),
        captured=page.captured,
        wiredesk=__version__,
        **fields,
    )


def draft_parts(page: CleanPage, text: str, **fields: Any) -> Parts:  # noqa: ANN401 - the fields of Parts
    """Begin the Parts of `page`; text is the page as read, which every span indexes."""
    fields.setdefault("layout", page.format)
    if page.mends and text == page.text:
        fields["mends"] = page.mends
    return Parts(
        page_id=page.page_id, source=page.source, url=page.url, captured=page.captured, format=page.format, text=text, **fields
    )


class Composer:
    """Lays the fields of a markup format out as plain text, one under the other, and keeps where each came to stand.

    The text is the page as read: what an editor would see, and what the spans of the story index.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self.claims: list[Claim] = []
        self.spans: dict[str, Span] = {}

    def add(self, field: str, text: str | None, *, rule: str | None = None) -> Span | None:
        """Lay out one field ("headline") and claim it as "story.headline"; nothing happens for an absent one."""
        if not text or not text.strip():
            return None
        span = (self._length, self._length + len(text))
        self._pieces.append(text)
        self._length += len(text) + 2
        self.claims.append(Claim(span=span, as_=f"story.{field}", rule=rule))
        self.spans.setdefault(field, span)
        return span

    def add_blocks(self, pieces: Iterable[Piece]) -> tuple[Block, ...]:
        """Lay out the blocks of a body, none of which is blank; in one go, for half of the time of a long story is theirs."""
        blocks: list[Block] = []
        at, texts, claims, spans = self._length, self._pieces, self.claims, self.spans
        for piece in pieces:
            kind, text = piece.kind, piece.text
            span = (at, at + len(text))
            at = span[1] + 2
            texts.append(text)
            claims.append(Claim(span=span, as_=_CLAIMS[kind]))
            blocks.append(Block(kind=kind, text=text, span=span))
            if kind not in spans:
                spans[kind] = span
        self._length = at
        return tuple(blocks)

    @property
    def text(self) -> str:
        """The page as read so far: the fields with a blank line between them."""
        return "\n\n".join(self._pieces)


def gather(
    page: CleanPage,
    composer: Composer,
    stories: Iterable[Story],
    *,
    related: Iterable[RelatedItem] = (),
    publishers: Iterable[PublisherCard] = (),
    problems: Iterable[str] = (),
) -> Parts:
    """Close a markup page: its stories with the text that the composer laid out."""
    return draft_parts(
        page,
        composer.text,
        stories=tuple(stories),
        related=tuple(related),
        publishers=tuple(publishers),
        accounting=tuple(composer.claims),
        problems=tuple(problems),
    )
