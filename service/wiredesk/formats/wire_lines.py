"""The lines in which a wire says who wrote a story, where and when: byline, credit line, dateline.

By Ada Quill, dpa          Ada Fjer /ritzau/          VELDEN, March 11 (Reuters) -
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import pycountry

from wiredesk.agencies import credit_names, find_agency
from wiredesk.formats.xml_tree import squeeze
from wiredesk.parsing.bylines import read_byline
from wiredesk.parsing.datelines import read_dateline_field
from wiredesk.records import Author, Byline, Dateline, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiredesk.parsing.datelines import DatelineFound

LONGEST_BYLINE = 300  # characters; an element that was never closed holds the text too
RECURRING = 4096  # bylines and datelines that are remembered; a wire has some hundreds a day, and most come again
_SLASHED = re.compile(r"(.{3,100}?)\s*/([^/]{2,30})/")
_NAME = re.compile(r"[A-ZÀ-Þ][a-zß-þ]{1,20}(?:[ -][A-ZÀ-Þ][a-zß-þ]{1,20}){1,3}")
_SEPARATOR = " -–—"  # between dateline and lede, where a wire gives it with the dateline
_NO_PLACE = re.compile(r"[\d./:\s-]+(?:[A-Z]{2,5}(?:[+-]\d\d:?\d\d)?)?")


def make_byline(raw: str | None, people: Iterable[Author] = ()) -> Byline | None:
    """Make a byline of the line as printed; people: those that the wire itself names apart."""
    raw = squeeze(raw)
    authors = tuple(people)
    if not raw or len(raw) > LONGEST_BYLINE or "</" in raw:
        return Byline(raw=", ".join(author.name for author in authors), authors=authors) if authors else None
    read = _read_line(raw)
    if not authors:
        return read
    told = [author.name.casefold() for author in authors]
    others = (author for author in read.authors if not any(_overlap(author.name.casefold(), name) for name in told))
    return Byline(raw=raw, authors=(*authors, *others), credits=read.credits)


def _overlap(one: str, other: str) -> bool:
    """Tell names that are the same but for a title or a first name."""
    return one in other or other in one


@lru_cache(maxsize=RECURRING)
def _read_line(raw: str) -> Byline:
    """Read a byline that the wire gives as a line; the same ones come again and again ("NTB", "Von dpa", its reporters)."""
    if " " not in raw or raw.casefold() in credit_names():  # "NTB", "Insidefoto": no person is named so
        return Byline(raw=raw, credits=(raw,))
    slashed = _SLASHED.fullmatch(raw)  # "Ada Fjer /ritzau/"
    if slashed and find_agency(slashed[2]):
        inner = make_byline(slashed[1])
        named = (
            (Author(name=slashed[1], raw=slashed[1]),) if _NAME.fullmatch(slashed[1]) and not find_agency(slashed[1]) else ()
        )
        return Byline(raw=raw, authors=(inner.authors if inner else ()) or named, credits=(f"/{slashed[2]}/",))
    found = read_byline(raw, led=True)
    if found is None:
        return Byline(raw=raw)
    read = (Author(name=p.name, raw=p.raw, role=p.role, organisation=p.organisation) for p in found.authors)
    return Byline(raw=raw, authors=tuple(read), credits=found.credits)


def is_writer(name: str) -> bool:
    """Tell a creator of no stated kind who is a person by the name: "Ada Quill", and not "MTB" or "COR 360"."""
    read = read_byline(name, led=True) if " " in name else None
    return read is not None and [person.name for person in read.authors] == [name]


def make_credit(line: str | None) -> Byline | None:
    """Make a byline of a credit line, which names no author."""
    line = squeeze(line)
    return Byline(raw=line, credits=(line,)) if line else None


@cache
def read_country(text: str | None) -> str | None:
    """Read a country's code of two or three letters, or its English name, as ISO 3166-1 alpha-2."""
    text = squeeze(text)
    if not text:
        return None
    known = pycountry.countries
    found = known.get(alpha_2=text) if len(text) == 2 else known.get(alpha_3=text) if len(text) == 3 else known.get(name=text)
    return found.alpha_2 if found else None


def make_dateline(
    raw: str | None, city: str | None = None, country: str | None = None, region: str | None = None
) -> Dateline | None:
    """Make a dateline of a dateline field ("Berlin (dpa) - "), or of the city that the wire says it was written in."""
    raw, city, code = squeeze(raw), squeeze(city), read_country(country)
    raw = raw.rstrip(_SEPARATOR) if raw else None
    told = city
    if city and "," in city:  # "Toronto, ON, Canada"
        city, *others = (part.strip() for part in city.split(","))
        code = code or read_country(others[-1])
        region = region or (others[0] if len(others) > 1 or not code else None)
    if raw and _NO_PLACE.fullmatch(raw):  # "4/4/2018", "15.7.2019 12:09 CEST": a date alone is no dateline
        raw = None
    if not raw and not city:
        return None
    printed = None
    if raw and (not city or city.casefold() not in raw.casefold()):  # else date and agency are left to the enricher
        printed = _read_field(raw)
    if printed and not (city and city.casefold() in (raw or "").casefold()):
        places = tuple(Place(name=name, region=printed.region) for name in printed.places)
    elif city and "/" in city:  # "Kiova/Washington": the country that the wire names may be either's
        places = tuple(Place(name=name) for part in city.split("/") if (name := part.strip()))
    else:
        places = (Place(name=city, country=code, region=squeeze(region)),) if city else ()
    return Dateline(raw=raw or told or "", places=places, agency=printed.agency if printed else None)


@lru_cache(maxsize=RECURRING)
def _read_field(raw: str) -> DatelineFound | None:
    return read_dateline_field(raw, _agency_names())


@cache
def _agency_names() -> frozenset[str]:
    return frozenset(credit_names())
