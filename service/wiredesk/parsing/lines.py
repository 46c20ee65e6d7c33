r"""The line index: every non-blank line of a page with where it stands.

"Military\n\n  By Jane Roe \n" -> Line(0, 0, 8, "Military", 0), Line(1, 12, 23, "By Jane Roe", 1)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from wiredesk.parsing.markup import Markup


class Line(NamedTuple):
    """A non-blank line: `text` is the page's `[start, end)` without the blanks around it.

    hints: what markup said of the line, as names of features ("h1", "time", "rel-author"); none where the page is text.
    markup: what markup said of all lines of the page, the same for each of them.
    """

    number: int
    start: int
    end: int
    text: str
    blanks_before: int
    hints: frozenset[str] = frozenset()
    markup: Markup | None = None


def index_lines(text: str) -> list[Line]:
    """Index the non-blank lines of `text`; only a line feed ends a line, so spans hold for any input."""
    lines: list[Line] = []
    append = lines.append
    position = blanks = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            size = len(stripped)
            start = position if size == len(raw) else position + len(raw) - len(raw.lstrip())
            append(Line(len(lines), start, start + size, stripped, blanks))
            blanks = 0
        else:
            blanks += 1
        position += len(raw) + 1
    return lines
