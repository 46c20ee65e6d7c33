"""Cards of other stories that stand in blocks between blank lines: publisher, headline, teaser, age.

CNN
Best practices for leave
One of the best ways to keep people is ...
3h ago
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.parsing.chrome import find_chrome
from wiredesk.parsing.dates import find_relative
from wiredesk.parsing.marks import Mark, Marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiredesk.parsing.lines import Line

MAX_AGE = 24
MAX_PUBLISHER = 48
_AD = re.compile(r"Ad(?:[A-Z]\w.{0,60}|\s?[•·].{0,60})?|Sponsored.{0,60}|Why this ad\?|Advertisement")


def is_age(text: str) -> bool:
    """Say whether a line is the age of a story: "3h ago", "2 days ago"."""
    return len(text) <= MAX_AGE and find_relative(text) is not None


def cut_blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Cut lines into blocks at the blank lines."""
    block: list[Line] = []
    for line in lines:
        if line.blanks_before and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def mark_blocks(lines: Sequence[Line], rule: str, heads: Sequence[str]) -> Marks:
    """Mark a list of cards, a block each: the first short line is the publisher, then headline, teaser, age."""
    marks: Marks = {}
    for block in cut_blocks(lines):
        rows = list(block)
        while rows and (rows[0].text in heads or find_chrome(rows[0].text) == "chrome.advert"):
            marks[rows.pop(0).number] = Mark("chrome.inset-head", f"{rule}.cards")
        if any(_AD.fullmatch(line.text) for line in rows):
            marks |= {line.number: Mark("chrome.advert", f"{rule}.advert") for line in rows}
            continue
        if rows and is_age(rows[-1].text):
            marks[rows.pop().number] = Mark("related.age", f"{rule}.card-age")
        fields = ["publisher", "headline"] if len(rows) > 1 and len(rows[0].text) <= MAX_PUBLISHER else ["headline"]
        for position, line in enumerate(rows):
            field = fields[position] if position < len(fields) else "teaser"
            marks[line.number] = Mark(f"related.{field}", f"{rule}.card-{field}")
    return marks
