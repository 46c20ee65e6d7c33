"""What the grammar of a page looks at: the kinds of its lines, the evidence that they are the story's, and its lists."""

from __future__ import annotations

from heapq import nlargest
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.furniture import mark_furniture
from wiredesk.parsing.grammar import NO_HEADLINE, Evidence
from wiredesk.parsing.headlines import weigh_headlines
from wiredesk.parsing.kinds import MAX_CAPTION, Kind, tell_kind
from wiredesk.parsing.lists import find_card_blocks, find_passed_over, flag_lists
from wiredesk.parsing.marks import Mark
from wiredesk.parsing.own_names import learn_names
from wiredesk.parsing.segment import weigh_lines
from wiredesk.parsing.several import find_date_above, find_several

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.marks import Marks
    from wiredesk.parsing.own_names import Names
    from wiredesk.parsing.seen import Seen
    from wiredesk.parsing.several import Whole

SURE = 0.4  # log odds of body from which a line's words count as the story's
IN_CARDS = -1.0  # log odds of body, at most, in a block of cards
INSIDE = 0.5  # log odds that text between likely paragraphs gets
MAX_ODDS = 3.0  # log odds; the evidence of a single line counts no more
HEADLINE_LIFT = 2.5  # log odds that a likely headline gets
RUN, BEGUN = 2, 6.0  # likely paragraphs in a row, or log odds of body in sum, from which a story has begun
SHORT_STORY, LIFTED, MAX_LIFT = 3, 2.0, 2.0  # paragraphs of a short story, the log odds that they get, at most
SIGNED_LIFT, IMPRINT_LINES = 4.5, 5  # the most that paragraphs get that stand in a row so few lines under a date or source
_WORDS = frozenset(("title", "line", "sentence", "prose", "name"))
_TEXT = frozenset(("prose", "sentence"))


class Page(NamedTuple):
    """A page with all that is known of its lines before its grammar is read.

    fixed: marks of furniture told by its words; passed: lines in the rows of a list that part them from nothing;
    names: of outlets, that the page teaches, in small letters.
    """

    lines: Sequence[Line]
    seen: Sequence[Seen]
    fixed: Marks
    evidence: Sequence[Evidence]
    headlines: Mapping[int, float]
    passed: AbstractSet[int]
    names: Names = frozenset()


def gather_evidence(lines: Sequence[Line]) -> Page:
    """Gather the evidence of all lines."""
    probabilities, seen = weigh_lines(lines)
    fixed = mark_furniture(lines, seen)
    kinds = [Kind("fixed") if line.number in fixed else tell_kind(line, one) for line, one in zip(lines, seen, strict=True)]
    for number, mark in _mark_several(lines, kinds):
        fixed[number], kinds[number] = mark, Kind("fixed")
    for i, kind in enumerate(kinds):
        if kind.name == "row" and "row" not in {one.name for one in (*kinds[max(0, i - 1) : i], *kinds[i + 1 : i + 2])}:
            kinds[i] = Kind("fixed")  # one row alone is no table: "Careers | Help | Terms"
    names = learn_names(lines, kinds)
    _flag_alone(lines, kinds)
    _flag_bound(lines, kinds)
    passed = find_passed_over(lines, kinds)
    flag_lists(lines, kinds, passed)
    lift = _find_lift(kinds, probabilities)
    odds = [_find_odds(p) + (lift if kind.name in _TEXT else 0.0) for p, kind in zip(probabilities, kinds, strict=True)]
    for i in find_card_blocks(lines, kinds):
        odds[i] = min(odds[i], IN_CARDS)
    sure_ones = [i for i, one in enumerate(odds) if one >= SURE]
    if sure_ones:
        odds = [
            one + (INSIDE if sure_ones[0] < i < sure_ones[-1] and kinds[i].name in _TEXT else 0.0) for i, one in enumerate(odds)
        ]
    body = [i for i, one in enumerate(odds) if one >= 0]
    headlines = weigh_headlines(lines, seen, body) if body else {}
    sure = (one for one, own in zip(seen, odds, strict=True) if own >= SURE)
    story = {word for one in sure for word in one.content}
    evidence = []
    begun, run, mass = False, 0, 0.0
    for line, one, own, kind in zip(lines, seen, odds, kinds, strict=True):
        shared = sum(map(story.__contains__, one.content)) / (len(one.content) or 1)
        headline = max(NO_HEADLINE, log(headlines.get(line.number, 0.0) + 1e-9) + HEADLINE_LIFT)
        evidence.append(Evidence(kind, own, shared, line.blanks_before > 0, headline, begun))
        run, mass = run + 1 if own > 0 and kind.name in _TEXT else 0, mass + max(0.0, own)
        begun = begun or run >= RUN or mass > BEGUN
    return Page(lines, seen, fixed, evidence, headlines, passed, names)


