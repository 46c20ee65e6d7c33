"""Closing lines: who reported, wrote and edited; end marks; copyright and terms of use.

(Reporting by Jane Roe in VELDEN and John Doe; Writing by Ann Poe; Editing by Max Moe)      bur-jr/jd
Associated Press writer Jane Roe in Velden contributed to this report.                       Copyright 2022 The ...
"""

from __future__ import annotations

import re
from typing import NamedTuple

from wiredesk.parsing.rules import Rule, RuleTable

MAX_SIGN_OFF = 900  # characters
MAX_NAME_WORDS = 5

CLOSING = RuleTable(
    "closing",
    [
        Rule("end-mark", "R", r"(?:Reuters?|REUTERS?)[.\s\x03]{0,4}", "Reuter", "Reuters shares rose"),
        Rule("end-mark-xinhua", "Ee", r"Enditem\.?|ENDS?|[Ee]nds", "Enditem", "Ends of the earth"),
        Rule(
            "end-mark-bracket",
            "(",
            r"\((?:ANI|ANSA|END|EFE|AFP|AP|Reuters|Schluss|PAP|ČTK|CTK|TT|STT|ANP|Ukrinform|©?\s?NTB)\)\.?(?:\s[a-z/]{2,12})?",
            "(END)",
            "(ANI said)",
        ),
        Rule("end-mark-name", "EABD", r"(?:EFE|ANSA|AFP|AAP|BELGA|DPA)\.?", "EFE", "EFE said so"),
        Rule("end-mark-source", "S", r"SOURCE:? [A-Z].{1,120}", "SOURCE Ferryman", "Source: Ferryman"),
        Rule(
            "end-mark-dash",
            "-=.#",
            r"-0-|--\s?(?:IANS|BERNAMA)|==Kyodo|\./\.|--30--|-30-|--+|-{1,2} ?(?i:ends?) ?-{1,2}|#(?: ?#){2,4}",
            "--IANS",
            "-0.5 percent",
        ),
        Rule("end-mark-slash", "/", r"/(?:ritzau|TASS|NTB)/", "/ritzau/", "/ritzau/ said"),
        Rule("end-mark-lusa", "L", r"Lusa\s?/\s?[Ff]im\.?", "Lusa/Fim", "Lusa/Fim da guerra"),
        Rule("end-mark-wam", "W", r"WAM(?:/[A-Z][\w.' -]{2,40}){1,4}", "WAM/Ada Quill/Bo Lind", "WAM/and more"),
        Rule("end-mark-etx", "\x03", r"\x03+", "\x03", "\x03 and more"),
        Rule(
            "initials",
            "",
            r"(?:bur-)?[a-z]{2,5}(?:-[a-z]{2,5}){0,2}(?:/[a-z]{2,6}(?:-[a-z]{2,5})?){1,5}",
            "bur-abc/def",
            "and/or not",
        ),
        Rule(
            "initials-agency",
            "dPAU",
            r"dpa(?:-\w{2,8})?(?: [a-z]{2,4}){2,6}|(?:PTI|AAP|UNI)(?: [A-Z]{2,4}){1,8}(?: \d{4})?"
            r"|(?:AAP|AFP) [a-z]{2,4}(?:/[a-z]{2,4})?",
            "PTI JR AB",
            "PTI JR said",
        ),
        Rule("notebook", "#", r"# ?dpa-Notizblock", "# dpa-Notizblock", "# dpa writes"),
        Rule(
            "contributed",
            "TAC",
            r"(?:The )?(?:Associated Press|AP|Canadian Press|AFP) (?:[\w\-]+ ){0,3}(?:writer|reporter"
            r"|journalist|correspondent|researcher|editor)s? "
            r"[^.]{3,300}(?:\b\w\.[^.]{1,60}){0,3}contributed(?: to this (?:report|story))?\.",
            "Associated Press writer Jane Roe contributed to this report.",
            "Associated Press writer Jane Roe was hurt.",
        ),
        Rule(
            "assistance",
            "-W",
            r"(?:--)?With assistance from [A-Z].{3,200}",
            "--With assistance from Jane Roe.",
            "With assistance from above",
        ),
        Rule(
            "first-published",
            "T",
            r"This report by [A-Z][\w ]{2,40} was first published .{3,40}",
            "This report by The Canadian Press was first published Jan. 3, 2022.",
            "This report by the court was read.",
        ),
        Rule(
            "copyright",
            "C(©",
            r"(?:Copyright|\([cC]\)|©)\s*(?:©|\([cC]\))?\s*(?:by )?"
            r"(?:(?:19|20)\d\d|(?:[A-Z][\w.,&]*\s){1,6}(?:19|20)\d\d)\b.{0,500}",
            "Copyright 2022 The Velden Post. All rights reserved.",
            "Copyright law changed in 2022",
        ),
        Rule(
            "copyright-dpa",
            "©",
            r"©\s?dpa(?:-\w{2,10})?, dpa:\d{6}-[\d-]{3,16}/\d{1,2}",
            "© dpa-infocom, dpa:220114-99-123456/2",
            "© dpa-infocom, wrote the desk",
        ),
        Rule(
            "copyright-plain",
            "©A",
            r"©\s?[A-Z][\w&./ ]{1,40}|All rights reserved\.?",
            "© Velden Post",
            "All rights reserved a place",
        ),
        Rule(
            "usage",
            "T",
            r"This (?:material|content|article) may not be (?:published|reproduced|copied).{0,300}",
            "This material may not be published.",
            "This material may not be new.",
        ),
        Rule(
            "usage-trust",
            "O",
            r"Our Standards: .{0,80}Trust Principles\.?",
            "Our Standards: The Thomson Reuters Trust Principles.",
            "Our Standards are high.",
        ),
    ],
)

