"""The parts of a page that no layout knows: the reading of its grammar, as marks on its lines."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from wiredesk.parsing.bodies import CROSSHEAD
from wiredesk.parsing.decode import read_places
from wiredesk.parsing.gaps import fill_gaps, find_faint, is_text
from wiredesk.parsing.grammar import Place
from wiredesk.parsing.head_names import names_publisher
from wiredesk.parsing.marks import Mark, Marks, Piece
from wiredesk.parsing.mastheads import name_masthead
from wiredesk.parsing.notices import is_small_print
from wiredesk.parsing.outlets import find_framed, find_owner, find_teller, is_outlet, is_platform
from wiredesk.parsing.page_evidence import gather_evidence
from wiredesk.parsing.story_heads import is_head_line, mark_source_line, settle_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.grammar import Evidence
    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.own_names import Names
    from wiredesk.parsing.page_evidence import Page

LEAST_BODY = 140  # characters of body that make a story; a page with less is rows of others' stories
BARE_LINES = 3  # of a page that is text alone
MASTHEAD = 4  # lines at the top among which the date of a masthead stands
LEAST_LETTERS, MAX_LOOKED = 4, 200  # letters of a headline or a teaser, and the characters among which they are looked for
OUTLETS = 3  # whose stories a page shows in cards from which it is an aggregator's
COPYRIGHT = frozenset(("chrome.copyright", "chrome.owner", "chrome.rights", "chrome.rights-reserved"))
REPEATABLE = frozenset(("story.paragraph", "related.headline"))
WORDED = frozenset(("related.headline", "related.teaser"))
_MASTHEAD_DATE = re.compile(r"(?i)date:?\s\d{4}-\d\d-\d\d\b")
_BULLET = re.compile(r"[-–•*▪●»>]\s+(?=\S)")
_NUMBERED = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
LABELS = {
    "g": "story.category", "G": "story.category", "p": "story.publisher", "P": "story.publisher", "h": "story.headline",
    "d": "story.subheadline", "m": "story.media", "c": "story.caption", "b": "story.paragraph",
}  # fmt: skip
CARD_LABELS = {
    "P": "related.publisher", "G": "related.category", "H": "related.headline", "T": "related.teaser", "M": "chrome.more-link",
}  # fmt: skip


def mark_page(lines: Sequence[Line]) -> Marks:
    """Mark every line of a page."""
    page = gather_evidence(lines)
    places = fill_gaps(page, _read_places(page))
    body = [i for i, place in enumerate(places) if place.shape < 0 and place.part == "b"]
    if sum(len(lines[i].text) for i in body) < min(LEAST_BODY, sum(len(line.text) for line in lines) // 2):
        body = []
    if not body and all(place.shape < 0 for place in places) and (body := find_faint(page, LEAST_BODY)):
        places = [Place("b") if i in body else Place("C") for i in range(len(places))]
    marks: Marks = dict(page.fixed)
    for i, place in enumerate(places):
        if i < MASTHEAD and _MASTHEAD_DATE.match(lines[i].text):
            marks[i] = Mark("story.masthead-date", "plain.masthead")
        elif i not in marks:
            marks[i] = _mark_card(page, i, place) if place.shape >= 0 else _mark_plain(page, i, place, body)
    _cut_numbers(lines, marks)
    if not body and is_bare_text(page) and not any(mark.label.startswith("related.") for mark in marks.values()):
        marks |= {i: Mark("story.paragraph", "plain.bare-text") for i, line in enumerate(page.evidence) if is_text(line)}
    if body:
        settle_head(page, places, body, marks)
        _drop_repeated(lines, marks)
        name_masthead(page, marks)
        _name_owner(lines, marks)
    return marks


def _read_places(page: Page) -> list[Place]:
    """Read what each line is; what is passed over is furniture, and the line under it stands as that one stood."""
    if not page.passed:
        return read_places(page.evidence)
    shown: list[Evidence] = []
    blank = False
    for i, line in enumerate(page.evidence):
        blank = blank or line.blank
        if i not in page.passed:
            shown.append(line._replace(blank=blank) if blank != line.blank else line)
            blank = False
    read = iter(read_places(shown))
    places = [Place("C") if i in page.passed else next(read) for i in range(len(page.evidence))]
    for i in page.passed:  # a number above each part of a story is the story's
        about = places[max(0, i - 1) : i + 2]
        if page.evidence[i].odds > 0 and page.lines[i].text.isdigit() and [place.part for place in about].count("b") > 1:
            places[i] = Place("b")
    return places


def is_bare_text(page: Page) -> bool:
    """Say whether a page is a few lines of text and nothing else."""
    return (
        len(page.lines) <= BARE_LINES
        and all(is_text(line) for line in page.evidence)
        and sum(len(line.text) for line in page.lines) >= LEAST_BODY
        and not any(one.chrome for one in page.seen)
    )


def _mark_plain(page: Page, i: int, place: Place, body: Sequence[int]) -> Mark:
    """Mark a line that is no card's."""
    line, part, kind = page.lines[i], place.part, page.evidence[i].kind
    if body and part in "sS" and kind.name == "source":
        return mark_source_line(line, page.names, story=True)
    label = LABELS.get(part) if body else None
    if not label or (part in "gGpP" and not is_head_line(kind)):
        return _mark_chrome(page, i, place, body)
    if label == "story.paragraph" and not any(map(str.isalnum, line.text[:MAX_LOOKED])):
        return Mark("chrome.symbols", "plain.symbols")
    if label == "story.paragraph" and CROSSHEAD.fullmatch(line.text):
        label = "story.crosshead"
    if label == "story.paragraph" and "capitals" in kind.flags and body[0] < i < body[-1] and _parts_text(page, i):
        label = "story.crosshead"
    if label == "story.paragraph" and kind.name == "row":
        label = "story.table"
    return _mark_name(line, Mark(label, f"plain.{label.partition('.')[2]}"), page.names)


