"""Candidates for the byline: every place about a story where people are named, and what speaks for their being its authors.

By Andrew King | September 4, 2025          ByDaryl Austin          Written by / Jane Roe          Jane Roe, Health Editor
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.byline_owners import MASTHEAD, OWNERS, find_owner
from wiredesk.parsing.bylines import BylineFound, read_byline
from wiredesk.parsing.given_names import GIVEN_NAMES
from wiredesk.parsing.languages import BY
from wiredesk.parsing.people import begins_no_name, is_role
from wiredesk.parsing.weighing import bucket

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiredesk.parsing.setting import Setting

LEAST_ALONE, MAX_ALONE = 3, 90  # characters of names that nothing announces
MAX_AUTHORS = 16
MAX_ANNOUNCEMENT = 30  # characters of a line that announces the names on the next one: "Article written by:"
NEAR_HEADLINE = 5  # lines below the headline in which a credit stands for the byline
MAX_ROLE = 80  # characters of a line that says what an author is
TOP, MAX_OWN_NAME = 2, 40  # lines at the top, and their characters, that may be the name of the page's owner
UNLED = frozenset(("none", "masthead", *OWNERS))  # nothing announces such a name: it must look like one
NO_BYLINE = frozenset(("photo", "beside"))  # what such an announcement names
MAX_BEFORE = 12  # characters before it on its line
_COLON = frozenset(
    "contributor contributors words text author authors autor autorin autoren texto auteur auteure auteurs writer autore "
    "autrice autora autores tekst".split()
)
_START = frozenset("von par por di door".split())  # "of" as well as "by": only at the start of a line
_WORDS = "|".join(
    sorted((re.escape(word).replace(r"\ ", r"\s") for word in BY if word not in _COLON | _START), key=len, reverse=True)
)
_NAME = r"(?=[\"'“]?(?-i:[A-ZÀ-ÞŠŽ])|(?-i:[a-z]{5,20}(?:\s[a-z]{3,20})?\s?(?:$|[|•·,])))"
_BY = re.compile(
    rf"(?<![^\W_])(?P<colon>{'|'.join(sorted(_COLON, key=len, reverse=True))})\s?[:–—]\s?{_NAME}"
    rf"|(?:^|(?<=[|•·,]\s))(?P<start>{'|'.join(_START)})\s{_NAME}"
    rf"|(?:(?<![^\W_])|(?<=[a-z])(?=(?-i:[A-Z])))(?P<by>{_WORDS}):?\s{{0,3}}{_NAME}",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"(?:{'|'.join(sorted((re.escape(word) for word in BY), key=len, reverse=True))}|about the authors?|meet the author):?",
    re.IGNORECASE,
)
_NAME_LIKE = re.compile(
    r"[\W\d]{0,8}[^\W\d_a-z]\S*(?:\s+(?:[^\W\d_a-z]|(?:van|de[rnl]?|d[iao]s?|von|la|le|bin|al)\b)|$)"
)  # no other text names anybody
_ENDS_BY = re.compile(r"(?:[^\W\d_]+\s){0,4}(?:by|authors?|autore?n?|auteurs?|von|por|par|door)\s?:?", re.IGNORECASE)
_BREAK = re.compile(r"\s*(?:[|•·⋅∙»]|\s[-–—/]\s|\s{3,})\s*")
_PHOTO = frozenset(
    "photo photos image images photograph photographs photography video illustration illustrations illustrated picture "
    "pictures art cover hero graphic courtesy".split()
)
_BESIDE = frozenset("additional further contributing".split())  # "Additional reporting by": the sign-off's, not the byline's
_CHECK = frozenset("reviewed checked edited medically fact approved verified proofread reviewer".split())
_OTHER = frozenset(
    "powered sponsored designed made presented filter sort articles posts more brought built supported owned hosted "
    "theme published "
    "developed replies reply comment recommended prepared browse search provided funded produced backed created "
    "moderated".split()
)


class BylineCandidate(NamedTuple):
    """People named on line `line` at `[start, end)` of its text, and the features that speak for them."""

    line: int
    start: int
    end: int
    found: BylineFound
    features: list[str]


def find_bylines(setting: Setting) -> list[BylineCandidate]:
    """Find the candidates in the setting's zone, in the order of the page."""
    candidates = []
    for i in sorted({*setting.zone, *setting.masthead}):
        for start, end, lead in _cut_line(setting, i) if i in setting.zone_set else _cut_owner(setting, i):
            text = setting.lines[i].text[start:end]
            if lead in NO_BYLINE or (lead in UNLED and (not _NAME_LIKE.match(text) or begins_no_name(text))):
                continue
            if lead == "none" and text.endswith(":"):
                continue  # a speaker's: "NADIA FELD, HOST:"
            if lead in UNLED and i > setting.comments:
                continue  # a reader's name
            alone = lead == "none" and " " not in text and text.casefold() in GIVEN_NAMES
            found = read_byline(text, led=lead not in UNLED or alone)
            if found and lead in UNLED and i in setting.about.outlets and found.authors and found.authors[0].raw == text:
                continue
            if (
                found
                and 0 < len(found.authors) <= MAX_AUTHORS
                and (lead not in UNLED or len(found.credits) <= _is_known(found))
            ):
                candidates.append(BylineCandidate(i, start, end, found, []))
                candidates[-1].features.extend(_name_features(setting, candidates[-1], lead, first=len(candidates) == 1))
    _add_rivals(candidates)
    return candidates


