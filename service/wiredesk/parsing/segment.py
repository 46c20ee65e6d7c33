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

    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.seen import Seen

BODY = 0.5  # probability from which a line is the story's; fitted with equal costs


def find_body(lines: Sequence[Line]) -> tuple[list[int], Sequence[Seen]]:
    """Find the lines of the story by their evidence."""
    probabilities, seen = weigh_lines(lines)
    return [i for i, p in enumerate(probabilities) if p >= BODY], seen


def weigh_lines(lines: Sequence[Line]) -> tuple[list[float], Sequence[Seen]]:
    """Weigh how likely each line is the story's: three rounds, the later ones where the first sees a chance; then the chain."""
    lexicon, (first, second, third) = load_rounds()
    columns, seen = first_evidence(lines, lexicon)
    odds = first.weigh(columns, len(lines))
    window = find_window(to_chances(odds))
    if window.start < window.stop:
        part = lines[window.start : window.stop], seen[window.start : window.stop], cut_columns(columns, window)
        twice = second.weigh(gather_context(*part, to_chances(odds[window.start : window.stop])), len(window))
        thrice = third.weigh(gather_context(*part, to_chances(twice)), len(window))
        odds[window.start : window.stop] = [(a + b) / 2 for a, b in zip(twice, thrice, strict=True)]
    return lay_chain(odds), seen
