"""ninjs 1.x to 3.x: IPTC's JSON news item, one or a list of them; roles of headlines, descriptions and bodies are kept apart.

{"uri": "urn:newsml:...", "type": "text", "versioncreated": "2024-03-18T09:40:00Z", "headline": "...", "body_html": "<p>..."}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.json_document import parse_json
from wiredesk.formats.json_fields import (
    as_code,
    as_dict,
    as_line,
    as_list,
    as_number,
    find_wrong_types,
    pick,
    pick_code,
    pick_line,
    read_items,
    read_state,
    settle_embargo,
    walk_objects,
    walk_values,
)
from wiredesk.formats.ninjs_content import TYPES, choose, choose_caption, gather_roles, plain_line, read_body, read_media
from wiredesk.formats.wire_fields import (
    Draft,
    gather_subjects,
    make_subject,
    name_agency,
    read_edition,
)
from wiredesk.formats.wire_lines import make_byline, make_dateline
from wiredesk.records import Author

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiredesk.records import Agency, CleanPage, Dateline, Parts, Subject

MARKS = (
    '"uri"',
    '"guid"',
    '"versioncreated"',
    '"versionCreated"',
    '"body_',
    '"headlines"',
    '"bodies"',
    '"descriptions"',
    '"pubstatus"',
    '"pubStatus"',
    '"headline"',
    '"description_',
)
SUBJECTS = ("subject", "organisation", "event", "object", "place", "service")  # in 2.x and 3.x each with an "s"
_NO_STORIES = frozenset(["event", "planning"])
_ABSTRACTS = ("summary", "abstract", "lead", "teaser", "text", "main", "", "html", "xhtml", "richtext")
_FIRST = ("firstcreated", "firstCreated", "contentcreated", "contentCreated")
_LATEST = ("versioncreated", "versionCreated")
_ANPA = "anpa_category"  # as Superdesk keeps it beside what ninjs has
_WRITERS = frozenset(["writer", "author", "reporter"])


def recognise(head: str, media_type: str) -> int:
    """Know an item by its identity and one of its contents."""
    if head.lstrip()[:1] not in {"{", "["} or '"$schema"' in head:
        return 0
    marks = sum(mark in head for mark in MARKS)
    return 70 if marks >= 2 else 65 if media_type == "application/ninjs+json" or '"uri"' in head else 0


def read(page: CleanPage) -> Parts:
    """Read one item, or each item of a list; a broken one does not take its neighbours along."""
    document = parse_json(page.text)
    found = document.value
    return read_items(page, document, found if isinstance(found, list) else [found], read_item)


def read_item(item: Any) -> Draft:  # noqa: ANN401 - whatever JSON holds
    """Read one item; an event or a plan is no story, and neither is an object without a uri."""
    uri = _read_uri(item) if isinstance(item, dict) else None
    if not uri:
        raise Spike(Reason.NOT_A_STORY, "an item without a uri", rule="ninjs.item")
    headlines, descriptions = gather_roles(item, "headline"), gather_roles(item, "description")
    headline = choose(headlines, "main", "") or choose(headlines, *headlines) or pick_line(item, "title")
    content = read_body(item)
    if not content.pieces and (as_line(item.get("type")) in _NO_STORIES or "eventDetails" in item or "plannedCoverage" in item):
        kind = as_line(item.get("type")) or "event"
        raise Spike(Reason.NOT_A_STORY, f"an item of type {kind} is no story", rule="ninjs.type")
    fields = _read_fields(item) | {
        "uri": uri,
        "headline": headline,
        "subheadline": choose(headlines, "subheadline", "subhead", "deck", "sub"),
        "abstract": plain_line(pick(item, "summary", "abstract") or "") or choose(descriptions, *_ABSTRACTS),
        "media": tuple(read_media(item, choose_caption(descriptions))),
    }
    wrong = find_wrong_types(item, TYPES)
    told = ("headline", "abstract", "slugline", "media", "pub_status")
    if wrong and not content.pieces and not any(fields[name] for name in told):
        raise Spike(Reason.MALFORMED, f"nothing of the item can be read: {'; '.join(wrong)}", rule="ninjs.types")
    if not content.pieces and not any(fields[name] for name in told):
        wrong = (*wrong, "the item has neither headline nor text")
    fields["problems"] = wrong
    settle_embargo(fields, item, "embargoed", "embargoedUntil")
    return Draft(content, fields)


def _read_uri(item: dict[str, Any]) -> str | None:
    """Read the identity of an item: its uri; a guid beside it, where the uri is no more than an address to fetch it from."""
    uri, guid = pick_line(item, "uri"), pick_line(item, "guid")
    return guid if guid and (not uri or uri.startswith(("http://", "https://"))) else uri


def _read_fields(item: dict[str, Any]) -> dict[str, Any]:
    """Read what an item says of itself; a field of a wrong type is absent."""
    people = [Author(name=name, raw=name, role=_read_title(one)) for one, name in _people(item)]
    return read_state(item, "ninjs", _FIRST, _LATEST) | {
        "slugline": pick_line(item, "slugline", "slug"),
        "byline": make_byline(_read_by(item), people),
        "agency": _read_agency(item),
        "dateline": _read_located(item),
        "priority": as_number(item.get("priority")),
        "copyright": pick_line(item, "copyrightnotice", "copyrightNotice", "copyrightholder", "copyrightHolder"),
        "usage_terms": pick_line(item, "usageterms", "usageTerms"),
        "ed_note": pick_line(item, "ednote", "edNote"),
        "edition": read_edition(*_read_signals(item), pick_line(item, "profile")),
        "take_key": pick_line(item, "takekey", "anpa_take_key"),
        "keywords": tuple(dict.fromkeys(_read_keywords(item))),
        "category": next(
            (name for one in walk_objects(item, "service", "services", _ANPA) if (name := pick_line(one, "name"))), None
        ),
        "genre": gather_subjects(_codes(item, "genre")),
        "subjects": gather_subjects(_codes(item, *SUBJECTS, _ANPA)),
        "people": tuple(dict.fromkeys(n for one in walk_objects(item, "person", "people") if (n := as_line(one.get("name"))))),
        "wire_header": dict(_read_other_ids(item)),
    }


def _read_keywords(item: dict[str, Any]) -> Iterator[str]:
    """Give the keywords: a list, or a text with commas between them."""
    found = item.get("keywords") or item.get("keyword")
    for one in found.split(",") if isinstance(found, str) else as_list(found):
        if text := as_line(one):
            yield text


def _read_signals(item: dict[str, Any]) -> Iterator[str | None]:
    """Give the signals to the desks: a text, or objects with a code (Superdesk)."""
    yield pick_line(item, "signal")
    for one in walk_objects(item, "signal", "signals"):
        yield pick_line(one, "code", "qcode", "name")


def _read_title(person: dict[str, Any]) -> str | None:
    return pick_line(person, "jobtitle") or pick_line(as_dict(person.get("jobtitle")), "name")


def _read_agency(item: dict[str, Any]) -> Agency | None:
    """Name the agency among the sources of the item."""
    names = [as_line(one.get("name")) for one in walk_objects(item, "infosource", "infosources", "infoSources")]
    return name_agency("ninjs.infosource", *names, pick_line(item, "source", "provider"))


def _read_by(item: dict[str, Any]) -> str | None:
    """Read the byline: a text, or the texts of `bylines` one after the other."""
    lines = [text for one in walk_objects(item, "bylines") if (text := as_line(one.get("by") or one.get("byline")))]
    return pick_line(item, "byline", "by") or " ".join(lines) or None


def _read_located(item: dict[str, Any]) -> Dateline | None:
    """Read where it was written: `located`, or the dateline of a desk's own items, a text or an object (Superdesk)."""
    told = as_dict(item.get("dateline"))
    raw = pick_line(told, "text") or pick_line(item, "dateline")
    if told or raw:
        place = as_dict(told.get("located"))
        city, country = pick_line(place, "city"), pick_line(place, "country_code", "country")
        return make_dateline(raw, city, country, pick_line(place, "state"))
    located = pick_line(item, "located")
    if not located or "(" in located:  # "Berlin (dpa) - " is a whole dateline
        return make_dateline(located)
    return make_dateline(located, located)


