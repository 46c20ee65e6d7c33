"""Weighing: named features of a candidate against a fitted table of weights, as a probability.

`make fit` writes the tables: `weights.json` (which lines are the story) and `imprint_weights.json` (headline, byline, dates).
"""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cache
from importlib import resources
from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOST = 30.0  # log odds beyond which a probability is 0 or 1


@cache
def load_weights(name: str) -> dict[str, dict[str, float]]:
    """Load fitted tables: a table a question, names of features to weights."""
    tables: dict[str, dict[str, float]] = json.loads((resources.files("wiredesk.parsing") / name).read_text("utf-8"))
    return tables


def weigh(rows: Iterable[list[str]], weights: Mapping[str, float]) -> list[float]:
    """Weigh rows of features: the probability that each is what is asked for."""
    get = weights.get
    return [1 / (1 + exp(-max(-MOST, min(MOST, sum([get(name, 0.0) for name in row]))))) for row in rows]


def bucket(value: float, *bounds: float) -> int:
    """Count the bounds that a value reaches."""
    return bisect_right(bounds, value)
