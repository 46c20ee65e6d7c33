"""One file an input format: how it is recognised, and how a clean page of it becomes Parts.

A module of this package that has a `FORMAT` is a format; nothing else registers it. The surest one reads the page;
page text, sure of nothing, is the last resort.
"""

from __future__ import annotations

import pkgutil
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from wiredesk.records import CleanPage, Parts

SURE = 95  # a reader so sure has the page; the others are not asked
BEGUN = 65  # a reader that is so sure of a page that begins as its own do is not contested by those that look at every line
HEAD_CHARS = 8192  # how much of a page `recognise` sees


class Format(NamedTuple):
    """A reader: `recognise(head, media_type)` says how sure it is (0 to 100), `read(page)` raises only Spike.

    begins: the characters that its pages may begin with, blanks apart; "": any.
    head: the first HEAD_CHARS characters of the decoded page; media_type: the declared one, lower case, or "".
    A declared type only helps: wires send XML as text/plain and text as application/octet-stream.
    """

    name: str
    recognise: Callable[[str, str], int]
    read: Callable[[CleanPage], Parts]
    begins: str = ""


@cache
def formats() -> dict[str, Format]:
    """Load every format of this package, by name, in the order of their files."""
    modules = [import_module(f"{__name__}.{m.name}") for m in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name)]
    return {module.FORMAT.name: module.FORMAT for module in modules if hasattr(module, "FORMAT")}


def recognise(text: str, media_type: str = "") -> str | None:
    """Name the format of a decoded page; None where no reader knows it."""
    head = text[:HEAD_CHARS]
    best, name, begun = 0, None, False
    for known in _candidates(head.lstrip("\ufeff \t\r\n")[:1]):
        if begun and not known.begins:
            break
        sure = known.recognise(head, media_type)
        if sure > best:
            best, name = sure, known.name
            begun = bool(known.begins) and sure >= BEGUN
        if best >= SURE:
            break
    return name


@lru_cache(maxsize=256)
def _candidates(first: str) -> list[Format]:
    """Give the formats whose pages may begin so, those that say with what they begin before those that look at every line."""
    known = [known for known in formats().values() if not known.begins or (first and first in known.begins)]
    return sorted(known, key=lambda known: not known.begins)
