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
        Rule(
            "update-plain",
            "U",
            rf"(?:UPDATED?|Update[ds]?|UPDATING){_COLON}",
            "UPDATE: Velden opens",
            "UPDATE ON VELDEN",
        ),
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
            rf"(?:BREAKING(?: NEWS)?|FLASH|ALERT|NEWS ALERT|NewsAlert|APNewsAlert|Breaking|Flash){_COLON}",
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
            "writethru",
            "123456789LWlw",
            r"(?:(?:(?P<n6>\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)[ -]?)?(?:LD|LEAD|Ld"
            r"|Lead)[ -])?(?i:write-?thru)(?:\s(?P<n7>\d{1,2}))?"
            rf"{_COLON}",
            "2nd Ld-Writethru: Velden opens",
            "Writethru copy opens",
        ),
        Rule(
            "lead-behind",
            "",
            r"\S.{3,280}[,;]\s(?P<n8>\d{1,2})(?:st|nd|rd|th) (?:Ld|Lead)",
            "Velden opens, 2nd Ld",
            "A 2nd Lead",
        ),
        Rule(
            "lead-number",
            "L",
            r"(?:LEAD|LD|Lead|Ld)\s?(?P<n9>\d{1,2})(?:[-–—/:]|\s[-–—])\s?\S.*",
            "LEAD 2-Velden opens",
            "LEAD 2 rises",
        ),
        Rule(
            "lead-roundup",
            "RZW(P",
            r"(?:(?:ROUNDUP|ZUSAMMENFASSUNG|WRAP|Zusammenfassung"
            r"|PAPIER GENERAL)(?:\s?(?P<n10>\d{1,2}))?(?:/[\w ]{2,30})?\s?[-–—:/]"
            r"|\((?:Zusammenfassung|ZUSAMMENFASSUNG|Meldung)(?: \d{3,4}| \d\d[:.]\d\d)?\))\s*\S.*",
            "ROUNDUP 2: Velden öffnet",
            "ROUNDUP READY SEED",
        ),
        Rule(
            "lead-ordinal",
            "123456789L",
            rf"(?:(?P<n3>\d{{1,2}})(?:st|nd|rd|th|ST|ND|RD|TH)\s(?:LD|LEAD|Ld|Lead)|LEAD){_COLON}",
            "2ND LD: Velden opens",
            "LEAD PAINT: Velden opens",
        ),
        Rule("urgent-bracket", "(", r"\((?:URGENT|Urgent|URGENTE)\)\s*\S.*", "(URGENT) Velden opens", "(Urgent care) Velden"),
        Rule(
            "urgent-abroad",
            "EUHP",
            rf"(?:EILMELDUNG|Eilmeldung|EIL|URGENTE?|URG|HASTER|PILNE|Pilne)\.?{_COLON}",
            "EIL - Velden",
            "EILE mit Weile",
        ),
        Rule(
            "alert-abroad",
            "AÚUF",
            rf"(?:AVANCE|ALERTE|ALERTA|ÚLTIMA HORA|Última hora|ULTIM'ORA|Ultim'ora|FLASH)\.?{_COLON}",
            "AVANCE- Velden abre",
            "AVANCE LENTO",
        ),
        Rule(
            "update-abroad",
            "AMNOa",
            rf"(?:AMPL(?:IACIÓN|ÍA)?|Ampl(?:iación|ía)?|ACTUALIZA(?:CIÓN|DO)?|Actualización|ATUALIZA(?:ÇÃO|D[AO])|AGGIORNAMENTO"
            rf"|AKTUALISIERT|Aktualisiert|MISE À JOUR|Mise à jour|NEU|OPPDATERT|OPDATERING"
            rf"|OPDATERET)\.?(?:\s(?P<n11>\d{{1,2}}))?{_COLON}",
            "AMPL.- Velden abre",
            "AMPLA baut",
        ),
        Rule(
            "corrected-abroad",
            "KBCREkbcre",
            rf"(?:(?i:korrektur|berichtigung|corrección|correzione|correção|rettifica|rectificatif|rectificación"
            rf"|errata corrige|correctie"
            rf"|rettelse|rättelse|korrigering)|CORR|KORR|CORRIGE|RECT(?:IF)?)\.?{_COLON}",
            "Korrektur: Velden öffnet",
            "Korrektur der Zahlen",
        ),
        Rule(
            "corrected-bracket",
            "(",
            r"\((?i:corrected|corrects|corrección|correzione|correction|corrigé|berichtigung|korrektur|rettifica"
            r"|correctie)\)\s*\S.*",
            "(Corrección) Velden abre",
            "(Corrected vision) Velden",
        ),
        Rule(
            "repeat-abroad",
            "WR(",
            rf"(?:Wiederholung|WIEDERHOLUNG|WHLG|WDH|Wdh|REPETE|REPITE|RIPETIZIONE)\.?{_COLON}|\((?:RPT|REPETICIÓN"
            rf"|RIPETIZIONE|Repetición)\)\s*\S.*",
            "Wiederholung: Velden öffnet",
            "Wiederholung der Wahl",
        ),
        Rule(
            "update-bracket",
            "(",
            r"\((?i:ampl(?:iación)?\.?|actualiza(?:ción|do)|actualisé|mise à jour|complété|aktualisiert|neu"
            r"|update[ds]?)(?:\s(?P<n4>\d{1,2}))?\)\s*\S.*",
            "(AMPLIACIÓN) Velden abre",
            "(Update due) Velden",
        ),
        Rule(
            "update-behind",
            "",
            r"\S.{3,280}\s\((?i:updated?|aktualisiert|actualizado|actualisé|complété|ampliación)(?:\s(?P<n5>\d{1,2}))?\)",
            "Velden opens (Update 2)",
            "Velden opens (Update due)",
        ),
        Rule(
            "corrected-behind",
            "",
            r"\S.{3,280}\s\((?:CORRECTED|Corrected|CORRECTION|Correction|corrigé|Berichtigung|CORRECCIÓN|Korrektur)\)",
            "Velden opens (Corrected)",
            "Velden opens (corrected lenses)",
        ),
        Rule(
            "corrected-end",
            "",
            r"\S.{3,280}\s[-–—]\s(?:CORRECTED|CORRECTION)",
            "Velden opens - CORRECTED",
            "Velden opens - corrected",
        ),
        Rule("update-end", "", r"\S.{3,280}\s[-–—]\sUPDATED?", "Velden opens - UPDATE", "Velden opens - Update"),
        Rule("alert-plus", "+", r"\+{2,4}\s?\S.{2,280}\s?\+{2,4}", "++ Velden apre ++", "++ Velden apre"),
        Rule(
            "embargo", "E", rf"(?:EMBARGO(?:ED)?)(?: UNTIL [^-:]{{3,40}})?{_COLON}", "EMBARGOED: Velden opens", "EMBARGO ON OIL"
        ),
    ],
)
_TELLS = r"(?:story|article|report|item|version|dispatch)"
_THIS = rf"This (?:[\w.,]{{1,12}} ){{0,4}}{_TELLS}\b"
_PART = (
    r"(?:headline|byline|dateline|slug|words?|letters?|quote|par(?:agraph|a)?s?|references?|figures?|names?|dates?|lead|lede)"
)