def _add_rivals(candidates: Sequence[BylineCandidate]) -> None:
    """Add to each candidate how many others name other people, whether one of them is announced, and how many name the same."""
    people = [{person.name for person in one.found.authors} for one in candidates]
    announced = [one.features[1].removeprefix("lead=") not in UNLED for one in candidates]
    for at, one in enumerate(candidates):
        led = "led" if announced[at] else "unled"
        others = [k for k, names in enumerate(people) if not names & people[at]]
        same = len(people) - len(others) - 1
        one.features.extend((
            f"rivals={bucket(len(others), 1, 2, 4, 9)}+{led}", f"again={bucket(same, 1, 2, 4)}+{led}",
            f"rival-led={any(announced[k] for k in others)}+{led}",
            f"same-led={any(announced[k] for k in range(len(people)) if k != at and k not in others)}+{led}",
        ))  # fmt: skip


def _is_known(found: BylineFound) -> bool:
    """Say whether the first author's given name is a common one."""
    return found.authors[0].name.split()[0].casefold() in GIVEN_NAMES


def find_credit_line(setting: Setting) -> BylineCandidate | None:
    """Find the line that says who wrote it where that is nobody's name: "By Staff reports" right under the headline."""
    for i in setting.zone:
        if setting.where(i) in {"between", "top"} and i <= setting.anchor + NEAR_HEADLINE:
            for start, end, lead in _cut_line(setting, i):
                found = read_byline(setting.lines[i].text[start:end]) if lead in {"by", "phrase"} else None
                if found and found.credits and start <= MAX_BEFORE:
                    return BylineCandidate(i, start, end, found, [])
    return None


def _cut_line(setting: Setting, i: int) -> Iterator[tuple[int, int, str]]:
    """Cut a line to the pieces that may name authors: after each "by", else between bars and dates; with what leads them."""
    text = setting.lines[i].text
    if owner := find_owner(text, top=i < MASTHEAD):
        yield owner
        return
    leads = list(_BY.finditer(text))
    for position, lead in enumerate(leads):
        end = leads[position + 1].start() if position + 1 < len(leads) else len(text)
        yield lead.start(), end, _name_lead(text, lead)
    if leads:
        return
    above = setting.lines[i - 1].text if i else ""
    announced = len(above) <= MAX_ANNOUNCEMENT and (_ALONE.fullmatch(above) or _ENDS_BY.fullmatch(above))
    dates = setting.dates(i)
    stop = dates[0].start if dates and dates[0].start > 3 else len(text)
    at = dates[-1].end if dates and dates[0].start <= 3 else 0
    for piece in _pieces(text, at, stop if at == 0 else len(text)):
        yield *piece, "line-above" if announced else "none"


def _cut_owner(setting: Setting, i: int) -> Iterator[tuple[int, int, str]]:
    """Give the name in a line that says whose page it is, or the name that is the whole of the page's first line."""
    text = setting.lines[i].text
    if owner := find_owner(text, top=i < MASTHEAD):
        yield owner
    elif i < TOP and len(text) <= MAX_OWN_NAME:
        yield 0, len(text), "masthead"


def _pieces(text: str, at: int, stop: int) -> Iterator[tuple[int, int]]:
    for gap in [*_BREAK.finditer(text, at, stop), None]:
        end = gap.start() if gap else stop
        piece = text[at:end].rstrip()
        if LEAST_ALONE <= len(piece) <= MAX_ALONE:
            yield at, at + len(piece)
        at = gap.end() if gap else stop


