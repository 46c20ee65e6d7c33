"""The likeliest reading of a page by its grammar: Viterbi over the parts of `grammar.py`, two passes over the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiredesk.parsing.card_shapes import SHAPES
from wiredesk.parsing.grammar import NEVER, PLAIN, Evidence, Place
from wiredesk.parsing.habits import Habits
from wiredesk.parsing.line_parts import list_choices, score_parts
from wiredesk.parsing.transitions import AGAIN_CARD, BASE, CARD, GROUPS, HEAD, NODES, OPEN, SIZE, STORY, Step, Ways, lay_step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.line_parts import Choice

AGAIN: Final = -1.5  # a second teaser or source line in one card
TEXT: Final = frozenset(("prose", "sentence"))
_PARAGRAPH: Final = GROUPS["b"]
_OUTSIDE: Final = frozenset((GROUPS["C"], GROUPS["I"]))
_ALL: Final = tuple(range(len(SHAPES)))
_COMMON: Final = frozenset(k for k, shape in enumerate(SHAPES) if shape.order in {"H", "HTM"})


def read_places(evidence: Sequence[Evidence]) -> list[Place]:
    """Read what each line is; twice, so that the second reading knows the page's habits."""
    choices = list_choices(evidence)
    fits = list(map(score_parts, choices, evidence))
    first = _Pass(evidence, choices, fits, Habits(evidence), _ALL).run()
    used = {place.shape for place in first if place.shape >= 0}
    if not used:
        return first
    return _Pass(evidence, choices, fits, Habits(evidence, first), tuple(sorted(used | _COMMON))).run()


class _Pass:
    """One pass over the lines with the shapes of cards that are thought of.

    scores: by node of the line above; following: of the line in hand; came: the node before each of its nodes;
    origin: the nodes that groups stand for.
    """

    def __init__(
        self,
        evidence: Sequence[Evidence],
        choices: Sequence[Choice],
        fits: Sequence[list[float]],
        habits: Habits,
        shapes: tuple[int, ...],
    ) -> None:
        self.evidence, self.choices, self.fits, self.habits, self.shapes = evidence, choices, fits, habits, shapes
        self.scores = [NEVER] * SIZE
        self.scores[GROUPS["C"]] = 0.0
        self.following: list[float] = []
        self.came: list[int] = []
        self.origin = list(range(BASE))
        self.ends: list[float] = [NEVER] * len(SHAPES)
        self.last: list[int] = [0] * len(SHAPES)

    def run(self) -> list[Place]:
        """Find the likeliest path."""
        trail: list[list[int]] = []
        before: tuple[str, ...] = ("C",)
        for line, choice, fit in zip(self.evidence, self.choices, self.fits, strict=True):
            parts = choice.parts
            step = lay_step(before, parts, line.begun, self.shapes)
            self.following, self.came = [NEVER] * SIZE, [0] * SIZE
            if step.ends:
                self._end_cards(step)
            if step.opens or step.story or step.head:
                self._gather_groups(step)
            self._enter_plain(step, line, fit)
            if step.first:
                self._begin_cards(step, fit, blank=line.blank)
            if step.inside:
                self._go_on_in_cards(step, fit, blank=line.blank)
            for shape, _ in step.ends:
                self.ends[shape] = NEVER
            self.scores = self.following
            trail.append(self.came)
            before = parts
        return _walk_back(self.scores, trail)

    def _end_cards(self, step: Step) -> None:
        """Find the best end of a card of each shape, and the best of all."""
        scores, ends, last = self.scores, self.ends, self.last
        all_best, all_at = NEVER, 0
        for shape, ways in step.ends:
            best, at = NEVER, 0
            for number, cost in ways:
                value = scores[number] + cost
                if value > best:
                    best, at = value, number
            ends[shape], last[shape] = best, at
            if best > all_best:
                all_best, all_at = best, at
        scores[CARD], self.origin[CARD] = all_best, all_at

    def _gather_groups(self, step: Step) -> None:
        """Find the best node of each group, written into `scores` at the group's number."""
        scores, origin = self.scores, self.origin
        if step.story:
            at = max(step.story, key=scores.__getitem__)
            scores[STORY], origin[STORY] = scores[at], at
        if step.head:
            at = max(step.head, key=scores.__getitem__)
            scores[HEAD], origin[HEAD] = scores[at], at
        if step.opens:
            scores[OPEN], at = _find_best(scores, step.opens)
            origin[OPEN] = origin[at]

    def _enter_plain(self, step: Step, line: Evidence, fit: list[float]) -> None:
        """Find the best way into each part that is no card's."""
        scores, origin, following, came = self.scores, self.origin, self.following, self.came
        paragraph = self.habits.paragraph[line.blank]
        furniture = self.habits.furniture if line.kind.name in TEXT else 0.0
        for number, at, ways in step.plain:
            best, source = NEVER, 0
            for group, cost in ways:
                if scores[group] + cost > best:
                    best, source = scores[group] + cost, group
            if number == _PARAGRAPH == source:
                best += paragraph
            elif number in _OUTSIDE:
                best += furniture
            following[number], came[number] = best + fit[at], origin[source]

    def _begin_cards(self, step: Step, fit: list[float], *, blank: bool) -> None:
        """Find the best way into each place that a card begins with: after a card of the same shape, or after anything else."""
        following, came, ends, shapes = self.following, self.came, self.ends, self.habits.shape
        begins = self.habits.begins[blank]
        start, source = _find_best(self.scores, step.start)
        source = self.origin[source]
        for shape, rows in step.first:
            opening, origin = start + shapes[shape], source
            if ends[shape] + AGAIN_CARD > opening:
                opening, origin = ends[shape] + AGAIN_CARD, self.last[shape]
            for number, at in rows:
                following[number] = opening + begins[number] + fit[at]
                came[number] = origin

    def _go_on_in_cards(self, step: Step, fit: list[float], *, blank: bool) -> None:
        """Find the best way into each place within a card, where that is better than to begin one here."""
        scores, following, came, within = self.scores, self.following, self.came, self.habits.within[blank]
        for number, at, ways, again in step.inside:
            best, source = NEVER, 0
            for node, cost in ways:
                value = scores[node] + cost
                if value > best:
                    best, source = value, node
            best += within[number]
            if again and scores[number] + AGAIN > best:
                best, source = scores[number] + AGAIN, number
            best += fit[at]
            if best >= following[number]:
                following[number], came[number] = best, source


def _find_best(scores: list[float], ways: Ways) -> tuple[float, int]:
    """Find the best of some ways: its score and where it comes from."""
    best, source = NEVER, 0
    for number, cost in ways:
        value = scores[number] + cost
        if value > best:
            best, source = value, number
    return best, source


def _walk_back(scores: list[float], trail: list[list[int]]) -> list[Place]:
    at = max(range(len(scores)), key=scores.__getitem__)
    places: list[Place] = []
    for came in reversed(trail):
        before = came[at]
        if at < BASE:
            places.append(Place(PLAIN[at]))
        else:
            node, other = NODES[at - BASE], NODES[before - BASE] if before >= BASE else None
            continues = other is not None and other.shape == node.shape and (before < at or (before == at and node.again))
            places.append(Place(node.part[1], node.shape, not continues))
        at = before
    return places[::-1]
