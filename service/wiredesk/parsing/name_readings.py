"""What the words of a chain of capitals say by themselves: titles, adjectives of nations, two names that no mark parts.

"Kazakh President Kassym-Jomart Tokayev" -> person Kassym-Jomart Tokayev, role "Kazakh President", KZ
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.lexicon import GIVEN, HEAD, NATION, NO_NAME, PLACE_WORD, SUFFIX, THING, TITLE, TITLE_WORD
from wiredesk.parsing.name_chains import Piece, drop, keep, split_chain
from wiredesk.parsing.name_cuts import COMPANY
from wiredesk.parsing.name_kinds import LIKELY, MADE_ADJECTIVE, MOST_OF_PERSON, SURE, Name, judge_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiredesk.parsing.lexicon import Lexicon

_COMPASS = frozenset("south north east west central southern northern eastern western southeast latin ex".split())
_CONTINENTAL = frozenset("asian african european american arab arctic".split())


class Reading(NamedTuple):
    """What the words of a piece of a chain say; offsets are the chain's.

    name: where they say it; piece: where only what stands around it does; nation: country of an adjective that was left out;
    firm: the beginning of its name may stand before it.
    """

    name: Name | None
    piece: Piece | None
    nation: str | None
    firm: bool


def read_chain(chain: str, lexicon: Lexicon) -> Iterator[Reading]:
    """Read the pieces of a chain by their words alone."""
    for piece in split_chain(chain, lexicon):
        for name in _read(piece, lexicon):
            if isinstance(name, Name):
                yield Reading(name, None, None, _goes_before(piece, name))
            else:
                yield Reading(None, *name, firm=False)


def _goes_before(piece: Piece, name: Name) -> bool:
    """Tell the rest of a firm's name: "Sachs and Co" behind "Goldman, ", "Stores Inc" behind "Oliver's"."""
    low = piece.low
    if name.found_by == "names.suffix" and piece.kinds[0] & (HEAD | SUFFIX | NO_NAME):
        return not piece.start
    return len(low) > 2 and low[1] in {"and", "&"} and low[2] in COMPANY and name.kind == "organisation"


def _read(piece: Piece, lexicon: Lexicon) -> Iterator[Name | tuple[Piece, str | None]]:
    words = piece.words
    if len(words) > 1 and " ".join(words).lower() not in lexicon.known:
        title = 0 if _is_company(piece) else _count_title(piece)
        if title:
            yield from _read_titled(piece, title, lexicon)
            return
        adjectives = _count_adjectives(piece)
        if adjectives and not _is_adjective_of_name(piece):
            yield from _read_qualified(piece, adjectives, lexicon)
            return
        border = _find_border(piece, lexicon)
        if border:
            yield from _read(keep(piece, border), lexicon)
            yield from _read(drop(piece, border), lexicon)
            return
    judged = judge_words(piece, lexicon)
    if judged:
        yield judged if isinstance(judged, Name) else (judged, None)


def _read_qualified(piece: Piece, adjectives: int, lexicon: Lexicon) -> Iterator[Name | tuple[Piece, str | None]]:
    """Read "Dutch Philips" and "Moscow-led Collective Security Treaty Organisation" without the adjective."""
    rest = drop(piece, adjectives)
    judged = judge_words(rest, lexicon) if rest.words else None
    country = lexicon.nationalities.get(piece.low[adjectives - 1])
    if isinstance(judged, Name):
        yield judged._replace(country=country) if judged.kind == "organisation" else judged
    elif judged:
        yield judged, country


def _is_company(piece: Piece) -> bool:
    duty = piece.words[1] == "of" and piece.kinds[0] & TITLE
    return not duty and any(kind & SUFFIX for kind in piece.kinds[1:])


def _is_adjective_of_name(piece: Piece) -> bool:
    """Tell "British Airways" and "American Express Co" from "Canadian Bashaw Leduc Oil and Gas Ltd" by their length."""
    words, kinds = piece.words, piece.kinds
    if piece.low[0].endswith(MADE_ADJECTIVE):
        return False
    if len(words) > 3 and words[2] in {"of", "for", "on"} and kinds[1] & HEAD:
        return True
    return len(words) <= 5 and bool(kinds[-1] & (HEAD | SUFFIX | PLACE_WORD))


def _count_adjectives(piece: Piece) -> int:
    """Count the words of a nationality at the head of a piece: "South Australian"."""
    compass = len(piece.words) > 1 and piece.low[0] in _COMPASS
    low = piece.low[compass]
    return compass + 1 if piece.kinds[compass] & NATION or low in _CONTINENTAL or low.endswith(MADE_ADJECTIVE) else 0


def _find_border(piece: Piece, lexicon: Lexicon) -> int:
    """Find where a second name begins that no mark parts from the first: "Bache Bank | Stuart Roe", "New York | NASDAQ"."""
    low, kinds = piece.low, piece.kinds
    for cut in range(1, len(low)):
        if kinds[cut - 1] & HEAD and len(low) - cut in {2, 3} and kinds[cut] & GIVEN:
            return cut
        first = lexicon.known.get(" ".join(low[:cut]))
        if first and first[0] == "organisation" and len(low) - cut in {2, 3} and kinds[cut] & GIVEN:
            return cut  # "dijo a Reuters | Marta Roe"
        second = lexicon.known.get(" ".join(low[cut:])) if first else None
        if first and second and first[0] != second[0] and lexicon.find_place(" ".join(low[:cut])):
            return cut
    return 0


def _count_title(piece: Piece) -> int:
    """Count the words of the title at the head of a piece: 4 of "US Secretary of State Antony Blinken"."""
    words, kinds, last, position = piece.words, piece.kinds, 0, 0
    while position < len(words):
        if kinds[position] & TITLE:
            last = position + 1
            if words[position + 1 : position + 2] == ("of",):
                position += 2 + (words[position + 2 : position + 3] == ("the",))
                last = min(position + 1, len(words))
        elif (last and not kinds[position] & TITLE_WORD and words[position] not in {"and", "&"}) or position > 4:
            break
        position += 1
    return last


def _read_titled(piece: Piece, title: int, lexicon: Lexicon) -> Iterator[Name]:
    """Read a person behind a title, and the organisations in the title."""
    words, rest, country = piece.words, drop(piece, title), None
    for position, word in enumerate(words[:title]):
        low = word.lower()
        kind, own = lexicon.known.get(low, (None, lexicon.nationalities.get(low)))
        country = country or own
        if kind == "organisation":
            start = drop(piece, position).start
            yield Name(word, kind, start, start + len(word), "names.known", SURE)
    if len(rest.words) > 1 and rest.kinds[0] & TITLE_WORD and (rest.low[0] == "executive" or rest.kinds[1] & GIVEN):
        title, rest = title + 1, drop(rest, 1)  # "Chief Executive Marta Holm"
    if rest.words and rest.kinds[0] & THING:  # "General Agreement"
        return
    if not rest.words or len(rest.words) > MOST_OF_PERSON or rest.kinds[0] & TITLE_WORD:
        return
    if rest.kinds[-1] & (PLACE_WORD | HEAD):  # "Prince Edward Island"
        kind = "place" if rest.kinds[-1] & PLACE_WORD else "organisation"
        yield Name(" ".join(words), kind, piece.start, piece.end, "names.head", LIKELY)
        return
    yield Name(" ".join(rest.words), "person", rest.start, rest.end, "names.title", SURE, " ".join(words[:title]), country)
