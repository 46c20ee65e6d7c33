"""The imprint of a story on a page that no layout knows: byline and dates about the headline, or at the end of the story.

By Andrew King | September 4, 2025          Posted on July 1, 2024 by infuy          Written by / Jane Roe

Every place where people are named and every date is a candidate with named features; the fitted table says how likely it is
the story's. Under a threshold nothing is said: no author is better than a wrong one, and a date is never invented.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.parsing.byline_candidates import find_bylines, find_credit_line
from wiredesk.parsing.date_candidates import find_story_dates
from wiredesk.parsing.date_labels import is_label
from wiredesk.parsing.date_order import tell_day_first
from wiredesk.parsing.marks import Mark, Marks, Piece
from wiredesk.parsing.relative_dates import find_relative
from wiredesk.parsing.setting import UNKNOWN, Setting, Surroundings
from wiredesk.parsing.weighing import load_weights, weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.byline_candidates import BylineCandidate
    from wiredesk.parsing.date_candidates import DateCandidate
    from wiredesk.parsing.lines import Line

LEAST_BYLINE = 0.3  # probability from which names are authors: nine of ten pages without authors keep none (fit_imprint.py)
LEAST_FELLOW = 0.15  # the same for names beside such a byline
LEAST_DATE = 0.5  # probability from which a date is the day of publication
LEAST_LABELLED = 0.3  # the same where a word says so: "Originally published on"
NEVER = 2.0  # more than any probability
NEAR = 3  # lines between bylines of one story, and between its two dates
MAX_AGE = 48  # characters of a line that holds a relative date
_EDGE = " \t|•·⋅∙-–—,;:/("

Pieces = dict[int, list[Piece]]  # by index of a line


def mark_imprint(lines: Sequence[Line], headline: int | None, body: Sequence[int], about: Surroundings = UNKNOWN) -> Marks:
    """Mark the lines of the byline and of dates that belong to the story; headline, body: indices into `lines`."""
    day_first = tell_day_first([line.text for line in lines])
    setting = Setting(lines, headline, body, day_first=day_first, about=about)
    pieces: Pieces = {}
    bylines = choose_bylines(setting)
    for one, probability in bylines:
        text = lines[one.line].text
        end = min([one.end, *(date.start for date in setting.dates(one.line) if date.start > one.start)])
        end = one.start + len(text[one.start : end].rstrip(_EDGE))
        pieces.setdefault(one.line, []).append(Piece("story.byline", one.start, end, "plain.byline", round(probability, 1)))
    for day, field, probability in choose_dates(setting, [one.line for one, _ in bylines]):
        rule = f"plain.date-{setting.where(day.line)}" + (f"+{day.label}" if day.label else "")
        piece = Piece(f"story.{field}", day.found.start, day.found.end, rule, round(probability, 1))
        pieces.setdefault(day.line, []).append(piece)
    if not any(piece.label == "story.published" for row in pieces.values() for piece in row):
        _add_age(setting, pieces)
    return {lines[i].number: _join_pieces(row) for i, row in pieces.items()}


def choose_bylines(setting: Setting) -> list[tuple[BylineCandidate, float]]:
    """Choose the likeliest byline with its probability, and those beside it that name others; empty where nothing is likely."""
    candidates = find_bylines(setting)
    scores = weigh((one.features for one in candidates), load_weights("imprint_weights.json")["byline"])
    best = max(range(len(scores)), key=scores.__getitem__, default=None)
    if best is None or scores[best] < LEAST_BYLINE:
        credit = find_credit_line(setting)
        return [(credit, LEAST_BYLINE)] if credit else []
    chosen = [best]
    names = {person.name for person in candidates[best].found.authors}
    for at, one in enumerate(candidates):
        near = any(abs(one.line - candidates[other].line) <= NEAR for other in chosen)
        others = {person.name for person in one.found.authors}
        alike = one.features[1] == candidates[best].features[1]  # what leads them
        if at != best and near and alike and scores[at] >= LEAST_FELLOW and not others & names:
            chosen.append(at)
            names |= others
    return [(candidates[at], scores[at]) for at in sorted(chosen)]


def choose_dates(setting: Setting, bylines: Sequence[int]) -> list[tuple[DateCandidate, str, float]]:
    """Choose the date of publication and the date of the last change, each with its field and probability.

    A date that is labelled a change is never the day of publication, also where no other stands there.
    """
    candidates = find_story_dates(setting, bylines)
    scores = weigh((one.features for one in candidates), load_weights("imprint_weights.json")["date"])
    ranked = sorted(range(len(scores)), key=lambda at: -scores[at])
    chosen = []
    least = {"published": LEAST_LABELLED, "other": NEVER, "": LEAST_DATE, "updated": NEVER}
    published = next((at for at in ranked if scores[at] >= least[candidates[at].label]), None)
    if published is not None:
        chosen.append((candidates[published], "published", scores[published]))
    beside = [candidates[published].line] if published is not None else list(bylines)
    for at in ranked:
        one = candidates[at]
        if one.label == "updated" and (_is_story_place(setting, one.line) or any(abs(one.line - i) <= NEAR for i in beside)):
            return [*chosen, (one, "updated", max(scores[at], LEAST_DATE))]
    return chosen


def _is_story_place(setting: Setting, i: int) -> bool:
    """Say whether a line stands between headline and story, in its first lines or right above the headline."""
    return setting.where(i) in {"between", "top"} or setting.anchor - NEAR <= i <= setting.anchor + NEAR


def _add_age(setting: Setting, pieces: Pieces) -> None:
    """Add the relative date of a short line near the headline: "3 days ago", which the capture makes a date."""
    for i in setting.zone:
        text = setting.lines[i].text
        found = find_relative(text) if len(text) <= MAX_AGE and _is_story_place(setting, i) else None
        if found:
            label = "updated" if is_label(text[: found.start]) == "updated" else "published"
            piece = Piece(f"story.{label}", found.start, found.end, "plain.age", LEAST_DATE)
            pieces.setdefault(i, []).append(piece)
            return


def _join_pieces(row: list[Piece]) -> Mark:
    """Make the mark of a line from what was chosen on it, in order and apart."""
    row = sorted(row, key=lambda piece: piece.start)
    apart = [piece for at, piece in enumerate(row) if not any(piece.start < other.end for other in row[:at])]
    label = apart[0].label if len(apart) == 1 else "story.imprint"
    return Mark(label, apart[0].rule, tuple(apart), confidence=apart[0].confidence)
