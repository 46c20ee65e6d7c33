"""The segmentation: how likely each line of a page is the story's, and its headline, from the evidence of all lines together.

Two rounds of weighted evidence say which lines are the story's; the headline is the likeliest line above it. The weights are
fitted by `make fit` and stand in `weights.json`.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from math import exp
from typing import TYPE_CHECKING

from wiredesk.parsing.evidence import first_round, headline_round, second_round

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.evidence import Seen
    from wiredesk.parsing.lines import Line

BODY = 0.5  # probability from which a line is the story's; fitted with equal costs
LEAST_HEADLINE = 0.04  # probability under which no line is called the headline


@cache
def load_weights() -> dict[str, dict[str, float]]:
    """Load the fitted weights: a table a round, names of features to weights."""
    table: dict[str, dict[str, float]] = json.loads((resources.files("wiredesk.parsing") / "weights.json").read_text("utf-8"))
    return table


def find_body(lines: Sequence[Line]) -> tuple[list[int], Sequence[Seen]]:
    """Find the lines of the story by two rounds of evidence."""
    probabilities, seen = weigh_lines(lines)
    return [i for i, p in enumerate(probabilities) if p >= BODY], seen


def weigh_lines(lines: Sequence[Line]) -> tuple[list[float], Sequence[Seen]]:
    """Weigh how likely each line is the story's."""
    weights = load_weights()
    features, seen = first_round(lines)
    first = _score(features, weights["first"])
    return _score(second_round(lines, seen, first), weights["second"]), seen


def find_headline(lines: Sequence[Line], seen: Sequence[Seen], body: Sequence[int]) -> int | None:
    """Find the likeliest headline; None where nothing above the story looks like one."""
    scores = weigh_headlines(lines, seen, body)
    best = max(scores, key=scores.__getitem__, default=None)
    return None if best is None or scores[best] < LEAST_HEADLINE else best


def weigh_headlines(lines: Sequence[Line], seen: Sequence[Seen], body: Sequence[int]) -> dict[int, float]:
    """Weigh how likely each line about the story's beginning is its headline, by the line's number."""
    candidates, rows = headline_round(lines, seen, body)
    return dict(zip(candidates, _score(rows, load_weights()["headline"]), strict=True))


def _score(rows: list[list[str]], weights: dict[str, float]) -> list[float]:
    get = weights.get
    return [1 / (1 + exp(-max(-30.0, min(30.0, sum(get(name, 0.0) for name in row))))) for row in rows]
