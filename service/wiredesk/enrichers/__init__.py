"""One file a kind of fact that `enrich` adds to a story: dateline places, mentions, quotes, subjects, edition, ...

An enricher is a function of the story so far and the page's parts that answers with `Facts`; `NOTHING` where it finds none.
Its row in `stages/enrich.py` gives it its place in the order and the name by which it is switched off.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wiredesk.records import Claim, Evidence, Parts, Span, Story


class Facts(NamedTuple):
    """What an enricher found: fields of Story to set, their spans and evidence, and stretches of the page claimed anew.

    A claim takes its stretch from whatever claimed it before ("story.dateline" from the first paragraph).
    """

    fields: Mapping[str, Any] = MappingProxyType({})
    spans: Mapping[str, Span] = MappingProxyType({})
    evidence: Mapping[str, Evidence] = MappingProxyType({})
    claims: tuple[Claim, ...] = ()


NOTHING = Facts()


class Enricher(NamedTuple):
    """A row of the table of enrichers."""

    name: str
    find: Callable[[Story, Parts], Facts]
