"""Teasers of other stories: the dateline at their head, and the agency that it or the publisher names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from wiredesk.agencies import find_agency
from wiredesk.enrichers.dateline import make_dateline, read_dateline
from wiredesk.enrichers.places import resolve_dateline
from wiredesk.records import Agency

if TYPE_CHECKING:
    from wiredesk.records import Parts, RelatedItem


def complete(item: RelatedItem, parts: Parts) -> RelatedItem:
    """Add dateline and agency to a teaser that has none."""
    dateline = item.dateline
    if dateline is None and item.teaser:
        found = read_dateline(item.teaser)
        dateline = make_dateline(found, parts.captured) if found else None
    if dateline:
        dateline = resolve_dateline(dateline)
    agency = item.agency
    if agency is None:
        named = (("dateline", dateline.agency if dateline else None), ("publisher", item.publisher))
        known = ((found_by, find_agency(name)) for found_by, name in named if name)
        agency = next((Agency(code=a.code, name=a.name, found_by=by) for by, a in known if a), None)
    if dateline is item.dateline and agency is item.agency:
        return item
    return replace(item, dateline=dateline, agency=agency)
