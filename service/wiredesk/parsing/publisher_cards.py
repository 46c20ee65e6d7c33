"""The publisher's card: name, how many follow it, how much it has posted and was seen, what it says of itself, its address.

AFP / AFP / 37K+ / Followers / 22K+ / Post / 14M+ / Views / ABOUT / News with a global, human perspective. / http://www.afpforum.com
The Harbour Post / 37K Followers • 22K Posts • 14M Views          Followers: 37K
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.parsing.bodies import is_url
from wiredesk.parsing.marks import Mark, Marks, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.lines import Line

REACH = 5  # lines about the figures that belong to the card
MAX_NAME = 60
MAX_ABOUT = 600
MAX_PHRASE = 120  # characters of a line of figures
_WORDS = {
    "follower": "followers",
    "post": "posts",
    "view": "views",
    "articles": "posts",
    "stories": "posts",
    "article": "posts",
}
_NOUNS = ("follower", "post", "view", "article")
_FIGURE = re.compile(r"\d[\d.,]{0,12}\s?[KMBkmb]?\+?")
_LABEL = re.compile(r"(?i)(follower|post|view|article)s?")
_PHRASE = re.compile(
    r"(?i)(?P<n>\d[\d.,]{0,12}\s?[KMB]?\+?)\s(?P<word>follower|post|view|article)s?\b|\b(?P<word2>follower|post|view|article)s?\s?:\s?(?P<n2>\d[\d.,]{0,12}\s?[KMB]?\+?)"
)
_BUTTON = re.compile(
    r"(?i)(?:\+\s?)?(?:follow(?:ing)?|subscribe|unfollow|view profile|follow view profile|more from this publisher)"
)
_ABOUT = re.compile(r"(?i)about(?:\s(?P<name>\S.{1,58}?))?:?")


def mark_publisher_card(lines: Sequence[Line]) -> Marks:
    """Mark the card's lines; a page with fewer than two of its figures has none."""
    marks: Marks = {}
    kinds: set[str] = set()
    for i, line in enumerate(lines):
        text = line.text
        size = len(text)
        if size > MAX_PHRASE or not any(map(text.casefold().__contains__, _NOUNS)):
            continue
        label = _LABEL.fullmatch(text)
        if label and i and _FIGURE.fullmatch(lines[i - 1].text):
            kind = _WORDS[label[1].casefold()]
            marks[lines[i - 1].number] = Mark(f"publisher.{kind}", "publisher-card.figure")
            marks[line.number] = Mark("chrome.figure-label", "publisher-card.figure")
            kinds.add(kind)
        elif text[-1] not in ".?!":
            pieces = [
                Piece(
                    f"publisher.{_WORDS[(found['word'] or found['word2']).casefold()]}",
                    *found.span("n" if found["n"] else "n2"),
                )
                for found in _PHRASE.finditer(text)
            ]
            covered = sum(len(found[0]) for found in _PHRASE.finditer(text))
            if pieces and covered >= 0.6 * size:
                marks[line.number] = Mark("chrome.figure-label", "publisher-card.figures", tuple(pieces))
                kinds |= {piece.label for piece in pieces}
    if len(kinds) < 2:
        return {}
    _mark_about(lines, marks, min(marks), max(marks))
    return marks


def _mark_about(lines: Sequence[Line], marks: Marks, first: int, last: int) -> None:
    """Mark name, self-description and address about the figures, which stand from line `first` to `last`."""
    head = next(
        (
            i
            for i in (*range(first - 1, max(-1, first - REACH), -1), *range(last + 1, min(len(lines), last + REACH)))
            if _ABOUT.fullmatch(lines[i].text)
        ),
        None,
    )
    url = next(
        (
            i
            for i in range(max(0, first - REACH), min(len(lines), last + REACH))
            if is_url(lines[i].text) and (not i or not is_url(lines[i - 1].text))
        ),
        None,
    )
    named = _ABOUT.fullmatch(lines[head].text) if head is not None else None
    if head is not None and named:
        pieces = (Piece("publisher.name", *named.span("name")),) if named["name"] else ()
        marks[head] = Mark("chrome.landmark", "publisher-card.about", pieces)
    about = [
        i for i in range(max(0, first - REACH), min(len(lines), last + REACH)) if i not in marks and _is_about(lines[i].text)
    ]
    about = [i for i in about if (head is not None and i == head + 1) or url in {i + 1, i - 1} or first - 1 <= i <= last + 1]
    if about:
        chosen = min(about, key=lambda i: (i != (head + 1 if head is not None else -9), abs(i - first)))
        marks[chosen] = Mark("publisher.about", "publisher-card.about")
        first = min(first, chosen)
    if url is not None:
        marks[url] = Mark("publisher.url", "publisher-card.url")
        first = min(first, url)
    for i in range(first - 1, max(-1, first - REACH), -1):
        if _BUTTON.fullmatch(lines[i].text):
            marks[i] = Mark("chrome.follow", "publisher-card.button")
        elif i not in marks and len(lines[i].text) <= MAX_NAME and not (named and named["name"]):
            marks[i] = Mark("publisher.name", "publisher-card.name")
            if i and lines[i - 1].text == lines[i].text:
                marks[i - 1] = Mark("publisher.name", "publisher-card.name")
            return
        elif i not in marks:
            return


def _is_about(text: str) -> bool:
    return 12 <= len(text) <= MAX_ABOUT and " " in text and text[-1] in ".!?…" and not is_url(text)
