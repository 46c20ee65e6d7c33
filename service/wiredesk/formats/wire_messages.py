"""From the messages of a text wire's transmission to stories, each for itself: a bad one does not take its neighbours along."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.errors import Reason, Spike
from wiredesk.formats.blocks import Content, Piece
from wiredesk.formats.wire_fields import make_subject, name_agency
from wiredesk.formats.wire_items import lay_out_all
from wiredesk.parsing.editions import read_note
from wiredesk.parsing.racing import find_racing
from wiredesk.records import Moment, SignOff

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from wiredesk.formats.wire_fields import Draft
    from wiredesk.parsing.wire_copy import Passage
    from wiredesk.records import CleanPage, Parts, Subject

STX, ETX = "\x02", "\x03"
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_CLOSING = re.compile(
    r"\(?(?:dpa|APA|apa|AFP|afp|SDA|sda|ATS|ats|ANSA|STT|NTB|TT|AAP|PTI)(?:-\w{2,8})?(?:[ /\\.-]{1,2}[^\W_]{1,8}){1,9}\)?"
)
MAX_CLOSING = 60
_CREDIT = re.compile(r"[A-Z]{2,6}(?: [A-Z]{2,10}){0,2}")
_INITIALS = re.compile(r"(?:[A-Z0-9]{2,4}[-/]){0,3}[A-Z0-9]{2,4}")


def read_messages(page: CleanPage, messages: Sequence[tuple[int, Callable[[], Draft]]], rule: str) -> Parts:
    """Read the messages, each by its function; a message begins at its offset.

    Raises Spike where none of them can be read; `rule` is the reader's name.
    """
    drafts: list[Draft] = []
    problems: list[str] = []
    first: Spike | None = None
    for number, (offset, read) in enumerate(messages, 1):
        try:
            drafts.append(read())
        except Spike as spike:
            first = first or spike
            problems.append(f"message {number} at character {offset}: {spike.detail}")
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one message, its neighbours go out
            problems.append(f"message {number} at character {offset} cannot be read: {type(error).__name__}")
    if not drafts:
        detail = problems[0] if problems else "no message"
        raise first or Spike(Reason.MALFORMED, detail, rule=f"{rule}.message", offset=messages[0][0] if messages else 0)
    return lay_out_all(page, drafts, problems)


def make_content(passages: Iterable[Passage]) -> Content:
    """Make a body of passages."""
    return Content(tuple(Piece(passage.kind, passage.text) for passage in passages))


def make_stamp(value: str | None, found_by: str) -> Moment | None:
    """Make the moment of a time stamp to the minute."""
    return Moment(value=value, precision="minute", found_by=found_by) if value else None


def blank_controls(text: str) -> str:
    """Put blanks for the control characters that remain of a header."""
    return _CONTROLS.sub(" ", text)


def take_sign_off(lines: list[str]) -> SignOff | None:
    """Take the closing line of initials ("dpa so yyon z2", "(SDA/sj)") from the end of a story."""
    while lines and not lines[-1].strip():
        lines.pop()
    last = lines[-1].strip() if len(lines) > 1 else ""
    if not last or len(last) > MAX_CLOSING or last.endswith((".", "!", "?")) or not _CLOSING.fullmatch(last):
        return None
    lines.pop()
    return SignOff(raw=last)


def take_credit(lines: list[str]) -> SignOff | None:
    """Take the credit ("AAP RESULTS") or the initials in capitals that close a message."""
    sign_off = take_sign_off(lines)
    if sign_off:
        return sign_off
    last = lines[-1].strip() if len(lines) > 1 else ""
    words = last.split()
    if last and (
        (_CREDIT.fullmatch(last) and name_agency("", words[0])) or (_INITIALS.fullmatch(last) and lines[-1][:1].isspace())
    ):
        lines.pop()
        return SignOff(raw=last)
    return None


def read_racing(headline: str | None, content: Content) -> Iterator[Subject | None]:
    """Give the subject of racing copy, and the ANPA category that only race wires have."""
    found = find_racing(headline or "", "\n".join(piece.text for piece in content.pieces[:40]))
    if found:
        yield make_subject("subj", found.code, None, "racing-terms")
        yield make_subject("anpa", "r", None, "racing-terms")


def join_notes(notes: Iterable[str]) -> str | None:
    """Join the notes for editors, first the one that names an edition: what kills, holds or corrects a story must be seen."""
    ordered = sorted(notes, key=lambda note: read_note(note) is None)
    return " ".join(ordered) or None


def keep_known(fields: dict[str, str | None]) -> dict[str, str]:
    """Keep the header's fields that are there."""
    return {name: value for name, value in fields.items() if value}
