"""Shapes of cards: the order in which a layout prints the parts of another story; a layout keeps to one, most of the time.

P publisher · G section · S source line or age · H headline · T teaser · M "Read more"
"""

from __future__ import annotations

from typing import NamedTuple

FIELDS = {"P": "publisher", "G": "category", "S": "source", "H": "headline", "T": "teaser", "M": "more"}
MISSING = {"P": 2.0, "G": 1.6, "S": 1.6, "T": 1.0, "M": 0.0, "H": 99.0}  # cost of a part that a card of this shape lacks


class Shape(NamedTuple):
    """One order of parts; `skip[i]`: the cost of leaving out the parts before the i-th."""

    order: str
    skip: tuple[float, ...]


def _shape(order: str) -> Shape:
    costs = [0.0]
    for part in order:
        costs.append(costs[-1] + MISSING[part])
    return Shape(order, tuple(costs))


SHAPES = tuple(
    _shape(order)
    for order in (
        "PHTGM",  # AFP / headline / teaser / POLITICS
        "PHTGSM",  # CNN / headline / teaser / SCIENCE / 3h ago
        "PHTSM",  # CNN / headline / teaser / 3h ago
        "HTSM",  # headline / teaser / CNN • 3h ago
        "HTPSM",
        "HSTM",  # headline / CNN • 3h / teaser
        "HPTM",
        "GHTSM",  # WORLD / headline / teaser / CNN • 3h ago
        "GHTPM",
        "SHTM",  # CNN • 3h ago / headline / teaser
        "SHTPM",
        "PSHTM",  # CNN / 3h ago / headline / teaser
        "GPHTSM",
        "HTM",
        "H",
    )
)
