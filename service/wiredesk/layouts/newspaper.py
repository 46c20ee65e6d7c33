"""The layout of regional newspapers' captures: menu, section, headline, byline, published and updated, share bar, insets.

Published: May 31, 2024 at 8:43 p.m. | UPDATED: May 31, 2024
More from dpa                       inset: headlines up to the next blank line
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.layouts import Layout
from wiredesk.parsing.bodies import mark_body
from wiredesk.parsing.chrome import find_chrome, is_section_head
from wiredesk.parsing.heads import mark_head
from wiredesk.parsing.marks import Mark, Marks, Piece
from wiredesk.parsing.outlets import find_owner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.lines import Line

_PUBLISHED = re.compile(r"(?:Published|PUBLISHED|Posted|PUBLISHED):? .{6,60}?(?:\| ?(?:UPDATED|Updated):? .{6,60})?")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]{2,8} \d{1,2}, \d{4}")
_FOOT = re.compile(r"(?i:sign up for (?:our|the) .{2,60}|most (?:popular|read|viewed)|trending|more in [\w &]{2,40})")
_OWNER = re.compile(r"(?i:copyright\s)?(?:©|\(c\))\s*\d{4}(?:\s?[-–]\s?\d{4})?\s*(?P<owner>[^.|]{2,60})\.?.{0,80}")
LEAST_MENU = 4  # of the words below; many a newspaper that is laid out otherwise has two of them
MENU_END = ("Sections", "e-Edition", "Menu", "Log In", "Subscribe")
SHARE = frozenset(("Share", "Facebook", "Twitter", "Email", "Print", "X", "LinkedIn", "Copy Link"))


def recognise(lines: Sequence[Line]) -> int:
    """Know the page by its menu, its published line and its newsletter box."""
    if len({line.text for line in lines[:16]}.intersection(MENU_END)) < LEAST_MENU:
        return 0
    return 70 if any(_PUBLISHED.fullmatch(line.text) for line in lines) else 0


def mark(lines: Sequence[Line]) -> Marks:
    """Mark menu, head, share bar, body with its insets, and the foot."""
    marks: Marks = {}
    dated = next(i + 1 for i, line in enumerate(lines) if _PUBLISHED.fullmatch(line.text))
    at = max((i + 1 for i in range(dated) if lines[i].text in MENU_END), default=0)
    for line in lines[:at]:
        marks[line.number] = Mark("chrome.menu", "newspaper.menu")
    if _WEEKDAY.fullmatch(lines[at].text):
        marks[lines[at].number] = Mark("chrome.today", "newspaper.today")
        at += 1
    marks |= mark_head(lines[at:dated], "newspaper", publisher="none")
    body = dated
    while body < len(lines) and lines[body].text in SHARE:
        marks[lines[body].number] = Mark("chrome.share-bar", "newspaper.share-bar")
        body += 1
    end = next((i for i in range(body, len(lines)) if _FOOT.fullmatch(lines[i].text)), len(lines))
    marks |= mark_body(lines[body:end], "newspaper")
    marks |= _mark_foot(lines[end:])
    return marks


def _mark_foot(lines: Sequence[Line]) -> Marks:
    """Mark newsletter box, lists of headlines, and the owner in the copyright line."""
    marks: Marks = {}
    listing = False
    for line in lines:
        if _OWNER.fullmatch(line.text):
            owner = find_owner(line.text)
            pieces = (Piece("story.publisher", *owner),) if owner else ()
            marks[line.number] = Mark("chrome.copyright", "newspaper.owner", pieces)
            listing = False
        elif is_section_head(line.text):
            marks[line.number] = Mark("chrome.inset-head", "newspaper.list")
            listing = True
        else:
            listing = listing and not line.blanks_before
            label = "related.headline" if listing else find_chrome(line.text) or "chrome.footer"
            marks[line.number] = Mark(label, "newspaper.list" if listing else "newspaper.footer")
    return marks


LAYOUT = Layout("newspaper", recognise, mark)
