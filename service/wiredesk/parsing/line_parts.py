"""What a line may be: the parts that fit its kind and its flags, each with a score."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.grammar import (
    BLANK_BEFORE_CAPTION,
    BODY,
    CHROME_NAMES,
    FIT,
    FLAGS,
    NO_HEADLINE,
    ROW,
    SHARED,
    TEASER,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.grammar import Evidence
    from wiredesk.parsing.kinds import Kind

MENU = frozenset(("name", "chrome", "fixed", "url"))  # kinds of lines that are no card's text, nor a headline's
TOLD = frozenset(("listed", "heads-next", "outlet", "either"))  # flags of names that stand in cards rather than in menus
HEAD = frozenset("gpshdGPS")
NEAR_TEXT, NEAR_HEADLINE = 2, 3  # lines to the next text, or likely headline, that make a name part of a card or a head
_WEIGHED = ("b", ".T", "h", ".H", "c")  # parts whose scores depend on more than kind and flags


class Choice(NamedTuple):
    """The parts that a line of some kind may be, their scores, and where among them those stand that depend on more (or -1)."""

    parts: tuple[str, ...]
    scores: tuple[float, ...]
    places: tuple[int, ...]
    body: float


def list_choices(evidence: Sequence[Evidence]) -> list[Choice]:
    """List the parts that each line may be; menus hold neither cards nor heads: names with no text near them."""
    worded = [line.kind.name not in MENU or not TOLD.isdisjoint(line.kind.flags) for line in evidence]
    titled = [line.headline > NO_HEADLINE for line in evidence]
    choices = []
    for i, line in enumerate(evidence):
        card = True in worded[max(0, i - NEAR_TEXT) : i + NEAR_TEXT + 1]
        head = card or True in titled[max(0, i - NEAR_HEADLINE) : i + NEAR_HEADLINE + 1]
        choices.append(list_parts(line.kind, card, head))
    return choices


@lru_cache(maxsize=2048)  # kinds with their flags
def list_parts(kind: Kind, card: bool, head: bool) -> Choice:  # noqa: FBT001 - keys of the cache
    """List the parts that a line of this kind may be; card, head: it may be a card's, a head's."""
    scores = dict(FIT[kind.name])
    for flag in kind.flags:
        if kind.name == "chrome" and flag == "section-name":
            scores |= CHROME_NAMES
            continue
        for part, weight in FLAGS[flag].items():
            if flag == "more" or part in scores:
                scores[part] = scores.get(part, 0.0) + weight
    scores = {part: score for part, score in scores.items() if (card if part[0] == "." else head or part not in HEAD)}
    parts = tuple(scores)
    places = tuple(parts.index(part) if part in scores else -1 for part in _WEIGHED)
    return Choice(parts, tuple(scores.values()), places, ROW if kind.name == "row" else BODY)


def score_parts(choice: Choice, line: Evidence) -> list[float]:
    """Score the parts that a line may be, in their order."""
    scores = list(choice.scores)
    paragraph, teaser, headline, title, caption = choice.places
    if paragraph >= 0:
        scores[paragraph] += choice.body * line.odds
    if teaser >= 0:
        scores[teaser] += TEASER * line.odds
    if headline >= 0:
        slope, offset = SHARED["h"]
        scores[headline] = scores[headline] + line.headline + (slope * line.shared + offset)
    if title >= 0:
        slope, offset = SHARED[".H"]
        scores[title] += slope * line.shared + offset
    if line.blank and caption >= 0:
        scores[caption] += BLANK_BEFORE_CAPTION
    return scores
