"""The places of a dateline, resolved: country, region, degrees and GeoNames id; by region, custom, population, the others."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from wiredesk.enrichers import NOTHING, Facts
from wiredesk.enrichers.mentions import read_names
from wiredesk.knowledge.countries import find_country_name, fold_region, regions
from wiredesk.knowledge.gazetteer import is_of_one_country, may_be_elsewhere, resolve_place
from wiredesk.knowledge.name_words import nationalities
from wiredesk.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiredesk.records import Block, Dateline, Parts, Place, Story


def find(story: Story, parts: Parts) -> Facts:
    """Resolve the places of the story's dateline."""
    del parts
    if not story.dateline or not story.dateline.places:
        return NOTHING
    unsure = any(not place.region and not place.country and may_be_elsewhere(place.name) for place in story.dateline.places)
    dateline = resolve_dateline(story.dateline, count_countries(story.body) if unsure else {})
    if dateline is story.dateline:
        return NOTHING
    return Facts(fields={"dateline": dateline}, evidence={"dateline.places": Evidence(found_by="gazetteer", confidence=0.95)})


def count_countries(body: tuple[Block, ...]) -> dict[str, int]:
    """Count how often a text names each country: countries, regions and large towns that no other country has, and peoples."""
    read = read_names(body)
    told: dict[str, int] = {}
    for entity in read.entities:
        name = entity.name
        sure = name.kind == "place" and name.country and (name.found_by != "names.gazetteer" or is_of_one_country(name.text))
        if sure and name.country:
            told[name.country] = told.get(name.country, 0) + len(entity.names)
    nations = nationalities()
    for word in read.text.split():
        if word[0].isupper() and (country := nations.get(word.lower().strip("\"'“”.,"))):
            told[country] = told.get(country, 0) + 1
    return told


def resolve_dateline(dateline: Dateline, told: Mapping[str, int] = MappingProxyType({})) -> Dateline:
    """Resolve the places of a dateline, those with a country of their own first; `told`: how often the story names each."""
    near = {place.country for place in dateline.places if place.country}
    places = tuple(_resolve(place, near, told) for place in dateline.places)
    return dateline if places == dateline.places else replace(dateline, places=places)


def _resolve(place: Place, near: set[str], told: Mapping[str, int]) -> Place:
    if place.geonames_id or place.latitude is not None:
        return place
    country = find_country_name(place.country) if place.country else None
    region = place.region if place.region and fold_region(place.region) in regions() else country or place.region
    known = resolve_place(place.name, region, near, told)
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
