"""Teasers cut short: a mark at the end says that the story goes on elsewhere.

... they expect the U.S. and NATO to provide a […]
"""

from __future__ import annotations

import re

_MARK = re.compile(
    r"(?:\[\s?(?:…|\.{3})\s?\]|…|\.{3,}|\b(?:read|continue\sreading|learn|see)\smore\W{0,3}|\bcontinue\sreading\W{0,3})\s*$",
    re.IGNORECASE,
)


def is_truncated(text: str) -> bool:
    """Say whether a teaser ends with a mark of truncation."""
    tail = text[-40:]
    if "…" in tail or "..." in tail:
        return bool(_MARK.search(tail))
    folded = tail.casefold()
    return ("more" in folded or "reading" in folded) and bool(_MARK.search(tail))
