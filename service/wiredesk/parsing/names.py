"""Names of people, organisations and places in running text, with title and country where these stand beside the name.

"Kazakh President Kassym-Jomart Tokayev" -> person Kassym-Jomart Tokayev, role "Kazakh President", KZ
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.parsing.name_chains import Piece, find_chains, opens_sentence
from wiredesk.parsing.name_company import judge_company
from wiredesk.parsing.name_kinds import COMMON, Name
from wiredesk.parsing.name_readings import read_chain

if TYPE_CHECKING:
    from wiredesk.parsing.lexicon import Lexicon
    from wiredesk.parsing.name_readings import Reading

REMEMBERED = 8_192  # chains whose reading is kept: names come again, on the page and on the next one (about 5 MB)
_OWNS = frozenset(["'s ", "’s ", "'s\n", "’s\n"])
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
    memory = lexicon.memory
    for chain, start, capital in find_chains(text):
        readings = memory.get(chain)
        if readings is None:
            if len(memory) >= REMEMBERED:
                memory.clear()
            readings = memory[chain] = tuple(read_chain(chain, lexicon))
        if not readings:  # of most: the first words of sentences
            continue
        opens = opens_sentence(text, capital)
        for reading in readings:
            name = _place(reading, start, opens, text, lexicon)
            if name:
                names.append(name)
                if reading.firm:
                    _include_partners(names, text)
    return names


def _place(reading: Reading, start: int, opens: bool, text: str, lexicon: Lexicon) -> Name | None:  # noqa: FBT001 - the inner loop
    """Give the name that a piece of a chain is where the chain starts at `start`."""
    name, piece, nation, _ = reading
    if name:
        text, kind, first, end, found_by, sure, role, country, may_open = name
        may_open = may_open and (opens or found_by == COMMON)
        return Name(text, kind, start + first, start + end, found_by, sure, role, country, may_open)
    if not piece:
        return None
    words, first, end, may_open, low, kinds = piece
    name = judge_company(Piece(words, start + first, start + end, opens and may_open, low, kinds), text, lexicon)
    return name._replace(country=nation) if name and nation and name.kind == "organisation" else name


def _include_partners(names: list[Name], text: str) -> None:
    """Take into the name of a firm what stands before it: "Goldman, Sachs and Co", "Oliver's Stores Inc"."""
    firm = names.pop()
    owns = names and text[firm.start - 3 : firm.start] in _OWNS and names[-1].end == firm.start - 3
    if (
        owns and not names[-1].kind and " " not in names[-1].text
    ):  # a name of its own is the owner's: "Unocal Corp's Union Oil Co"
        owner = names.pop()
        firm = firm._replace(text=text[owner.start : firm.end].replace("\n", " "), start=owner.start)
    while names and names[-1].end == firm.start - 2 and text[firm.start - 2] == "," and " " not in names[-1].text:
        partner = names.pop()
        firm = firm._replace(text=text[partner.start : firm.end].replace("\n", " "), start=partner.start)
    names.append(firm)
