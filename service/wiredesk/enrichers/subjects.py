"""The subjects that the wire gave, completed from the IPTC's own list: names for codes, codes for names, the topic above.

04008004 -> economic indicator, and 04000000 economy, business and finance      "Music" -> 01011000 music
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from wiredesk.enrichers import NOTHING, Facts
from wiredesk.knowledge.subject_codes import find_anpa, find_code, find_name, find_topic
from wiredesk.records import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiredesk.records import Parts, Story

SCHEME = "iptc-subject-code"
ANPA = frozenset(["anpa", "a1312cat"])
# what a story is about that is no topic: "Bridge" as an object is not the IPTC's card game
THINGS = frozenset("organisation org company event object title place location".split())


def find(story: Story, parts: Parts) -> Facts:
    """Complete the subjects of a story that came with some; what the wire gave comes first and keeps its scheme."""
    del parts
    given = tuple(_name(subject) for subject in story.subjects)
    codes = {subject.code for subject in given}
    added: list[Subject] = []
    for code, found_by in _derive(given):
        if code not in codes:
            codes.add(code)
            added.append(Subject(scheme=SCHEME, code=code, name=find_name(code), found_by=found_by))
    added += _find_anpa((*given, *added))
    return Facts(fields={"subjects": (*given, *added)}) if added or given != story.subjects else NOTHING


def _name(subject: Subject) -> Subject:
    name = find_name(subject.code) if subject.code and not subject.name else None
    return replace(subject, name=name) if name else subject


def _derive(given: tuple[Subject, ...]) -> Iterator[tuple[str, str]]:
    """Give the codes that follow from each subject: that of its name, and the topic of either."""
    for subject in given:
        code = subject.code if subject.code and find_name(subject.code) else None
        thing = (subject.found_by or "").rpartition(".")[2] in THINGS
        if code is None and subject.name and subject.code in {None, subject.name} and not thing:
            code = find_code(subject.name)
            if code:
                yield code, "subject-name"
        if code:
            yield find_topic(code), "subject-topic"


def _find_anpa(subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """Give the ANPA category of the first subject code, on a wire that gives none itself."""
    first = next((subject.code for subject in subjects if subject.code and find_name(subject.code)), None)
    category = find_anpa(first) if first else None
    if not category or any(subject.scheme in ANPA for subject in subjects):
        return ()
    return (Subject(scheme="anpa", code=category, found_by="subject-topic"),)
