"""A NITF document, wherever it stands: alone, inside NewsML or NewsML-G2. Its head and body as the fields of a story.

<nitf><head><docdata><urgency ed-urg="4"/>...</head><body><body.head><hedline><hl1>...</hl1></hedline>...<body.content>
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiredesk.formats.blocks import Content, read_blocks, read_media
from wiredesk.formats.wire_fields import (
    INITIALS,
    Draft,
    gather_subjects,
    make_subject,
    name_agency,
    read_edition,
    read_moment,
    read_number,
    read_status,
    read_value,
)
from wiredesk.formats.wire_lines import make_byline, make_dateline
from wiredesk.formats.xml import LANG, find, find_text, find_value, inner_text, line_of, squeeze, text_of, walk, walk_texts
from wiredesk.records import Author, SignOff, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from wiredesk.records import Byline, Dateline


_LINES = ("p", "hl1", "hl2", "byline", "dateline", "media", "block")  # none of them stands inside a line that was closed


def read_nitf(root: Element) -> Draft:
    """Read a <nitf>: the content of its body, and its fields."""
    head, body = find(root, "head"), find(root, "body")
    data, top = find(head, "docdata"), find(body, "body.head")
    inner = next(root.iter("body.content"), body)
    content = read_blocks(inner) if inner is not None else Content()
    if top is not None:
        content = Content(content.pieces, tuple(m for found in top.iter("media") for m in read_media(found)) + content.media)
    meta = _read_meta(head)
    keywords = tuple(dict.fromkeys(_read_keywords(data)))
    second = _first_text(top, "hl2")
    slug = keywords[0] if keywords == (second,) else None  # EFE prints the slug, its one keyword, as the second headline
    status = data.get("management-status") if data is not None else None
    byline = find_text(top, "byline")
    initials = byline if byline and INITIALS.fullmatch(byline) else None
    issued = read_moment(find_value(data, "date.issue", "norm"), "nitf.date.issue")
    fields: dict[str, Any] = {
        "headline": _first_text(top, "hl1") or find_text(top, "hedline") or _read_title(head, data),
        "subheadline": None if slug else second,
        "abstract": find_text(top, "abstract") or _find_lead(inner),
        "byline": None if initials else _read_byline(top),
        "sign_off": SignOff(raw=initials) if initials else None,
        "dateline": _read_dateline(top, data),
        "ed_note": find_value(data, "ed-msg", "info") or find_text(top, "note"),
        "usage_terms": find_text(data, "doc.rights") or find_value(data, "doc.rights", "type") or _read_rights(top),
        "copyright": _read_copyright(data) or find_text(top, "rights/rights.owner"),
        "uri": find_value(data, "doc-id", "id-string"),
        "version": squeeze(find_value(data, "du-key", "version")),
        "slugline": meta.get("anpa-keyword") or meta.get("NTBStikkord") or slug or _read_key(data),
        "take_key": meta.get("anpa-takekey"),
        "urgency": read_number(find_value(data, "urgency", "ed-urg")),
        "priority": read_number(meta.get("NTBPrioritet")),
        "published": issued,
        "updated": issued,  # NITF knows one time alone, that of the issue
        "expires": read_value(find_value(data, "date.expire", "norm")),
        "pub_status": read_status(status),
        "edition": read_edition(status, find_value(data, "fixture", "fix-id")),
        "language": squeeze(root.get(LANG) or root.get("baselang")),
        "keywords": keywords,
        "agency": name_agency(
            "nitf.source",
            find_value(data, "del-list/from-src", "src-name"),
            find_text(top, "distributor"),
            meta.get("provider"),
            *(value for name, value in meta.items() if name.endswith("-source")),  # "aap-source"
        ),
        "category": meta.get("anpa-category") or meta.get("category") or meta.get("categoria") or _read_type(head),
        "subjects": gather_subjects([*_read_subjects(head), *_read_categories(meta), *_read_scopes(data)]),
        "genre": tuple(Subject(name=name, found_by="nitf.tobject") for name in _genres(head)),
        "wire_header": meta,
    }
    release = read_moment(find_value(data, "date.release", "norm"), "nitf.date.release")
    if fields["pub_status"] == "withheld" and release is not None:
        fields["embargoed_until"] = release.value
    return Draft(content, fields)


def _first_text(element: Element | None, tag: str) -> str | None:
    lines = (line_of(found, *_LINES) for found in element.iter(tag)) if element is not None else ()
    return next(filter(None, lines), None)


def _find_lead(inner: Element | None) -> str | None:
    """Give the paragraph that is marked as the lead (NTB); it stays in the body."""
    return next((line_of(found, *_LINES) for found in walk(inner, "p") if found.get("lead") == "true"), None)


def _read_title(head: Element | None, data: Element | None) -> str | None:
    """Give the title; PA puts the number of the part before it ("1 SOCCER Teams")."""
    title, part = find_text(head, "title"), find_value(data, "series", "series.part")
    return title.removeprefix(f"{part} ") if title and part else title


def _read_rights(top: Element | None) -> str | None:
    """Give the rights but for their owner, who stands in the copyright."""
    parts = [part for rights in walk(top, "rights") for part in rights.iterchildren("*") if part.tag != "rights.owner"]
    texts = (find_text(top, "rights"),) if find(top, "rights/rights.owner") is None else map(text_of, parts)
    return " ".join(filter(None, texts)) or None


def _read_key(data: Element | None) -> str | None:
    """Give the key of the story's family, where it is a slugline and no number."""
    key = find_value(data, "du-key", "key")
    return None if key and key.isalnum() else key


