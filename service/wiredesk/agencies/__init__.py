"""One file an agency: its names and credits as printed, the form of its datelines, its sign-off.

A module of this package that has an `AGENCY` is an agency; nothing else registers it.
"""

from __future__ import annotations

import pkgutil
import re
from functools import cache, lru_cache
from importlib import import_module
from typing import NamedTuple


class Agency(NamedTuple):
    """An agency: `credits` are all its names as printed, the first of them (`name`) is how records call it.

    dateline, sign_off: a line of the kind that it prints, which the suite reads; press_release: a wire that carries what
    its customers wrote, and no reporting of its own.
    """

    code: str
    credits: tuple[str, ...]
    dateline: str
    sign_off: str | None = None
    press_release: bool = False

    @property
    def name(self) -> str:
        """The agency's name in records."""
        return self.credits[0]


@cache
def agencies() -> dict[str, Agency]:
    """Load every agency of this package, by code, in the order of their files."""
    modules = [import_module(f"{__name__}.{m.name}") for m in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name)]
    return {module.AGENCY.code: module.AGENCY for module in modules if hasattr(module, "AGENCY")}


@cache
def credit_names() -> dict[str, Agency]:
    """Give each agency by each of its names, casefolded."""
    return {credit.casefold(): agency for agency in agencies().values() for credit in agency.credits}


@cache
def credit_keys() -> frozenset[str]:
    """Give all names of agencies, casefolded."""
    return frozenset(credit_names())


_EDGES = " \t\n.,;:()[]©"
_PARTS = re.compile(r"\s*[/|,]\s*|\s+(?:and|und|et|y|with|via)\s+")


@lru_cache(maxsize=1024)  # the same few publishers stand on page after page
def find_agency(credit: str) -> Agency | None:
    """Find the agency that a credit, byline organisation or publisher names, whole or as its first part ("dpa/lni")."""
    names = credit_names()
    key = credit.strip(_EDGES).removeprefix("The ").casefold()
    if key in names:
        return names[key]
    return next((names[part] for part in _PARTS.split(key) if part in names), None)


def find_agencies(credit: str) -> tuple[Agency, ...]:
    """Find all agencies of a joint credit ("AP/Reuters"), in order, each once."""
    whole = credit_names().get(credit.strip(_EDGES).casefold())
    if whole:
        return (whole,)
    found = (credit_names().get(part.strip(_EDGES).casefold()) for part in _PARTS.split(credit))
    return tuple(dict.fromkeys(agency for agency in found if agency))
