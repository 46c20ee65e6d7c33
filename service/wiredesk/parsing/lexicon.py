"""What is known of words and names, as one look-up a word: the kinds that a word can be are bits of one number.

"chief" -> TITLE | TITLE_WORD | ROLE      "bank" -> HEAD | PLACE_WORD | TITLE_WORD      "Kazakh" -> NATION
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_KINDS = (
    "man", "woman", "title", "title-word", "suffix", "head", "place-word", "place-lead", "no-name", "calendar", "thing",
    "state", "role", "kin",
)  # fmt: skip
(
    MAN, WOMAN, TITLE, TITLE_WORD, SUFFIX, HEAD, PLACE_WORD, PLACE_LEAD, NO_NAME, CALENDAR, THING, STATE, ROLE, KIN, NATION,
    NATIONALS,
) = (1 << bit for bit in range(16))  # fmt: skip
GIVEN, DUTY, PLAIN = MAN | WOMAN, TITLE | TITLE_WORD, NO_NAME | CALENDAR
PART = SUFFIX | HEAD | PLACE_WORD | PLACE_LEAD  # a word that is part of names and none alone


class Lexicon(NamedTuple):
    """What is known of words and names, all in lower case but `no_acronyms`; `find_place`: country, whether it is large.

    flags: the kinds of each word, without its full stop; memory: what the chains of capitals that were read lately say.
    """

    flags: Mapping[str, int]
    no_acronyms: frozenset[str]
    says: frozenset[str]
    nationalities: Mapping[str, str]
    known: Mapping[str, tuple[str, str | None]]
    find_place: Callable[[str], tuple[str | None, bool] | None]
    memory: dict[str, Any]


def make_lexicon(
    words: Mapping[str, frozenset[str]],
    nationalities: Mapping[str, str],
    known: Mapping[str, tuple[str, str | None]],
    find_place: Callable[[str], tuple[str | None, bool] | None],
) -> Lexicon:
    """Make a lexicon of words by kind, nations' adjectives by country, names that are known whole, and the map."""
    flags: dict[str, int] = {}
    for bit, kind in enumerate(_KINDS):
        for word in words[kind]:
            key = word.rstrip(".")
            flags[key] = flags.get(key, 0) | 1 << bit
    for nation in nationalities:
        flags[nation] = flags.get(nation, 0) | NATION | NATIONALS
        for people in (f"{nation}s", f"{nation}men"):
            flags[people] = flags.get(people, 0) | NATIONALS
    return Lexicon(flags, words["no-acronym"], words["say"], nationalities, known, find_place, {})
