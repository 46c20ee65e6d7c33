"""The habits of a page: how often it uses each shape of card, and where it puts blank lines; as costs for the grammar.

A first reading finds them, a second one believes them. Before the first, all shapes are as likely but lists of bare headlines.
"""

from __future__ import annotations

from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, Final

from wiredesk.parsing.card_shapes import SHAPES
from wiredesk.parsing.transitions import NODES, SIZE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.grammar import Evidence, Place

PRIOR: Final = {"H": -1.2}  # of a shape: headlines and nothing else may be any short lines
LONE_CARD: Final = -1.5
LEAST_CARDS: Final = 3
TEXT_OUTSIDE: Final = -1.2
BLANK_IN_CARD: Final = -0.4
BLANK_BEFORE_CARD: Final = 0.4
BLANK_IN_LIST: Final = -0.7  # before a headline in a list of nothing but headlines
Blanks = dict[tuple[int, str, bool], list[float]]  # shape, part, whether a card starts: weight of no blank, of a blank
Weights = tuple[list[float], list[float]]  # by node: without a blank line before it, with one


class Habits:
    """Costs by what a first reading found.

    furniture: of text as furniture; shape: of each shape; paragraph: of no blank and of a blank before a paragraph;
    within: of a blank line (or none) before a place in a card; begins: the same before a place that a card begins with.
    """

    __slots__ = ("begins", "furniture", "paragraph", "shape", "within")

    def __init__(self, evidence: Sequence[Evidence], places: Sequence[Place] = ()) -> None:
        counts = [0] * len(SHAPES)
        blanks: dict[tuple[int, str, bool], list[int]] = {}
        for place, line in zip(places, evidence, strict=False):
            if place.shape >= 0:
                counts[place.shape] += place.starts
                row = blanks.setdefault((place.shape, place.part, place.starts), [0, 0])
                row[line.blank] += 1
        cards = sum(counts)
        capture = sum(place.starts and place.part in "PSG" for place in places) >= LEAST_CARDS
        self.furniture = TEXT_OUTSIDE if capture else 0.0  # on a page with cards text is a story's or a teaser's
        self.shape = [
            PRIOR.get(shape.order, 0.0) + _weigh_shape(count, cards) for shape, count in zip(SHAPES, counts, strict=True)
        ]
        self.paragraph = _weigh_paragraphs(evidence)
        self.within, self.begins = _weigh_blanks({key: _weigh_pair(row) for key, row in blanks.items()}) if blanks else _UNKNOWN


def _weigh_pair(row: Sequence[int]) -> list[float]:
    """Weigh how often no blank and a blank were found."""
    half = (sum(row) + 1.4) / 2
    return [log((row[0] + 0.7) / half), log((row[1] + 0.7) / half)]


def _weigh_blanks(known: Blanks) -> tuple[Weights, Weights]:
    """Weigh the blanks before every node by what the page does elsewhere: within a card, and where one begins."""
    within, begins = ([0.0] * SIZE, [0.0] * SIZE), ([0.0] * SIZE, [0.0] * SIZE)
    for node in NODES:
        listed = SHAPES[node.shape].order == "H"
        inside = known.get((node.shape, node.part[1], False))
        within[0][node.number], within[1][node.number] = inside or (0.0, BLANK_IN_CARD)
        first = known.get((node.shape, node.part[1], True))
        none, some = first or (0.0, BLANK_IN_LIST if listed else BLANK_BEFORE_CARD)
        begins[0][node.number], begins[1][node.number] = none + node.lead, some + node.lead
    return within, begins


_UNKNOWN: Final = _weigh_blanks({})


def _weigh_shape(count: int, cards: int) -> float:
    """Weigh a shape by how many of the page's cards have it; one card alone is hardly a card."""
    if cards <= 1:
        return LONE_CARD * cards
    return 1.2 * log((count + 0.15 * cards / len(SHAPES) + 0.5) / (cards / 4 + 0.5))


def _weigh_paragraphs(evidence: Sequence[Evidence]) -> list[float]:
    """Weigh no blank and a blank before a paragraph, by the lines that are surely two paragraphs in a row."""
    row = [0, 0]
    for before, line in pairwise(evidence):
        if before.odds > 0 and line.odds > 0:
            row[line.blank] += 1
    return [min(0.5, weight) for weight in _weigh_pair(row)]
