"""Lines that close a story and are none of its words: end marks, initials, contributors, copyright, terms of use.

(END)      bur-jr/jd      Associated Press writer Jane Roe in Velden contributed to this report.      Copyright 2022 The ...
"""

from __future__ import annotations

from wiredesk.parsing.rules import Rule, RuleTable
from wiredesk.parsing.sign_offs import AGENCIES

CLOSING = RuleTable(
    "closing",
    [
        Rule("end-mark", "R", r"(?:Reuters?|REUTERS?)[.\s\x03]{0,4}", "Reuter", "Reuters shares rose"),
        Rule("end-mark-xinhua", "Ee", r"Enditem\.?|ENDS?|[Ee]nds/?|ENDS/", "Enditem", "Ends of the earth"),
        Rule(
            "end-mark-bracket",
            "(",
            rf"\((?:END|[Ee]nds?|Schluss|fin|FIN|{AGENCIES})\)\.?(?:\s[a-z/]{{2,12}}|(?:\s[A-Z]{{2,4}}){{1,6}})?",
            "(END)",
            "(ANI said)",
        ),
        Rule("end-mark-name", "EABD", r"(?:EFE|ANSA|AFP|AAP|BELGA|DPA)\.?", "EFE", "EFE said so"),
        Rule("end-mark-source", "S", r"SOURCE:? [A-Z].{1,120}", "SOURCE Ferryman", "Source: Ferryman"),
        Rule(
            "end-mark-dash",
            "-=.#",
            r"-0-|--\s?(?:IANS|ANI|BERNAMA|dpa|AFP|AP)|==Kyodo|\./\.|--30--|-30-|--+|-{1,2} ?(?i:ends?) ?-{1,2}|#(?: ?#){2,4}",
            "--IANS",
            "-0.5 percent",
        ),
        Rule("end-mark-slash", "/", r"/(?:ritzau|TASS|NTB)/", "/ritzau/", "/ritzau/ said"),
        Rule(
            "initials-slashes",
            "",
            r"[A-Z]{2,5}(?:[,.]? ?\([A-Z, ]{2,16}\))? ?// ?[A-Z]{2,5}\.?",
            "ABC (DEF) // GHI",
            "ABC // The network said",
        ),
        Rule("end-mark-lusa", "L", r"Lusa\s?/\s?[Ff]im\.?", "Lusa/Fim", "Lusa/Fim da guerra"),
        Rule("end-mark-wam", "W", r"WAM(?:/[A-Z][\w.' -]{2,40}){1,4}", "WAM/Ada Quill/Bo Lind", "WAM/and more"),
        Rule("end-mark-etx", "\x03", r"\x03+", "\x03", "\x03 and more"),
        Rule(
            "initials",
            "",
            r"(?:(?:IANS|ANI|AFP)\s)?(?:burs?-)?[a-z]{2,5}(?:-[a-z]{2,5}){0,2}(?:/(?:[a-z]{2,6}|[A-Z]{2,4})(?:-[a-z]{2,5})?){1,5}/?"
            r"|[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3}",
            "bur-abc/def",
            "and/or not",
        ),
        Rule(
            "initials-agency",
            "dPAU",
            r"dpa(?:-\w{2,8})?(?: [a-z]{2,4}| [a-z]\d){2,6}|(?:PTI|AAP|UNI|IANS)(?: [A-Z]{2,4}){1,8}(?: \d{4})?"
            r"|(?:AAP|AFP) [a-z]{2,4}(?:/[a-z]{2,4})?",
            "PTI JR AB",
            "PTI JR said",
        ),
        Rule("notebook", "#", r"# ?dpa-Notizblock", "# dpa-Notizblock", "# dpa writes"),
        Rule(
            "contact",
            "T",
            r"To contact the (?:reporters?|editors?|authors?)(?: on| responsible for| of)(?: this)? "
            r"(?:story|article): ?[A-Z].{3,300}",
            "To contact the reporter on this story: Jane Roe in Velden at jroe@example.net",
            "To contact the reporter, write.",
        ),
        Rule(
            "first-published",
            "T",
            r"This report by [A-Z][\w ]{2,40} was first published .{3,40}",
            "This report by The Canadian Press was first published Jan. 3, 2022.",
            "This report by the court was read.",
        ),
        Rule(
            "copyright",
            "C(©",
            r"(?:Copyright|\([cC]\)|©)\s*(?:©|\([cC]\))?\s*(?:by )?"
            r"(?:(?:19|20)\d\d|(?:[A-Z][\w.,&]*\s){1,6}(?:19|20)\d\d)\b.{0,500}",
            "Copyright 2022 The Velden Post. All rights reserved.",
            "Copyright law changed in 2022",
        ),
        Rule(
            "copyright-dpa",
            "©",
            r"©\s?dpa(?:-\w{2,10})?, dpa:\d{6}-[\d-]{3,16}/\d{1,2}",
            "© dpa-infocom, dpa:220114-99-123456/2",
            "© dpa-infocom, wrote the desk",
        ),
        Rule(
            "copyright-plain",
            "©A",
            r"©\s?[A-Z][\w&./ ]{1,40}|All rights reserved\.?",
            "© Velden Post",
            "All rights reserved a place",
        ),
        Rule(
            "usage",
            "T",
            r"This (?:material|content|article) may not be (?:published|reproduced|copied).{0,300}",
            "This material may not be published.",
            "This material may not be new.",
        ),
        Rule("usage-click", "C", r"Click [Ff]or Restrictions.{0,80}", "Click For Restrictions", "Click for more"),
        Rule(
            "usage-trust",
            "O",
            r"Our Standards: .{0,80}Trust Principles\.?",
            "Our Standards: The Thomson Reuters Trust Principles.",
            "Our Standards are high.",
        ),
    ],
)

