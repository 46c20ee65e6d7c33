r"""IPTC 7901, with or without control bytes: header, keywords, take and note lines, headline, byline, "=", copy, stamp.

\x01eca0124 3 i 93  dpa 1888
Velden/bridge/
\x02EXTRA
Bridge of Velden opens =
Velden (dpa) - The bridge ...
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wiredesk.agencies import credit_names
from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.wire_fields import Draft, make_subject, name_agency, read_number
from wiredesk.formats.wire_lines import make_byline
from wiredesk.formats.wire_messages import (
    ETX,
    STX,
    blank_controls,
    join_notes,
    keep_known,
    make_content,
    make_stamp,
    read_messages,
    take_sign_off,
)
from wiredesk.parsing.datelines import find_dateline
from wiredesk.parsing.iptc7901_head import read_head, take_keywords
from wiredesk.parsing.wire_copy import split_copy
from wiredesk.parsing.wire_heads import find_iptc7901_heads
from wiredesk.parsing.wire_notes import part_notes
from wiredesk.parsing.wire_stamps import find_stamp
from wiredesk.records import Dateline, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.wire_copy import Passage
    from wiredesk.parsing.wire_heads import Iptc7901Head
    from wiredesk.parsing.wire_notes import Parted
    from wiredesk.parsing.wire_stamps import StampFound
    from wiredesk.records import CleanPage, Parts, SignOff

_BARE_DATELINE = re.compile(
    r"(?P<city>[^\W\d_a-z][^()\d.,;:]{1,30}) \((?P<agency>[a-z]{2,5}(?: [a-z]{2,5}){0,2})\) (?=[^\Wa-z]|[«\"“])"
)
_BLANKS = "\x00\x01\x02\x7f \t\n"  # what may stand before the first line


def recognise(head: str, media_type: str) -> int:
    """Know text whose first line is a header."""
    begins = len(head) - len(head.lstrip(_BLANKS))
    ends = head.find("\n", begins)
    found = find_iptc7901_heads(head if ends < 0 else head[:ends])
    return (92 if found[0].words else 70) if found else 40 * ("iptc7901" in media_type)


def read(page: CleanPage) -> Parts:
    """Read each message of the transmission."""
    heads = find_iptc7901_heads(page.text)
    if not heads:
        raise Spike(Reason.MALFORMED, "no header line", rule="iptc7901.header", offset=0)
    ends = [*(head.start for head in heads[1:]), len(page.text)]
    messages = [
        (head.start, lambda head=head, end=end: read_message(head, page.text[head.end : end]))
        for head, end in zip(heads, ends, strict=True)
    ]
    return read_messages(page, messages, "iptc7901")


def read_message(head: Iptc7901Head, text: str) -> Draft:
    """Read one message behind its header; raises Spike where nothing follows it."""
    keywords, lines, stamp, problems = _cut(text)
    if not lines:
        raise Spike(Reason.MALFORMED, "nothing follows the header", rule="iptc7901.text", offset=head.end)
    above = read_head(lines)
    if not above.closed:
        problems.append("iptc7901.head: no = closes the lines above the copy")
    parted = part_notes(lines[above.end :])
    sign_off, private = _take_closing(parted)
    passages = split_copy(parted.public)
    abstract = passages.pop(0).text if _has_abstract(passages) else None
    dateline = _take_dateline(passages)
    credits_ = [*(head.note or "").split()[:1], head.source, *(dateline.agency or "" if dateline else "").split()[:1]]
    fields: dict[str, Any] = {
        "headline": above.headline,
        "slugline": keywords,
        "take_key": " ".join(above.takes) or None,
        "abstract": abstract,
        "byline": make_byline(above.byline),
        "dateline": dateline,
        "category": head.category,
        "subjects": tuple(filter(None, [make_subject("iptc7901-category", head.category, None, "iptc7901.category")])),
        "priority": read_number(head.priority),
        "published": make_stamp(stamp, "iptc7901.stamp"),
        "ed_note": join_notes(above.notes),
        "private_notes": private,
        "sign_off": sign_off,
        "agency": name_agency("iptc7901.header", *credits_),
        "wire_header": _read_header(head),
        "problems": tuple(problems),
    }
    return Draft(make_content(passages), fields)


def _read_header(head: Iptc7901Head) -> dict[str, str]:
    return keep_known(
        {
            "service": head.source,
            "sequence": head.sequence,
            "priority": head.priority,
            "category": head.category,
            "word_count": head.words,
            "note": head.note,
        }
    )


def _cut(text: str) -> tuple[str | None, list[str], str | None, list[str]]:
    """Cut a message into its keyword line, its lines and its stamp, and tell what is missing."""
    problems: list[str] = []
    before, mark, rest = text.partition(STX)
    body, ended, tail = (rest if mark else text).partition(ETX)
    if (mark or "\x01" in text) and not ended:
        problems.append("iptc7901.end: no ETX ends the story, it may be cut off")
    lines = [blank_controls(line).rstrip() for line in body.split("\n")]
    stamp = find_stamp(blank_controls(tail).strip()) if ended else None
    if not stamp:
        stamp = _take_stamp(lines)
    keywords = " ".join(blank_controls(before).split()) or None if mark else take_keywords(lines)
    while lines and not lines[0].strip():
        lines.pop(0)
    return keywords.strip("/ ") if keywords else None, lines, stamp.value if stamp else None, problems


def _take_closing(parted: Parted) -> tuple[SignOff | None, tuple[str, ...]]:
    """Take the closing line of the public part or, below the notepad, of the private one."""
    sign_off = take_sign_off(parted.public)
    if sign_off or not parted.private:
        return sign_off, parted.private
    last = parted.private[-1].split("\n")
    sign_off = take_sign_off(last)
    return sign_off, (*parted.private[:-1], "\n".join(last))


def _take_stamp(lines: list[str]) -> StampFound | None:
    while lines and not lines[-1].strip():
        lines.pop()
    stamp = find_stamp(lines[-1].strip()) if lines else None
    if stamp:
        lines.pop()
    return stamp


def _has_abstract(passages: Sequence[Passage]) -> bool:
    """Say whether a paragraph above the lede sums it up: the second begins with a dateline, and the first does not."""
    if len(passages) < 2 or passages[0].kind != "paragraph":
        return False
    known = frozenset(credit_names())
    return find_dateline(passages[0].text, known) is None and find_dateline(passages[1].text, known) is not None


def _take_dateline(passages: list[Passage]) -> Dateline | None:
    """Take a dateline without a dash from the lede: "Paris (ats afp) Les ..."."""
    found = _BARE_DATELINE.match(passages[0].text) if passages else None
    if not found or not any(word in credit_names() for word in found["agency"].split()):
        return None
    passages[0] = passages[0]._replace(text=passages[0].text[found.end() :])
    return Dateline(raw=found[0].strip(), places=(Place(name=found["city"]),), agency=found["agency"])


FORMAT = Format("iptc7901", recognise, read)
