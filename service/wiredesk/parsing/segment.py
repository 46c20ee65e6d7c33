"""The segmentation: how likely each line of a page is the story's, from the evidence of all lines together.

Three rounds of weighted evidence and a chain over the lines; `make fit` fits the weights, which stand in `weights.json`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.parsing.context import cut_columns, find_window, gather_context
from wiredesk.parsing.evidence import first_evidence
from wiredesk.parsing.rounds import lay_chain, load_rounds, to_chances

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.evidence import Columns
    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.seen import Seen

ROUNDS = ("first", "second", "third")
BODY = 0.5  # probability from which a line is the story's; fitted with equal costs


def find_body(lines: Sequence[Line]) -> tuple[list[int], Sequence[Seen]]:
    """Find the lines of the story by their evidence."""
    probabilities, seen = weigh_lines(lines)
    return [i for i, p in enumerate(probabilities) if p >= BODY], seen


def weigh_lines(lines: Sequence[Line]) -> tuple[list[float], Sequence[Seen]]:
    """Weigh how likely each line is the story's: three rounds, the later ones where the first sees a chance; then the chain."""
    odds, seen, _, _ = _weigh(lines)
    return lay_chain(odds), seen


def explain_line(lines: Sequence[Line], at: int) -> list[tuple[str, str, float]]:
    """List what weighs for and against a line being the story's: round, evidence with its level, log odds; heaviest first."""
    _, _, window, evidence = _weigh(lines)
    found = []
    for name, columns, weights in zip(ROUNDS, evidence, load_rounds()[1], strict=False):
        place = at if name == ROUNDS[0] else at - window.start
        if name == ROUNDS[0] or at in window:
            found += [(name, what, weight) for what, weight in weights.explain(columns, place) if weight]
    return found


def _weigh(lines: Sequence[Line]) -> tuple[list[float], Sequence[Seen], range, list[Columns]]:
    """Give the log odds of the lines, what is seen of them, the window of the later rounds, and each round's columns."""
    lexicon, (first, second, third) = load_rounds()
    columns, seen = first_evidence(lines, lexicon)
    odds = first.weigh(columns, len(lines))
    window = find_window(to_chances(odds))
    if not window:
        return odds, seen, window, [columns]
    cut = slice(window.start, window.stop)
    part = lines[cut], seen[cut], cut_columns(columns, window)
    about = gather_context(*part, to_chances(odds[cut]))
    twice = second.weigh(about, len(window))
    again = gather_context(*part, to_chances(twice))
    thrice = third.weigh(again, len(window))
    odds[cut] = [(a + b) / 2 for a, b in zip(twice, thrice, strict=True)]
    return odds, seen, window, [columns, about, again]
