"""The likeliest reading of a page by its grammar: Viterbi over the parts of `grammar.py`, one pass over the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.card_shapes import SHAPES
from wiredesk.parsing.grammar import ABOVE, BELOW, FIRST, GO, NEVER, PLAIN, Evidence, Habits, Place, fit_line

if TYPE_CHECKING:
    from collections.abc import Sequence

AGAIN = -1.5  # a second teaser or source line in one card
_STORY, _HEAD, _CARD = range(len(PLAIN), len(PLAIN) + 3)  # groups: below the headline, above it, the end of a card
GROUPS = {"story": _STORY, "head": _HEAD, "card": _CARD} | {part: i for i, part in enumerate(PLAIN)}
_BELOW = [GROUPS[part] for part in ("h", "d", "G", "P", "S")]
_ABOVE = [GROUPS[part] for part in ABOVE]
_BASE = _CARD + 1  # nodes of cards are numbered from here


class Node(NamedTuple):
    """A place of a card's shape: from which nodes of the card it may follow, at which cost; end: what ending here costs."""

    number: int
    shape: int
    part: str
    starts: bool
    lead: float
    before: tuple[tuple[int, float], ...]
    again: bool
    end: float | None


def _lay_nodes() -> tuple[Node, ...]:
    nodes: list[Node] = []
    for k, (order, skip) in enumerate(SHAPES):
        headline, first = order.index("H"), _BASE + len(nodes)
        for j, part in enumerate(order):
            before = tuple((first + i, skip[i + 1] - skip[j]) for i in range(j) if not i < headline < j)
            end = skip[j + 1] - skip[-1] if j >= headline else None
            nodes.append(Node(first + j, k, part, j <= headline, -skip[j], before, part in "TS", end))
    return tuple(nodes)


NODES = _lay_nodes()


def _ways(part: str, first: dict[str, float]) -> tuple[tuple[int, float], ...]:
    """List the groups from which a plain part is reached, with the cost of each."""
    if part in BELOW:
        costs = {"story": BELOW[part]}
    elif part == "h":
        costs = GO["open"] | {"head": 0.0}
    elif part in ABOVE:
        costs = {name: cost + ABOVE[part] for name, cost in (GO["open"] | {"head": -0.2}).items()}
    else:
        costs = GO[part] | (first if part in "bmc" else {})
    return tuple((GROUPS[name], cost) for name, cost in costs.items())


WAYS = {begun: {part: _ways(part, {} if begun else FIRST) for part in PLAIN} for begun in (True, False)}
_START = tuple((GROUPS[name], cost) for name, cost in GO["start"].items() if name != "card+")


def read_places(evidence: Sequence[Evidence]) -> list[Place]:
    """Read what each line is; twice, so that the second reading knows the page's habits."""
    fits = [fit_line(line) for line in evidence]
    first = _Pass(evidence, fits, Habits((), evidence), NODES).run()
    used = {place.shape for place in first if place.shape >= 0}
    if not used:
        return first
    nodes = tuple(node for node in NODES if node.shape in used or SHAPES[node.shape].order in {"H", "HTM"})
    return _Pass(evidence, fits, Habits(first, evidence), nodes).run()


