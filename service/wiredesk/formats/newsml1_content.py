"""The content items of a component of NewsML 1: text as NITF, XHTML or plain, titles, leads and captions by role, and media.

<NewsComponent><Role FormalName="Body"/><ContentItem><Format FormalName="NITF"/><DataContent><nitf>...
<ContentItem Href="boat.jpg"><MediaType FormalName="Photo"/></ContentItem>
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiredesk.formats.blocks import Content, Piece, read_blocks, read_fragment, split_paragraphs
from wiredesk.formats.nitf_content import read_nitf
from wiredesk.formats.renditions import Rendition, choose_renditions, read_count
from wiredesk.formats.xml_tree import find, find_text, find_value, squeeze, walk
from wiredesk.records import Media

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

# what a component's role makes of its text; any other role is body
_ROLES = {
    **dict.fromkeys(["title", "headline"], "headline"),
    **dict.fromkeys(["subtitle", "subheadline"], "subheadline"),
    **dict.fromkeys(["lead", "abstract", "summary"], "abstract"),
    **dict.fromkeys(["contact", "contacts"], "contact"),
    "caption": "caption",
    **dict.fromkeys(["stylesheet", "tweettext", "logo"], ""),
}
_REFERENCE = "NewsComponentRef"  # what Belga's converter leaves where a sound stands
_SMALL = frozenset(["thumbnail", "preview", "quicklook"])  # roles of pictures that show another one smaller
_MIMES = {
    "mpeg3": "audio/mpeg",
    "audio/mpeg3": "audio/mpeg",
    "audio/mp3": "audio/mpeg",
    "mpeg4": "video/mp4",
    "mp4": "video/mp4",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
    "png": "image/png",
    "gif": "image/gif",
}


def read_content(component: Element) -> tuple[Content, dict[str, Any], dict[str, str]]:
    """Read all content items below a component: text as blocks, the rest as media with the captions beside them.

    Answers with the content, the fields of the NITF in it, and the headline and abstract that have a component of their own.
    """
    pieces: list[Piece] = []
    media: list[Media] = []
    shown: list[Rendition] = []
    nitf: dict[str, Any] = {}
    roles: dict[str, str] = {}
    for item in component.iter("ContentItem"):
        role = _role_of(item, component)
        data = find(item, "DataContent")
        if data is None or (item.get("Href") and not len(data) and not (data.text or "").strip()):
            if item.get("Href") or find_value(item, "MediaType", "FormalName"):
                shown.append(Rendition(_read_medium(item, component), _find_group(item, role), _find_size(item)))
            continue
        named = _ROLES.get(role)
        if named == "":
            continue
        inner, found = _read_data(data, item)
        text = " ".join(piece.text for piece in inner.pieces) if named else ""
        if named == "caption" and text:
            media.append(Media(caption=text, file=False))
        elif named and text:
            roles.setdefault(named, text)
        elif not named:
            pieces.extend(piece for piece in inner.pieces if piece.text != _REFERENCE)
            media.extend(inner.media)
            nitf = nitf or found
    media = [*choose_renditions(shown), *media]
    return Content(tuple(pieces), tuple(_join_captions(media))), nitf, roles


def _find_group(item: Element, role: str) -> object:
    """Give what the renditions of one picture have in common: the component around them; "" for a picture of a picture."""
    return "" if role in _SMALL else item.getparent()


def _find_size(item: Element) -> int:
    known = {found.get("FormalName"): found.get("Value") for found in walk(item, "Characteristics/Property")}
    width, height = (read_count(known.get(name) or known.get(f"Pixel{name}")) for name in ("Width", "Height"))
    return width * height or read_count(find_text(item, "Characteristics/SizeInBytes"))


def _role_of(item: Element, stop: Element) -> str:
    parent = item.getparent()
    role = find_value(parent, "Role", "FormalName") if parent is not None and parent is not stop.getparent() else None
    return (role or "").casefold()


def _read_data(data: Element, item: Element) -> tuple[Content, dict[str, Any]]:
    """Read a DataContent: NITF, XHTML, blocks without a root, escaped HTML or plain text."""
    inner = next(data.iter("nitf"), None)
    if inner is not None:
        draft = read_nitf(inner)
        return draft.content, draft.fields
    if len(data):
        return read_blocks(next(data.iter("body.content"), data)), {}
    text = data.text or ""
    kind = find_value(item, "MimeType", "FormalName") or find_value(item, "Format", "FormalName") or ""
    if "html" in kind.casefold() or "<" in text:
        return read_fragment(text), {}
    return Content(tuple(split_paragraphs(text))), {}


def _find_credit(item: Element, stop: Element) -> str | None:
    """Give the credit line of the components around a medium, below the one that is the story."""
    for around in item.iterancestors("NewsComponent"):
        if around is stop:
            return None
        if credit := find_text(around, "NewsLines/CreditLine"):
            return credit
    return None


def _read_medium(item: Element, stop: Element) -> Media:
    url = squeeze(item.get("Href"))
    words = [find_value(item, name, "FormalName") or "" for name in ("MimeType", "Format", "MediaType")]
    words.append((url or "").rpartition(".")[2])
    known = next((mime for word in words if (mime := _MIMES.get(word.casefold()))), None)
    declared = next((word for word in words if "/" in word), None)
    return Media(
        url=url, credit=_find_credit(item, stop), file=False, type=known or declared or next(filter(None, words[:3]), None)
    )


def _join_captions(media: list[Media]) -> Iterator[Media]:
    """Give a caption that stands alone to the medium beside it that has none."""
    captions = [medium.caption for medium in media if medium.caption and not medium.url]
    named = [medium for medium in media if medium.url or not medium.caption]
    if not named:
        yield from media
    for number, medium in enumerate(named):
        caption = medium.caption or (captions[min(number, len(captions) - 1)] if captions else None)
        yield Media(url=medium.url, caption=caption, credit=medium.credit, file=False, type=medium.type)
