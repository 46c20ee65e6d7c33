"""Names of people, organisations and places in running text, with title and country where these stand beside the name.

"Kazakh President Kassym-Jomart Tokayev" -> person Kassym-Jomart Tokayev, role "Kazakh President", KZ
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.name_chains import Lexicon, Piece, find_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEAR = 24  # characters before a name that are looked at
_BEFORE = re.compile(r"([^\W\d_]+)[,]?[ \n]$")
_PLACED = frozenset("in at near from outside around across throughout toward towards via inside leaving visiting".split())
_AGE = re.compile(r", \d{1,3}[,.)]| \(\d{1,3}\)")
_REGION = re.compile(r",[ \n]((?:[A-Z]\.){2}|[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?)")
_SAYS = re.compile(r"[ \n]([a-z]+)\b")
_TICKER = re.compile(r"[A-Z0-9]{2,6}\.[A-Z]{1,2}|[A-Z]{3,5}")
_LETTERS = re.compile(r"(?:[A-Z]\.?){2,6}|[A-Z]&[A-Z]")
_ROLE_AFTER = re.compile(
    r",? (?:an? |the |its |his |her )?((?:[a-z-]+ ){0,3}(?:chairman|president|director|minister|spokesman|spokeswoman|analyst|economist|"
    r"manager|editor|professor|secretary|governor|mayor|leader|lawyer|officer|chief))(?=[ ,.](?:of|at|for|in|with)? ?)"
)
_COMPASS = frozenset("south north east west central southern northern eastern western southeast latin ex".split())
_CONTINENTAL = frozenset("asian african european american arab arctic".split())
_MADE_ADJECTIVE = ("-led", "-based", "-backed", "-born", "-owned", "-style", "-powered", "-controlled", "-made", "-trained", "-era")
LONGEST_HEADING = 120  # characters
_OPENS_COMPANY = frozenset("nv sa banco banque banca groupe compagnie société societe grupo gruppo".split())
MOST_OF_PERSON = 5  # words of a person's name
SURE, LIKELY, POSSIBLE = 0.95, 0.85, 0.7


class Name(NamedTuple):
    """A name at the text's `[start, end)`; `kind` is "" where only a longer form elsewhere can tell what it is."""

    text: str
    kind: str
    start: int
    end: int
    found_by: str = ""
    sure: float = 0.0
    role: str | None = None
    country: str | None = None
    opens: bool = False
    placed: bool = False
    speaks: bool = False


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
    words, table = piece.words, lexicon.words
    if len(words) == 1:
        name = _judge(words, piece, text, lexicon)
        if name:
            yield name
        return
    if " ".join(words).lower() not in lexicon.known:
        adjectives = _count_adjectives(words, lexicon)
        title = 0 if _is_company(words, table) else _count_title(words, lexicon)
        if title:
            yield from _read_titled(piece, title, text, lexicon)
            return
        made = words[0].lower().endswith(_MADE_ADJECTIVE)
        if adjectives and (made or not _is_adjective_of_name(words, table)):
            rest = _drop(piece, adjectives)
            name = _judge(rest.words, rest, text, lexicon) if rest.words else None
            if name:
                country = lexicon.nationalities.get(words[adjectives - 1].lower())
                yield name._replace(country=country if name.kind == "organisation" else name.country)
            return
        cut = _find_border(words, lexicon)
        if cut:
            first = " ".join(words[:cut])
            yield from _read(Piece(words[:cut], piece.start, piece.start + len(first), piece.opens), text, lexicon)
            yield from _read(_drop(piece, cut), text, lexicon)
            return
    name = _judge(words, piece, text, lexicon)
    if name:
        yield name


def _drop(piece: Piece, count: int) -> Piece:
    """Give a piece without its first words."""
    start = piece.start + sum(len(word) + 1 for word in piece.words[:count])
    return Piece(piece.words[count:], start, piece.end, opens=False)


def _is_company(words: tuple[str, ...], table: object) -> bool:
    return any(word.rstrip(".").lower() in table["suffix"] for word in words[1:])  # type: ignore[index]


