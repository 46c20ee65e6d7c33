"""Chains of capitals in running text, cut where one name ends and the next begins.

"In Paris, Treasury Secretary James Baker told the Bank of England and Ford Motor Co." ->
Paris | Treasury Secretary James Baker | Bank of England | Ford Motor Co.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(c for c in map(chr, range(0x100, 0x530)) if c.isupper())
_WORD = (
    rf"(?:(?:[{_UPPER}]\.){{2,8}}+|[{_UPPER}]\.(?=[ \n])|"
    rf"(?:Dr|Mr|Mrs|Ms|St|Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|Sgt|Prof|Rev)\.(?=[ \n])|"
    rf"(?:[aeu]l-|d['’])?[{_UPPER}](?:\w|['’](?!s\b)(?=\w)|[-‑&](?=\w)|\.(?=[{_UPPER}]{{1,2}}(?!\w)))*+(?:(?<=\.[{_UPPER}])\.)?)"
)
_LINKS = r"(?:of|and|for|on|the|de|di|da|dos|del|della|des|du|la|le|van|von|der|den|ter|ten|bin|ibn|al|el|&)"
MOST_WORDS = 14  # of a chain; a longer one is a headline or a list without commas
_CHAIN = re.compile(rf"(?<!\w){_WORD}(?:[ \n](?:{_LINKS}[ \n]){{0,2}}{_WORD}){{0,{MOST_WORDS}}}+")
_PIECE = re.compile(r"[^ \n]+")
_SMALL = frozenset("of and for on the &".split())  # other links, "van", "de", bind whatever they stand between
_OF = frozenset(
    "bank ministry department university college institute school house court republic kingdom city state gulf sea strait bay "
    "cape council board bureau office group church museum league federation union association society academy chamber "
    "organization organisation secretary minister chancellor president prince princess king queen duke duchess "
    "archbishop bishop joint chiefs chief centre center commission committee confederation congress conference port isle "
    "community friends states emirates province governor speaker leader".split()
)
_FOR = frozenset(
    "centre center centers centres institute foundation agency fund organisation organization council society bank".split()
)
_ON = frozenset("commission committee council panel conference subcommittee".split())
_PARTS = frozenset("the a an in on at it he she they we but and this that".split())  # words that no name goes on with
_NAMELY = frozenset(  # plain words with which the name of a company may begin
    "first best national world general american western christian catholic olympic european african asian new data people big "
    "gold old great full house digital sun dollar standard".split()
)
_ENDS = frozenset("corp inc ltd plc co group bank trust industries airlines university".split())
_COMPANY = frozenset("co company sons cie partners associates bros brothers co.".split())
_OPENS = frozenset("\"'“‘„«(–—-:.!?\n")


class Lexicon(NamedTuple):
    """What is known of words and names, all in lower case but `no_acronyms`; `find_place`: country, whether it is large."""

    words: Mapping[str, frozenset[str]]
    nationalities: Mapping[str, str]
    known: Mapping[str, tuple[str, str | None]]
    find_place: Callable[[str], tuple[str | None, bool] | None]


class Piece(NamedTuple):
    """Capitals that stand together: the text's `[start, end)`; `opens`: the first word begins a sentence."""

    words: tuple[str, ...]
    start: int
    end: int
    opens: bool


def find_pieces(text: str, lexicon: Lexicon) -> Iterator[Piece]:
    """Cut the chains of capitals of a text into pieces, each no more than one name with its title."""
    for found in _CHAIN.finditer(text):
        start, chain = found.span()[0], found[0]
        opens = _begins(text, start)
        if " " not in chain and "\n" not in chain:
            if not _is_plain(chain, lexicon):
                yield Piece((chain,), start, start + len(chain), opens)
            continue
        words = [(piece[0], start + piece.start()) for piece in _PIECE.finditer(chain)]
        for first, last in _cut([word for word, _ in words], lexicon):
            end = words[last - 1][1] + len(words[last - 1][0])
            own = tuple(word for word, _ in words[first:last])
            yield Piece(own, words[first][1], end, opens and first == 0)


