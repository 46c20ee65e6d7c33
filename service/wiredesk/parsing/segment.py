"""The segmentation: what each line of a page is, from the evidence of all lines together.

Two rounds of weighted evidence say which lines are the story's; the headline is the likeliest line above it; byline and
dates are read from the lines about the headline. The weights are fitted by `make fit` and stand in `weights.json`.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from math import exp
from typing import TYPE_CHECKING

from wiredesk.parsing.bodies import CROSSHEAD, is_url
from wiredesk.parsing.evidence import first_round, headline_round, second_round
from wiredesk.parsing.imprints import mark_imprint
from wiredesk.parsing.listings import mark_listing
from wiredesk.parsing.marks import Mark, Marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.evidence import Seen
    from wiredesk.parsing.lines import Line

BODY = 0.5  # probability from which a line is the story's; fitted with equal costs
LEAST_BODY = 140  # characters of likely body that make a story; shorter pages are lists of others' stories
LEAST_HEADLINE = 0.04  # probability under which no line is called the headline


@cache
def load_weights() -> dict[str, dict[str, float]]:
    """Load the fitted weights: a table a round, names of features to weights."""
    table: dict[str, dict[str, float]] = json.loads((resources.files("wiredesk.parsing") / "weights.json").read_text("utf-8"))
    return table


def segment(lines: Sequence[Line]) -> Marks:
    """Mark every line of a page that no layout knows."""
    body, seen = find_body(lines)
    marks: Marks = {}
    if not body or sum(len(lines[i].text) for i in body) < min(LEAST_BODY, sum(len(line.text) for line in lines) // 2):
        return mark_listing(lines, seen, 0, len(lines))
    headline = find_headline(lines, seen, body)
    if headline is not None:
        marks[lines[headline].number] = Mark("story.headline", "plain.headline")
    inside = set(body)
    for i in body:
        if i != headline:
            label = "crosshead" if CROSSHEAD.fullmatch(lines[i].text) else "paragraph"
            marks[lines[i].number] = Mark("story.media" if is_url(lines[i].text) else f"story.{label}", "plain.body")
    marks |= mark_imprint(lines, headline, body)
    rest = [line for i, line in enumerate(lines) if i not in inside and line.number not in marks]
    return mark_listing(rest, {line.number: seen[line.number] for line in rest}, body[0], body[-1]) | marks


def find_body(lines: Sequence[Line]) -> tuple[list[int], Sequence[Seen]]:
    """Find the lines of the story by two rounds of evidence."""
    weights = load_weights()
    features, seen = first_round(lines)
    first = _score(features, weights["first"])
    second = _score(second_round(lines, seen, first), weights["second"])
    return [i for i, p in enumerate(second) if p >= BODY], seen


def find_headline(lines: Sequence[Line], seen: Sequence[Seen], body: Sequence[int]) -> int | None:
    """Find the likeliest headline; None where nothing above the story looks like one."""
    candidates, rows = headline_round(lines, seen, body)
    scores = _score(rows, load_weights()["headline"])
    best = max(range(len(scores)), key=scores.__getitem__, default=None)
    return None if best is None or scores[best] < LEAST_HEADLINE else candidates[best]


def _score(rows: list[list[str]], weights: dict[str, float]) -> list[float]:
    get = weights.get
    return [1 / (1 + exp(-max(-30.0, min(30.0, sum(get(name, 0.0) for name in row))))) for row in rows]
