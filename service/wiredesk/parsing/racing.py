"""Racing copy of a data service: fields, results, dividends, form; told by the words of the trade, not by one of them.

Velden Trot TAB DIVS 1-4 Friday          Race 1: 6 10 9. Win $3.80 place $2.00. Scr: 5.          Plate 1200m: 2.10 fav (b f 3y)
"""

from __future__ import annotations

import re
from typing import NamedTuple

MAX_TITLE = 300  # characters of a title that are looked at
MAX_TEXT = 4000  # characters of copy: what a race is like stands in its first lines
ENOUGH = 3  # kinds of words in the copy that make it racing; the sports pages of the samples have one at most
BESIDE = 1  # of them beside a title that says racing

_KINDS = (
    ("15082000", re.compile(r"\b(?:greyhounds?|greys?)\b", re.IGNORECASE)),
    ("15030003", re.compile(r"\b(?:trots?|trotting|harness|pacers?)\b", re.IGNORECASE)),
    ("15030001", re.compile(r"\b(?:gallops?|thoroughbreds?|flat racing)\b", re.IGNORECASE)),
)
_TRADE = re.compile(
    r"\b(?:fields|divs|dividends|quaddie|trifecta|results?|scratchings|acceptances|selections|premierships?|jockeys?|racing"
    r"|tips|form guide)\b",
    re.IGNORECASE,
)
_SIGNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\bR(?:ace|ACE) \d{1,2}\b",
        r"\b\d{3,4}m\b",
        r"\b(?:Scr|SCR|Scratched|SCRATCHINGS)\b",
        r"\b(?:[Ww]in|place) \$\d",
        r"\b(?:[Jj]ockeys?|JOCKEYS?|[Tt]rainers?|TRAINERS?|trained by)\b",
        r"\b(?:Mdn|Maiden|BM ?\d\d|Hcp|Handicap|Plate|Sprint|Dash)\b",
        r"\((?:b|ch|br|gr|bl) [a-z] \d",
        r"\b(?:Trifecta|Quinella|Duets?|First 4|Exacta|TAB)\b",
        r"\b(?:Nk|lg nk|sht hd|len|lengths)\b",
        r"\bfav\b",
        r"\b(?:VACANT|VAC)\b",
        r"\bsection(?:al)? time\b|\bsect time\b|\bLast \d{3}m\b",
    )
)
_HORSES = re.compile(r"\b(?:[Jj]ockeys?|JOCKEYS?|Mdn|BM ?\d\d|Hcp|trained by|Trainer:)|\((?:b|ch|br|gr|bl) [a-z] \d")


class RacingFound(NamedTuple):
    """A kind of racing as an IPTC subject code (flat racing, trotting, dogs), and how many kinds of its words were met."""

    code: str
    signs: int


def find_racing(title: str, text: str) -> RacingFound | None:
    """Find which racing a text of title and copy is about; None where too few of the trade's words say so."""
    title, text = title[:MAX_TITLE], text[:MAX_TEXT]
    signs = sum(bool(sign.search(text)) for sign in _SIGNS)
    code = next((code for code, pattern in _KINDS if pattern.search(title)), None)
    trade = bool(_TRADE.search(title))
    if code and signs >= BESIDE + (not trade):
        return RacingFound(code, signs)
    if signs >= ENOUGH - trade and _HORSES.search(text):
        return RacingFound(_KINDS[-1][0], signs)
    return None
