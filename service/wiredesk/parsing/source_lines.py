"""Source lines: who published a story and when, in one line of a card or of a head.

CNN • 3h ago        Business | 5 hours ago | 4 min read        By Jane Roe · The Harbour Post        May 3, 2024, 8:21 AM
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.bylines import is_person
from wiredesk.parsing.date_labels import is_of_date
from wiredesk.parsing.dates import find_dates
from wiredesk.parsing.outlets import MAX_NAME, is_known_outlet, is_outlet, is_section

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

MAX_SOURCE_LINE = 140
MAX_PARTS = 6
MAX_WORDS = 5  # of a name; of two people's, with "and" between
_AGE = re.compile(
    r"(?i)(?:(?:updated|published|posted|modified|vor|il y a|hace|há)\s{0,3}:?\s?)?(?:\d{1,3}|an?|one)\s?\+?"
    r"(?:minutes?|mins?|m|hours?|hrs?|h|std|stunden?|heures?|horas?|days?|d|tage?n?|jours?|días?|weeks?|wks?|w|wochen?|months?|mos?|mo|years?|yrs?|y)"
    r"\.?(?:\s(?:ago|old|fa|geleden|atrás))?|(?i:just now|yesterday|today|gestern|heute|hier|ayer|hoy|ieri|oggi|ontem|hoje)(?:,?\s(?i:at\s)?\d{1,2}[:.]\d\d.{0,8})?"
)
_READ = re.compile(
    r"(?i)\d{1,3}[\s-]?min(?:ute)?s?[\s-]?(?:read|lesezeit|de lecture|reading(?: time)?)|(?:read(?:ing)? time|lesezeit)\W{1,3}\d{1,3}\s?min\w{0,6}"
)
_SEPARATOR = re.compile(r"\s*[•·|⋅∙●]\s*|\s+[-–—/]\s+|\s{2,}|,\s+|\s/|\)\s?|\s\(")
_BY = re.compile(r"(?i:(?:(?:written|posted|story|reported|published)\s)?by|von|par|por|di|door)\s(?=\S)")
_LABEL = re.compile(
    r"(?i)(?:(?:first |originally )?(?:published|posted|updated|last updated|last modified|modified|created|date|on|at|à|às|alle|a las|by|from|via|source|and|the|veröffentlicht|"
    r"aktualisiert|stand|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|le|el|am|um|"
    r"mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|[ecmp][sd]?t|gmt|utc|uhr)[:.,\s]*)+"
)
_CLOCK = re.compile(r"(?i)\d{1,2}[:.h]\d\d(?:\suhr)?(?:\s?[ap]\.?m\.?)?(?:\s[ecmp][sd]?t|\sgmt|\sutc)?|\d{1,2}\s?[ap]\.?m\.?")


_HOURS = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d(?:\s?(?i:uhr|[ap]\.?m\.?))?")
_COUNT = re.compile(
    r"(?i)\d{1,3}(?:[.,]?\d){0,5}k?\s(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|likes?|shares?|views?|"
    r"points?(?:\sby\s\S{2,30}(?:\s\S{2,30})?\s\d{1,2}(?:m|h|d|\s(?:minutes?|hours?|days?)\sago))?)"
)
_TOLD = re.compile(
    r"(?i)(?:source|quelle|fuente|fonte|bron|publisher|published by|provided by|content provided by)\s?:\s?(?=\S)|via\s(?=\S)|"
    r"(?:published|originally published|provided|publié|veröffentlicht|publicado|pubblicato|gepubliceerd)\s(?:by|par|von|por|da|door)\s(?=\S)"
)
_TOLD_END = re.compile(
    r"\s*[•·|⋅∙●,]\s*|\s+[-–—/]\s+|\s{2,}|\s\(|\s(?=(?:on|le|am|el|il|em|op|on the)\s(?:\w{2,9}\.?,?\s)?(?:the\s)?\d|on\s\w{3,9}\.?\s\d|(?:il y a|vor|hace|há)\s\d)"
)
_TELLS = frozenset("SsQqFfBbPpCcVvOoGg")
_JOINT = re.compile(r"\s(?:on|at|in|le|am|el|il|op)$")  # "By Jane Roe on May 3, 2024"
_YEAR = re.compile(r"(?:1[89]|20)\d\d|\d[./-]\d")  # a date without one of them is none
_SIGN = re.compile(r"[0-9•·|⋅∙●–—/]")
_GAP = re.compile(r"\s(?:\s|-\s)")
_AND = re.compile(r"\s(?:and|&|und|et|y|e|en)\s")
_BY_WORD = re.compile(r"\bby\s")
_HINTS = ("yesterday", "today", "just now", "heute", "gestern", "hier", "ayer", "hoy", "ieri", "oggi", "ontem", "hoje")
_FROM = re.compile(r"(?:von|par|por)\s")
_PATTERNS = (("age", _AGE), ("read", _READ), ("read", _COUNT), ("label", _LABEL), ("label", _CLOCK))


class Part(NamedTuple):
    """A part of a source line at `[start, end)`; kind: age, date, read, byline, publisher, category, label or name."""

    kind: str
    start: int
    end: int


def is_age_line(text: str) -> bool:
    """Say whether a line is the age of a story and nothing else: "3h", "2 days ago", "Yesterday"."""
    return len(text) <= 30 and bool(_AGE.fullmatch(text) or _HOURS.fullmatch(text))


def read_source_line(text: str) -> list[Part] | None:
    """Read a line whose every part is a source's: an age, a date, a byline, an outlet, a section; None for any other."""
    if len(text) > MAX_SOURCE_LINE or text[-1] in "!?;":
        return None
    if parts := read_told(text):
        return parts
    return _read_all(text) if _has_hint(text) else None


