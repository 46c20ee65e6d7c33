"""The places of a dateline, resolved: country, region, degrees and GeoNames id; by region, custom, population, the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from wiredesk.enrichers import NOTHING, Facts
from wiredesk.knowledge.countries import find_country_name, fold_region, regions
from wiredesk.knowledge.gazetteer import resolve_place
from wiredesk.records import Evidence

if TYPE_CHECKING:
    from wiredesk.records import Dateline, Parts, Place, Story


def find(story: Story, parts: Parts) -> Facts:
    """Resolve the places of the story's dateline."""
    del parts
    if not story.dateline or not story.dateline.places:
        return NOTHING
    dateline = resolve_dateline(story.dateline)
    if dateline is story.dateline:
        return NOTHING
    return Facts(fields={"dateline": dateline}, evidence={"dateline.places": Evidence(found_by="gazetteer", confidence=0.95)})


def resolve_dateline(dateline: Dateline) -> Dateline:
    """Resolve the places of a dateline, those with a country of their own first."""
    near = {place.country for place in dateline.places if place.country}
    places = tuple(_resolve(place, near) for place in dateline.places)
    return dateline if places == dateline.places else replace(dateline, places=places)


def _resolve(place: Place, near: set[str]) -> Place:
    if place.geonames_id or place.latitude is not None:
        return place
    country = find_country_name(place.country) if place.country else None
    region = place.region if place.region and fold_region(place.region) in regions() else country or place.region
    known = resolve_place(place.name, region, near)
    if place.country and known.country != place.country:
        return place
    if not known.country:
        return place
    near.add(known.country)
    city = known.city
    return replace(
        place,
        country=known.country,
        region=known.region or place.region,
        latitude=city.latitude if city else place.latitude,
        longitude=city.longitude if city else place.longitude,
        geonames_id=city.geonames_id if city else None,
        note=place.note or known.note,
    )
