"""Bylines: who wrote the story. Authors are people; what is no person (an agency, "Handout", a desk) is a credit.

By Gal ROMA, Nikolay KORZHOV, Handout, Christopher RICKLETON
Jane Roe, Health Editor
By A. Person and B. Other for the Associated Press
"""

from __future__ import annotations

import re
from typing import NamedTuple

MAX_BYLINE = 240  # characters; longer lines are prose
MAX_NAME_WORDS = 5

_LEAD = re.compile(
    r"(?:(?:recently\s)?(?:story|words|text|article|report|reporting|analysis|review)\s|"
    r"(?:written|posted|published|reported|edited|authored|updated)\s(?:on\s.{4,40}?\s)?)?by\b[:\s]*|"
    r"authors?\s*:\s*|(?:von|par|por|di|da|door)\s(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_GLUED_LEAD = re.compile(r"(?:Written\s?)?[Bb]y(?=[A-Z][a-z])")  # "ByDaryl Austin": the page lost the blank
_TAIL = re.compile(
    r"\s*(?:[|•·⋅∙—–]|\s-\s|\b(?:published|updated|posted|last\supdated|modified|reviewed\sby|fact.checked|edited\sby|photos?\sby|"
    r"illustrat\w+\sby|in\s(?=[A-Z]))\b|\bon\s(?=\w+\s\d)|\d{1,2}[./]\d|\d{4}-\d\d|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d|\d{1,2}\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|"
    r"\d+\s(?:min|hours?|days?)\b).*+",
    re.IGNORECASE | re.DOTALL,
)
_FOR = re.compile(r"\s(?:for|of|at|in|para|für|pour)\s(?:the\s)?([A-Z].*+)")
_CUT = re.compile(r"\s*(?:,|;|&|\||\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\bwith\b)\s*")
_SUFFIXES = frozenset(
    "jr sr ii iii iv md dvm phd ph.d mba ms rdn ld cpa esq rn rd mph mw cfp jd dds do ma msc bsc mrcvs cfa pe".split()
)
_PARTICLES = frozenset("van der den de la le du da di dos das del della von zu zur al el bin ibn ter ten af av y e".split())
_TITLES = frozenset("dr dr. prof prof. sir dame rev rev. mr mr. mrs mrs. ms ms.".split())
_ROLE_WORDS = frozenset(
    "editor reporter correspondent writer journalist columnist contributor producer photographer critic analyst bureau chief "
    "editor-in-chief senior staff associate assistant freelance expert specialist manager director founder intern fellow "
    "horticulturalist educator educators strategist researcher blogger author host anchor redakteur redakteurin korrespondent "
    "korrespondentin journaliste rédacteur redactor periodista giornalista redacteur contributing".split()
)
_NO_PERSON = frozenset(
    "handout staff team agencies agency desk newsroom news press associated reuters afp dpa upi ap pa tass xinhua "
    "kyodo bloomberg wire wires cnn bbc npr admin administrator webmaster editorial editors newsdesk the our we "
    "this that these your you us it email follow share read more subscribe click about contact home menu search "
    "sign log login register download comments comment bank group inc llc ltd corp company co limited partners "
    "agence press-agentur presse-agentur redaktion rédaction redacción redazione redactie university college school "
    "hospital institute center centre association foundation society council department ministry office sport "
    "sports business politics world health science technology entertainment opinion photo photos video magazine "
    "journal times post tribune herald gazette guardian today daily weekly media network channel radio tv store "
    "shop services service solutions consulting agencia agenzia insights studio studios marketing support community "
    "customer global international following adapting using creating making taking getting having being doing going "
    "working choosing understanding default guest anonymous january february july "
    "september october november december monday tuesday wednesday thursday friday saturday sunday min read minutes "
    "ago updated published posted".split()
)
_ELIDED = re.compile(r"(?:d|l|dell|dall)['’][A-ZÀ-Þ]")  # "Frances d'Emilio"
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-‑])*+")


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
    rest = text[lead.end() :] if lead else text
    rest = _TAIL.sub("", " " + rest, count=1).strip(" ,;:") if rest else rest
    rest, organisation = _cut_organisation(rest)
    authors, credits_ = _sort_names(rest, organisation, sure=sure)
    if not authors and not (sure and credits_ and len(rest) <= MAX_BYLINE // 4):
        return None
    return BylineFound(tuple(authors), tuple(credits_), bool(lead))


def is_person(text: str, *, led: bool = False) -> bool:
    """Judge whether `text` is a person's name; led: a word such as "By" said that a name follows, so one word is enough."""
    words = text.split()
    while words and words[0].casefold() in _TITLES:
        words = words[1:]
        led = True
    while len(words) > 1 and words[-1].casefold().strip(".,") in _SUFFIXES:
        words = words[:-1]
    if not 1 <= len(words) <= MAX_NAME_WORDS or (len(words) == 1 and not (led and len(words[0]) > 2)):
        return False
    if any(word.casefold().strip(".,'’s") in _NO_PERSON or word.casefold() in _NO_PERSON for word in words):
        return False
    if led and is_pen_name(words):
        return True
    capitals = [word for word in words if word[0].isupper() or _ELIDED.match(word)]
    rest = [word for word in words if word not in capitals and word.casefold() not in _PARTICLES]
    shaped = all(_NAME_WORD.fullmatch(word) for word in words)
    return shaped and bool(capitals) and not rest


def is_pen_name(words: list[str]) -> bool:
    """Judge whether the words after "By" are a name that its owner writes small: "jsteinhardt", "kirstin boatto"."""
    return len(words) <= 2 and all(word.isascii() and word.isalpha() and word.islower() and len(word) > 4 for word in words)


def mend_case(name: str) -> str:
    """Give a name printed in capitals its case: "Gal ROMA" is "Gal Roma"; initials and "McNAMARA" stay as they are."""
    return " ".join(_mend_word(word) for word in name.split())


def _mend_word(word: str) -> str:
    if len(word) < 3 or not word.isupper() or "." in word[:-1]:
        return word
    return "".join(part.capitalize() if part.isalpha() else part for part in re.split(r"([-‑'’.])", word))


def _cut_organisation(rest: str) -> tuple[str, str | None]:
    found = _FOR.search(rest)
    return (rest[: found.start()].strip(" ,"), found[1].strip(" .")) if found else (rest, None)


def _sort_names(rest: str, organisation: str | None, *, sure: bool) -> tuple[list[Person], list[str]]:
    """Sort the pieces of a byline into people, with the role or organisation that follows each, and credits."""
    authors: list[Person] = []
    credits_: list[str] = []
    for piece in filter(None, _CUT.split(rest)):
        words = [word.casefold().strip(".") for word in piece.split()]
        if authors and words and all(word in _SUFFIXES for word in words):
            continue
        if authors and any(word in _ROLE_WORDS for word in words):
            authors[-1] = authors[-1]._replace(role=_join(authors[-1].role, piece))
        elif is_person(piece, led=sure):
            authors.append(Person(mend_case(piece), piece, None, organisation))
        else:
            person = _person_before_role(piece, sure=sure)
            if person:
                authors.append(person._replace(organisation=organisation))
            else:
                credits_.append(piece)
    return authors, credits_


def _person_before_role(piece: str, *, sure: bool) -> Person | None:
    """Read "Jane Roe Health Editor" or "Jane Roe USA TODAY": two capitalised words, then a role."""
    words = piece.split()
    at = next((i for i, word in enumerate(words) if word.casefold().strip("()") in _ROLE_WORDS), 0)
    for cut in (at, at - 1, at - 2):
        if cut >= 2 and is_person(" ".join(words[:cut]), led=sure):
            name = " ".join(words[:cut])
            return Person(mend_case(name), name, " ".join(words[cut:]).strip("()"))
    return None


def _join(role: str | None, more: str) -> str:
    return f"{role}, {more}" if role else more
