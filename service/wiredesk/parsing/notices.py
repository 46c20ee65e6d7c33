"""Notices that a page sets between a story's paragraphs about itself, told by their words: who earns by it, who may read on.

As an Amazon Associate we earn from qualifying purchases.        Already a subscriber? Log in        [CTA_MODULE]
"""

from __future__ import annotations

from wiredesk.parsing.rules import Rule, RuleTable

MAX_NOTICE = 480  # characters

# fmt: off
NOTICES = RuleTable(
    "chrome",
    [
        Rule("affiliate", "AaTtOoWwIi*(", r"(?i:[*(]?(?:as an? amazon (?:associate|affiliate)|(?:this|our) (?:post|article|page|site|content|story|blog(?: post)?|website) (?:may )?(?:contains?|includes?|uses?) (?:some )?affiliate|(?:we|i) (?:may )?(?:also )?(?:use|earn|receive|get) [^.]{0,60}(?:affiliate links?|commissions?)\b|affiliate (?:disclosure|disclaimer)\b|(?:if|when) you (?:buy|purchase|click|shop|make a purchase)\b[^.]{0,80}\bwe (?:may )?(?:earn|receive|get)).{0,300})", "As an Amazon Associate we earn from qualifying purchases.", "We earn more than our parents did, the study found."),
        Rule("paywall", "AaNnTtUuYyCcKkSs", r"(?i:(?:already|not(?: yet)?) (?:have an account|a (?:subscriber|member)|subscribed|registered)\?.{0,60}|(?:this|the rest of this|the full) (?:article|story|content|post) is (?:exclusive (?:to|for)|only (?:available )?(?:to|for)|available (?:only )?to|reserved for)\b.{0,60}(?:subscribers?|members?)\b.{0,40}|(?:unlock|continue reading|keep reading) (?:this|the full) (?:article|story|post)\b.{0,120}|you have \d{1,3} (?:free )?(?:articles?|stories) (?:left|remaining).{0,60}|subscribe (?:now )?to (?:continue|keep) reading.{0,60})", "Already a subscriber? Log in", "Already registered, the voters waited outside."),
        Rule("placeholder", "[Ll", r"\[[A-Z][A-Z0-9]{1,20}(?:[_ -][A-Z0-9]{1,20}){1,4}\]|(?i:lorem ipsum\b.{0,440})", "[CTA_MODULE]", "[UPDATE] The bridge has reopened"),
    ],
)
# fmt: on


def find_notice(line: str) -> str | None:
    """Name the notice that a whole line is: "chrome.affiliate"; None for others."""
    return NOTICES.find(line) if len(line) <= MAX_NOTICE else None