def _is_adjective_of_name(words: tuple[str, ...], table: object) -> bool:
    """Tell "British Airways" and "American Express Co" from "Canadian Bashaw Leduc Oil": no more than four words follow."""
    return (len(words) > 3 and words[2] in {"of", "for", "on"} and words[1].lower() in table["head"]) or len(words) <= 5 and words[-1].lower() in (table["head"] | table["suffix"] | table["place-word"])  # type: ignore[index]


def _count_adjectives(words: tuple[str, ...], lexicon: Lexicon) -> int:
    """Count the words of a nationality at the head of a piece: "South Australian"."""
    compass = len(words) > 1 and words[0].lower() in _COMPASS
    low = words[compass].lower()
    return compass + 1 if low in lexicon.nationalities or low in _CONTINENTAL or low.endswith(_MADE_ADJECTIVE) else 0


def _find_border(words: tuple[str, ...], lexicon: Lexicon) -> int:
    """Find where a second name begins that no mark parts from the first: "Bache Securities | Stuart Roe", "New York | NASDAQ"."""
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
        elif last and low not in table["title-word"] and low not in {"and", "&"}:
            break
        elif position > 4:
            break
        position += 1
    return last


def _read_titled(piece: Piece, title: int, text: str, lexicon: Lexicon) -> Iterator[Name]:
    words = piece.words
    role, rest = " ".join(words[:title]), _drop(piece, title)
    country = None
    for position, word in enumerate(words[:title]):
        low = word.lower()
        country = country or lexicon.nationalities.get(low) or (lexicon.known[low][1] if low in lexicon.known else None)
        if low in lexicon.known and lexicon.known[low][0] == "organisation":
            start = _drop(piece, position).start
            yield Name(word, "organisation", start, start + len(word), "names.known", SURE)
    if not rest.words:
        return
    own = rest.words
    if len(own) <= MOST_OF_PERSON and not own[0].islower() and own[0].lower() not in lexicon.words["title-word"]:
        joined = " ".join(own)
        yield Name(joined, "person", rest.start, rest.end, "names.title", SURE, role, country)


def _judge(words: tuple[str, ...], piece: Piece, text: str, lexicon: Lexicon) -> Name | None:
    """Say what a piece without title is; None where it is no name."""
    joined = " ".join(words)
    low, table = joined.lower(), lexicon.words
    start, end, opens = piece.start, piece.start + len(joined), piece.opens
    plain = low.replace(". ", ".")
    known = lexicon.known.get(plain) or (lexicon.known.get(plain.rstrip(".")) if low[-1:] == "." else None)
    if known and not (len(words) == 1 and known[0] == "organisation" and words[0].islower()):
        return Name(joined, known[0], start, end, "names.known", SURE, None, known[1])
    if len(words) > 1:
        return _judge_long(words, piece, text, lexicon)
    if "." in joined and _TICKER.fullmatch(joined):
        return None
    if low.endswith(_MADE_ADJECTIVE) or low in lexicon.nationalities or low in table["title"] or low in table["title-word"] or low in table["thing"]:
        return None
    bare = low.rstrip(".")
    if bare in table["suffix"] or bare in table["head"] or bare in table["place-word"] or bare in table["place-lead"]:
        return Name(joined, "", start, end, opens=True)
    before = _BEFORE.search(text, max(0, start - _NEAR), start)
    placed = bool(before and before[1] in _PLACED) or _is_in_region(text, end, lexicon)
    says = _SAYS.match(text, end)
    speaks = bool(says) and says[1] in table["say"] if says else False
    if text[start - 2 : start] == ", " and bare in table["state"]:
        return Name(joined, "place", start, end, "names.state", LIKELY, None, "US")
    if len(bare) == 1 or low.rstrip("s") in lexicon.nationalities or (low[-3:] == "men" and low[:-3] + "man" in lexicon.nationalities):
        return None
    if _AGE.match(text, end):
        return Name(joined, "person", start, end, "names.age", POSSIBLE, None, None, opens, placed, speaks)
    if _LETTERS.fullmatch(joined):
        return Name(joined, "organisation", start, end, "names.acronym", POSSIBLE, None, None, opens, placed, speaks)
    town = lexicon.find_place(joined)
    if town and (placed or (town[1] and not opens)) and not speaks:
        sure = LIKELY if placed or not opens else POSSIBLE
        return Name(joined, "place", start, end, "names.gazetteer", sure, None, town[0], opens, placed, speaks)
    if placed and _is_in_region(text, end, lexicon):
        return Name(joined, "place", start, end, "names.region", LIKELY, None, None, opens, placed, speaks)
    if before and before[1] in table["role"]:
        return Name(joined, "person", start, end, "names.role", POSSIBLE, before[1], None, opens, placed, speaks)
    return Name(joined, "", start, end, "", 0.0, None, None, opens, placed, speaks)


