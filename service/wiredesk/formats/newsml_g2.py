"""NewsML-G2: news items and packages, alone or in a newsMessage, in the order of the message.

<newsMessage><header>...</header><itemSet><newsItem guid="urn:..." version="3"><itemMeta>...<contentMeta>...<contentSet>...
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.newsml_g2_concepts import fill_concepts, find_name, in_language, read_codes, read_people
from wiredesk.formats.newsml_g2_content import read_content, read_remote
from wiredesk.formats.newsml_g2_package import read_references
from wiredesk.formats.wire_fields import (
    Draft,
    gather_subjects,
    name_agency,
    read_edition,
    read_moment,
    read_number,
    read_status,
    read_value,
)
from wiredesk.formats.wire_items import read_items
from wiredesk.formats.wire_lines import is_writer, make_byline, make_dateline, read_country
from wiredesk.formats.xml import name_root, parse_xml
from wiredesk.formats.xml_tree import LANG, find, find_text, find_value, index_children, squeeze, text_of, walk, walk_texts
from wiredesk.records import Author, SignOff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from wiredesk.formats.xml_tree import Place
    from wiredesk.records import Byline, CleanPage, Dateline, Parts

_STORIES = ("newsItem", "packageItem")
_OTHERS = ("conceptItem", "knowledgeItem", "planningItem", "catalogItem", "catalog", "schemeMeta", "scheme")
_ROOTS = frozenset({"newsMessage", "groupSet", *_STORIES, *_OTHERS})
_PRIVATE = ("private", "notepad", "contacts", "nonpublic", "internal", "notforpublication", "desk")
LETTERS = 3  # of the country codes that any wire uses for a broader place ("N2:IND")
_CATEGORIES = ("dpacat", "sttdepartment", "MCCL", "MCC", "a1312cat")  # schemes of a wire's own sections
_CLOSING = "closingline"  # dpa's line of signs at the end: "dpa so yyon z2"


def recognise(head: str, media_type: str) -> int:
    """Know a document whose root is a newsMessage or one of the items of NewsML-G2."""
    del media_type
    return 95 if name_root(head) in _ROOTS else 0


def read(page: CleanPage) -> Parts:
    """Read every news item, and every package that says something of its own."""
    document = parse_xml(page.text)
    root = document.root
    items = list(root.iter(*_STORIES))
    items = [item for item in items if item.tag == "newsItem" or _is_told(item)] or items
    kind = next((e.tag for e in root.iter(*_OTHERS)), root.tag)
    nothing = Spike(Reason.NOT_A_STORY, f"a {kind} is no story", rule="newsml-g2.items")
    header = next(root.iterchildren("header", "Header"), None) if root.tag == "newsMessage" else None
    parts = read_items(page, document, items, partial(read_item, header=header), nothing=nothing)
    return read_references(parts, items)


def _is_told(package: Element) -> bool:
    """Tell whether a package has an identity and lines of its own, or is the mere frame of its message."""
    return bool(package.get("guid")) and bool(
        find_text(package, "contentMeta/headline", "itemMeta/title", "contentMeta/description")
    )


def read_item(item: Element, header: Element | None) -> Iterator[Draft]:
    """Read one newsItem or packageItem."""
    meta, about = index_children(find(item, "itemMeta")), index_children(fill_concepts(item))
    abstract = _find_abstract(about, item)
    content, inner = read_content(item, abstract)
    public, private = _read_notes(meta, about)
    language = find_value(about, "language", "tag") or squeeze(item.get(LANG))
    subjects = gather_subjects([*read_codes(about, "subject", language), *read_codes(about, "genre", language, other=True)])
    signals = [found.get("qcode") or found.get("literal") or found.get("uri") for found in walk(meta, "signal")]
    fields: dict[str, Any] = {
        "uri": squeeze(item.get("guid")),
        "version": squeeze(item.get("version")),
        "pub_status": read_status(find_value(meta, "pubStatus", "qcode", "literal", "uri")),
        "edition": read_edition(*signals),
        "embargoed_until": read_value(find_text(meta, "embargoed")),
        "expires": read_value(find_text(meta, "expires") or find_text(about, "contentExpires")),
        "published": read_moment(find_text(meta, "firstCreated"), "newsml-g2.first-created")
        or read_moment(find_text(about, "contentCreated"), "newsml-g2.content-created"),
        "updated": read_moment(find_text(meta, "versionCreated"), "newsml-g2.version-created")
        or read_moment(find_text(about, "contentModified"), "newsml-g2.content-modified"),
        "headline": _find_headline(about, language) or inner.get("headline") or find_text(meta, "title"),
        "subheadline": _find_headline(about, language, sub=True),
        "slugline": find_text(about, "slugline"),
        "abstract": inner.get("abstract") or abstract,
        "byline": _read_byline(about, inner.get("byline")),
        "dateline": _read_dateline(about),
        "agency": name_agency("newsml-g2.provider", *_read_sources(meta, about)),
        "language": language,
        "urgency": read_number(find_text(about, "urgency")),
        "priority": read_number(find_text(header, "priority")),
        "ed_note": public,
        "private_notes": private,
        "sign_off": _read_closing(meta),
        "usage_terms": " ".join(dict.fromkeys(_read_usage(item, language))) or None,
        "copyright": find_text(item, "rightsInfo/copyrightNotice", "rightsInfo/copyrightHolder/name")
        or find_value(item, "rightsInfo/copyrightHolder", "literal"),
        "keywords": tuple(dict.fromkeys(walk_texts(about, "keyword"))),
        "genre": gather_subjects(read_codes(about, "genre", language)),
        "people": tuple(dict.fromkeys(read_people(about, language))),
        "category": next((one.name or one.code for one in subjects if one.scheme in _CATEGORIES), None),
        "subjects": subjects,
        "media": tuple(read_remote(item, about)),
        "wire_header": _read_header(header) | dict(_read_routing(meta, about)),
    }
    yield Draft(content, inner | {name: value for name, value in fields.items() if value or value == 0})


def _read_header(header: Element | None) -> dict[str, str]:
    found = {
        "transmission": find_text(header, "transmitId"),
        "sender": find_text(header, "sender"),
        "channel": find_text(header, "channel"),
    }
    return {name: value for name, value in found.items() if value}


def _read_routing(meta: Place, about: Place) -> Iterator[tuple[str, str]]:
    """Give the services that carry the item, by name or code, and the ids under which others know it."""
    services = (find_name(found, None) or _local(found) for found in walk(meta, "service"))
    if line := " ".join(dict.fromkeys(filter(None, services))):
        yield "service", line
    for found in walk(about, "altId"):
        if value := text_of(found):
            yield f"altid.{(found.get('type') or '').rpartition(':')[2]}".rstrip("."), value


def _local(element: Element) -> str | None:
    return squeeze((element.get("qcode") or "").rpartition(":")[2])


def _read_usage(item: Element, language: str | None) -> Iterator[str]:
    """Give the terms of use of all rights; some converters write a word for none."""
    for found in in_language(walk(item, "rightsInfo/usageTerms"), language):
        text = text_of(found)
        if text and text not in {"None", "null"}:
            yield text


def _read_sources(meta: Place, about: Place) -> Iterator[str | None]:
    """Give who the wire says it is from: the sources of the text, then the provider; a code's last part is a name too."""
    for found in (*walk(about, "infoSource"), *walk(meta, "provider")):
        yield find_text(found, "name")
        yield squeeze(found.get("literal"))
        yield _local(found)


