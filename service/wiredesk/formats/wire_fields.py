"""What the XML wires have in common: their times, states, bylines, datelines and codes.

20140829T134951+0000    Tue, 30 Jan 2018 16:32:18 GMT    stat:usable    sig:update    subj:04011002
"""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

import pycountry

from wiredesk.agencies import credit_names, find_agencies, find_agency
from wiredesk.formats.xml import squeeze
from wiredesk.parsing.bylines import read_byline
from wiredesk.parsing.datelines import read_dateline_field
from wiredesk.records import Agency, Author, Byline, Dateline, Edition, Moment, Place, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wiredesk.formats.blocks import Content
    from wiredesk.parsing.datelines import DatelineFound
    from wiredesk.records import EditionKind, PubStatus

RECURRING = 4096  # bylines and datelines that are remembered; a wire has some hundreds a day, and most come again
Status = Literal["usable", "withheld", "canceled"]

_STAMP = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?", re.IGNORECASE
)
_POINTED = re.compile(
    r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s(\d\d):(\d\d)(?::(\d\d))?)?"
)  # where days have points, they come first
_STATUSES: Mapping[str, PubStatus] = {
    "usable": "usable",
    "published": "usable",
    "embargoed": "withheld",
    "withheld": "withheld",
    "canceled": "canceled",
    "cancelled": "canceled",
    "killed": "canceled",
    "kill": "canceled",
    "deleted": "canceled",
    "retracted": "canceled",
}
_SIGNALS: Mapping[str, EditionKind] = {
    "update": "update",
    "updated": "update",
    "correction": "corrected",
    "corrected": "corrected",
    "cor": "corrected",
    "kill": "kill",
    "killed": "kill",
    "cancel": "kill",
    "canceled": "kill",
    "cancelled": "kill",
    "retract": "kill",
    "retraction": "withdrawn",
    "withdraw": "withdrawn",
    "writethru": "writethru",
    "alert": "alert",
    "flash": "alert",
    "urgent": "urgent",
    "embargo": "embargo",
}
INITIALS = re.compile(r"[a-z]{2,4}(?:[/-][a-z]{2,4}){1,4}")  # who wrote and edited it, "gr/bp"
_DIGIT = re.compile(r"\d")
_SLASHED = re.compile(r"(.{3,100}?)\s*/([^/]{2,30})/")
_NAME = re.compile(r"[A-ZÀ-Þ][a-zß-þ]{1,20}(?:[ -][A-ZÀ-Þ][a-zß-þ]{1,20}){1,3}")
_SEPARATOR = " -–—"  # between dateline and lede, where a wire gives it with the dateline
_NO_PLACE = re.compile(r"[\d./:\s-]+(?:[A-Z]{2,5}(?:[+-]\d\d:?\d\d)?)?")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?")


class Draft(NamedTuple):
    """A story of a wire before it is laid out: its content, and the other fields by the names of Story."""

    content: Content
    fields: dict[str, Any]


def read_moment(value: str | None, found_by: str) -> Moment | None:
    """Read a timestamp (ISO 8601, basic or extended, or RFC 822) as exact as it is; no zone is invented."""
    value = squeeze(value)
    if not value:
        return None
    found = _STAMP.fullmatch(value)
    if found:
        year, month, day, hour, minute, second, zone = found.groups()
    elif found := _POINTED.fullmatch(value):
        day, month, year, hour, minute, second, zone = (*found.groups(), None)
        day, month = day.zfill(2), month.zfill(2)
    else:
        return _read_mail_date(value, found_by)
    text, precision = f"{year}-{month}-{day}", "day"
    if hour:
        text, precision = f"{text}T{hour}:{minute}", "minute"
        if second:
            text, precision = f"{text}:{second}", "second"
        if zone:
            digits = zone[1:].replace(":", "")
            text += "+00:00" if zone in "Zz" else f"{zone[0]}{digits[:2]}:{digits[2:] or '00'}"
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return None
    return Moment(value=text, precision=cast("Any", precision), found_by=found_by)


def _read_mail_date(value: str, found_by: str) -> Moment | None:
    if len(value) > 60 or not _DIGIT.search(value):
        return None
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return Moment(value=when.isoformat(), precision="second", found_by=found_by)


def read_status(value: str | None) -> PubStatus | None:
    """Read a status: a word, or a qcode ("stat:usable")."""
    return _STATUSES.get(_local(value)) if value else None


def read_edition(*signals: str | None) -> Edition | None:
    """Read the first signal ("sig:update", "corrected") that names an edition."""
    for signal in signals:
        kind = _SIGNALS.get(_local(signal)) if signal else None
        if kind:
            return Edition(kind=kind)
    return None


def _local(code: str) -> str:
    return code.strip().rpartition(":")[2].rpartition("/")[2].casefold()


def read_number(value: str | None) -> int | None:
    """Read a small whole number (urgency, priority); None for anything else."""
    value = squeeze(value)
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 4 else None


def read_value(value: str | None) -> str | None:
    """Read a timestamp to its ISO 8601 value."""
    moment = read_moment(value, "")
    return moment.value if moment else None


