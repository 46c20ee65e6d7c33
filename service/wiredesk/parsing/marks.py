"""Marks: what each line of a page is, and by which rule. A layout marks what it is certain of; the segmentation marks the rest.

Mark("story.headline", "newsbreak.headline")      Mark("chrome.share-bar", "chrome.share-bar")
Mark("related.source", "plain.card", (Piece("related.publisher", 0, 3), Piece("related.age", 6, 12)))      CNN • 3h ago
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.lines import Line

STORY = "story."
RELATED = "related."
CARD = "publisher."
CHROME = "chrome."
CONTINUED = "wrapped.continued"  # the rule of a line that goes on with the paragraph of the line above
BETWEEN = "chrome.separator"  # what stands between the pieces of a line


class Piece(NamedTuple):
    """A labelled piece of a line, at `[start, end)` of its text."""

    label: str
    start: int
    end: int


class Mark(NamedTuple):
    """A label of the accounting ("story.paragraph", "related.teaser", "chrome.menu") and the rule that gave it.

    pieces: the parts of a line that says several things, in order and apart; story: which of the page's stories it belongs to;
    starts: a card begins here.
    """

    label: str
    rule: str
    pieces: tuple[Piece, ...] = ()
    story: int = 0
    starts: bool = False


Marks = dict[int, Mark]  # by line number


def cut_pieces(lines: Sequence[Line], marks: Marks) -> tuple[list[Line], Marks]:
    """Cut the lines that say several things into lines of one thing each, numbered anew, with their marks."""
    cut: list[Line] = []
    cut_marks: Marks = {}
    for line in lines:
        mark = marks.get(line.number)
        at, blanks, starts = 0, line.blanks_before, mark.starts if mark else False
        rows = [(piece.label, piece.start, piece.end) for piece in mark.pieces] if mark else []
        for label, start, end in [*rows, (mark.label if mark and not rows else BETWEEN, len(line.text), len(line.text))]:
            if not rows:
                start = 0  # noqa: PLW2901 - a line without pieces is one piece
            for name, left, right in ((BETWEEN, at, start), (label, start, end)):
                text = line.text[left:right]
                if not text.strip():
                    continue
                first = line.start + left + len(text) - len(text.lstrip())
                if mark:
                    cut_marks[len(cut)] = Mark(name, mark.rule, (), mark.story, starts)
                    starts = starts and name == BETWEEN
                cut.append(
                    line._replace(
                        number=len(cut), start=first, end=first + len(text.strip()), text=text.strip(), blanks_before=blanks
                    )
                )
                blanks = 0
            at = end
    return cut, cut_marks
