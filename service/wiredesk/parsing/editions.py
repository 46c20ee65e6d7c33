"""Editions: alert, urgent, lead, writethru, update, corrected, refile, repeat, withdrawn, kill, embargo.

UPDATE 3-Velden bridge opens      BC-Velden-Bridge, 1st Ld-Writethru      (Adds mayor's comment in paragraph 3)
STORY WITHDRAWN                   NOT FOR PUBLICATION UNTIL 2022-01-14     This version of the Dec 6 story corrects ...
"""

from __future__ import annotations

import re
from typing import NamedTuple

from wiredesk.parsing.edition_rules import HEADLINE, NOTE

_SLUG = re.compile(
    r"(?P<n>\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)[\s\-]?(?i:lead|ld)(?P<w>[\s\-]?(?i:write-?thru))?\b"
    r"|\b(?P<w2>(?i:write-?thru))(?:\s(?P<n2>\d{1,2}))?|\b(?i:lead|ld)\s?(?P<n3>\d{1,2})\b|\b(?P<lead>LEAD$|(?i:lead-all)$)"
    r"|\b(?:UPDATE|WRAPUP)\s(?P<n4>\d{1,2})\b|\b(?P<alert>NewsAlert|ALERT|FLASH)\b|\b(?P<urgent>URGENT)\b"
    r"|\b(?P<corr>CORRECTED|CORRECTION|CORRECTIF|Correctif)\b"
    r"|\b(?P<kill>KILL)\b|\b(?P<withdrawn>WITHDRAWN)\b|\b(?P<refile>REFILE)\b"
)
_OPENING = re.compile(  # "(", "Eds:", "EDITOR'S NOTE -", "ATTENTION EDITORS:"
    r"[(\[*\s]{0,3}(?:(?i:(?:attention )?(?:eds?|editors?(?:['’]s?)?)(?: note)?)[\s.:,\-–—]{1,4})?"
)
_ORDINALS = frozenset([f"n{i or ''}" for i in (0, *range(2, 12))])  # the group that holds the ordinal, one a row
_INNER = re.compile(r"[A-Z]{3,12}\s?[-–—:]\s?(?:UPDATE|WRAPUP)\s?(\d{1,2})\s?[-–—:]")
_THEN_CORRECTED = re.compile(r"(?:UPDATE|WRAPUP) ?\d{1,2}\s?[-–—:]\s?CORRECTED\s?[-–—:]")  # UPDATE 1-CORRECTED-
_ISO = re.compile(r"\b(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)")


class EditionFound(NamedTuple):
    """Which edition: kind, ordinal, what it says was changed, until when it is held, and the rule that found it."""

    kind: str
    ordinal: int | None
    note: str | None
    until: str | None
    rule: str


def read_headline(headline: str) -> EditionFound | None:
    """Read the prefix of a headline."""
    found = HEADLINE.match(headline[:300].strip(" *"))
    if not found:
        return None
    rule, match = found
    number = next((value for key, value in match.groupdict().items() if key in _ORDINALS and value), None)
    inner = _INNER.match(headline) if not number else None  # CORRECTED-UPDATE 1-
    number = inner[1] if inner else number
    kind = "corrected" if _THEN_CORRECTED.match(headline) else _kind(rule)
    return EditionFound(kind, int(number) if number else None, None, None, rule)


def read_slug(slug: str) -> EditionFound | None:
    """Read a slugline or take key."""
    found = _SLUG.search(slug[:200])
    if not found:
        return None
    groups = found.groupdict()
    number = groups["n"] or groups["n2"] or groups["n3"] or groups["n4"]
    kinds = (("w", "writethru"), ("w2", "writethru"), ("n", "lead"), ("n3", "lead"), ("lead", "lead"), ("n4", "update"))
    others = (("alert", "alert"), ("urgent", "urgent"), ("corr", "corrected"), ("kill", "kill"), ("refile", "refile"))
    kind = next((kind for key, kind in (*kinds, *others) if groups[key]), "withdrawn")
    return EditionFound(kind, int(number) if number else None, None, None, f"edition.slug.{kind}")


def read_note(text: str) -> EditionFound | None:
    """Read an editor's note or a line of the text that says what changed."""
    line = " ".join(text[:700].split())
    opening = _OPENING.match(line)
    found = NOTE.match(line[opening.end() if opening else 0 :])
    if not found:
        return None
    rule, match = found
    until = match.groupdict().get("until")
    iso = _ISO.search(until) if until else None
    return EditionFound(_kind(rule), None, line.strip("() "), iso[1] if iso else None, rule)


def _kind(rule: str) -> str:
    return rule.rpartition(".")[2].partition("-")[0]
