"""AP Media API: one item of AP's JSON, or a feed of them; the text as NITF or HTML beside the item, where the feed brings it.

{"api_version": "2.1", "data": {"item": {"altids": {"itemid": "..."}, "version": 3, "headline": "...", "slugline": "..."}}}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.anpa1312 import PRIORITIES
from wiredesk.formats.blocks import Content, read_fragment
from wiredesk.formats.json_document import parse_json
from wiredesk.formats.json_fields import (
    as_code,
    as_dict,
    as_line,
    as_list,
    find_wrong_types,
    is_archive,
    pick,
    pick_code,
    pick_line,
    read_items,
    read_state,
    settle_embargo,
    walk_objects,
    walk_values,
)
from wiredesk.formats.nitf_content import read_nitf
from wiredesk.formats.wire_fields import (
    Draft,
    gather_subjects,
    make_subject,
    name_agency,
    read_edition,
)
from wiredesk.formats.wire_lines import make_byline, make_dateline
from wiredesk.formats.xml import parse_xml
from wiredesk.records import Media, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiredesk.formats.json_fields import Types
    from wiredesk.records import Byline, CleanPage, Dateline, Parts

_MARKS = ('"api_version"', '"altids"', '"itemid"', '"editorialpriority"', '"datelinelocation"', '"description_caption"')
_TEXTS = ("body_nitf", "body_html", "body_xhtml", "body_text", "body")
_HEADER = ("editorialpriority", "editorialrole", "profile", "provider", "textformat")
_TYPES: Types = {
    **dict.fromkeys(
        "type language headline title slugline versioncreated firstcreated embargoed pubstatus ednote located".split(), str
    ),
    **dict.fromkeys("signals bylines subject person place keywords usageterms".split(), list),
    **dict.fromkeys(("altids", "datelinelocation", "renditions", "associations"), dict),
    **dict.fromkeys(("version", "urgency"), (int, float, str)),
}
_SLUG = re.compile(r"(?:(?:AP|BC|AM|PM|ADV\d*)[- ]+)?(?P<slug>[^,]+?)(?:,\s*(?P<take>.+))?")


def recognise(head: str, media_type: str) -> int:
    """Know AP's envelope and its ids by name."""
    del media_type
    if head.lstrip()[:1] not in {"{", "["}:
        return 0
    if '"altids"' in head and '"itemid"' in head and sum(mark in head for mark in _MARKS) >= 3:
        return 85
    return 80 if '"api_version"' in head and '"/content' in head else 0  # a long list of products may come first


def read(page: CleanPage) -> Parts:
    """Read the item, or each item of the feed."""
    document = parse_json(page.text)
    return read_items(page, document, list(_find_entries(document.value)), read_entry)


def _find_entries(found: Any) -> Iterator[Any]:  # noqa: ANN401 - whatever JSON holds
    """Find the entries: of a feed, of an answer, or a bare item."""
    for answer in found if isinstance(found, list) else [found]:
        data = as_dict(as_dict(answer).get("data"))
        if isinstance(data.get("items"), list):
            yield from data["items"]
        elif "item" in data:
            yield {**answer, "item": data["item"]}
        else:
            yield answer if "item" in as_dict(answer) else {"item": answer}


def read_entry(entry: Any) -> Draft:  # noqa: ANN401 - whatever JSON holds
    """Read one entry: the item, and the text that stands beside it."""
    item = as_dict(as_dict(entry).get("item"))
    ids = as_dict(item.get("altids"))
    uri = pick_line(ids, "itemid") or pick_line(item, "uri")
    if not uri:
        raise Spike(Reason.NOT_A_STORY, "an item without an id", rule="ap-media.item")
    beside = as_dict(entry).get("nitf")
    inner = _read_text(item, beside)
    fields = {**inner.fields, **_without_nothing(_read_fields(item, ids)), "uri": uri, "media": tuple(_read_media(item, entry))}
    fields["problems"] = find_wrong_types(item, _TYPES)
    settle_embargo(fields, item, "embargoed")
    return Draft(inner.content, fields)


def _without_nothing(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, (), "", {})}


def _read_fields(item: dict[str, Any], ids: dict[str, Any]) -> dict[str, Any]:
    """Read what the item says of itself."""
    slugline, take = _read_slug(item)
    signals = [as_line(one) for one in [*as_list(item.get("signals")), *as_list(item.get("editorialtypes"))]]
    links = [pick_line(one, "href") for one in walk_objects(item, "links") if one.get("rel") == "canonical"]
    categories = [one for one in walk_objects(item, "subject") if "category" in as_list(one.get("rels"))]
    header = {f"altid.{name}": as_code(value) for name, value in ids.items()}
    header |= {name: pick_line(item, name) for name in _HEADER}
    return read_state(item, "ap-media", ("firstcreated",), ("versioncreated",)) | {
        "url": next(filter(None, links), None),
        "headline": pick_line(item, "headline", "title"),
        "abstract": pick_line(item, "description_summary", "headline_extended"),
        "slugline": slugline,
        "take_key": take,
        "byline": _read_byline(item),
        "dateline": _read_dateline(item),
        "edition": read_edition(*signals),
        # the letters of ANPA-1312, whose order is assumed as it is there; the letter is in wire_header
        "priority": PRIORITIES.get(pick_line(item, "editorialpriority") or ""),
        "category": next((code for one in categories if (code := pick_code(one, "code"))), None),
        "subjects": gather_subjects(_read_subjects(item)),
        "genre": tuple(Subject(name=name, found_by="ap-media.fixture") for name in _read_genres(item)),
        "keywords": tuple(text for one in as_list(item.get("keywords")) if (text := as_line(one))),
        "people": tuple(dict.fromkeys(n for one in walk_objects(item, "person") if (n := pick_line(one, "name")))),
        "copyright": pick_line(item, "copyrightnotice"),
        "usage_terms": " ".join(text for one in as_list(item.get("usageterms")) if (text := as_line(one))),
        "ed_note": pick_line(item, "ednote"),
        "agency": name_agency("ap-media.provider", pick_line(item, "provider")),
        "wire_header": {name: value for name, value in header.items() if value},
    }


