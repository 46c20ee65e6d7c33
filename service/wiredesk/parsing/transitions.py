"""Which part of a page may follow which, at which cost: the tables of `grammar.py` laid out for one line and the next.

Nodes are numbered: the plain parts, two groups of them (below the headline, above it), the end of a card, what a head may
follow, then every place of every shape of card.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from wiredesk.parsing.card_shapes import SHAPES
from wiredesk.parsing.grammar import ABOVE, BELOW, FIRST, GO, PLAIN

STORY, HEAD, CARD, OPEN = range(len(PLAIN), len(PLAIN) + 4)
BASE: Final = OPEN + 1  # nodes of cards are numbered from here
GROUPS: Final = {"story": STORY, "head": HEAD, "card": CARD, "open": OPEN} | {part: i for i, part in enumerate(PLAIN)}
_BELOW: Final = ("h", "d", "G", "P", "S")

Way = tuple[int, float]  # from a node, at a cost
Ways = tuple[Way, ...]


class Node(NamedTuple):
    """A place of a card's shape: from which nodes of the card it may follow; lead: what beginning here costs; end: ending."""

    number: int
    shape: int
    part: str
    starts: bool
    lead: float
    before: Ways
    again: bool
    end: float | None


def _lay_nodes() -> tuple[Node, ...]:
    nodes: list[Node] = []
    for k, (order, skip) in enumerate(SHAPES):
        headline, first = order.index("H"), BASE + len(nodes)
        for j, part in enumerate(order):
            before = tuple((first + i, skip[i + 1] - skip[j]) for i in range(j) if not i < headline < j)
            end = skip[j + 1] - skip[-1] if j >= headline else None
            nodes.append(Node(first + j, k, f".{part}", j <= headline, -skip[j], before, part in "TS", end))
    return tuple(nodes)


NODES: Final = _lay_nodes()
SIZE: Final = BASE + len(NODES)
AGAIN_CARD: Final = GO["start"]["card+"]  # a card of the same shape as the one before it


class Step(NamedTuple):
    """The ways from the parts of one line to those of the next.

    story, head: the nodes of a group; opens, start: the ways to where a head or a card opens; plain: node, place among the
    line's parts, ways; ends: of the cards by shape; first: the places that a card may begin with, by shape: node, place among
    the line's parts; inside: those within a card: the same, ways, whether it may come again, whether a card may begin here too.
    """

    story: tuple[int, ...]
    head: tuple[int, ...]
    opens: Ways
    start: Ways
    plain: tuple[tuple[int, int, Ways], ...]
    ends: tuple[tuple[int, Ways], ...]
    first: tuple[tuple[int, tuple[tuple[int, int], ...]], ...]
    inside: tuple[tuple[int, int, Ways, bool], ...]


@cache  # there are as many sets of parts as kinds of lines, a few times over
def lay_step(before: tuple[str, ...], parts: tuple[str, ...], begun: bool, shapes: tuple[int, ...]) -> Step:  # noqa: FBT001 - a key of the cache
    """Lay out the ways from a line that may be `before` to one that may be `parts`; begun: the story has begun above."""
    live = {GROUPS[part] for part in before if part in GROUPS}
    nodes = [node for node in NODES if node.shape in shapes]
    cards = {node.number for node in nodes if node.part in before}
    ends = [
        (shape, ways)
        for shape in shapes
        if (ways := tuple((n.number, n.end) for n in nodes if n.shape == shape and n.number in cards and n.end is not None))
    ]
    enter = [node for node in nodes if node.part in parts]
    story = tuple(GROUPS[part] for part in _BELOW if GROUPS[part] in live)
    head = tuple(GROUPS[part] for part in ABOVE if GROUPS[part] in live)
    groups = {STORY: story, HEAD: head, CARD: ends, OPEN: _lay_ways(GO["open"], live | ({CARD} if ends else set()))}
    live |= {group for group, members in groups.items() if members}
    first = [
        (shape, rows)
        for shape in shapes
        if (rows := tuple((n.number, parts.index(n.part)) for n in enter if n.shape == shape and n.starts))
    ]
    inside = []
    for node in enter:
        within = tuple(way for way in node.before if way[0] in cards)
        again = node.again and node.number in cards
        if within or again:
            inside.append((node.number, parts.index(node.part), within, again))
    costs = {part: _costs_of(part, begun=begun) for part in parts if part in GROUPS}
    return Step(
        story,
        head,
        _lay_ways(GO["open"], live) if {"h", *ABOVE}.intersection(parts) else (),
        tuple(sorted(_lay_ways({name: cost for name, cost in GO["start"].items() if name != "card+"}, live), reverse=True)),
        tuple((GROUPS[part], parts.index(part), _lay_ways(row, live)) for part, row in costs.items()),
        tuple(ends),
        tuple(first),
        tuple(inside),
    )


def _costs_of(part: str, *, begun: bool) -> dict[str, float]:
    """Give the groups from which a plain part is reached, with the cost of each."""
    if part in BELOW:
        return {"story": BELOW[part]}
    if part == "h":
        return {"open": 0.0, "head": 0.0}
    if part in ABOVE:
        return {"open": ABOVE[part], "head": ABOVE[part] - 0.2}
    return GO[part] | (FIRST if part in "bmc" and not begun else {})


def _lay_ways(costs: dict[str, float], live: set[int]) -> Ways:
    return tuple((GROUPS[name], cost) for name, cost in costs.items() if GROUPS[name] in live)