def _name_lead(text: str, lead: re.Match[str]) -> str:
    """Name the kind of announcement, with what the word before it makes of it: "Photo by" is no byline."""
    words = re.findall(r"[^\W\d_]+", text[max(0, lead.start() - 30) : lead.start()].casefold())
    last = words[-1] if words else ""
    name = (lead["colon"] or lead["start"] or lead["by"]).casefold()
    for kind, known in (("photo", _PHOTO), ("beside", _BESIDE), ("check", _CHECK), ("other", _OTHER)):
        if last in known or (len(words) > 1 and kind == "photo" and words[-2] in known):
            return kind
    kind = "colon" if lead["colon"] else "start" if lead["start"] else "by" if name == "by" else "phrase"
    return kind if not words else f"{kind}-after-{'date' if text[: lead.start()].strip(' |•·-–—,')[-1:].isdigit() else 'words'}"


def _name_features(setting: Setting, one: BylineCandidate, lead: str, *, first: bool) -> list[str]:
    line, names = setting.lines[one.line], [person.name for person in one.found.authors]
    words = names[0].split()
    where = setting.where(one.line)
    led = "led" if lead.startswith(("by", "phrase", "colon", "start", "line")) else lead
    given = sum(name.split()[0].casefold().split("-")[0] in GIVEN_NAMES for name in names) / len(names)
    small = sum(setting.count_word(word.casefold()) > 0 for word in words) / len(words)
    rest = len(line.text) - (one.end - one.start)
    far = one.line - setting.anchor if where in {"above", "between", "top", "inside"} else one.line - setting.last
    distance = f"{where}{bucket(far, -6, -3, -1, 1, 2, 3, 4, 6, 9, 15, 25)}"
    since = next((k for k in range(1, 12) if setting.kind(one.line - k) == "head"), 12) if where == "after" else 0
    near = [k for k in (0, 1, -1, 2, -2, 3) if setting.holds_date(one.line + k)]
    known = f"{bucket(given, 0.01, 0.99)}{bucket(small, 0.01, 0.5, 0.99)}"
    row = [
        "bias", f"lead={lead}", f"lead+where={led}+{where}", f"lead+distance={led}+{distance}",
        f"words={min(len(words), 4)}+{led}",
        f"known={known}", f"known+lead={known}+{led}", f"known+where={known}+{where}", f"people={min(len(names), 3)}+{led}",
        f"rest={bucket(rest, 1, 4, 12, 30, 80)}+{led}", f"date={near[0] if near else 'none'}+{led}", f"first={first}+{led}",
        f"copies={min(setting.copies[line.text], 3)}+{led}", f"since-head={bucket(since, 1, 3, 6, 12)}",
        f"said={bucket(setting.count_word(words[-1]), 2, 3, 4, 6)}+{led}", f"role={bool(one.found.authors[0].role)}+{led}",
        f"line={bucket(one.line, 1, 2, 4, 8, 16)}+{led}", f"line+known={bucket(one.line, 1, 2, 4)}+{known}+{led}",
        f"upper={names[0].isupper()}",
        f"below={_say_kind(setting, one.line + 1)}+{led}",
        f"above={_say_kind(setting, one.line - 1)}+{led}",
        f"kind={setting.kind(one.line)}", f"part={setting.part(one.line)}+{led}", f"credits={bool(one.found.credits)}+{led}",
        f"words-before={bucket(len(line.text[: one.start].split()), 1, 2, 4, 7, 12)}+{led}",
        f"card={known}+{led}+{'date' if near and near[0] in {0, 1} else 'none'}+{bool(rest)}",
        f"card+where={bucket(given, 0.99)}+{led}+{distance}", f"role-near={_has_role(setting, one)}+{led}",
        f"role-near+known={_has_role(setting, one)}+{known}+{led}",
    ]  # fmt: skip
    if setting.headline is not None and any(word in setting.lines[setting.headline].text for word in words):
        row.append(f"in-headline+{led}")
    row += [f"hint={hint}+{led}" for hint in line.hints]
    return row


def _has_role(setting: Setting, one: BylineCandidate) -> str:
    """Say where a role stands: beside the names, or on the next line, which must be short."""
    text = setting.lines[one.line].text
    if any(is_role(word) for word in re.findall(r"[^\W\d_]+", text[one.end :].casefold())):
        return "beside"
    below = setting.lines[one.line + 1].text if one.line + 1 < len(setting.lines) else ""
    if len(below) < MAX_ROLE and any(is_role(word) for word in re.findall(r"[^\W\d_]+", below.casefold())):
        return "below"
    return "none"


def _say_kind(setting: Setting, i: int) -> str:
    """Name the look of a neighbour."""
    kind = setting.kind(i)
    if kind not in {"line", "edge"}:
        return kind.removeprefix("chrome.")
    if kind == "edge":
        return kind
    if i == setting.headline:
        return "headline"
    if i in setting.inside:
        return "body"
    size = len(setting.lines[i].text)
    return "date" if setting.holds_date(i) else f"size{bucket(size, 16, 40, 90)}"
