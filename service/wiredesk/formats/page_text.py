"""Page text: what an aggregator's page shows, without its markup; the last resort of recognition.

Military
Russia-led troops begin pullback ...
By Gal ROMA, ...
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.formats import Format
from wiredesk.formats.assembly import assemble, check_lines
from wiredesk.formats.drafting import draft_parts
from wiredesk.layouts import choose_layout
from wiredesk.parsing.lines import index_lines
from wiredesk.parsing.segment import explain_line as weigh_line

if TYPE_CHECKING:
    from wiredesk.records import CleanPage, Parts


def recognise(head: str, media_type: str) -> int:
    """Any text is page text, if nothing surer claims it."""
    del media_type
    return 1 if head.strip() else 0


def read(page: CleanPage) -> Parts:
    """Read the page by the surest layout."""
    lines = index_lines(page.text)
    if not lines:
        return draft_parts(page, page.text)
    check_lines(lines)
    layout = choose_layout(lines)
    return assemble(page, page.text, lines, layout.mark(lines), layout.name)


def explain_line(text: str, number: int) -> list[tuple[str, str, float]]:
    """List what weighs for and against a line (from 1) being the story's: round, evidence, log odds; [] where blank."""
    lines = index_lines(text)
    at = next((i for i, line in enumerate(lines) if text.count("\n", 0, line.start) == number - 1), None)
    return [] if at is None else weigh_line(lines, at)


FORMAT = Format("page-text", recognise, read)
