"""Rules of editions: prefixes of headlines, and notes of what was changed, in the form of each agency.

UPDATE 3-Velden bridge opens      (3rd LD) Velden bridge opens      (AMPLIACIÓN) El puente abre      Eilmeldung: ...
(Adds mayor's comment in paragraph 3)      Sperrfrist: Dienstag, 12. März      This version of the Dec 6 story corrects ...

A row's name begins with the kind of edition that it says. The file is long because it is one table.
"""

from __future__ import annotations

from wiredesk.parsing.rules import Rule, RuleTable

_COLON = r"\s*[-–—:]\s*\S.*"

HEADLINE = RuleTable(
    "edition.headline",
    [
        Rule("update", "UW", rf"(?:UPDATE|WRAPUP)\s*(?P<n>\d{{1,2}}){_COLON}", "UPDATE 3-Velden opens", "UPDATE on Velden"),
        Rule("update-plain", "U", rf"(?:UPDATED?|Update[ds]?){_COLON}", "UPDATE: Velden opens", "UPDATE ON VELDEN"),
        Rule(
            "corrected",
            "C",
            rf"(?:CORRECTED|CORRECTION|Corrected|Correction|CORRECTS|CLARIFICATION|Clarification)"
            rf"(?:\s*\([^)]{{1,40}}\))?(?:\s\d)?{_COLON}",
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
            "lead-bracket",
            "(",
            r"\((?:(?P<n2>\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)\s)?(?:LD|LEAD|Ld|Lead)\)\s*\S.*",
            "(3rd LD) Velden opens",
            "(Lead paint) Velden opens",
        ),
        Rule(
            "lead-ordinal",
            "123456789L",
            rf"(?:(?P<n3>\d{{1,2}})(?:st|nd|rd|th|ST|ND|RD|TH)\s(?:LD|LEAD|Ld|Lead)|LEAD){_COLON}",
            "2ND LD: Velden opens",
            "LEAD PAINT: Velden opens",
        ),
        Rule("urgent-bracket", "(", r"\((?:URGENT|Urgent|URGENTE)\)\s*\S.*", "(URGENT) Velden opens", "(Urgent care) Velden"),
        Rule("urgent-abroad", "EU", rf"(?:EILMELDUNG|Eilmeldung|EIL|URGENTE\.?){_COLON}", "EIL - Velden", "EILE mit Weile"),
        Rule(
            "corrected-abroad",
            "KBCR",
            rf"(?:Korrektur|KORREKTUR|Berichtigung|BERICHTIGUNG|Corrección|CORRECCIÓN|Correzione|RETTIFICA){_COLON}",
            "Korrektur: Velden öffnet",
            "Korrektur der Zahlen",
        ),
        Rule(
            "corrected-bracket",
            "(",
            r"\((?:CORRECTED|Corrected|CORRECCIÓN|Corrección|CORREZIONE|CORRECTION|Correction)\)\s*\S.*",
            "(Corrección) Velden abre",
            "(Corrected vision) Velden",
        ),
        Rule(
            "repeat-abroad",
            "W(",
            rf"(?:Wiederholung|WIEDERHOLUNG|WHLG){_COLON}|\((?:RPT|REPETICIÓN|RIPETIZIONE|Repetición)\)\s*\S.*",
            "Wiederholung: Velden öffnet",
            "Wiederholung der Wahl",
        ),
        Rule(
            "update-bracket",
            "(",
            r"\((?:AMPLIACIÓN|Ampliación|ACTUALIZACIÓN|UPDATE|Update)(?:\s(?P<n4>\d{1,2}))?\)\s*\S.*",
            "(AMPLIACIÓN) Velden abre",
            "(Update due) Velden",
        ),
        Rule(
            "update-behind",
            "",
            r"\S.{3,280}\s\((?:Update|UPDATE|Updated)(?:\s(?P<n5>\d{1,2}))?\)",
            "Velden opens (Update 2)",
            "Velden opens (Update due)",
        ),
        Rule("alert-plus", "+", r"\+{2,4}\s?\S.{2,280}\s?\+{2,4}", "++ Velden apre ++", "++ Velden apre"),
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
            "TC(EA",
            r"\(?(?:Eds?(?:itors?)?[.:]\s*)?(?:(?:This (?:version of the"
            r"|(?:story|article|report|item|version) (?:has been|was))\b.{0,120}\bcorrect(?:s|ed)\b|Corrects:?|Corrected:?"
            r"|CORRECTS:?|CORRECTION:|Correction(?: \([^)]{3,40}\))?:|Clarification:|An earlier version of this)\s.{3,600})",
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
            r"|Updating)[ ,:].{3,600}|UPDATES? throughout\.?"
            r"|This (?:story|article|report) (?:has been|was) updated\b.{0,300})\)?",
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
        Rule(
            "update-abroad",
            "A(N",
            r"\(?(?:ATTENTION - (?:[Aa]joute|[Aa]ctualise|[Pp]récise|AJOUTE)|Actualiza|Amplía|Neu:|neu:)\s.{3,600}",
            "ATTENTION - ajoute détails ///",
            "ATTENTION - chien méchant",
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
