"""The head of a story on a page that no layout knows: one headline, and the source lines about it.

Foreign Policy · By Jane Roe · 3h ago
"""

from __future__ import annotations

import re
from itertools import takewhile
from math import log
from typing import TYPE_CHECKING

from wiredesk.parsing.bylines import is_person
from wiredesk.parsing.credits import ends_with_agency
from wiredesk.parsing.head_names import NEAR, find_category, find_publisher
from wiredesk.parsing.headlines import LEAST_HEADLINE, cut_headline, weigh_headlines
from wiredesk.parsing.imprints import mark_imprint
from wiredesk.parsing.kinds import is_lede
from wiredesk.parsing.marks import Mark, Marks, Piece
from wiredesk.parsing.own_names import read_with_names
from wiredesk.parsing.setting import Surroundings, name_part
from wiredesk.parsing.source_lines import read_told
from wiredesk.parsing.story_captions import find_captions, mark_captions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.grammar import Place
    from wiredesk.parsing.kinds import Kind
    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.own_names import Names
    from wiredesk.parsing.page_evidence import Page

GRAMMAR_SAYS, CAPTURE_SAYS = 0.4, 2.8  # log odds; on a page with cards the head is a capture's
HEAD_SAYS = 1.6  # log odds, where an outlet or a section and another such line stand about a headline
LEAST_CARDS = 2  # with a publisher or a source line, on a capture
FEW_GAPS = 8  # one line in so many may stand below a gap that parts
SURE = 0.5  # probability from which a name is a byline, not a publisher's
DECK_SHARE = 0.5  # of a title's chance that the title above it must have to be its headline
NO_HEADLINE = 0.005  # probability of a line that the evidence of headlines does not look at
STORY_PIECES = {
    "publisher": "story.publisher", "name": "story.publisher", "category": "story.category", "byline": "story.byline",
    "age": "story.published", "date": "story.published",
}  # fmt: skip
CARD_PIECES = {
    "publisher": "related.publisher", "name": "related.publisher", "category": "related.category",
    "byline": "chrome.card-byline", "age": "related.age", "date": "related.age",
}  # fmt: skip
STRAYS = frozenset(
    ("story.category", "story.publisher", "story.imprint", "story.published", "story.byline", "story.subheadline")
)
_ROLE = re.compile(r"(?i)\b(?:staff|writer|editor|reporter|correspondent|contributor|columnist|journalist|team|author)\b")
_HEAD_FLAGS = frozenset(("outlet", "section-name", "either"))


def settle_head(page: Page, places: Sequence[Place], body: Sequence[int], marks: Marks) -> None:
    """Settle on one headline, and find byline and date where the grammar found none."""
    if not page.headlines:  # the evidence of lines saw no story, the grammar did
        page = page._replace(headlines=weigh_headlines(page.lines, page.seen, body))
    named = [i for i, place in enumerate(places) if place.shape < 0 and place.part == "h"]
    headline = _choose_headline(page, places, named, body)
    for i in named:
        if i != headline:
            label = (
                "story.subheadline"
                if i - 1 == headline
                else "chrome.above"
                if i < body[0]
                else "story.paragraph"
                if i < body[-1]
                else "chrome.below"
            )
            marks[i] = Mark(label, "plain.not-the-headline")
            if headline is not None and i < headline and i and "outlet" in page.evidence[i - 1].kind.flags:
                _mark_earlier_card(marks, i)
    if headline is not None:
        marks[headline] = _mark_headline(page.lines[headline], round(page.headlines.get(headline, NO_HEADLINE), 1))
        _drop_strays(page, places, headline, body, marks)
        for i in named:
            if 0 < i < headline and places[i - 1].part == "p" and "outlet" in page.evidence[i - 1].kind.flags:
                _make_card(page, i, marks)
        find_category(page, headline, marks)
        find_publisher(page, headline, marks)
    mark_captions(page, headline, body, marks)
    cards = _count_cards(places[body[0] :]) >= LEAST_CARDS
    outlets = {i for i, one in enumerate(page.evidence) if one.kind.name == "name" and is_head_line(one.kind)}
    barred = (_find_barred(headline, body, marks) if cards else frozenset()) | find_captions(marks)
    if headline is not None:  # the headline that stands again holds no name
        barred |= {i for i, line in enumerate(page.lines) if line.text == page.lines[headline].text}
    parts = {i: name_part(marks[i].label) for i in range(len(places))}
    for i, mark in mark_imprint(page.lines, headline, body, Surroundings(outlets, barred, parts)).items():
        source = mark_source_line(page.lines[i], page.names, story=True)
        marks[i] = source if _names_other(page, i, source, mark) else mark


