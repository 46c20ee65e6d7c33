"""The layout of NewsBreak's captures: masthead with a date, head, body, then cards without a mark between them.

AFP                                     publisher
(blank) Russia dismantles ...           headline
(blank) Russia Friday said it had ...   teaser
PUBLIC SAFETY                           category
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.layouts import Layout
from wiredesk.parsing.bodies import is_url, mark_body
from wiredesk.parsing.dates import find_relative
from wiredesk.parsing.heads import mark_head
from wiredesk.parsing.marks import Mark, Marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.lines import Line

MASTHEAD = frozenset(("Contributors", "Publishers", "Advertisers", "ContributorsPublishersAdvertisers"))
LANDMARKS = frozenset(
    ("Related", "RELATED PEOPLE", "IN THIS ARTICLE", "YOU MAY ALSO LIKE", "Community Policy", "ABOUT", "Read full story")
)
CHIPS = frozenset(("NewsBreak", "News Break", "Place", "Country", "City", "State", "County", "Topic", "Organization"))
FIGURES = {
    "Followers": "followers",
    "Follower": "followers",
    "Post": "posts",
    "Posts": "posts",
    "Views": "views",
    "View": "views",
}
_MASTHEAD_DATE = re.compile(r"date \d{4}-\d\d-\d\d(?:\s*ContributorsPublishersAdvertisers)?")
_COMMENTS = re.compile(r"Comments / \d+")
MAX_HEAD_LINES = 14
MAX_AGE = 20  # characters of the line that says how old the story is


def recognise(lines: Sequence[Line]) -> int:
    """Know the page by its masthead, its comment line and its landmarks."""
    if not _MASTHEAD_DATE.fullmatch(lines[0].text):  # other pages have the landmarks too
        return 0
    texts = {line.text for line in lines}
    return 90 if any(map(_counts_comments, texts)) + len(texts & LANDMARKS) > 1 else 0


def _counts_comments(text: str) -> bool:
    return text[0] == "C" and _COMMENTS.fullmatch(text) is not None


def mark(lines: Sequence[Line]) -> Marks:
    """Mark masthead, head, body and cards."""
    marks: Marks = {}
    at = 0
    while at < len(lines) and (_MASTHEAD_DATE.fullmatch(lines[at].text) or lines[at].text in MASTHEAD):
        name = "story.masthead-date" if lines[at].text.startswith("date ") else "chrome.masthead"
        marks[lines[at].number] = Mark(name, "newsbreak.masthead")
        at += 1
    end = next((i for i in range(at, len(lines)) if _counts_comments(lines[i].text)), len(lines))
    body = next((i + 1 for i in range(at, min(end, at + MAX_HEAD_LINES)) if _is_age(lines[i].text)), at)
    body = body if body > at else next((i for i in range(at, end) if is_url(lines[i].text) or len(lines[i].text) > 120), end)
    marks |= mark_head(lines[at:body], "newsbreak", publisher="below")
    marks |= mark_body(lines[body:end], "newsbreak")
    marks |= _mark_cards(lines[end:])
    return marks


def _is_age(text: str) -> bool:
    return len(text) <= MAX_AGE and find_relative(text) is not None


def _mark_cards(lines: Sequence[Line]) -> Marks:
    """Mark the cards after the story: a publisher is followed by a blank line, a category is not."""
    marks: Marks = {}
    at, field = 0, "publisher"
    while at < len(lines):
        line = lines[at]
        text = line.text
        follows = lines[at + 1] if at + 1 < len(lines) else None
        if text in FIGURES and marks.get(line.number - 1):
            marks[lines[at - 1].number] = Mark(f"publisher.{FIGURES[text]}", "newsbreak.figures")
            marks[line.number] = Mark("chrome.figure-label", "newsbreak.figures")
            _mark_names(lines, at, marks)
        elif text in LANDMARKS or _counts_comments(text):
            marks[line.number] = Mark("chrome.landmark", "newsbreak.landmark")
            field = "about" if text == "ABOUT" else "publisher"
        elif text == "Person" and follows:
            marks[line.number] = Mark("chrome.landmark", "newsbreak.person")
            at += 1
            marks[follows.number] = Mark("story.people", "newsbreak.person")
        elif text in CHIPS and follows and not follows.blanks_before:
            at += 1
            marks[line.number] = marks[follows.number] = Mark("chrome.topic-chip", "newsbreak.chip")
        elif text.startswith("#") and text.count("#") >= 1:
            marks[line.number] = Mark("story.tags", "newsbreak.tags")
        elif field == "about":
            marks[line.number] = Mark("publisher.url" if is_url(text) else "publisher.about", "newsbreak.about")
        else:
            field = _mark_card_line(line, follows, field, marks)
        at += 1
    return marks


def _mark_card_line(line: Line, follows: Line | None, field: str, marks: Marks) -> str:
    """Mark one line of a card; give the field that may come next."""
    if field == "teaser" and not line.blanks_before:
        is_category = line.text.isupper() and not (follows and follows.blanks_before and follows.text not in LANDMARKS)
        field = "category" if is_category else "publisher"
    elif field == "teaser" and follows and follows.blanks_before and not line.blanks_before:
        field = "publisher"
    marks[line.number] = Mark(f"related.{field}", f"newsbreak.card-{field}")
    return {"publisher": "headline", "headline": "teaser", "teaser": "teaser", "category": "publisher"}[field]


def _mark_names(lines: Sequence[Line], at: int, marks: Marks) -> None:
    """Mark the publisher's name, which stands once or twice above its first figure."""
    for line in reversed(lines[max(0, at - 3) : at - 1]):
        if marks.get(line.number) and marks[line.number].label.startswith("related."):
            marks[line.number] = Mark("publisher.name", "newsbreak.name")


LAYOUT = Layout("newsbreak", recognise, mark)
