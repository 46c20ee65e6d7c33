"""Chains of capitals in running text, cut where one name ends and the next begins.

"In Paris, Treasury Secretary James Baker told the Bank of England and Ford Motor Co." ->
Paris | Treasury Secretary James Baker | Bank of England | Ford Motor Co.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.lexicon import TITLE
from wiredesk.parsing.name_cuts import cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiredesk.parsing.lexicon import Lexicon

_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(c for c in map(chr, range(0x100, 0x530)) if c.isupper())
_ABBREVIATED = (
    r"(?:(?<=[DM])r|(?<=M)r?s|(?<=[SL])t|(?<=[GS])en|(?<=R)e[pv]|(?<=G)ov|(?<=C)ol|(?<=M)aj|(?<=C)apt|(?<=S)gt|(?<=P)rof)\."
)
_REST = (  # of a word, behind its capital
    rf"(?:\.(?:[{_UPPER}]\.){{1,7}}+|(?:\.|{_ABBREVIATED})(?=[ \n])|"
    rf"\w*+(?:(?:['’](?!s\b)(?=\w)|[-‑&](?=\w)|\.(?=[{_UPPER}]{{1,2}}(?!\w)))\w*+)*+(?:(?<=\.[{_UPPER}])\.)?)"
)
_LINKS = r"(?:of|on|and|al|for|the|ter?n?|d(?:e[lrns]?|ella|[iau]|os)|la|le|v[ao]n|bin|ibn|el|&)"
MOST_WORDS = 14  # of a chain; a longer one is a headline or a list without commas
_CHAIN = re.compile(  # a capital first, so that the search leaps from capital to capital
    rf"[{_UPPER}](?<!\w\w){_REST}"
    rf"(?:[ \n](?:{_LINKS}[ \n]){{0,2}}(?:[aeu]l-|d['’])?[{_UPPER}]{_REST}){{0,{MOST_WORDS}}}+"
)
_ARTICLES = ("al-", "el-", "ul-", "d'", "d’")  # a name may begin with one: "al-Hadi", "d'Arvel"
_TITLES = tuple(  # German titles are one word: "Betriebsleiterin"
    f"{title}{ending}"
    for title in "minister leiter sprecher präsident meister direktor chef kanzler trainer".split()
    for ending in ("", "in")
)
_OPENS = frozenset("\"'“‘„«(–—-:.!?\n")
_BLANK, _HYPHENS = frozenset(" \n"), frozenset("-'’")


class Piece(NamedTuple):
    """Capitals that stand together: the text's `[start, end)`; `opens`: the first word may have its capital from its place.

    low: the words in lower case without full stops; kinds: the flags of each.
    """

    words: tuple[str, ...]
    start: int
    end: int
    opens: bool
    low: tuple[str, ...]
    kinds: tuple[int, ...]


def find_chains(text: str) -> Iterator[tuple[str, int, int]]:
    """Find the chains of capitals of a text: the chain, where it starts, and where its first capital stands."""
    for found in _CHAIN.finditer(text):
        capital = found.start()
        if capital and text[capital - 1] in _HYPHENS:
            start = _include_article(text, capital)
            yield text[start : found.end()], start, capital
        else:
            yield found[0], capital, capital


def opens_sentence(text: str, capital: int) -> bool:
    """Say whether a sentence begins with the capital that stands there."""
    if not capital:
        return True
    before = text[capital - 1]
    return before in _OPENS or (before in _BLANK and capital > 1 and text[capital - 2] in _OPENS)


def split_chain(chain: str, lexicon: Lexicon) -> Iterator[Piece]:
    """Cut a chain into pieces, each no more than one name with its title; offsets are the chain's, the first piece `opens`."""
    words = chain.replace("\n", " ").split(" ")
    low = [word.lower().rstrip(".") for word in words]
    kinds = [lexicon.flags.get(word) or (TITLE if word.endswith(_TITLES) else 0) for word in low]
    for first, last in cut(words, low, kinds, lexicon):
        start = _measure(words[:first]) if first else 0
        end = start + _measure(words[first:last]) - 1
        yield Piece(tuple(words[first:last]), start, end, not first, tuple(low[first:last]), tuple(kinds[first:last]))


def _measure(words: Sequence[str]) -> int:
    """Measure words with the blank behind each."""
    return sum(map(len, words)) + len(words)


def drop(piece: Piece, count: int) -> Piece:
    """Give a piece without its first words."""
    start = piece.start + _measure(piece.words[:count])
    return Piece(piece.words[count:], start, piece.end, opens=False, low=piece.low[count:], kinds=piece.kinds[count:])


def keep(piece: Piece, count: int) -> Piece:
    """Give the first words of a piece."""
    end = piece.start + _measure(piece.words[:count]) - 1
    return Piece(piece.words[:count], piece.start, end, piece.opens, piece.low[:count], piece.kinds[:count])


def _include_article(text: str, start: int) -> int:
    """Take the article before a capital into the name, where it is a word of its own: "al-Hadi", not "goal-Hadi"."""
    for article in _ARTICLES:
        first = start - len(article)
        if text.startswith(article, max(first, 0)) and first >= 0 and not text[first - 1 : first].isalnum():
            return first
    return start
