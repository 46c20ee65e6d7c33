"""The fallback: marks nothing; the segmentation reads the whole page by its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.layouts import Layout
from wiredesk.parsing.page_parts import mark_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.marks import Marks


def recognise(lines: Sequence[Line]) -> int:
    """Be sure of nothing."""
    del lines
    return 1


def mark(lines: Sequence[Line]) -> Marks:
    """Mark every line by the segmentation."""
    return mark_page(lines)


LAYOUT = Layout("plain", recognise, mark)
