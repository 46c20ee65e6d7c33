r"""Which charset the bytes of a text speak for, where none is declared and they are no UTF-8: Windows' unless one reads better.

B\x81rger is "Bürger" in the DOS of old editorial systems; \xcf\xf0\xe5\xe7\xe8\xe4\xe5\xed\xf2 is Russian, not "Ïðåçèäåíò".
"""

from __future__ import annotations

import re

SAMPLE = 20_000  # bytes that are looked at
MAX_WORDS = 400
FEWEST = 2  # faults of the first charset before another is thought of
BETTER = 3  # times fewer faults that another must have
CHARSETS = ("cp1252", "cp850", "mac_roman", "cp1250", "cp1251", "koi8_r", "cp866", "iso8859_7")  # the first of equals is taken
_WORD = re.compile(r"\S{0,40}[^\x00-\x7f\s]\S{0,40}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_BETWEEN = re.compile(r"[^\W\d_](?:[^\w\s\x00-\x7f’‘“”–—…·\u00ad]|[²³¹¼½¾])+[^\W\d_]")  # a sign inside a word
_NEVER = re.compile("[\x80-\x9f\u2200-\u22ff\u2500-\u259f\ue000-\uf8ff\ufffdƒ]")  # controls, mathematics, frames
_ACCENTS = re.compile("[À-ÖØ-öø-ɏ]{4}")  # four in a row are no word of any Latin script
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_OTHER = re.compile("[Ͱ-ϿЀ-ӿ]")


def choose_charset(data: bytes) -> str:
    """Choose the charset in which the bytes have the fewest faults; the first unless another has far fewer."""
    sample = data[:SAMPLE]
    faults = {name: _count_faults(sample.decode(name, "replace")) for name in CHARSETS[:1]}
    first = faults[CHARSETS[0]]
    if first < FEWEST:
        return CHARSETS[0]
    faults |= {name: _count_faults(sample.decode(name, "replace")) for name in CHARSETS[1:]}
    best = min(CHARSETS, key=faults.__getitem__)
    return best if faults[best] * BETTER <= first else CHARSETS[0]


def _count_faults(text: str) -> int:
    words = [found[0] for found, _ in zip(_WORD.finditer(text), range(MAX_WORDS), strict=False)]
    return sum(map(_is_odd, words))


def _is_odd(word: str) -> bool:
    """Tell a word that nobody wrote: a sign between letters, two scripts, capitals inside, accents in a row."""
    if _NEVER.search(word) or _BETWEEN.search(word) or _ACCENTS.search(word) or (_LATIN.search(word) and _OTHER.search(word)):
        return True
    return any(_has_odd_case(run) for run in _LETTERS.findall(word) if not run.isascii())


def _has_odd_case(run: str) -> bool:
    return not (run.islower() or run.isupper() or run[1:].islower())