def _begins(text: str, start: int) -> bool:
    """Tell whether a word that starts here may have its capital from its place alone."""
    before = text[max(0, start - 2) : start]
    return not before or before[-1] in _OPENS or (before[-1] in " \n" and before[0] in _OPENS)


def _is_plain(word: str, lexicon: Lexicon) -> bool:
    """Tell a word that is no name by itself and begins none."""
    table = lexicon.words
    if word.isupper() and len(word) > 1:
        return word in table["no-acronym"]
    low = word.lower()
    return low in table["no-name"] or low in table["calendar"]


def _cut(words: list[str], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Give first and last (exclusive) of each piece of a chain of words."""
    first = position = 0
    size = len(words)
    while position < size:
        word = words[position]
        low = word.lower()
        if word[0].islower() or word == "&":
            if low in _SMALL and not _binds(words, first, position, lexicon):
                if position > first:
                    yield first, position
                first = position + 1
        elif _is_plain(word, lexicon) and not _is_in_name(words, first, position, lexicon):
            if position > first:
                yield from _trimmed(words, first, position)
            first = position + 1
        position += 1
    if first < size:
        yield first, size


def _trimmed(words: list[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    while last > first and words[last - 1].islower():
        last -= 1
    if last > first:
        yield first, last


def _is_in_name(words: list[str], first: int, position: int, lexicon: Lexicon) -> bool:
    """Tell whether a plain word is part of a name: "Theresa May", "Best Buy Co Inc", "New York", "Bank of Christian Unity"."""
    table, low = lexicon.words, words[position].lower()
    if position > first:
        before = words[position - 1].lower()
        if low in table["calendar"]:
            return before in table["man"] or before in table["woman"] or before in {"black", "bloody", "good"}
        if before == "of":
            return words[position - 2].lower() == "group"
        return low not in _PARTS
    following = words[position + 1].lower() if position + 1 < len(words) else ""
    given = low in table["man"] or low in table["woman"]  # "Jan van der Holt", "April Roe"
    if following and (given or low in {"new", "united", "great"}):
        return True
    return low in _NAMELY and any(word.rstrip(".").lower() in _ENDS for word in words[position + 1 : position + 5])


def _binds(words: list[str], first: int, position: int, lexicon: Lexicon) -> bool:
    """Tell whether a small word joins what stands on its sides to one name."""
    if position == first:
        return False
    low, before = words[position].lower(), words[position - 1].lower()
    if low == "of":
        return _owns(before, words[position + 1 : position + 4], lexicon)
    if low == "and":
        return _joins(words[first:position], words[position + 1 :], lexicon)
    if low == "the":
        return before in {"of", "for", "on", "de"}
    return low == "&" or (low == "for" and before in _FOR) or (low == "on" and before in _ON)


def _owns(before: str, rest: list[str], lexicon: Lexicon) -> bool:
    """Tell whether "of" stands inside one name: "Bank of England", "Journal of Medicine", not "Meyer Services of Paramus"."""
    if before in lexicon.words["suffix"]:
        return False
    if before in _OF or rest[-1].lower() in lexicon.words["suffix"]:
        return True
    ends = len(rest) == 1 or rest[1].islower()
    country = lexicon.known.get(rest[0].lower(), ("",))[0] == "place"
    return before in lexicon.words["head"] and ends and (country or not lexicon.find_place(rest[0]))


def _joins(left: list[str], right: list[str], lexicon: Lexicon) -> bool:
    """Tell whether "and" stands inside one name: "Securities and Exchange Commission", not "Iran and the Bank of Japan"."""
    table = lexicon.words
    if right[0].lower() in _COMPANY:
        return True
    ends = next((i for i, word in enumerate(right) if word.lower() in table["suffix"] or word.lower() in table["head"]), None)
    if ends is None or right[0].islower():
        return False
    last = left[-1].lower()
    if last in table["suffix"] or " ".join(left).lower() in lexicon.known or left[0].lower() in table["man"]:
        return False
    return not (len(left) > 1 and last in table["head"] and ends > 1) and last not in lexicon.nationalities
