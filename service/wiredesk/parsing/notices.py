"""Notices that a page sets between a story's paragraphs about itself, told by their words: who earns by it, who may read on.

As an Amazon Associate we earn from qualifying purchases.        Already a subscriber? Log in        [CTA_MODULE]
"""

from __future__ import annotations

import re

from wiredesk.parsing.rules import Rule, RuleTable

MAX_NOTICE = 480  # characters
_POLICY = re.compile(
    r"(?i)\b(?:terms|privacy|cookies?|conditions|disclaimer|copyright|all rights reserved|datenschutz|impressum|aviso legal)\b"
)

# fmt: off
NOTICES = RuleTable(
    "chrome",
    [
        Rule("affiliate", "AaTtOoWwIi*(", r"(?i:[*(]?(?:as an? amazon (?:associate|affiliate)|(?:this|our) (?:post|article|page|site|content|story|blog(?: post)?|website) (?:may )?(?:contains?|includes?|uses?) (?:some )?affiliate|(?:we|i) (?:may )?(?:also )?(?:use|earn|receive|get) [^.]{0,60}(?:affiliate links?|commissions?)\b|affiliate (?:disclosure|disclaimer)\b|(?:if|when) you (?:buy|purchase|click|shop|make a purchase)\b[^.]{0,80}\bwe (?:may )?(?:earn|receive|get)).{0,300})", "As an Amazon Associate we earn from qualifying purchases.", "We earn more than our parents did, the study found."),
        Rule("paywall", "AaNnTtUuYyCcKkSs", r"(?i:(?:already|not(?: yet)?) (?:have an account|a (?:subscriber|member)|subscribed|registered)\?.{0,60}|(?:this|the rest of this|the full) (?:article|story|content|post) is (?:exclusive (?:to|for)|only (?:available )?(?:to|for)|available (?:only )?to|reserved for)\b.{0,60}(?:subscribers?|members?)\b.{0,40}|(?:unlock|continue reading|keep reading) (?:this|the full) (?:article|story|post)\b.{0,120}|you have \d{1,3} (?:free )?(?:articles?|stories) (?:left|remaining).{0,60}|subscribe (?:now )?to (?:continue|keep) reading.{0,60})", "Already a subscriber? Log in", "Already registered, the voters waited outside."),
        Rule("syndicated", "TtDd(EeNn", r"(?i:\(?(?:disclaimer ?: ?|note ?: ?)?(?:(?:except for|apart from|with the exception of) the headline,? ?(?:and [a-z ]{3,30},? )?)?(?:this|the above) (?:story|article|post|copy|news|report|text|item) (?:has|was|is)\b[^.]{0,60}\b(?:edited|created|modified|reviewed|auto-?[ ]?(?:generated|published)|published|generated)\b[^.]{0,120}\b(?:feed|news agency|agency inputs|newswire|wire service)\b.{0,260})", "(Except for the headline, this story has not been edited by our staff and is published from a syndicated feed.)", "This report was published by a news site."),
        Rule("not-involved", "TtOo", r"(?i:(?:the |our )?[\w.&'’ -]{2,40}(?:news(?:room)? department|newsroom|editorial (?:team|staff)|journalists)) (?i:(?:was|were) not involved in (?:the )?(?:creation|writing|production|preparation) of .{3,300})", "The Post's news department was not involved in the creation of the content above.", "The editorial team was not involved in politics."),
        Rule("about-agency", "TtARWwU", r"(?:With [\d,.]{3,9} (?:staff|journalists|employees)\b[^.]{0,90}, )?(?:[Tt]he )?(?:AFP|Agence France-Presse|AP|Associated Press|Reuters|Thomson Reuters|Canadian Press|Press Trust of India|PTI|ANI|UPI|Xinhua|Kyodo News) (?:is|covers|delivers|provides)(?: the news and media division| (?:the world|an?|the)\b)[^.]{0,120}\b(?:news|information)\b.{0,400}", "The Associated Press is an independent global news organization dedicated to factual reporting.", "The Associated Press is to move its office to Velden."),
        Rule("coverage-link", "FMSRA", r"(?:Follow|More|See|Read) (?:all of |more of )?(?:the )?(?:AP|Reuters|AFP|Associated Press)(?:['’]s)?\b[^.]{0,100}(?::| at| on| here).{0,30}https?://\S{4,200}.{0,200}|AP (?:[\w-]{2,20} ){1,3}: https?://\S{4,200}(?: and https?://\S{4,200})?", "Follow AP's coverage of water at https://example.com/water", "Follow AP's example, the mayor said."),
        Rule("stale", "TDCE", r"This article is more than \d{1,2} (?:days?|weeks?|months?|years?) old\.?|(?:Comments|Commenting) (?:are|is|on this (?:article|story) (?:are|is)) (?:no longer available|closed|turned off|disabled)\b.{0,60}|Dieser (?:Artikel|Beitrag) ist (?:älter|mehr) als .{3,40}|Cet article (?:date de|a été publié il y a) plus .{3,40}|Este art[ií]culo tiene más de .{3,40}", "This article is more than 2 years old", "This article is more than a list of names."),
        Rule("automated", "HDCcEeQq", r"(?:Hinweis ?: ?)?Dies(?:e|er|es) (?:Meldung|Text|Artikel|Beitrag|Inhalt) (?:ist|wurde|stammt)[^.]{0,80}(?:automatisiert|automatisch|dpa|Agentur)\b.{0,240}|Cet article (?:a été|est)[^.]{0,40}(?:automatiquement|issu du fil|généré)\b.{0,240}|(?:Est[ea] (?:contenido|texto|artículo|noticia|nota)) (?:fue|ha sido|es|procede|forma)[^.]{0,80}(?:automátic|agencia|EFE)\w{0,12}\b.{0,240}|Questo (?:articolo|contenuto) (?:è|proviene)[^.]{0,60}(?:automatic|agenzia)\w{0,8}\b.{0,240}", "Hinweis: Diese Meldung ist Teil eines automatisierten Angebots der dpa.", "Dieser Text ist lang."),
        Rule("placeholder", "[Ll", r"\[[A-Z][A-Z0-9]{1,20}(?:[_ -][A-Z0-9]{1,20}){1,4}\]|(?i:lorem ipsum\b.{0,440})", "[CTA_MODULE]", "[UPDATE] The bridge has reopened"),
    ],
)
# fmt: on


def find_notice(line: str) -> str | None:
    """Name the notice that a whole line is: "chrome.affiliate"; None for others."""
    return NOTICES.find(line) if len(line) <= MAX_NOTICE else None


def is_small_print(line: str) -> bool:
    """Say whether a line is a page's small print: who holds its rights, or several of its policies in a row."""
    return len(line) <= MAX_NOTICE and ("©" in line or len(set(map(str.casefold, _POLICY.findall(line)))) > 1)