def _find_barred(headline: int | None, body: Sequence[int], marks: Marks) -> frozenset[int]:
    """Find the lines of a capture that are its cards' and its own source lines': they hold no imprint but in the head."""
    head = range(headline + 1, body[0]) if headline is not None else ()
    return frozenset(i for i, mark in marks.items() if mark.label.startswith(("story.imprint", "related")) and i not in head)


def _mark_earlier_card(marks: Marks, i: int) -> None:
    """Mark an outlet's name and the title under it, above the headline, as the card that they are."""
    marks[i - 1] = Mark("related.publisher", "plain.card-publisher", starts=True)
    marks[i] = Mark("related.headline", "plain.card-headline")


def _names_other(page: Page, i: int, source: Mark, mark: Mark) -> bool:
    """Say whether a source line names a publisher where the imprint sees no byline: "Ines Duval and Tom Hale, Yesterday"."""
    text = page.lines[i].text
    names = [piece for piece in source.pieces if piece.label == "story.publisher"]
    if any(text[name.start : name.end].casefold() in page.names for name in names) or (names and read_told(text, page.names)):
        return True
    people = [piece for piece in mark.pieces if piece.label == "story.byline" and (piece.confidence or 0.0) >= SURE]
    return any(not any(one.start < name.end and name.start < one.end for one in people) for name in names)


def _mark_headline(line: Line, confidence: float) -> Mark:
    """Mark the headline, or the piece of its line that is one."""
    start, end = cut_headline(line.text)
    pieces = () if (start, end) == (0, len(line.text)) else (Piece("story.headline", start, end),)
    return Mark("story.headline", "plain.headline", pieces, confidence=confidence)


def _make_card(page: Page, i: int, marks: Marks) -> None:
    """Take a head above the page's own, an outlet's name over a headline, for the card that it is."""
    marks[i - 1] = Mark("related.publisher", "plain.card-publisher", starts=True)
    marks[i] = Mark("related.headline", "plain.card-headline")
    if page.evidence[i + 1].kind.name == "source":
        marks[i + 1] = mark_source_line(page.lines[i + 1], page.names, story=False)


def _count_cards(places: Sequence[Place]) -> int:
    """Count the cards below a story's first line that have a publisher or a source line; a capture has several."""
    return sum(place.shape >= 0 and place.part in "PS" for place in places)


def _drop_strays(page: Page, places: Sequence[Place], headline: int, body: Sequence[int], marks: Marks) -> None:
    """Take the lines of a head that stand far from the headline for furniture."""
    for i, place in reversed(list(enumerate(places))):  # upwards: a row of the menu makes the row above it one
        if place.shape >= 0 or place.part not in "gpsGPSd" or marks[i].label not in STRAYS:
            continue
        if (
            abs(i - headline) > NEAR
            or (i < headline and _is_parted(page, i, headline))
            or (marks[i].label == "story.category" and _is_menu_row(page, i, headline, marks))
        ):
            marks[i] = Mark(
                "chrome.above" if i < body[0] else "chrome.inside" if i < body[-1] else "chrome.below", "plain.stray"
            )


def _is_parted(page: Page, at: int, headline: int) -> bool:
    """Say whether a gap wider than the page's own parts a line from the headline under it."""
    widest = max(page.lines[i].blanks_before for i in range(at + 1, headline + 1))
    return widest > 1 and sum(line.blanks_before >= widest for line in page.lines) * FEW_GAPS <= len(page.lines)


def _is_menu_row(page: Page, at: int, headline: int, marks: Marks) -> bool:
    """Say whether a section's name above the headline is a row of the menu: another row follows it at once, or another name."""
    following = at + 1
    if any(marks[i].label == "story.category" for i in range(following, headline)):
        return True
    return (
        following < headline
        and not page.lines[following].blanks_before
        and page.evidence[following].kind.name == "name"
        and not marks[following].label.startswith("story.")
    )


