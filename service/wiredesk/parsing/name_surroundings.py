"""What stands around a name: the word before it, a state or country behind it, a role, an age, a verb of saying.

in | Osaka | , Japan      former chief executive | Nils Aber |      | Edith Lorne | , 52,      | Lorne | said
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.parsing.lexicon import ROLE, STATE, TITLE, TITLE_WORD

if TYPE_CHECKING:
    from wiredesk.parsing.lexicon import Lexicon

_NEAR, _ROLE_NEAR = 24, 60  # characters before a name that are looked at, for a word and for a role
PLACED = frozenset("in at near from outside around across throughout toward towards via inside leaving visiting".split())
_AGE = re.compile(r", \d{1,3}[,.)]| \(\d{1,3}\)")
_REGION = re.compile(r",[ \n]((?:[A-Z]\.){2}|[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?)")
_SAYS = re.compile(r"[ \n]([a-z]+)\b")
_ROLE_AFTER = re.compile(
    r", (?:an? |the |its |his |her )?((?:[a-z-]+ ){0,3}(?:chairman|chairwoman|president|director|minister|spokesman|"
    r"spokeswoman|analyst|economist|manager|editor|professor|secretary|governor|mayor|leader|lawyer|officer|chief))(?=[ ,.])"
)


def find_word_before(text: str, start: int) -> str:
    """Give the word of letters before `start`, without a comma behind it; "" where there is none."""
    if not start or text[start - 1] not in " \n":
        return ""
    near = text[max(0, start - _NEAR) : start].rsplit(None, 1)
    before = near[-1].rstrip(",") if near else ""
    return before if before.isalpha() else ""


def is_in_region(text: str, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a state or a country follows: ", N.J.", ", West Germany"."""
    found = _REGION.match(text, end, end + 30) if text.startswith(",", end) else None
    region = found[1].lower().rstrip(".") if found else ""
    return bool(region) and (bool(lexicon.flags.get(region, 0) & STATE) or lexicon.known.get(region, ("",))[0] == "place")


def is_placed(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a name is spoken of as a place."""
    return find_word_before(text, start) in PLACED or is_in_region(text, end, lexicon)


def speaks(text: str, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb of saying follows."""
    found = _SAYS.match(text, end)
    return bool(found) and found[1] in lexicon.says if found else False


def is_aged(text: str, end: int) -> bool:
    """Tell whether an age follows: ", 52,", " (52)"."""
    return text[end : end + 2] in {", ", " ("} and _AGE.match(text, end) is not None


def find_role(text: str, start: int, end: int, before: str, lexicon: Lexicon) -> str | None:
    """Give the role that is printed before a name or behind it; `before`: the word before."""
    if lexicon.flags.get(before, 0) & ROLE:
        return _read_role(text, start, before, lexicon)
    found = _ROLE_AFTER.match(text, end, end + _ROLE_NEAR) if text.startswith(",", end) else None
    return found[1] if found else None


def _read_role(text: str, start: int, before: str, lexicon: Lexicon) -> str:
    """Give the role before a name with the words that go with it: "former chief executive"."""
    words = text[max(0, start - _ROLE_NEAR) : start].replace("\n", " ").split(" ")[1:]
    role: list[str] = []
    for word in reversed([word for word in words if word]):
        if not lexicon.flags.get(word, 0) & (ROLE | TITLE | TITLE_WORD):
            break
        role.insert(0, word)
    return " ".join(role) or before
