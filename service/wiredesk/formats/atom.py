"""Atom: each entry a story.

<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>...</id><title>...</title><updated>...</updated><content>...
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.blocks import Content, read_blocks, read_fragment
from wiredesk.formats.drafting import Composer, gather
from wiredesk.formats.wire_fields import Draft, gather_subjects, lay_out, make_byline, make_subject, read_moment, read_status
from wiredesk.formats.xml import LANG, find_text, find_value, name_root, parse_xml, squeeze, walk_texts
from wiredesk.records import Media

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from wiredesk.records import Byline, CleanPage, Parts, Story


def recognise(head: str, media_type: str) -> int:
    """Know a document whose root is <feed> or <entry>."""
    root = name_root(head)
    return 95 if root == "feed" else 90 if root == "entry" and "Atom" in head else 40 if "atom" in media_type and root else 0


def read(page: CleanPage) -> Parts:
    """Read every entry of the feed."""
    document = parse_xml(page.text)
    root = document.root
    composer = Composer()
    stories: list[Story] = []
    for entry in [root] if root.tag == "entry" else root.iterfind("entry"):
        draft = read_entry(entry, root)
        draft.fields["problems"] = document.problems
        stories.append(lay_out(page, composer, len(stories), draft))
    if not stories:
        raise Spike(Reason.NO_STORY, "a feed without entries", rule="atom.entries")
    return gather(page, composer, stories)


def read_entry(entry: Element, feed: Element) -> Draft:
    """Read one entry; a feed's own author is the publisher, not the writer, unless the entry names none."""
    content = _read_text(entry.find("content"))
    summary = _read_text(entry.find("summary"))
    fields: dict[str, Any] = {
        "uri": find_text(entry, "NewsManagement/original_article_id", "id"),
        "url": _link(entry, "alternate"),
        "headline": _plain(entry.find("title")),
        "abstract": find_text(entry, "ContentMetadata/first_line") or (_join(summary) if content.pieces else None),
        "byline": _read_byline(entry),
        "published": read_moment(find_text(entry, "published", "NewsManagement/published"), "atom.published"),
        "updated": read_moment(find_text(entry, "updated"), "atom.updated"),
        "language": squeeze(entry.get(LANG) or feed.get(LANG)) or find_value(entry, "ContentMetadata", "lang"),
        "publisher": find_text(entry, "source/title") or find_text(feed, "title"),
        "copyright": find_text(entry, "rights") or find_text(feed, "rights"),
        "subjects": gather_subjects(
            make_subject(c.get("scheme"), c.get("term"), c.get("label"), "atom.category") for c in entry.iterfind("category")
        ),
        "pub_status": read_status(find_text(entry, "NewsManagement/publishing_status")),
        "media": tuple(_read_links(entry)),
    }
    if fields["url"] is None:
        fields.pop("url")
    return Draft(content if content.pieces or content.media else summary, fields)


def _read_text(element: Element | None) -> Content:
    if element is None:
        return Content()
    return read_blocks(element) if len(element) else read_fragment(element.text or "")


def _plain(element: Element | None) -> str | None:
    return _join(_read_text(element))


def _join(content: Content) -> str | None:
    return squeeze(" ".join(piece.text for piece in content.pieces))


def _read_byline(entry: Element) -> Byline | None:
    names = list(walk_texts(entry, "author/name"))
    return make_byline(", ".join(names))


def _link(entry: Element, rel: str) -> str | None:
    return next(
        (squeeze(found.get("href")) for found in entry.iterfind("link") if (found.get("rel") or "alternate") == rel), None
    )


def _read_links(entry: Element) -> Iterator[Media]:
    for found in [*entry.iterfind("link[@rel='enclosure']"), *entry.iter("thumbnail")]:
        url = squeeze(found.get("href") or found.get("url"))
        if url:
            yield Media(url=url, caption=squeeze(found.get("title")), file=False, type=squeeze(found.get("type")))


FORMAT = Format("atom", recognise, read)
