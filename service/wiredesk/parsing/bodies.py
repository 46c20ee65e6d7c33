"""The body of a story on an aggregator's page: paragraphs, crossheads, media with their captions, insets.

https://img.example/image.php?url=1aBc
Passengers queue at the Kesten terminal /Maren Port Authority/AFP
- Return to normal -
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.parsing.captions import is_credited, is_surely_credited, read_caption
from wiredesk.parsing.chrome import MAX_CHROME, find_chrome, is_section_head
from wiredesk.parsing.marks import Mark, Marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.lines import Line

MAX_CROSSHEAD = 80
MAX_INSET_ROWS = 8
ENDS = frozenset('.!?…"”»')  # of sentences
_DASHES = "-–—"
CROSSHEAD = re.compile(r"[-–—]\s(?P<text>\S.{0,76}?)\s[-–—]")
_URL = re.compile(r"https?://\S{4,2000}", re.IGNORECASE)


def is_url(text: str) -> bool:
    """Say whether a line is one URL and nothing else."""
    return text[:4].casefold() == "http" and bool(_URL.fullmatch(text))


def mark_body(lines: Sequence[Line], rule: str) -> Marks:
    """Mark the lines between a head and the end of the story."""
    marks: Marks = {}
    paragraph = Mark("story.paragraph", f"{rule}.body")
    at = 0
    while at < len(lines):
        line = lines[at]
        text = line.text
        if is_url(text):
            marks[line.number] = Mark("story.media", f"{rule}.media")
            follows = lines[at + 1] if at + 1 < len(lines) else None
            if follows and not follows.blanks_before and not is_url(follows.text):
                marks[follows.number] = Mark("story.caption", f"{rule}.caption")
                at += 1
        elif len(text) > MAX_CHROME:  # too long for anything else
            marks[line.number] = paragraph
        elif _has_rows(lines, at) and is_section_head(text):
            at = _mark_inset(lines, at, marks, rule)
            continue
        elif text[0] in _DASHES and CROSSHEAD.fullmatch(text):
            marks[line.number] = Mark("story.crosshead", f"{rule}.crosshead")
        elif chrome := find_chrome(text):
            marks[line.number] = Mark(chrome, chrome)
        elif text[-1] not in ENDS and _is_caption(text, begun=paragraph in marks.values()):
            marks[line.number] = Mark("story.caption", f"{rule}.caption")
            if at and read_caption(text).caption == lines[at - 1].text:
                marks[lines[at - 1].number] = Mark("chrome.repeated", f"{rule}.repeated-caption")
        else:
            marks[line.number] = paragraph
        at += 1
    return marks


def _is_caption(text: str, *, begun: bool) -> bool:
    """Say whether a line without an address above it is a caption with its credit; begun: the story has begun above."""
    return is_surely_credited(text) if begun else is_credited(text)


def _has_rows(lines: Sequence[Line], at: int) -> bool:
    return at + 1 < len(lines) and not lines[at + 1].blanks_before


def _mark_inset(lines: Sequence[Line], at: int, marks: Marks, rule: str) -> int:
    """Mark the head of an inset and the headlines under it, which stand without blank lines between; give what follows."""
    marks[lines[at].number] = Mark("chrome.inset-head", f"{rule}.inset")
    for row in range(at + 1, min(len(lines), at + 1 + MAX_INSET_ROWS)):
        if lines[row].blanks_before:
            return row
        marks[lines[row].number] = Mark("related.headline", f"{rule}.inset")
    return min(len(lines), at + 1 + MAX_INSET_ROWS)
