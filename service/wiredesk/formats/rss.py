"""RSS 2.0 and WXR (WordPress export), RSS 1.0: each item a story; an item without a date has none.

<rss version="2.0"><channel><item><title>...</title><pubDate>Mon, 29 Jul 2013 16:03:54 +0000</pubDate><content:encoded>...
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, Any

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.blocks import Content, read_fragment
from wiredesk.formats.wire_fields import Draft, gather_subjects, make_subject, name_agency, read_moment
from wiredesk.formats.wire_items import read_items
from wiredesk.formats.wire_lines import make_byline
from wiredesk.formats.xml import name_root, parse_xml
from wiredesk.formats.xml_tree import inner_text, squeeze, text_of
from wiredesk.records import Media

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from wiredesk.records import CleanPage, Moment, Parts

# namespaces by a word of theirs, for feeds write them with and without a slash, with http and https, in old versions
_SPACES = (
    ("purl.org/rss/1.0/modules/content", "content"),
    ("purl.org/dc/", "dc"),
    ("search.yahoo.com/mrss", "media"),
    ("excerpt", "excerpt"),
    ("wordpress.org/export", "wp"),
    ("itunes", "itunes"),
    ("w3.org/2005/Atom", "atom"),
    ("yandex", "yandex"),
    ("w3.org/1999/xhtml", "xhtml"),
)
_FULL = ("content:encoded", "yandex:full-text", "full-text", "fulltext", "xhtml:body", "body")
_NO_CATEGORY = "uncategorized"  # WordPress's word for none
_NO_STORIES = frozenset(["nav_menu_item", "custom_css", "customize_changeset", "oembed_cache", "revision", "user_request"])
_STATUSES = {"publish": "usable", **dict.fromkeys(["draft", "private", "pending", "future"], "withheld"), "trash": "canceled"}
# what WordPress puts a gallery, a form or a caption's frame in the place of, when it shows the page:
# [gallery ids="1,2"], [contact_form], [caption id="a" width="3"]...[/caption]; "[sic]" is text
_CAPTION = re.compile(
    r"\[caption[^\[\]]{0,500}\]\s*((?:<a\b[^<>]{0,1000}>\s*)?<img\b[^<>]{0,2000}>(?:\s*</a>)?)\s*([^<>\[\]]{0,2000})\[/caption\]"
)
_PAIR = re.compile(
    r"\[(?P<code>[a-z]{2,30})(?:\s[^\[\]]{0,1000})?\](?P<text>[^\[\]]{0,2000})\[/(?P=code)\]"
)  # [dropcap]T[/dropcap]
_ESCAPED = re.compile(r"&(?:#\d{1,7}|#x[\da-fA-F]{1,6}|[A-Za-z]{2,31});")
_SHORTCODE = re.compile(
    r"""\[/?(?:caption|gallery|audio|video|embed|playlist|[a-z]{1,30}[_-][a-z0-9_-]{1,40}|[a-z]{2,30}(?=\s{1,3}[a-z_-]{1,30}=["'&]))"""
    r"""(?:\s[^\[\]]{0,1000})?\]"""
)


def recognise(head: str, media_type: str) -> int:
    """Know a document whose root is <rss>, or <RDF> with RSS inside."""
    root = name_root(head)
    return 95 if root == "rss" or (root == "RDF" and "purl.org/rss/1.0" in head) else 40 if "rss" in media_type and root else 0


def read(page: CleanPage) -> Parts:
    """Read every item of the feed."""
    document = parse_xml(page.text, local_names=False)
    root = document.root
    channel = next((_fields(e) for e in root.iter("{*}channel")), {})
    nothing = Spike(Reason.NO_STORY, "a feed without items", rule="rss.items")
    items, writers = list(root.iter("{*}item")), _read_writers(channel)
    return read_items(page, document, items, lambda item: _read_story(item, channel, writers), nothing=nothing)


def _read_writers(channel: dict[str, list[Element]]) -> dict[str, str]:
    """Give the names of those who write by their logins (WXR), which stand under the stories in their place."""
    writers: dict[str, str] = {}
    for element in channel.get("wp:author", ()):
        found = _fields(element)
        login = _text(found, "wp:author_login")
        whole = " ".join(filter(None, (_text(found, "wp:author_first_name"), _text(found, "wp:author_last_name"))))
        shown = _text(found, "wp:author_display_name")
        name = whole if " " in whole and (not shown or shown == login) else shown
        if login and name:
            writers[login] = name
    return writers


def _fields(item: Element) -> dict[str, list[Element]]:
    """Index the children of an item by their names with the prefix that everyone knows ("content:encoded")."""
    found: dict[str, list[Element]] = {}
    for child in item:
        space, _, name = child.tag.rpartition("}") if isinstance(child.tag, str) else ("", "", "")
        if name:
            found.setdefault(_find_prefix(space) + name if space else name, []).append(child)
    return found


@lru_cache(maxsize=256)
def _find_prefix(space: str) -> str:
    return next((f"{short}:" for part, short in _SPACES if part in space), "")


def _text(fields: dict[str, list[Element]], *names: str) -> str | None:
    return next((text for name in names for element in fields.get(name, ()) if (text := _read_text(element))), None)


def _read_text(element: Element) -> str | None:
    """Read a text that many feeds escape twice: "Salt &amp; Sea" behind CDATA."""
    text = text_of(element)
    return _ESCAPED.sub(lambda found: unescape(found[0]), text) if text and "&" in text else text


def _read_story(item: Element, channel: dict[str, list[Element]], writers: dict[str, str]) -> Iterator[Draft]:
    """Read an item, but for what WordPress keeps among its stories that is none: menus, styles, templates."""
    kind = next((text_of(child) for child in item.iterchildren("{*}post_type")), None) or ""
    if kind not in _NO_STORIES and not kind.startswith("wp_"):
        yield read_item(item, channel, writers)


def read_item(item: Element, channel: dict[str, list[Element]], writers: dict[str, str]) -> Draft:
    """Read one item; a description beside the full text is its abstract, alone it is the text."""
    found = _fields(item)
    full = next((text for name in _FULL for element in found.get(name, ()) if (text := inner_text(element)).strip()), "")
    if "[" in full and "wp:post_type" in found:
        full = _CAPTION.sub(r"<figure>\1<figcaption>\2</figcaption></figure>", full)
        full = _SHORTCODE.sub("", _PAIR.sub(r"\g<text>", full))
    description = inner_text(found["description"][0]) if "description" in found else ""
    excerpt = _text(found, "excerpt:encoded")
    summary = read_fragment(description)
    content = read_fragment(full) if full.strip() else summary
    media = (*_read_media(found), *summary.media) if full.strip() else tuple(_read_media(found))
    abstract = excerpt or (squeeze(" ".join(p.text for p in summary.pieces)) if full.strip() else None)
    status, subjects = _text(found, "wp:status"), gather_subjects(_read_categories(found))
    fields: dict[str, Any] = {
        "uri": _text(found, "guid", "link"),
        "url": _text(found, "link"),
        "headline": _text(found, "title", "media:title"),
        "abstract": abstract,
        "byline": make_byline(_read_creators(found, writers)),
        "published": read_moment(_text(found, "pubDate", "dc:date", "dc:issued", "dc:created", "date"), "rss.pub-date")
        or _read_gmt(_text(found, "wp:post_date_gmt"), "rss.pub-date"),
        "updated": read_moment(_text(found, "atom:updated", "updated", "dc:modified"), "rss.updated")
        or _read_gmt(_text(found, "wp:post_modified_gmt"), "rss.updated"),
        "language": _text(found, "dc:language", "language") or _text(channel, "language", "dc:language"),
        "publisher": _text(found, "source", "dc:publisher") or _text(channel, "title"),
        "copyright": _text(found, "dc:rights", "media:copyright") or _text(channel, "copyright"),
        "keywords": tuple(dict.fromkeys(_read_tags(found))),
        "category": next((one.name for one in subjects if one.name and one.name.casefold() != _NO_CATEGORY), None),
        "subjects": subjects,
        "agency": name_agency("rss.source", _text(found, "source"), _text(found, "dc:source"), _text(found, "dc:publisher")),
        "pub_status": _STATUSES.get(status or ""),
        "media": media,
    }
    if not fields["url"]:
        del fields["url"]
    return Draft(Content(content.pieces, content.media), fields)


def _read_creators(found: dict[str, list[Element]], writers: dict[str, str]) -> str | None:
    """Give who wrote an item, one element each or all in one, those with a login by their names."""
    for name in ("dc:creator", "author", "itunes:author"):
        names = [writers.get(text, text) for element in found.get(name, ()) if (text := _read_text(element))]
        if names:
            return ", ".join(dict.fromkeys(names))
    return None


def _read_gmt(value: str | None, found_by: str) -> Moment | None:
    """Read a time of WordPress that says GMT by its name."""
    return read_moment(f"{value}+00:00" if value else None, found_by)


def _read_tags(found: dict[str, list[Element]]) -> Iterator[str]:
    for element in found.get("category", ()):
        text = _read_text(element)
        if text and element.get("domain") in {"post_tag", "tag"}:
            yield text
    keywords = _text(found, "media:keywords", "itunes:keywords")
    yield from filter(None, (squeeze(word) for word in (keywords or "").split(",")))


def _read_categories(found: dict[str, list[Element]]) -> Iterator[Any]:
    for element in [*found.get("category", ()), *found.get("dc:subject", ())]:
        if element.get("domain") not in {"post_tag", "tag"}:
            yield make_subject(element.get("domain"), None, _read_text(element), "rss.category")


def _read_media(found: dict[str, list[Element]]) -> Iterator[Media]:
    for element in [*found.get("enclosure", ()), *_media_contents(found)]:
        url = squeeze(element.get("url"))
        if url:
            inner = _fields(element)
            yield Media(
                url=url,
                caption=_text(inner, "media:description", "media:title") or _text(found, "media:description"),
                credit=_text(inner, "media:credit") or _text(found, "media:credit"),
                file=False,
                type=squeeze(element.get("type") or element.get("medium")),
            )
    for element in found.get("wp:attachment_url", ()):
        yield Media(url=text_of(element), file=False, type="image")


def _media_contents(found: dict[str, list[Element]]) -> Iterator[Element]:
    yield from found.get("media:content", ())
    for group in found.get("media:group", ()):
        yield from _fields(group).get("media:content", ())[:1]
    if "media:content" not in found:
        yield from found.get("media:thumbnail", ())


FORMAT = Format("rss", recognise, read, "<")
