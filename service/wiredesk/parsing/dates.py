"""Dates in a line: absolute ones in the orders that pages print, and dates in URLs.

Published: May 31, 2024 at 8:43 p.m. | UPDATED: June 1, 2024          14. März 2024, 08:05 Uhr
13/01/2022          2022-01-13T09:40:00Z          By Ada MarshJanuary 4, 2026Updated:January 8, 20262 Comments
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from wiredesk.parsing.date_labels import DateLabel, find_label
from wiredesk.parsing.languages import MONTHS, WEEKDAYS
from wiredesk.parsing.relative_dates import RelativeFound, find_relative
from wiredesk.parsing.zones import ZONES, read_zone

__all__ = ["DateFound", "RelativeFound", "find_dates", "find_relative", "find_url_date", "is_day"]

MAX_LINE = 400  # characters of a line that are searched; dates of a story stand in short lines
FIRST_YEAR, LAST_YEAR = 1800, 2100

_MONTH = "|".join(sorted((re.escape(word) for word in MONTHS), key=len, reverse=True))
_YEAR = r"(?:1[89]|20)\d\d"
_HINT = re.compile(rf"{_YEAR}|\d[./-]\d\d?[./-]\d\d")  # no line without one of these holds a date
_BEFORE = r"(?:(?<![^\W\d_])|(?<=[a-z])(?=(?-i:[A-Z])))"  # "Ada MarshJanuary 4": the page lost the blank
_AFTER = r"(?!\d{3})"  # "2026" of "January 8, 20262 Comments" and "202612 min read"
_DATE = re.compile(
    rf"(?P<iso>(?<!\d)(?P<y1>{_YEAR})[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})(?!\d)(?:[T\s]+(?P<t1>\d{{1,2}}:\d\d(?::\d\d)?)(?:\.\d{{1,9}})?\s?(?P<z1>Z|[+-]\d\d:?\d\d)?)?)"
    rf"|(?P<mdy>{_BEFORE}(?P<m2>{_MONTH})\.?[\s\-]{{0,3}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[,.\-])?\s{{0,3}}(?:at\s)?(?P<y2>{_YEAR}){_AFTER})"
    rf"|(?P<dmy>(?<!\d)(?P<d3>\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?[\s\-/]{{0,3}}(?:of\s|de\s|di\s)?(?P<m3>{_MONTH})\.?,?[\s\-/]{{0,3}}(?:de\s|del\s)?(?P<y3>{_YEAR}){_AFTER})"
    rf"|(?P<num>(?<![\d.,/])(?P<a4>\d{{1,2}})(?P<s4>[/.\-])(?P<b4>\d{{1,2}})(?P=s4)(?P<y4>(?:{_YEAR})|\d\d)(?![\d/]))"
    rf"|(?P<cjk>(?P<y5>{_YEAR})\s?年\s?(?P<m5>\d{{1,2}})\s?月\s?(?P<d5>\d{{1,2}})\s?日)"
    rf"|(?P<ymd>(?<!\d)(?P<y6>{_YEAR})[,.]?[\s\-](?P<m6>{_MONTH})\.?[\s\-](?P<d6>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))"
    rf"|(?P<my>{_BEFORE}(?P<m7>{_MONTH})\.?,?\s(?P<y7>{_YEAR})(?!\d))",
    re.IGNORECASE,
)
_KINDS = {"iso": 1, "mdy": 2, "dmy": 3, "cjk": 5, "ymd": 6}
_ZONE = "|".join(sorted((*ZONES, r"[ECMP]T", "IST"), key=len, reverse=True))
_TIME = re.compile(
    r"[,\s|•·\-–—/]{0,4}(?:at|um|à|a\slas|alle|ore|om|às|@|kl\.?)?[\s|,]{0,3}"
    r"(?P<h>\d{1,2})(?:[:.h](?P<mi>[0-5]\d))?(?::(?P<s>[0-5]\d))?\s?(?P<ap>[ap]\.?\s?m\b\.?)?\s?(?:Uhr|hrs?\b|h\b)?"
    rf"\s{{0,2}}\(?(?P<z>(?:UTC|GMT)\s?[+-]\d{{1,2}}(?::?\d\d)?|[+-]\d\d:?\d\d|(?:{_ZONE})\b)?\)?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"([^\W\d_]+(?:-feira)?)[.,\s(]{1,3}$")
_URL_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)"
)


class DateFound(NamedTuple):
    """A date in a text: value is ISO 8601 cut to its precision; updated: its label says that the page was changed.

    swapped: the other reading of 03/04/2022, if there is one; label: what the words before it say.
    """

    start: int
    end: int
    value: str
    precision: str
    updated: bool
    swapped: str | None = None
    label: DateLabel = ""


def find_dates(text: str, *, day_first: bool | None = None) -> list[DateFound]:
    """Find the absolute dates of a line, in order; impossible ones (31 February) are none; day_first settles 03/04/2022."""
    text = text[:MAX_LINE]
    if not _HINT.search(text):
        return []
    found = (_read_date(match, text, day_first=day_first) for match in _DATE.finditer(text))
    return [date for date in found if date]


def find_url_date(url: str | None) -> str | None:
    """Find a date in a URL: /2025/09/04/, /2025-09-04-, /20250904, /2025/sep/04/; year and month alone are none."""
    match = _URL_DATE.search(url or "")
    if not match:
        return None
    month = int(match[2]) if match[2].isdigit() else MONTHS[match[2]]
    return f"{match[1]}-{month:02}-{match[3]}" if is_day(int(match[1]), month, int(match[3])) else None


def is_day(year: int, month: int, day: int) -> bool:
    """Say whether there is such a day."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and day >= 1):
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return day <= (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _read_date(match: re.Match[str], text: str, *, day_first: bool | None) -> DateFound | None:
    kind = next(name for name in (*_KINDS, "num", "my") if match[name])
    label = find_label(text, match.start())
    swapped = None
    if kind == "my":
        value = f"{match['y7']}-{MONTHS[match['m7'].casefold()]:02}"
        return DateFound(match.start(), match.end(), value, "month", label == "updated", None, label)
    if kind == "num":
        year, month, day, swapped = _read_figures(match, text, day_first=day_first)
    else:
        n = _KINDS[kind]
        name = match[f"m{n}"]
        year, day = int(match[f"y{n}"]), int(match[f"d{n}"])
        month = int(name) if name.isdigit() else MONTHS[name.casefold()]
    if not is_day(year, month, day):
        return None
    value, precision, end = _add_time(f"{year}-{month:02}-{day:02}", match, text)
    return DateFound(match.start(), end, value, precision, label == "updated", swapped, label)


def _read_figures(match: re.Match[str], text: str, *, day_first: bool | None) -> tuple[int, int, int, str | None]:
    """Read 13/01/2022: year, month, day, and the other reading; a weekday beside it and `day_first` tell which comes first."""
    year = int(match["y4"]) if len(match["y4"]) == 4 else 2000 + int(match["y4"])
    first, second = int(match["a4"]), int(match["b4"])
    if not is_day(year, second, first):
        return year, first, second, None
    if not is_day(year, first, second) or first == second:
        return year, second, first, None
    month_first = match["s4"] == "/" if day_first is None else not day_first
    beside = _WEEKDAY.search(text, max(0, match.start() - 20), match.start())
    weekday = WEEKDAYS.get(beside[1].casefold()) if beside else None
    fits = [date(year, month, day).weekday() == weekday for month, day in ((first, second), (second, first))]
    if fits[0] != fits[1]:
        return (year, first, second, None) if fits[0] else (year, second, first, None)
    month, day = (first, second) if month_first else (second, first)
    return year, month, day, f"{year}-{day:02}-{month:02}"


def _add_time(day: str, match: re.Match[str], text: str) -> tuple[str, str, int]:
    """Add the time that stands after a date; a number without a colon, "p.m." or "h" is no time."""
    if match["t1"]:
        zone = match["z1"] or ""
        clock = match["t1"].zfill(5) if match["t1"].count(":") == 1 else match["t1"].zfill(8)
        return (
            f"{day}T{clock}{read_zone(zone) if zone != 'Z' else zone}",
            "second" if clock.count(":") == 2 else "minute",
            match.end(),
        )
    found = _TIME.match(text, match.end())
    if not found or not (found["mi"] or found["ap"]):
        return day, "day", match.end()
    hour = int(found["h"])
    half = (found["ap"] or "").casefold()[:1]
    hour = hour % 12 + (12 if half == "p" else 0) if half and hour <= 12 else hour
    if hour > 23:
        return day, "day", match.end()
    seconds = f":{found['s']}" if found["s"] else ""
    end = found.end() if found[0].count("(") == found[0].count(")") else found.end() - 1
    value = f"{day}T{hour:02}:{found['mi'] or '00'}{seconds}{read_zone(found['z'])}"
    return value, "second" if seconds else "minute", end
