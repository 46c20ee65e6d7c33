"""Relative dates: so many units before the page was captured.

3 days ago          vor 2 Stunden          il y a une heure          hace 5 min          Yesterday, 14:05
"""

from __future__ import annotations

import re
from typing import NamedTuple

from wiredesk.parsing.languages import DAYS_AGO, LANGUAGES, ONES, UNITS

MAX_SEARCHED = 400  # characters of a line


class RelativeFound(NamedTuple):
    """A relative date; clock: "14:05" of "Yesterday, 14:05"."""

    start: int
    end: int
    amount: int
    unit: str
    clock: str | None = None


def _pattern() -> str:
    """Spell the patterns of all languages as one alternation of numbered groups."""
    rows = []
    for language in LANGUAGES:
        forms = sorted((form for forms in language.units.values() for form in forms.split()), key=len, reverse=True)
        number = "|".join((r"\d{1,3}", *map(re.escape, language.ones.split())))
        for ago in language.ago:
            begin, middle, end = re.split(r"\{n\}|\{unit\}", ago)
            ending = end.replace(" ", r"\s+") or r""
            rows.append(
                rf"{begin.replace(' ', chr(92) + 's+')}({number}){middle.replace(' ', r'{blank}')}({'|'.join(forms)}){ending}"
            )
    return "|".join(rows).replace("{blank}", r"\s?")


_DAYS = "|".join(sorted((re.escape(word) for word in DAYS_AGO), key=len, reverse=True))
_RELATIVE = re.compile(
    rf"(?<!\w)(?:{_pattern()}|(?P<day>{_DAYS})(?:\s?[,|·]?\s?(?:at|um|à|a\slas|alle|às|om)?\s?(?P<clock>\d{{1,2}}[:h]\d\d)(?!\d)(?:\s?(?P<half>[ap])\.?m\b)?)?)(?![\w'’])",
    re.IGNORECASE,
)
_WORDS = {*(max(re.split(r"\{\w+\}", ago), key=len).strip() for one in LANGUAGES for ago in one.ago), *DAYS_AGO}
_HINTS = sorted(word for word in _WORDS if not any(other in word for other in _WORDS - {word}))  # one is in each relative date


def find_relative(text: str) -> RelativeFound | None:
    """Find the first relative date of a line."""
    text = text[:MAX_SEARCHED]
    if not any(map(text.casefold().__contains__, _HINTS)):
        return None
    match = _RELATIVE.search(text)
    if not match:
        return None
    if word := match["day"]:
        return RelativeFound(match.start(), match.end(), DAYS_AGO[word.casefold()], "day", _read_clock(match))
    number, unit = (group.casefold() for group in match.groups()[:-3] if group)
    return RelativeFound(match.start(), match.end(), 1 if number in ONES else int(number), UNITS[unit])


def _read_clock(match: re.Match[str]) -> str | None:
    if not match["clock"]:
        return None
    hour, minute = (int(part) for part in re.split("[:h]", match["clock"].casefold()))
    half = (match["half"] or "").casefold()
    hour = hour % 12 + (12 if half == "p" else 0) if half and hour <= 12 else hour
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
