"""Atom: each entry a story.

<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>...</id><title>...</title><updated>...</updated><content>...
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.blocks import Content, read_blocks, read_fragment
from wiredesk.formats.wire_fields import Draft, gather_subjects, make_subject, read_moment, read_status
from wiredesk.formats.wire_items import read_items
from wiredesk.formats.wire_lines import make_byline
from wiredesk.formats.xml import name_root, parse_xml
from wiredesk.formats.xml_tree import LANG, find, find_text, find_value, squeeze, walk, walk_texts
from wiredesk.records import Media

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from wiredesk.records import Byline, CleanPage, Parts

_NORMAL = frozenset(["med", "medium", "normal"])  # 5 on the IPTC's scale of urgency


def recognise(head: str, media_type: str) -> int:
    """Know a document whose root is <feed> or <entry>."""
    root = name_root(head)
    return 95 if root == "feed" else 90 if root == "entry" and "Atom" in head else 40 if "atom" in media_type and root else 0


def read(page: CleanPage) -> Parts:
    """Read every entry of the feed."""
    document = parse_xml(page.text)
    root = document.root
    entries = [root] if root.tag == "entry" else list(walk(root, "entry"))
    feed = root if root.tag == "feed" else None
    nothing = Spike(Reason.NO_STORY, "a feed without entries", rule="atom.entries")
    return read_items(page, document, entries, lambda entry: [read_entry(entry, feed)], nothing=nothing)


def read_entry(entry: Element, feed: Element | None) -> Draft:
    """Read one entry; a feed's own author is the publisher, not the writer, unless the entry names none."""
    content = _read_text(next((found for found in walk(entry, "content") if not found.get("url")), None))
    summary = _read_text(find(entry, "summary"))
    fields: dict[str, Any] = {
        "uri": find_text(entry, "NewsManagement/original_article_id", "id"),
        "url": _link(entry, "alternate"),
        "headline": _plain(find(entry, "title")),
        "abstract": find_text(entry, "ContentMetadata/first_line") or (_join(summary) if content.pieces else None),
        "byline": _read_byline(entry),
        "published": read_moment(find_text(entry, "published", "NewsManagement/published"), "atom.published"),
        "updated": read_moment(find_text(entry, "updated"), "atom.updated"),
        "language": squeeze(entry.get(LANG) or _of(feed, LANG)) or find_value(entry, "ContentMetadata", "lang"),
        "publisher": find_text(entry, "source/title") or find_text(feed, "title"),
        "copyright": find_text(entry, "rights") or find_text(feed, "rights"),
        "category": next((name for c in walk(entry, "category") if (name := squeeze(c.get("label") or c.get("term")))), None),
        "subjects": gather_subjects(
            make_subject(c.get("scheme"), c.get("term"), c.get("label") or c.get("term"), "atom.category")
            for c in walk(entry, "category")
        ),
        "pub_status": read_status(find_text(entry, "NewsManagement/publishing_status")),
        "urgency": 5 if (find_text(entry, "NewsManagement/feedarticle_priority") or "").casefold() in _NORMAL else None,
        "media": tuple(_read_links(entry)),
    }
    if fields["url"] is None:
        del fields["url"]
    return Draft(content if content.pieces or content.media else summary, fields)


def _of(feed: Element | None, name: str) -> str | None:
    return feed.get(name) if feed is not None else None


def _read_text(element: Element | None) -> Content:
    if element is None:
        return Content()
    return read_blocks(element) if len(element) else read_fragment(element.text or "")


def _plain(element: Element | None) -> str | None:
    return _join(_read_text(element))


def _join(content: Content) -> str | None:
    return squeeze(" ".join(piece.text for piece in content.pieces))


def _read_byline(entry: Element) -> Byline | None:
    names = list(walk_texts(entry, "author/name")) or list(walk_texts(entry, "creator"))
    return make_byline(", ".join(dict.fromkeys(names)))


def _link(entry: Element, rel: str) -> str | None:
    return next((squeeze(found.get("href")) for found in walk(entry, "link") if (found.get("rel") or "alternate") == rel), None)


def _read_links(entry: Element) -> Iterator[Media]:
    links = [found for found in walk(entry, "link") if found.get("rel") == "enclosure"]
    shown = [found for found in entry.iter("content") if found.get("url")] or list(entry.iter("thumbnail"))
    for found in [*links, *shown]:
        url = squeeze(found.get("href") or found.get("url"))
        if url:
            around = found if find(found, "description") is not None else found.getparent()
            caption = squeeze(found.get("title")) or (find_text(around, "description") if found.tag != "link" else None)
            kind, credit = found.get("type") or found.get("medium"), find_text(around, "credit")
            yield Media(url=url, caption=caption, credit=credit, file=False, type=squeeze(kind))


FORMAT = Format("atom", recognise, read, "<")
