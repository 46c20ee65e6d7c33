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
MAX_MARK = 40  # characters of an end mark
AGENCIES = (  # as copy signs with them, in brackets behind its last sentence
    "AFP|AP|AAP|AA|ABC|ADN|AGI|ANI|ANP|ANSA|APA|APP|ATS|BERNAMA|Bernama|BELGA|Belga|BNS|BSS|CNA|CTK|ČTK|DHA|DPA|dpa|EFE"
    "|EUROPA PRESS|Europa Press|Fides|GNA|IANS|IHA|IRNA|Interfax|KNA|KUNA|KYODO|Kyodo|Lusa|LUSA|MENA|MTI|NAN|NNA|NTB|©NTB|© NTB"
    "|NZ Herald|PA|PAP|PNA|PTI|QNA|Reuters|REUTERS|Ritzau|SANA|SID|SPA|STT|TASS|TT|UKRINFORM|Ukrinform|UNB|UNI|UPI|VNA|WAM"
    "|XINHUA|Xinhua|YONHAP|Yonhap|epd|sda|dts|afp|ap|ani|pti|ians"
)

_BY = r"\s+by\b"
_DUTIES = re.compile(
    r"(?P<reporting>(?:(?:additional|original|further|more)\s+)?reporting"
    rf"(?P<also>(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)(?:reporting|writing|editing|additional reporting))*){_BY}"
    r"|(?:story|report|reported|this (?:story|report|article) was (?:reported|written))\s+by\b|^(?:by|por|avec)\b"
    r"|(?:(?:additional|original)\s+)?report(?:er|ing)s?(?=\s*:)|contribut(?:ing|ors?|ions?)(?=\s*:)"
    r"|report(?:e|agem|aje|ado)(?:\s+adicional)?\s+(?:de|por)\b|(?:con )?información\s+(?:adicional )?de\b|servizio\s+di\b"
    r"|reportage(?:\s+(?:de|par))?(?=\s)|(?<=[\w,]\s)avec(?: la contribution de)?(?=\s)|bericht(?:et)?\s+von\b|^von\b"
    r"|verslaggeving(?:\s+door)?(?=[\s:]))"
    rf"|(?P<writing>(?:writing(?P<also2>\s+and\s+(?:reporting|editing))?|written|compiled){_BY}|writ(?:ing|er)s?(?=\s*:)"
    r"|(?:escrito|texto)\s+(?:de|por)\b|redacción\s+de\b|rédigé\s+par\b|récit\s+(?:de|par)\b|texte(?=\s*:)"
    r"|version[ei]?\s+(?:française|italiana|española|en español)(?:\s+(?:de|par|di))?(?=\s)"
    r"|(?:geschrieben|verfasst)\s+von\b|geschreven\s+door\b|scritto\s+da\b|a\s+cura\s+di\b)"
    rf"|(?P<editing>(?:(?:additional\s+)?editing(?P<also3>\s+and\s+(?:reporting|writing))?|edited){_BY}|edit(?:ing|or)s?(?=\s*:)"
    r"|editado\s+(?:en\s+español\s+)?por\b|edi(?:ción|ção)(?:\s+(?:de|por)\b|(?=\s*:))|(?<=[;,.]\s)edi(?:ción|ção)(?=\s)|édité(?:\s+en\s+français)?\s+par\b"
    r"|édition\s+de\b|(?:redigiert|bearbeitet)\s+von\b|redaktion(?=\s*:)|revisione\s+di\b|(?<=[;,.]\s)editing(?:\s+di)?(?=\s)"
    r"|in\s+redazione\s+a\s+\w+|bewerkt\s+door\b|redaktör(?=\s*:))"
    rf"|(?P<other>(?:graphics?|production|research|translat(?:ed|ion)){_BY}|translat(?:ion|or)(?=\s*:)"
    r"|tradu(?:cido|zido|cción|ção)\s+(?:de|por)\b|traduit\s+par\b|tradotto\s+da\b|übersetzt\s+von\b|vertaald\s+door\b)",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\.?\s(?:Bei (?:Rück)?[Ff]ragen|Para (?:más|mais)|Pour (?:toute|plus)|For (?:more|queries)|Please credit"
    r"|Reuters Messaging)\b.*"
    r"|[;,]?\s(?:[\w.\-]{2,40}@[\w.\-]{3,40}|@\w{2,30}|\+\d[\d ()\-]{6,20})",
    re.DOTALL,
)
_LINKED = re.compile(r"[\s,]+(?:and|with|y|et|e|und)$")
_NEED_ANOTHER = ("von", "by", "por", "avec")  # say who wrote it only where a duty follows
_NO_PEOPLE = frozenset("Press News Agency Reuters AFP AP Foundation Newsroom Bureau Service".split())
_NAMES = re.compile(r"\s*,\s+(?:and\s+)?|\s+(?:and|und|et|y|e)\s+|\s+&\s+|\s*;\s*")
_IN = re.compile(r"\s+(?:in|at|from|en|à|a|aus)\s+")
_NAME_WORD = re.compile(r"(?:[^\W\d_](?:[^\W\d_]|[.'’\-])*+)")
_SMALL = frozenset("de da do dos la le van von der den di du el al bin ibn ter of the".split())
_DESK = re.compile(
    r"(?:the |la |le )?[\w .&'’-]{0,50}\b(?:newsrooms?|desk|bureaus?|bureaux|staff|team|service"
    r"|redaktion|redacción|rédaction)\b.{0,40}|(?:news )?agencies",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\(\s*(?=(?:Additional |Original |Further )?(?:[Rr]eport|[Ww]riting|[Ww]ritten|[Ee]dit|Compiled|Translated|Story by"
    r"|Bericht|Geschrieben|Von\b|[Éé]dit|Rédigé|Récit|Informaci|Con informaci|Escrito|Redacci|Traduc|Servizio|Scritto|Tradotto"
    r"|(?:[^\W\d_][\w.'’-]+ ){2,4},? ?(?:édité|editing)))"
)
_END_MARK = re.compile(
    r"(?<=[.!?\"”»])\s(?:Enditem|EFE|/TASS/|-0-"
    rf"|(?:\((?:END|{AGENCIES})\)\.?|PTI|UNI|IANS|AAP)(?:\s[A-Z]{{2,4}}){{0,6}}|--?\s?(?:IANS|ANI|BERNAMA))\s*$"
)
_NAME_FIRST = re.compile(  # (Jane Roe, édité par Max Moe)
    r"(?P<name>[^\W\d_][\w.'’-]{1,20}(?: [^\W\d_][\w.'’-]{1,20}){1,3}),? (?=édité par|editing )"
)
_WRITERS = re.compile(
    r"(?:(?:[A-Z][\w ]{1,40}\s)?(?:[Ww]riters?|[Rr]eporters?|[Jj]ournalists?|[Cc]orrespondents?|[Rr]esearchers?|[Ee]ditors?)"
    r"|[A-Z][\w ]{1,30}['’]s)\s"
)


_OWN_REPORT = re.compile(  # the author's own place, told first: "Roe reported from Velden. AP writer Ann Poe contributed."
    r"^[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]+)* reported from [^.]{3,60}\.\s(?=[A-Z])"
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
    mark = _END_MARK.search(text, max(0, len(text) - MAX_MARK))
    return SignOffFound(mark.start(), mark[0].strip(), (), (), ()) if mark else None


def read_contributors(line: str) -> tuple[str, ...]:
    """Give the names of "Associated Press writers Jane Roe in Velden and John Doe contributed to this report."."""
    line = re.sub(r"^\W*With (?:assistance|help|files|reporting) (?:from|by) ", "", line)
    line = re.split(r",? contributed\b", _OWN_REPORT.sub("", line), maxsplit=1)[0]
    writers = _WRITERS.match(line)
    line = line[writers.end() :] if writers else line
    line = re.sub(r"\s+reported(?= from )|, The (?:Associated|Canadian) Press$", "", line)
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
    inner = raw.strip("()[]*•-–— \t\n.")
    if not _DUTIES.match(inner):
        first = _NAME_FIRST.match(inner)
        if not first:
            return None
        inner = f"Writing by {first['name']}; {inner[first.end() :]}"
    inner = _CONTACT.sub("", inner).strip("()[] \t\n.")
    duties = list(_DUTIES.finditer(inner))
    if len(duties) == 1 and inner.split(" ", 1)[0].casefold() in _NEED_ANOTHER:
        return None
    names: dict[str, list[str]] = {"reporting": [], "writing": [], "editing": [], "other": []}
    ends = [duty.start() for duty in duties[1:]] + [len(inner)]
    for duty, end in zip(duties, ends, strict=True):
        people = _read_names(_LINKED.sub("", inner[duty.end() : end].strip(" :;,.()")))
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
        if len(words) > 1 and words[-1] not in _NO_PEOPLE:  # "in LONDON, PARIS": a single word is a place that follows
            people.append(name)
    return tuple(people)
