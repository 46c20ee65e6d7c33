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
    NATIONALS,
    PART,
    PLACE_WORD,
    SUFFIX,
    THING,
)  # fmt: skip
from wiredesk.parsing.name_chains import keep

if TYPE_CHECKING:
    from wiredesk.parsing.lexicon import Lexicon
    from wiredesk.parsing.name_chains import Piece

_TICKER = re.compile(r"[A-Z0-9]{2,6}\.[A-Z]{1,2}|[A-Z]{3,5}")
MADE_ADJECTIVE = tuple("-led -based -backed -born -owned -style -powered -controlled -made -trained -era".split())
_OPENS_COMPANY = frozenset("nv sa banco banque banca groupe compagnie société societe grupo gruppo".split())
_OPENS_PLACE = frozenset("lake mount cape gulf strait isle port fort bay".split())
_NUMBERED = frozenset("class series phase type stage grade level part title section chapter article figure table".split())
FEWEST_LETTERS = 4  # of a word that names: "Class B" and "Phase III" count
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


def judge_words(piece: Piece, lexicon: Lexicon) -> Name | Piece | None:
    """Say by its words alone what a piece without title is; None: no name; the piece: only what stands around it tells."""
    words, start, end, opens, low, kinds = piece
    if len(words) == 1:
        return _judge_word(piece, lexicon)
    if "." in words[-1] and _TICKER.fullmatch(words[-1]):
        return judge_words(keep(piece, len(words) - 1), lexicon)
    joined = " ".join(words)
    known = _find_known(joined, lexicon)
    if known:
        return Name(joined, known[0], start, end, "names.known", SURE, None, known[1], opens)
    if kinds[-1] & THING or (low[0] in _NUMBERED and len(low[1]) < FEWEST_LETTERS) or all(kind & DUTY for kind in kinds):
        return None
    return _judge_company(piece, joined) or _judge_town(piece, joined, lexicon) or _judge_head(piece, joined) or piece


def _find_known(joined: str, lexicon: Lexicon) -> tuple[str, str | None] | None:
    plain = joined.lower().replace(". ", ".")
    known = lexicon.known.get(plain) or (lexicon.known.get(plain.rstrip(".")) if plain[-1:] == "." else None)
    return known if known and (len(plain) > 3 or joined.isupper()) else None  # "Un", "Us": no UN, no US


def _judge_word(piece: Piece, lexicon: Lexicon) -> Name | Piece | None:
    (word,), start, end, opens, (low,), (kinds,) = piece
    known = _find_known(word, lexicon)
    if known:
        return Name(word, known[0], start, end, "names.known", SURE, None, known[1], opens)
    if kinds & (DUTY | THING | NATIONALS) or low.endswith(MADE_ADJECTIVE) or ("." in word and _TICKER.fullmatch(word)):
        return None
    if kinds & PART:
        return Name(word, "", start, end, COMMON, 0.0, opens=True)
    return piece if len(low) > 1 else None


def _judge_company(piece: Piece, joined: str) -> Name | None:
    """Tell a company by its ending; a ticker behind it is no part of the name."""
    words, start, end, opens, _, kinds = piece
    suffix = next((i for i in range(len(words) - 1, 0, -1) if kinds[i] & SUFFIX), 0)
    if not suffix:
        return None
    if len(words) == suffix + 2 and _TICKER.fullmatch(words[-1]):
        joined, end = " ".join(words[:-1]), end - len(words[-1]) - 1
    return Name(joined, "organisation", start, end, "names.suffix", SURE, opens=opens)


def _judge_town(piece: Piece, joined: str, lexicon: Lexicon) -> Name | Piece | None:
    """Tell a town by the map; one that is named as a person may be ("San Jose", "Jackson"), what stands around it tells."""
    town = lexicon.find_place(joined)
    if not town:
        return None
    if piece.kinds[0] & GIVEN:
        return piece
    return Name(joined, "place", piece.start, piece.end, "names.gazetteer", LIKELY, None, town[0], piece.opens)


def _judge_head(piece: Piece, joined: str) -> Name | None:
    """Tell by its head word: "Bank of Kesten", "Kesten Harbour Authority", "Lake Kesten"."""
    words, start, end, opens, low, kinds = piece
    linked = next((i for i, word in enumerate(words) if i and word in {"of", "for", "on"}), 0)
    if kinds[-1] & HEAD or (linked and kinds[linked - 1] & HEAD) or low[0] in _OPENS_COMPANY:
        return Name(joined, "organisation", start, end, "names.head", LIKELY, opens=opens)
    if kinds[-1] & PLACE_WORD or low[0] in _OPENS_PLACE:
        return Name(joined, "place", start, end, "names.place-word", LIKELY, opens=opens)
    return None
