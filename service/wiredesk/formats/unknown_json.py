"""JSON that is no wire that we know: set aside, calendars and plans by their name, the rest with its first bytes.

{"requests": {"https://...": {"get": {"binary": "a.jpg"}}}}    [{"name": "...", "startDate": "...", "venue": "..."}]

Text that only begins like JSON is read as a page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format, ap_media, dpa_digitalwires, ninjs, page_text
from wiredesk.formats.json_document import parse_json
from wiredesk.formats.json_fields import as_dict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiredesk.records import CleanPage, Parts

_SNIFFED = 48  # characters of the head in the detail: keys, as a rule, seldom a value
_OBJECT = re.compile(r'\s*+\[\s*+"vcalendar"|\s*+(?:\[\s*+)?\{\s*+(?:"(?:[^"\\\n]|\\.){0,200}"\s*+:|\}\s*+\]?\s*+$)')
_PLANNED = ("event", "planning", "assignment", "fixture", "match")
_BEGINS = frozenset(
    "start startdate starts startsat starttime startat begin begins begindate dtstart kickoff planningdate dates".split()
)
_BESIDE = frozenset(
    "end enddate ends endsat endtime endat dtend duration venue location organiser organizer recurrence rrule coverages "
    "timezone attendees occurstatus allday".split()
)
_HOME = frozenset(["hometeam", "home", "homecompetitor"])
_AWAY = frozenset(["awayteam", "away", "awaycompetitor"])
_TEXTS = frozenset("body bodyhtml bodytext content contenthtml articlebody articlehtml article text html story".split())
_KNOWN = (ninjs.FORMAT, ap_media.FORMAT, dpa_digitalwires.FORMAT)
_MAX_KEYS = 200


def recognise(head: str, media_type: str) -> int:
    """Know an object with a first key, or a list of such; declared JSON need only begin with a bracket."""
    if _OBJECT.match(head):
        return 10
    return 10 if media_type.endswith("json") and head.lstrip()[:1] in {"{", "["} else 0


def read(page: CleanPage) -> Parts:
    """Set the page aside: as unknown if it is JSON, as malformed if it is broken JSON; with text behind it, it is a page.

    A wire whose marks stand behind a long first field is known by its keys.
    """
    try:
        document = parse_json(page.text)
    except Spike as spike:
        behind = page.text[spike.offset or 0 :].lstrip()[:1]
        if "after document" in spike.detail and behind and behind in "{[":
            detail = "several JSON documents one behind the other, such as JSON lines; each is a message"
            raise Spike(Reason.UNKNOWN_FORMAT, detail, rule="unknown-json.lines", offset=spike.offset) from spike
        if "after document" in spike.detail:
            return page_text.read(replace(page, format=page_text.FORMAT.name))
        raise
    keys = _name_keys(document.value)
    known = max(_KNOWN, key=lambda one: one.recognise(keys, ""))
    if known.recognise(keys, ""):
        return known.read(replace(page, format=known.name))
    if any(map(_is_planned, _gather_objects(document.value))):
        raise Spike(Reason.NOT_A_STORY, "events of a calendar, or plans, are no stories", rule="unknown-json.calendar")
    head = " ".join(page.text[:_SNIFFED].split())
    raise Spike(Reason.UNKNOWN_FORMAT, f"JSON that no reader knows, it begins with {head!r}", rule="unknown-json", offset=0)


def _name_keys(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    """Name the keys of the first object, as they stand in JSON."""
    first = as_dict(value[0] if isinstance(value, list) and value else value)
    return "{" + " ".join(f'"{key}"' for key in list(first)[:_MAX_KEYS])


def _gather_objects(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - whatever JSON holds
    """Give the first object, and those that it holds by itself or in lists, the first of each."""
    if isinstance(value, list) and value[:1] == ["vcalendar"]:  # RFC 7265, which writes a calendar as lists
        yield {"@type": "Event"}
    outer = as_dict(value[0] if isinstance(value, list) and value else value)
    yield outer
    for inner in list(outer.values())[:_MAX_KEYS]:
        yield as_dict(inner[0] if isinstance(inner, list) and inner else inner)


def _is_planned(item: dict[str, Any]) -> bool:
    """Tell what is to happen: by its type, by when it begins and where or how long it is, or by who plays whom."""
    kind = item.get("@type") or item.get("type")
    names = {key.casefold().replace("_", "").replace("-", "") for key in list(item)[:_MAX_KEYS]}
    if names & _TEXTS:
        return False
    if isinstance(kind, str) and kind.casefold().endswith(_PLANNED):
        return True
    return bool(names & _BEGINS and names & _BESIDE) or bool(names & _HOME and names & _AWAY)


FORMAT = Format("unknown-json", recognise, read, "{[")
