"""The head of a NITF document: what its docdata, meta and tobject say of the story, as fields.

<docdata><doc-id id-string="velden-2211"/><urgency ed-urg="3"/><date.issue norm="20240311T09Z"/><du-key key="Velden-Bridge"/>
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiredesk.formats.wire_fields import (
    gather_subjects,
    make_subject,
    name_agency,
    read_edition,
    read_moment,
    read_number,
    read_status,
    read_value,
)
from wiredesk.formats.xml_tree import find, find_text, find_value, index_children, squeeze, text_of, walk, walk_texts
from wiredesk.records import Edition, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from wiredesk.formats.xml_tree import Index

_TYPES = frozenset({"news", "text", "article", "story"})  # what a whole is; any other type is the wire's category
_CLASSIFIER = "classifier"


def read_head(head: Element | None, distributor: str | None) -> dict[str, Any]:
    """Read what the head says; distributor: who the body says sent it."""
    data, meta = index_children(find(head, "docdata")), _read_meta(head)
    status = find_value(head, "docdata", "management-status")
    issued = read_moment(find_value(data, "date.issue", "norm"), "nitf.date.issue")
    release = read_moment(find_value(data, "date.release", "norm"), "nitf.date.release")
    state = read_status(status)
    return {
        "headline": _read_title(head, data),
        "usage_terms": text_of(find(data, "doc.rights")) or find_value(data, "doc.rights", "type"),
        "copyright": _read_copyright(find(data, "doc.copyright")) or _pick(meta, "copyright"),
        "uri": find_value(data, "doc-id", "id-string"),
        "version": find_value(data, "du-key", "version"),
        "slugline": meta.get("anpa-keyword") or meta.get("NTBStikkord") or _pick(meta, "slugline", "slug"),
        "take_key": meta.get("anpa-takekey"),
        "urgency": read_number(find_value(data, "urgency", "ed-urg")),
        "priority": read_number(meta.get("NTBPrioritet") or _pick(meta, "priority")),
        "published": issued or read_moment(find_value(head, "pubdata", "date.publication"), "nitf.date.publication"),
        "updated": issued,  # NITF knows one time alone, that of the issue
        "expires": read_value(find_value(data, "date.expire", "norm")),
        "pub_status": state,
        "embargoed_until": release.value if state == "withheld" and release else None,
        "edition": read_edition(status, find_value(data, "fixture", "fix-id")) or _read_correction(find(data, "correction")),
        "keywords": tuple(dict.fromkeys(_read_keywords(head, meta))),
        "people": tuple(dict.fromkeys(walk_texts(data, "identified-content/person"))),
        "agency": name_agency(
            "nitf.source",
            find_value(data, "del-list/from-src", "src-name"),
            distributor,
            meta.get("provider"),
            *(value for name, value in meta.items() if name.endswith("-source")),  # "aap-source"
        ),
        "category": _read_category(head, meta),
        "subjects": gather_subjects(_read_subjects(head, data, meta)),
        "genre": tuple(Subject(name=name, found_by="nitf.tobject") for name in _read_genres(head)),
        "wire_header": meta,
    }


def read_key(data: Element | None) -> str | None:
    """Give the key of the story's family, where it is a slugline and no number."""
    key = find_value(data, "du-key", "key")
    return None if key and key.isalnum() else key


def _read_title(head: Element | None, data: Index) -> str | None:
    """Give the title; PA puts the number of the part before it ("1 SOCCER Teams")."""
    title, part = find_text(head, "title"), find_value(data, "series", "series.part")
    return title.removeprefix(f"{part} ") if title and part else title


def _read_meta(head: Element | None) -> dict[str, str]:
    pairs = ((squeeze(m.get("name")), squeeze(m.get("content"))) for m in walk(head, "meta"))
    return {name: value for name, value in pairs if name and value}


def _pick(meta: Mapping[str, str], *names: str) -> str | None:
    """Give the first of the meta elements that carry a field's plain name, in whatever case."""
    return next((value for name in names for key, value in meta.items() if key.casefold() == name), None)


def _read_keywords(head: Element | None, meta: Mapping[str, str]) -> Iterator[str]:
    """Give the keywords of the key list, else those between the commas of a meta element."""
    found = list(head.iter("keyword")) if head is not None else []
    for keyword in found:
        if word := squeeze(keyword.get("key")) or text_of(keyword):
            yield word
    if not found:
        yield from filter(None, map(str.strip, (_pick(meta, "keywords") or "").split(",")))


def _read_copyright(found: Element | None) -> str | None:
    if found is None:
        return None
    return text_of(found) or squeeze(f"{found.get('year') or ''} {found.get('holder') or ''}")


def _read_correction(found: Element | None) -> Edition | None:
    """Read that the document corrects another, and what it corrects."""
    return None if found is None else Edition(kind="corrected", note=squeeze(found.get("info")))


def _read_category(head: Element | None, meta: Mapping[str, str]) -> str | None:
    """Read the category: of ANPA, the wire's own, its type of the whole ("Innenriks"), the section that it is printed in."""
    category = meta.get("anpa-category") or meta.get("category") or meta.get("categoria")
    kind = find_value(head, "tobject", "tobject.type")
    kind = None if kind and kind.casefold() in _TYPES else kind
    return category or kind or find_value(head, "pubdata", "position.section")


def _read_subjects(head: Element | None, data: Index, meta: Mapping[str, str]) -> Iterator[Subject | None]:
    """Give the codes with their names, then ANPA's and the wire's category, its scopes, and what the text is about."""
    for found in head.iter("tobject.subject") if head is not None else ():
        names = ("detail", "matter", "type")
        name = next((v for part in names if (v := squeeze(found.get(f"tobject.subject.{part}")))), None)
        scheme = squeeze(found.get("tobject.subject.ipr")) or "IPTC"
        yield make_subject(scheme, found.get("tobject.subject.refnum"), name, "nitf.tobject")
    yield make_subject("anpa", meta.get("anpa-category"), None, "nitf.meta")
    yield make_subject("category", meta.get("category") or meta.get("categoria"), None, "nitf.meta")
    for found in walk(data, "doc-scope"):
        yield make_subject("doc-scope", None, found.get("scope"), "nitf.doc-scope")
    for found in walk(data, "identified-content/*"):
        if found.tag == _CLASSIFIER:
            yield make_subject(found.get("type"), found.get("code"), found.get("value") or text_of(found), "nitf.classifier")
        elif found.tag in {"org", "location", "event", "object.title"}:
            yield make_subject(found.tag, found.get("location-code"), _join_texts(found), f"nitf.{found.tag}")


def _join_texts(element: Element) -> str:
    """Join the parts of a name, each of which may be an element: city, state, country."""
    return ", ".join(text for piece in element.itertext() if (text := str(piece).strip(" ,\n\t")))


def _read_genres(head: Element | None) -> Iterator[str]:
    for found in head.iter("tobject.property") if head is not None else ():
        name = squeeze(found.get("tobject.property.type"))
        if name:
            yield name
