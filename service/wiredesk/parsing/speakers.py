"""Who speaks: the name beside a verb of saying, or the one person whom a pronoun can mean; else nobody.

"...," said General Andrei Roe.    "...," she told Roe.    Edith Lorne said: "..."    According to Lorne, "..."
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.speech_verbs import ACCORDING, AUXILIARIES, REFLEXIVES, SAYS_ABROAD, TO_SOMEBODY

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from wiredesk.parsing.quotes import QuoteFound

NEAR = 90  # characters between a verb and the name that goes with it
AHEAD = 3  # names behind a quote that are looked at: "..., Foreign Ministry spokesman Lin Qiao told reporters"
_VERB_FIRST = re.compile(rf"[,\s]*{REFLEXIVES}(?:{AUXILIARIES} )?([^\W\d_]+)\s(?!that\b)")
_PRONOUN_FIRST = re.compile(r"[,\s]*(?:as )?(he|she|He|She)\s(?:also |later |has |had |then )?([a-z]+)\b")
_ACCORDING = re.compile(rf"[,\s]*{ACCORDING}\s")
_ABBREVIATED = "".join(  # full stops that end no clause: "Dr. Roe", "Norvane Inc. of Velden", "R-Mo.", "J. Roe"
    rf"(?<!\b{word})"
    for word in (
        "[A-Z] Dr Mr Ms St Lt Mrs Sen Rep Gov Gen Col Sgt Adm Maj Rev Hon Det Ret Inc Ltd Cos Cmdr Capt Prof Supt Insp Corp "
        "Mo Pa Va Ga La Ky Md Vt Tex Ala Ill Ore Wis Ind Okla Tenn Mich Minn Calif Conn Mass Dra Sra"
    ).split()
)
_STOP = re.compile(rf"[;\"“”\n]|{_ABBREVIATED}\.(?!\w)|\s(?:that|who|which|when|as|after|before|while|because)\s")
_PHRASES = r"(?:went on|shot back|fired back|hit back|chimed in|pointed out)"
_AFTER_NAME = re.compile(
    r"(?:\s\([^()\n]{1,30}\))?(?:,[^\"“”.;\n]{1,80},|,\s[A-Z]-[A-Z][\w.]{1,6},)?\s(?:(?:earlier|on \w+|\w+ly|"
    rf"{AUXILIARIES}) )?({_PHRASES}|[^\W\d_]+)\b"
)
_OF_WHAT = re.compile(r"(?:,? who)? (?:of|from|with|at|for|in) [^\"“”.,;:\n]{2,70}|, [^\"“”.;\n]{1,160},")
_AS_SAYING = re.compile(r"\s(?:was|were) (?:also )?(?:quoted|cited)\b")
_QUOTED = re.compile(r"[^.;\"“”\n]{0,60}(?<!\bwas )(?<!\bwere )\b(?:quoted|cited)\s")
_OWNS = re.compile(r"['’]s?\s")
_SENTENCE = re.compile(r"[.!?][\"”’']?\s+(?=[\"“‘']?[A-ZÀ-Þ])")
_LAST_PRONOUN = re.compile(r"\b(he|she|He|She)\s(?:\w+\s){0,2}$")
_LINKS = TO_SOMEBODY.union("in on at by to of for from with about during late early".split())
_OF_SOMEBODY = frozenset("of for da do dos das de del della dei der des du von vom van af av".split())
_WORD = re.compile(r"[^\W\d_]+")
TITLE = 30  # characters of a title between an incised verb and the name
_INCISE = re.compile(rf",\s(?:{AUXILIARIES} )?([^\W\d_]+)\s")
_CALLED = re.compile(r"\b(?:called|calls|described|describes|denounced|hailed|branded|dismissed|condemned|praised|slammed)\b")
_STILL = re.compile(  # said it was "..." and that she would "..."
    r"\s(?:(?:and|but|or),?\s)?(?:that\s)?(?:(?:he|she|it|they)\s)?"
    r"(?:(?:would|will|had|has|was|is|not|also|to|as|of|a|an|the|called|it)\s){0,5}$"
)
_ENDED = re.compile(r"[.!?]")


class Speaker(NamedTuple):
    """A name that may speak: where it stands, its fullest form, its kind, and he, she or "" where that is not known."""

    start: int
    end: int
    name: str
    kind: str
    pronoun: str


class Spoken(NamedTuple):
    """Whether a verb of saying or the like stands beside a quote, and whose it is."""

    said: bool
    speaker: str | None
    found_by: str = ""


NOBODY = Spoken(said=False, speaker=None)


class SpeakerFinder:
    """Finds who speaks the quotes of one text, asked in order."""

    def __init__(self, text: str, speakers: Sequence[Speaker], verbs: Collection[str]) -> None:
        self._text, self._verbs = text, verbs
        self._speakers = speakers
        self._starts = [speaker.start for speaker in speakers]
        self._last: tuple[int, str | None] = (0, None)  # where the quote before ended, and who spoke it

    def find(self, quote: QuoteFound) -> Spoken:
        """Find who speaks a quote; `said` without speaker where the text names nobody."""
        first, last = quote.outer
        begins = max(self._text.rfind("\n", 0, first) + 1, 0)
        ends = self._text.find("\n", last)
        ends = len(self._text) if ends < 0 else ends
        spoken = self._after(last, ends) or self._inside(quote)
        if not spoken and self._last[0] > begins and not _ENDED.search(self._text[self._last[0] : first].rstrip()[:-1]):
            spoken = self._goes_on(begins, first)  # "...," said Lorne, "..." and "...," said Lorne. "..."
        spoken = spoken or self._before(begins, first) or self._goes_on(begins, first) or NOBODY
        self._last = (last, spoken.speaker)
        return spoken

    def _after(self, start: int, end: int) -> Spoken | None:
        found = _PRONOUN_FIRST.match(self._text, start, end)
        if found and found[2] in self._verbs:
            return Spoken(said=True, speaker=self._resolve(found[1].lower(), start), found_by="quotes.pronoun")
        found = _VERB_FIRST.match(self._text, start, end)
        if found and found[1] in self._verbs:
            return Spoken(said=True, speaker=self._name_ahead(found.end(), end), found_by="quotes.said")
        found = _ACCORDING.match(self._text, start, end)
        if found:
            return Spoken(said=True, speaker=self._name_ahead(found.end(), end), found_by="quotes.according-to")
        found = _QUOTED.match(self._text, start, end)
        if found:  # "...," TASS quoted Roe as saying
            return Spoken(said=True, speaker=self._name_ahead(found.end(), end), found_by="quotes.quoted")
        at = bisect_left(self._starts, start)
        for speaker in self._speakers[at : at + AHEAD]:
            if speaker.end >= end or not self._is_beside(start, speaker):
                break
            if self._says(speaker, end):
                return Spoken(said=True, speaker=speaker.name, found_by="quotes.said")
        return None

    def _says(self, speaker: Speaker, end: int) -> bool:
        """Tell whether a verb of saying follows a name, its age, party, office or home: "Roe, D-Ore., said"."""
        if _AS_SAYING.match(self._text, speaker.end, end):
            return True
        follows = _AFTER_NAME.match(self._text, speaker.end, end)
        if follows and follows[1] in self._verbs:
            return True
        more = _OF_WHAT.match(self._text, speaker.end, end)
        if not more:
            return False
        if more[0][0] == ",":
            verb = _WORD.match(self._text, more.end() + 1, end)
            return verb is not None and verb[0] in self._verbs
        words = _WORD.findall(more[0])
        return any(word in self._verbs for word in words[2:]) and not _OWNS.search(more[0])

    def _inside(self, quote: QuoteFound) -> Spoken | None:
        """Read the speaker inside the marks, as French copy has it: « Tout est perdu, raconte Amina Diallo, même ... »."""
        if self._text[quote.outer[0]] != "«":
            return None
        for found in _INCISE.finditer(self._text, quote.start, quote.end):
            at = bisect_left(self._starts, found.end())
            if found[1] in SAYS_ABROAD and at < len(self._speakers) and self._speakers[at].start - found.end() < TITLE:
                return Spoken(said=True, speaker=self._speakers[at].name, found_by="quotes.incise")
        return None

    def _is_beside(self, start: int, speaker: Speaker) -> bool:
        """Tell whether nothing but a title stands between a quote and a name: ", Mayor Edith Lorne said"."""
        between = self._text[start : speaker.start]
        return len(between) < NEAR and not _STOP.search(between) and not any(w in self._verbs for w in _WORD.findall(between))

    def _name_ahead(self, start: int, end: int) -> str | None:
        """Give the first name before the clause ends: "said the mayor, Edith Lorne, after ..."."""
        stop = _STOP.search(self._text, start, end)
        end = min(stop.start() if stop else end, start + NEAR)
        at = bisect_left(self._starts, start)
        while at < len(self._speakers) and self._speakers[at].end <= end:
            found = self._speakers[at]
            words = re.findall(r"[^\s'’]+", self._text[start : found.start].casefold())
            if not (_LINKS - TO_SOMEBODY).isdisjoint(words[:1]) or self._text.count(",", start, found.start) > 1:
                return None
            if not self._is_another(words, found, end):
                return found.name
            at, start = at + 1, found.end
            if self._text[start : start + 1] in {"'", "’"} and not self._text.endswith(", ", start, self._start_of(at)):
                return None  # "said Roe's lawyer", where no name of the lawyer follows
        return None

    def _start_of(self, at: int) -> int:
        return self._starts[at] if at < len(self._starts) else 0

    def _is_another(self, words: Sequence[str], found: Speaker, end: int) -> bool:
        """Tell a name that does not speak itself: "said to TASS", "said Roe's lawyer", "said a friend of Roe"."""
        if _OWNS.match(self._text, found.end, end) or not TO_SOMEBODY.isdisjoint(words[-3:]):
            return True
        names_next = self._text.startswith(", ", found.end) and found.end + 2 in self._starts
        return not _OF_SOMEBODY.isdisjoint(words[-1:]) and (found.kind == "person" or names_next)

    def _before(self, start: int, end: int) -> Spoken | None:
        """Read the sentence before a quote: "Lorne said: ...", "Lorne warned that it ...", "According to Lorne, ..."."""
        for found in _SENTENCE.finditer(self._text, start, end):
            start = found.end()
        start = max(start, self._last[0])
        according = _ACCORDING.match(self._text, start, end)
        if according:
            return Spoken(said=True, speaker=self._name_ahead(according.end(), end), found_by="quotes.according-to")
        quoted = _QUOTED.match(self._text, start, end)
        if quoted and " as saying" in self._text[quoted.end() : end]:
            return Spoken(said=True, speaker=self._name_ahead(quoted.end(), end), found_by="quotes.quoted")
        words = [*_WORD.finditer(self._text, start, end)]
        verb = next((word for word in reversed(words) if word[0] in self._verbs), None)
        if not verb:
            return self._read_called(start, end)
        pronoun = _LAST_PRONOUN.search(self._text, start, verb.start())
        if pronoun:
            return Spoken(said=True, speaker=self._resolve(pronoun[1].lower(), start), found_by="quotes.pronoun")
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, verb.start())
        names = self._speakers[first:last]
        beside = [
            one for one in names if self._text[one.end : verb.end()].count(" ") <= 2 or self._in_apposition(one, verb.end())
        ]
        subject = beside[-1] if beside else names[0] if len({one.name for one in names}) == 1 else None
        return Spoken(said=True, speaker=subject.name if subject else None, found_by="quotes.said")

    def _read_called(self, start: int, end: int) -> Spoken | None:
        """Read "Orlov called the decision ..." before a quote: the name stands beside the verb, else it is only called so."""
        verb = _CALLED.search(self._text, start, end)
        at = bisect_left(self._starts, verb.start()) - 1 if verb else -1
        if not verb or at < 0 or self._speakers[at].end + 1 != verb.start():
            return None
        return Spoken(said=True, speaker=self._speakers[at].name, found_by="quotes.called")

    def _in_apposition(self, speaker: Speaker, end: int) -> bool:
        found = _AFTER_NAME.match(self._text, speaker.end, end)
        return bool(found) and found.end() == end if found else False

    def _goes_on(self, start: int, end: int) -> Spoken | None:
        """Give the speaker of the quote before in the same paragraph, where only his name stands between."""
        after, speaker = self._last
        if not speaker or after <= start:
            return None
        first, last = bisect_left(self._starts, after), bisect_left(self._starts, end)
        between = {one.name for one in self._speakers[first:last] if one.kind == "person"}
        told = self._text[after:end]
        sentences = len(_SENTENCE.findall(self._text, after, end))
        closes = told.rstrip()[-1:] in {".", ",", ":", ""} or (not sentences and bool(_STILL.match(told)))
        near = sentences <= 1 and between <= {speaker} and closes
        return Spoken(said=True, speaker=speaker, found_by="quotes.goes-on") if near else None

    def _resolve(self, pronoun: str, position: int) -> str | None:
        """Give the one person of the paragraph, else of the one before, whom a pronoun can mean; None where there are two."""
        for _ in range(3):
            start = self._text.rfind("\n\n", 0, position)
            first = bisect_left(self._starts, max(start, 0))
            last = bisect_left(self._starts, position)
            persons = {one.name for one in self._speakers[first:last] if one.kind == "person" and one.pronoun in {"", pronoun}}
            if persons:
                return persons.pop() if len(persons) == 1 else None
            if start < 0:
                return None
            position = start
        return None
