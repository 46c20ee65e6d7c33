r"""Header lines of the text wires, with or without their control bytes: ANPA-1312 and IPTC 7901.

\x16\x16\x01W2870\x1fasian                             service and sequence, source
f l\x13\x11 BC-LT--Velden-Bridge 1stLd-Writethru   11-13 1049     priority, category, keyword, take, month-day, words

\x01eca0124 3 i 93  dpa 1888                           source and sequence, priority, category, words, the agency's own number
"""

from __future__ import annotations

import re
from typing import NamedTuple

_PAD = r"[ \t\x00-\x02\x0e-\x1f\x7f]"
_ANPA = re.compile(
    rf"^{_PAD}{{0,12}}(?P<service>[A-Za-z])(?P<sequence>\d{{3,5}}){_PAD}{{0,4}}(?P<source>[A-Za-z-]{{0,8}}){_PAD}{{0,6}}\n{{1,3}}"
    rf"{_PAD}{{0,6}}(?P<priority>[a-z])(?:[ ](?P<category>[a-z]))?{_PAD}{{1,8}}(?P<slug>\S[^\n]{{0,70}}?)"
    rf"(?:{_PAD}{{1,16}}(?P<date>[01]\d-[0-3]\d))?(?:{_PAD}{{1,16}}(?P<words>\d{{3,5}}))?{_PAD}{{0,8}}(?=\n|\Z)",
    re.MULTILINE,
)
_7901 = re.compile(
    rf"^{_PAD}{{0,12}}(?P<source>[A-Za-z]{{1,6}})(?P<sequence>\d{{1,5}})[ ]{{1,3}}(?P<priority>[0-9])[ ]{{1,3}}"
    rf"(?P<category>[A-Za-z]{{1,3}})"
    rf"(?:[ ]{{1,4}}(?P<words>\d{{1,5}})(?:[ ]{{1,8}}(?P<note>\S[^\n]{{0,40}}?))?)?{_PAD}{{0,8}}(?=\n|\Z)",
    re.MULTILINE,
)
_CYCLE = re.compile(r"(BC|AM|PM|AP)-{1,2}(?=\S)")
_TAKE = re.compile(
    r"(?<![^\W_])(?:\d{1,2}(?:st|nd|rd|th)[ -]?(?:Ld|Lead|Add|Take|Writethru)|(?:Ld|Lead|Add)[ -]?\d|Writethru|URGENT|"
    r"NewsAlert|FLASH|CORRECT(?:ED|ION|S)|REFILE|REPEAT(?:ING)?|RPT|SCHEDULED|WITHDRAWN|KILL|SUBS?|CLARIFIED|ADVISORY)"
    r"(?![a-z])\S*(?:[ ](?:Ld|Lead|Add|Writethru)\S*)?",
    re.IGNORECASE,
)


class AnpaHead(NamedTuple):
    """An ANPA-1312 header at `[start, end)`: slug is the keyword field whole, keyword is it without cycle and take."""

    start: int
    end: int
    service: str
    sequence: str
    source: str | None
    priority: str
    category: str | None
    slug: str
    cycle: str | None
    keyword: str
    take: str | None
    date: str | None
    words: str | None


class Iptc7901Head(NamedTuple):
    """An IPTC 7901 header at `[start, end)`; note is what the agency adds of its own ("dpa 1888")."""

    start: int
    end: int
    source: str
    sequence: str
    priority: str
    category: str
    words: str | None
    note: str | None


def find_anpa_heads(text: str) -> list[AnpaHead]:
    """Find the ANPA headers of a transmission, in order: two lines, of which the second holds a month and day or a cycle."""
    heads: list[AnpaHead] = []
    for match in _ANPA.finditer(text):
        slug = match["slug"].strip()
        cycle = _CYCLE.match(slug)
        if match["date"] or cycle:
            keyword, take = _cut_take(slug[cycle.end() :] if cycle else slug)
            heads.append(
                AnpaHead(
                    start=match.start(),
                    end=match.end(),
                    service=match["service"],
                    sequence=match["sequence"],
                    source=match["source"].strip() or None,
                    priority=match["priority"],
                    category=match["category"],
                    slug=slug,
                    cycle=cycle[1] if cycle else None,
                    keyword=keyword,
                    take=take,
                    date=match["date"],
                    words=match["words"],
                )
            )
    return heads


def find_iptc7901_heads(text: str) -> list[Iptc7901Head]:
    """Find the IPTC 7901 headers of a transmission, in order: each is the first line, or behind SOH, NNNN or a blank line."""
    heads: list[Iptc7901Head] = []
    first = len(text) - len(text.lstrip())
    for match in _7901.finditer(text):
        before = text[max(0, match.start() - len("NNNN\n")) : match.start()]
        marked = "\x01" in match[0]
        free = marked or (_is_plain(match) and (match.start() <= first or before.endswith(("\n\n", "NNNN\n"))))
        if free:
            heads.append(Iptc7901Head(match.start(), match.end(), *match.group(*Iptc7901Head._fields[2:])))
    return heads


def _is_plain(match: re.Match[str]) -> bool:
    """Say whether a header without SOH has the usual lengths: so it is no line of a page."""
    return 2 <= len(match["source"]) <= 4 and len(match["sequence"]) >= 3 and match["priority"] != "0" and bool(match["words"])


def find_take(text: str) -> str | None:
    """Find the take in a keyword or version line: "1st Ld-Writethru", "URGENT", "CORRECTED"."""
    found = _TAKE.search(text[:200])
    return found[0] if found else None


def _cut_take(keyword: str) -> tuple[str, str | None]:
    found = _TAKE.search(keyword)
    if not found:
        return keyword, None
    return keyword[: found.start()].rstrip(" -*(,") or keyword, found[0]
