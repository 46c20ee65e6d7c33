"""Editions: alert, urgent, lead, writethru, update, corrected, refile, repeat, withdrawn, kill, embargo.

UPDATE 3-Velden bridge opens      BC-Velden-Bridge, 1st Ld-Writethru      (Adds mayor's comment in paragraph 3)
STORY WITHDRAWN                   NOT FOR PUBLICATION UNTIL 2022-01-14     This version of the Dec 6 story corrects ...
"""

from __future__ import annotations

import re
from typing import NamedTuple

from wiredesk.parsing.rules import Rule, RuleTable

_REST = r"(?:\s*(?:[-–—:]|\s)\s*.*)?"
_COLON = r"\s*[-–—:]\s*\S.*"

HEADLINE = RuleTable(
    "edition.headline",
    [
        Rule("update", "UW", rf"(?:UPDATE|WRAPUP)\s*(?P<n>\d{{1,2}}){_COLON}", "UPDATE 3-Velden opens", "UPDATE on Velden"),
        Rule("update-plain", "U", rf"(?:UPDATED?|Update[ds]?){_COLON}", "UPDATE: Velden opens", "UPDATE ON VELDEN"),
        Rule(
            "corrected",
            "C",
            rf"(?:CORRECTED|CORRECTION|Corrected|Correction|CORRECTS)(?:\s*\([^)]{{1,40}}\))?(?:\s\d)?{_COLON}",
            "CORRECTED-Velden opens",
            "Correction facility opens",
        ),
        Rule("refile", "R", rf"REFILE(?:\s*\d)?{_COLON}", "REFILE-Velden opens", "REFILE YOUR TAXES"),
        Rule("repeat", "R", rf"(?:RPT|REPEAT)(?:\s*\d)?{_COLON}", "RPT-Velden opens", "REPEAT OFFENDERS"),
        Rule(
            "alert",
            "BFAN",
            rf"(?:BREAKING(?: NEWS)?|FLASH|ALERT|NEWS ALERT|NewsAlert|APNewsAlert|Breaking){_COLON}",
            "BREAKING: Velden opens",
            "BREAKING the ice",
        ),
        Rule("urgent", "U", rf"(?:URGENT|Urgent){_COLON}", "URGENT: Velden opens", "Urgent care opens"),
        Rule(
            "withdrawn",
            "WS",
            r"(?:STORY )?(?:WITHDRAWN|WITHDRAWAL)(?:\s*[-–—:].*)?",
            "WITHDRAWN: Velden opens",
            "WITHDRAWN TROOPS RETURN",
        ),
        Rule("kill", "KBS", r"(?:BODY |STORY |MANDATORY )?KILL(?:\s*[-–—:].*)?", "KILL: Velden opens", "KILL BILL RETURNS"),
        Rule(
            "embargo", "E", rf"(?:EMBARGO(?:ED)?)(?: UNTIL [^-:]{{3,40}})?{_COLON}", "EMBARGOED: Velden opens", "EMBARGO ON OIL"
        ),
    ],
)
NOTE = RuleTable(
    "edition.note",
    [
        Rule(
            "corrected",
            "TC(E",
            r"\(?(?:Eds?(?:itors?)?[.:]\s*)?(?:(?:This (?:version of the"
            r"|story has been)\b.{0,120}\bcorrect(?:s|ed)\b|Corrects:?|Corrected:?|CORRECTS:?|CORRECTION:)\s.{3,600})",
            "(Corrects figure in paragraph 2)",
            "Corrects nothing."[:8],
        ),
        Rule(
            "refile",
            "T(R",
            r"\(?(?:This story (?:has been|was) refiled\b.{0,600}|Refiles? (?:to|with)\s.{3,400})",
            "(This story has been refiled to fix a typo)",
            "Refiles her taxes",
        ),
        Rule(
            "repeat",
            "(R",
            r"\(?Repeat(?:s|ing)(?: (?:story|earlier|from|to|for|without|with|item)\b).{0,400}",
            "(Repeats story from Monday)",
            "Repeats itself",
        ),
        Rule(
            "update",
            "(AUERT",
            r"\(?(?:Eds?(?:itors?)?[.:]\s*)?(?:(?:Adds|Updates|UPDATES|ADDS|Recasts|Rewrites"
            r"|Updating)[ ,:].{3,600}|UPDATES? throughout\.?)\)?",
            "(Adds comment in paragraph 3)",
            "Adding it up",
        ),
        Rule(
            "withdrawn",
            "STEW(",
            r"\(?(?:Eds?(?:itors?)?[.:]\s*)?(?:STORY WITHDRAWN|WITHDRAWN|The story .{0,200}\b(?:has been|is"
            r"|was) withdrawn\b)(?!\s[a-z]).{0,300}",
            "STORY WITHDRAWN",
            "The army has withdrawn",
        ),
        Rule(
            "kill",
            "EKBSM(",
            r"\(?(?:EDITORS?[:,\-–—\s]{1,4})?(?:BODY |STORY |MANDATORY |BULLETIN )?KILL\b(?![ ]?[A-Z]{4,}).{0,300}",
            "EDITORS: KILL the story",
            "KILL BILL",
        ),
        Rule(
            "corrected-abroad",
            "BKR(",
            r"\(?(?:Berichtigung|Korrektur|Rettifica|Rectificatif)\s?:\s.{3,600}",
            "Berichtigung: Zahl der Pfeiler korrigiert",
            "Berichtigung der Zahl",
        ),
        Rule("repeat-abroad", "W(", r"\(?Wiederholung\s?:\s.{3,400}", "Wiederholung: mit neuer Zahl", "Wiederholung der Wahl"),
        Rule(
            "embargo-abroad",
            "ASE(",
            r"\(?(?:Achtung: )?(?:Sperrfrist|SPERRFRIST|E(?:mbargo jusqu|MBARGO JUSQU)['’]\w+)\b(?! gilt)[:\s].{3,80}",
            "Sperrfrist: Dienstag, 12. März, 0.01 Uhr",
            "Sperrfristen enden",
        ),
        Rule(
            "embargo",
            "NEH(",
            r"\(?(?:Eds?(?:itors?)?[.:]\s*)?(?:NOT FOR (?:PUBLICATION|RELEASE|USE)(?: OR BROADCAST)? (?:UNTIL|BEFORE)"
            r"|EMBARGOED (?:UNTIL|TO|FOR)|Embargoed until|HOLD FOR RELEASE(?: UNTIL)?)\s(?P<until>.{3,80})",
            "NOT FOR PUBLICATION UNTIL 2022-01-14",
            "Not for publication",
        ),
    ],
)
_SLUG = re.compile(
    r"(?P<n>\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)\s?(?:Lead|Ld|LEAD|LD)(?P<w>[\s\-]?(?i:writethru|write-thru))?\b"
    r"|\b(?P<w2>(?i:writethru|write-thru))(?:\s(?P<n2>\d{1,2}))?|\b(?:Lead|LEAD|Ld|LD)\s(?P<n3>\d{1,2})\b|\b(?P<lead>LEAD)$"
    r"|\bUPDATE\s(?P<n4>\d{1,2})\b|\b(?P<alert>NewsAlert|ALERT|FLASH)\b|\b(?P<urgent>URGENT)\b"
    r"|\b(?P<corr>CORRECTED|CORRECTION)\b"
    r"|\b(?P<kill>KILL)\b|\b(?P<withdrawn>WITHDRAWN)\b|\b(?P<refile>REFILE)\b"
)
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
    found = HEADLINE.match(headline[:300].strip())
    if not found:
        return None
    rule, match = found
    number = match.groupdict().get("n")
    return EditionFound(_kind(rule), int(number) if number else None, None, None, rule)


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
    found = NOTE.match(line)
    if not found:
        return None
    rule, match = found
    until = match.groupdict().get("until")
    iso = _ISO.search(until) if until else None
    return EditionFound(_kind(rule), None, line.strip("() "), iso[1] if iso else None, rule)


def _kind(rule: str) -> str:
    return rule.rpartition(".")[2].partition("-")[0]
