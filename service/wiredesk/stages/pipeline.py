"""The three stages in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.stages.clean import clean
from wiredesk.stages.enrich import enrich
from wiredesk.stages.split import split

if TYPE_CHECKING:
    from wiredesk.records import RawPage, Reading


def pipeline(raw: RawPage) -> Reading:
    """Read one raw page; raises only Spike."""
    return enrich(split(clean(raw)))
