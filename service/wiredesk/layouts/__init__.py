"""One file an aggregator's page layout: its landmarks, its furniture, the grammar of its cards. `plain` is the fallback.

A module of this package that has a `LAYOUT` is a layout; nothing else registers it.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.marks import Marks


class Layout(NamedTuple):
    """A page layout: `recognise(lines)` says how sure it is (0 to 100), `mark(lines)` marks what it is certain of."""

    name: str
    recognise: Callable[[Sequence[Line]], int]
    mark: Callable[[Sequence[Line]], Marks]


@cache
def layouts() -> tuple[Layout, ...]:
    """Load every layout of this package, in the order of their files."""
    modules = [import_module(f"{__name__}.{m.name}") for m in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name)]
    return tuple(module.LAYOUT for module in modules if hasattr(module, "LAYOUT"))


def choose_layout(lines: Sequence[Line]) -> Layout:
    """Choose the surest layout; `plain` is sure of nothing, and takes what no other knows."""
    return max(layouts(), key=lambda layout: layout.recognise(lines))
