"""Teletype copy between ZCZC and NNNN: AAP's flagged lines, ANSA's and others' code lines, several stories in a transmission.

ZCZC AAP
#Velden_Bridge
$Bridge of Velden opens
The bridge ...
NNNN
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.wire_fields import Draft, gather_subjects, make_subject, name_agency, read_number
from wiredesk.formats.wire_messages import (
    blank_controls,
    keep_known,
    make_content,
    make_stamp,
    read_messages,
    read_racing,
    take_credit,
)
from wiredesk.parsing.datelines import find_dateline
from wiredesk.parsing.teletype import begins_transmission, find_messages, read_head
from wiredesk.parsing.wire_copy import split_copy
from wiredesk.parsing.wire_heads import find_iptc7901_heads
from wiredesk.parsing.wire_notes import part_notes
from wiredesk.parsing.wire_stamps import find_stamp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiredesk.parsing.teletype import HeadFound, MessageFound
    from wiredesk.records import CleanPage, Parts

_STAMP = re.compile(r"\d{1,2}-[A-Z]{3}-\d{2,4} \d{1,2}[:.]\d{2}")
LAST_LINES = 4  # lines from the end in which a stamp may stand


def recognise(head: str, media_type: str) -> int:
    """Know text whose first line begins with ZCZC."""
    del media_type
    return 90 if begins_transmission(head) else 0


def read(page: CleanPage) -> Parts:
    """Read each message of the transmission."""
    found = find_messages(page.text)
    if not found:
        raise Spike(Reason.MALFORMED, "no message begins with ZCZC", rule="zczc.begin", offset=0)
    messages = [(message.start, lambda message=message: read_message(message, page.text)) for message in found]
    return read_messages(page, messages, "zczc")


def read_message(message: MessageFound, page: str) -> Draft:
    """Read one message; raises Spike where nothing stands between its head and its end."""
    problems = [] if message.closed else ["zczc.end: no NNNN ends the story, it may be cut off"]
    lines = [blank_controls(line).rstrip() for line in page[message.start : message.end].split("\n")]
    stamp = _take_stamp(lines)
    if stamp is None and lines and _STAMP.fullmatch(lines[-1].strip()):
        lines.pop()
        problems.append("zczc.stamp: the time stamp is none")
    head = read_head(lines)
    parted = part_notes(lines[head.first :])
    sign_off = take_credit(parted.public)
    content = make_content(split_copy(parted.public))
    if not content.pieces and not head.headline:
        raise Spike(Reason.MALFORMED, "nothing stands between ZCZC and NNNN", rule="zczc.text", offset=message.start)
    fields: dict[str, Any] = {
        "headline": head.headline,
        "slugline": head.slug,
        "take_key": head.take,
        "category": head.category,
        "subjects": gather_subjects(_read_subjects(head)) or gather_subjects(read_racing(head.headline, content)),
        "published": make_stamp(stamp, "zczc.stamp"),
        "private_notes": parted.private,
        "sign_off": sign_off,
        "agency": name_agency(
            "zczc.service",
            *message.codes[:1],
            *(_find_credit(piece.text) for piece in content.pieces[:1]),
            *(sign_off.raw.split()[:1] if sign_off else ()),
        ),
        "wire_header": _read_header(message, head),
        "problems": tuple(problems),
    }
    fields |= _read_inner(head)
    return Draft(content, fields)


def _take_stamp(lines: list[str]) -> str | None:
    """Take the line with the time stamp from the end."""
    while lines and not lines[-1].strip():
        lines.pop()
    for at in range(len(lines) - 1, max(0, len(lines) - LAST_LINES), -1):
        stamp = find_stamp(lines[at].strip())
        if stamp and not stamp.start:
            del lines[at:]
            return stamp.value
    return None


def _read_subjects(head: HeadFound) -> Iterator[Any]:
    yield (
        make_subject("anpa-category", head.category, None, "zczc.category")
        if head.category and len(head.category) == 1
        else None
    )
    yield make_subject("subj", head.subject, None, "zczc.subject") if head.subject else None


def _find_credit(text: str) -> str | None:
    found = find_dateline(text)
    return found.agency if found else None


def _read_header(message: MessageFound, head: HeadFound) -> dict[str, str]:
    return keep_known(
        {
            "service": " ".join(message.codes),
            "codes": " | ".join(head.codes),
            "category": head.category,
            "place": head.place,
            "author": head.author,
        }
    )


def _read_inner(head: HeadFound) -> dict[str, Any]:
    """Read a code line that is an IPTC 7901 header ("FRS0123 4 I 0234 ...")."""
    found = next((inner for line in head.codes for inner in find_iptc7901_heads(line)), None)
    if not found:
        return {}
    return {
        "category": found.category,
        "priority": read_number(found.priority),
        "subjects": gather_subjects([make_subject("iptc7901-category", found.category, None, "iptc7901.category")]),
    }


FORMAT = Format("zczc", recognise, read)
