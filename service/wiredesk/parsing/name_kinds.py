"""What kind of name a piece of capitals is, by the first evidence that speaks: its words, then what stands around it.

"Ford Motor Co" -> organisation, by its ending     "Edith Lorne, 52," -> person, by the age     "Osaka" -> place, by the map
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from wiredesk.parsing.name_chains import Lexicon

_NEAR, ROLE = 24, 60  # characters before a name that are looked at, for a word and for a role
_PLACED = frozenset("in at near from outside around across throughout toward towards via inside leaving visiting".split())
_AGE = re.compile(r", \d{1,3}[,.)]| \(\d{1,3}\)")
_REGION = re.compile(r",[ \n]((?:[A-Z]\.){2}|[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?)")
_SAYS = re.compile(r"[ \n]([a-z]+)\b")
_TICKER = re.compile(r"[A-Z0-9]{2,6}\.[A-Z]{1,2}|[A-Z]{3,5}")
_LETTERS = re.compile(r"(?:[A-Z]\.?){2,6}|[A-Z]&[A-Z]")
_ROLE_AFTER = re.compile(
    r", (?:an? |the |its |his |her )?((?:[a-z-]+ ){0,3}(?:chairman|chairwoman|president|director|minister|spokesman|"
    r"spokeswoman|analyst|economist|manager|editor|professor|secretary|governor|mayor|leader|lawyer|officer|chief))(?=[ ,.])"
)
MADE_ADJECTIVE = tuple("-led -based -backed -born -owned -style -powered -controlled -made -trained -era".split())
_OPENS_COMPANY = frozenset("nv sa banco banque banca groupe compagnie société societe grupo gruppo".split())
_OPENS_PLACE = frozenset("lake mount cape gulf strait isle port fort bay".split())
_MARKS = str.maketrans("", "", "-'’.")
MOST_OF_PERSON = 5  # words of a person's name
SURE, LIKELY, POSSIBLE = 0.95, 0.85, 0.7


class Name(NamedTuple):
    """A name at the text's `[start, end)`; `kind` is "" where only other forms in the story can tell what it is.

    opens: it begins a sentence; placed: "in" or "near" stands before it; speaks: "said" follows.
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
    placed: bool = False
    speaks: bool = False


class Seen:
    """A piece of capitals, and what stands around it: the word before, whether a state or a country follows."""

    def __init__(self, words: tuple[str, ...], start: int, text: str, lexicon: Lexicon, *, opens: bool) -> None:
        self.words, self.start, self.text, self.opens = words, start, text, opens
        self.lexicon, self.kinds = lexicon, lexicon.words
        self.joined = " ".join(words)
        self.end = start + len(self.joined)
        self.low = [word.lower().rstrip(".") for word in words]
        last = text[max(0, start - _NEAR) : start].rsplit(None, 1)[-1:] if text[start - 1 : start] in {" ", "\n"} else []
        before = last[0].rstrip(",") if last else ""
        self.before = before if before.isalpha() else ""
        self.in_region = text.startswith(",", self.end) and self._is_followed_by_region()

    def _is_followed_by_region(self) -> bool:
        """Tell whether a state or a country follows: ", N.J.", ", West Germany"."""
        found = _REGION.match(self.text, self.end, self.end + 30)
        region = found[1].lower().rstrip(".") if found else ""
        return bool(region) and (region in self.kinds["state"] or self.lexicon.known.get(region, ("",))[0] == "place")

    @property
    def placed(self) -> bool:
        """Tell whether it is spoken of as a place."""
        return self.before in _PLACED or self.in_region

    @property
    def speaks(self) -> bool:
        """Tell whether a verb of saying follows."""
        found = _SAYS.match(self.text, self.end)
        return bool(found) and found[1] in self.kinds["say"] if found else False

    @property
    def role(self) -> str | None:
        """Give the role that is printed before or after."""
        if self.before in self.kinds["role"]:
            return self._whole_role()
        found = _ROLE_AFTER.match(self.text, self.end, self.end + 60) if self.text.startswith(",", self.end) else None
        return found[1] if found else None

    def _whole_role(self) -> str:
        """Give the role before the name with the words that go with it: "former chief executive"."""
        words = self.text[max(0, self.start - ROLE) : self.start].replace("\n", " ").split(" ")[1:]
        role: list[str] = []
        for word in reversed([word for word in words if word]):
            if not (word in self.kinds["role"] or word in self.kinds["title-word"] or word in self.kinds["title"]):
                break
            role.insert(0, word)
        return " ".join(role) or self.before

    def name(self, kind: str, found_by: str, sure: float, role: str | None = None, country: str | None = None) -> Name:
        """Make the name."""
        opens, placed, speaks = self.opens, self.placed, self.speaks
        return Name(self.joined, kind, self.start, self.end, found_by, sure, role, country, opens, placed, speaks)


