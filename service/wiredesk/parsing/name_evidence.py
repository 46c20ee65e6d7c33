"""What a whole story says of a form in it: whether it is a name at all, and of what, where nothing beside it told.

"Prosecutors" that only begins sentences is no name; "Kesten" that stands twice inside of sentences is one
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.parsing.lexicon import GIVEN, THING
from wiredesk.parsing.name_kinds import COMMON, LIKELY, POSSIBLE
from wiredesk.parsing.name_surroundings import is_placed, speaks
from wiredesk.parsing.speech_verbs import SAYS_ABROAD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.lexicon import Lexicon
    from wiredesk.parsing.name_kinds import Name

_SMALL = frozenset("of and for on the de la & y e du des".split())
UNSURE = 0.6
ATTRIBUTION = 60  # characters between the mark that closes a quote and the name of him who spoke
_CLOSED = re.compile(r"[\"”“»«’],?\s+(?=[^\W\d_])([^\"”“»«\n]+)$")
FEW_WORDS = 15  # too few to tell the language
_ENGLISH = frozenset(
    "the of and to was were that said for with by from has have is are be been they their this not but would will which who "
    "on as at his her its our we you after".split()
)  # elsewhere all nouns may have capitals
_ENGLISH_ONLY = frozenset(["names.capitals", "names.acronym", "names.says", "names.surname"])
_WEAK = frozenset(["names.capitals", "names.gazetteer", "names.acronym"])
_PEOPLE = tuple("ors ers ists ians ants als ents ives men women ees ics ies".split())  # "Prosecutors said"
_ABSTRACT = tuple("tion ness ment ings ized able ible ously ism tions ments ities izing less".split())


def is_quoted(text: str, name: Name) -> bool:
    """Tell whether a name stands behind a quote and a verb of saying, as abroad: « ... », a déclaré la maire, Odile Kervan."""
    closed = _CLOSED.search(text, max(0, name.start - ATTRIBUTION), name.start)
    return bool(closed) and not SAYS_ABROAD.isdisjoint(closed[1].split()) if closed else False


class Evidence:
    """What the whole story says of its forms: how often each stands inside a sentence, which words are also written small."""

    def __init__(self, names: Sequence[Name], text: str, lexicon: Lexicon) -> None:
        self._text, self._lexicon = text, lexicon
        self._inside: dict[str, int] = {}
        for name in names:
            if not name.opens:
                self._inside[name.text] = self._inside.get(name.text, 0) + 1
        self._printed = frozenset(text.split())
        self.english = len(self._printed) < FEW_WORDS or len(self._printed & _ENGLISH) > 2

    def is_sound(self, name: Name) -> bool:
        """Tell a name from words that have capitals for another reason: a heading, a term, the first word of a sentence."""
        if name.text not in self._inside and (name.text.endswith(_PEOPLE) or not self._speaks(name)):
            return False
        flags, printed = self._lexicon.flags, self._printed
        for word in name.text.lower().split():
            if word not in _SMALL and (word in printed or flags.get(word, 0) & THING or word.endswith(_ABSTRACT)):
                return False
        return True

    def judge(self, name: Name) -> Name | None:
        """Say what a name is that no longer one explains; None where its capital may come from its place in the sentence."""
        if not name.kind:
            return self._guess(name) if self.english and self.is_sound(name) else None
        if not self.english and name.found_by == "names.capitals" and is_quoted(self._text, name):
            return name._replace(kind="person", found_by="names.says", sure=POSSIBLE)
        if not self.english and (name.found_by in _ENGLISH_ONLY or not (name.sure > LIKELY or self._is_placed(name))):
            return None
        if name.found_by in _WEAK and not self.is_sound(name):
            return None
        return self._retype(name) if name.found_by == "names.capitals" else name

    def _speaks(self, name: Name) -> bool:
        return name.found_by != COMMON and speaks(self._text, name.end, self._lexicon)

    def _is_placed(self, name: Name) -> bool:
        return is_placed(self._text, name.start, name.end, self._lexicon)

    def _guess(self, name: Name) -> Name | None:
        """Say what a single word is that no table knows."""
        if self._speaks(name):
            given = self._lexicon.flags.get(name.text.lower(), 0) & GIVEN
            return name._replace(kind="person" if given else "organisation", found_by="names.says", sure=POSSIBLE)
        if self._inside.get(name.text, 0) < 2:
            return None
        if self._is_placed(name):
            return name._replace(kind="place", found_by="names.placed", sure=POSSIBLE)
        return name._replace(kind="organisation", found_by="names.repeated", sure=UNSURE)

    def _retype(self, name: Name) -> Name:
        """Take a name whose last word stands alone elsewhere for a person's: "Evans" says that of "Owain Evans"."""
        words = name.text.split()
        if len(words) in {2, 3} and words[-1] in self._inside and words[0] not in self._inside and all(map(str.istitle, words)):
            return name._replace(kind="person", found_by="names.surname")
        return name
