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
    from wiredesk.parsing.quotes import QuoteFound
    from wiredesk.parsing.speakers import Spoken
    from wiredesk.records import Parts, Story

MARKS = frozenset("\"“„«»'‘")
MARKED = "quotes.marks"  # no more than the marks tell
SURE, UNNAMED = 0.9, 0.7


def find(story: Story, parts: Parts) -> Facts:
    """Find the quotes of a story."""
    if not any(mark in block.text for block in story.body for mark in MARKS):
        return NOTHING
    read = read_names(story.body)
    places = PagePlaces(story.body, read.starts, parts.text)
    speeches = _read(read)
    quotes = tuple(
        Quote(text=found.text, speaker=spoken.speaker, span=places.locate(found.start, found.end)) for found, spoken in speeches
    )
    if not quotes:
        return NOTHING
    sure = SURE if all(quote.speaker for quote in quotes) else UNNAMED
    rules = {spoken.found_by or MARKED for _, spoken in speeches}
    evidence = Evidence(found_by=", ".join(sorted(rules)), confidence=sure)
    return Facts(fields={"quotes": quotes}, evidence={"quotes": evidence})


def explain(story: Story) -> list[Evidence]:
    """Say of each quote of a complete story how its speaker was found, in their order."""
    spoken = [spoken for _, spoken in _read(read_names(story.body))]
    return [Evidence(found_by=one.found_by or MARKED, confidence=SURE if one.speaker else UNNAMED) for one in spoken]


def _read(read: NamesRead) -> list[tuple[QuoteFound, Spoken]]:
    finder = SpeakerFinder(read.text, _list_speakers(read), _verbs())
    found = [(quote, finder.find(quote)) for quote in find_quotes(read.text)]
    return [(quote, spoken) for quote, spoken in found if is_speech(quote, said=spoken.said)]


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
        full = entity.name.text
        speakers += [Speaker(name.start, name.end, full, entity.name.kind, pronoun) for name in entity.names]
    return sorted(speakers)