def _is_known(seen: Seen) -> Name | None:
    plain = seen.joined.lower().replace(". ", ".")
    known = seen.lexicon.known.get(plain) or (seen.lexicon.known.get(plain.rstrip(".")) if plain[-1:] == "." else None)
    if not known or (len(plain) < 4 and not seen.joined.isupper()):  # "Un", "Us": no UN, no US
        return None
    return seen.name(known[0], "names.known", SURE, country=known[1])


def _is_state(seen: Seen) -> Name | None:
    after = seen.text[max(0, seen.start - 2) : seen.start] == ", "
    return seen.name("place", "names.state", LIKELY, country="US") if after and seen.low[0] in seen.kinds["state"] else None


def _is_aged(seen: Seen) -> Name | None:
    return seen.name("person", "names.age", LIKELY, seen.role) if _AGE.match(seen.text, seen.end) else None


def _is_acronym(seen: Seen) -> Name | None:
    return seen.name("organisation", "names.acronym", POSSIBLE) if _LETTERS.fullmatch(seen.joined) else None


def _is_town(seen: Seen) -> Name | None:
    town = seen.lexicon.find_place(seen.joined)
    if not town or seen.speaks or not (seen.placed or (town[1] and not seen.opens)):
        return None
    return seen.name("place", "names.gazetteer", LIKELY, country=town[0])


def _is_in_region(seen: Seen) -> Name | None:
    capital = seen.in_region and all(word[0].isupper() for word in seen.words)
    return seen.name("place", "names.region", LIKELY) if capital else None


def _has_role(seen: Seen) -> Name | None:
    if seen.before in seen.kinds["kin"]:
        return seen.name("person", "names.kin", POSSIBLE)
    return seen.name("person", "names.role", POSSIBLE, seen.role) if seen.before in seen.kinds["role"] else None


def _is_company(seen: Seen) -> Name | None:
    """Tell a company by its ending; a ticker behind it is no part of the name."""
    suffix = next((i for i in range(len(seen.words) - 1, 0, -1) if seen.low[i] in seen.kinds["suffix"]), 0)
    if not suffix:
        return None
    ticker = len(seen.words) == suffix + 2 and _TICKER.fullmatch(seen.words[-1])
    own = Seen(seen.words[:-1], seen.start, seen.text, seen.lexicon, opens=seen.opens) if ticker else seen
    return own.name("organisation", "names.suffix", SURE)


def _is_long_town(seen: Seen) -> Name | None:
    given = seen.low[0] in seen.kinds["man"] or seen.low[0] in seen.kinds["woman"]
    town = seen.lexicon.find_place(seen.joined) if not given or seen.placed else None
    return seen.name("place", "names.gazetteer", LIKELY, country=town[0]) if town else None