def _parts_text(page: Page, i: int) -> bool:
    """Say whether a line in capitals stands between two paragraphs, as no row of a list does."""
    return is_text(page.evidence[i - 1]) and is_text(page.evidence[i + 1]) and page.lines[i].blanks_before > 0


def _mark_name(line: Line, mark: Mark, names: Names) -> Mark:
    """Cut an outlet's name out of the line that frames it."""
    framed = find_framed(line.text, names) if mark.label.endswith(".publisher") else None
    return mark._replace(pieces=(Piece(mark.label, *framed),)) if framed else mark


def _mark_card(page: Page, i: int, place: Place) -> Mark:
    """Mark a line of a card."""
    if place.part == "S":
        return mark_source_line(page.lines[i], page.names, story=False)._replace(starts=place.starts)
    label = CARD_LABELS[place.part]
    if label in WORDED and sum(map(str.isalpha, page.lines[i].text[:MAX_LOOKED])) < LEAST_LETTERS:
        return Mark("chrome.symbols", "plain.symbols")
    if label in WORDED and is_small_print(page.lines[i].text):
        return Mark("chrome.policy", "plain.small-print")
    return _mark_name(page.lines[i], Mark(label, f"plain.card-{label.partition('.')[2]}", starts=place.starts), page.names)


def _mark_chrome(page: Page, i: int, place: Place, body: Sequence[int]) -> Mark:
    """Name a line of furniture by its words, or by where it stands."""
    one = page.seen[i]
    if place.part == "L" or one.head:
        return Mark("chrome.section-head", "plain.section-head")
    if one.chrome:
        return Mark(one.chrome, one.chrome)
    where = "above" if body and i < body[0] else "inside" if body and i <= body[-1] else "below"
    return Mark(f"chrome.{where}", "plain.rest")


def _drop_repeated(lines: Sequence[Line], marks: Marks) -> None:
    """Take the headline where it stands again, in the story or as a card, for furniture."""
    headline = next((line.text.casefold() for line in lines if marks[line.number].label == "story.headline"), None)
    for line in lines:
        if marks[line.number].label in REPEATABLE and line.text.casefold() == headline:
            marks[line.number] = Mark("chrome.repeated", "plain.repeated-headline")


def _name_owner(lines: Sequence[Line], marks: Marks) -> None:
    """Let the copyright line name the publisher where nothing else does; who shows cards of several outlets is none."""
    if names_publisher(marks):
        return
    for line in lines:
        told = find_teller(line.text)
        if told:
            name, mark = line.text[slice(*told)], marks[line.number]
            if (
                (is_outlet(name) or "." in name)
                and not is_platform(name)
                and not mark.pieces
                and not mark.label.startswith("related.")
            ):
                marks[line.number] = mark._replace(pieces=(Piece("story.publisher", *told),), rule="plain.read-more-at")
                return
    if len(_list_outlets(lines, marks)) >= OUTLETS:
        return
    for line in reversed(lines):
        owner = find_owner(line.text) if marks[line.number].label in COPYRIGHT else None
        if owner and not is_platform(line.text[slice(*owner)]):
            label = marks[line.number].label
            marks[line.number] = Mark(label, "plain.copyright", (Piece("story.publisher", *owner),))
            return


def _list_outlets(lines: Sequence[Line], marks: Marks) -> set[str]:
    """List the outlets that the page's cards name."""
    found = {line.text.casefold() for line in lines if marks[line.number].label == "related.publisher"}
    for line in lines:
        for piece in marks[line.number].pieces:
            if piece.label == "related.publisher":
                found.add(line.text[piece.start : piece.end].casefold())
    return found


def _cut_numbers(lines: Sequence[Line], marks: Marks) -> None:
    """Cut bullets off the headlines of a list, and running numbers off those of a numbered one."""
    rows = [line for line in lines if marks[line.number].label == "related.headline"]
    for line in rows:
        if (bullet := _BULLET.match(line.text)) and not marks[line.number].pieces:
            mark = marks[line.number]
            marks[line.number] = mark._replace(pieces=(Piece(mark.label, bullet.end(), len(line.text)),))
    heads = [(line, found) for line in rows if (found := _NUMBERED.match(line.text))]
    if any(int(after[1]) == int(before[1]) + 1 for (_, before), (_, after) in pairwise(heads)):
        for line, found in heads:
            mark = marks[line.number]
            marks[line.number] = mark._replace(pieces=(Piece(mark.label, found.end(), len(line.text)),))
