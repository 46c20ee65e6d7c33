"""Boxes: furniture of several lines between blank lines, told by its shape; newsletters, shop rows, the way to a page.

Get the morning briefing / Enter your email / Sign Up          Garden furniture / Lindow Home / Shop Now
Inicio / > / Deportes / > / Fútbol
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from wiredesk.parsing.cards import cut_blocks
from wiredesk.parsing.marks import Mark, Marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.seen import Seen

MAX_BOX, MAX_ROW = 7, 110  # lines of a box, characters of a line in it
MAX_WORDS = 70  # characters of a line of an advert
_FIELD = re.compile(
    r"(?i)\*?\s?(?:enter )?(?:your )?e-?mail(?: address)?(?: here)?\s?\*?|"
    r"(?:enter|deine|ihre|votre|tu|il tuo|seu|je) e-?mail.{0,20}"
)
_BUY = re.compile(
    r"(?i)(?:shop|buy|order|book|install|apply)(?: now| today| here| online| all| the sale)?|start (?:your )?free trial|"
    r"acheter|(?:get|see|view|claim) (?:the |this |your )?(?:offers?|deals?|quotes?|prices?|discount)|visit (?:site|shop)|"
    r"jetzt (?:kaufen|bestellen|sichern|buchen)|zum (?:shop|angebot)|acquista(?: ora)?|comprar(?: ahora| agora)?"
)
_LABEL = re.compile(
    r"(?i)(?:ad|ads|advertisement|sponsored(?: content)?|promoted|paid content|anzeige|werbung|publicité|publicidade?|"
    r"pubblicità|advertentie)"
)
_ENDS = re.compile(r"[.!?…]$")
_STEP = re.compile(r"[>›»/]")


def mark_boxes(lines: Sequence[Line], seen: Sequence[Seen]) -> Marks:
    """Mark the boxes of a page: blocks of a few short lines, one of which tells what the others are."""
    marks: Marks = {}
    for block in cut_blocks(lines):
        if 1 < len(block) <= MAX_BOX and all(len(line.text) <= MAX_ROW for line in block):
            name = _name_box(block, seen)
            if name:
                marks |= {line.number: Mark(f"chrome.{name}", f"boxes.{name}") for line in block}
        for number in _find_way(block):
            marks[number] = Mark("chrome.breadcrumb", "boxes.breadcrumb")
    return marks


def _name_box(block: Sequence[Line], seen: Sequence[Seen]) -> str | None:
    """Name the box that a block is; None where it is something else."""
    if any(_FIELD.fullmatch(line.text) for line in block[:-1]) or _FIELD.fullmatch(block[-1].text):
        return "newsletter"
    rows = [line for line in block if not _LABEL.fullmatch(line.text)]
    short = all(len(line.text) <= MAX_WORDS for line in rows)
    if short and len(rows) > 1 and _BUY.fullmatch(rows[-1].text):
        return "advert"
    plain = all(not _ENDS.search(line.text) and not seen[line.number].date for line in rows)
    return "advert" if short and plain and _LABEL.fullmatch(block[0].text) and 0 < len(rows) <= MAX_BOX // 2 else None


def _find_way(block: Sequence[Line]) -> Iterator[int]:
    """Find the way to a page, a step a line, with a mark in a line of its own between the steps."""
    steps = [k for k in range(1, len(block) - 1) if _STEP.fullmatch(block[k].text)]
    if not steps or steps[0] != 1 or any(b - a != 2 for a, b in pairwise(steps)):
        return
    if all(len(block[k].text) <= MAX_WORDS // 2 for k in range(0, steps[-1] + 2, 2)):
        yield from (line.number for line in block[: steps[-1] + 2])
