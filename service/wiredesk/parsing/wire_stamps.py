"""Time stamps of the text wires.

AP-WF-11-13-13 1509GMT      212322 GMT Nov 18      241205 Sep 24      101137 GMT Dez 18      03-GEN-24 12:03
"""

from __future__ import annotations

import re
from typing import NamedTuple

from wiredesk.parsing.dates import is_day
from wiredesk.parsing.languages import MONTHS

CENTURY = 70  # a year of two digits from here on is of the 20th century
_ZONES = {"GMT": "+00:00", "UTC": "+00:00", "Z": "+00:00"}
_ZONE = r"\s?(?P<zone>GMT|UTC|Z)?"
_AP = re.compile(r"AP-[A-Z]{2,4}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d(?:\d\d)?)\s(?P<hour>\d\d)(?P<minute>\d\d)" + _ZONE)
_7901 = re.compile(
    rf"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d){_ZONE}\s+(?P<month>[^\W\d_]{{3,10}})\.?\s+(?P<year>\d\d(?:\d\d)?)(?!\d)"
)
_DASHED = re.compile(
    rf"(?P<day>\d\d)-(?P<month>[^\W\d_]{{3,4}})-(?P<year>\d\d(?:\d\d)?)\s(?P<hour>\d\d):(?P<minute>\d\d){_ZONE}(?!\d)"
)
_ANY = (_AP, _7901, _DASHED)


class StampFound(NamedTuple):
    """A stamp in a line: value is ISO 8601 to the minute, with a zone only if one is printed."""

    start: int
    end: int
    value: str


def find_stamp(line: str) -> StampFound | None:
    """Find the time stamp of a closing line; impossible times are none."""
    head = line[:120]
    for pattern in _ANY:
        for match in pattern.finditer(head):
            value = _read(match)
            if value:
                return StampFound(match.start(), match.end(), value)
    return None


def _read(match: re.Match[str]) -> str | None:
    name = match["month"].casefold()
    month = int(name) if name.isdecimal() else MONTHS.get(name, 0)
    year = int(match["year"])
    if year < 100:
        year += 1900 if year >= CENTURY else 2000
    hour, minute = int(match["hour"]), int(match["minute"])
    if not is_day(year, month, int(match["day"])) or hour > 23 or minute > 59:
        return None
    zone = _ZONES.get(match["zone"] or "", "")
    return f"{year:04d}-{month:02d}-{int(match['day']):02d}T{hour:02d}:{minute:02d}{zone}"
