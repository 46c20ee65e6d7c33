"""A Story as valid ninjs 3.1, or 2.1 for older consumers; what ninjs cannot hold is left out, never bent.

Left out: edition, sign-off, tags, keywords, quotes, slugs' take keys, spans, evidence, private notes; times without a zone or
less exact than a second; addresses that are no URI. A story whose embargo cannot be written so is withheld.
"""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiredesk.records import Block, Media, Moment, Place, Story, Subject

Version = Literal["3.1", "2.1"]
VERSIONS: tuple[Version, ...] = ("3.1", "2.1")

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,30}:(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)")  # RFC 3339
_ELEMENTS = {"paragraph": "p", "crosshead": "h2", "table": "pre", "note": "aside"}
_TYPES = (("image", "picture"), ("picture", "picture"), ("photo", "picture"), ("video", "video"), ("audio", "audio"))
_KINDS = {
    "organisation": "organisation",
    "company": "organisation",
    "event": "event",
    "object": "object",
    "place": "place",
    "geosubject": "place",
}
_GEONAMES = "https://sws.geonames.org/{}/"
_OLD_NAMES = {"embargoedUntil": "embargoed"}  # all other names of 2.1 are those of 3.1 in lower case


def write_ninjs(story: Story, version: Version = "3.1") -> dict[str, Any]:
    """Write a story as an item of ninjs 3.1 or 2.1."""
    item = _write_item(story, version)
    return item if version == "3.1" else _rename(item)


def _write_item(story: Story, version: Version) -> dict[str, Any]:
    uri = _uri(story.uri)
    embargo = _time(story.embargoed_until)
    is_held = story.embargoed_until is not None and embargo is None and story.pub_status != "canceled"
    place = story.dateline.places[0].name if story.dateline and story.dateline.places else None
    return _without_nothing(
        {
            "uri": uri or f"urn:wiredesk:{story.story_id}",
            "type": _type_of(story),
            "standard": _write_standard(version),
            "version": story.version,
            "firstCreated": _moment(story.published),
            "versionCreated": _moment(story.updated),
            "embargoedUntil": embargo,
            "expires": _time(story.expires),
            "pubStatus": "withheld" if is_held else story.pub_status,
            "urgency": story.urgency if story.urgency and 1 <= story.urgency <= 9 else None,
            "language": story.language,
            "headlines": [{"role": role, "value": text} for role, text in _headlines(story) if text],
            "slugline": story.slugline,
            "descriptions": [{"role": "summary", "contentType": "text/plain", "value": story.abstract}]
            if story.abstract
            else [],
            "by": story.byline.raw if story.byline else None,
            "located": place,
            "bodies": list(_write_bodies(story)),
            "edNote": story.ed_note,
            "usageTerms": story.usage_terms,
            "copyrightNotice": story.copyright,
            "infoSources": list(_write_sources(story)),
            "subjects": list(_write_subjects(story, "subject")),
            "genres": [genre for one in story.genre if (genre := _write_code(one))],
            "people": list(_write_mentions(story, "person", story.people)),
            "organisations": [*_write_subjects(story, "organisation"), *_write_mentions(story, "organisation")],
            "events": list(_write_subjects(story, "event")),
            "objects": list(_write_subjects(story, "object")),
            "places": list(_write_places(story)),
            "altIds": list(_write_ids(story, is_kept=uri is not None)),
            "renditions": [] if story.body else [row for one in story.media[:1] if (row := _write_rendition(one))],
            "associations": list(_write_associations(story)),
        }
    )


def _rename(value: Any) -> Any:  # noqa: ANN401 - whatever stands in the item
    if isinstance(value, dict):
        return {_OLD_NAMES.get(name, name.lower()): _rename(inner) for name, inner in value.items()}
    return [_rename(one) for one in value] if isinstance(value, list) else value


def _without_nothing(item: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if value not in (None, "", [])}


def _write_standard(version: Version) -> dict[str, str]:
    return {"name": "ninjs", "version": version, "schema": f"http://www.iptc.org/std/ninjs/ninjs-schema_{version}.json"}


def _uri(text: str | None) -> str | None:
    return text if text and _URI.fullmatch(text) else None


def _time(text: str | None) -> str | None:
    return text if text and _TIME.fullmatch(text) else None


def _moment(moment: Moment | None) -> str | None:
    return _time(moment.value) if moment else None


def _kind_of(medium: Media) -> str | None:
    kind = (medium.type or "").casefold()
    return next((name for prefix, name in _TYPES if kind.startswith(prefix)), None)


def _type_of(story: Story) -> str | None:
    """Name the type: a text, or what the one medium of a story without a text is."""
    if story.body or not story.media:
        return "text"
    return _kind_of(story.media[0])