def _read_all(text: str) -> list[Part] | None:
    parts: list[Part] = []
    at = 0
    for date in find_dates(text) if _YEAR.search(text) else ():
        if date.precision != "month" and date.start >= at:
            if not _read_parts(text, at, date.start, parts):
                return None
            label = parts.pop() if parts and parts[-1].kind == "label" else None
            parts.append(Part("date", label.start if label else date.start, date.end))
            at = date.end
    if not _read_parts(text, at, len(text), parts):
        return None
    dated = any(part.kind == "date" for part in parts)
    parts = [
        part._replace(kind="label") if part.kind == "name" and is_of_date(text, part.start, part.end, dated=dated) else part
        for part in parts
    ]
    kinds = [part.kind for part in parts]
    if "publisher" not in kinds and "name" not in kinds:  # "Foreign Policy" is an outlet and a section
        parts = [part._replace(kind="publisher") if _names_both(text, part) else part for part in parts]
        kinds = [part.kind for part in parts]
    timed = any(kind in {"age", "date", "read"} for kind in kinds)
    signed = sorted(kinds) == ["name", "publisher"] and _is_signed(text, parts)
    if signed or (timed and kinds.count("publisher") + kinds.count("name") > 1):  # "skynotes.com - Jane Roe • 3d"
        parts = [part._replace(kind="byline") if _names_person(text, part) else part for part in parts]
        kinds = [part.kind for part in parts]
    named = sum(kind == "name" for kind in kinds)
    if not parts or named > 1 or len(parts) > MAX_PARTS:
        return None
    if timed or ("byline" in kinds and len(kinds) > 1) or (len(kinds) == 2 and set(kinds) == {"publisher", "category"}):
        return parts
    return None


def _read_announced(text: str, start: int, names: Collection[str] = ()) -> list[Part] | None:
    """Read an outlet that a word announces, and what follows it: "Published by Lake Radio • 3h"; unless ":" does, its name tells it."""
    border = _TOLD_END.search(text, start)
    stop = border.start() if border else len(text)
    name = text[start:stop]
    if not name or not name[0].isupper():
        return None
    kind = "publisher" if name.casefold() in names else _judge_name(name)
    announced = ":" in text[:start] or (border is not None and not is_person(name))
    if kind != "publisher" and not (kind in {"name", "category"} and announced):
        return None
    parts = [Part("publisher", start, stop)]
    if border is None:
        return parts
    rest = _read_all(text[border.end() :])
    if rest is None:
        return None
    return parts + [Part(kind, border.end() + begin, border.end() + end) for kind, begin, end in rest]


