"""A NITF document, wherever it stands: alone, inside NewsML or NewsML-G2. Its head and body as the fields of a story.

<nitf><head><docdata><urgency ed-urg="4"/>...</head><body><body.head><hedline><hl1>...</hl1></hedline>...<body.content>
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiredesk.formats.blocks import Content, read_blocks, read_media
from wiredesk.formats.wire_fields import (
    Draft,
    gather_subjects,
    make_byline,
    make_dateline,
    make_subject,
    read_edition,
    read_moment,
    read_number,
    read_status,
)
from wiredesk.formats.xml import LANG, find_text, find_value, inner_text, squeeze, text_of, walk_texts
from wiredesk.records import Author, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from wiredesk.records import Byline, Dateline


def read_nitf(root: Element) -> Draft:
    """Read a <nitf>: the content of its body, and its fields."""
    head, body = root.find("head"), root.find("body")
    data = head.find("docdata") if head is not None else None
    top = body.find("body.head") if body is not None else None
    inner = next(root.iter("body.content"), body)
    content = read_blocks(inner) if inner is not None else Content()
    if top is not None:
        content = Content(content.pieces, tuple(m for found in top.iter("media") for m in read_media(found)) + content.media)
    meta = _read_meta(head)
    key = find_value(data, "du-key", "key")
    fields: dict[str, Any] = {
        "headline": find_text(top, ".//hl1", "hedline") or find_text(head, "title"),
        "subheadline": find_text(top, ".//hl2"),
        "abstract": find_text(top, "abstract"),
        "byline": _read_byline(top),
        "dateline": _read_dateline(top, data),
        "ed_note": find_value(data, "ed-msg", "info") or find_text(top, "note"),
        "usage_terms": find_text(data, "doc.rights") or find_value(data, "doc.rights", "type") or find_text(top, "rights"),
        "copyright": _read_copyright(data),
        "uri": find_value(data, "doc-id", "id-string"),
        "version": squeeze(find_value(data, "du-key", "version")),
        "slugline": meta.get("anpa-keyword") or meta.get("NTBStikkord") or (None if key and key.isalnum() else key),
        "take_key": meta.get("anpa-takekey"),
        "urgency": read_number(find_value(data, "urgency", "ed-urg")),
        "priority": read_number(meta.get("NTBPrioritet")),
        "published": read_moment(find_value(data, "date.issue", "norm"), "nitf.date.issue"),
        "embargoed_until": None,
        "expires": _value(find_value(data, "date.expire", "norm")),
        "pub_status": read_status(data.get("management-status") if data is not None else None),
        "edition": read_edition(
            data.get("management-status") if data is not None else None, find_value(data, "fixture", "fix-id")
        ),
        "language": squeeze(root.get(LANG) or root.get("baselang")),
        "keywords": tuple(dict.fromkeys(_read_keywords(data))),
        "category": meta.get("anpa-category") or meta.get("category") or meta.get("categoria"),
        "subjects": gather_subjects([*_read_subjects(head), *_read_categories(meta)]),
        "genre": tuple(Subject(name=name, found_by="nitf.tobject") for name in _genres(head)),
        "wire_header": meta,
    }
    release = read_moment(find_value(data, "date.release", "norm"), "nitf.date.release")
    if fields["pub_status"] == "withheld" and release is not None:
        fields["embargoed_until"] = release.value
    return Draft(content, fields)


def _read_meta(head: Element | None) -> dict[str, str]:
    if head is None:
        return {}
    pairs = ((squeeze(m.get("name")), squeeze(m.get("content"))) for m in head.iterfind("meta"))
    return {name: value for name, value in pairs if name and value}


def _read_keywords(data: Element | None) -> Iterator[str]:
    if data is not None:
        for found in data.iterfind(".//keyword"):
            word = squeeze(found.get("key")) or text_of(found)
            if word:
                yield word


def _read_byline(top: Element | None) -> Byline | None:
    found = top.find("byline") if top is not None else None
    if found is None:
        return None
    title = find_text(found, "byttl", "person/function")
    people = [
        Author(name=name, raw=name, role=title) for name in walk_texts(found, "person") if name.lower() != "staff reporter"
    ]
    return make_byline(" ".join(squeeze(str(piece)) or "" for piece in found.itertext()), people)


def _read_dateline(top: Element | None, data: Element | None) -> Dateline | None:
    found = top.find("dateline") if top is not None else None
    place = found.find("location") if found is not None else None
    event = data.find("evloc") if data is not None else None
    raw = None
    if found is not None:
        raw = squeeze("".join(t for child in [found] for t in _texts_without(child, "story.date")))
    city = find_text(place, "city") or text_of(place)
    country = find_value(place, "country", "iso-cc")
    region = find_text(place, "state", "region")
    if not raw and event is not None:
        return make_dateline(None, event.get("city"), event.get("iso-cc"), event.get("state-prov"))
    return make_dateline(raw, city or raw, country, region)


def _texts_without(element: Element, skipped: str) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag != skipped:
            yield inner_text(child)
        yield child.tail or ""


def _read_copyright(data: Element | None) -> str | None:
    found = data.find("doc.copyright") if data is not None else None
    if found is None:
        return None
    return text_of(found) or squeeze(f"{found.get('year') or ''} {found.get('holder') or ''}")


def _value(text: str | None) -> str | None:
    moment = read_moment(text, "")
    return moment.value if moment else None


def _read_subjects(head: Element | None) -> Iterator[Subject | None]:
    for found in head.iter("tobject.subject") if head is not None else ():
        names = ("detail", "matter", "type")
        name = next((v for part in names if (v := squeeze(found.get(f"tobject.subject.{part}")))), None)
        yield make_subject(
            squeeze(found.get("tobject.subject.ipr")) or "IPTC", found.get("tobject.subject.refnum"), name, "nitf.tobject"
        )


def _read_categories(meta: dict[str, str]) -> Iterator[Subject | None]:
    yield make_subject("anpa", meta.get("anpa-category"), None, "nitf.meta")
    yield make_subject("category", meta.get("category") or meta.get("categoria"), None, "nitf.meta")


def _genres(head: Element | None) -> Iterator[str]:
    for found in head.iter("tobject.property") if head is not None else ():
        name = squeeze(found.get("tobject.property.type"))
        if name:
            yield name
