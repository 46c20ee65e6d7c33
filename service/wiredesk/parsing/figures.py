"""Figures as pages show them: "37K+", "1,234", "14M+ views"."""

from __future__ import annotations

import re

_FIGURE = re.compile(r"\s*(\d[\d.,]{0,14})\s?([KMB]?)\b", re.IGNORECASE)
_FACTORS = {"": 1, "k": 1_000, "m": 1_000_000, "b": 1_000_000_000}


def read_figure(text: str) -> int | None:
    """Read the least number that a figure stands for: "37K+" is 37000; None where there is no number."""
    found = _FIGURE.match(text)
    if not found:
        return None
    digits = found[1].rstrip(".,").replace(",", "")
    return round(float(digits) * _FACTORS[found[2].casefold()]) if digits.count(".") <= 1 else None
