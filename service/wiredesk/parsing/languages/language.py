"""What a language's table holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Language(NamedTuple):
    """The words of one language, all casefolded; forms of one thing stand in one string, separated by blanks.

    code: BCP 47. months: twelve. weekdays: seven, Monday first. by, published, updated: what announces an author or a date.
    ago: patterns of a relative date, "{n}" and "{unit}" in their places. units: "minute" to "year", to their forms. ones: words
    for one. days_ago: "today" and its kin, to days. and_: what joins names. date_words: what else may stand on a line of dates.
    roles: what an author is. desks: who signs and is no person. section_heads: over lists of other stories. share: of a share bar.
    """

    code: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    by: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    ago: tuple[str, ...]
    units: Mapping[str, str]
    ones: str
    days_ago: Mapping[str, int]
    and_: str
    date_words: str
    roles: str
    desks: str
    section_heads: tuple[str, ...]
    share: tuple[str, ...]
