"""Bylines: who wrote the story. Authors are people; what is no person (an agency, "Handout", a desk) is a credit.

By Gal ROMA, Nikolay KORZHOV, Handout, Christopher RICKLETON
Jane Roe, Health Editor
By A. Person and B. Other for the Associated Press
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.given_names import GIVEN_NAMES
from wiredesk.parsing.languages import AND, MONTHS, WEEKDAYS
from wiredesk.parsing.outlets import is_known_outlet
from wiredesk.parsing.people import SUFFIXES, begins_no_name, cut_degrees, is_person, is_role, mend_case

__all__ = ["BylineFound", "Person", "is_person", "join_bylines", "mend_case", "read_byline"]

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_OUTLET_WORDS = 4
MAX_BYLINE = 240  # characters; longer lines are prose
_MONTH = "|".join(sorted((re.escape(word) for word in MONTHS if len(word) > 2), key=len, reverse=True))
_WEEKDAY = "|".join(sorted((re.escape(word) for word in WEEKDAYS if len(word) > 5), key=len, reverse=True))
_LEAD = re.compile(
    r"(?:(?:recently\s)?(?:story|words|text|article|report|reporting|analysis|review|guide|column|opinion|guest\spost)\s|"
    r"(?:written|posted|published|reported|edited|authored|updated|created|contributed|submitted)\s(?:on\s.{4,40}?\s)?)?by\b[:\s]*|"
    r"(?:authors?|contributors?|words|text|writer|autor(?:e|en|es|a|as|in|innen)?|auteure?s?|texto?|tekst)\s?[:–—]\s*|"
    r"(?:(?:ein(?:e)?\s\w{4,12}|text|geschrieben|écrit|rédigé|publié|escrito|publicado|redactado|scritto|pubblicato|a\scura|testo|"
    r"geschreven|geplaatst)\s)?(?:von|par|por|di|da|door)\s(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_GLUED_LEAD = re.compile(r"(?:Written\s?|Posted\s?)?[Bb]y(?=[A-Z][a-z])")  # "ByDaryl Austin": the page lost the blank
_TAIL = re.compile(
    r"\s*(?:[|•·⋅∙—–]|\s-\s|\s/\s|\s{2,}(?=\S)|\b(?:published|updated|posted|last\supdated|modified|reviewed\sby|fact.checked|edited\sby|photos?\sby|"
    r"photograph\w+\sby|illustrat\w+\sby|in\s(?=[A-Z])|in$|share|follow\b|veröffentlicht|aktualisiert|publié|mis\sà\sjour|publicado|actualizado|"
    r"pubblicato|aggiornato|atualizado|gepubliceerd|bijgewerkt|il\sy\sa|vor\s\d|hace\s\d|há\s\d)\b|\bon\s(?=\d|\w+[.,]?\s(?:\w+\s)?\d)|\bon$|\b(?-i:Updated|Published|Posted)(?=[A-Z])|\d{1,2}[./]\d|\d{4}-\d\d|\d{1,2}:\d\d|"
    r"(?<=[a-zà-ÿ.)])(?-i:Published|Updated|Posted|Last\s[Uu]pdated|Reviewed|Share|Follow|Read|Senior|Staff|Contribut)|"
    rf"(?:\b|(?<=[a-z])(?=(?-i:[A-Z])))(?:{_MONTH})\.?\s\d|\d{{1,2}}\.?\s(?:de\s)?(?:{_MONTH})\b|(?:\bon\s)?\b(?:{_WEEKDAY})\b|"
    r"\d+\s?(?:min|hours?|days?|h\b|comments?|views|shares)\b).*+",
    re.IGNORECASE | re.DOTALL,
)
_FOR = re.compile(r"\s(?:for|of|at|in|para|für|pour|bij|presso)\s(?:the\s)?([A-Z].*+)")
_CUT = re.compile(rf"\s*(?:,|;|&|\+|\||\b(?:{'|'.join(AND)}|AND|WITH|UND|AVEC|MET)\b)\s*")


_NAMES = re.compile(r"[^\W\d_]")
_DEGREE = re.compile(r"[A-Z][A-Za-z]?[A-Z.]{1,5}(?:[\s-][A-Z]{1,5})?(?:\s\([A-Za-z ]{2,24}\))?®?")
_MARKS = re.compile(r"(?<=[^\W\d_])\s?(?:\d{1,2}|[*†‡§¶✉])+$")  # "Jennifer Huberty1": where an author works
_TWICE = re.compile(r"([^\W\d_][^|,;]{5,38}?)\s\1")  # "Ines Duval Ines Duval": the picture's label stands before the name
_HANDLE = re.compile(r"\s\(?@\w{2,20}\)?$")
_SENTENCE_END = re.compile(r"[a-zà-ÿ]{3}\.$")


class Person(NamedTuple):
    """A person in a byline: the name with its case mended, the name as printed, role and organisation as printed."""

    name: str
    raw: str
    role: str | None = None
    organisation: str | None = None


class BylineFound(NamedTuple):
    """A byline: authors in order, credits in order; `led`: it began with a word that says so ("By")."""

    authors: tuple[Person, ...]
    credits: tuple[str, ...]
    led: bool


def read_byline(text: str, *, led: bool | None = None) -> BylineFound | None:
    """Read a line as a byline; None where it names nobody. led: the line is known to be a byline by what stands around it."""
    text = text.strip()
    if not text or len(text) > MAX_BYLINE:
        return None
    lead = _LEAD.match(text) or _GLUED_LEAD.match(text)
    sure = bool(lead) if led is None else led
    rest, authors, credits_ = _read_names(text[lead.end() :] if lead else text, sure=sure)
    if not authors and not (sure and credits_ and len(rest) <= MAX_BYLINE // 4):
        return None
    return BylineFound(authors, credits_, bool(lead))


def join_bylines(found: Sequence[BylineFound]) -> BylineFound:
    """Join the bylines of one story, each person once."""
    people: dict[str, Person] = {}
    for person in (person for one in found for person in one.authors):
        people.setdefault(person.name, person)
    credits_ = dict.fromkeys(credit for one in found for credit in one.credits)
    return BylineFound(tuple(people.values()), tuple(credits_), any(one.led for one in found))


@lru_cache(maxsize=512)  # a line is read where it may be a byline, and again once it is one
def _read_names(rest: str, *, sure: bool) -> tuple[str, tuple[Person, ...], tuple[str, ...]]:
    """Read what follows the "By", without the date, the buttons and the organisation behind it: that, people and credits."""
    rest = _TAIL.sub("", " " + rest.strip(), count=1).strip(" ,;:") if rest else rest
    rest, organisation = _cut_organisation(rest)
    authors, credits_ = _sort_names(rest, organisation, sure=sure)
    return rest, tuple(authors), tuple(credits_)


def _cut_organisation(rest: str) -> tuple[str, str | None]:
    found = _FOR.search(rest)
    return (rest[: found.start()].strip(" ,"), found[1].strip(" .")) if found else (rest, None)


def _sort_names(rest: str, organisation: str | None, *, sure: bool) -> tuple[list[Person], list[str]]:
    """Sort the pieces of a byline into people, with the role or organisation that follows each, and credits."""
    authors: list[Person] = []
    credits_: list[str] = []
    for piece in filter(_NAMES.search, (_trim(piece) for piece in _CUT.split(rest))):
        words = [word.casefold().strip(".()®*") for word in piece.split()]
        if authors and (all(word in SUFFIXES for word in words) or _is_degree(piece, authors[-1].raw)):
            continue
        if authors and _is_role(words):
            authors[-1] = authors[-1]._replace(role=_join(authors[-1].role, piece))
        elif is_known_outlet(piece):
            credits_.append(piece)
        elif person := _person_before_outlet(piece):
            authors.append(person)
        elif is_person(piece, led=sure and (not authors or " " not in authors[-1].name)):
            authors.append(Person(mend_case(cut_degrees(piece)), piece, None, organisation))
        elif person := _person_before_role(piece, sure=sure):
            authors.append(person._replace(organisation=organisation))
        elif authors and any(is_role(word) for word in words):
            authors[-1] = authors[-1]._replace(role=_join(authors[-1].role, piece))
        else:
            credits_.append(piece)
    return authors, credits_


def _is_degree(piece: str, name: str) -> bool:
    """Say whether a piece behind a name is a degree that no list holds: "Jane Roe, DACVB, VTS (Behavior)"."""
    return bool(_DEGREE.fullmatch(piece)) and not name.isupper() and not begins_no_name(piece)


def _trim(piece: str) -> str:
    """Trim what is no part of a name: ". . . Ines Duval", "Ines Duval1", "Ines Duval."; "Tom Hale Jr." stays as it is."""
    piece = _HANDLE.sub("", piece.strip(" *@:•<>|").lstrip(" .…-–—3"))
    piece = _TWICE.sub(r"\1", _MARKS.sub("", piece))
    return piece[:-1] if _SENTENCE_END.search(piece) else piece


def _is_role(words: list[str]) -> bool:
    """Say whether a piece of a byline is a role: "Health Editor", "CEO"; "Tom Hale Photographer" names a person first."""
    return bool(words) and (is_role(words[0]) or (is_role(words[-1]) and len(words) < 4))


def _person_before_role(piece: str, *, sure: bool) -> Person | None:
    """Read "Jane Roe Health Editor": two capitalised words or more, then a role."""
    words = piece.split()
    at = next((i for i, word in enumerate(words) if is_role(word.casefold().strip("()"))), 0)
    if not at and len(words) > 2 and words[0].casefold() in GIVEN_NAMES and not words[0].isupper():
        at = next((i for i in range(2, len(words)) if len(words[i]) > 1 and words[i].isupper()), 0)  # "Jane Roe USA TODAY"
    for cut in (at, at - 1, at - 2):
        if cut >= 2 and is_person(" ".join(words[:cut]), led=sure):
            name = " ".join(words[:cut])
            return Person(mend_case(name), name, " ".join(words[cut:]).strip("()"))
    return None


def _person_before_outlet(piece: str) -> Person | None:
    """Read "ELISE MORGAN Associated Press": a name, and a well-known outlet behind it that nothing parts from it."""
    words = piece.split()
    for cut in range(max(2, len(words) - MAX_OUTLET_WORDS), len(words)):
        name, outlet = " ".join(words[:cut]), " ".join(words[cut:])
        if is_known_outlet(outlet) and words[cut][0].isupper() and is_person(name):
            return Person(mend_case(name), name, None, outlet)
    return None


def _join(role: str | None, more: str) -> str:
    return f"{role}, {more}" if role else more