def _is_body(seen: Seen) -> Name | None:
    """Tell an organisation by its head word: "Bank of Kesten", "Kesten Harbour Authority"."""
    linked = next((i for i, word in enumerate(seen.words) if i and word in {"of", "for", "on"}), 0)
    heads = seen.kinds["head"]
    if not (seen.low[-1] in heads or (linked and seen.low[linked - 1] in heads) or seen.low[0] in _OPENS_COMPANY):
        return None
    return seen.name("organisation", "names.head", LIKELY)


def _is_landscape(seen: Seen) -> Name | None:
    found = seen.low[-1] in seen.kinds["place-word"] or seen.low[0] in _OPENS_PLACE
    return seen.name("place", "names.place-word", LIKELY) if found else None


def _is_person(seen: Seen) -> Name | None:
    """Tell a person by the given name, the role beside it, the age, or a verb of saying."""
    size = len(seen.words)
    if size > MOST_OF_PERSON or not all(word.translate(_MARKS).isalpha() for word in seen.words):
        return None
    if seen.low[0] in seen.kinds["man"] or seen.low[0] in seen.kinds["woman"] or (size == 3 and len(seen.low[1]) == 1):
        return seen.name("person", "names.given-name", SURE, seen.role)
    if seen.role:
        return seen.name("person", "names.role", LIKELY, seen.role)
    if seen.before in seen.kinds["kin"] or _AGE.match(seen.text, seen.end):
        return seen.name("person", "names.age", LIKELY)
    says = seen.speaks and size < 4 and "of" not in seen.words
    return seen.name("person", "names.says", POSSIBLE) if says else None


ALONE: tuple[Callable[[Seen], Name | None], ...] = (_is_state, _is_aged, _is_acronym, _is_town, _is_in_region, _has_role)
LONG: tuple[Callable[[Seen], Name | None], ...] = (
    _is_company, _is_long_town, _is_body, _is_landscape, _is_person, _is_in_region,
)  # fmt: skip


def judge(words: tuple[str, ...], start: int, text: str, lexicon: Lexicon, *, opens: bool) -> Name | None:
    """Say what kind of name a piece without title is; None where it is no name."""
    if len(words) > 1 and "." in words[-1] and _TICKER.fullmatch(words[-1]):
        words = words[:-1]
    seen = Seen(words, start, text, lexicon, opens=opens)
    known = _is_known(seen)
    if known:
        return known
    if len(words) == 1:
        return _judge_alone(seen)
    if seen.low[-1] in lexicon.words["thing"] or all(_is_duty(word, lexicon) for word in seen.low):
        return None
    name = next((name for find in LONG if (name := find(seen))), None)
    if name:
        return name
    if seen.low[0] in lexicon.nationalities or any(word in lexicon.words["title"] for word in seen.low):
        return None
    return seen.name("organisation", "names.capitals", POSSIBLE)


def _is_duty(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.words["title"] or word in lexicon.words["title-word"]


def _judge_alone(seen: Seen) -> Name | None:
    kinds, word = seen.kinds, seen.low[0]
    if "." in seen.joined and _TICKER.fullmatch(seen.joined):
        return None
    if (
        _is_duty(word, seen.lexicon)
        or word in kinds["thing"]
        or word.endswith(MADE_ADJECTIVE)
        or _is_people(word, seen.lexicon)
    ):
        return None
    if word in kinds["suffix"] or word in kinds["head"] or word in kinds["place-word"] or word in kinds["place-lead"]:
        return seen.name("", "", 0.0)._replace(opens=True, speaks=False)
    if len(word) == 1:
        return None
    for find in ALONE:
        name = find(seen)
        if name:
            return name
    return seen.name("", "", 0.0)


def _is_people(word: str, lexicon: Lexicon) -> bool:
    """Tell an adjective of a nation, and those who belong to it: "Kazakh", "Kazakhs", "Frenchmen"."""
    nations = lexicon.nationalities
    return word in nations or word.rstrip("s") in nations or (word.endswith("men") and word[:-3] in nations)
