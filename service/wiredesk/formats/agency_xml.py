"""XML of an agency's own: a record that names its parts plainly (title, headline, body, content, lead), whatever its root.

<RBNews><NewsID>...</NewsID><headline>...</headline><content>&lt;p&gt;...    <release id="1"><title>...</title><body>...
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.blocks import Content, read_blocks, read_fragment
from wiredesk.formats.wire_fields import (
    Draft,
    gather_subjects,
    make_byline,
    make_dateline,
    make_subject,
    read_moment,
    read_number,
)
from wiredesk.formats.wire_items import read_items
from wiredesk.formats.xml import inner_text, name_root, parse_xml, squeeze, text_of
from wiredesk.records import Media

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from wiredesk.records import CleanPage, Parts

# what an element is called, lower case, in the order of trust
_HEADLINE = ("headline", "title", "head", "heading")
_BODY = ("body", "content", "bodytext", "text", "story", "article", "body_content")
_LEAD = ("leadtext", "lead", "ingress", "abstract", "summary", "intro")
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
    records = [root] if _find(root, *_BODY) is not None else _find_records(root)
    nothing = Spike(Reason.NOT_A_STORY, f"<{root.tag}> holds neither a headline nor a text", rule="agency-xml.records")
    return read_items(page, document, records, lambda record: [read_record(record)], nothing=nothing)


def _find_records(root: Element) -> list[Element]:
    return [e for level in (root, *root) for e in level if _find(e, *_BODY) is not None and _find(e, *_HEADLINE) is not None]


def _find(record: Element, *names: str) -> Element | None:
    """Find the child by its name, in the order of the names; one without any text is none."""
    children: dict[str, Element] = {}
    for child in record:
        if inner_text(child).strip():
            children.setdefault(str(child.tag).lower(), child)
    return next((children[name] for name in names if name in children), None)


def _text(record: Element, *names: str) -> str | None:
    return text_of(_find(record, *names))


def read_record(record: Element) -> Draft:
    """Read one record."""
    body = _find(record, *_BODY)
    content = Content()
    if body is not None:
        content = read_blocks(body) if len(body) else read_fragment(body.text or "")
    lead = _find(record, *_LEAD)
    headline = _text(record, *_HEADLINE)
    category = _text(record, "section", "category")
    fields: dict[str, Any] = {
        "uri": _text(record, "newsid", "ntbid", "guid", "id", "uri") or squeeze(record.get("id")),
        "version": _text(record, "version", "ntbversion", "revision"),
        "headline": headline,
        "subheadline": _text(record, "subtitle", "subheadline"),
        "slugline": _text(record, "strapline", "slugline", "slug"),
        "abstract": squeeze(" ".join(p.text for p in read_fragment(text_of(lead) or "").pieces)),
        "byline": make_byline(" ".join(filter(None, (_text(record, "byline", "author"), _text(record, "origin"))))),
        "dateline": make_dateline(_text(record, "dateline"), _text(record, "town", "city")),
        "published": read_moment(
            _text(record, "publishdate", "publicationdate", "pubdate", "published", "date", "time"), "agency-xml"
        ),
        "priority": read_number(_text(record, "priority")),
        "urgency": read_number(_text(record, "urgency")),
        "category": category,
        "subjects": gather_subjects([make_subject("category", None, category, "agency-xml.category")]),
        "language": squeeze(record.get("lang")),
        "media": tuple(_read_images(record)),
    }
    return Draft(content, fields)


def _read_images(record: Element) -> list[Media]:
    found = []
    for image in record.iter("image", "picture", "photo"):
        url = _text(image, "url", "href", "src")
        if url:
            found.append(Media(url=url, caption=_text(image, "caption", "description"), file=False, type="image"))
    return found


FORMAT = Format("agency-xml", recognise, read)
