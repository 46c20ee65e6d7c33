"""The three stages in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.stages.clean import clean
from wiredesk.stages.enrich import ALL, enrich
from wiredesk.stages.split import split

if TYPE_CHECKING:
    from collections.abc import Collection

    from wiredesk.records import RawPage, Reading


def pipeline(raw: RawPage, *, enabled: Collection[str] = ALL, keep_private_notes: bool = False) -> Reading:
    """Read one raw page with the enrichers that are `enabled`; raises only Spike."""
    return enrich(split(clean(raw)), enabled=enabled, keep_private_notes=keep_private_notes)
