"""What is not the story: teasers of other stories as related items, the rest as chrome named by why.

WASHINGTON (AP) — The senate ... […]          Read more
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.parsing.cards import cut_blocks, is_age
from wiredesk.parsing.datelines import find_dateline
from wiredesk.parsing.marks import Mark, Marks
from wiredesk.parsing.truncation import is_truncated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wiredesk.parsing.evidence import Seen
    from wiredesk.parsing.lines import Line

HEADLINE = (24, 160)  # characters of a headline in a list
TEASER = 60  # least characters of a teaser
PUBLISHER = 40  # most characters of a publisher's name on a card


def mark_listing(lines: Sequence[Line], seen: Mapping[int, Seen] | Sequence[Seen], start: int, end: int) -> Marks:
    """Mark lines that are no story's; start, end: the numbers of the story's first and last line."""
    marks: Marks = {}
    listing = False
    for block in cut_blocks(lines):
        for at, line in enumerate(block):
            one = seen[line.number]
            if one.head:
                listing = True
                marks[line.number] = Mark("chrome.section-head", "plain.section-head")
            elif one.chrome:
                marks[line.number] = Mark(one.chrome, one.chrome)
            elif line.number not in marks:
                _mark_card(block, at, listing=listing and line.number > end, marks=marks)
    where = ("chrome.above", "chrome.inside", "chrome.below")
    for line in lines:
        if line.number not in marks:
            name = where[0 if line.number < start else 1 if line.number <= end else 2]
            marks[line.number] = Mark(name, "plain.rest")
    return marks


def _mark_card(block: Sequence[Line], at: int, *, listing: bool, marks: Marks) -> None:
    """Mark a teaser with the headline above it; a truncated text or a dateline is a teaser anywhere."""
    text = block[at].text
    if len(text) >= TEASER and (is_truncated(text) or find_dateline(text)):
        marks[block[at].number] = Mark("related.teaser", "plain.teaser")
        above = block[at - 1] if at else None
        if above and above.number not in marks and len(above.text) <= HEADLINE[1]:
            marks[above.number] = Mark("related.headline", "plain.teaser")
            first = block[at - 2] if at > 1 else None
            if first and first.number not in marks and len(first.text) <= PUBLISHER:
                marks[first.number] = Mark("related.publisher", "plain.teaser")
    elif listing and HEADLINE[0] <= len(text) <= HEADLINE[1] and text[-1] not in ".,:;" and not is_age(text):
        marks[block[at].number] = Mark("related.headline", "plain.list")
