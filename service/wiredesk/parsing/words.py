"""The words of a text, case folded: read once for all who count them.

"U.S. forces, led by Kesten's" -> u, s, forces, led, by, kesten, s
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=2)  # fingerprint and topics of one story ask one after the other
def fold_words(text: str) -> tuple[str, ...]:
    """Give the words of a text in order."""
    return tuple(_WORD.findall(text.casefold()))
