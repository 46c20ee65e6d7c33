"""What the XML wires have in common: their times, states, bylines, datelines and codes.

20140829T134951+0000    Tue, 30 Jan 2018 16:32:18 GMT    stat:usable    sig:update    subj:04011002
"""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from wiredesk.agencies import find_agencies, find_agency
from wiredesk.formats.xml_tree import squeeze
from wiredesk.records import Agency, Edition, Moment, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wiredesk.formats.blocks import Content
    from wiredesk.records import EditionKind, PubStatus

FIRST_YEAR = 1800  # of a date that is one; .NET writes the year 1 for none
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
_NEWSCODE = re.compile(r"https?://cv\.iptc\.org/newscodes/([a-z]{2,30})/([\w-]{1,40})")
_NEWSCODES = {"mediatopic": "medtop", "subjectcode": "subj"}  # aliases of IPTC's schemes that wires write before a colon
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
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    if when.year < FIRST_YEAR:
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


def read_language(tag: str | None) -> str | None:
    """Write a language tag as BCP 47 has it: "EN" is en, "nl-nl" is nl-NL; one of another form stays as it is."""
    found = _LANGUAGE.fullmatch(tag) if tag else None
    if not found:
        return tag
    return f"{found[1].lower()}-{found[2].upper()}" if found[2] else found[1].lower()


def name_agency(found_by: str, *credits_: str | None) -> Agency | None:
    """Name the agency of the first provider, source or credit that is one of those that we know."""
    names = (name for credit in credits_ if credit for name in (credit, credit.partition(".")[0] if "." in credit else ""))
    for name in names:  # "reuters.com" is Reuters, "ANP/BELGA" both
        found = find_agency(name) if name else None
        if found:
            joint = tuple(other.code for other in find_agencies(name) if other != found)
            return Agency(code=found.code, name=found.name, found_by=found_by, joint=joint)
    return None


def make_subject(scheme: str | None, code: str | None, name: str | None, found_by: str) -> Subject | None:
    """Make a subject of the wire's own scheme, code and name; a qcode or an address of IPTC brings its scheme with it."""
    code, name, scheme = squeeze(code), squeeze(name), squeeze(scheme)
    if code and code.startswith("http"):
        found = _NEWSCODE.fullmatch(code)
        if found:
            scheme, code = _NEWSCODES.get(found[1], found[1]), found[2]
    elif code and ":" in code:
        prefix, _, local = code.partition(":")
        if not scheme or scheme == prefix:
            scheme, code = prefix, local
    return Subject(scheme=scheme, code=code, name=name, found_by=found_by) if code or name else None


def gather_subjects(found: Iterable[Subject | None]) -> tuple[Subject, ...]:
    """Keep each subject once, in order."""
    return tuple(dict.fromkeys(subject for subject in found if subject is not None))
