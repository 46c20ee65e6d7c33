"""Datelines: place, date and agency at the head of the lede.

MOSCOW (AP) — Russia on Friday ...            HELSINKI, Jan 14 (Reuters) - Finland has no plans ...
ALBANY, N.Y. (AP) - ...                       Berlin (dpa/lni) - Der Senat ...
Altamera (Teruel), 21 mar (EFE).- Los vecinos ...
SALVADOR, Feb 26 - Showers ...                TORONTO, June 09, 2020 (GLOBE NEWSWIRE) -- ...
VELDEN, January 3. /TASS/. The bridge ...     (ANSA) - VELDEN, 03 GEN - Il ponte ...

Read from left to right: places up to the first date, agency or dash; then date and agency in either order; then the
separator. What makes it a dateline is an agency that is known, or a date and a dash, or a place in capitals and a dash.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from wiredesk.parsing.languages import MONTHS

MAX_HEAD = 160  # characters of a lede in which a dateline must have ended
MAX_PLACE_WORDS = 5
MAX_DAY = 31
MAX_MONTH = 12

_MONTH = "|".join(sorted((re.escape(word) for word in MONTHS), key=len, reverse=True))
_YEAR = r"(?:,?\s(?P<year>(?:19|20)\d\d)(?!\d))?"
_DATE = re.compile(
    rf"[\s,.\-]*(?:(?:(?P<month>(?i:{_MONTH}))\.?\s{{1,2}}(?P<day>\d{{1,2}})(?!\d)"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th|\.)?\s{{1,2}}(?P<month2>(?i:{_MONTH}))\b\.?){_YEAR}|(?P<day3>\d\d)/(?P<month3>\d\d)(?=\s*\())"
)
_STOP = re.compile(
    rf"(?:,|\.(?=\s)|\s)\s*(?:-\s*)?(?=(?i:{_MONTH})\.?\s{{1,2}}\d|\d{{1,2}}(?:st|nd|rd|th|\.)?\s{{1,2}}(?i:{_MONTH})\b|\d\d/\d\d\s*\()"
    r"|\s*,?\s*[(](?![^()\n]{2,30}\)(?:,\s\d{1,2}\s|\s\())|\s*,?\s*\[(?![^\]\n]{1,40}\],)|[\s.]\s*/|,\s*/|\s*--|\s*[–—―]|\s[-_]\s?|-(?=\s)|\s*[:;=?!\"“”\n]"
)
_BRACKET = re.compile(
    r"[\s,.]*(?:--(?=[(\[]))?(?:\((?P<agency>[^\W\d_][^()\n]{0,60})\)|\[(?P<square>[^\W\d_][^\[\]\n]{0,60})\])"
)
_SLASH = re.compile(r"[\s,.]*(?:(?<=[\s,.\-])|^)/\s?(?P<agency>[^\W\d_][\w.\- ]{1,40}?)\s?/")
_PLAIN = re.compile(r"\s*,?\s*(?P<agency>[^\W\d_][\w&'./\- ]{0,38}?)(?=\s*,?\s*(?:--|[-–—―:])\s)")
_DASH = re.compile(r"[\s,.]*(?:--+|[-–—―_:=](?=[\s\"“'‘A-Z(<])|/(?=\s))\s*")
_SQUARE_REGION = re.compile(r"^(?P<city>[^,\[(]+?)\s*[\[(](?P<region>[^\]()]+)[\])]$")
_REGION = re.compile(r"^(?P<city>[^,]+?)\s*,\s*(?P<region>[^,]+?)(?:,[^,]*)?$")
_JOINTS = re.compile(r"\s*/\s*|\s+and\s+(?=[A-Z])|\s*;\s*")
_PLACE_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’}\-])*+")
_SEPARATORS, _HYPHEN = "([/_=:–—―", re.compile(r"-[-\s]")
_BLANKS = re.compile(r"\s*")
_STARS = re.compile(r"[\s*+]*")
_SMALL = frozenset(
    "of the and de la le les el al du des der den am an im in on upon sur del da do dos van le- st. y e bei near".split()
)
_NO_PLACE = frozenset(
    "the this a an it he she we they in on at by for from with as when after before if but and or i you his her its "
    "there here "
    "photo image file update updated updates breaking note editor's watch read photos video exclusive opinion analysis story "
    "correction corrected corrects refile urgent alert advisory factbox timeline column explainer wrapup interview poll live "
    "review preview feature graphic q&a scores sources source summary brief briefs highlights warning notice important".split()
)


class DatelineFound(NamedTuple):
    """A dateline at `[0, end)` of a text: names of places (without region), their region, month and day, agency as printed."""

    end: int
    raw: str
    places: tuple[str, ...]
    region: str | None
    year: int | None
    month: int | None
    day: int | None
    agency: str | None


class _Tail(NamedTuple):
    """What follows the places: agency, date and separator, up to `end`."""

    end: int
    raw_end: int
    agency: str | None
    date: tuple[int | None, int | None, int | None]
    marked: bool  # the agency stands in brackets or slashes
    dash: bool


def find_dateline(text: str, agencies: frozenset[str] | None = None) -> DatelineFound | None:
    """Find the dateline at the head of a lede; None where there is none.

    agencies: known agency names, casefolded. Words in brackets are an agency only if they are known, or stand behind a
    place and a date, or a place in capitals.
    """
    head = text[:MAX_HEAD]
    if not _may_begin(head):
        return None
    known = agencies or frozenset()
    stars = _STARS.match(head)
    start = stars.end() if stars else 0
    opening = _read_tail(head, start, known)
    if opening.agency and opening.marked and opening.dash and _is_known(opening.agency, known):
        return _read_behind_agency(head, start, opening, known)
    stop = _STOP.search(head, start)
    names = _read_places(head[start : stop.start()]) if stop else None
    if not stop or not names:
        return None
    tail = _read_tail(head, stop.start(), known)
    places, region = names
    if region and not tail.agency and region.casefold() in known:  # "Velden, Ritzau -"
        region, tail = None, tail._replace(agency=region)
    following = head[tail.end : tail.end + 1]
    goes_on = following.islower() and head[tail.raw_end : tail.end].rstrip()[-1:] == ":"  # "Moscow, May 9, 1945: a girl stands"
    if goes_on or not _is_sure(tail, head[start : stop.start()], following, known):
        return None
    if len(places) == 1 and not tail.agency and _is_known(places[0], known):  # "TASS, January 3 -"
        return _found(head, start, tail._replace(agency=places[0]), (), None)
    return _found(head, start, tail, places, region)


def _may_begin(head: str) -> bool:
    """Rule out most ledes at once: one without separator, or whose first two words cannot be a place (40 us each saved)."""
    if not any(map(head.__contains__, _SEPARATORS)) and not _HYPHEN.search(head):
        return False
    words = head.split(None, 2)[:2]
    if len(words) == 1 or words[0][-1] in ",.)]/" or not words[1][0].islower():
        return True
    return words[1].strip(",").casefold() in _SMALL


def _read_behind_agency(head: str, start: int, opening: _Tail, known: frozenset[str]) -> DatelineFound:
    """Read "(ANSA) - ROMA, 03 GEN - ...": the agency first; the places may follow, or the lede."""
    stop = _STOP.search(head, opening.end)
    names = _read_places(head[opening.end : stop.start()]) if stop else None
    if stop and names and head[opening.end : stop.start()].isupper():
        tail = _read_tail(head, stop.start(), known)
        if tail.dash and tail.date[1]:
            return _found(head, start, tail._replace(agency=opening.agency), *names)
    return _found(head, start, opening, (), None)


def _found(head: str, start: int, tail: _Tail, places: tuple[str, ...], region: str | None) -> DatelineFound:
    raw = head[start : tail.raw_end].strip()
    return DatelineFound(tail.end, raw, places, region, *tail.date, tail.agency)


def _read_tail(head: str, position: int, known: frozenset[str]) -> _Tail:
    """Read date and agency in either order from `position`, then the separator."""
    date: tuple[int | None, int | None, int | None] = (None, None, None)
    agency: str | None = None
    marked = False
    for _ in range(3):
        found = None if date[1] else _DATE.match(head, position)
        if found:
            date = _read_date(found)
        elif not agency:
            found = _BRACKET.match(head, position) or _SLASH.match(head, position)
            marked = bool(found)
            plain = None if found else _PLAIN.match(head, position)
            if plain and _is_known(plain["agency"], known):
                found = plain
            agency = found.groupdict().get("square") or found["agency"].strip() if found else None
        if not found:
            break
        position = found.end()
    dash = _DASH.match(head, position)
    blanks = _BLANKS.match(head, position)
    end = dash.end() if dash else blanks.end() if blanks else position
    if marked and not dash and head[position : position + 1] == ".":
        end = position + 1 + len(head[position + 1 :]) - len(head[position + 1 :].lstrip())
    return _Tail(end, position, agency, date, marked, dash is not None)


def _read_date(found: re.Match[str]) -> tuple[int | None, int | None, int | None]:
    """Give year, month and day; none of them where the figures cannot be a day."""
    day = int(found["day"] or found["day2"] or found["day3"])
    name = found["month"] or found["month2"]
    month = MONTHS[name.casefold()] if name else int(found["month3"])
    if not (1 <= day <= MAX_DAY and 1 <= month <= MAX_MONTH):
        return None, None, None
    return int(found["year"]) if found["year"] else None, month, day


def _is_sure(tail: _Tail, place: str, following: str, known: frozenset[str]) -> bool:
    """Tell whether places with this tail are a dateline."""
    if tail.agency and _is_known(tail.agency, known):
        return tail.dash or (tail.marked and (bool(following.strip()) or tail.end >= tail.raw_end))
    if tail.agency and tail.marked:
        capitals = place.split(",", maxsplit=1)[0].isupper()
        short = len(tail.agency.split()) <= MAX_PLACE_WORDS and tail.agency[0].isupper()
        return tail.dash and short and not any(map(str.isdigit, tail.agency)) and (bool(tail.date[1]) or capitals)
    capitals = place.split(",", maxsplit=1)[0].isupper() and (following.isupper() or following in "\"“'‘<")
    return tail.dash and (bool(tail.date[1]) or capitals)


def _is_known(name: str, known: frozenset[str]) -> bool:
    key = name.casefold().strip(" /")
    return key in known or re.split(r"[/,]", key)[0].strip() in known


def _read_places(text: str) -> tuple[tuple[str, ...], str | None] | None:
    """Give the names of the places and the region of the last that has one; None where a part can be no place."""
    parts = [part.strip(" ,.-") if len(part.strip(" ,-")) > len("St.") else part.strip() for part in _JOINTS.split(text)]
    cities: list[str] = []
    region = None
    for raw in parts:
        if raw is not parts[-1] and _are_cities(raw):
            cities += (city.strip() for city in raw.split(","))
            continue
        found = _SQUARE_REGION.match(raw) or _REGION.match(raw)
        city = found["city"] if found else raw
        if found:
            region = found["region"].strip()
        cities.append(city)
    if region and text.rstrip(" ,-").endswith(region + "."):
        region += "."
    names = cities if region is None or _is_postal(region) else [*cities, region]
    return (tuple(cities), region) if all(map(_is_place, names)) else None


def _are_cities(text: str) -> bool:
    """Tell "NEW YORK, LONDON" (and VELDEN) from a city and its state, which is short or has points."""
    last = text.rpartition(",")[2].strip()
    return "," in text and text.isupper() and "." not in last and len(last) > len("ONT")


def _is_postal(region: str) -> bool:
    """Tell a state's postal code ("OR", "IN"), which is a small word otherwise."""
    return len(region) == len("OR") and region.isupper()


def _is_place(name: str) -> bool:
    words = name.split()
    if not words or len(words) > MAX_PLACE_WORDS or words[0].casefold() in _NO_PLACE:
        return False
    small = sum(word.casefold() in _SMALL and word[0].islower() for word in words)
    fit = all(_PLACE_WORD.fullmatch(word) and (word[0].isupper() or word.casefold() in _SMALL) for word in words)
    return fit and small < len(words)


_BRACKETS = re.compile(r"\(([^()]{2,30})\)$")


def read_dateline_field(raw: str, agencies: frozenset[str]) -> DatelineFound | None:
    """Read what a wire calls a dateline: there a place and a date are enough, which in running text could be prose."""
    line = raw.rstrip(" -–—")
    found = find_dateline(f"{line} - ", agencies)
    named = _BRACKETS.search(line)
    if found or named:
        return found or (find_dateline(f"{line} - ", agencies | {named[1].casefold()}) if named else None)
    sure = find_dateline(f"{line} (Wire) -", agencies | {"wire"})
    return sure._replace(agency=None) if sure else None