def _headlines(story: Story) -> Iterator[tuple[str, str | None]]:
    yield "main", story.headline
    yield "subheadline", story.subheadline


def _write_text(role: str, text: str | None) -> list[dict[str, str]]:
    return [{"role": role, "contentType": "text/plain", "value": text}] if text else []


def _write_bodies(story: Story) -> Iterator[dict[str, Any]]:
    if story.body:
        body = {"role": "main", "contentType": "text/html", "value": "".join(_write_blocks(story.body))}
        yield body | ({"wordCount": story.word_count} if story.word_count is not None else {})


def _write_blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        texts = [escape(block.text, quote=False) for block in group]
        if kind == "list":
            yield f"<ul>{''.join(f'<li>{text}</li>' for text in texts)}</ul>"
        elif kind == "quote":
            yield f"<blockquote>{''.join(f'<p>{text}</p>' for text in texts)}</blockquote>"
        else:
            name = _ELEMENTS[kind]
            yield from (f"<{name}>{text}</{name}>" for text in texts)


def _write_sources(story: Story) -> Iterator[dict[str, str]]:
    """Write who made it: the authors, the agency, the outlet."""
    for author in story.byline.authors if story.byline else ():
        yield {"name": author.name, "role": "author"}
    if story.agency:
        yield {"name": story.agency.name, "literal": story.agency.code, "role": "agency"}
    if story.publisher:
        yield {"name": story.publisher, "role": "publisher"}


def _write_code(subject: Subject) -> dict[str, Any]:
    """Write a code as a URI, if it is one with its scheme, else as the literal "scheme:code"."""
    code, scheme = subject.code, subject.scheme
    found: dict[str, Any] = {"name": subject.name} if subject.name else {}
    if code:
        uri = _uri(code) if "//" in code else _uri(f"{scheme}{code}") if scheme and scheme.endswith(("/", "#")) else None
        found |= {"uri": uri} if uri else {"literal": f"{scheme}:{code}" if scheme else code}
    return found


def _write_subjects(story: Story, kind: str) -> Iterator[dict[str, Any]]:
    """Write the subjects of one kind: which it is, the wire said ("ap-media.place"); any other is a subject."""
    for one in story.subjects:
        where = (one.found_by or "").rpartition(".")[2]
        found = _write_code(one) if _KINDS.get(where, "subject") == kind else None
        if found and kind == "subject" and one.confidence is not None and 0 <= one.confidence <= 1:
            found["confidence"] = round(one.confidence * 100)
        if found:
            yield found


def _write_mentions(story: Story, kind: str, more: tuple[str, ...] = ()) -> Iterator[dict[str, str]]:
    names = dict.fromkeys([*more, *(mention.text for mention in story.mentions if mention.type == kind)])
    yield from ({"name": name, "rel": "mentions"} for name in names)


def _write_places(story: Story) -> Iterator[dict[str, Any]]:
    for place in story.dateline.places if story.dateline else ():
        yield _write_place(place)
    yield from _write_subjects(story, "place")
    yield from _write_mentions(story, "place")


def _write_place(place: Place) -> dict[str, Any]:
    found: dict[str, Any] = {"name": place.name, "rel": "located"}
    if place.geonames_id:
        found["uri"] = _GEONAMES.format(place.geonames_id)
    if place.latitude is not None and place.longitude is not None:
        found["geoJSON"] = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    return found


def _write_ids(story: Story, *, is_kept: bool) -> Iterator[dict[str, str]]:
    """Write the other ids: ours, the wire's own where it is no URI, and those that the wire lists."""
    yield {"role": "wiredesk", "value": story.story_id}
    if story.uri and not is_kept:
        yield {"role": "wire", "value": story.uri}
    for name, value in story.wire_header.items():
        if name.startswith("altid."):
            yield {"role": name.removeprefix("altid."), "value": value}


def _write_rendition(medium: Media) -> dict[str, Any] | None:
    href = _uri(medium.url)
    if not href:
        return None
    found = {"name": "main", "href": href}
    return found | ({"contentType": medium.type} if medium.type and "/" in medium.type else {})


def _write_associations(story: Story) -> Iterator[dict[str, Any]]:
    """Write the media that have an address, which ninjs demands; of a story without a text the first is the item itself."""
    for position, medium in enumerate(story.media, start=1):
        rendition = _write_rendition(medium)
        if rendition:
            yield _without_nothing(
                {
                    "name": f"media-{position}",
                    "uri": rendition["href"],
                    "type": _kind_of(medium),
                    "by": medium.credit,
                    "descriptions": _write_text("caption", medium.caption),
                    "renditions": [rendition],
                }
            )
