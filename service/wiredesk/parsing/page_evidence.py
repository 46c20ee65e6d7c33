"""What the grammar of a page looks at: the kinds of its lines, the evidence that they are the story's, and its lists."""

from __future__ import annotations

from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.furniture import mark_furniture
from wiredesk.parsing.grammar import Evidence
from wiredesk.parsing.headlines import weigh_headlines
from wiredesk.parsing.kinds import Kind, tell_kind
from wiredesk.parsing.segment import BODY, weigh_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.marks import Marks
    from wiredesk.parsing.seen import Seen

SURE = 0.6  # probability of body from which a line's words count as the story's
MAX_ODDS = 3.0  # log odds; the evidence of a single line counts no more
NO_HEADLINE, HEADLINE_LIFT = -2.0, 2.5  # log odds of a line that cannot be the headline; what a likely one gets
BEGUN = 3.0  # log odds of body, summed, from which a story has begun
MAX_ROWS = 10  # of a list
HEADLINE_WORDS = 4
CONTENT = 4  # characters of a word that says what a story is about
_ROWS = frozenset(("title", "name", "line"))


class Page(NamedTuple):
    """A page with all that is known of its lines before its grammar is read; fixed: marks of furniture told by its words."""

    lines: Sequence[Line]
    seen: Sequence[Seen]
    fixed: Marks
    evidence: Sequence[Evidence]
    headlines: Mapping[int, float]


def gather_evidence(lines: Sequence[Line]) -> Page:
    """Gather the evidence of all lines."""
    probabilities, seen = weigh_lines(lines)
    fixed = mark_furniture(lines, seen)
    body = [i for i, p in enumerate(probabilities) if p >= BODY]
    headlines = weigh_headlines(lines, seen, body) if body else {}
    kinds = [Kind("fixed") if line.number in fixed else tell_kind(line, one) for line, one in zip(lines, seen, strict=True)]
    _flag_alone(lines, kinds)
    _flag_lists(lines, kinds)
    story = {
        word for one, p in zip(seen, probabilities, strict=True) if p >= SURE for word in one.words if len(word) >= CONTENT
    }
    evidence = []
    mass = 0.0
    for line, one, p, kind in zip(lines, seen, probabilities, kinds, strict=True):
        content = [word for word in one.words if len(word) >= CONTENT]
        shared = sum(word in story for word in content) / (len(content) or 1)
        odds = max(-MAX_ODDS, min(MAX_ODDS, log(max(p, 1e-9) / max(1 - p, 1e-9))))
        headline = max(NO_HEADLINE, log(headlines.get(line.number, 0.0) + 1e-9) + HEADLINE_LIFT)
        evidence.append(Evidence(kind, odds, shared, line.blanks_before > 0, headline, mass > BEGUN))
        mass += max(0.0, odds)
    return Page(lines, seen, fixed, evidence, headlines)


def _flag_alone(lines: Sequence[Line], kinds: list[Kind]) -> None:
    """Flag a section's name that is no row of a menu."""
    for (i, before), (k, kind) in pairwise(list(enumerate(kinds))):
        del i
        if "section-name" in kind.flags and (lines[k].blanks_before or before.name not in {"chrome", "name"}):
            kinds[k] = Kind(kind.name, (*kind.flags, "alone"))


def _are_headlines(rows: Sequence[Line]) -> bool:
    """Say whether rows are headlines: half of them have as many words as headlines have, which names of topics have not."""
    return 2 * sum(len(row.text.split()) >= HEADLINE_WORDS for row in rows) >= len(rows)


def _flag_lists(lines: Sequence[Line], kinds: list[Kind]) -> None:
    """Flag a section's head with the titles under it up to a blank line, and those titles."""
    for i, kind in enumerate(kinds):
        if kind.name != "section" and "more" not in kind.flags:
            continue
        end, least = i + 1, i + 1
        if end < len(lines) and lines[end].blanks_before and kinds[end].name in _ROWS:
            end, least = i + 2, i + 2  # a blank line after the head: one row alone is no list
        while end < len(lines) and not lines[end].blanks_before and kinds[end].name in _ROWS and end - i <= MAX_ROWS:
            end += 1
        if (
            least < end <= i + MAX_ROWS
            and _are_headlines(lines[i + 1 : end])
            and (end == len(lines) or lines[end].blanks_before)
        ):
            kinds[i] = Kind(kind.name, (*kind.flags, "lists"))
            for row in range(i + 1, end):
                kinds[row] = Kind(kinds[row].name, (*kinds[row].flags, "listed"))
