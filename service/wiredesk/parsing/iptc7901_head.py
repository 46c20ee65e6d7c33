"""The lines above the copy of an IPTC 7901 message: keywords, takes, notes in brackets, headline, byline, closed by "=".

Velden/bridge/
CORRECTED
1ST LEAD
(Corrects the number of pillars)
Bridge of Velden opens
By Ada Quill, dpa =
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.datelines import find_dateline
from wiredesk.parsing.editions import read_note

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_HEAD_LINES = 14  # lines above the copy; corrections of dpa take up to seven
MAX_TAKE = 40  # characters of a take line; a headline that goes on fills its line
MAX_KIND = 30  # characters of "(KORR-Bericht)"; longer words in brackets are a note
_BYLINE = re.compile(r"(?i:by|von|par|por|di|door|av)\s+\S.{2,120}|[^=()]{4,60},\s*(?:dpa|afp|apa|sda|ats)\.?")


class Head(NamedTuple):
    """The lines above the copy."""

    headline: str | None
    byline: str | None
    takes: tuple[str, ...]
    notes: tuple[str, ...]
    end: int
    closed: bool


def take_keywords(lines: list[str]) -> str | None:
    """Take the keyword line of a message without STX: its first, with strokes in it, or alone."""
    for position, line in enumerate(lines[:4]):
        text = line.strip()
        if text:
            alone = position + 1 < len(lines) and not lines[position + 1].strip()
            if (text[0] == "/" or text[-1] == "/") or (alone and len(text) < MAX_TAKE and not text.endswith("=")):
                del lines[: position + 1]
                return text
            return None
    return None


def read_head(lines: Sequence[str]) -> Head:
    """Read the lines above the copy, which "=" closes; without one, those up to a blank line."""
    close = next((i for i, line in enumerate(lines[:MAX_HEAD_LINES]) if line.rstrip().endswith("=")), None)
    blank = next((i for i, line in enumerate(lines) if not line.strip()), len(lines))
    end = close + 1 if close is not None else min(blank, MAX_HEAD_LINES)
    rows = [line.strip().rstrip("= ").strip() for line in lines[:end]]
    if close is None and rows and find_dateline(rows[0]):
        return Head(None, None, (), (), 0, closed=False)
    takes: list[str] = []
    notes: list[str] = []
    rows = _take_brackets([row for row in rows if row], takes, notes)
    byline = next((row for row in rows[1:] if _BYLINE.fullmatch(row)), None)
    rows = [row for row in rows if row != byline]
    while len(rows) > 1 and len(rows[0]) < MAX_TAKE:
        takes.append(rows.pop(0).rstrip(":"))
    return Head(" ".join(rows) or None, byline, tuple(takes), tuple(notes), end, closed=close is not None)


def _take_brackets(rows: list[str], takes: list[str], notes: list[str]) -> list[str]:
    """Take the lines in brackets, which may go on: kinds of story ("(KORR-Bericht)") as takes, the rest as notes."""
    left: list[str] = []
    open_: list[str] = []
    for row in rows:
        if open_ or row.startswith("("):
            open_.append(row)
            if row.endswith(")"):
                text = " ".join(open_).strip("() ")
                (takes if _is_kind(text) and not left else notes).append(text)
                open_ = []
        else:
            left.append(row)
    return left + open_


def _is_kind(text: str) -> bool:
    """Say whether words in brackets name a kind of story, not what was changed or until when it is held."""
    return len(text) <= MAX_KIND and ":" not in text and read_note(text) is None
