"""Wire copy as text: a headline, perhaps a byline, then hard-wrapped paragraphs that begin with an indentation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.layouts import Layout
from wiredesk.parsing.marks import CONTINUED, Mark
from wiredesk.parsing.wrapped import find_wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.marks import Marks

BYLINE = re.compile(r"(?i:by)\s+\S.{2,80}")


def recognise(lines: Sequence[Line]) -> int:
    """Be sure of copy that is wrapped and begins with a dateline."""
    found = find_wrapped(lines)
    return (70 if found.dateline else 30) if found else 0


def mark(lines: Sequence[Line]) -> Marks:
    """Mark the head, then each paragraph with the lines that it goes on in."""
    found = find_wrapped(lines)
    marks: Marks = {}
    if not found:
        return marks
    labels = iter(("story.headline", "story.subheadline", *["story.note"] * found.first))
    for line in lines[: found.first]:
        label = "story.byline" if BYLINE.fullmatch(line.text) else next(labels)
        marks[line.number] = Mark(label, "wire-copy.head")
    for line in lines[found.first :]:
        marks[line.number] = Mark("story.paragraph", "wire-copy.paragraph" if line.number in found.begins else CONTINUED)
    return marks


LAYOUT = Layout("wire-copy", recognise, mark)