def make_byline(raw: str | None, people: Iterable[Author] = ()) -> Byline | None:
    """Make a byline of the line as printed; people: those that the wire itself names apart."""
    raw = squeeze(raw)
    authors = tuple(people)
    if not raw:
        return Byline(raw=", ".join(author.name for author in authors), authors=authors) if authors else None
    return Byline(raw=raw, authors=authors) if authors else _read_line(raw)


@lru_cache(maxsize=RECURRING)
def _read_line(raw: str) -> Byline:
    """Read a byline that the wire gives as a line; the same ones come again and again ("NTB", "Von dpa", its reporters)."""
    if " " not in raw or raw.casefold() in credit_names():  # "NTB", "Insidefoto": no person is named so
        return Byline(raw=raw, credits=(raw,))
    slashed = _SLASHED.fullmatch(raw)  # "Ada Fjer /ritzau/"
    if slashed and find_agency(slashed[2]):
        inner = make_byline(slashed[1])
        named = (
            (Author(name=slashed[1], raw=slashed[1]),) if _NAME.fullmatch(slashed[1]) and not find_agency(slashed[1]) else ()
        )
        return Byline(raw=raw, authors=(inner.authors if inner else ()) or named, credits=(f"/{slashed[2]}/",))
    found = read_byline(raw, led=True)
    if found is None:
        return Byline(raw=raw)
    read = (Author(name=p.name, raw=p.raw, role=p.role, organisation=p.organisation) for p in found.authors)
    return Byline(raw=raw, authors=tuple(read), credits=found.credits)


def read_language(tag: str | None) -> str | None:
    """Write a language tag as BCP 47 has it: "EN" is en, "nl-nl" is nl-NL; one of another form stays as it is."""
    found = _LANGUAGE.fullmatch(tag) if tag else None
    if not found:
        return tag
    return f"{found[1].lower()}-{found[2].upper()}" if found[2] else found[1].lower()


def make_credit(line: str | None) -> Byline | None:
    """Make a byline of a credit line, which names no author."""
    line = squeeze(line)
    return Byline(raw=line, credits=(line,)) if line else None


def name_agency(found_by: str, *credits_: str | None) -> Agency | None:
    """Name the agency of the first provider, source or credit that is one of those that we know."""
    names = (name for credit in credits_ if credit for name in (credit, credit.partition(".")[0] if "." in credit else ""))
    for name in names:  # "reuters.com" is Reuters, "ANP/BELGA" both
        found = find_agency(name) if name else None
        if found:
            joint = tuple(other.code for other in find_agencies(name) if other != found)
            return Agency(code=found.code, name=found.name, found_by=found_by, joint=joint)
    return None


@cache
def read_country(text: str | None) -> str | None:
    """Read a country's code of two or three letters, or its English name, as ISO 3166-1 alpha-2."""
    text = squeeze(text)
    if not text:
        return None
    known = pycountry.countries
    found = known.get(alpha_2=text) if len(text) == 2 else known.get(alpha_3=text) if len(text) == 3 else known.get(name=text)
    return found.alpha_2 if found else None


def make_dateline(
    raw: str | None, city: str | None = None, country: str | None = None, region: str | None = None
) -> Dateline | None:
    """Make a dateline of a dateline field ("Berlin (dpa) - "), or of the city that the wire says it was written in."""
    raw, city, code = squeeze(raw), squeeze(city), read_country(country)
    raw = raw.rstrip(_SEPARATOR) if raw else None
    told = city
    if city and "," in city:  # "Toronto, ON, Canada"
        city, *others = (part.strip() for part in city.split(","))
        code = code or read_country(others[-1])
        region = region or (others[0] if len(others) > 1 or not code else None)
    if raw and _NO_PLACE.fullmatch(raw):  # "4/4/2018", "15.7.2019 12:09 CEST": a date alone is no dateline
        raw = None
    if not raw and not city:
        return None
    printed = None
    if raw and (not city or city.casefold() not in raw.casefold()):  # else date and agency are left to the enricher
        printed = _read_field(raw)
    if printed and not (city and city.casefold() in (raw or "").casefold()):
        places = tuple(Place(name=name, region=printed.region) for name in printed.places)
    elif city and "/" in city:  # "Kiova/Washington": the country that the wire names may be either's
        places = tuple(Place(name=name) for part in city.split("/") if (name := part.strip()))
    else:
        places = (Place(name=city, country=code, region=squeeze(region)),) if city else ()
    return Dateline(raw=raw or told or "", places=places, agency=printed.agency if printed else None)


@lru_cache(maxsize=RECURRING)
def _read_field(raw: str) -> DatelineFound | None:
    return read_dateline_field(raw, _agency_names())


@cache
def _agency_names() -> frozenset[str]:
    return frozenset(credit_names())


def make_subject(scheme: str | None, code: str | None, name: str | None, found_by: str) -> Subject | None:
    """Make a subject of the wire's own scheme, code and name; a qcode brings its scheme with it."""
    code, name, scheme = squeeze(code), squeeze(name), squeeze(scheme)
    if code and not scheme and ":" in code and not code.startswith("http"):
        scheme, _, code = code.partition(":")
    return Subject(scheme=scheme, code=code, name=name, found_by=found_by) if code or name else None


def gather_subjects(found: Iterable[Subject | None]) -> tuple[Subject, ...]:
    """Keep each subject once, in order."""
    return tuple(dict.fromkeys(subject for subject in found if subject is not None))
