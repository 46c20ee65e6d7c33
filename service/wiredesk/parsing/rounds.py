"""Rounds: fitted weights of columns of evidence, and the chain that lays the lines' odds along the page.

{"first": {"bias": -0.9, "size": [-0.4, ...], "size*gaps": [[...], ...]}}
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from itertools import repeat
from math import exp
from operator import getitem
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wiredesk.parsing.evidence import Columns

ROUNDS = ("first", "second", "third", "markup", "markup-again")
OF_PAGE = frozenset(("run-mass", "page-lines", "page-prose", "page-share", "in-run-mass", "page-mass"))  # alike for all lines
MAX_ODDS = 30.0
CHAIN_ODDS = 4.0  # log odds that a single line brings to the chain at most
SWITCH = 0.5  # log odds that a change between story and other text costs; 0.3 - 0.9 measured alike on folds, 0 and 2 worse


class Round:
    """The weights of one round: a list by level for a column, a list of lists for two columns that are weighed together."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.bias: float = table["bias"]
        self.single: dict[str, list[float]] = {name: row for name, row in table.items() if name != "bias" and "*" not in name}
        self.page = {name: row for name, row in self.single.items() if name in OF_PAGE}
        self.joint: dict[tuple[str, str], list[list[float]]] = {
            (name.partition("*")[0], name.partition("*")[2]): rows for name, rows in table.items() if "*" in name
        }

    def weigh(self, columns: Columns, count: int) -> list[float]:
        """Give the log odds of each line; what is the same for all lines of a page is weighed once."""
        if not count:
            return []
        alike = self.bias + sum([weights[columns[name][0]] for name, weights in self.page.items()])
        terms = [map(weights.__getitem__, columns[name]) for name, weights in self.single.items() if name not in self.page]
        terms += [
            map(getitem, map(rows.__getitem__, columns[one]), columns[other]) for (one, other), rows in self.joint.items()
        ]
        return list(map(sum, zip(*terms, strict=True), repeat(alike)))

    def explain(self, columns: Columns, at: int) -> list[tuple[str, float]]:
        """List what weighs for and against one line, the heaviest first: ("size*gaps=4,8", 0.7)."""
        found = [(f"{name}={columns[name][at]}", weights[columns[name][at]]) for name, weights in self.single.items()]
        for (one, other), rows in self.joint.items():
            a, b = columns[one][at], columns[other][at]
            found.append((f"{one}*{other}={a},{b}", rows[a][b]))
        return sorted(found, key=lambda item: -abs(item[1]))


@cache
def load_rounds() -> tuple[Mapping[str, Mapping[str, float]], tuple[Round, ...]]:
    """Load the lexicon and the three rounds that `make fit` has fitted, then the two of pages with markup."""
    table = json.loads((resources.files("wiredesk.parsing") / "weights.json").read_text("utf-8"))
    return table["lexicon"], tuple(Round(table[name]) for name in ROUNDS)


def to_chances(odds: Sequence[float]) -> list[float]:
    """Turn log odds into probabilities."""
    return [1 / (1 + exp(-max(-MAX_ODDS, min(MAX_ODDS, o)))) for o in odds]


def lay_chain(odds: Sequence[float]) -> list[float]:
    """Give the probability of each line in a chain: a story does not begin and end at every line (forward, backward)."""
    gains = [exp(max(-CHAIN_ODDS, min(CHAIN_ODDS, o))) for o in odds]
    switch = exp(-SWITCH)
    down, passed = 1.0, []
    for gain in gains:
        down = gain * (down + switch) / (switch * down + 1.0)
        passed.append(down)
    up, chances = 1.0, []
    for gain, one in zip(reversed(gains), reversed(passed), strict=True):
        both = one * up
        chances.append(both / (1.0 + both))
        up *= gain
        up = (up + switch) / (switch * up + 1.0)
    chances.reverse()
    return chances