def _find_odds(p: float) -> float:
    return max(-MAX_ODDS, min(MAX_ODDS, log(max(p, 1e-9) / max(1 - p, 1e-9))))


def _find_lift(kinds: Sequence[Kind], probabilities: Sequence[float]) -> float:
    """Find what lifts the likeliest text of a page whose story is short: among many cards no line looks like a story's."""
    text = (p for p, kind in zip(probabilities, kinds, strict=True) if kind.name in _TEXT and "truncated" not in kind.flags)
    best = nlargest(SHORT_STORY, text)
    most = SIGNED_LIFT if _is_signed(kinds) else MAX_LIFT
    return max(0.0, min(most, LIFTED - _find_odds(best[-1]))) if len(best) == SHORT_STORY else 0.0


def _is_signed(kinds: Sequence[Kind]) -> bool:
    """Say whether paragraphs in a row stand close under a line of date or source: a story in whatever language."""
    names = [kind.name for kind in kinds]
    for i, name in enumerate(names):
        if name == "source":
            text = next((k for k in range(i + 1, min(i + 1 + IMPRINT_LINES, len(names))) if names[k] in _TEXT), None)
            if (
                text is not None
                and all(one in _TEXT for one in names[text : text + SHORT_STORY])
                and text + SHORT_STORY <= len(names)
            ):
                return "truncated" not in {flag for kind in kinds[text : text + SHORT_STORY] for flag in kind.flags}
    return False


def _mark_several(lines: Sequence[Line], kinds: Sequence[Kind]) -> Iterator[tuple[int, Mark]]:
    """Mark the stories of a page that holds several."""
    stories = find_several(lines, kinds)
    dated = find_date_above(lines, _find_first(stories[0])) if stories else None
    if dated is not None:
        yield dated, Mark("story.masthead-date", "several.date")
    for story, whole in enumerate(stories):
        if whole.headline is not None:
            yield whole.headline, Mark("story.headline", "several.headline", story=story)
        if whole.dated is not None:
            yield whole.dated, Mark("story.published", "several.time", story=story)
        if whole.rule is not None:
            yield whole.rule, Mark("chrome.rule", "several.rule")
        for number in whole.body:
            yield number, Mark("story.paragraph", "several.body", story=story)


def _find_first(whole: Whole) -> int:
    return min(one for one in (whole.headline, whole.dated, whole.rule, whole.body[0]) if one is not None)


def _flag_bound(lines: Sequence[Line], kinds: list[Kind]) -> None:
    """Flag what is bound to the line above in a block of two: a caption to its picture, a button to an outlet's name."""
    for i, line in enumerate(lines[1:], 1):
        if line.blanks_before or (i + 1 < len(lines) and not lines[i + 1].blanks_before and kinds[i + 1].name != "url"):
            continue
        above, kind = kinds[i - 1], kinds[i]
        if above.name == "url" and kind.name in _WORDS and len(line.text) <= MAX_CAPTION:
            kinds[i] = Kind(kind.name, (*kind.flags, "under-picture"))
        elif line.text.casefold() == "follow" and above.name == "name" and lines[i - 1].blanks_before:
            kinds[i - 1] = Kind(above.name, (*(flag for flag in above.flags if flag != "person"), "outlet"))


def _flag_alone(lines: Sequence[Line], kinds: list[Kind]) -> None:
    """Flag a section's name that is no row of a menu."""
    for (i, before), (k, kind) in pairwise(list(enumerate(kinds))):
        del i
        if "section-name" in kind.flags and (lines[k].blanks_before or before.name not in {"chrome", "name"}):
            kinds[k] = Kind(kind.name, (*kind.flags, "alone"))