def _read_slug(item: dict[str, Any]) -> tuple[str | None, str | None]:
    """Part "AP-US--Harbour-Boats, 3rd Ld-Writethru" into slugline and take key; cycle and take are no part of the slug."""
    line, title = pick_line(item, "slugline"), pick_line(item, "title")
    found = _SLUG.fullmatch(line) if line else None
    take = found["take"] if found else None
    if not found or (title and title in (line or "")):
        return title or line, take
    return found["slug"], take


def _read_byline(item: dict[str, Any]) -> Byline | None:
    lines = [(pick_line(one, "by", "name"), pick_line(one, "title")) for one in walk_objects(item, "bylines")]
    raw = ", ".join(", ".join(filter(None, line)) for line in lines if line[0]) or pick_line(item, "byline", "by")
    photographer = pick_line(as_dict(item.get("photographer")), "name")
    return make_byline(raw) if raw else make_byline(f"By {photographer}") if photographer else None


def _read_dateline(item: dict[str, Any]) -> Dateline | None:
    place, located = as_dict(item.get("datelinelocation")), pick_line(item, "located")
    region = pick_line(place, "countryareaname") or (located or "").partition(",")[2]
    return make_dateline(located, pick_line(place, "city"), pick_line(place, "countrycode", "countryname"), region)


def _read_subjects(item: dict[str, Any]) -> Iterator[Subject | None]:
    for name in ("subject", "organisation", "place", "company", "event"):
        for one in walk_objects(item, name):
            rels = as_list(one.get("rels"))
            scheme = "anpa" if "category" in rels else "ap-suppcategory" if "suppcategory" in rels else pick_line(one, "scheme")
            code, title = pick_code(one, "code"), pick_line(one, "name")
            yield make_subject(scheme, code, title if title != code else None, f"ap-media.{name}")


def _read_genres(item: dict[str, Any]) -> Iterator[str]:
    for name in (pick_line(as_dict(item.get("fixture")), "name"), pick_line(item, "profile")):
        if name:
            yield name


def _read_text(item: dict[str, Any], beside: Any) -> Draft:  # noqa: ANN401 - whatever JSON holds
    """Read the text beside the item (a NITF document, or an object with `body_html`), or in its NITF rendition."""
    rendition = as_dict(as_dict(item.get("renditions")).get("nitf"))
    for holder in ({"body_nitf": beside} if isinstance(beside, str) else as_dict(beside), item, rendition):
        text = pick(holder, *_TEXTS, "content", "data")
        if text and "<nitf" in text[:500]:
            return read_nitf(parse_xml(text).root)
        if text:
            inner = {
                "byline": make_byline(pick_line(holder, "byline")),
                "abstract": pick_line(holder, "abstract"),
                "headline": pick_line(holder, "headline"),
            }
            return Draft(read_fragment(text), _without_nothing(inner))
    return Draft(Content(), {})


def _read_media(item: dict[str, Any], entry: Any) -> Iterator[Media]:  # noqa: ANN401 - whatever JSON holds
    """Read the item's own renditions, if it is no text, and those of its associations, which may stand whole beside it."""
    if as_line(item.get("type")) not in {"text", None}:
        yield from _read_medium(item)
    whole = as_dict(as_dict(entry).get("associations"))
    for key, one in as_dict(item.get("associations")).items():
        other = as_dict(as_dict(as_dict(whole.get(key)).get("data")).get("item")) or as_dict(one)
        if other.get("type") != "text":
            yield from _read_medium(other)


def _read_medium(item: dict[str, Any]) -> Iterator[Media]:
    renditions = as_dict(item.get("renditions"))
    shown = [one for one in walk_values(renditions) if as_line(one.get("type")) != "text" and pick_line(one, "href")]
    best = max(shown, key=lambda one: as_width(one.get("width")), default={})
    kind = next((kind for one in (best, *walk_values(renditions)) if (kind := pick_line(one, "mimetype"))), None)
    caption, credit = pick_line(item, "description_caption"), pick_line(item, "description_creditline")
    url = pick_line(best, "href")
    if url or caption:
        archive = is_archive(caption, credit)
        yield Media(url=url, caption=caption, credit=credit, file=archive, type=kind or pick_line(item, "type"))


def as_width(value: object) -> int:
    """Give a width in pixels; 0 where it is not known."""
    return value if isinstance(value, int) else 0


FORMAT = Format("ap-media", recognise, read, "{[")
