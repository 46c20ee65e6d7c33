"""Marks: what each line of a page is, and by which rule. A layout marks what it is certain of; the segmentation marks the rest.

Mark("story.headline", "newsbreak.headline")      Mark("chrome.share-bar", "chrome.share-bar")
Mark("related.source", "plain.card", (Piece("related.publisher", 0, 3), Piece("related.age", 6, 12)))      CNN • 3h ago
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiredesk.parsing.lines import Line

STORY = "story."
RELATED = "related."
CARD = "publisher."
CHROME = "chrome."
CONTINUED = "wrapped.continued"  # the rule of a line that goes on with the paragraph of the line above
BETWEEN = "chrome.separator"  # what stands between the pieces of a line


class Piece(NamedTuple):
    """A labelled piece of a line, at `[start, end)` of its text; rule, confidence: the mark's unless given."""

    label: str
    start: int
    end: int
    rule: str = ""
    confidence: float | None = None


class Mark(NamedTuple):
    """A label of the accounting ("story.paragraph", "related.teaser", "chrome.menu") and the rule that gave it.

    pieces: the parts of a line that says several things, in order and apart; story: which of the page's stories it belongs to;
    starts: a card begins here; confidence: how sure it is, 0 to 1.
    """

    label: str
    rule: str
    pieces: tuple[Piece, ...] = ()
    story: int = 0
    starts: bool = False
    confidence: float | None = None


Marks = dict[int, Mark]  # by line number


def cut_pieces(lines: Sequence[Line], marks: Marks) -> tuple[list[Line], Marks]:
    """Cut the lines that say several things into lines of one thing each, numbered anew, with their marks."""
    cut: list[Line] = []
    cut_marks: Marks = {}
    for line in lines:
        mark = marks.get(line.number)
        if mark is None:
            cut.append(line._replace(number=len(cut)))
            continue
        if not mark.pieces and mark.label != BETWEEN:  # most lines say one thing
            cut_marks[len(cut)] = mark
            cut.append(line if line.number == len(cut) else line._replace(number=len(cut)))
            continue
        starts, blanks = mark.starts, line.blanks_before
        for piece in _cover(line, mark):
            text = line.text[piece.start : piece.end]
            if not text.strip():
                continue
            start = line.start + piece.start + len(text) - len(text.lstrip())
            text = text.strip()
            confidence = mark.confidence if piece.confidence is None else piece.confidence
            begins = starts and piece.label != BETWEEN
            cut_marks[len(cut)] = Mark(piece.label, piece.rule or mark.rule, (), mark.story, begins, confidence)
            starts = starts and not begins
            cut.append(line._replace(number=len(cut), start=start, end=start + len(text), text=text, blanks_before=blanks))
            blanks = 0
    return cut, cut_marks


def _cover(line: Line, mark: Mark) -> Iterator[Piece]:
    """Cover the whole line: its pieces, and what stands between them."""
    at = 0
    for piece in mark.pieces or (Piece(mark.label, 0, len(line.text)),):
        yield Piece(BETWEEN, at, piece.start)
        yield piece
        at = piece.end
    yield Piece(BETWEEN, at, len(line.text))
