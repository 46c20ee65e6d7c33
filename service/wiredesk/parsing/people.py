"""Names of people: "Gal ROMA", "Jean-Marc de la Tour", "J. R. Prynne Jr."; no desks, no titles of pages, no "Read More"."""

from __future__ import annotations

import re

from wiredesk.parsing.given_names import GIVEN_NAMES
from wiredesk.parsing.languages import DESKS, MONTHS, ROLES, WEEKDAYS

MAX_NAME_WORDS = 5
LEAST_CAPITALS = 4  # letters of a name that is one word in capitals: "SMT" is none
SUFFIXES = frozenset(
    "jr sr ii iii iv md dvm phd ph.d mba ms rdn ld cpa esq rn rd mph mw cfp jd dds do ma msc bsc mrcvs cfa pe cpp psp "
    "cepf cfp® foma dabom "
    "dvm dacvb vmd cpt cscs rdh lcsw psyd pharmd dpt pt ba bs aprn np pa-c fnp frcs fellow obe mbe cbe".split()
)
_DEGREES = SUFFIXES - frozenset("jr sr ii iii iv ba ma do".split())  # those are parts of names, or as likely a name as a degree
_PARTICLES = frozenset("van der den de la le du da di dos das del della von zu zur al el bin ibn ter ten af av y e".split())
_TITLES = frozenset("dr dr. prof prof. sir dame rev rev. mr mr. mrs mrs. ms ms.".split())
_NO_PERSON = (
    frozenset(
        "handout agencies agency newsroom news press associated reuters afp dpa upi ap pa tass xinhua "
        "kyodo bloomberg wire wires cnn bbc npr the our we others "
        "this that these your you us it email follow share read more subscribe click about contact home menu search "
        "sign log login register download comments comment bank group inc llc ltd corp company co limited partners "
        "agence university college school "
        "hospital institute center centre association foundation society council department ministry office sport "
        "sports business politics world health science technology entertainment opinion photo photos video videos magazine "
        "journal times post tribune herald gazette guardian today daily weekly media network channel radio tv store "
        "shop services service solutions consulting agencia agenzia insights studio studios marketing support community "
        "customer global international following adapting using creating making taking getting having being doing going "
        "working choosing understanding min minutes ago updated published posted blog blogs guide guides tips tip best "
        "top free "
        "how what why when where which who show all view get started start now buy price prices check book online "
        "reviews review "
        "articles article content topic topics category categories tags pricing products product software data learn "
        "learning "
        "training course courses plan plans tools tool resources resource features careers help account cart menu skip "
        "policy terms "
        "conditions privacy cookie cookies rights reserved management security cybersecurity design development engineering "
        "planning living style lifestyle beauty fashion food recipes recipe travel gardening kitchen gift offer offers "
        "sale deals "
        "deal new latest popular trending featured next previous back index archive archives newsletter podcast "
        "podcasts events event "
        "facebook twitter instagram linkedin youtube pinterest tiktok whatsapp reddit google apple amazon microsoft "
        "medium substack "
        "author authors quotes behalf "
        "advertisement advertise caption summary introduction conclusion overview contents table chapter "
        "part section "
        "credit card cards insurance loans loan mortgage tax taxes finance money investing real estate jobs job digital "
        "online web "
        "language english spanish french german american british united states north south east west street avenue".split()
    )
    | DESKS
    | {word for word in MONTHS if len(word) > 4 or word == "july"}
    | {word for word in WEEKDAYS if len(word) > 5}
) - GIVEN_NAMES
_SURNAMES = frozenset(
    "best book books cash chapter check day east english french gates holiday north page park post price read shepherd south "
    "street west".split()
)  # words of furniture that are surnames too: a common given name before one makes it a name
_ELIDED = re.compile(r"(?:d|l|dell|dall)['’][A-ZÀ-Þ]")  # "Frances d'Emilio"
_NICKNAME = re.compile(r"\s[(\"“][^\W\d_]{2,12}[)\"”]\s")  # "Paula (Pim) Groot"
_GLUED = re.compile(r"(?<!Mac)(?<!Fitz)[a-z]{3}[A-Z]")  # "KongThe"
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-‑])*+")


def is_person(text: str, *, led: bool = False) -> bool:
    """Judge whether `text` is a person's name; led: a word such as "By" said that a name follows, so one word is enough."""
    words = _NICKNAME.sub(" ", text).split()
    while words and words[0].casefold() in _TITLES:
        words = words[1:]
        led = True
    while len(words) > 1 and words[-1].casefold().strip(".,*®") in SUFFIXES:
        words = words[:-1]
    if not 1 <= len(words) <= MAX_NAME_WORDS or (len(words) == 1 and not (led and len(words[0]) > 2)):
        return False
    folded = [word.casefold() for word in words]
    if len(words) == 1 and len(words[0]) < LEAST_CAPITALS and words[0].isupper():
        return False
    if len(words) > 1 and folded[-1] in _SURNAMES and folded[0] in GIVEN_NAMES:
        folded.pop()
    if any(word in _NO_PERSON or word.strip(".,'’s") in _NO_PERSON for word in folded):
        return False
    if folded[0] in ROLES or any(word in ROLES for word in folded[1:]):
        return False
    if led and is_pen_name(words):
        return True
    capitals = [word for word in words if word[0].isupper() or _ELIDED.match(word)]
    rest = [word for word in words if word not in capitals and word.casefold() not in _PARTICLES]
    shaped = all(_NAME_WORD.fullmatch(word) and not (len(words) > 1 and _GLUED.search(word)) for word in words)
    return shaped and bool(capitals) and not rest


def begins_no_name(text: str) -> bool:
    """Say at a glance that a text does not begin with a name: one of its first two words is in none ("Read More About")."""
    first, *rest = [word.strip(".,:'’()") for word in text.casefold().split(None, 2)[:2]] or [""]
    return first in _NO_PERSON or any(word in _NO_PERSON and not (word in _SURNAMES and first in GIVEN_NAMES) for word in rest)


def is_role(word: str) -> bool:
    """Say whether a word, in small letters, is a role: "editor", "columnists"."""
    return word in ROLES or (word.endswith("s") and word[:-1] in ROLES)


def cut_degrees(name: str) -> str:
    """Cut what is no part of a name off its end: "Jeffrey Slotnick CPP" is Jeffrey Slotnick; "Tom Hale Jr." stays as it is."""
    words = name.split()
    while len(words) > 2 and words[-1].isupper() and words[-1].casefold().strip(".,*®") in _DEGREES:
        words.pop()
    return " ".join(words).rstrip(",")


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
