"""ninjs 1.x to 3.x: IPTC's JSON news item, one or a list of them; roles of headlines, descriptions and bodies are kept apart.

{"uri": "urn:newsml:...", "type": "text", "versioncreated": "2024-03-18T09:40:00Z", "headline": "...", "body_html": "<p>..."}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.blocks import Content, read_fragment, split_paragraphs
from wiredesk.formats.drafting import Composer, gather
from wiredesk.formats.wire_fields import (
    Draft,
    gather_subjects,
    lay_out,
    make_byline,
    make_subject,
    read_edition,
    read_moment,
    read_number,
    read_status,
)
from wiredesk.records import Author, Dateline, Media, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiredesk.records import CleanPage, Parts, Story

MARKS = (
    '"uri"',
    '"versioncreated"',
    '"body_html"',
    '"body_text"',
    '"body_xhtml"',
    '"headlines"',
    '"bodies"',
    '"pubstatus"',
    '"headline"',
)
MAX_ITEMS = 1000
SUBJECTS = ("subject", "subjects", "organisation", "organisations", "event", "events", "object", "objects")


def recognise(head: str, media_type: str) -> int:
    """Know an item by its identity and one of its contents."""
    if head.lstrip()[:1] not in {"{", "["}:
        return 0
    marks = sum(mark in head for mark in MARKS)
    return 70 if marks >= 2 else 65 if media_type == "application/ninjs+json" or '"uri"' in head else 0


def read(page: CleanPage) -> Parts:
    """Read one item, or each item of a list; a broken one does not take its neighbours along."""
    try:
        found = orjson.loads(page.text)
    except orjson.JSONDecodeError as error:
        raise Spike(Reason.MALFORMED, f"{error.msg}: line {error.lineno}", rule="ninjs.json", offset=error.pos) from error
    items = found if isinstance(found, list) else [found]
    composer = Composer()
    stories: list[Story] = []
    for item in items[:MAX_ITEMS]:
        if isinstance(item, dict) and item.get("uri"):
            stories.append(lay_out(page, composer, len(stories), Draft(_read_content(item), _read_fields(item))))
    if not stories:
        raise Spike(Reason.NOT_A_STORY, "JSON without an item that has a uri", rule="ninjs.item")
    return gather(page, composer, stories)


def _read_fields(item: dict[str, Any]) -> dict[str, Any]:
    """Read what an item says of itself; a field of a wrong type is absent."""
    text = _Texts(item)
    people = [Author(name=name, raw=name, role=_as_text(one.get("role") or one.get("jobtitle"))) for one, name in _people(item)]
    return {
        "uri": str(item["uri"]),
        "version": _as_text(item.get("version")),
        "headline": text.pick("headline", "headlines"),
        "abstract": text.pick("description_text", "descriptions") or text.pick("summary") or text.pick("description_html"),
        "slugline": text.pick("slugline", "slug", "name"),
        "byline": make_byline(text.pick("byline", "by"), people),
        "dateline": _read_located(item),
        "published": read_moment(_as_text(item.get("firstcreated") or item.get("firstCreated")), "ninjs.firstcreated"),
        "updated": read_moment(_as_text(item.get("versioncreated") or item.get("versionCreated")), "ninjs.versioncreated"),
        "language": text.pick("language"),
        "pub_status": read_status(text.pick("pubstatus", "pubStatus")),
        "embargoed_until": text.pick("embargoed", "embargoedUntil"),
        "expires": text.pick("expires"),
        "urgency": read_number(_as_text(item.get("urgency"))),
        "priority": read_number(_as_text(item.get("priority"))),
        "copyright": text.pick("copyrightnotice", "copyrightNotice", "copyrightholder", "copyrightHolder"),
        "usage_terms": text.pick("usageterms", "usageTerms"),
        "ed_note": text.pick("ednote", "edNote"),
        "edition": read_edition(text.pick("signal"), text.pick("profile")),
        "keywords": tuple(str(one) for one in _as_list(item.get("keywords") or item.get("keyword")) if isinstance(one, str)),
        "genre": gather_subjects(_codes(item, "genre", "genres")),
        "subjects": gather_subjects(_codes(item, *SUBJECTS)),
        "people": tuple(dict.fromkeys(n for one in _objects(item, "person", "people") if (n := _as_text(one.get("name"))))),
        "media": tuple(_read_media(item)),
    }


class _Texts:
    """Texts of an item under the names that the versions gave them; of a list with roles "main" before others."""

    def __init__(self, item: dict[str, Any]) -> None:
        self.item = item

    def pick(self, *names: str) -> str | None:
        for name in names:
            value = self.item.get(name)
            rows = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
            rows.sort(key=lambda one: one.get("role") not in {None, "main"})
            found = next((t for one in rows if (t := _as_text(one.get("value")))), None) or _as_text(value)
            if found:
                return found
        return None


def _read_content(item: dict[str, Any]) -> Content:
    """Read the body: markup before plain text, as 3.x lists it or as earlier versions name it."""
    bodies = [one for one in _objects(item, "bodies") if isinstance(one.get("value"), str)]
    bodies.sort(key=lambda one: "html" not in str(one.get("contenttype") or one.get("contentType") or ""))
    markup = _as_text(item.get("body_html")) or _as_text(item.get("body_xhtml"))
    plain = _as_text(item.get("body_text"))
    if bodies:
        value = bodies[0]["value"]
        markup, plain = (value, None) if "<" in value else (None, value)
    if markup:
        return read_fragment(markup)
    return Content(tuple(split_paragraphs(plain))) if plain else Content()


def _read_located(item: dict[str, Any]) -> Dateline | None:
    located = _as_text(item.get("located"))
    return Dateline(raw=located, places=(Place(name=located.partition(",")[0].strip()),)) if located else None


def _read_media(item: dict[str, Any]) -> Iterator[Media]:
    """Read the renditions of the item itself, if it is no text, and of its associations."""
    others = item.get("associations")
    rows = list(others.values()) if isinstance(others, dict) else _as_list(others)
    own = [item] if item.get("type") in {"picture", "video", "audio", "graphic"} else []
    for one in [*own, *rows]:
        if not isinstance(one, dict) or (one.get("type") in {"text", "composite"}):
            continue
        shown = one.get("renditions")
        renditions = [r for r in (shown.values() if isinstance(shown, dict) else _as_list(shown)) if isinstance(r, dict)]
        best = max(renditions, key=lambda r: r["width"] if isinstance(r.get("width"), int) else 0, default={})
        text = _Texts(one)
        caption = text.pick("description_text", "descriptions", "body_text", "headline", "headlines")
        url, kind = _as_text(best.get("href") or best.get("url")), _as_text(best.get("mimetype") or best.get("contentType"))
        if url or caption:
            yield Media(url=url, caption=caption, credit=text.pick("byline", "copyrightholder"), file=False, type=kind)


def _people(item: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    for one in _objects(item, "infosource", "infosources", "bylines", "creator"):
        role = str(one.get("role") or "")
        name = _as_text(one.get("name"))
        if name and ("byline" in one or role.casefold() in {"writer", "author", "reporter"}):
            yield one, name


def _codes(item: dict[str, Any], *names: str) -> Iterator[Any]:
    for one in _objects(item, *names):
        code = _as_text(one.get("code") or one.get("qcode") or one.get("literal") or one.get("uri"))
        yield make_subject(_as_text(one.get("scheme")), code, _as_text(one.get("name")), "ninjs.subject")


def _objects(item: dict[str, Any], *names: str) -> Iterator[dict[str, Any]]:
    for name in names:
        value = item.get(name)
        yield from (one for one in ([value] if isinstance(value, dict) else _as_list(value)) if isinstance(one, dict))


def _as_list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _as_text(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value).strip() or None


FORMAT = Format("ninjs", recognise, read)
