"""A NITF document, wherever it stands: alone, inside NewsML or NewsML-G2. Its head and body as the fields of a story.

<nitf><head><docdata><urgency ed-urg="4"/>...</head><body><body.head><hedline><hl1>...</hl1></hedline>...<body.content>
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.formats.blocks import Content, read_blocks, read_media
from wiredesk.formats.nitf_head import read_head, read_key
from wiredesk.formats.wire_fields import INITIALS, Draft
from wiredesk.formats.wire_lines import make_byline, make_dateline
from wiredesk.formats.xml_tree import (
    LANG,
    find,
    find_text,
    find_value,
    index_children,
    inner_text,
    line_of,
    squeeze,
    text_of,
    walk,
    walk_texts,
)
from wiredesk.parsing.sign_offs import find_sign_off
from wiredesk.records import Author, SignOff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from wiredesk.formats.xml_tree import Index
    from wiredesk.records import Byline, Dateline


_LINES = ("p", "hl1", "hl2", "byline", "dateline", "media", "block")  # none of them stands inside a line that was closed


def read_nitf(root: Element) -> Draft:
    """Read a <nitf>: the content of its body, and its fields."""
    head, body = find(root, "head"), find(root, "body")
    data, top = find(head, "docdata"), find(body, "body.head")
    lines = index_children(top)
    inner = _find_inner(root, body)
    private = tuple(_take_private_notes(root))
    content = read_blocks(inner) if inner is not None else Content()
    if top is not None:
        content = Content(content.pieces, tuple(m for found in top.iter("media") for m in read_media(found)) + content.media)
    told = read_head(head, find_text(lines, "distributor"))
    second = _first_text(top, "hl2")
    slug = second if told["keywords"] == (second,) else None  # EFE prints the slug, its one keyword, as the second headline
    byline = find_text(lines, "byline")
    initials = byline if byline and INITIALS.fullmatch(byline) else None
    return Draft(
        content,
        told
        | {
            "headline": _first_text(top, "hl1") or find_text(lines, "hedline") or told["headline"],
            "subheadline": None if slug else second,
            "slugline": told["slugline"] or slug or read_key(data),
            "abstract": find_text(lines, "abstract") or _find_lead(inner),
            "byline": None if initials else _read_byline(lines),
            "sign_off": SignOff(raw=initials) if initials else _read_tagline(body),
            "dateline": _read_dateline(lines, data),
            "ed_note": " ".join(dict.fromkeys(_read_notes(lines, data))),
            "private_notes": private,
            "usage_terms": told["usage_terms"] or _read_rights(lines),
            "copyright": told["copyright"] or find_text(lines, "rights/rights.owner"),
            "language": _read_language(root, body, inner),
        },
    )


def _find_inner(root: Element, body: Element | None) -> Element | None:
    """Find what holds the text: that of the body, not of a note above it, which has the same name."""
    inner = find(body, "body.content")
    return inner if inner is not None else next((e for e in root.iter("body.content") if e.getparent().tag != "note"), body)  # type: ignore[union-attr]


def _take_private_notes(root: Element) -> Iterator[str]:
    """Take the notes that are not for publication (npa) out of the document, wherever they stand."""
    for note in list(root.iter("note")):
        if (note.get("type") or "").casefold() == "npa":
            if text := text_of(note):
                yield text
            tail = note.tail
            note.clear()
            note.tail = tail


def _read_notes(lines: Index, data: Element | None) -> Iterator[str]:
    """Give what is said to the desks and may be published."""
    for found in walk(data, "ed-msg"):
        if info := squeeze(found.get("info")):
            yield info
    yield from walk_texts(lines, "note")


def _read_tagline(body: Element | None) -> SignOff | None:
    """Read the line of names that ends a story."""
    line = find_text(body, "body.end/tagline")
    found = find_sign_off(line) if line else None
    if found:
        return SignOff(raw=found.raw, reporting=found.reporting, writing=found.writing, editing=found.editing)
    return SignOff(raw=line) if line else None


def _read_language(*places: Element | None) -> str | None:
    """Read the language of the first of the elements that says one."""
    known = (place.get(LANG) or place.get("baselang") or place.get("lang") for place in places if place is not None)
    return squeeze(next(filter(None, known), None))


def _first_text(element: Element | None, tag: str) -> str | None:
    lines = (line_of(found, *_LINES) for found in element.iter(tag)) if element is not None else ()
    return next(filter(None, lines), None)


def _find_lead(inner: Element | None) -> str | None:
    """Give the paragraph that is marked as the lead (NTB); it stays in the body."""
    return next((line_of(found, *_LINES) for found in walk(inner, "p") if found.get("lead") == "true"), None)


def _read_rights(lines: Index) -> str | None:
    """Give the rights but for their owner, who stands in the copyright."""
    parts = [part for rights in walk(lines, "rights") for part in rights.iterchildren("*") if part.tag != "rights.owner"]
    texts = (find_text(lines, "rights"),) if find(lines, "rights/rights.owner") is None else map(text_of, parts)
    return " ".join(filter(None, texts)) or None


def _read_byline(lines: Index) -> Byline | None:
    """Read the bylines, one element a writer or one for all; a title is that of those in the same element."""
    people: list[Author] = []
    texts: list[str] = []
    for found in walk(lines, "byline"):
        texts.extend(text for piece in found.itertext() if (text := squeeze(str(piece))))
        title = find_text(found, "byttl", "person/function")
        names = (name for name in walk_texts(found, "person") if name.lower() != "staff reporter")
        people += (Author(name=name, raw=name, role=title) for name in names)
    return make_byline(" ".join(texts), people)


def _read_dateline(lines: Index, data: Element | None) -> Dateline | None:
    found = find(lines, "dateline")
    place, event = find(found, "location"), find(data, "evloc")
    raw = None
    if found is not None:
        raw = squeeze("".join(t for child in [found] for t in _texts_without(child, "story.date")))
    city = find_text(place, "city") or text_of(place)
    country = find_value(place, "country", "iso-cc")
    region = find_text(place, "state", "region")
    if not raw and event is not None:
        return make_dateline(None, event.get("city"), event.get("iso-cc"), event.get("state-prov"))
    raw = raw.rstrip(", ") if raw else None  # what parted it from the date
    read = make_dateline(raw, city, country, region)
    return read if read is None or read.places else make_dateline(raw, raw, country, region)


def _texts_without(element: Element, skipped: str) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag != skipped:
            yield inner_text(child)
        yield child.tail or ""
