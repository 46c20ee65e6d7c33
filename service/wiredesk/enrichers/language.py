"""The language of the story, where the wire does not say it, and of quotes in another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from wiredesk.enrichers import NOTHING, Facts
from wiredesk.knowledge.languages import find_language, is_surely_english
from wiredesk.records import Evidence

if TYPE_CHECKING:
    from wiredesk.records import Parts, Quote, Story

SURE, SURE_OF_QUOTE = 0.5, 0.9
LEAST = 24  # characters of a text whose language can be told
QUOTE_WORDS = 6  # words of a quote whose language can be told
MOST_QUOTES = 12  # of a story that are looked at


def find(story: Story, parts: Parts) -> Facts:
    """Find the language of the body; a story without one has that of its headline."""
    del parts
    fields: dict[str, object] = {}
    evidence = {}
    language = story.language
    if not language:
        text = " ".join(block.text for block in story.body[:8] if block.kind != "table") or story.headline or ""
        found = find_language(text, SURE) if len(text) >= LEAST else None
        if found:
            language = fields["language"] = found[0]
            evidence["language"] = Evidence(found_by="fasttext", confidence=round(found[1], 2))
    if language and story.quotes:
        quotes = tuple(_name(quote, language.partition("-")[0]) for quote in story.quotes[:MOST_QUOTES])
        if quotes != story.quotes[:MOST_QUOTES]:
            fields["quotes"] = (*quotes, *story.quotes[MOST_QUOTES:])
    return Facts(fields=fields, evidence=evidence) if fields else NOTHING


def _name(quote: Quote, language: str) -> Quote:
    """Name the language of a quote that is surely not in the story's."""
    words = quote.text.lower().split()
    if quote.language or len(words) < QUOTE_WORDS or (language == "en" and is_surely_english(words)):
        return quote
    found = find_language(quote.text, SURE_OF_QUOTE)
    return replace(quote, language=found[0]) if found and found[0] != language else quote
