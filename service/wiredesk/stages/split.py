"""Stage 2: a clean page to its parts, by the reader of its format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.errors import Reason, Spike
from wiredesk.formats import formats

if TYPE_CHECKING:
    from wiredesk.records import CleanPage, Parts


def split(page: CleanPage) -> Parts:
    """Split a clean page into stories as printed, teasers, publisher cards and chrome."""
    reader = formats().get(page.format)
    if reader is None:
        raise Spike(Reason.UNKNOWN_FORMAT, f"no reader is called {page.format!r}")
    parts = reader.read(page)
    if not parts.stories and not parts.related:
        raise Spike(Reason.NO_STORY, "the page holds neither a story nor a teaser")
    return parts
