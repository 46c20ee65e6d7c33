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
Marked = tuple["Line", Mark]  # a line, or a piece of one, with its mark
UNCLAIMED = Mark("chrome.unclaimed", "", story=-1)  # of a line that nobody marked


def cut_pieces(lines: Sequence[Line], marks: Marks) -> list[Marked]:
    """Give each line with its mark; one that says several things is cut into lines of one thing each."""
    cut: list[Marked] = []
    for line in lines:
        mark = marks.get(line.number, UNCLAIMED)
        if not mark.pieces and mark.label != BETWEEN:  # most lines say one thing
            cut.append((line, mark))
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
            own = line._replace(start=start, end=start + len(text), text=text, blanks_before=blanks)
            cut.append((own, Mark(piece.label, piece.rule or mark.rule, (), mark.story, begins, confidence)))
            starts = starts and not begins
            blanks = 0
    return cut


def _cover(line: Line, mark: Mark) -> Iterator[Piece]:
    """Cover the whole line: its pieces, and what stands between them."""
    at = 0
    for piece in mark.pieces or (Piece(mark.label, 0, len(line.text)),):
        yield Piece(BETWEEN, at, piece.start)
        yield piece
        at = piece.end
    yield Piece(BETWEEN, at, len(line.text))
