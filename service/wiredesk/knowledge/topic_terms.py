"""What speaks for a Media Topic: terms of the text by weight, and names of sections; the tables are text files beside this.

"troops" and "ceasefire" speak for 20000056 armed conflict; the section "Military" says 20000598 defence
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

LANGUAGES = frozenset(("en", "de", "fr", "es", "it", "pt", "nl"))
WEAK, PLAIN, STRONG = 1.0, 2.0, 3.0
_WEIGHTS = {"?": WEAK, "!": STRONG}
_HERE = Path(__file__).parent


class Term(NamedTuple):
    """A term: the words after its first one; key: the topic that it speaks for, all its words, and how much it does."""

    rest: tuple[str, ...]
    key: tuple[str, str, float]


@cache
def terms(language: str = "en") -> dict[str, tuple[Term, ...]]:
    """Load the terms of a language (ISO 639-1) by their first word, the longest first; none where it has no table."""
    name = "topic_terms.txt" if language == "en" else f"topic_terms_{language}.txt"
    table: dict[str, list[Term]] = {}
    for code, text in _read(name) if language in LANGUAGES else ():
        for word in text.split():
            weight = _WEIGHTS.get(word[-1], PLAIN)
            first, *rest = word.rstrip("?!").split("_")
            table.setdefault(first, []).append(Term(tuple(rest), (code, " ".join((first, *rest)), weight)))
    return {first: tuple(sorted(rows, key=lambda term: -len(term.rest))) for first, rows in table.items()}


@cache
def sections() -> dict[str, str]:
    """Load the names of sections, case folded, each with the code of its topic."""
    return {name.strip(): code for code, names in _read("topic_sections.txt") for name in names.split(",")}


def _read(name: str) -> list[tuple[str, str]]:
    lines = (line for line in (_HERE / name).read_text("utf-8").splitlines() if line and line[0] != "#")
    return [(line.partition(":")[0].split(" ", 1)[0], line.partition(":")[2].strip()) for line in lines]
