"""The concepts of an item of NewsML-G2: codes with their names, which may stand beside them; texts in the language of the item.

<subject qcode="pers:7"/> ... <assert qcode="pers:7"><type qcode="cpnat:person"/><name>Jo Mill</name></assert>
"""

from __future__ import annotations

import re
from copy import copy
from typing import TYPE_CHECKING

from wiredesk.formats.wire_fields import make_subject
from wiredesk.formats.xml_tree import LANG, find, find_value, text_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element as Element

    from wiredesk.formats.xml_tree import Place
    from wiredesk.records import Subject

_JOINED = re.compile(r"(\w{2,10}):(\d{8}):(\w{2,10})")  # a subject code and the wire's own in one: "TT:02000000:LAG"
_IPTC = ("medtop:", "subj:", "http://cv.iptc.org/newscodes/mediatopic/", "http://cv.iptc.org/newscodes/subjectcode/")
_TOLD = ("name", "broader", "sameAs")  # what an assertion says of a concept that the item only names by its code


def fill_concepts(item: Element) -> Element | None:
    """Give the contentMeta, its concepts without a name filled from the item's assertions of the same code."""
    about = find(item, "contentMeta")
    told = {code: found for found in walk(item, "assert") if (code := found.get("qcode") or found.get("uri"))}
    if not told or about is None:
        return about
    for concept in about.iterchildren("*"):
        found = told.get(concept.get("qcode") or concept.get("uri") or "")
        if found is None or find(concept, "name") is not None:
            continue
        concept.extend([copy(part) for part in found.iterchildren(*_TOLD)])
        kind = find_value(found, "type", "qcode")
        if kind and not concept.get("type"):
            concept.set("type", kind)
    return about


def in_language(found: Iterable[Element], language: str | None) -> Sequence[Element]:
    """Keep those in the language of the item, where the same text stands in several; all where none is."""
    texts = list(found)
    if len(texts) < 2 or not language:
        return texts
    own = language.partition("-")[0]
    return [text for text in texts if (text.get(LANG) or own).partition("-")[0] == own] or texts


def read_people(about: Place, language: str | None) -> Iterator[str]:
    """Name the people whom the story is about."""
    for found in walk(about, "subject"):
        if (found.get("type") or "").casefold().endswith(":person") and (name := find_name(found, language)):
            yield name


def find_name(element: Element, language: str | None) -> str | None:
    """Give the name in the language of the item, else the first."""
    names = [(found.get(LANG) or "", text) for found in walk(element, "name") if (text := text_of(found))]
    own = (language or "").partition("-")[0]
    return next((text for lang, text in names if own and lang.partition("-")[0] == own), names[0][1] if names else None)


def read_codes(about: Place, tag: str, language: str | None, *, other: bool = False) -> Iterator[Subject | None]:
    """Read the codes of `tag`; other: those of a genre whose type says that it is none, but which version of a text it is."""
    for found in walk(about, tag):
        if (found.get("type") or "").casefold().endswith("versiontype") != other:
            continue
        code, literal = found.get("qcode"), found.get("literal")
        name = find_name(found, language) if len(found) else None
        joined = _JOINED.fullmatch(literal) if literal and not code else None
        code = code or literal or found.get("uri")
        for part in joined.groups()[1:] if joined else (code,):
            yield make_subject(joined[1] if joined else None, part, name, f"newsml-g2.{tag}")
        for same in walk(found, "sameAs"):
            if (code := same.get("qcode") or same.get("uri") or "").startswith(_IPTC):
                yield make_subject(None, code, name, f"newsml-g2.{tag}")
