"""Spans: where a piece of a field stands on the page, and stretches taken out of other stretches.

The text at a span, whitespace apart, is what the field says; so a field's first n printed characters are the page's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_PRINTED = re.compile(r"\S")
Stretch = tuple[int, int]


def skip_printed(page: str, start: int, prefix: str) -> int:
    """Find where on `page` a field that begins at `start` goes on after its `prefix`: the next printed character."""
    count = sum(map(len, prefix.split()))
    if page.startswith(prefix, start):
        position = start + len(prefix)
    else:
        position = start
        for found in _PRINTED.finditer(page, start):
            if not count:
                break
            count -= 1
            position = found.end()
    following = _PRINTED.search(page, position)
    return following.start() if following else len(page)


def subtract(stretch: Stretch, taken: Iterable[Stretch]) -> list[Stretch]:
    """Give what is left of `stretch` without the `taken` ones, which are in order and apart."""
    left: list[Stretch] = []
    start, end = stretch
    for first, last in taken:
        if first >= end:
            break
        if last <= start:
            continue
        if first > start:
            left.append((start, first))
        start = max(start, last)
    if start < end:
        left.append((start, end))
    return left


def trim(page: str, stretch: Stretch) -> Stretch | None:
    """Narrow a stretch to its printed characters; None where it has none."""
    start, end = stretch
    text = page[start:end]
    printed = text.strip()
    if not printed:
        return None
    start += len(text) - len(text.lstrip())
    return start, start + len(printed)
