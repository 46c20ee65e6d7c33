"""Media Topics: by the subject codes that the wire gave, by the page's category and tags, and by the words of the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.enrichers import NOTHING, Facts
from wiredesk.knowledge.media_topics import SCHEME, list_above, topics, translate_subject_code
from wiredesk.knowledge.subject_codes import find_name
from wiredesk.knowledge.topic_terms import sections, terms
from wiredesk.parsing.topics import MOST, find_topics
from wiredesk.parsing.words import fold_words
from wiredesk.records import Evidence, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiredesk.records import Parts, Story

MAX_WORDS = 800  # of a story; what it is about is said by then
GIVEN, SECTION = 0.99, 0.9  # confidence


def find(story: Story, parts: Parts) -> Facts:
    """Add the Media Topics that the story does not name yet."""
    del parts
    named = {subject.code for subject in story.subjects if _is_topic(subject)}
    added: list[Subject] = []
    for subject in (*_translate(story), *_read_sections(story), *_read_text(story)):
        above_another = any(subject.code in list_above(other.code or "") for other in added)
        if subject.code not in named and not above_another:
            named.add(subject.code)
            added.append(subject)
    if not added:
        return NOTHING
    evidence = {"subjects": Evidence(found_by=added[0].found_by or "", confidence=added[0].confidence)}
    return Facts(fields={"subjects": (*story.subjects, *added)}, evidence=evidence)


def _is_topic(subject: Subject) -> bool:
    return (subject.scheme or "").casefold() in {SCHEME, "mediatopic", "mediatopics"}


def _translate(story: Story) -> Iterator[Subject]:
    """Give the topics of the subject codes that the wire gave."""
    for subject in story.subjects:
        if subject.code and not _is_topic(subject) and find_name(subject.code):
            topic = translate_subject_code(subject.code)
            if topic:
                yield _make(topic.code, "subject-code", GIVEN)


def _read_sections(story: Story) -> Iterator[Subject]:
    """Give the topics that category and tags say by their names."""
    for found_by, names in (("category", (story.category or "",)), ("tag", story.tags)):
        for name in names:
            code = sections().get(name.strip(" #").casefold())
            if code:
                yield _make(code, found_by, SECTION)


def _read_text(story: Story) -> Iterator[Subject]:
    """Give the topics that the words of a story speak for, in a language that has a table of terms."""
    table = terms((story.language or "en").partition("-")[0])
    if not table:
        return
    paragraphs = [block.text for block in story.body if block.kind != "crosshead"]
    head = fold_words(" \n ".join((story.headline or "", *paragraphs[:1])))
    words = fold_words("\n".join(paragraphs))[:MAX_WORDS]
    for found in find_topics(head, words, table)[:MOST]:
        yield _make(found.code, f"terms: {', '.join(found.terms)}", found.confidence)


def _make(code: str, found_by: str, confidence: float) -> Subject:
    return Subject(scheme=SCHEME, code=code, name=topics()[code].name, found_by=found_by, confidence=confidence)
