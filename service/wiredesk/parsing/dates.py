"""Dates in a line: absolute ones in the orders that pages print, and relative ones ("3 days ago").

Published: May 31, 2024 at 8:43 p.m. | UPDATED: June 1, 2024
14. März 2024, 08:05 Uhr          13/01/2022          2022-01-13T09:40:00Z          3 days ago
"""

from __future__ import annotations

import re
from typing import NamedTuple

from wiredesk.parsing.calendar_words import MONTHS, UPDATED_WORDS, WEEKDAYS

MAX_LINE = 400  # characters of a line that are searched; dates of a story stand in short lines
FIRST_YEAR, LAST_YEAR = 1800, 2100

_MONTH = "|".join(sorted((re.escape(word) for word in MONTHS), key=len, reverse=True))
_WEEKDAY = "|".join(sorted((re.escape(word) for word in WEEKDAYS), key=len, reverse=True))
_YEAR = r"(?:1[89]|20)\d\d"
_DATE = re.compile(
    rf"(?P<iso>(?<!\d)(?P<y1>{_YEAR})[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})(?!\d)(?:[T\s]+(?P<t1>\d{{1,2}}:\d\d(?::\d\d)?)(?:\.\d{{1,9}})?\s?(?P<z1>Z|[+-]\d\d:?\d\d)?)?)"
    rf"|(?P<mdy>(?<![^\W\d_])(?P<m2>{_MONTH})\.?\s{{0,3}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{0,3}}(?:at\s)?(?P<y2>{_YEAR})(?!\d))"
    rf"|(?P<dmy>(?<!\d)(?P<d3>\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?[\s\-]{{0,3}}(?:of\s|de\s|di\s)?(?P<m3>{_MONTH})\.?,?[\s\-]{{0,3}}(?:de\s|del\s)?(?P<y3>{_YEAR})(?!\d))"
    rf"|(?P<num>(?<![\d.,/])(?P<a4>\d{{1,2}})(?P<s4>[/.\-])(?P<b4>\d{{1,2}})(?P=s4)(?P<y4>(?:{_YEAR})|\d\d)(?![\d/]))"
    rf"|(?P<cjk>(?P<y5>{_YEAR})\s?年\s?(?P<m5>\d{{1,2}})\s?月\s?(?P<d5>\d{{1,2}})\s?日)"
    rf"|(?P<my>(?<![^\W\d_])(?P<m6>{_MONTH})\.?,?\s(?P<y6>{_YEAR})(?!\d))",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"[,\s|•·\-–—]{0,4}(?:at|um|à|a\slas|alle|ore|om|às|@)?[\s|,]{0,3}"
    r"(?P<h>\d{1,2})(?:[:.h](?P<mi>[0-5]\d))?(?::(?P<s>[0-5]\d))?\s?(?P<ap>[ap]\.?\s?m\b\.?)?\s?(?:Uhr|hrs?\b|h\b)?\s{0,2}(?P<z>Z\b|(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d|[ECMP][SD]?T\b|BST\b|CES?T\b|IST\b)?",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"(?<!\w)(?:(?P<n>\d{1,3}|an?|one)\s?(?P<unit>minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mos?|years?|yrs?|y)\s+ago"
    r"|vor\s(?P<nde>\d{1,3}|einem|einer)\s(?P<ude>minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?)"
    r"|(?:il\sy\sa|hace|há)\s(?P<nro>\d{1,3}|une?|una?|uma?)\s(?P<uro>minute?o?s?|heures?|horas?|jours?|d[ií]as?|semaines?|semanas?|mois|mes(?:es)?|ans?|años?|anos?)"
    r"|(?P<word>just\snow|yesterday|today|gestern|heute|hier|aujourd'hui|ayer|hoy|ieri|oggi|ontem|hoje|gisteren|vandaag))(?!\w)",
    re.IGNORECASE,
)
_UNITS = {"m": "minute", "h": "hour", "d": "day", "w": "week", "y": "year", "s": "hour", "t": "day", "j": "day", "a": "year"}
ZONES = {
    "est": -5, "edt": -4, "et": None, "cst": -6, "cdt": -5, "ct": None, "mst": -7, "mdt": -6, "mt": None, "pst": -8, "pdt": -7,
    "pt": None, "bst": 1, "cet": 1, "cest": 2, "gmt": 0, "utc": 0, "z": 0,
}  # fmt: skip


class DateFound(NamedTuple):
    """A date in a text: value is ISO 8601 cut to its precision; swapped: the other reading of 03/04/2022, if there is one."""

    start: int
    end: int
    value: str
    precision: str
    updated: bool
    swapped: str | None = None


class RelativeFound(NamedTuple):
    """A relative date: so many units before the page was captured."""

    start: int
    end: int
    amount: int
    unit: str


def find_dates(text: str) -> list[DateFound]:
    """Find the absolute dates of a line, in order; impossible ones (31 February) are none."""
    text = text[:MAX_LINE]
    found = (_read_date(match, text) for match in _DATE.finditer(text))
    return [date for date in found if date]


