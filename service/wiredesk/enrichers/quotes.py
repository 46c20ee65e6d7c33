"""Direct quotes of the body, each with its speaker under the fullest name that the story gives."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wiredesk.enrichers import NOTHING, Facts
from wiredesk.enrichers.mentions import PagePlaces, read_names
from wiredesk.knowledge.name_words import name_words
from wiredesk.parsing.quotes import find_quotes, is_speech
from wiredesk.parsing.speakers import Speaker, SpeakerFinder
from wiredesk.parsing.speech_verbs import SAYS_ABROAD
from wiredesk.records import Evidence, Quote

if TYPE_CHECKING:
    from wiredesk.enrichers.mentions import NamesRead
    from wiredesk.records import Parts, Story

MARKS = frozenset("\"“„«»'‘")
SURE, UNNAMED = 0.9, 0.7


def find(story: Story, parts: Parts) -> Facts:
    """Find the quotes of a story."""
    if not any(mark in block.text for block in story.body for mark in MARKS):
        return NOTHING
    read = read_names(story.body)
    finder = SpeakerFinder(read.text, _list_speakers(read), _verbs())
    places = PagePlaces(story.body, read.starts, parts.text)
    quotes: list[Quote] = []
    rules: list[str] = []
    for found in find_quotes(read.text):
        spoken = finder.find(found)
        if is_speech(found, said=spoken.said):
            quotes.append(Quote(text=found.text, speaker=spoken.speaker, span=places.locate(found.start, found.end)))
            rules.append(spoken.found_by or "quotes.marks")
    if not quotes:
        return NOTHING
    sure = SURE if all(quote.speaker for quote in quotes) else UNNAMED
    evidence = Evidence(found_by=", ".join(sorted(set(rules))), confidence=sure)
    return Facts(fields={"quotes": tuple(quotes)}, evidence={"quotes": evidence})


@cache
def _verbs() -> frozenset[str]:
    return SAYS_ABROAD | name_words()["say"]


def _list_speakers(read: NamesRead) -> list[Speaker]:
    """List the people and organisations in the order of the text."""
    men, women = name_words()["man"], name_words()["woman"]
    speakers = []
    for entity in read.entities:
        if entity.name.kind == "place":
            continue
        given = entity.name.text.partition(" ")[0].lower()
        pronoun = "" if (given in men) == (given in women) else "he" if given in men else "she"
        full = " ".join(entity.name.text.split())
        speakers += [Speaker(name.start, name.end, full, entity.name.kind, pronoun) for name in entity.names]
    return sorted(speakers)