def _read_notes(meta: Place, about: Place) -> tuple[str | None, tuple[str, ...]]:
    """Tell the public editor's notes from the private ones by role and constraint; a notepad is private as a whole."""
    public: list[str] = []
    private: list[str] = []
    for note in (*walk(meta, "edNote"), *walk(about, "edNote")):
        kind = f"{note.get('role') or ''} {note.get('pubconstraint') or ''}".casefold()
        text = text_of(note)
        if text and not kind.strip().endswith(_CLOSING):
            (private if any(word in kind for word in _PRIVATE) else public).append(text)
    return " ".join(public) or None, tuple(private)


def _read_closing(meta: Place) -> SignOff | None:
    lines = (text_of(note) for note in walk(meta, "edNote") if (note.get("role") or "").endswith(f":{_CLOSING}"))
    line = next(filter(None, lines), None)
    return SignOff(raw=line) if line else None


def _find_headline(about: Place, language: str | None, *, sub: bool = False) -> str | None:
    """Give the first headline whose role says that it is none of second rank, or the first of those ("hld:subHeadline")."""
    for found in in_language(walk(about, "headline"), language):
        text = text_of(found) if ("sub" in (found.get("role") or "").casefold()) == sub else None
        if text:
            return text
    return None


def _find_abstract(about: Place, item: Element) -> str | None:
    """Give the description whose role says that it is one, else any that is no caption, else any of a story in text."""
    found = [((d.get("role") or "").casefold(), text) for d in walk(about, "description") if (text := text_of(d))]
    texts = [text for role, text in found if "caption" not in role]
    chosen = next((text for role, text in found if "abstract" in role or "summary" in role), None)
    if chosen or texts or find(item, "contentSet/remoteContent") is not None:
        return chosen or next(iter(texts), None)
    return next((text for _, text in found), None)


def _read_byline(about: Place, inner: Byline | None) -> Byline | None:
    people, line = [], find_text(about, "by")
    named = bool(line) or inner is not None
    for found in (*walk(about, "creator"), *walk(about, "contributor")):
        name, kind = find_text(found, "name"), found.get("type")
        if name and ((kind or "").endswith(":person") or (found.tag == "creator" and not (kind or named) and is_writer(name))):
            people.append(Author(name=name, raw=name, role=squeeze((found.get("role") or "").rpartition(":")[2])))
    return make_byline(line, people)


def _read_dateline(about: Place) -> Dateline | None:
    located = find(about, "located")
    city = country = region = None
    if located is not None:
        city = find_text(located, "name") or squeeze(located.get("literal"))
        for broader in located.iter("broader"):
            kind = (broader.get("type") or broader.get("qcode") or "").casefold()
            code = (broader.get("qcode") or "").rpartition(":")[2]
            if "country" in kind or "iso3166" in kind or (len(code) == LETTERS and code.isupper()):
                country = country or read_country(code)
            else:
                region = region or find_text(broader, "name")
    return make_dateline(find_text(about, "dateline"), city, country, region)


FORMAT = Format("newsml-g2", recognise, read, "<")