def _read_meta(head: Element | None) -> dict[str, str]:
    pairs = ((squeeze(m.get("name")), squeeze(m.get("content"))) for m in walk(head, "meta"))
    return {name: value for name, value in pairs if name and value}


def _read_keywords(data: Element | None) -> Iterator[str]:
    if data is not None:
        for found in data.iter("keyword"):
            word = squeeze(found.get("key")) or text_of(found)
            if word:
                yield word


def _read_byline(top: Element | None) -> Byline | None:
    found = find(top, "byline")
    if found is None:
        return None
    title = find_text(found, "byttl", "person/function")
    people = [
        Author(name=name, raw=name, role=title) for name in walk_texts(found, "person") if name.lower() != "staff reporter"
    ]
    return make_byline(" ".join(squeeze(str(piece)) or "" for piece in found.itertext()), people)


def _read_dateline(top: Element | None, data: Element | None) -> Dateline | None:
    found = find(top, "dateline")
    place, event = find(found, "location"), find(data, "evloc")
    raw = None
    if found is not None:
        raw = squeeze("".join(t for child in [found] for t in _texts_without(child, "story.date")))
    city = find_text(place, "city") or text_of(place)
    country = find_value(place, "country", "iso-cc")
    region = find_text(place, "state", "region")
    if not raw and event is not None:
        return make_dateline(None, event.get("city"), event.get("iso-cc"), event.get("state-prov"))
    read = make_dateline(raw, city, country, region)
    return read if read is None or read.places else make_dateline(raw, raw, country, region)


def _texts_without(element: Element, skipped: str) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag != skipped:
            yield inner_text(child)
        yield child.tail or ""


def _read_copyright(data: Element | None) -> str | None:
    found = find(data, "doc.copyright")
    if found is None:
        return None
    return text_of(found) or squeeze(f"{found.get('year') or ''} {found.get('holder') or ''}")


def _read_subjects(head: Element | None) -> Iterator[Subject | None]:
    for found in head.iter("tobject.subject") if head is not None else ():
        names = ("detail", "matter", "type")
        name = next((v for part in names if (v := squeeze(found.get(f"tobject.subject.{part}")))), None)
        yield make_subject(
            squeeze(found.get("tobject.subject.ipr")) or "IPTC", found.get("tobject.subject.refnum"), name, "nitf.tobject"
        )


def _read_type(head: Element | None) -> str | None:
    """Give the type of the whole, where a wire puts its category there ("Innenriks") and not what it is ("News")."""
    kind = find_value(head, "tobject", "tobject.type")
    return None if kind and kind.casefold() in {"news", "text", "article", "story"} else kind


def _read_scopes(data: Element | None) -> Iterator[Subject | None]:
    for found in walk(data, "doc-scope"):
        yield make_subject("doc-scope", None, found.get("scope"), "nitf.doc-scope")


def _read_categories(meta: dict[str, str]) -> Iterator[Subject | None]:
    yield make_subject("anpa", meta.get("anpa-category"), None, "nitf.meta")
    yield make_subject("category", meta.get("category") or meta.get("categoria"), None, "nitf.meta")


def _genres(head: Element | None) -> Iterator[str]:
    for found in head.iter("tobject.property") if head is not None else ():
        name = squeeze(found.get("tobject.property.type"))
        if name:
            yield name
