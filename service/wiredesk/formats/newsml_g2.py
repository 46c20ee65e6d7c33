"""NewsML-G2: news items and packages, alone or in a newsMessage.

<newsMessage><header>...</header><itemSet><newsItem guid="urn:..." version="3"><itemMeta>...<contentMeta>...<contentSet>...
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.blocks import Content, read_blocks, read_fragment, split_paragraphs
from wiredesk.formats.drafting import Composer, gather
from wiredesk.formats.nitf_content import read_nitf
from wiredesk.formats.wire_fields import (
    Draft,
    gather_subjects,
    lay_out,
    make_byline,
    make_dateline,
    make_subject,
    read_edition,
    read_moment,
    read_number,
    read_status,
)
from wiredesk.formats.xml import LANG, find_text, find_value, inner_text, name_root, parse_xml, squeeze, text_of, walk_texts
from wiredesk.records import Author, Media, SignOff, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from wiredesk.records import Byline, CleanPage, Dateline, Parts, Story

_STORIES = ("newsItem", "packageItem")
_OTHERS = ("conceptItem", "knowledgeItem", "planningItem", "catalogItem", "catalog", "schemeMeta", "scheme")
_ROOTS = frozenset({"newsMessage", "groupSet", *_STORIES, *_OTHERS})
_PRIVATE = ("private", "notepad", "contacts", "nonpublic", "internal", "notforpublication", "desk")
_CLOSING = "closingline"  # dpa's line of signs at the end: "dpa so yyon z2"
_MIXED_NAMES = frozenset(["body", "html", "nitf"])


def recognise(head: str, media_type: str) -> int:
    """Know a document whose root is a newsMessage or one of the items of NewsML-G2."""
    del media_type
    return 95 if name_root(head) in _ROOTS else 0


def read(page: CleanPage) -> Parts:
    """Read every news item; packages where there is nothing else."""
    document = parse_xml(page.text)
    root = document.root
    composer = Composer()
    stories: list[Story] = []
    problems: list[str] = []
    items = list(root.iter("newsItem")) or list(root.iter("packageItem"))
    header = root.find("header") if root.tag == "newsMessage" else None
    for item in items:
        try:
            draft = read_item(item, header)
            draft.fields["problems"] = document.problems
            stories.append(lay_out(page, composer, len(stories), draft))
        except ValueError as error:
            problems.append(f"item at line {item.sourceline}: {error}")
    if not stories:
        kind = next((e.tag for e in root.iter(*_OTHERS)), root.tag)
        raise Spike(Reason.NOT_A_STORY, f"a {kind} is no story", rule="newsml-g2.items")
    return gather(page, composer, stories, problems=problems)


def read_item(item: Element, header: Element | None) -> Draft:
    """Read one newsItem or packageItem."""
    meta, about, rights = item.find("itemMeta"), item.find("contentMeta"), item.find("rightsInfo")
    abstract = _find_abstract(about, item)
    for teaser in item.iterfind(".//section/p[@class='teaser']"):  # dpa's description, printed again above the text
        if text_of(teaser) == abstract:
            teaser.clear()
    content, inner = _read_content(item)
    public, private = _read_notes(meta, about)
    signals = [found.get("qcode") or found.get("literal") for found in meta.iterfind("signal")] if meta is not None else []
    embargo = find_text(meta, "embargoed")
    fields: dict[str, Any] = {
        "uri": squeeze(item.get("guid")),
        "version": squeeze(item.get("version")),
        "pub_status": read_status(find_value(meta, "pubStatus", "qcode", "literal", "uri")),
        "edition": read_edition(*signals),
        "embargoed_until": _value(embargo),
        "expires": _value(find_text(meta, "expires") or find_text(about, "contentExpires")),
        "published": read_moment(find_text(meta, "firstCreated"), "newsml-g2.first-created"),
        "updated": read_moment(find_text(meta, "versionCreated"), "newsml-g2.version-created"),
        "headline": find_text(about, "headline") or inner.get("headline") or find_text(meta, "title"),
        "subheadline": inner.get("subheadline"),
        "slugline": find_text(about, "slugline") or inner.get("slugline"),
        "abstract": abstract or inner.get("abstract"),
        "byline": _read_byline(about) or inner.get("byline"),
        "dateline": _read_dateline(about) or inner.get("dateline"),
        "language": find_value(about, "language", "tag") or squeeze(item.get(LANG)) or inner.get("language"),
        "urgency": read_number(find_text(about, "urgency")) or inner.get("urgency"),
        "priority": read_number(find_text(header, "priority")),
        "ed_note": public or inner.get("ed_note"),
        "private_notes": private,
        "sign_off": _read_closing(meta),
        "usage_terms": find_text(rights, "usageTerms"),
        "copyright": find_text(rights, "copyrightNotice", "copyrightHolder/name")
        or find_value(rights, "copyrightHolder", "literal"),
        "keywords": tuple(dict.fromkeys(walk_texts(about, "keyword"))) if about is not None else (),
        "genre": gather_subjects(_read_codes(about, "genre")),
        "subjects": gather_subjects(_read_codes(about, "subject")) or inner.get("subjects"),
        "media": tuple(_read_remote(item, about)),
    }
    return Draft(content, fields)


def _value(text: str | None) -> str | None:
    moment = read_moment(text, "")
    return moment.value if moment else None


def _read_notes(meta: Element | None, about: Element | None) -> tuple[str | None, tuple[str, ...]]:
    """Tell the public editor's notes from the private ones by their role; a notepad's private sections are private."""
    public: list[str] = []
    private: list[str] = []
    for place in (meta, about):
        for note in place.iterfind("edNote") if place is not None else ():
            role, text = (note.get("role") or "").rpartition(":")[2].casefold(), text_of(note)
            kind = f"{role} {(note.get('pubconstraint') or '').casefold()}"
            if text and role != _CLOSING:
                (private if any(word in kind for word in _PRIVATE) else public).append(text)
    return " ".join(public) or None, tuple(private)


def _read_closing(meta: Element | None) -> SignOff | None:
    notes = meta.iterfind("edNote") if meta is not None else ()
    lines = (text_of(note) for note in notes if (note.get("role") or "").endswith(f":{_CLOSING}"))
    line = next(filter(None, lines), None)
    return SignOff(raw=line) if line else None


def _find_abstract(about: Element | None, item: Element) -> str | None:
    if about is None:
        return None
    found = [(d.get("role") or "", text_of(d)) for d in about.iterfind("description")]
    texts = [(role, text) for role, text in found if text and "caption" not in role.casefold()]
    chosen = next((t for role, t in texts if "abstract" in role or "summary" in role), None)
    return (
        chosen
        or next((text for _, text in texts), None)
        or (None if item.find("contentSet/remoteContent") is not None else next((text for _, text in found if text), None))
    )


def _read_byline(about: Element | None) -> Byline | None:
    if about is None:
        return None
    people = []
    for found in [*about.iterfind("creator"), *about.iterfind("contributor")]:
        kind = (found.get("type") or "").rpartition(":")[2].casefold()
        name = find_text(found, "name")
        if name and kind == "person":
            people.append(Author(name=name, raw=name, role=squeeze((found.get("role") or "").rpartition(":")[2])))
    return make_byline(find_text(about, "by"), people)


def _read_dateline(about: Element | None) -> Dateline | None:
    raw = find_text(about, "dateline")
    located = about.find("located") if about is not None else None
    city = country = region = None
    if located is not None:
        city = find_text(located, "name") or squeeze(located.get("literal"))
        for broader in located.iter("broader"):
            kind = (broader.get("type") or broader.get("qcode") or "").casefold()
            code = (broader.get("qcode") or "").rpartition(":")[2]
            if "country" in kind or "iso3166" in kind:
                country = country or (code if len(code) == 2 else None)
            else:
                region = region or find_text(broader, "name")
    return make_dateline(raw, city, country, region)


def _read_codes(about: Element | None, tag: str) -> Iterator[Subject | None]:
    for found in about.iterfind(tag) if about is not None else ():
        code = found.get("qcode") or found.get("literal") or found.get("uri")
        yield make_subject(None, code, find_text(found, "name"), f"newsml-g2.{tag}")


def _read_content(item: Element) -> tuple[Content, dict[str, Any]]:
    """Read the inline content: NITF, XHTML or plain; the first that has any text."""
    for place in item.iterfind("contentSet/inlineXML"):
        nitf = next(place.iter("nitf"), None)
        if nitf is not None:
            draft = read_nitf(nitf)
            return draft.content, draft.fields
        content = read_blocks(_find_body(place)) if len(place) else read_fragment(place.text or "")
        if content.pieces or content.media:
            return content, {}
    for place in item.iterfind("contentSet/inlineData"):
        text = inner_text(place)
        kind = (place.get("contenttype") or "").casefold()
        if place.get("encoding") or (kind and not kind.startswith(("text/", "application/x"))):
            continue
        content = read_fragment(text) if "<" in text else Content(tuple(split_paragraphs(text)))
        if content.pieces:
            return content, {}
    return Content(), {}


def _find_body(place: Element) -> Element:
    """Find where the text stands: the main section of a body, else the body, without the page's own header."""
    body = next(place.iter("body"), place)
    for section in body.iterfind("section"):
        if "main" in (section.get("class") or "").split():
            return section
    for section in list(body.iter("section", "div", "aside")):
        if "notepad" in (section.get("class") or "").split():
            section.clear()
    header = body.find("header")
    if header is not None and header.find("h1") is not None:
        header.clear()
    return body


def _read_remote(item: Element, about: Element | None) -> Iterator[Media]:
    caption = None
    if about is not None:
        caption = next(
            (text_of(d) for d in about.iterfind("description") if "caption" in (d.get("role") or "").casefold()), None
        )
    credit = find_text(about, "creditline")
    for found in item.iterfind("contentSet/remoteContent"):
        url = squeeze(found.get("href") or found.get("residref"))
        if url:
            yield Media(url=url, caption=caption, credit=credit, file=False, type=squeeze(found.get("contenttype")))
    for found in item.iterfind("assert/remoteInfo"):
        url = squeeze(found.get("href"))
        if url and (found.get("contenttype") or "").startswith(("image", "video", "audio")):
            yield Media(url=url, caption=find_text(found, "name"), file=False, type=squeeze(found.get("contenttype")))


FORMAT = Format("newsml-g2", recognise, read)
