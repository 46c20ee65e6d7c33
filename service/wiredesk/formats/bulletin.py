r"""Bulletins of data services: a product's code above a title and "Issued ...", or a record's line behind SOH.

LKW10100                                    \x01VELDEN PARK\x1f6\x1fMonday
Lake Weather Service
Fog Warning for the Lake
Issued at 6:40 am on Monday 11 March 2024.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.wire_fields import Draft, gather_subjects, name_agency
from wiredesk.formats.wire_messages import (
    blank_controls,
    keep_known,
    make_content,
    read_messages,
    read_racing,
    take_credit,
)
from wiredesk.parsing.dates import find_dates
from wiredesk.parsing.wire_copy import split_copy
from wiredesk.parsing.wire_notes import part_notes
from wiredesk.records import Moment

if TYPE_CHECKING:
    from wiredesk.records import CleanPage, Parts

HEAD_LINES = 14  # lines in which "Issued" must stand
_CODE = re.compile(r"[A-Z]{2,4}\d{4,6}")
_ISSUED = re.compile(r"Issued (?:at|by|on)\b.{0,150}")
_SIGNAL = re.compile(r"[A-Z]{3,12}|[\dA-Z:.,/-]*\d[\dA-Z:.,/-]*")  # "SECURITE", a line of codes
_FLAGS = frozenset({"N", "Y"})
_RECORD = re.compile(r"\s{0,20}\x01(?P<line>[A-Z]{2,}[^\n\x01-\x03]{0,150})(?:\n|\Z)")


def recognise(head: str, media_type: str) -> int:
    """Know a code that stands alone above "Issued ...", or a line of capitals behind SOH."""
    del media_type
    if _RECORD.match(head):
        return 70
    lines = head.strip().split("\n", HEAD_LINES)[:HEAD_LINES]
    return 80 if _CODE.fullmatch(lines[0].strip()) and any(_ISSUED.match(line.strip()) for line in lines) else 0


def read(page: CleanPage) -> Parts:
    """Read the bulletin."""
    return read_messages(page, [(0, lambda: read_bulletin(page.text))], "bulletin")


def read_bulletin(text: str) -> Draft:
    """Read one bulletin; raises Spike where it has no title."""
    record = _RECORD.match(text)
    lines = [blank_controls(line).strip() for line in text[record.end() if record else 0 :].strip().split("\n")]
    issued = next((i for i, line in enumerate(lines[:HEAD_LINES]) if _ISSUED.match(line)), 0)
    title = _read_record(record["line"]) if record else _read_title(lines[:issued])
    if not title:
        raise Spike(Reason.MALFORMED, 'no title stands above "Issued"', rule="bulletin.title", offset=0)
    parted = part_notes(lines if record else lines[issued:])
    dates = [] if record else [date for line in lines[issued : issued + 2] for date in find_dates(line)]
    sign_off = take_credit(parted.public)
    content = make_content(split_copy(parted.public))
    fields: dict[str, Any] = {
        "headline": title,
        "published": Moment(value=dates[0].value, precision=dates[0].precision, found_by="bulletin.issued") if dates else None,  # type: ignore[arg-type]
        "private_notes": parted.private,
        "sign_off": sign_off,
        "agency": name_agency("bulletin.sign-off", sign_off.raw.split()[0]) if sign_off else None,
        "subjects": gather_subjects(read_racing(title, content)),
        "wire_header": keep_known({"product": None if record else lines[0]}),
    }
    return Draft(content, fields)


def _read_record(line: str) -> str:
    """Read the title of a record: its fields, without the flags among them ("VELDEN PARK", 6, N, N, VIC, Monday)."""
    return " ".join(word for word in line.replace("\x1f", " ").split() if word not in _FLAGS)


def _read_title(lines: list[str]) -> str:
    """Read the lines just above "Issued", without codes and signals."""
    title: list[str] = []
    for line in reversed(lines):
        if line and not _SIGNAL.fullmatch(line):
            title.insert(0, line)
        elif title:
            break
    return " ".join(title)


FORMAT = Format("bulletin", recognise, read)