def read_told(text: str, names: Collection[str] = ()) -> list[Part] | None:
    """Read a line in which a word announces an outlet, known by its words or one of `names`."""
    told = _TOLD.match(text) if text[0] in _TELLS and len(text) <= MAX_SOURCE_LINE else None
    return _read_announced(text, told.end(), names) if told else None


def read_signed(text: str, names: Collection[str] = ()) -> list[Part] | None:
    """Read a byline that ends with the name of an outlet, known by its words or one of `names`: "By Jane Roe, Lake Radio"."""
    by, at = _BY.match(text), text.rfind(", ")
    name = text[at + 2 :]
    if not by or at < by.end() or not name or not is_person(text[by.end() : at]):
        return None
    if name.casefold() not in names and _judge_name(name) != "publisher":
        return None
    return [Part("byline", 0, at), Part("publisher", at + 2, len(text))]


def _is_signed(text: str, parts: Sequence[Part]) -> bool:
    """Say whether a bullet or a bar stands between a person and an outlet: "Jane Roe • The Harbour Post"."""
    name = next(part for part in parts if part.kind == "name")
    between = text[parts[0].end : parts[1].start].strip()
    return len(between) == 1 and between in "•·|⋅∙●" and is_person(text[name.start : name.end])


def _has_hint(text: str) -> bool:
    """Say whether a line has anything that a source line has: a figure, a mark between parts, "by", a word for a day."""
    if _SIGN.search(text) or _GAP.search(text):
        return True
    folded = text.casefold()
    return (
        ("by" in folded and _BY_WORD.search(folded) is not None)
        or any(map(folded.__contains__, _HINTS))
        or (any(map(folded.__contains__, ("von", "par", "por"))) and _FROM.search(folded) is not None)
    )


def _find_borders(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _SEPARATOR.finditer(text, start, end):
        yield found.span()
    yield end, end


def _read_parts(text: str, start: int, end: int, parts: list[Part]) -> bool:
    """Read the stretch `[start, end)` between dates part by part; False where a part can be no source's."""
    at = start
    for left, right in _find_borders(text, start, end):
        piece = text[at:left]
        begin = at + len(piece) - len(piece.lstrip(" ,:|•·-–—/()"))
        stop = at + len(piece.rstrip(" ,:|•·-–—/()"))
        at = right
        if stop <= begin:
            continue
        kind = _judge(text[begin:stop])
        if kind is None:
            return False
        if kind == "publisher" and parts and parts[-1].kind == "byline" and text[parts[-1].end : begin].strip() == ",":
            parts[-1] = Part("byline", parts[-1].start, stop)
            continue
        if kind == "name" and parts and parts[-1].kind == "byline" and text[parts[-1].end : begin].strip() in {",", ""}:
            parts[-1] = Part("byline", parts[-1].start, stop)
            continue
        if kind == "name" and not _stands_apart(text, begin, stop):
            return False
        if kind == "byline":
            stop = begin + len(_JOINT.sub("", text[begin:stop]))
        parts.append(Part(kind, begin, stop))
    return True


def _names_person(text: str, part: Part) -> bool:
    return part.kind == "name" and all(map(is_person, _AND.split(text[part.start : part.end])))


def _names_both(text: str, part: Part) -> bool:
    return part.kind == "category" and is_known_outlet(text[part.start : part.end])


def _stands_apart(text: str, begin: int, stop: int) -> bool:
    """Say whether a mark, not a mere blank, parts a name from its neighbours: "Wrap-Up 12/19/2025" is a headline."""
    before, after = text[max(0, begin - 3) : begin].strip(), text[stop : stop + 3].strip()
    return (begin == 0 or bool(before and not before[-1].isalnum())) and (
        stop == len(text) or bool(after and not after[0].isalnum())
    )


def _judge(piece: str) -> str | None:
    """Judge what a part is; None where it can be no source's."""
    kind = next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(piece)), None)
    if kind:
        return kind
    if _BY.match(piece) and len(piece) <= 2 * MAX_NAME:
        return "byline"
    return _judge_name(piece)


def _judge_name(piece: str) -> str | None:
    if is_section(piece):
        return "category"
    if is_known_outlet(piece):
        return "publisher"
    if len(piece) > MAX_NAME or len(piece.split()) > MAX_WORDS or piece[-1] in ".?!" or not piece[0].isalnum():
        return None
    return "publisher" if is_outlet(piece) else "name"
