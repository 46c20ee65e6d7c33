"""Names of people, organisations and places in running text, with title and country where these stand beside the name.

"Kazakh President Kassym-Jomart Tokayev" -> person Kassym-Jomart Tokayev, role "Kazakh President", KZ
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.parsing.name_chains import Piece, find_pieces
from wiredesk.parsing.name_kinds import LIKELY, MADE_ADJECTIVE, MOST_OF_PERSON, SURE, Name, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiredesk.parsing.name_chains import Lexicon

_COMPASS = frozenset("south north east west central southern northern eastern western southeast latin ex".split())
_CONTINENTAL = frozenset("asian african european american arab arctic".split())
LONGEST_HEADING = 120  # characters


def is_heading(text: str) -> bool:
    """Tell a line whose capitals say nothing: all of it in capitals, or a short one of capital words without a full stop."""
    if text.isupper():
        return True
    if len(text) > LONGEST_HEADING or text.rstrip("\"'”’»)")[-1:] in ".!?…:;,":
        return False
    words = [word for word in text.split() if len(word) > 3]
    return sum(word[0].isupper() for word in words) * 2 > len(words)


def find_names(text: str, lexicon: Lexicon) -> list[Name]:
    """Find the names of a text in order; one that stands inside a title ("Bundesbank President") counts too."""
    names: list[Name] = []
    for piece in find_pieces(text, lexicon):
        names.extend(_read(piece, text, lexicon))
    return names


def _read(piece: Piece, text: str, lexicon: Lexicon) -> Iterator[Name]:
    words = piece.words
    if len(words) > 1 and " ".join(words).lower() not in lexicon.known:
        title = 0 if _is_company(words, lexicon) else _count_title(words, lexicon)
        if title:
            yield from _read_titled(piece, title, lexicon)
            return
        adjectives = _count_adjectives(words, lexicon)
        if adjectives and not _is_adjective_of_name(words, lexicon):
            yield from _read_qualified(piece, adjectives, text, lexicon)
            return
        border = _find_border(words, lexicon)
        if border:
            end = piece.start + len(" ".join(words[:border]))
            yield from _read(Piece(words[:border], piece.start, end, piece.opens), text, lexicon)
            yield from _read(_drop(piece, border), text, lexicon)
            return
    name = judge(words, piece.start, text, lexicon, opens=piece.opens)
    if name:
        yield name


def _read_qualified(piece: Piece, adjectives: int, text: str, lexicon: Lexicon) -> Iterator[Name]:
    """Read "Dutch Philips" and "Moscow-led Collective Security Treaty Organisation" without the adjective."""
    rest = _drop(piece, adjectives)
    name = judge(rest.words, rest.start, text, lexicon, opens=False) if rest.words else None
    if name:
        country = lexicon.nationalities.get(piece.words[adjectives - 1].lower())
        yield name._replace(country=country if name.kind == "organisation" else name.country)


def _drop(piece: Piece, count: int) -> Piece:
    """Give a piece without its first words."""
    start = piece.start + sum(len(word) + 1 for word in piece.words[:count])
    return Piece(piece.words[count:], start, piece.end, opens=False)


def _is_company(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    duty = len(words) > 1 and words[1] == "of" and words[0].lower() in lexicon.words["title"]
    return not duty and any(word.rstrip(".").lower() in lexicon.words["suffix"] for word in words[1:])


def _is_adjective_of_name(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell "British Airways" and "American Express Co" from "Canadian Bashaw Leduc Oil and Gas Ltd" by their length."""
    if words[0].lower().endswith(MADE_ADJECTIVE):
        return False
    kinds, last = lexicon.words, words[-1].lower()
    if len(words) > 3 and words[2] in {"of", "for", "on"} and words[1].lower() in kinds["head"]:
        return True
    return len(words) <= 5 and (last in kinds["head"] or last in kinds["suffix"] or last in kinds["place-word"])


def _count_adjectives(words: tuple[str, ...], lexicon: Lexicon) -> int:
    """Count the words of a nationality at the head of a piece: "South Australian"."""
    compass = len(words) > 1 and words[0].lower() in _COMPASS
    low = words[compass].lower()
    return compass + 1 if low in lexicon.nationalities or low in _CONTINENTAL or low.endswith(MADE_ADJECTIVE) else 0


def _find_border(words: tuple[str, ...], lexicon: Lexicon) -> int:
    """Find where a second name begins that no mark parts from the first: "Bache Bank | Stuart Roe", "New York | NASDAQ"."""
    table = lexicon.words
    for cut in range(1, len(words)):
        low, before = words[cut].lower(), words[cut - 1].lower()
        if before in table["head"] and len(words) - cut in {2, 3} and (low in table["man"] or low in table["woman"]):
            return cut
        first, second = lexicon.known.get(" ".join(words[:cut]).lower()), lexicon.known.get(" ".join(words[cut:]).lower())
        if first and second and first[0] != second[0] and lexicon.find_place(" ".join(words[:cut])):
            return cut
    return 0


def _count_title(words: tuple[str, ...], lexicon: Lexicon) -> int:
    """Count the words of the title at the head of a piece: 4 of "US Secretary of State Antony Blinken"."""
    table, last, position = lexicon.words, 0, 0
    while position < len(words):
        low = words[position].lower()
        if low in table["title"]:
            last = position + 1
            if words[position + 1 : position + 2] == ("of",):
                position += 2 + (words[position + 2 : position + 3] == ("the",))
                last = min(position + 1, len(words))
        elif (last and low not in table["title-word"] and low not in {"and", "&"}) or position > 4:
            break
        position += 1
    return last


def _read_titled(piece: Piece, title: int, lexicon: Lexicon) -> Iterator[Name]:
    """Read a person behind a title, and the organisations in the title."""
    words, rest, country = piece.words, _drop(piece, title), None
    for position, word in enumerate(words[:title]):
        low = word.lower()
        kind, own = lexicon.known.get(low, (None, lexicon.nationalities.get(low)))
        country = country or own
        if kind == "organisation":
            start = _drop(piece, position).start
            yield Name(word, kind, start, start + len(word), "names.known", SURE)
    own_words = rest.words
    if not own_words or len(own_words) > MOST_OF_PERSON or own_words[0].lower() in lexicon.words["title-word"]:
        return
    joined, last = " ".join(own_words), own_words[-1].lower()
    if last in lexicon.words["place-word"] or last in lexicon.words["head"]:  # "Prince Edward Island"
        kind = "place" if last in lexicon.words["place-word"] else "organisation"
        yield Name(" ".join(words), kind, piece.start, piece.end, "names.head", LIKELY)
        return
    yield Name(joined, "person", rest.start, rest.end, "names.title", SURE, " ".join(words[:title]), country)
