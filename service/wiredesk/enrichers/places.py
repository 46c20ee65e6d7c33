"""The places of a dateline, resolved: country, region, degrees and GeoNames id; by region, custom, population, the others.

A town that is mentioned, and has namesakes abroad, stands where the story says: CARACAS (Reuters) - ... in Valencia -> VE
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from wiredesk.enrichers import NOTHING, Facts
from wiredesk.enrichers.mentions import read_names
from wiredesk.knowledge.countries import find_country_name, fold_region, regions
from wiredesk.knowledge.gazetteer import fold_place, is_famous, is_of_one_country, may_be_elsewhere, resolve_place
from wiredesk.knowledge.name_words import nationalities
from wiredesk.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from wiredesk.records import Block, Dateline, Mention, Parts, Place, Story


def find(story: Story, parts: Parts) -> Facts:
    """Resolve the places of the story's dateline, and settle the countries of the towns that it mentions."""
    del parts
    dateline = story.dateline
    printed = dateline.places if dateline else ()
    unsure = any(not place.region and not place.country and may_be_elsewhere(place.name) for place in printed)
    moving = any(_may_move(mention) for mention in story.mentions)
    told = count_countries(story.body) if unsure or moving else {}
    fields: dict[str, object] = {}
    evidence = {}
    if dateline and (resolved := resolve_dateline(dateline, told)) is not dateline:
        fields["dateline"] = resolved
        evidence["dateline.places"] = Evidence(found_by="gazetteer", confidence=0.95)
        printed = resolved.places
    if moving and (mentions := settle_mentions(story, printed, told)) != story.mentions:
        fields["mentions"] = mentions
    return Facts(fields=fields, evidence=evidence) if fields else NOTHING


def settle_mentions(story: Story, near: tuple[Place, ...], told: Mapping[str, int]) -> tuple[Mention, ...]:
    """Give each mentioned town the country that the story says; none where its namesakes abroad may be meant as well.

    near: the dateline's places, resolved; told: how often the story names each country.
    """
    at_head = {fold_place(place.name): place.country for place in near if place.country}
    countries = [place.country for place in near if place.country]
    weighed = {country: told.get(country, 0) + countries.count(country) for country in {*told, *countries}}
    text = read_names(story.body).text
    settled = []
    for mention in story.mentions:
        country = mention.country
        if _may_move(mention):
            country = at_head.get(fold_place(mention.text)) or _settle(mention.text, text, countries, weighed)
        settled.append(mention if country == mention.country else replace(mention, country=country))
    return tuple(settled)


def _may_move(mention: Mention) -> bool:
    """Tell a mentioned town whose country was read from the name alone, and that other countries have as well."""
    is_town = mention.type == "place" and bool(mention.country) and fold_region(mention.text) not in regions()
    return is_town and not is_of_one_country(mention.text)


def _settle(name: str, text: str, near: Collection[str], told: Mapping[str, int]) -> str | None:
    """Say in which country a town is: by the region behind it, as copy uses it alone, by the countries that the story names."""
    behind = re.search(rf"\b{re.escape(name)}, ([A-Z][\w.]+(?: [A-Z][\w.]+)?)", text)
    if behind and fold_region(behind[1]) in regions():
        return resolve_place(name, behind[1]).country
    known = resolve_place(name, None, near, told).country
    return known if known in told or not may_be_elsewhere(name) or is_famous(name) else None


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
