r"""The text of an ANPA-1312 message: version line, caret fields, headline, byline, then the copy.

\x02^BC-LT--Velden-Bridge Opens,466<          the version line: keywords, take, words
^Bridge of Velden opens <                      a field: the headline; "<" and "=" end a line as the typesetter wants it
^Eds: With AP Photos.<
^By ADA QUILL=
\t   VELDEN (AP) _ The bridge ...              the copy; Reuters sets the headline without a caret, and indents by four blanks
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.wire_heads import find_take

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_FIELDS = 14  # caret fields above the copy
MAX_HEADLINE_LINES = 3
MAX_SUMMARY = 100  # characters of a second field that is no summary of the story

_VERSION = re.compile(r"\^?\s*(?:BC|AM|PM|AP)-{1,2}\S.{0,120}")
_WORDS = re.compile(r",\s*(\d{1,5})\s*$")
_PREFIX = re.compile(r"(?:BC|AM|PM|AP)-{1,2}")
_FIELD = re.compile(r"\s*\^(?P<text>[^\n]*)")
_END = re.compile(r"[<=\s]+$")
_EDS = re.compile(r"(?i:eds?|editors?)\b\.?\s?[:,]")
_ART = re.compile(r"(?i:AP (?:Photos?|Graphics?|Video|Audio)\b|With (?:AP )?(?:Photos?|Graphics?)|Photos?:|Graphic:).{0,400}")
_BYLINE = re.compile(r"(?i:by)\s+\S.{1,120}")
_ROLE = re.compile(
    r"(?:The )?Associated Press|AP\s[\w ]{2,40}|(?:The )?Canadian Press|Reuters?"
    r"|(?:[A-Z][\w.]+ ){1,5}(?:Writer|Editor|Correspondent|Analyst)"
)
_SIMPLE_END = re.compile(r"\s*(?:\^?END|___|-0-|Reuters?[ .]{0,4})\s*[<=]?\s*", re.IGNORECASE)


class Opening(NamedTuple):
    """What stands above the copy, which begins at line `first`."""

    keyword_line: str | None
    words: str | None
    take: str | None
    headline: str | None
    summary: str | None
    byline: str | None
    role: str | None
    notes: tuple[str, ...]
    first: int


def read_opening(lines: Sequence[str]) -> Opening:
    """Read the lines above the copy."""
    at = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    version = words = None
    if at < len(lines) and _VERSION.fullmatch(_trim(lines[at])):
        text = _trim(lines[at]).lstrip("^ ")
        found = _WORDS.search(text)
        version, words = (text[: found.start()], found[1]) if found else (text, None)
        at += 1
    marked = at < len(lines) and _FIELD.match(lines[at])
    plain: list[str] = []
    fields, at = _read_fields(lines, at) if marked else (plain, at)
    if not marked:
        plain, at = _read_plain(lines, at)
    opening = _sort(fields) if marked else _sort_plain(plain)
    return opening._replace(
        keyword_line=_PREFIX.sub("", version, count=1).strip(" ,") if version else None,
        words=words,
        take=find_take(version.partition(",")[2] or version) if version else None,
        first=at,
    )


def read_copy_line(line: str) -> str:
    """Read a line of the copy without the typesetter's marks; a centred one comes as "= EAST =", a rule as nothing."""
    if _SIMPLE_END.fullmatch(line):
        return ""
    text = _END.sub("", line).replace("^", "")
    centred = _FIELD.match(line) and line.rstrip().endswith("=") and "=" not in text
    return f"= {text.strip()} =" if centred and text.strip() else text


def _trim(line: str) -> str:
    return _END.sub("", line).strip()


def _read_fields(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """Read the caret fields up to the copy; a byline and the role under it are the last."""
    fields: list[str] = []
    byline = False
    while at < len(lines) and len(fields) < MAX_FIELDS:
        found = _FIELD.match(lines[at])
        if not found:
            if lines[at].strip():
                break
            at += 1
            continue
        text = _trim(found["text"])
        if byline and not _ROLE.fullmatch(text):
            break
        byline = byline or bool(_BYLINE.fullmatch(text))
        fields.append(text)
        at += 1
    return [field for field in fields if field], at


def _read_plain(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """Read the lines above an indented or blank line: headline and byline."""
    plain: list[str] = []
    while at < len(lines) and len(plain) <= MAX_HEADLINE_LINES:
        line = lines[at]
        if line[:1] == "\t" or line[:2].isspace() or (not line.strip() and plain):
            break
        if _SIMPLE_END.fullmatch(line):
            break
        if line.strip():
            plain.append(_trim(line))
        at += 1
    return plain, at


def _sort(fields: Sequence[str]) -> Opening:
    """Sort caret fields: notes for editors, byline, role; the first of the others is the headline, a long one the summary."""
    notes = [field for field in fields if _EDS.match(field)] + [field for field in fields if _ART.fullmatch(field)]
    byline = next((field for field in fields if _BYLINE.fullmatch(field) and field not in notes), None)
    after = fields[fields.index(byline) + 1 :] if byline else ()
    role = after[0] if after and after[0] not in notes else None
    left = [field for field in fields if field not in notes and field not in (byline, role)]
    summary = next((field for field in left[1:] if len(field) > MAX_SUMMARY or field.endswith(".")), None)
    others = [field for field in left[1:] if field != summary]
    return Opening(None, None, None, left[0] if left else None, summary, byline, role, (*notes, *others), 0)


def _sort_plain(lines: Sequence[str]) -> Opening:
    byline = next((line for line in lines if _BYLINE.fullmatch(line) and line != lines[0]), None)
    left = [line for line in lines if line != byline]
    notes = tuple(line for line in left if _EDS.match(line))
    head = [line for line in left if line not in notes]
    return Opening(None, None, None, " ".join(head) or None, None, byline, None, notes, 0)
