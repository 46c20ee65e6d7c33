"""The content of a news item of NewsML-G2: NITF, XHTML, TT's own markup or plain text inside, media beside.

<contentSet><inlineXML contenttype="application/xhtml+xml"><html>...   <remoteContent href="boat.jpg" contenttype="image/jpeg"/>
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiredesk.formats.blocks import Content, read_blocks, read_fragment, split_paragraphs
from wiredesk.formats.nitf_content import read_nitf
from wiredesk.formats.renditions import Rendition, choose_renditions, read_count
from wiredesk.formats.wire_lines import make_dateline
from wiredesk.formats.xml_tree import find, find_text, inner_text, squeeze, text_of, walk
from wiredesk.records import Media

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from wiredesk.formats.xml_tree import Place

_NITF_FIELDS = (
    "headline subheadline slugline take_key abstract byline sign_off dateline language urgency ed_note subjects keywords genre "
    "category copyright usage_terms agency published updated expires".split()
)


def read_content(item: Element, abstract: str | None) -> tuple[Content, dict[str, Any]]:
    """Read the inline content, the first that has any text, and the fields that its own head gives.

    abstract: the item's description, which dpa prints again above the text.
    """
    for place in walk(item, "contentSet/inlineXML"):
        nitf = next(place.iter("nitf"), None)
        if nitf is not None:
            draft = read_nitf(nitf)
            return draft.content, {name: draft.fields[name] for name in _NITF_FIELDS}
        text = next(place.iter("BRODTEXT"), None)
        if text is not None:
            return _read_tt(place, text)
        content = read_blocks(_find_body(place, abstract)) if len(place) else read_fragment(place.text or "")
        if content.pieces or content.media:
            return content, {}
    for place in walk(item, "contentSet/inlineData"):
        words = inner_text(place)
        kind = (place.get("contenttype") or "").casefold()
        if place.get("encoding") or (kind and not kind.startswith(("text/", "application/x"))):
            continue
        content = read_fragment(words) if "<" in words else Content(tuple(split_paragraphs(words)))
        if content.pieces:
            return content, {}
    return Content(), {}


def _read_tt(place: Element, text: Element) -> tuple[Content, dict[str, Any]]:
    """Read the markup of Sweden's TT: RUBRIK, DAT with ORT, INGRESS (the first paragraphs) and BRODTEXT."""
    lead = next(place.iter("INGRESS"), None)
    opening = read_blocks(lead) if lead is not None else Content()
    rest = read_blocks(text)
    city = next(filter(None, map(text_of, place.iter("ORT"))), None)
    source = next(filter(None, map(text_of, place.iter("SOURCE"))), None)
    return Content(opening.pieces + rest.pieces, opening.media + rest.media), {
        "headline": next(filter(None, map(text_of, place.iter("RUBRIK"))), None),
        "abstract": " ".join(piece.text for piece in opening.pieces) or None,
        "dateline": make_dateline(" ".join(filter(None, (city, source))), city),
    }


def _find_body(place: Element, abstract: str | None) -> Element:
    """Find where the text stands: the main section of a body, else the body, without notepad and the page's own header."""
    body = next(place.iter("body"), place)
    for section in walk(body, "section"):
        for teaser in walk(section, "p"):
            if teaser.get("class") == "teaser" and text_of(teaser) == abstract:
                teaser.clear()
        if "main" in (section.get("class") or "").split():
            return section
    for section in list(body.iter("section", "div", "aside")):
        if "notepad" in (section.get("class") or "").split():
            section.clear()
    header = find(body, "header")
    if header is not None and find(header, "h1") is not None:
        header.clear()
    return body


def read_remote(item: Element, about: Place) -> Iterator[Media]:
    """Read the media of an item: its own remote content, and what its assertions show."""
    caption = next((text_of(d) for d in walk(about, "description") if "caption" in (d.get("role") or "").casefold()), None)
    credit = find_text(about, "creditline")
    shown = []
    for found in walk(item, "contentSet/remoteContent"):
        url = squeeze(found.get("href") or found.get("residref"))
        if url:
            medium = Media(url=url, caption=caption, credit=credit, file=False, type=squeeze(found.get("contenttype")))
            size = read_count(found.get("width")) * read_count(found.get("height")) or read_count(found.get("size"))
            shown.append(Rendition(medium, "content" if found.get("rendition") else None, size))
    yield from choose_renditions(shown)
    for found in walk(item, "assert/remoteInfo"):
        url = squeeze(found.get("href"))
        if url and (found.get("contenttype") or "").startswith(("image", "video", "audio")):
            yield Media(url=url, caption=find_text(found, "name"), file=False, type=squeeze(found.get("contenttype")))
