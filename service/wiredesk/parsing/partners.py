"""Lines that say whose content a story is, where its publisher's own newsroom did not write it.

This story was produced by The Harbour Desk in partnership with the Post.
What a partner, a sponsor or another outlet made stands apart from what the publisher's own newsroom wrote.
"""

from __future__ import annotations

import re

from wiredesk.parsing.rules import Rule, RuleTable

MAX_LINE = 320  # characters

PARTNER = RuleTable(
    "partner",
    [
        Rule(
            "produced-by",
            "Tt",
            r"(?i:this (?:story|article|report|content|piece) (?:was|is) )"
            r"(?i:(?:produced|created|written|provided|reported|supplied) (?:by|for) )"
            r"(?:(?:the|our partner) )?[A-Z].{2,80}?(?i:(?:,? (?:and|in partnership|as part|with|for|through|a )).{3,160})?\.?",
            "This story was produced by The Harbour Desk in partnership with the Post.",
            "This story was produced by accident.",
        ),
        Rule(
            "in-partnership",
            "TtPpIi",
            r"(?i:(?:this (?:story|article|report) is )?(?:published|produced|reported)? ?in )"
            r"(?i:(?:partnership|collaboration) with )[A-Z].{2,120}",
            "Published in partnership with The Harbour Desk",
            "In partnership with his brother he ran a mill.",
        ),
        Rule(
            "first-appeared",
            "TtOo",
            r"(?i:(?:this (?:story|article|post|piece) )?(?:was )?(?:originally|first) )"
            r"(?i:(?:published|appeared) (?:by|on|in|at) )[A-Z].{2,120}",
            "This article was originally published by Kesten Herald.",
            "This article was originally published in a small town by a man.",
        ),
        Rule(
            "sponsored",
            "SsPpBb",
            r"(?i:(?:sponsored|paid|partner|brand(?:ed)?) (?:content|post) (?:by|from|for) )[A-Z].{1,80}",
            "Partner content from Lakeside Motors",
            "Sponsored by nobody, the runner",
        ),
    ],
)
_NAME = re.compile(
    r"(?i:(?:produced|created|written|provided|reported|supplied|published|appeared|content|post|collaboration|partnership) "
    r"(?:by|for|on|in|at|with|from) )(?:(?i:our partner) )?"
    r"(?P<name>(?:[Tt]he )?[A-Z][\w.&'’\-]*(?: (?:of |the |and |& )?[A-Z0-9][\w.&'’\-]*){0,6})"
)


def find_partner(line: str) -> tuple[str, str] | None:
    """Find whose content a line says that the story is: the name as printed, and the rule that says so."""
    rule = PARTNER.find(line) if len(line) <= MAX_LINE else None
    found = _NAME.search(line) if rule else None
    return (found["name"].rstrip("."), rule) if found and rule else None