_NAME = r"[A-Z][\w.'’\-]+(?: [\w.'’\-]+){0,3}"
_PLACE = r"[A-Z][\w.\-]+(?: [A-Z][\w.\-]+){0,3}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"

CONTRIBUTORS = RuleTable(
    "contributors",
    [
        Rule(
            "agency",
            "TAC",
            r"(?:The )?(?:Associated Press|AP|Canadian Press|AFP) (?:[\w\-]+ ){0,3}(?:writer|reporter"
            r"|journalist|correspondent|researcher|editor)s? "
            r"[^.]{3,300}(?:\b\w\.[^.]{1,60}){0,3}contributed"
            r"(?: to this (?:report|story|article)| from [A-Z][\w .\-]{2,40})?\.",
            "Associated Press writer Jane Roe contributed to this report.",
            "Associated Press writer Jane Roe was hurt.",
        ),
        Rule(
            "reporting",
            "",
            r"[A-Z][^.]{3,200}(?:\b\w\.[^.]{1,60}){0,3} contributed (?:reporting(?: to this (?:report|story|article))?"
            r"|to this (?:report|story|article))(?: from [A-Z].{2,80})?\.?",
            "Jane Roe and John Doe contributed reporting from Velden.",
            "The mayor contributed 400 dollars to this cause.",
        ),
        Rule(
            "from",
            "",
            rf"{_NAME} reported from {_PLACE}(?:(?:,|,? and) {_NAME} (?:reported )?from {_PLACE}){{0,8}}\.?",
            "Jane Roe reported from Velden and John Doe from Lorne.",
            "Jane Roe reported from Velden for ten years.",
        ),
        Rule(
            "own-report",
            "",
            r"[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]+){0,3} reported from [A-Z][^.]{2,60}\.\s[A-Z].{3,300} contributed"
            r"(?: (?:reporting|to this (?:report|story|article)))?\.",
            "Roe reported from Velden. AP writer Ann Poe in Lorne contributed.",
            "Roe reported from Velden. She contributed a song.",
        ),
        Rule(
            "signed",
            "",
            rf"{_NAME}(?:(?:,|,? and) {_NAME}){{0,4}}, The (?:Associated|Canadian) Press",
            "Jane Roe and John Doe, The Canadian Press",
            "Jane Roe told her editor, The Associated Press",
        ),
        Rule(
            "agencies",
            "(wW",
            rf"\(?[Ww]ith (?:(?:, | and |/)?(?:{AGENCIES})){{1,5}}\)?",
            "(with AFP and Reuters)",
            "With AP said",
        ),
        Rule(
            "inputs",
            "(-–—W",
            r"[(\-–—]{0,3}\s?[Ww]ith (?:(?:agency|agencies|bureau|wire|[A-Z]{2,6}) )?inputs?"
            r"(?: from (?:(?:, | and | & )?(?:the )?(?:agenc\w+|[A-Z][\w&.]{1,20}(?: [A-Z][\w&.]{1,20}){0,3})){1,4})?\.?\)?",
            "(With inputs from agencies)",
            "With inputs from farmers, the price was set by the board",
        ),
        Rule(
            "assistance",
            "-–—W(",
            r"[(\-–—]{0,3}\s?With (?:additional )?(?:assistance|help|files|reporting|contributions|material) (?:from|by) "
            r"[A-Z].{3,200}",
            "--With assistance from Jane Roe.",
            "With assistance from above",
        ),
    ],
)
_CONTRIBUTES = (" contributed", " reported from ", "ith ", " Press")


def find_closing(line: str) -> str | None:
    """Name the rule by which a line closes a story; None for a line of its text."""
    named = any(words in line for words in _CONTRIBUTES)
    return CLOSING.find(line) or (CONTRIBUTORS.find(line) if named else None)