def _judge_long(words: tuple[str, ...], piece: Piece, text: str, lexicon: Lexicon) -> Name | None:
    table = lexicon.words
    if "." in words[-1] and _TICKER.fullmatch(words[-1]):
        words = words[:-1]
    low = [word.lower().rstrip(".") for word in words]
    suffix = next((i for i in range(len(words) - 1, 0, -1) if low[i] in table["suffix"]), 0)
    if suffix:
        ends = suffix + 1
        if ends < len(words) and not (len(words) == ends + 1 and _TICKER.fullmatch(words[ends])):
            ends = len(words)
        joined = " ".join(words[:ends])
        return Name(joined, "organisation", piece.start, piece.start + len(joined), "names.suffix", SURE)
    joined = " ".join(words)
    start, end = piece.start, piece.start + len(joined)
    given = low[0] in table["man"] or low[0] in table["woman"]
    if low[-1] in table["thing"]:
        return None
    town = lexicon.find_place(joined)
    if town:
        return Name(joined, "place", start, end, "names.gazetteer", LIKELY, None, town[0])
    linked = next((i for i, word in enumerate(words) if i and word in {"of", "for", "on"}), 0)
    if low[-1] in table["head"] or (linked and low[linked - 1] in table["head"]) or low[0] in _OPENS_COMPANY:
        if all(word in table["title"] or word in table["title-word"] for word in low):
            return None
        return Name(joined, "organisation", start, end, "names.head", LIKELY)
    if low[-1] in table["place-word"] or low[0] in {"lake", "mount", "cape", "gulf", "strait", "isle", "port", "fort", "bay"}:
        return Name(joined, "place", start, end, "names.place-word", LIKELY)
    before = _BEFORE.search(text, max(0, start - _NEAR), start)
    says = _SAYS.match(text, end)
    role = before[1] if before and before[1] in table["role"] else None
    letters = all(word.replace("-", "").replace("'", "").replace("’", "").replace(".", "").isalpha() for word in words)
    if letters and len(words) <= MOST_OF_PERSON:
        if given or (len(words) == 3 and len(low[1]) == 1):
            return Name(joined, "person", start, end, "names.given-name", SURE, role or _role_after(text, end))
        if role or _AGE.match(text, end):
            return Name(joined, "person", start, end, "names.role" if role else "names.age", LIKELY, role)
        if "of" not in words and (_role_after(text, end) or (says and says[1] in table["say"] and len(words) < 4)):
            return Name(joined, "person", start, end, "names.says", POSSIBLE, _role_after(text, end))
    if _is_in_region(text, end, lexicon) and all(word[0].isupper() for word in words):
        return Name(joined, "place", start, end, "names.placed", POSSIBLE)
    if low[0] in lexicon.nationalities or any(word in table["thing"] or word in table["title"] for word in low):
        return None
    return Name(joined, "organisation", start, end, "names.capitals", POSSIBLE, opens=piece.opens)


def _is_in_region(text: str, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a state or a country follows: ", N.J.", ", West Germany"."""
    found = _REGION.match(text, end, end + 30)
    if not found:
        return False
    region = found[1].lower().rstrip(".")
    return region in lexicon.words["state"] or lexicon.known.get(region, ("",))[0] == "place"


def _role_after(text: str, end: int) -> str | None:
    found = _ROLE_AFTER.match(text, end, end + 60) if text[end : end + 1] == "," else None
    return found[1] if found else None
