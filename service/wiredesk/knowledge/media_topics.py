"""IPTC's Media Topics: codes, English names and hierarchy, and the subject codes that they take the place of.

20000082 crime, below 02000000 crime, law and justice; 02001000 of the Subject Reference System is the same
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

SCHEME = "medtop"
_FILE = Path(__file__).with_name("media_topics.tsv")


class Topic(NamedTuple):
    """A Media Topic; broader: the codes above it, one step up."""

    code: str
    name: str
    broader: tuple[str, ...]
    subject_codes: tuple[str, ...]
    retired: bool


@cache
def topics() -> dict[str, Topic]:
    """Load the topics by code."""
    rows = (line.split("\t") for line in _FILE.read_text("utf-8").splitlines() if line and line[0] != "#")
    return {
        code: Topic(code, name, tuple(filter(None, above.split(","))), tuple(filter(None, codes.split(","))), bool(retired))
        for code, above, codes, name, *retired in rows
    }


@cache
def _by_subject_code() -> dict[str, Topic]:
    found: dict[str, Topic] = {}
    for topic in topics().values():
        for code in topic.subject_codes:
            if not topic.retired:
                found.setdefault(code, topic)
    return found


def translate_subject_code(code: str) -> Topic | None:
    """Give the topic that took the place of an eight-digit subject code, by the code itself or the one above it."""
    table = _by_subject_code()
    return table.get(code) or table.get(f"{code[:5]}000") or table.get(f"{code[:2]}000000")


@cache
def list_above(code: str) -> frozenset[str]:
    """List the codes of all topics above one."""
    above = topics()[code].broader if code in topics() else ()
    return frozenset(above).union(*(list_above(one) for one in above))
