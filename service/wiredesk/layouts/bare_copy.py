"""Bare copy: a story with nothing round it, as an agency's site, a mail or a paste gives it.

Lake town gets its bridge back
By JANE ROE, Associated Press
January 14, 2022
VELDEN, Ore. (AP) — A bridge that carried half of the traffic ...
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.layouts import Layout
from wiredesk.parsing.bylines import read_byline
from wiredesk.parsing.chrome import find_chrome, is_section_head
from wiredesk.parsing.closing_lines import CLOSING
from wiredesk.parsing.datelines import find_dateline
from wiredesk.parsing.dates import find_dates
from wiredesk.parsing.heads import is_date_line
from wiredesk.parsing.marks import Mark
from wiredesk.parsing.truncation import is_truncated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.marks import Marks

HEAD_LINES = 5  # lines that may stand above the lede: headline, subheadline, byline, date, source
LEDE = 80  # least characters of a lede without a dateline
SENTENCE = 8  # least characters of a paragraph
CLOSINGS = 4  # lines at the end that may close the copy
MAX_LINES = 400
MAX_CROSSHEAD, MAX_HEAD, MAX_DATED = 70, 200, 110
ENDS = tuple(".?!:\"'”’»“)…")
END_MARK = re.compile(r"[.?!\"”’)] (?:Reuters?|REUTERS?|AP|AFP|dpa|END|-0-)")  # "... said the mayor. Reuter"


def recognise(lines: Sequence[Line]) -> int:
    """Be sure where each line after the head is a sentence, a crosshead between two, or closes the copy."""
    first = _find_lede(lines)
    if first is None or not all(_is_head_line(line.text) for line in lines[:first]):
        return 0
    body = _cut_closings(lines[first:])
    crossheads = sum(_is_crosshead(line.text) for line in body)
    if crossheads * 3 > len(body) or not all(_is_prose(line.text) or _is_crosshead(line.text) for line in body):
        return 0
    several = any(find_dateline(line.text) for line in body[1:])  # rows of teasers, or briefs
    return 0 if several else 50


def mark(lines: Sequence[Line]) -> Marks:
    """Mark the head, then every line as a paragraph or a crosshead; closing lines are paragraphs until they are read."""
    first = _find_lede(lines) or 0
    marks: Marks = {}
    free = iter(("story.headline", "story.subheadline"))
    for line in lines[:first]:
        label = _name_head_line(line.text) if "story.headline" in {m.label for m in marks.values()} else None
        marks[line.number] = Mark(label or next(free, "story.note"), "bare-copy.head")
    last = first + len(_cut_closings(lines[first:]))
    for line in lines[first:]:
        crosshead = line.number < last and _is_crosshead(line.text)
        marks[line.number] = Mark("story.crosshead" if crosshead else "story.paragraph", "bare-copy.body")
    return marks


def _find_lede(lines: Sequence[Line]) -> int | None:
    """Find the first paragraph below the first line: by its dateline, or by its length."""
    if not 2 <= len(lines) <= MAX_LINES:
        return None
    return next((line.number for line in lines[1 : HEAD_LINES + 1] if _is_lede(line.text)), None)


def _is_lede(text: str) -> bool:
    if not _ends_sentence(text) or is_truncated(text) or len(text) < LEDE // 2:
        return False
    return len(text) >= LEDE or find_dateline(text) is not None


def _ends_sentence(text: str) -> bool:
    """Tell whether a line ends as a sentence does; the agency's mark may stand behind it."""
    return text.endswith(ENDS) or END_MARK.fullmatch(text[text.rfind(" ", 0, -1) - 1 :]) is not None


def _is_head_line(text: str) -> bool:
    return len(text) <= MAX_HEAD and not is_section_head(text) and (is_date_line(text) or not find_chrome(text))


def _name_head_line(text: str) -> str | None:
    """Name a line under the headline: byline or date; None for what is neither."""
    if is_date_line(text) or (len(text) <= MAX_DATED and find_dates(text)):
        return "story.published"
    found = read_byline(text) if len(text) <= MAX_DATED else None
    return "story.byline" if found and found.authors and not text.endswith(ENDS) else None


def _cut_closings(body: Sequence[Line]) -> Sequence[Line]:
    """Cut the closing lines at the end: sign-off, initials, copyright, about the company."""
    last = len(body)
    while last > max(1, len(body) - CLOSINGS) and CLOSING.find(body[last - 1].text):
        last -= 1
    return body[:last]


def _is_prose(text: str) -> bool:
    return len(text) >= SENTENCE and _ends_sentence(text) and not is_truncated(text) and not find_chrome(text)


def _is_crosshead(text: str) -> bool:
    return len(text) <= MAX_CROSSHEAD and not text.endswith((".", "?", "!", '"', "”", "…")) and not find_chrome(text)


LAYOUT = Layout("bare-copy", recognise, mark)
