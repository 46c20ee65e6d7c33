"""Hard-wrapped wire copy: lines of at most some seventy characters, in which an indentation begins a paragraph.

VELDEN BRIDGE TO OPEN                          head: headline, byline
By Jane Roe
    VELDEN, Feb 26 - The bridge of Velden      a paragraph begins
will open on Thursday.                         and goes on
    The mayor said so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.closing_lines import CLOSING
from wiredesk.parsing.datelines import find_dateline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.lines import Line

WIDTH = 84  # characters; teletype copy is wrapped at 64 to 80
INDENT = 2  # blanks that begin a paragraph
HEAD_LINES = 6  # lines that may stand above the copy
FEWEST = 3  # paragraphs and wrapped lines that tell copy without a dateline
FULL = 45  # characters of a line that was wrapped rather than ended


class Wrapped(NamedTuple):
    """Hard-wrapped copy: its first line, the lines that begin a paragraph, and whether a dateline heads it."""

    first: int
    begins: frozenset[int]
    dateline: bool


def find_wrapped(lines: Sequence[Line]) -> Wrapped | None:
    """Find hard-wrapped copy with indented paragraphs; None where the page is something else."""
    if not lines or any(len(line.text) > WIDTH for line in lines):
        return None
    first = next((line.number for line in lines[:HEAD_LINES] if _indent(lines, line.number) >= INDENT), None)
    if first is None:
        return None
    begins = {line.number for line in lines[first:] if _begins(lines, line)} | {first}
    head = " ".join(line.text for line in lines[first : first + 3])
    dateline = find_dateline(head) is not None
    wrapped = sum(i not in begins and len(lines[i - 1].text) >= FULL for i in range(first + 1, len(lines)))
    return Wrapped(first, frozenset(begins), dateline) if dateline or min(len(begins), wrapped) >= FEWEST else None


def _begins(lines: Sequence[Line], line: Line) -> bool:
    after_end = line.number > 0 and CLOSING.find(lines[line.number - 1].text) is not None
    return line.blanks_before > 0 or _indent(lines, line.number) >= INDENT or after_end or CLOSING.find(line.text) is not None


def _indent(lines: Sequence[Line], number: int) -> int:
    """Count the blanks before a line; those that end the line above count too, where there are any."""
    line = lines[number]
    return line.start - line.blanks_before - (lines[number - 1].end + 1 if number else 0)
