"""The segmentation: how likely each line of a page is the story's, from the evidence of all lines together.

Three rounds of weighted evidence and a chain over the lines; two more rounds where the page has markup. `make fit` fits the
weights, which stand in `weights.json`.
"""

from __future__ import annotations

from operator import add
from typing import TYPE_CHECKING

from wiredesk.parsing.context import cut_columns, find_window, gather_context
from wiredesk.parsing.evidence import first_evidence
from wiredesk.parsing.markup import gather_markup
from wiredesk.parsing.rounds import ROUNDS, lay_chain, load_rounds, to_chances

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.evidence import Columns
    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.seen import Seen

TRUST, MOST_TRUST = 0.5, 5.0  # of the text's log odds beside what markup says, and the most of them; 0.3 alike, 0.8 worse
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
    for name, weights in zip(ROUNDS, load_rounds()[1], strict=True):
        cut = name in {"second", "third"}
        if name in evidence and (at in window or not cut):
            found += [(name, what, one) for what, one in weights.explain(evidence[name], at - window.start * cut) if one]
    return found


def _weigh(lines: Sequence[Line]) -> tuple[list[float], Sequence[Seen], range, dict[str, Columns]]:
    """Give the log odds of the lines, what is seen of them, the window of the later rounds, and each round's columns."""
    first, second, third, *marked = load_rounds()[1]
    columns, seen = first_evidence(lines)
    odds = first.weigh(columns, len(lines))
    evidence = {"first": columns}
    window = find_window(to_chances(odds))
    if window:
        cut = slice(window.start, window.stop)
        part = lines[cut], seen[cut], cut_columns(columns, window)
        evidence["second"] = gather_context(*part, to_chances(odds[cut]))
        twice = second.weigh(evidence["second"], len(window))
        evidence["third"] = gather_context(*part, to_chances(twice))
        thrice = third.weigh(evidence["third"], len(window))
        odds[cut] = [(a + b) / 2 for a, b in zip(twice, thrice, strict=True)]
    markup = lines[0].markup if lines else None
    if markup and len(markup.tags) == len(lines):
        told = [TRUST * max(-MOST_TRUST, min(MOST_TRUST, one)) for one in odds]
        text = odds
        for name, weights in zip(ROUNDS[3:], marked, strict=True):
            evidence[name] = gather_markup(markup, lines, text, lay_chain(odds))
            odds = list(map(add, told, weights.weigh(evidence[name], len(lines))))
    return odds, seen, window, evidence
