"""The segmentation: what each line of a page is, from the evidence of all lines together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.parsing.marks import Mark, Marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.lines import Line


def segment(lines: Sequence[Line]) -> Marks:
    """Mark every line: the first one as the headline, the rest as paragraphs."""
    return {line.number: Mark("story.paragraph" if line.number else "story.headline", "plain.order") for line in lines}
