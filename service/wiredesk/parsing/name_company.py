"""What kind of name a piece of capitals is, where only the words around it tell.

in | Osaka | is a place by "in"      mayor | Edith Lorne | a person by the role      | Lorne | , 52, by the age
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.parsing.lexicon import GIVEN, HEAD, KIN, NATION, PLACE_WORD, ROLE, STATE, TITLE
from wiredesk.parsing.name_kinds import LIKELY, MOST_OF_PERSON, POSSIBLE, SURE, Name
from wiredesk.parsing.name_surroundings import PLACED, find_role, find_word_before, is_aged, is_in_region, speaks

if TYPE_CHECKING:
    from wiredesk.parsing.lexicon import Lexicon
    from wiredesk.parsing.name_chains import Piece

_LETTERS = re.compile(r"(?:[A-Z]\.?){2,6}|[A-Z]&[A-Z]")
# "Die Gewerkschaft", "der Nordbahn": nouns have capitals in German, and no person begins with an article.
_ARTICLES = frozenset("der die das dem des den ein eine einer einem einen eines het een les los las gli una unos the".split())
_MARKS = str.maketrans("", "", "-'’.")


def judge_company(piece: Piece, text: str, lexicon: Lexicon) -> Name | None:
    """Say by the words around it what a piece is that its own words do not tell."""
    words, start, end, opens, _, _ = piece
    before = find_word_before(text, start)
    if len(words) > 1:
        return _judge_long(piece, before, text, lexicon)
    aged = is_aged(text, end)
    return (
        (None if aged else _judge_place(piece, before, text, lexicon))
        or (_judge_by_company(piece, before, text, lexicon, aged=aged) if aged or before else None)
        or Name(words[0], "", start, end, "", 0.0, None, None, opens)
    )


def _judge_long(piece: Piece, before: str, text: str, lexicon: Lexicon) -> Name | None:
    words, start, end, opens, _, kinds = piece
    joined = " ".join(words)
    in_region = is_in_region(text, end, lexicon)
    town = lexicon.find_place(joined) if in_region or before in PLACED else None
    if town:
        return Name(joined, "place", start, end, "names.gazetteer", LIKELY, None, town[0], opens)
    if kinds[-1] & (HEAD | PLACE_WORD):  # "Virginia Beach"
        kind = "place" if kinds[-1] & PLACE_WORD else "organisation"
        return Name(joined, kind, start, end, "names.head", LIKELY, opens=opens)
    name = _judge_person(piece, joined, before, text, lexicon)
    if not name and in_region and _is_title(words):
        return Name(joined, "place", start, end, "names.region", LIKELY, opens=opens)
    return name or _take_capitals(piece, joined)


def _judge_place(piece: Piece, before: str, text: str, lexicon: Lexicon) -> Name | None:
    """Tell a place by the state or country behind it, by the map, or by the town before it."""
    (word,), start, end, opens, (low,), (kinds,) = piece
    if kinds & STATE and text.startswith(", ", max(0, start - 2)):
        return Name(word, "place", start, end, "names.state", LIKELY, None, "US", opens)
    if word.isupper() and _LETTERS.fullmatch(word):
        return Name(word, "organisation", start, end, "names.acronym", POSSIBLE, opens=opens)
    in_region = is_in_region(text, end, lexicon)
    town = lexicon.find_place(low)
    if town and (before in PLACED or in_region or (town[1] and not opens)) and not speaks(text, end, lexicon):
        return Name(word, "place", start, end, "names.gazetteer", LIKELY, None, town[0], opens)
    if in_region and word[0].isupper():
        return Name(word, "place", start, end, "names.region", LIKELY, opens=opens)
    return None


def _judge_by_company(piece: Piece, before: str, text: str, lexicon: Lexicon, *, aged: bool) -> Name | None:
    """Tell a person by an age behind the name, or kin or role before it."""
    (word,), start, end, opens, _, _ = piece
    around = lexicon.flags.get(before, 0)
    role = find_role(text, start, end, before, lexicon) if around & ROLE else None
    if aged:
        return Name(word, "person", start, end, "names.age", LIKELY, role, None, opens)
    if around & KIN:
        return Name(word, "person", start, end, "names.kin", POSSIBLE, opens=opens)
    return Name(word, "person", start, end, "names.role", POSSIBLE, role, None, opens) if role else None


def _is_title(words: tuple[str, ...]) -> bool:
    return all(word[0].isupper() for word in words)


def _take_capitals(piece: Piece, joined: str) -> Name | None:
    if piece.kinds[0] & NATION or any(kind & TITLE for kind in piece.kinds):
        return None
    return Name(joined, "organisation", piece.start, piece.end, "names.capitals", POSSIBLE, opens=piece.opens)


def _judge_person(piece: Piece, joined: str, before: str, text: str, lexicon: Lexicon) -> Name | None:
    """Tell a person by the given name, the role beside it, the age, or a verb of saying."""
    words, start, end, opens, low, kinds = piece
    size = len(words)
    if low[0] in _ARTICLES or size > MOST_OF_PERSON or not "".join(words).translate(_MARKS).isalpha():
        return None
    role = find_role(text, start, end, before, lexicon)
    if kinds[0] & GIVEN or (size == 3 and len(low[1]) == 1):
        return Name(joined, "person", start, end, "names.given-name", SURE, role, None, opens)
    if role:
        return Name(joined, "person", start, end, "names.role", LIKELY, role, None, opens)
    if lexicon.flags.get(before, 0) & KIN or is_aged(text, end):
        return Name(joined, "person", start, end, "names.age", LIKELY, opens=opens)
    if size < 4 and "of" not in words and speaks(text, end, lexicon):
        return Name(joined, "person", start, end, "names.says", POSSIBLE, opens=opens)
    return None
