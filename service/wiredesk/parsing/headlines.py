"""The headline: the likeliest of the lines above a story and at its beginning, by fitted evidence."""

from __future__ import annotations

import re
from math import exp
from typing import TYPE_CHECKING

from wiredesk.parsing.headline_evidence import HeadlineScene
from wiredesk.parsing.weighing import MOST, load_weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.seen import Seen

LEAST_WORDS = 3  # words of a headline before a bar
LEAST_HEADLINE = 0.04  # share of the evidence under which no line is called the headline


_LEAD = re.compile(r"(?i)(?:title|headline)\s?:\s*(?=\S)")


def cut_headline(text: str) -> tuple[int, int]:
    """Give the piece of a line that is the headline: without the site's name after a bar, and without "Title:" before it.

    Of ten development pages with a bar in the headline's line nine have the part before it as title; with a dash half.
    """
    lead, tail = _LEAD.match(text), text.find(" | ")
    start = lead.end() if lead else 0
    end = tail if tail > start and len(text[start:tail].split()) >= LEAST_WORDS else len(text)
    return start, len(text[:end].rstrip())


def weigh_headlines(lines: Sequence[Line], seen: Sequence[Seen], body: Sequence[int]) -> dict[int, float]:
    """Weigh how likely each line about the story's beginning is its headline: index of a line to its share of the evidence."""
    candidates, rows = headline_round(lines, seen, body)
    get = load_weights("imprint_weights.json")["headline"].get
    scores = [exp(min(MOST, sum([get(name, 0.0) for name in row]))) for row in rows]
    total = sum(scores) or 1.0
    return {i: score / total for i, score in zip(candidates, scores, strict=True)}


def headline_round(lines: Sequence[Line], seen: Sequence[Seen], body: Sequence[int]) -> tuple[list[int], list[list[str]]]:
    """Name the features of each line that may be the headline: those above the story and its first ones."""
    scene = HeadlineScene(lines, seen, body)
    return scene.candidates, [scene.name_features(i) for i in scene.candidates]