NOTE = RuleTable(  # a note's opening ("(", "Eds:", "Editor's note -") is taken off before
    "edition.note",
    [
        Rule(
            "corrected",
            "T",
            rf"{_THIS}.{{0,120}}?\b(?:corrects|corrected|updated to correct|amended on)\b.{{3,600}}",
            "This version of the Dec 6 story corrects the name",
            "This story is corrected"[:19],
        ),
        Rule(
            "corrected-plain",
            "C",
            r"(?:Corrects|Corrected|CORRECTS|CORRECTED):?\s.{3,600}|(?:CORRECTION|Correction"
            r"|Clarification)(?: \([^)]{3,40}\))?:\s.{3,600}",
            "Corrects figure in paragraph 2",
            "Corrects nothing."[:8],
        ),
        Rule(
            "corrected-earlier",
            "ADBO",
            rf"(?:(?:Due to|Because of|Owing to) .{{3,200}}?\b(?:an earlier|a previous) version\b"
            rf"|(?:An earlier|A previous) version of this {_TELLS}\b).{{3,600}}",
            "An earlier version of this story gave the wrong name.",
            "An earlier version of this bridge fell.",
        ),
        Rule(
            "corrected-what",
            "CFRDI",
            rf"(?:Clarifies|Fixes|Removes|Deletes|Inserts|Restores) (?:[\w'’-]+ ){{0,5}}(?:typos?|spelling|{_PART})\b.{{0,400}}"
            rf"|In (?:the )?(?:[\w.]+ ){{0,3}}(?:{_TELLS}|{_PART})[\w ]{{0,12}}, (?:corrects|clarifies|removes"
            rf"|fixes)\b.{{3,400}}",
            "In paragraph 3, corrects name",
            "Removes the last doubts about the bridge",
        ),
        Rule(
            "corrected-where",
            "HLDBSFNTP",
            r"(?:Headline|Lead|Lede|Dateline|Byline|Slug|Figure|Name|Spelling|Date|Title|First|Second|Third|Last|Paragraphs?)\b"
            r"[\w ,]{0,60}? (?:corrected|clarified)\b(?::| to )?.{0,400}",
            "Headline and second paragraph corrected: it is the Anna",
            "Headline writers corrects",
        ),
        Rule(
            "refile",
            "TR",
            rf"{_THIS} (?:has been|was|is being) refiled\b.{{0,600}}|(?:Refil(?:es?|ing|ed)|REFILES?) (?:to|with"
            rf"|for)\s.{{3,400}}"
            r"|Resend(?:s|ing) .{3,400}",
            "This story has been refiled to fix a typo",
            "Refiles her taxes",
        ),
        Rule(
            "repeat",
            "Rr",
            r"(?:Repeat(?:s|ing)|REPEAT(?:S|ING)|RPTS?|rpts?)(?: [A-Z]\w+)?(?: [a-z]+)?"
            rf" (?:{_TELLS}|earlier|from|to|for|without|with)\b.{{0,400}}|REPETITION\b.{{0,300}}",
            "Repeats story from Monday",
            "Repeats itself",
        ),
        Rule(
            "update",
            "AUERTWIN",
            r"(?:Adds|Updates|UPDATES|ADDS|Recasts|RECASTS|Rewrites|Releads|Writes through"
            r"|Incorporates [A-Z]{3}|Updating|New throughout)[ ,:;].{3,600}|UPDATES? throughout\.?|Writes through"
            rf"|{_THIS} (?:has been|was) (?:first published .{{3,40}} and (?:was )?)?updated\b.{{0,300}}",
            "Adds comment in paragraph 3",
            "Adding it up",
        ),
        Rule(
            "withdrawn",
            "STWPp",
            r"(?:STORY WITHDRAWN|WITHDRAWN|The story .{0,200}\b(?:has been|is|was) withdrawn\b)(?!\s[a-z]).{0,300}"
            rf"|{_THIS} (?:has been|is|was) withdrawn\b.{{0,300}}"
            rf"|[Pp]lease (?:withdraw|disregard|do not use) .{{0,40}}\b{_TELLS}\b.{{0,300}}",
            "STORY WITHDRAWN",
            "The army has withdrawn",
        ),
        Rule(
            "kill",
            "KBSMP",
            r"(?:BODY |STORY |MANDATORY |BULLETIN )?KILL(?:ED)?\b(?![ ]?[A-Z]{4,}).{0,300}"
            rf"|(?:Please )?[Kk]ill .{{3,80}}\b{_TELLS}\b.{{0,300}}",
            "KILL the story",
            "KILL BILL",
        ),
        Rule(
            "corrected-abroad",
            "BKR",
            r"(?:Berichtigung|Korrektur|Rettifica|Rectificatif)\s?:\s.{3,600}",
            "Berichtigung: Zahl der Pfeiler korrigiert",
            "Berichtigung der Zahl",
        ),
        Rule(
            "update-abroad",
            "AN",
            r"(?:ATTENTION - (?:[Aa]joute|[Aa]ctualise|[Pp]récise|AJOUTE)|Actualiza|Amplía|Neu:|neu:)\s.{3,600}",
            "ATTENTION - ajoute détails ///",
            "ATTENTION - chien méchant",
        ),
        Rule("repeat-abroad", "W", r"Wiederholung\s?:\s.{3,400}", "Wiederholung: mit neuer Zahl", "Wiederholung der Wahl"),
        Rule(
            "embargo-abroad",
            "ASE",
            r"(?:Achtung: )?(?:Sperrfrist|SPERRFRIST|E(?:mbargo jusqu|MBARGO JUSQU)['’]\w+)\b(?! gilt)[:\s].{3,80}",
            "Sperrfrist: Dienstag, 12. März, 0.01 Uhr",
            "Sperrfristen enden",
        ),
        Rule(
            "embargo",
            "NEH",
            r"(?:(?:NOT FOR|Not for) (?i:publication|release|use)(?: OR BROADCAST| or broadcast)? (?i:until|before)"
            r"|(?:EMBARGOED|Embargoed) (?i:until|to|for|till)|(?:EMBARGO|Embargo):"
            r"|(?:HOLD FOR RELEASE|Hold for release)(?i: until)?)\s(?P<until>.{3,80})",
            "NOT FOR PUBLICATION UNTIL 2022-01-14",
            "Not for publication",
        ),
    ],
)
