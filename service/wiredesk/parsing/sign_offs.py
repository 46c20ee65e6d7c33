"""Sign-offs: who reported, wrote and edited, in the languages of the wires.

(Reporting by Jane Roe in VELDEN and John Doe; Writing by Ann Poe; Editing by Max Moe)      With files from Jane Roe
(Bericht von Jane Roe, redigiert von Max Moe)      (Reportage Jane Roe, version française Ann Poe, édité par Max Moe)
To contact the editor responsible for this story: Max Moe at mmoe@example.net
"""

from __future__ import annotations

import re
from typing import NamedTuple

MAX_SIGN_OFF = 900  # characters
MAX_NAME_WORDS = 5

_BY = r"\s+by\b"
_DUTIES = re.compile(
    r"(?P<reporting>(?:(?:additional|original|further|more)\s+)?reporting"
    rf"(?P<also>(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)(?:reporting|writing|editing|additional reporting))*){_BY}"
    r"|report(?:e|agem|aje)(?:\s+adicional)?\s+(?:de|por)\b|reportage(?:\s+(?:de|par))?(?=\s)|bericht(?:et)?\s+von\b|^von\b)"
    rf"|(?P<writing>(?:writing(?P<also2>\s+and\s+(?:reporting|editing))?|written|compiled){_BY}|escrito\s+por\b"
    r"|redacción\s+de\b|rédigé\s+par\b|version\s+française(?:\s+(?:de|par))?(?=\s)|geschrieben\s+von\b)"
    rf"|(?P<editing>(?:editing(?P<also3>\s+and\s+(?:reporting|writing))?|edited){_BY}|editado\s+(?:en\s+español\s+)?por\b"
    r"|edi(?:ción|ção)\s+de\b|édité\s+par\b|redigiert\s+von\b|redaktion(?=\s*:)|revisione\s+di\b)"
    rf"|(?P<other>(?:graphics?|production|research|translat(?:ed|ion)){_BY}|tradu(?:cido|zido)\s+por\b)",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\.?\s(?:Bei (?:Rück)?[Ff]ragen|Para (?:más|mais)|Pour (?:toute|plus)|For (?:more|queries))\b.*", re.DOTALL
)
_NAMES = re.compile(r"\s*,\s+(?:and\s+)?|\s+(?:and|und|et|y|e)\s+|\s+&\s+|\s*;\s*")
_IN = re.compile(r"\s+(?:in|at|from|en|à|a|aus)\s+")
_NAME_WORD = re.compile(r"(?:[^\W\d_](?:[^\W\d_]|[.'’\-])*+)")
_SMALL = frozenset("de da do dos la le van von der den di du el al bin ibn ter of the".split())
_DESK = re.compile(
    r"(?:the )?[\w .&'’-]{0,50}\b(?:newsrooms?|desk|bureaus?|bureaux|staff|team|service|redaktion)\b.{0,40}", re.IGNORECASE
)
_TAIL = re.compile(
    r"\(\s*(?=(?:Additional |Original |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|Compiled|Translated"
    r"|Report|Bericht|Von\b|Edi))"
)
_END_MARK = re.compile(r"(?<=[.!?\"”»])\s(?:Enditem|EFE|\(END\)|/TASS/|-0-)\s*$")
_WRITERS = re.compile(
    r"(?:(?:[A-Z][\w ]{1,40}\s)?(?:writers?|reporters?|journalists?|correspondents?|researchers?|editors?)"
    r"|[A-Z][\w ]{1,30}['’]s)\s"
)


class SignOffFound(NamedTuple):
    """A closing line of names; names by duty, in order."""

    start: int
    raw: str
    reporting: tuple[str, ...]
    writing: tuple[str, ...]
    editing: tuple[str, ...]


def find_sign_off(text: str) -> SignOffFound | None:
    """Find the closing line of names that is all of `text`, or stands in brackets at its end; or an end mark there."""
    whole = _read_duties(text, 0)
    if whole:
        return whole
    tail = text[-MAX_SIGN_OFF:].rstrip()
    if tail[-1:] in (")", "]"):
        tails = [match.start() for match in _TAIL.finditer(text, max(0, len(text) - MAX_SIGN_OFF))]
        found = next((found for found in (_read_duties(text, start) for start in tails) if found), None)
        if found:
            return found
    mark = _END_MARK.search(text, max(0, len(text) - 20))
    return SignOffFound(mark.start(), mark[0].strip(), (), (), ()) if mark else None


def read_contributors(line: str) -> tuple[str, ...]:
    """Give the names of "Associated Press writers Jane Roe in Velden and John Doe contributed to this report."."""
    line = re.sub(r"^\W*With (?:assistance|help|files|reporting) (?:from|by) ", "", line)
    line = re.split(r",? contributed\b", line, maxsplit=1)[0]
    writers = _WRITERS.match(line)
    line = line[writers.end() :] if writers else line
    line = re.sub(r"\s+reported(?= from )", "", line)
    return _read_names(line) or ()


def read_contact(line: str) -> tuple[str, tuple[str, ...]]:
    """Give duty and names of "To contact the editors responsible for this story: Max Moe at mmoe@example.net, Ann Poe"."""
    head, _, names = line.partition(":")
    plain = re.sub(r"\s(?:at|or)\s[+\w.\-() ]{5,40}(?:@[\w.\-]{3,60})?", "", names)
    return "editing" if "editor" in head else "reporting", _read_names(plain) or ()


def _read_duties(text: str, start: int) -> SignOffFound | None:
    if len(text) - start > MAX_SIGN_OFF:
        return None
    raw = text[start:].strip()
    inner = raw.strip("()[] \t\n.")
    if not _DUTIES.match(inner):
        return None
    inner = _CONTACT.sub("", inner).strip("()[] \t\n.")
    duties = list(_DUTIES.finditer(inner))
    if len(duties) == 1 and inner[:4].casefold() == "von ":
        return None
    names: dict[str, list[str]] = {"reporting": [], "writing": [], "editing": [], "other": []}
    ends = [duty.start() for duty in duties[1:]] + [len(inner)]
    for duty, end in zip(duties, ends, strict=True):
        people = _read_names(re.sub(r"\s+and$", "", inner[duty.end() : end].strip(" :;,.()")))
        if people is None:
            return None
        for key in _list_duties(duty):
            names[key].extend(people)
    return SignOffFound(start, raw, *(tuple(dict.fromkeys(names[key])) for key in ("reporting", "writing", "editing")))


def _list_duties(found: re.Match[str]) -> list[str]:
    duty = found.lastgroup or "other"
    also = (found["also"] or found["also2"] or found["also3"] or "").casefold()
    return [duty, *(key for key in ("reporting", "writing", "editing") if key in also and key != duty)]


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
