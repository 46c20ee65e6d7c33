"""What the DOM says of the lines that the reader of text has marked: one reader, more evidence.

Furniture (a box that is a nav, an aside, "related", "comments", and holds little of the story) holds no paragraph. The smallest
box that holds most of the story holds all of it, with the sentences, lists and headings that the text alone left open.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from wiredesk.parsing.marks import Mark, Marks
from wiredesk.parsing.markup import NEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.formats.html_layout import Box, Laid
    from wiredesk.parsing.lines import Line

BODY = frozenset("story.paragraph story.crosshead story.quote story.list story.table story.note".split())
FURNITURE_SHARE = 0.3  # of the story's characters that boxes of a kind of furniture may hold and still be furniture
VAGUE, VAGUE_SHARE = frozenset(("promo", "related", "menu", "tags")), 0.06  # words that stories' own boxes bear too
STORY_SHARE = 0.95  # of them that the story's box must hold
LINKS = 0.5  # share of a line's characters in links from which on it is a link, not a sentence
WHOLE_LINK, MAX_LINK = 0.9, 50  # the same, and the characters, of a paragraph that is a button: "Compare new car deals"
SENTENCE, ENDS = 40, '.?!"”:)…'  # a line of the story's box from this length on that ends so is a paragraph
OPEN = frozenset(("chrome.above", "chrome.inside", "chrome.below", "chrome.unclaimed"))
HEADINGS = frozenset(("h2", "h3", "h4"))
LINKABLE = frozenset(("li", *HEADINGS))  # a story's lists and headings may be links
CARDS = frozenset(("related.teaser", "related.headline"))


def weigh(marks: Marks, lines: Sequence[Line], laid: Laid) -> Marks:
    """Weigh the marks of the reader of text against the DOM."""
    kept = dict(marks)
    kinds = _find_furniture(kept, lines, laid.boxes)
    body = [line.number for line in lines if _is_body(kept, line)]
    for i in body:
        if laid.links[i] >= WHOLE_LINK and len(lines[i].text) < MAX_LINK and not _may_be_link(laid, i):
            kept[i] = Mark("chrome.link", "html.link")
        elif kinds[i]:
            kept[i] = Mark(f"chrome.{kinds[i]}", f"html.{kinds[i]}")
    box = _find_story_box(kept, lines, laid.boxes)
    if box is None:
        return kept
    for line in lines:
        if not box.first <= line.number < box.last and _is_body(kept, line):
            kept[line.number] = Mark("chrome.outside", "html.outside")
    body = [line.number for line in lines if _is_body(kept, line)]
    for line in lines[box.first : box.last] if body else ():
        within = body[0] <= line.number <= body[-1]
        label = _judge(kept.get(line.number), line.text, laid, line.number, within=within, furniture=bool(kinds[line.number]))
        if label:
            kept[line.number] = Mark(label, f"html.{laid.tags[line.number] or 'box'}")
    return kept


def _judge(mark: Mark | None, text: str, laid: Laid, at: int, *, within: bool, furniture: bool) -> str | None:
    """Give the label of a line of the story's box where the DOM knows better than its mark; None where it does not."""
    if mark is None:
        return None
    tag = laid.tags[at]
    if tag == "figcaption" and mark.label.startswith(("story.", "chrome.")) and mark.label != "story.headline":
        return "story.caption"
    if tag == "blockquote" and mark.label == "story.paragraph":
        return "story.quote"
    open_ = mark.label in OPEN or (within and mark.label in CARDS)  # what looks like a card between two paragraphs too
    return _name(tag, text, within=within) if open_ and not furniture and laid.links[at] < LINKS else None


def _may_be_link(laid: Laid, at: int) -> bool:
    """Say whether a line of a story may be one link: an item of a list, a heading."""
    return laid.tags[at] in LINKABLE or any(form.startswith("li.") for form in laid.places[at].path[-NEAR:])


def _is_body(marks: Marks, line: Line) -> bool:
    return line.number in marks and marks[line.number].label in BODY


def _name(tag: str, text: str, *, within: bool) -> str | None:
    """Name the block that a line of the story's box is: a sentence anywhere, a heading or an item between two paragraphs."""
    if tag in {"p", "blockquote", "dd", "td", "article", ""} and len(text) >= SENTENCE and text[-1] in ENDS:
        return "story.paragraph"
    if not within:
        return None
    if tag in HEADINGS:
        return "story.crosshead"
    return {"li": "story.list", "p": "story.paragraph", "pre": "story.note", "td": "story.table"}.get(tag)


def _measure(marks: Marks, lines: Sequence[Line]) -> list[int]:
    """Sum the story's characters from the first line on."""
    sizes = (len(line.text) if line.number in marks and marks[line.number].label in BODY else 0 for line in lines)
    return [0, *accumulate(sizes)]


def _find_furniture(marks: Marks, lines: Sequence[Line], boxes: Sequence[Box]) -> list[str]:
    """Give for each line the kind of furniture that holds it, or ""; a kind that holds much of the story is none of it."""
    sums = _measure(marks, lines)
    found: dict[str, list[str]] = {}
    for box in boxes:  # inner boxes come first
        if box.kind not in {"", "header"}:  # the headings of a story's parts stand in headers too
            found.setdefault(box.kind, [""] * len(lines))[box.first : box.last] = [box.kind] * (box.last - box.first)
    kinds = [""] * len(lines)
    for kind, held in found.items():
        mass = sum(sums[at + 1] - sums[at] for at, one in enumerate(held) if one)
        if mass <= (VAGUE_SHARE if kind in VAGUE else FURNITURE_SHARE) * sums[-1]:
            kinds = [one or kinds[at] for at, one in enumerate(held)]
    return kinds


def _find_story_box(marks: Marks, lines: Sequence[Line], boxes: Sequence[Box]) -> Box | None:
    """Find the smallest box that holds most of the story; boxes end after those in them."""
    sums = _measure(marks, lines)
    least = STORY_SHARE * sums[-1]
    holding = [box for box in boxes if sums[-1] and sums[box.last] - sums[box.first] >= least]
    return min(holding, key=lambda box: box.last - box.first, default=None)
