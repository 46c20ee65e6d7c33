"""What kind of name a piece of capitals is, by the first evidence that speaks: its words, then what stands around it.

"Ford Motor Co" -> organisation, by its ending     "Edith Lorne, 52," -> person, by the age     "Osaka" -> place, by the map
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.lexicon import (
    DUTY,
    GIVEN,
    HEAD,
    KIN,
    NATION,
    NATIONALS,
    PART,
    PLACE_WORD,
    ROLE,
    STATE,
    SUFFIX,
    THING,
    TITLE,
)  # fmt: skip
from wiredesk.parsing.name_chains import keep
from wiredesk.parsing.name_surroundings import (
    PLACED,
    find_role,
    find_word_before,
    is_aged,
    is_in_region,
    speaks,
)

if TYPE_CHECKING:
    from wiredesk.parsing.lexicon import Lexicon
    from wiredesk.parsing.name_chains import Piece

_TICKER = re.compile(r"[A-Z0-9]{2,6}\.[A-Z]{1,2}|[A-Z]{3,5}")
_LETTERS = re.compile(r"(?:[A-Z]\.?){2,6}|[A-Z]&[A-Z]")
MADE_ADJECTIVE = tuple("-led -based -backed -born -owned -style -powered -controlled -made -trained -era".split())
_OPENS_COMPANY = frozenset("nv sa banco banque banca groupe compagnie société societe grupo gruppo".split())
_OPENS_PLACE = frozenset("lake mount cape gulf strait isle port fort bay".split())
_MARKS = str.maketrans("", "", "-'’.")
MOST_OF_PERSON = 5  # words of a person's name
SURE, LIKELY, POSSIBLE = 0.95, 0.85, 0.7
COMMON = "names.common"  # a word that is part of names: it stands for one only where the story has the full name


class Name(NamedTuple):
    """A name at the text's `[start, end)`; `kind` is "" where only other forms in the story can tell what it is.

    opens: it begins a sentence.
    """

    text: str
    kind: str
    start: int
    end: int
    found_by: str = ""
    sure: float = 0.0
    role: str | None = None
    country: str | None = None
    opens: bool = False


def judge(piece: Piece, text: str, lexicon: Lexicon) -> Name | None:
    """Say what kind of name a piece without title is; None where it is no name."""
    if len(piece.words) > 1:
        return _judge_long(piece, text, lexicon)
    return _judge_alone(piece, text, lexicon)


def _find_known(joined: str, lexicon: Lexicon) -> tuple[str, str | None] | None:
    plain = joined.lower().replace(". ", ".")
    known = lexicon.known.get(plain) or (lexicon.known.get(plain.rstrip(".")) if plain[-1:] == "." else None)
    return known if known and (len(plain) > 3 or joined.isupper()) else None


def _judge_alone(piece: Piece, text: str, lexicon: Lexicon) -> Name | None:
    (word,), start, end, opens, (low,), (kinds,) = piece
    known = _find_known(word, lexicon) if "." in word else lexicon.known.get(low)
    if known and (len(low) > 3 or word.isupper()):  # "Un", "Us": no UN, no US
        return Name(word, known[0], start, end, "names.known", SURE, None, known[1], opens)
    if kinds & (DUTY | THING | NATIONALS) or low.endswith(MADE_ADJECTIVE) or ("." in word and _TICKER.fullmatch(word)):
        return None
    if kinds & PART:
        return Name(word, "", start, end, COMMON, 0.0, opens=True)
    if len(low) == 1:
        return None
    before = find_word_before(text, start)
    return (
        _judge_place(piece, before, text, lexicon)
        or _judge_by_company(piece, before, text, lexicon)
        or Name(word, "", start, end, opens=opens)
    )


def _judge_place(piece: Piece, before: str, text: str, lexicon: Lexicon) -> Name | None:
    """Tell a place by the state or country behind it, by the map, or by the town before it."""
    (word,), start, end, opens, (low,), (kinds,) = piece
    if is_aged(text, end):
        return None
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


def _judge_by_company(piece: Piece, before: str, text: str, lexicon: Lexicon) -> Name | None:
    """Tell a person by an age behind the name, or kin or role before it."""
    (word,), start, end, opens, _, _ = piece
    around = lexicon.flags.get(before, 0)
    role = find_role(text, start, end, before, lexicon) if around & ROLE else None
    if is_aged(text, end):
        return Name(word, "person", start, end, "names.age", LIKELY, role, None, opens)
    if around & KIN:
        return Name(word, "person", start, end, "names.kin", POSSIBLE, opens=opens)
    return Name(word, "person", start, end, "names.role", POSSIBLE, role, None, opens) if role else None


def _judge_long(piece: Piece, text: str, lexicon: Lexicon) -> Name | None:
    if "." in piece.words[-1] and _TICKER.fullmatch(piece.words[-1]):
        return judge(keep(piece, len(piece.words) - 1), text, lexicon)
    words, start, end, opens, _, kinds = piece
    joined = " ".join(words)
    known = _find_known(joined, lexicon)
    if known:
        return Name(joined, known[0], start, end, "names.known", SURE, None, known[1], opens)
    if kinds[-1] & THING or all(kind & DUTY for kind in kinds):
        return None
    suffix = next((i for i in range(len(words) - 1, 0, -1) if kinds[i] & SUFFIX), 0)
    if suffix:  # a ticker behind it is no part of the name
        own = keep(piece, suffix + 1) if len(words) == suffix + 2 and _TICKER.fullmatch(words[-1]) else piece
        return Name(" ".join(own.words), "organisation", start, own.end, "names.suffix", SURE, opens=opens)
    before = find_word_before(text, start)
    in_region = is_in_region(text, end, lexicon)
    name = (
        _judge_town(piece, joined, lexicon, placed=in_region or before in PLACED)
        or _judge_head(piece, joined)
        or _judge_person(piece, joined, before, text, lexicon)
    )
    if not name and in_region and _is_title(words):
        return Name(joined, "place", start, end, "names.region", LIKELY, opens=opens)
    return name or _take_capitals(piece, joined)


def _judge_town(piece: Piece, joined: str, lexicon: Lexicon, *, placed: bool) -> Name | None:
    town = lexicon.find_place(joined) if placed or not piece.kinds[0] & GIVEN else None
    return (
        Name(joined, "place", piece.start, piece.end, "names.gazetteer", LIKELY, None, town[0], piece.opens) if town else None
    )


def _judge_head(piece: Piece, joined: str) -> Name | None:
    """Tell by its head word: "Bank of Kesten", "Kesten Harbour Authority", "Lake Kesten"."""
    words, start, end, opens, low, kinds = piece
    linked = next((i for i, word in enumerate(words) if i and word in {"of", "for", "on"}), 0)
    if kinds[-1] & HEAD or (linked and kinds[linked - 1] & HEAD) or low[0] in _OPENS_COMPANY:
        return Name(joined, "organisation", start, end, "names.head", LIKELY, opens=opens)
    if kinds[-1] & PLACE_WORD or low[0] in _OPENS_PLACE:
        return Name(joined, "place", start, end, "names.place-word", LIKELY, opens=opens)
    return None


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
    if size > MOST_OF_PERSON or not "".join(words).translate(_MARKS).isalpha():
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
