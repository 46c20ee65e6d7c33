"""Section and outlet above a headline, where the grammar found none: a name that stands alone, with buttons and dates between.

Lighter / Grandmother catches runaway pony          The Harbour Post / Follow / Ferries return to Lake Maren
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.parsing.marks import Mark, Marks
from wiredesk.parsing.outlets import has_name

if TYPE_CHECKING:
    from wiredesk.parsing.page_evidence import Page

NEAR = 5  # lines between a headline and what belongs to its head
CATEGORY_WORDS = 3
OPENERS = frozenset(("menu", "more", "sections", "search", "mehr", "menú", "menü"))
MAX_REPEATED = 80  # characters of a line that names a section again
MAX_DECK = 240  # characters of a subheadline
IN_HEAD = frozenset(
    ("story.category", "story.published", "story.updated", "story.imprint", "story.byline", "chrome.reading-time")
)
BUTTONS = frozenset(("chrome.follow", "chrome.share-bar", "chrome.listen"))


def names_publisher(marks: Marks) -> bool:
    """Say whether a line is marked as the story's publisher."""
    return any("story.publisher" in {mark.label, *(piece.label for piece in mark.pieces)} for mark in marks.values())


def find_category(page: Page, headline: int, marks: Marks) -> None:
    """Find a section's name that stands alone above the headline: known, in capitals, or a row of the menu too."""
    if any(mark.label == "story.category" or "story.category" in {p.label for p in mark.pieces} for mark in marks.values()):
        return
    above = (i for i in range(headline - 1, max(-1, headline - NEAR), -1) if marks[i].label not in IN_HEAD)
    at = next(above, None)
    if at is None or (marks[at].label.startswith(("story.", "related.")) or at in page.fixed):
        return
    line, kind = page.lines[at], page.evidence[at].kind
    flags = set(kind.flags)
    named = kind.name == "name" or "section-name" in flags
    if not named or len(line.text.split()) > CATEGORY_WORDS or {"outlet", "person", "either"} & flags:
        return
    apart = line.blanks_before > 0
    in_menu = any(other.text.casefold() == line.text.casefold() for other in page.lines[:at])
    after_row = at > 0 and _is_menu_row(page, at - 1) and line.blanks_before <= page.lines[at - 1].blanks_before
    if (
        in_menu
        or ("section-name" in flags and not after_row)
        or (apart and "capitals" in flags)
        or _is_said_below(page, at, marks)
    ):
        marks[at] = Mark("story.category", "plain.above-headline")


def _is_menu_row(page: Page, i: int) -> bool:
    """Say whether a line is a row of the menu; the button that opens it is none."""
    is_row = "section-name" in page.evidence[i].kind.flags or page.seen[i].chrome == "chrome.menu"
    return is_row and page.lines[i].text.casefold() not in OPENERS


def _is_said_below(page: Page, at: int, marks: Marks) -> bool:
    """Say whether a name above the headline stands again under the story, or in a breadcrumb: in a tag, a list's head."""
    name = page.lines[at].text.casefold()
    return any(
        line.number != at
        and len(line.text) <= MAX_REPEATED
        and not marks[line.number].label.startswith(("story.paragraph", "story.headline", "related.headline", "related.teaser"))
        and has_name(line.text, name)
        for line in page.lines
    )


def find_publisher(page: Page, headline: int, marks: Marks) -> None:
    """Find an outlet's name by the headline: above it, a button between at most ("The Harbour Post / Follow"), else below."""
    if names_publisher(marks):
        return
    above = [i for i in range(headline - 1, max(-1, headline - NEAR), -1) if page.seen[i].chrome not in BUTTONS]
    nearest = next((i for i in above if marks[i].label not in IN_HEAD), None)
    if nearest is not None and "outlet" in page.evidence[nearest].kind.flags:
        marks[nearest] = Mark("story.publisher", "plain.above-headline")
        return
    deck: list[int] = []
    for i in range(headline + 1, min(len(page.lines), headline + NEAR)):
        if marks[i].label == "story.paragraph":
            deck.append(i)
        elif marks[i].label.startswith("chrome.") and "outlet" in page.evidence[i].kind.flags:
            marks[i] = Mark("story.publisher", "plain.below-headline")
            for k in deck:  # what stands between headline and outlet is no part of the story yet
                marks[k] = Mark("story.subheadline", "plain.above-publisher")
            return
        if len(deck) > 1 or any(len(page.lines[k].text) > MAX_DECK for k in deck):
            return
