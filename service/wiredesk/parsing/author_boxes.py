"""Boxes about a story's author: a name on a line of its own, and under it who that is.

LENA MARCHETTI
Marchetti covers travel and business for The Associated Press.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from wiredesk.parsing.marks import Mark, Marks
from wiredesk.parsing.people import is_person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.lines import Line

MAX_NAME, MAX_ABOUT = 40, 700  # characters
AUTHOR_BOX = "chrome.author-bio"
_TRADE = (
    r"(?:reporter|writer|editor|journalist|correspondent|columnist|author|contributor|producer|photographer|newsman|newswoman|"
    r"blogger|bureau chief|redakteur(?:in)?|journalist(?:in)?|autor(?:in)?|korrespondent(?:in)?|journaliste|rédact(?:eur|rice)|"
    r"periodista|redactora?|giornalista|redattore|jornalista|repórter|verslaggever|redacteur)\b"
)
_ABOUT = re.compile(
    r"(?:covers|writes (?:about|for|on)|reports (?:on|for|from)|edits|leads|joined|is based in|"
    rf"(?:is|was|has been|ist|est|es|è|é)\b.{{0,120}}\b(?i:{_TRADE}))"
)


def mark_author_boxes(lines: Sequence[Line]) -> Marks:
    """Mark each name that stands alone, with the line under it that says who that is."""
    marks: Marks = {}
    for line, below in pairwise(lines):
        if (
            len(line.text) <= MAX_NAME
            and " " in line.text
            and len(below.text) <= MAX_ABOUT
            and _tells_about(line.text, below.text)
        ):
            marks |= {one.number: Mark(AUTHOR_BOX, "author-box.name-and-trade") for one in (line, below)}
    return marks


def _tells_about(name: str, text: str) -> bool:
    """Say whether a text begins with a person's name, whole, last or first, and goes on with a trade."""
    words = [word.casefold() for word in name.split()]
    begins = [word.casefold().strip(",") for word in text.split(None, len(words) + 1)[: len(words)]]
    count = len(words) if begins == words else 1 if begins[:1] and begins[0] in {words[0], words[-1]} else 0
    return bool(count and _ABOUT.match(" ".join(text.split(None, count)[count:])) and is_person(name))
