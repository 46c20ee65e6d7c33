r"""A rule is one row beside the code that uses it: name, head characters, pattern, a line it matches and one it does not.

    CHROME = RuleTable("chrome", [
        Rule("share-bar", "STEP", r"(?:Share|Tweet|Email|Print)(?:\s*\|\s*\w+)+", "Share | Tweet", "Share prices rose"),
    ])

Patterns match the whole line. `heads` are the characters a matching line can begin with ("" for any); the table looks only
at the rows that a line's first character allows, in their order. Patterns must not backtrack without bound: no nested
quantifiers over the same characters; use possessive `*+` or bounded repeats.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

TABLES: list[RuleTable] = []  # every table that was made, so that one test runs all rows of all tables


class Rule(NamedTuple):
    """One row of a table."""

    name: str
    heads: str
    pattern: str
    example: str
    near_miss: str


class RuleTable:
    """Rows tried by the head character of a line, one compiled alternation a head."""

    def __init__(self, prefix: str, rules: Sequence[Rule]) -> None:
        self.prefix = prefix
        self.rules = tuple(rules)
        self._names = {f"r{i}": f"{prefix}.{rule.name}" for i, rule in enumerate(self.rules)}
        self._by_head = {head: self._alternation(head) for rule in self.rules for head in rule.heads}
        self._any = self._alternation("")
        TABLES.append(self)

    def _alternation(self, head: str) -> re.Pattern[str] | None:
        rows = [f"(?P<r{i}>{r.pattern})" for i, r in enumerate(self.rules) if not r.heads or (head and head in r.heads)]
        return re.compile("|".join(rows)) if rows else None

    def match(self, line: str) -> tuple[str, re.Match[str]] | None:
        """Find the first row whose pattern is the whole of `line`: its full name ("chrome.share-bar") and the match."""
        pattern = self._by_head.get(line[:1], self._any)
        found = pattern.fullmatch(line) if pattern else None
        return (self._names[_row_of(found)], found) if found else None

    def find(self, line: str) -> str | None:
        """Name the first row whose pattern is the whole of `line`."""
        pattern = self._by_head.get(line[:1], self._any)
        found = pattern.fullmatch(line) if pattern else None
        return self._names[_row_of(found)] if found else None


def _row_of(found: re.Match[str]) -> str:
    """Name the outer group that matched; `lastgroup` may be one inside the row."""
    name = found.lastgroup
    if name and name[0] == "r" and name[1:].isdigit():
        return name
    return next(key for key, value in found.groupdict().items() if value is not None and key[0] == "r" and key[1:].isdigit())