def _read_other_ids(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Read the ids under which others know the item: an object of names (1.x), or a list of roles (2.x, 3.x)."""
    for name in ("altids", "altIds"):
        ids = item.get(name)
        rows = [(one.get("role"), one.get("value")) for one in walk_values(as_list(ids))]
        rows += list(ids.items()) if isinstance(ids, dict) else []
        for role, value in rows:
            text = as_code(value)
            if text:
                yield f"altid.{as_line(role) or len(rows)}", text


def _people(item: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Name the people who wrote it: those of `bylines` and of `authors`, and information sources in a writer's role."""
    for one in walk_objects(item, "infosource", "infosources", "infoSources", "bylines", "creator", "authors"):
        role = (as_line(one.get("role")) or "").rpartition("/")[2].casefold()
        name = as_line(one.get("name"))
        if name and ("byline" in one or role in _WRITERS):
            yield one, name


def _codes(item: dict[str, Any], *names: str) -> Iterator[Subject | None]:
    for name in names:
        for one in walk_objects(item, name, f"{name}s"):
            code = pick_code(one, "code", "qcode", "uri", "literal")
            yield make_subject(pick_line(one, "scheme"), code, pick_line(one, "name"), f"ninjs.{name}")


FORMAT = Format("ninjs", recognise, read, "{[")
