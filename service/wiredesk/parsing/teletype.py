"""Teletype transmissions: each message begins with ZCZC and ends with NNNN; between them code lines, flagged lines, the copy.

ZCZC AAP            ZCZC5293/SXA              ZCZC FMG000
%A                  XCI43121_SXA_QBXB         YY RFG TDR
#Velden_Bridge      R CRO S0A QBXB            :Velden National bridge meeting
$Bridge opens       BRIDGE OPENS              RACING : Velden Park FIELDS Thursday
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.datelines import find_dateline

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_HEAD_LINES = 16
MAX_CODE_LINES = 3
MAX_HEADLINE = 160

_BEGIN = re.compile(r"^[ \t\x00-\x02]*ZCZC(?P<codes>[^\s]{0,24}(?:[ \t]{1,3}[^\s]{1,24}){0,5})[ \t]*$", re.MULTILINE)
_END = re.compile(r"(?:^|[ \t])N{3,4}[ \t\x00-\x1f]*$", re.MULTILINE)
_CODE_WORD = r"(?:/?[A-Z0-9][A-Z0-9_./-]{0,3}|(?=\S*[\d_/])/?[A-Z0-9][A-Z0-9_./-]{0,23})(?=[ \n]|\Z)"  # short, or with a figure
_CODE = re.compile(rf"{_CODE_WORD}(?: {_CODE_WORD}){{0,6}}")
_FLAG = re.compile(r"(?P<flag>[#$%:=^*+&@])(?P<text>.*)")
_SUBJECT = re.compile(r"\s*(\d{8})\s*")
_LABEL = re.compile(r"(?P<category>[A-Z][A-Z ]{2,20}?) : ?(?P<slug>[A-Z].{2,120})")


class MessageFound(NamedTuple):
    """A message: its text at `[start, end)`, the codes behind ZCZC, and whether NNNN ends it."""

    start: int
    end: int
    codes: tuple[str, ...]
    closed: bool


class HeadFound(NamedTuple):
    """The lines above the copy, which begins at line `first`."""

    headline: str | None
    slug: str | None
    take: str | None
    category: str | None
    subject: str | None
    place: str | None
    author: str | None
    codes: tuple[str, ...]
    first: int


def find_messages(text: str) -> list[MessageFound]:
    """Find the messages of a transmission, in order."""
    begins = list(_BEGIN.finditer(text))
    found: list[MessageFound] = []
    for position, begin in enumerate(begins):
        limit = begins[position + 1].start() if position + 1 < len(begins) else len(text)
        end = _END.search(text, begin.end(), limit)
        found.append(MessageFound(begin.end(), end.start() if end else limit, tuple(begin["codes"].split()), end is not None))
    return found


def begins_transmission(head: str) -> bool:
    """Say whether the first printed line of a page is the head of a message."""
    return _BEGIN.match(head.lstrip(" \t\n\x00\x01")) is not None


def read_head(lines: Sequence[str]) -> HeadFound:
    """Read code lines, then flagged lines, then a headline of its own."""
    codes: list[str] = []
    flags: list[tuple[str, str]] = []
    at = 0
    while at < min(len(lines), MAX_HEAD_LINES):
        text = lines[at].strip()
        flag = _FLAG.fullmatch(text)
        if flag and (flag["flag"] != "*" or len(text) <= len("*07000000")):
            flags.append((flag["flag"], flag["text"].strip()))
        elif text and not flags and len(codes) < MAX_CODE_LINES and _CODE.fullmatch(text):
            codes.append(text)
        elif text:
            break
        at += 1
    head = _sort_flags(flags)._replace(codes=tuple(codes), first=at)
    return head if head.headline or head.slug else _read_headline(lines, head)


def _sort_flags(flags: Sequence[tuple[str, str]]) -> HeadFound:
    """Sort flagged lines: "$" is the headline, or a category of one letter where "^" is the headline."""
    by: dict[str, str] = {}
    for flag, text in flags:
        if text:
            by.setdefault(flag, text)
    letter = by.pop("$", "") if len(by.get("$", "")) == 1 else ""
    headline = by.get("^") or by.get("$")
    if "#" in by:
        slug, take = by.get("#"), by.get(":") or by.get("=")
    else:
        slug, take = by.get(":"), by.get("=")
    subject = next((found[1] for flag in "*+" if (found := _SUBJECT.fullmatch(by.get(flag, "")))), None)
    if not headline and slug:
        headline = take if take and take.startswith(slug) else " ".join(filter(None, (slug, take)))
    author = by.get("&")
    return HeadFound(
        headline,
        slug,
        take,
        by.get("%") or letter or None,
        subject,
        by.get("@"),
        author if author and len(author) > 1 else None,
        (),
        0,
    )


def _read_headline(lines: Sequence[str], head: HeadFound) -> HeadFound:
    """Read the line above the copy, unless it is the copy: a label and a slug ("RACING : Velden Park"), or a headline."""
    line = lines[head.first] if head.first < len(lines) else ""
    text = line.strip()
    label = _LABEL.fullmatch(text)
    if label:
        slug = label["slug"]
        return head._replace(headline=slug, slug=slug, category=head.category or label["category"], first=head.first + 1)
    dateline = find_dateline(text)
    if not text or len(text) > MAX_HEADLINE or (dateline and (dateline.agency or dateline.day)) or text[:1] in "(-*":
        return head
    rows = [text]
    while text.isupper() and head.first + len(rows) < len(lines) and len(rows) < 3:
        follows = lines[head.first + len(rows)]
        if not follows.strip() or not follows.isupper() or follows[:2].isspace():
            break
        rows.append(follows.strip())
    alone = (
        head.first + len(rows) >= len(lines)
        or not lines[head.first + len(rows)].strip()
        or lines[head.first + len(rows)][:2].isspace()
    )
    if len(rows) == 1 and not alone and text.endswith((".", ",")):
        return head
    return head._replace(headline=" ".join(rows), first=head.first + len(rows))
