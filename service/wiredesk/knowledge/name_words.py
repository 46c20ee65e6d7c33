"""Words by which a name is told from other capitals, and names that need no telling; the table is a text file beside this.

"Sergei" is a given name, "Corp" ends an organisation's, "Defence Minister" is a title, "Kazakh" stands for KZ
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from wiredesk.knowledge.countries import regions
from wiredesk.knowledge.gazetteer import cities, fold_place

_FILE = Path(__file__).with_name("name_words.txt")
LARGE = 100_000  # people; a smaller town's name needs a word before it that says that it is one


@cache
def name_words() -> dict[str, frozenset[str]]:
    """Load the words of each kind ("given", "title", "suffix", ...), in lower case but for acronyms."""
    table: dict[str, set[str]] = {}
    kind = ""
    for line in _FILE.read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif not line.startswith("#"):
            table.setdefault(kind, set()).update(word.replace("_", " ") for word in line.split())
    table["state"] = {name for name, region in regions().items() if region.region and len(name) < 6}
    return {kind: frozenset(words) for kind, words in table.items()}


@cache
def nationalities() -> dict[str, str]:
    """Give the country of each adjective, in lower case."""
    pairs = (pair.partition(":") for pair in name_words()["nationality"])
    return {word: country for word, _, country in pairs}


@cache
def known_names() -> dict[str, tuple[str, str | None]]:
    """Give type and country of the names that are known whole, in lower case: countries, regions, organisations."""
    table: dict[str, tuple[str, str | None]] = {}
    for name, region in regions().items():
        if len(name) > 3 and not name.endswith("."):
            table[name] = ("place", region.country)
    for name in name_words()["place"]:
        country = regions().get(name.rstrip("."))
        table[name] = ("place", country.country if country else None)
    table |= dict.fromkeys(name_words()["organisation"], ("organisation", None))
    return table


def find_place(name: str) -> tuple[str | None, bool] | None:
    """Find a town by its printed name, single blanks between words: its country, and whether it is large."""
    found = cities().get(name.casefold() if name.isascii() else fold_place(name))
    if not found:
        return None
    city = found[0]
    return city.country, city.population >= LARGE
