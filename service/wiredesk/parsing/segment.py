"""The segmentation: how likely each line of a page is the story's, from the evidence of all lines together.

Two rounds of weighted evidence say which lines are the story's; `make fit` fits the weights, which stand in `weights.json`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.parsing.evidence import first_round, second_round
from wiredesk.parsing.weighing import load_weights, weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.evidence import Seen
    from wiredesk.parsing.lines import Line

BODY = 0.5  # probability from which a line is the story's; fitted with equal costs


def find_body(lines: Sequence[Line]) -> tuple[list[int], Sequence[Seen]]:
    """Find the lines of the story by two rounds of evidence."""
    probabilities, seen = weigh_lines(lines)
    return [i for i, p in enumerate(probabilities) if p >= BODY], seen


def weigh_lines(lines: Sequence[Line]) -> tuple[list[float], Sequence[Seen]]:
    """Weigh how likely each line is the story's."""
    weights = load_weights("weights.json")
    features, seen = first_round(lines)
    first = weigh(features, weights["first"])
    return weigh(second_round(lines, seen, first), weights["second"]), seen