_DUTY = re.compile(
    r"(?i:(?:additional|original|further|more)\s+)?(?P<duties>(?i:reporting|writing|editing|compiled|translated|translation|"
    r"graphics?|production|written|edited|research)(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)(?i:reporting"
    r"|writing|editing|additional reporting))*)"
    r"\s+(?i:by)\s*:?\s+(?P<names>.+)",
    re.DOTALL,
)
_SEGMENTS = re.compile(r"\s*;\s*|\.\s+(?=(?:Additional|Reporting|Writing|Editing|Compiled|Translated|Graphic|Production))")
_NAMES = re.compile(r"\s*,\s+(?:and\s+)?|\s+and\s+|\s+&\s+")
_IN = re.compile(r"\s+(?:in|at|from)\s+")
_NAME_WORD = re.compile(r"(?:[^\W\d_](?:[^\W\d_]|[.'’\-])*+)")
_SMALL = frozenset("de da do dos la le van von der den di du el al bin ibn ter of the".split())
_DESK = re.compile(
    r"(?:the )?[\w .&'’-]{0,50}\b(?:newsrooms?|desk|bureaus?|bureaux|staff|team|service)\b.{0,40}", re.IGNORECASE
)
_TAIL = re.compile(r"\(\s*(?=(?:Additional |Original |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|Compiled|Translated))")
_CONTRIBUTED = re.compile(
    r"(?:writers?|reporters?|journalists?|correspondents?|researchers?|editors?) (?P<names>.+?),? contributed"
)


class SignOffFound(NamedTuple):
    """A closing line of names; names by duty, in order."""

    start: int
    raw: str
    reporting: tuple[str, ...]
    writing: tuple[str, ...]
    editing: tuple[str, ...]


def find_sign_off(text: str) -> SignOffFound | None:
    """Find the closing line of names that is all of `text`, or stands in brackets at its end."""
    whole = _read_duties(text, 0)
    if whole:
        return whole
    if text.rstrip()[-1:] in (")", "]"):
        tails = [match.start() for match in _TAIL.finditer(text, max(0, len(text) - MAX_SIGN_OFF))]
        return next((found for found in (_read_duties(text, start) for start in tails) if found), None)
    return None


def read_contributors(line: str) -> tuple[str, ...]:
    """Give the names of "Associated Press writers Jane Roe in Velden and John Doe contributed to this report."."""
    found = _CONTRIBUTED.search(line)
    return _read_names(found["names"]) or () if found else ()


def _read_duties(text: str, start: int) -> SignOffFound | None:
    if len(text) - start > MAX_SIGN_OFF:
        return None
    raw = text[start:].strip()
    inner = raw.strip("()[] \t\n.")
    names: dict[str, list[str]] = {"reporting": [], "writing": [], "editing": []}
    for segment in _SEGMENTS.split(inner):
        duty = _DUTY.fullmatch(segment.strip(" ()."))
        people = _read_names(duty["names"]) if duty else None
        if duty is None or people is None:
            return None
        duties = duty["duties"].casefold()
        for key, words in (("reporting", ("report",)), ("writing", ("writ", "compil")), ("editing", ("edit",))):
            if any(word in duties for word in words):
                names[key].extend(people)
    return SignOffFound(start, raw, *(tuple(dict.fromkeys(names[key])) for key in ("reporting", "writing", "editing")))


def _read_names(text: str) -> tuple[str, ...] | None:
    """Give the people of "Jane Roe and John Doe in VELDEN"; None where a part is no name."""
    people: list[str] = []
    for part in _NAMES.split(text.strip(" .")):
        if _DESK.fullmatch(part):
            continue
        name = _IN.split(part, maxsplit=1)[0].strip(" .()")
        words = name.split()
        if not words or len(words) > MAX_NAME_WORDS or not words[0][0].isupper():
            return None
        if not all(_NAME_WORD.fullmatch(w) and (w[0].isupper() or w in _SMALL) for w in words):
            return None
        if len(words) > 1:  # "in LONDON, PARIS": a single word is a place that follows
            people.append(name)
    return tuple(people)
