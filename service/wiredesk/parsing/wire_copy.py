"""The copy of a text wire: paragraphs that a blank line or an indentation begins, crossheads, tables as they stand.

    VELDEN (AP) _ The bridge opened          a paragraph begins, and goes on in lines without indentation

Amsterdam;42;50;rn          Bank borrowings.......680 vs........56          | FC Velden | - | FC Lomond | 2:1 |
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Kind = Literal["paragraph", "crosshead", "table", "list"]

INDENT = 2  # blanks that begin a paragraph
WIDTH = 100  # characters of the longest line that may have been wrapped; teletypes wrap at 64 to 80, mail at 72 to 78
SLACK = 8  # characters by which wrapped lines of a copy differ although the next word would have fitted
MAX_CROSSHEAD = 64
LONG = 60  # characters of the paragraph that a crosshead stands above
MAX_LINE = 2000  # characters of a line in which columns are looked for
FEWEST_ROWS = 2
FEWEST_LEFT = 2  # lines at the left that tell copy from markup that was set in
FEWEST_GAPS = 3  # rows of a table
DEEP = 9  # blanks by which no paragraph is set in

_COLUMNS = re.compile(r"\S(?: {3,}|\t+)\S|[^.]\.{4,}[^.\s]|\S;[^\s;]*;|_;_")
_GAP = re.compile(r"\S {3,}\S")
_PIPES = re.compile(r"\s*\|.*\|\s*")
_RULE = re.compile(r"\s*(?:_{2,}|-{4,}|\*{3,}|={4,})\s*")
_BULLET = re.compile(r"\s*(?:[+•*]|--?(?P<dash>))\s+\S")  # a dash may also stand in a sentence that was wrapped
_CENTRED = re.compile(r"= (?P<text>\S[^=]{0,80}) =")  # a line that the typesetter was to centre
_STOPS = (".", "!", "?", ":", ";", ",", '"', "»", "«", ")")


class Passage(NamedTuple):
    """A piece of copy; the lines of a table and of a list stay apart, those of a paragraph are joined."""

    kind: Kind
    text: str


class _Run:
    """The lines of a passage that is being read."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.kind: Kind = "paragraph"
        self.alone = False


def keeps_lines(text: str) -> bool:
    """Say whether a text that markup holds as one paragraph is copy with its lines: some begin at the left, some set in.

    Lines that are all set in were set in by whoever wrote the markup; rows of columns keep their lines too.
    """
    lines = [line for line in text.split("\n")[1:] if line.strip()]
    left = sum(not line[0].isspace() for line in lines)
    inset = sum(line[:INDENT].isspace() and not line[:DEEP].isspace() for line in lines)
    if left >= FEWEST_LEFT and inset and left + inset >= len(lines) - FEWEST_LEFT:
        return True
    return left >= FEWEST_LEFT and sum(bool(_GAP.search(line[:MAX_LINE])) for line in lines) >= FEWEST_GAPS


def split_copy(lines: Iterable[str]) -> list[Passage]:
    """Split the lines of a story into passages."""
    lines = list(lines)
    width = _measure(lines)
    done: list[tuple[Passage, bool]] = []
    run = _Run()
    blank = True
    for line in lines:
        if not line.strip() or _RULE.fullmatch(line[:MAX_LINE]):
            _flush(run, done, blank_after=True)
            blank = True
            continue
        if centred := _CENTRED.fullmatch(line[:MAX_LINE]):
            _flush(run, done, blank_after=True)
            done.append((Passage("crosshead", centred["text"]), True))
            blank = True
            continue
        kind = _judge(line, run)
        if run.lines and (kind != run.kind if "table" in (kind, run.kind) else _begins(line, kind, run, width)):
            _flush(run, done, blank_after=False)
        if not run.lines:
            run.kind, run.alone = kind, blank
        run.lines.append(line)
        blank = False
    _flush(run, done, blank_after=True)
    return _head_passages(done)


def _judge(line: str, run: _Run) -> Kind:
    head = line[:MAX_LINE]
    if _PIPES.fullmatch(head) or _COLUMNS.search(head.strip()):
        return "table"
    bullet = _BULLET.match(head)
    if bullet and (bullet["dash"] is None or not run.lines or run.kind == "list"):
        return "list"
    return "paragraph"


def _measure(lines: Sequence[str]) -> int:
    """Measure at which width the copy was wrapped; 0 where it was not, for many lines are longer than a teletype's."""
    lengths = [len(line.rstrip()) for line in lines if line.strip() and not _COLUMNS.search(line[:MAX_LINE].strip())]
    long = sum(length > WIDTH for length in lengths)
    return 0 if long * 3 > len(lengths) else max((length for length in lengths if length <= WIDTH), default=0)


def _begins(line: str, kind: Kind, run: _Run, width: int) -> bool:
    """Say whether a line begins a passage: a bullet, an indentation, or a line above that was ended before it was full."""
    indented = line[:1] == "\t" or line[:INDENT].isspace()
    if kind == "list" or (indented and run.kind != "list"):
        return True
    if not width:
        return True
    first = line.split(None, 1)[0]
    fits = len(run.lines[-1].rstrip()) + 1 + len(first) <= width - SLACK
    return fits and run.kind != "list" and not first[0].islower()


def _flush(run: _Run, done: list[tuple[Passage, bool]], *, blank_after: bool) -> None:
    """Close a passage; a table of one line is one only if its columns say so twice."""
    lines, run.lines = run.lines, []
    if not lines:
        return
    kind = run.kind
    if kind == "table":
        text = "\n".join(_read_row(line) for line in lines).strip("\n")
        if done and done[-1][0].kind == "table" and not run.alone:
            done[-1] = (Passage("table", f"{done[-1][0].text}\n{text}"), False)
            return
        if (
            len(lines) < FEWEST_ROWS
            and not _PIPES.fullmatch(lines[0])
            and len(_COLUMNS.findall(lines[0][:MAX_LINE])) < FEWEST_ROWS
        ):
            kind, text = "paragraph", " ".join(text.split())
    else:
        text = " ".join(" ".join(lines).split())
    alone = run.alone and blank_after and len(lines) == 1
    if text:
        done.append((Passage(kind, text), alone))


def _read_row(line: str) -> str:
    """Read a line of a table: cells between bars as "a | b", else the line as it stands."""
    if _PIPES.fullmatch(line):
        return " | ".join(" ".join(cell.split()) for cell in line.strip().strip("|").split("|"))
    return line.replace("\t", " ").strip()


def _head_passages(done: Sequence[tuple[Passage, bool]]) -> list[Passage]:
    """Tell the crossheads: short lines alone, or in capitals, above a paragraph, and never the first passage."""
    passages: list[Passage] = []
    for position, (passage, alone) in enumerate(done):
        follows = done[position + 1][0] if position + 1 < len(done) else None
        above = follows is not None and follows.kind == "paragraph" and len(follows.text) >= LONG
        if position and above and passage.kind == "paragraph" and _is_crosshead(passage.text, alone=alone):
            passages.append(Passage("crosshead", passage.text))
        else:
            passages.append(passage)
    return passages


def _is_crosshead(text: str, *, alone: bool) -> bool:
    if len(text) > MAX_CROSSHEAD or text.endswith(_STOPS) or not text[0].isupper():
        return False
    return alone or text.isupper()