def is_head_line(kind: Kind) -> bool:
    """Say whether a line is surely one of a head: an outlet's or a section's name, or a source line."""
    return kind.name == "source" or bool(_HEAD_FLAGS.intersection(kind.flags))


def mark_source_line(line: Line, names: Names, *, story: bool) -> Mark:
    """Mark the parts of a source line; names: of outlets, taught by the page; story: of its own story, else of a card."""
    labels, whole = (STORY_PIECES, "story.imprint") if story else (CARD_PIECES, "related.age")
    pieces = []
    for kind, start, end in read_with_names(line.text, names) or ():
        text = line.text[start:end]
        if kind == "name" and _ROLE.search(text):
            continue
        label = labels.get("byline" if kind == "name" and story and is_person(text) else kind)
        if label:
            pieces.append(Piece(label, start, end))
    if len(pieces) == 1 and pieces[0].end - pieces[0].start == len(line.text):
        return Mark(pieces[0].label, "plain.source-line")
    return Mark(whole, "plain.source-line", tuple(pieces))


def _choose_headline(page: Page, places: Sequence[Place], named: Sequence[int], body: Sequence[int]) -> int | None:
    """Choose the headline by the evidence of headlines and by what the grammar says."""
    capture = _count_cards(places[body[0] :]) >= LEAST_CARDS
    says = CAPTURE_SAYS if capture else GRAMMAR_SAYS
    later = _find_later_head(page, places, named, body) if capture else None
    chances = {
        i: log(page.headlines.get(i, 0.0) + NO_HEADLINE)
        + (says if i == later else 0.0 if later and i < later else _hear_grammar(page, places, i, says))
        for i in (*page.headlines, *named)
        if i not in page.fixed
        and not _is_caption(page, i)
        and not is_lede(page.evidence[i].kind)
        and "byline" not in page.evidence[i].kind.flags
    }
    best = max(chances, key=chances.__getitem__, default=None)
    if best is None or chances[best] < log(LEAST_HEADLINE):
        return None
    above = next((i for i in range(best - 1, max(-1, best - 3), -1) if i not in page.fixed), None)
    if above is None or above not in chances or page.evidence[above].kind.name != "title" or places[above].shape >= 0:
        return best
    return above if page.headlines.get(above, 0.0) >= DECK_SHARE * page.headlines.get(best, 0.0) else best


def _find_later_head(page: Page, places: Sequence[Place], named: Sequence[int], body: Sequence[int]) -> int | None:
    """Find a title under an outlet's name between what the grammar calls the headline and the body: a head of its own."""
    for i in range(body[0] - 1, min(named, default=body[0]), -1):
        if places[i].shape < 0 and places[i].part in "dh" and page.evidence[i].kind.name == "title":
            above = list(takewhile(lambda k: _is_of_head(page, places, k), range(i - 1, max(-1, i - 4), -1)))
            if any("outlet" in page.evidence[k].kind.flags for k in above) and "credited" not in page.evidence[i].kind.flags:
                return i
    return None


def _is_caption(page: Page, i: int) -> bool:
    """Say whether a line ends with a credit in brackets, or with an agency's name, as captions do."""
    text = page.lines[i].text
    return ("credited" in page.evidence[i].kind.flags and text[-1] in ")]") or ends_with_agency(text)


def _hear_grammar(page: Page, places: Sequence[Place], i: int, says: float) -> float:
    """Weigh what the grammar says of a line: surer where a section, a source or an outlet stands about it."""
    if places[i].shape >= 0:
        return -says
    if places[i].part != "h":
        return 0.0
    about = [
        page.evidence[k].kind
        for run in (range(i - 1, max(-1, i - 4), -1), range(i + 1, min(len(places), i + 4)))
        for k in takewhile(lambda k: _is_of_head(page, places, k), run)
    ]
    named = any(_HEAD_FLAGS.intersection(kind.flags) for kind in about)
    return says / 4 if not about else max(says, HEAD_SAYS) if named and len(about) > 1 else says


def _is_of_head(page: Page, places: Sequence[Place], k: int) -> bool:
    return places[k].shape < 0 and places[k].part in "gpsGPS" and is_head_line(page.evidence[k].kind)