class _Pass:
    """One pass: `scores` by node of the line in hand, `trail` the node before each, line by line."""

    def __init__(
        self, evidence: Sequence[Evidence], fits: Sequence[dict[str, float]], habits: Habits, nodes: Sequence[Node]
    ) -> None:
        self.evidence, self.fits, self.habits = evidence, fits, habits
        self.nodes = {f".{part}": [node for node in nodes if node.part == part] for part in "PGSHTM"}
        self.ends = [node for node in nodes if node.end is not None]
        self.blank = {
            node.number: tuple(
                tuple(habits.weigh_blank(node.shape, node.part, starts=starts, blank=blank) for blank in (False, True))
                for starts in (False, True)
            )
            for node in nodes
        }
        self.size = _BASE + len(NODES)

    def run(self) -> list[Place]:
        scores = [NEVER] * self.size
        scores[GROUPS["C"]] = 0.0
        trail: list[list[int]] = []
        for line, fit in zip(self.evidence, self.fits, strict=True):
            origin, own = self._summarise(scores)
            following, came = [NEVER] * self.size, [0] * self.size
            self._enter_plain(line, fit, scores, origin, following, came)
            self._enter_cards(line, fit, scores, (origin, own), following, came)
            scores = following
            trail.append(came)
        return _walk_back(scores, trail)

    def _summarise(self, scores: list[float]) -> tuple[list[int], dict[int, tuple[float, int]]]:
        """Find the best node of each group (written into `scores` at the group's number), and each shape's best end."""
        origin = list(range(_BASE))
        for group, members in ((_STORY, _BELOW), (_HEAD, _ABOVE)):
            best = max(members, key=scores.__getitem__)
            scores[group], origin[group] = scores[best], best
        own: dict[int, tuple[float, int]] = {}
        best_end, at = NEVER, 0
        for node in self.ends:
            value = scores[node.number]
            if value > NEVER:
                value += node.end or 0.0
                if node.shape not in own or value > own[node.shape][0]:
                    own[node.shape] = (value, node.number)
                if value > best_end:
                    best_end, at = value, node.number
        scores[_CARD], origin[_CARD] = best_end, at
        return origin, own

    def _enter_plain(
        self,
        line: Evidence,
        fit: dict[str, float],
        scores: list[float],
        origin: list[int],
        following: list[float],
        came: list[int],
    ) -> None:
        """Find the best way into each part that is no card's."""
        ways, paragraph = WAYS[line.begun], GROUPS["b"]
        for part, fits in fit.items():
            if part[0] == ".":
                continue
            best, at, number = NEVER, 0, GROUPS[part]
            for group, cost in ways[part]:
                value = scores[group] + cost
                if value > best:
                    best, at = value, group
            if at == number == paragraph:
                best += self.habits.paragraph[line.blank]
            if part in "CI":
                best += self.habits.weigh_furniture(line.kind.name)
            following[number], came[number] = best + fits, origin[at]

    def _enter_cards(
        self,
        line: Evidence,
        fit: dict[str, float],
        scores: list[float],
        ends: tuple[list[int], dict[int, tuple[float, int]]],
        following: list[float],
        came: list[int],
    ) -> None:
        """Find the best way into each place of each shape: from without, from a card of the same shape, or within the card."""
        origin, own = ends
        start, group = max((scores[group] + cost, group) for group, cost in _START)
        outside, same, blank = origin[group], GO["start"]["card+"], line.blank
        for part, fits in fit.items():
            if part[0] != ".":
                continue
            for node in self.nodes[part]:
                within, begins = self.blank[node.number]
                best, at = NEVER, 0
                for number, cost in node.before:
                    if scores[number] + cost > best:
                        best, at = scores[number] + cost, number
                best += within[blank]
                if node.again and scores[node.number] + AGAIN > best:
                    best, at = scores[node.number] + AGAIN, node.number
                if node.starts:
                    value, number = start + self.habits.shape[node.shape], outside
                    if node.shape in own and own[node.shape][0] + same > value:
                        value, number = own[node.shape][0] + same, own[node.shape][1]
                    value += begins[blank] + node.lead
                    if value > best:
                        best, at = value, number
                following[node.number], came[node.number] = best + fits, at


def _walk_back(scores: list[float], trail: list[list[int]]) -> list[Place]:
    at = max(range(len(scores)), key=scores.__getitem__)
    places: list[Place] = []
    for came in reversed(trail):
        before = came[at]
        if at < _BASE:
            places.append(Place(PLAIN[at]))
        else:
            node, other = NODES[at - _BASE], NODES[before - _BASE] if before >= _BASE else None
            continues = other is not None and other.shape == node.shape and (before < at or (before == at and node.again))
            places.append(Place(node.part, node.shape, not continues))
        at = before
    return places[::-1]
