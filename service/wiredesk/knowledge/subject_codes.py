"""The subject codes of the IPTC (Subject Reference System): eight digits, three levels, an English name each.

15054000 soccer, below 15000000 sport      04008004 economic indicator, below 04008000, below 04000000
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_OLD = "-DEPRECATED"  # how the list marks codes that are used no more; what a wire sends may be old
_WHERE = frozenset("domestic foreign international local national overseas regional world".split())
_FILE = Path(__file__).with_name("iptc_subject_codes.tsv")
_ANPA = {"01": "e", "15": "s"}  # topics whose stories are all of one category; business is not: transport may be general news


@cache
def _names() -> dict[str, str]:
    rows = (line.partition("\t") for line in _FILE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {code: name for code, _, name in rows}


@cache
def _codes() -> dict[str, str]:
    """Give the codes by name; a name that several codes bear stands for the one of a higher level, else for none."""
    found: dict[str, list[str]] = {}
    for code, name in _names().items():
        if not name.endswith(_OLD):
            found.setdefault(name.casefold(), []).append(code)
    chosen = ((name, [code for code in codes if code.endswith("000")] or codes) for name, codes in found.items())
    return {name: codes[0] for name, codes in chosen if len(codes) == 1}


def find_name(code: str) -> str | None:
    """Give the name of a subject code."""
    name = _names().get(code)
    return name.removesuffix(_OLD) if name else None


def find_code(name: str) -> str | None:
    """Give the code whose name this is, word for word, in any case; None for a name that is not one code's alone.

    A word that says where a section looks is none of the name: "Domestic Sport" is sport.
    """
    words = name.casefold().split()
    code = _codes().get(" ".join(words))
    return code or (_codes().get(" ".join(words[1:])) if words and words[0] in _WHERE else None)


def find_topic(code: str) -> str:
    """Give the code of the first level above a subject code ("15054000": "15000000")."""
    return code[:2] + "000000"


def find_anpa(code: str) -> str | None:
    """Give the ANPA category of a subject code's topic: e (entertainment), s (sports), None where no category covers it."""
    return _ANPA.get(code[:2])
