"""Datelines: place, date and agency at the head of the lede.

MOSCOW (AP) — Russia on Friday ...            HELSINKI, Jan 14 (Reuters) - Finland has no plans ...
ALBANY, N.Y. (AP) - ...                       Berlin (dpa/lni) - Der Senat ...
SALVADOR, Feb 26 - Showers ...                TORONTO, June 09, 2020 (GLOBE NEWSWIRE) -- ...
"""

from __future__ import annotations

import re
from typing import NamedTuple

from wiredesk.parsing.calendar_words import MONTHS

MAX_HEAD = 160  # characters of a lede in which a dateline must have ended
MAX_PLACE_WORDS = 5

_MONTH = "|".join(sorted((re.escape(word) for word in MONTHS), key=len, reverse=True))
_DAY = (
    rf"(?:(?:(?P<m{{0}}>(?i:{_MONTH}))\.?\s{{{{1,2}}}}(?P<d{{0}}>\d{{{{1,2}}}})(?!\d))"
    rf"|(?:(?P<d{{0}}b>\d{{{{1,2}}}})\.?\s{{{{1,2}}}}(?P<m{{0}}b>(?i:{_MONTH}))\.?(?!\w)))(?:,?\s(?P<y{{0}}>(?:19|20)\d\d))?"
)
_PLACE = r"(?P<place>[^\W\d_a-z][^()\n:;\"“”?!]{0,90}?)"
_AGENCY = r"(?P<agency>[^\W\d_][^()\n]{0,60}?)"
_DASH = r"\s*(?:--+|[-–—―_]|:)(?=\s|[\"“'‘A-Z(])\s*"
_WITH_BRACKETS = re.compile(
    rf"\s*(?:{_PLACE}(?:\s*,\s*{_DAY.format(1)})?\s*,?\s*)?[(\[]{_AGENCY}[)\]](?:\s*,?\s*{_DAY.format(2)})?(?:{_DASH}|\s+(?=[A-Z\"“][^\s]*\s)(?<=[)\]]\s))",
)
_WITH_DATE = re.compile(rf"\s*{_PLACE}\s*,\s*{_DAY.format(1)}(?:\s*,?\s*(?P<agency>[A-Z][\w&' ]{{0,30}}?))?{_DASH}")
_WITH_PLACE = re.compile(
    r"\s*(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’\- /]{1,40}(?:,\s[A-Z][\w.]{1,20})?)\s*(?:--+|[–—―]|\s-)\s+(?=[A-Z\"“'‘])"
)
_REGION = re.compile(r"^(?P<city>[^,]+?)\s*,\s*(?P<region>.+)$")
_PLACE_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’\-])*+")
_SMALL = frozenset(
    "of the and de la le les el al du des der den am an im in on upon sur del da do dos van le- st. y e bei near".split()
)
_NO_PLACE = frozenset(
    "the this a an it he she we they in on at by for from with as when after before if but and or i you his her its there here "
    "photo image file update updated breaking note editor's watch read photos video exclusive opinion analysis story".split()
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


def find_dateline(text: str, agencies: frozenset[str] | None = None) -> DatelineFound | None:
    """Find the dateline at the head of a lede; None where there is none.

    agencies: known agency names, casefolded. Words in brackets are an agency only if they are known, or stand as
    "PLACE, date (Words) -"; without the table any short name in brackets before a dash counts.
    """
    head = text[:MAX_HEAD]
    match = _WITH_BRACKETS.match(head)
    if match:
        found = _read(match, head, brackets=True)
        if found and _is_agency(found.agency, agencies, sure=bool(found.day) or bool(found.places)):
            return found
    match = _WITH_DATE.match(head)
    if match:
        found = _read(match, head, brackets=False)
        if found:
            return found
    match = _WITH_PLACE.match(head)
    return _read(match, head, brackets=False) if match else None


def _is_agency(name: str | None, agencies: frozenset[str] | None, *, sure: bool) -> bool:
    if not name:
        return False
    key = re.split(r"[/,]", name)[0].strip().casefold()
    if agencies is not None and (key in agencies or name.casefold() in agencies):
        return True
    return sure and len(name.split()) <= MAX_PLACE_WORDS and name[:1].isupper() and not any(c.isdigit() for c in name)


def _read(match: re.Match[str], head: str, *, brackets: bool) -> DatelineFound | None:
    groups = match.groupdict()
    place = (groups.get("place") or "").strip(" ,")
    region = None
    places: tuple[str, ...] = ()
    if place:
        cities = [_REGION.match(part.strip()) or part.strip() for part in re.split(r"\s*/\s*|\s+and\s+(?=[A-Z])", place)]
        region = next((m["region"].strip() for m in cities if isinstance(m, re.Match)), None)
        places = tuple(m["city"] if isinstance(m, re.Match) else m for m in cities)
        if not all(_is_place(name) for name in (*places, *([region] if region else []))):
            return None
        if not brackets and not place[0].isupper():
            return None
    month = next((groups[k] for k in ("m1", "m1b", "m2", "m2b") if groups.get(k)), None)
    day = next((groups[k] for k in ("d1", "d1b", "d2", "d2b") if groups.get(k)), None)
    year = next((groups[k] for k in ("y1", "y2") if groups.get(k)), None)
    return DatelineFound(
        match.end(),
        head[: match.end()].strip().rstrip("-–—―_: \t"),
        places,
        region,
        int(year) if year else None,
        MONTHS[month.casefold()] if month else None,
        int(day) if day and 1 <= int(day) <= 31 else None,
        (groups.get("agency") or "").strip() or None,
    )


def _is_place(name: str) -> bool:
    words = name.split()
    if not words or len(words) > MAX_PLACE_WORDS or words[0].casefold() in _NO_PLACE:
        return False
    return all(_PLACE_WORD.fullmatch(word) and (word[0].isupper() or word.casefold() in _SMALL) for word in words)
