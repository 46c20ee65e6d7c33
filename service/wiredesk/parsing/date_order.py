"""Which comes first on a page in 03/04/2022, day or month: other dates of the page tell, then its language and spelling.

Posted 13/01/2022 ... 03/04/2022          Der Bau begann ...          the colour of the harbour ... £4m
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.parsing.dates import is_day

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_LINE = 400
LEAST_ENGLISH = 0.02  # share of "the", "of" and "and" among a page's words; other languages have none
_FIGURES = re.compile(r"(?<![\d.,/])(\d{1,2})([/.\-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/])")
_BRITISH = re.compile(
    r"£\d|\.co\.uk\b|\.com\.au\b|\.co\.nz\b|\.org\.uk\b|\b(?:colour|favour|neighbour|labour|honour|behaviour)s?\b"
)
_AMERICAN = re.compile(r"\b(?:color|favor|neighbor|labor|honor|behavior)s?\b")
_DAY_FIRST_HOSTS = re.compile(r"\.(?:uk|au|nz|ie|in|za|de|at|ch|fr|be|nl|es|it|pt|br|mx|ar|eu)$")


def tell_day_first(texts: Iterable[str], host: str | None = None) -> bool | None:
    """Tell whether the day comes first; None where the page has no such date, or nothing tells."""
    votes, dotted, any_ = 0, 0, False
    texts = list(texts)
    for text in texts:
        if "20" not in text and "19" not in text:  # a tenth of the time: nearly no line has a year in figures
            continue
        for found in _FIGURES.finditer(text, 0, MAX_LINE):
            any_ = True
            first, second, year = int(found[1]), int(found[3]), int(found[4])
            votes += is_day(year, second, first) and first > 12
            votes -= is_day(year, first, second) and second > 12
            dotted += found[2] == "."
    if not any_:
        return None
    if votes:
        return votes > 0
    if dotted or (host and _DAY_FIRST_HOSTS.search(host)):
        return True
    whole = " ".join(texts)
    words = whole.casefold().split()
    if sum(map(words.count, ("the", "of", "and"))) < LEAST_ENGLISH * len(words):
        return True
    british, american = len(_BRITISH.findall(whole)), len(_AMERICAN.findall(whole))
    return True if british > american else None