def find_relative(text: str) -> RelativeFound | None:
    """Find the first relative date of a line."""
    match = _RELATIVE.search(text[:MAX_LINE])
    if not match:
        return None
    if word := match["word"]:
        days = 1 if word.casefold() in {"yesterday", "gestern", "hier", "ayer", "ieri", "ontem", "gisteren"} else 0
        return RelativeFound(match.start(), match.end(), days, "day")
    number, unit = next((match[n], match[u]) for n, u in (("n", "unit"), ("nde", "ude"), ("nro", "uro")) if match[n])
    return RelativeFound(match.start(), match.end(), int(number) if number.isdigit() else 1, _read_unit(unit.casefold()))


def _read_unit(unit: str) -> str:
    if unit.startswith(("mo", "mes")):
        return "month"
    if unit.startswith(("semaine", "semana")):
        return "week"
    return _UNITS[unit[0]]


def find_url_date(url: str | None) -> str | None:
    """Find a date in the path of a URL: /2025/09/04/, /2025-09-04-, /20250904; year and month alone are no date."""
    match = re.search(r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)", url or "")
    return f"{match[1]}-{match[2]}-{match[3]}" if match and is_day(int(match[1]), int(match[2]), int(match[3])) else None


def is_day(year: int, month: int, day: int) -> bool:
    """Say whether there is such a day."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and day >= 1):
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return day <= (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _read_date(match: re.Match[str], text: str) -> DateFound | None:
    kind = match.lastgroup if match.lastgroup in {"iso", "mdy", "dmy", "num", "cjk", "my"} else _kind_of(match)
    swapped = None
    if kind == "my":
        value = f"{match['y6']}-{MONTHS[match['m6'].casefold()]:02}"
        return DateFound(match.start(), match.end(), value, "month", _is_updated(text, match.start()))
    if kind == "num":
        year = int(match["y4"]) if len(match["y4"]) == 4 else 2000 + int(match["y4"])
        first, second = int(match["a4"]), int(match["b4"])
        month_first = match["s4"] == "/" and is_day(year, first, second)
        month, day = (first, second) if month_first or not is_day(year, second, first) else (second, first)
        if is_day(year, day, month) and month != day:
            swapped = f"{year}-{day:02}-{month:02}"
    else:
        n = {"iso": 1, "mdy": 2, "dmy": 3, "cjk": 5}[kind]
        name = match[f"m{n}"]
        year, day = int(match[f"y{n}"]), int(match[f"d{n}"])
        month = int(name) if name.isdigit() else MONTHS[name.casefold()]
    if not is_day(year, month, day):
        return None
    value, precision, end = _add_time(f"{year}-{month:02}-{day:02}", match, text)
    return DateFound(match.start(), end, value, precision, _is_updated(text, match.start()), swapped)


def _kind_of(match: re.Match[str]) -> str:
    return next(kind for kind in ("iso", "mdy", "dmy", "num", "cjk", "my") if match[kind])


def _add_time(day: str, match: re.Match[str], text: str) -> tuple[str, str, int]:
    """Add the time that stands after a date; a number without a colon, "p.m." or "h" is no time."""
    if match["t1"]:
        zone = match["z1"] or ""
        clock = match["t1"].zfill(5) if match["t1"].count(":") == 1 else match["t1"].zfill(8)
        return f"{day}T{clock}{zone}", "second" if clock.count(":") == 2 else "minute", match.end()
    clock_found = _TIME.match(text, match.end())
    if not clock_found or not (clock_found["mi"] or clock_found["ap"]):
        return day, "day", match.end()
    hour = int(clock_found["h"])
    half = (clock_found["ap"] or "").casefold()[:1]
    hour = hour % 12 + (12 if half == "p" else 0) if half and hour <= 12 else hour
    if hour > 23:
        return day, "day", match.end()
    seconds = f":{clock_found['s']}" if clock_found["s"] else ""
    value = f"{day}T{hour:02}:{clock_found['mi'] or '00'}{seconds}{_read_zone(clock_found['z'])}"
    return value, "second" if seconds else "minute", clock_found.end()


def _read_zone(zone: str | None) -> str:
    """Turn a zone into an offset; "ET" without standard or daylight is none, and none is invented."""
    if not zone:
        return ""
    if zone[0] in "+-":
        return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    offset = re.fullmatch(r"(?:UTC|GMT)([+-]\d{1,2})(?::?(\d\d))?", zone, re.IGNORECASE)
    if offset:
        return f"{int(offset[1]):+03}:{offset[2] or '00'}"
    hours = ZONES.get(zone.casefold())
    return "" if hours is None else "Z" if hours == 0 else f"{hours:+03}:00"


def _is_updated(text: str, at: int) -> bool:
    """Say whether the word before a date says that the story was changed then."""
    before = text[max(0, at - 40) : at].casefold()
    label = re.search(r"([^\W\d_]+)[^\w]*(?:on|am|le|el|il|em|op|the|at)?[^\w]*$", before)
    words = before.split()
    return label is not None and (label[1] in UPDATED_WORDS or any(word.strip(":") in UPDATED_WORDS for word in words[-3:]))
