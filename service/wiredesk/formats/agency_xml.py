"""XML of an agency's own: a record that names its parts plainly (title, headline, body, content, lead), whatever its root.

<RBNews><NewsID>...</NewsID><headline>...</headline><content>&lt;p&gt;...    <release id="1"><title>...</title><body>...
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.blocks import Content, read_blocks, read_fragment
from wiredesk.formats.json_fields import is_archive
from wiredesk.formats.wire_fields import (
    Draft,
    gather_subjects,
    make_subject,
    name_agency,
    read_moment,
    read_number,
    read_status,
    read_value,
)
from wiredesk.formats.wire_items import read_items
from wiredesk.formats.wire_lines import make_byline, make_dateline
from wiredesk.formats.xml import name_root, parse_xml
from wiredesk.formats.xml_tree import LANG, inner_text, squeeze, text_of
from wiredesk.records import Edition, Media

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from wiredesk.records import CleanPage, Parts, Subject

# what an element is called, lower case, in the order of trust
_HEADLINE = (
    *("headline", "title", "head", "heading", "hl1", "headline2", "mainheadline", "newstitle", "storytitle"),
    *("titre", "titulo", "titular", "titolo", "titel", "rubrik", "rubrikk", "overskrift", "otsikko", "schlagzeile", "tytul"),
)
_BODY = (
    *("body", "content", "bodytext", "bodyhtml", "maintext", "text", "story", "article", "bodycontent", "contenttext"),
    *("fulltext", "newsbody", "storybody", "storytext", "articlebody", "articletext", "newstext", "html", "copy"),
    *("texte", "corps", "texto", "cuerpo", "corpo", "testo", "brodtext", "brodtekst", "broedtekst", "teksti", "leipateksti"),
    *("inhalt", "tresc"),
)
_CAPTION = ("caption", "englishcaption", "frenchcaption")
_PICTURE = ("contentref", "viewfile")  # the file of a record that is a picture
_PICTURES = frozenset(["image", "picture", "photo"])
_LEAD = ("leadtext", "lead", "ingress", "abstract", "summary", "intro", "teaser", "description", "standfirst")
_PUBLISHED = (
    *("publishdate", "publicationdate", "pubdate", "published", "createddatetime", "firstcreated", "created", "createdat"),
    *("datepublished", "publishedat", "publishedon", "releasedate", "releasetime", "issued", "datecreated", "creationdate"),
    *("datetime", "timestamp", "date", "fecha", "datum", "dato", "data", "time"),
)
_UPDATED = (
    "updateddatetime",
    "versioncreated",
    "lastmodified",
    "modified",
    "updated",
    "lastupdate",
    "updatedat",
    "modifieddate",
    "datemodified",
    "lastmodifieddate",
)
_EMBARGO = ("embargo", "embargoed", "embargodate", "embargountil", "embargoeduntil")
_MARKS = str.maketrans("", "", "-_.")  # "pub-date", "Pub_Date" and "pubDate" are one name
_WRITERS = ("byline", "author", "authors", "creator", "writer", "reporter", "by", "signature", "auteur", "autor", "autore")
_FRAMES = frozenset("head header meta metadata info properties docinfo newsinfo storyinfo newslines".split())
_CANCELED = ("annuleret", "canceled", "cancelled", "killed")  # flags: true or false
_CORRECTED = ("korrektion", "correction", "corrected")
_UNREAD = frozenset("html svg xs:schema schema opml urlset sitemapindex plist project configuration".split())


def recognise(head: str, media_type: str) -> int:
    """Any XML with a declaration or a root that is no HTML: the last of the XML readers."""
    root = name_root(head)
    if not root and "<!ENTITY" in head and head.lstrip().startswith(("<?xml", "<!DOCTYPE")):
        return 30
    if not root or root.lower() in _UNREAD:
        return 0
    declared = head.lstrip("\ufeff \t\r\n").startswith("<?xml")
    return 30 if declared else 20 if "xml" in media_type and "html" not in media_type else 0


def read(page: CleanPage) -> Parts:
    """Read the record, or each of the records of a list."""
    document = parse_xml(page.text)
    root = document.root
    parts = _index(root)
    whole = _pick(parts, *_BODY, *_CAPTION) is not None
    records = [root] if whole and _pick(parts, *_HEADLINE) is not None else _find_records(root) or [root] * whole
    nothing = Spike(Reason.NOT_A_STORY, f"<{root.tag}> holds neither a headline nor a text", rule="agency-xml.records")
    return read_items(page, document, records, lambda record: [read_record(record)], nothing=nothing)


def _find_records(root: Element) -> list[Element]:
    """Find the elements up to two levels down that have both a headline and a body."""
    found = []
    for level in (root, *root.iterchildren("*")):
        for element in level.iterchildren("*"):
            parts = _index(element)
            if _pick(parts, *_BODY, *_CAPTION) is not None and _pick(parts, *_HEADLINE) is not None:
                found.append(element)
    return found


def _index(record: Element) -> dict[str, Element]:
    """Index the children that have any text by their names, in lower case and without marks, the first of each.

    What stands in a frame around the facts of the record (<header>, <metadata>) is the record's as well.
    """
    parts: dict[str, Element] = {}
    frames = []
    for child in record.iterchildren("*"):
        name = str(child.tag).lower().translate(_MARKS)
        if name in _FRAMES and len(child):
            frames.append(child)
        elif inner_text(child).strip():
            parts.setdefault(name, child)
    for frame in frames:
        parts = _index(frame) | parts
    return parts


def _pick(parts: dict[str, Element], *names: str) -> Element | None:
    return next((parts[name] for name in names if name in parts), None)


def read_record(record: Element) -> Draft:
    """Read one record."""
    parts = _index(record)
    own = {str(name).lower().translate(_MARKS): str(value) for name, value in record.items()}

    def text(*names: str) -> str | None:
        return text_of(_pick(parts, *names))

    body, lead = _pick(parts, *_BODY), text(*_LEAD)
    content = Content()
    if body is not None:
        content = read_blocks(body) if len(body) else read_fragment(body.text or "")
    category, genre = text("section", "category"), text("genre")
    fields: dict[str, Any] = {
        "uri": text("newsid", "ntbid", "guid", "id", "uri", "contentitemid", "storyid", "articleid", "itemid")
        or squeeze(own.get("id") or own.get("guid")),
        "version": text("version", "ntbversion", "revision") or squeeze(own.get("version")),
        "url": text("longurl", "url", "link"),
        "headline": text(*_HEADLINE),
        "subheadline": text("subtitle", "subheadline", "subhead", "hl2", "deck"),
        "slugline": text("strapline", "slugline", "slug", "slugproper"),
        "abstract": " ".join(piece.text for piece in read_fragment(lead).pieces) if lead else None,
        "byline": make_byline(" ".join(filter(None, (_read_writers(_pick(parts, *_WRITERS)), text("origin"))))),
        "dateline": make_dateline(text("dateline"), text("town", "city", "place", "location"), text("country"), text("region")),
        "published": read_moment(text(*_PUBLISHED), "agency-xml.published"),
        "updated": read_moment(text(*_UPDATED), "agency-xml.updated"),
        "embargoed_until": read_value(text(*_EMBARGO)),
        "expires": read_value(text("expires", "expiry", "expirydate", "expirationdate")),
        "pub_status": "canceled" if text(*_CANCELED) == "true" else read_status(text("pubstatus", "status")),
        "edition": Edition(kind="corrected") if text(*_CORRECTED) == "true" else None,
        "priority": read_number(text("priority")),
        "urgency": read_number(text("urgency")),
        "category": category,
        "subjects": gather_subjects([make_subject("category", None, category, "agency-xml.category"), *_read_subjects(parts)]),
        "genre": gather_subjects([make_subject(None, None, genre, "agency-xml.genre")]),
        "keywords": tuple(dict.fromkeys(_read_keywords(_pick(parts, "keywords", "keyword", "tags")))),
        "language": squeeze(record.get(LANG) or own.get("lang") or own.get("language")) or text("language", "lang"),
        "copyright": text("copyright", "copyrightnotice", "rights"),
        "usage_terms": text("usageterms", "usage", "restrictions"),
        "ed_note": text("ednote", "editorsnote", "editornote", "editorialnote"),
        "agency": name_agency("agency-xml.source", text("source"), text("credit")),
        "media": (*_read_picture(parts), *_read_images(record)),
    }
    if not fields["url"]:
        del fields["url"]
    return Draft(content, fields)


def _read_writers(group: Element | None) -> str | None:
    """Give who wrote it: a line, or an element for each, with the name apart from the rest."""
    if group is None or not len(group):
        return text_of(group)
    names = (text_of(_pick(_index(one), "name", "fullname", "displayname")) or text_of(one) for one in group.iterchildren("*"))
    own = text_of(_pick(_index(group), "name", "fullname", "displayname"))
    return own or ", ".join(filter(None, names))


def _read_subjects(parts: dict[str, Element]) -> Iterator[Subject | None]:
    """Read the subjects, one or a list: codes as attributes, names as texts."""
    group = _pick(parts, "subjects", "subject", "topics")
    if group is not None:
        for found in list(group.iterchildren("*")) or [group]:
            code = next((found.get(name) for name in ("code", "qcode", "id", "refnum") if found.get(name)), None)
            yield make_subject(found.get("scheme"), code, text_of(found), "agency-xml.subject")


def _read_keywords(group: Element | None) -> Iterator[str]:
    """Give the keywords, one an element; of a line those between commas or semicolons, else word by word."""
    if group is not None and len(group):
        yield from filter(None, map(text_of, group.iterchildren("*")))
        return
    line = text_of(group)
    parts = re.split(r"[,;]", line) if line and ("," in line or ";" in line) else (line or "").split()
    yield from filter(None, map(str.strip, parts))


def _read_picture(parts: dict[str, Element]) -> Iterator[Media]:
    """Read the picture that a record is itself: its file, caption and credit stand beside the other fields."""
    url, caption = text_of(_pick(parts, *_PICTURE)), text_of(_pick(parts, *_CAPTION))
    if caption and "picture" not in parts and "image" not in parts:
        credit = text_of(_pick(parts, "credit", "source"))
        yield Media(url=url, caption=caption, credit=credit, file=is_archive(caption, credit), type="image")


def _read_images(record: Element) -> Iterator[Media]:
    for image in record.iterdescendants("*"):
        if image.tag.lower() not in _PICTURES or not len(image):
            continue
        parts = _index(image)
        url = text_of(_pick(parts, "url", "href", "src"))
        if url:
            caption, credit = (
                text_of(_pick(parts, *names)) for names in (("caption", "description"), ("credit", "photographer"))
            )
            yield Media(url=url, caption=caption, credit=credit, file=is_archive(caption, credit), type="image")


FORMAT = Format("agency-xml", recognise, read, "<")
