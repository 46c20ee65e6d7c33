"""Where a chain of capitals is cut: at plain words, and at small ones that join no two parts of one name.

"Bank of England and Ford Motor Co" -> Bank of England | Ford Motor Co      "Securities and Exchange Commission" is one
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.parsing.lexicon import CALENDAR, GIVEN, HEAD, MAN, PLAIN, SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiredesk.parsing.lexicon import Lexicon

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
_ON = frozenset("agreement commission committee council panel conference subcommittee".split())
_MONEY = frozenset("dlr dlrs mln bln pct cts shr revs".split())  # "U.S. Dlrs" names no place
_PARTS = _MONEY.union("the a an in on at it he she they we but and this that".split())  # words that no name goes on with
_NAMELY = frozenset(  # plain words with which the name of a company may begin
    "first best national world general american western christian catholic olympic european african asian new data people big "
    "investors stores gold old great full house digital sun dollar standard".split()
)
_ENDS = frozenset("corp inc ltd plc co group bank trust industries airlines university".split())
COMPANY = frozenset("co company sons cie partners associates bros brothers".split())


def cut(words: Sequence[str], low: Sequence[str], kinds: Sequence[int], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Give first and last (exclusive) of each piece of a chain of words; low: in lower case; kinds: the flags of each."""
    first = 0
    for position, word in enumerate(words):
        if word[0].islower() or word == "&":
            if word in _SMALL and not _binds(first, position, low, kinds, lexicon):
                if position > first:
                    yield first, position
                first = position + 1
        elif _is_plain(word, kinds[position], lexicon) and not _is_in_name(first, position, low, kinds):
            last = position
            while last > first and words[last - 1].islower():
                last -= 1
            if last > first and not (low[position] in _MONEY and last == first + 1):
                yield first, last
            first = position + 1
    if first < len(words):
        yield first, len(words)


def _is_plain(word: str, kinds: int, lexicon: Lexicon) -> bool:
    """Tell a word that is no name by itself and begins none."""
    if len(word) > 1 and word.isupper():
        return word in lexicon.no_acronyms
    return bool(kinds & PLAIN)


def _is_in_name(first: int, position: int, low: Sequence[str], kinds: Sequence[int]) -> bool:
    """Tell whether a plain word is part of a name: "Theresa May", "Best Buy Co Inc", "New York", "Bank of Christian Unity"."""
    word = low[position]
    if position > first:
        before = low[position - 1]
        if kinds[position] & CALENDAR:
            return bool(kinds[position - 1] & GIVEN) or before in {"black", "bloody", "good"}
        if before == "of":
            return low[position - 2] == "group"
        return word not in _PARTS
    if position + 1 < len(low) and (kinds[position] & GIVEN or word in {"new", "united", "great"}):  # "April Roe"
        return low[position + 1] not in _SMALL and not kinds[position + 1] & CALENDAR
    return word in _NAMELY and any(word in _ENDS for word in low[position + 1 : position + 5])


def _binds(first: int, position: int, low: Sequence[str], kinds: Sequence[int], lexicon: Lexicon) -> bool:
    """Tell whether a small word joins what stands on its sides to one name."""
    if position == first:
        return False
    word, before = low[position], low[position - 1]
    if word == "of":
        return _owns(position, low, kinds, lexicon)
    if word == "and":
        return _joins(first, position, low, kinds, lexicon)
    if word == "the":
        return before in {"of", "for", "on", "de"}
    return word == "&" or (word == "for" and before in _FOR) or (word == "on" and before in _ON)


def _owns(position: int, low: Sequence[str], kinds: Sequence[int], lexicon: Lexicon) -> bool:
    """Tell whether "of" stands inside one name: "Bank of England", "Journal of Medicine", not "Meyer Services of Paramus"."""
    if kinds[position - 1] & SUFFIX:
        return False
    last = min(position + 3, len(low) - 1)
    if low[position - 1] in _OF or kinds[last] & SUFFIX:
        return True
    following = low[position + 1]
    ends = last == position + 1 or low[position + 2] in _SMALL
    country = lexicon.known.get(following, ("",))[0] == "place"
    return bool(kinds[position - 1] & HEAD) and ends and (country or not lexicon.find_place(following))


def _joins(first: int, position: int, low: Sequence[str], kinds: Sequence[int], lexicon: Lexicon) -> bool:
    """Tell whether "and" stands inside one name: "Securities and Exchange Commission", not "Iran and the Bank of Japan"."""
    if low[position + 1] in COMPANY:
        return True
    end = next((i for i in range(position + 1, len(low)) if kinds[i] & (SUFFIX | HEAD)), 0)
    if not end or low[position + 1] in _SMALL:
        return False
    left, last = low[first:position], kinds[position - 1]
    if last & SUFFIX or kinds[first] & MAN or " ".join(left) in lexicon.known:
        return False
    return not (len(left) > 1 and last & HEAD and end > position + 2) and left[-1] not in lexicon.nationalities
