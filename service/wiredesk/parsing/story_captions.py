"""Captions of a story's pictures on a page that no layout knows: lines that end with a credit, or have one under them.

Ein Zug steht im Bahnhof von Altenhude          Rescuers search the waters off the island. PHOTO: REUTERS
© Jens Krüger/dpa
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.parsing.bodies import ENDS
from wiredesk.parsing.captions import is_credited, is_surely_credited, read_caption, read_credit, tells_time
from wiredesk.parsing.credits import ends_with_agency
from wiredesk.parsing.marks import Mark, Marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiredesk.parsing.page_evidence import Page

BELOW = 3  # lines under the last paragraph where a picture may stand
MAX_CAPTION = 400  # characters
LOOSE = frozenset(("chrome.above", "chrome.inside", "chrome.below", "story.subheadline", "story.caption"))
CAPTION_RULES = ("plain.caption-", "plain.repeated-caption")
ANNOUNCING = frozenset(("copyright", "photo", "credit", "photograph", "image", "foto", "bild", "©"))
WORDED = frozenset(("title", "line", "sentence", "prose"))


def mark_captions(page: Page, headline: int | None, body: Sequence[int], marks: Marks) -> None:
    """Mark the captions between the headline and the end of the story, and the credits that stand under them."""
    start = body[0] if headline is None or headline > body[0] else headline + 1
    lede = next((i for i in body if page.evidence[i].kind.name in {"sentence", "prose"}), body[-1])
    for i in range(start, min(len(page.lines), body[-1] + 1 + BELOW)):
        label, text = marks[i].label, page.lines[i].text
        if i in page.fixed or len(text) > MAX_CAPTION:
            continue
        if label in LOOSE or label == "story.paragraph":
            if _is_credited(page.lines[i].text, above=i < lede, loose=label in LOOSE):
                marks[i] = Mark("story.caption", "plain.caption-credit")
                for earlier in _find_repeated(page, start, i):
                    marks[earlier] = Mark("chrome.repeated", "plain.repeated-caption")
            elif i > start and read_credit(text):
                _mark_over_credit(page, start, i, marks)


def find_captions(marks: Marks) -> frozenset[int]:
    """Find the lines of pictures: they hold no byline and no date of the story."""
    return frozenset(i for i, mark in marks.items() if mark.rule.startswith(CAPTION_RULES) or mark.label == "story.credit")


def _mark_over_credit(page: Page, start: int, i: int, marks: Marks) -> None:
    """Mark a credit, and the caption above it; a word alone may announce the credit: "Copyright / Jussi Aalto/AP"."""
    above = i - 2 if i - 1 > start and page.lines[i - 1].text.casefold().strip(" :") in ANNOUNCING else i - 1
    if above < start or not _may_be_caption(page, above, marks):
        return
    marks[above] = Mark("story.caption", "plain.caption-over-credit")
    marks[i] = Mark("story.credit", "plain.credit")
    for earlier in _find_repeated(page, start, above):
        marks[earlier] = Mark("chrome.repeated", "plain.repeated-caption")


def _is_credited(text: str, *, above: bool, loose: bool) -> bool:
    """Say whether a line is a caption with its credit; above: the first paragraph stands below it.

    Below it a line must name who sends pictures where it reads as the story's, and may not end with an agency's bare name.
    """
    if text[-1] in ENDS or not is_credited(text) or read_credit(text):
        return False
    return above or (loose and not ends_with_agency(text)) or is_surely_credited(text)


def _may_be_caption(page: Page, i: int, marks: Marks) -> bool:
    """Say whether a line may be the caption of the credit under it."""
    return (
        i not in page.fixed
        and not page.lines[i + 1].blanks_before
        and page.evidence[i].kind.name in WORDED
        and not tells_time(page.lines[i].text)
        and (marks[i].label in LOOSE or (marks[i].label == "story.paragraph" and page.evidence[i].odds < 0))
    )


def _find_repeated(page: Page, start: int, i: int) -> Iterator[int]:
    """Find a caption where it stands again above itself, with its credit or without."""
    text = page.lines[i].text
    caption = read_caption(text).caption
    for k in range(max(start, i - 3), i):
        if page.lines[k].text in {text, caption, text.rstrip(" -–—")}:
            yield k
