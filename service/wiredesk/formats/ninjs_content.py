"""What a ninjs item says under roles: headlines, descriptions, bodies of all versions; its media, and fields of a wrong type.

1.x: "description_text": "..."        2.x, 3.x: "descriptions": [{"role": "text", "value": "..."}]
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from wiredesk.errors import Spike
from wiredesk.formats.blocks import Content, read_fragment, split_paragraphs
from wiredesk.formats.json_fields import as_line, as_list, as_text, is_archive, pick_line, walk_objects, walk_values
from wiredesk.formats.nitf_content import read_nitf
from wiredesk.formats.xml import parse_xml
from wiredesk.records import Media

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wiredesk.formats.json_fields import Types

_PLURALS = {"headline": "headlines", "description": "descriptions", "body": "bodies"}
_CAPTIONS = ("caption", "text", "main", "", "html", "xhtml", "richtext")
_MEDIA_TYPES = frozenset(["picture", "video", "audio", "graphic"])
_NO_MEDIA = frozenset(["text", "composite", "component", "event", "planning"])
_NITF = "<nitf"
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]{0,2000})?/?>")
_FILE = re.compile(r"^https?://\S+\.(?:jpe?g|png|gif|webp|svg|tiff?|mp4|mov|webm|mp3|wav|m4a)(?:\?|$)", re.IGNORECASE)
# what each field must be in any version; a name that is not here is an extension, which may be anything
TYPES: Types = {
    **dict.fromkeys(
        "uri type profile language title headline byline by slugline located ednote edNote usageterms usageTerms "
        "copyrightholder copyrightHolder copyrightnotice copyrightNotice pubstatus pubStatus versioncreated versionCreated "
        "firstcreated firstCreated embargoed embargoedUntil expires body_text body_html body_xhtml "
        "description_text description_html".split(),
        str,
    ),
    **dict.fromkeys(
        "headlines descriptions bodies people organisations places subjects events objects infosources infoSources genres "
        "person organisation place subject event object genre infosource altIds".split(),
        list,
    ),
    **dict.fromkeys(("renditions", "associations", "altids"), (list, dict)),
    **dict.fromkeys(("urgency", "priority", "version"), (int, float, str)),
}


class Role(NamedTuple):
    """One text with its role, and the content type that it declares, if any."""

    text: str
    type: str


def gather_roles(item: dict[str, Any], name: str) -> dict[str, Role]:
    """Gather the texts of a field by role, lower case; "" is the field itself, without a role. The first of a role counts."""
    found: dict[str, Role] = {}
    prefix = f"{name}_"
    for key, value in item.items():
        text = as_text(value) if key == name or key.startswith(prefix) else None
        if text:
            found.setdefault(key.removeprefix(prefix).casefold() if key != name else "", Role(text, ""))
    rows = item.get(_PLURALS[name])
    for one in [{"value": rows}] if isinstance(rows, str) else as_list(rows):
        row = one if isinstance(one, dict) else {"value": one}
        text = as_text(row.get("value"))
        if text:
            kind = pick_line(row, "contenttype", "contentType") or ""
            found.setdefault((as_line(row.get("role")) or "").rpartition("/")[2].casefold(), Role(text, kind.casefold()))
    return found


def choose(found: Mapping[str, Role], *roles: str) -> str | None:
    """Choose the text of the first of `roles` that is there, on one line and without markup."""
    for role in roles:
        if role in found and (text := plain_line(found[role].text)):
            return text
    return None


def plain_line(text: str) -> str | None:
    """Put a text on one line and drop its markup; None where nothing is left."""
    if "<" in text:
        text = " ".join(piece.text for piece in read_fragment(text).pieces)
    return " ".join(text.split()) or None


def choose_caption(descriptions: Mapping[str, Role]) -> str | None:
    """Choose the description that is a medium's caption."""
    return choose(descriptions, *_CAPTIONS)


def read_body(item: dict[str, Any]) -> Content:
    """Read the first body that has a text: NITF, then HTML, then plain text, then XML of an agency's own."""
    for row in sorted(gather_roles(item, "body").values(), key=_rank):
        content = _read_text(row)
        if content.pieces:
            return content
    return Content()


def _rank(row: Role) -> int:
    if _NITF in row.text[:500]:
        return 0
    if "html" in row.type:
        return 1
    if "xml" in row.type:
        return 4
    return 2 if "<" in row.text else 3


def _read_text(row: Role) -> Content:
    if _NITF in row.text[:500]:
        try:
            return read_nitf(parse_xml(row.text).root).content
        except Spike:
            return Content()
    if "html" in row.type or _TAG.search(row.text):
        return read_fragment(f"<div>{row.text}</div>")
    return Content(tuple(split_paragraphs(row.text)))


def read_media(item: dict[str, Any], caption: str | None) -> Iterator[Media]:
    """Read the renditions of the item itself, if it is no text, and of its associations."""
    if as_line(item.get("type")) in _MEDIA_TYPES:
        yield from _read_medium(item, caption)
    for one in walk_values(item.get("associations")):
        if as_line(one.get("type")) not in _NO_MEDIA:
            yield from _read_medium(one, choose_caption(gather_roles(one, "description")))


def _read_medium(item: dict[str, Any], caption: str | None) -> Iterator[Media]:
    """Read one medium: its widest rendition with an address; without one the item's own, if it is an address."""
    shown = [one for one in walk_values(item.get("renditions")) if as_line(one.get("href") or one.get("url"))]
    best = max(shown, key=lambda one: one["width"] if isinstance(one.get("width"), int) else 0, default={})
    own = pick_line(item, "uri") or ""
    url = pick_line(best, "href", "url") or (own if _FILE.search(own) else None)
    kind = pick_line(best, "mimetype", "contenttype", "contentType") or pick_line(item, "mimetype", "type")
    headlines = gather_roles(item, "headline")
    caption = caption or choose(gather_roles(item, "body"), "text") or choose(headlines, *headlines)
    descriptions = gather_roles(item, "description")
    credit = pick_line(item, "byline", "by") or choose(descriptions, "creditline") or _read_source(item)
    if url or caption:
        yield Media(url=url, caption=caption, credit=credit, file=is_archive(caption, credit), type=kind)


def _read_source(item: dict[str, Any]) -> str | None:
    sources = (as_line(one.get("name")) for one in walk_objects(item, "infosource", "infosources", "infoSources"))
    return next(filter(None, sources), None) or pick_line(item, "copyrightholder", "copyrightHolder")
