"""People, organisations and places in the body, each under its fullest form with all its spans, title and country."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from wiredesk.enrichers import NOTHING, Facts
from wiredesk.knowledge.name_words import find_place, known_names, name_words, nationalities
from wiredesk.parsing.lexicon import Lexicon, make_lexicon
from wiredesk.parsing.name_forms import Entity, join_forms
from wiredesk.parsing.names import find_names, is_heading
from wiredesk.parsing.spans import skip_printed
from wiredesk.records import Evidence, Mention

if TYPE_CHECKING:
    from wiredesk.parsing.name_kinds import Name
    from wiredesk.records import Block, MentionType, Parts, Span, Story

SILENT = frozenset({"crosshead", "table"})  # blocks whose capitals say nothing
GAP = "\n\n"


class NamesRead(NamedTuple):
    """The names of a story; offsets are those of its blocks, joined by a blank line; starts: where each block begins."""

    text: str
    starts: tuple[int, ...]
    names: tuple[Name, ...]
    entities: tuple[Entity, ...]


@cache
def lexicon() -> Lexicon:
    """Give what is known of names, as one."""
    return make_lexicon(name_words(), nationalities(), known_names(), find_place)


@lru_cache(maxsize=2)  # mentions and quotes of one story ask one after the other
def read_names(body: tuple[Block, ...]) -> NamesRead:
    """Read the names of a body."""
    starts, texts, position = [], [], 0
    for block in body:
        starts.append(position)
        texts.append("" if block.kind in SILENT or is_heading(block.text) else block.text)
        position += len(texts[-1]) + len(GAP)
    text = GAP.join(texts)
    names = find_names(text, lexicon())
    return NamesRead(text, tuple(starts), tuple(names), tuple(join_forms(names, text, lexicon())))


def find(story: Story, parts: Parts) -> Facts:
    """Find the mentions of a story."""
    read = read_names(story.body)
    if not read.entities:
        return NOTHING
    places = PagePlaces(story.body, read.starts, parts.text)
    mentions = tuple(_make(entity, places) for entity in read.entities)
    weakest = min(read.entities, key=lambda entity: entity.name.sure).name
    return Facts(
        fields={"mentions": mentions},
        evidence={"mentions": Evidence(found_by=weakest.found_by, confidence=weakest.sure)},
    )


def explain(story: Story) -> list[Evidence]:
    """Say of each mention of a complete story how it was found, in their order."""
    names = [entity.name for entity in read_names(story.body).entities]
    return [Evidence(found_by=name.found_by, confidence=name.sure) for name in names]


def _make(entity: Entity, places: PagePlaces) -> Mention:
    name = entity.name
    spans = [places.locate(one.start, one.end) for one in entity.names]
    return Mention(
        text=name.text,
        type=cast("MentionType", name.kind),
        count=len(spans),
        spans=tuple([span for span in spans if span]),
        role=name.role,
        country=name.country,
    )


class PagePlaces:
    """Where the joined blocks of a body stand on the page."""

    def __init__(self, body: tuple[Block, ...], starts: tuple[int, ...], page: str) -> None:
        self._body, self._starts, self._page = body, starts, page
        self._shifts = [  # of a block that the page prints as it is: how far it stands there from its place in the joined text
            block.span[0] - start if block.span and page.startswith(block.text, block.span[0]) else None
            for block, start in zip(body, starts, strict=True)
        ]

    def locate(self, start: int, end: int) -> Span | None:
        """Find where `[start, end)` of the joined text stands on the page; None where its block stands nowhere."""
        at = bisect_right(self._starts, start) - 1
        shift = self._shifts[at]
        if shift is not None:
            return start + shift, end + shift
        block, base = self._body[at], self._starts[at]
        if not block.span:
            return None
        first = skip_printed(self._page, block.span[0], block.text[: start - base])
        return first, _end_printed(self._page, first, block.text[start - base : end - base])


def _end_printed(page: str, start: int, text: str) -> int:
    """Find where a text that begins at `start` ends on the page."""
    count = sum(map(len, text.split()))
    while count and start < len(page):
        count -= not page[start].isspace()
        start += 1
    return start
