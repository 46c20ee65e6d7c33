"""Candidates for the story's dates: every date about a story, and what speaks for its being the day of publication.

Published: May 31, 2024          Last updated on / June 1, 2024          © 2024          Related / The other story, May 2, 2024
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.date_labels import is_label
from wiredesk.parsing.languages import DATE_WORDS
from wiredesk.parsing.setting import WORD
from wiredesk.parsing.weighing import bucket

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from wiredesk.parsing.date_labels import DateLabel
    from wiredesk.parsing.dates import DateFound
    from wiredesk.parsing.setting import Setting

MAX_GAP = 3  # characters between two dates of one story
MAX_LABEL = 24  # characters of a label that stands on a line of its own


class DateCandidate(NamedTuple):
    """A date on line `line`, what announces it, and the features that speak for it."""

    line: int
    found: DateFound
    label: DateLabel
    features: list[str]


def find_story_dates(setting: Setting, bylines: Collection[int]) -> list[DateCandidate]:
    """Find the candidates in the setting's zone, in the order of the page; bylines: the lines of the chosen byline."""
    rows = [(i, found) for i in setting.zone for found in setting.dates(i) if found.precision != "month"]
    values = [found.value[:10] for _, found in rows]
    lines = sorted({i for i, _ in rows})
    candidates = []
    for at, (i, found) in enumerate(rows):
        above = setting.lines[i - 1].text if i and found.start < 4 else ""
        label = found.label or (is_label(above) if len(above) <= MAX_LABEL else "")
        label = "updated" if label in {"", "published"} and _is_change(setting, rows, at) else label
        one = DateCandidate(i, found, label, [])
        one.features.extend(_features(setting, one, bylines))
        day = values[at]
        crowd = sum(abs(i - other) <= 8 for other in lines) - 1
        one.features.extend((
            f"first={at == 0}+{label}", f"twin={min(values.count(day) - 1, 2)}",
            f"latest={day == max(values)}+{setting.where(i)}",
            f"alike={bucket(setting.count_alike(i), 2, 3, 5, 9)}+{setting.where(i)}",
            f"crowd={bucket(crowd, 1, 2, 4)}+{setting.where(i)}", f"count={bucket(len(rows), 2, 3, 6, 12)}+{setting.where(i)}",
        ))  # fmt: skip
        candidates.append(one)
    pair = {candidate.label for candidate in candidates}
    for one in candidates:
        if one.label == "updated":
            one.features.append(f"updated-beside={'published' in pair}")
    return candidates


def _is_change(setting: Setting, rows: Sequence[tuple[int, DateFound]], at: int) -> bool:
    """Say whether a date is the later of two that stand side by side: blogs print when a post was published and changed so."""
    i, found = rows[at]
    for other, beside in rows[max(0, at - 1) : at + 2]:
        gap = setting.lines[i].text[min(found.end, beside.end) : max(found.start, beside.start)]
        if other == i and len(gap) <= MAX_GAP and not gap.strip(" |•·") and beside.value[:10] < found.value[:10]:
            return True
    return False


def _features(setting: Setting, one: DateCandidate, bylines: Collection[int]) -> list[str]:
    i, found = one.line, one.found
    line = setting.lines[i]
    where = setting.where(i)
    rest = WORD.findall(f"{line.text[: found.start]} {line.text[found.end :]}".casefold())
    other = sum(word not in DATE_WORDS and not word.isdigit() for word in rest)
    shape = f"{'whole' if other == 0 else 'some' if other <= 6 else 'long'}"
    far = i - setting.anchor if where in {"above", "between", "top", "inside"} else i - setting.last
    distance = f"{where}{bucket(far, -6, -3, -1, 1, 2, 3, 4, 6, 9, 15, 25)}"
    gap = min((abs(i - other) for other in bylines), default=99)
    since = (
        next((k for k in range(1, 12) if setting.kind(i - k) in {"head", "chrome.comment-count"}), 12)
        if where == "after"
        else 0
    )
    form = "figures" if line.text[found.start : found.start + 10].strip("0123456789./-") == "" else "words"
    row = [
        "bias", f"label={one.label}", f"label+where={one.label}+{where}", f"distance={distance}",
        f"label+distance={one.label}+{distance}",
        f"shape={shape}", f"shape+where={shape}+{where}", f"shape+distance={shape}+{distance}",
        f"rest={bucket(other, 1, 2, 4, 7, 12)}+{where}",
        f"start={bucket(found.start, 1, 12, 30, 60)}+{shape}", f"time={found.precision}",
        f"byline={bucket(gap, 1, 2, 3, 5, 9)}+{where}",
        f"since-head={bucket(since, 1, 3, 6, 12)}", f"copies={min(setting.copies[line.text], 3)}",
        f"headline={setting.headline is not None}", f"blanks={min(line.blanks_before, 2)}+{where}",
        f"sentence={line.text[-1] in '.!?'}+{shape}",
        f"kind={setting.kind(i)}", f"part={setting.part(i)}+{one.label}",
        f"form={form}+{where}",
        f"size={bucket(len(line.text), 14, 24, 40, 80, 140)}+{where}",
    ]  # fmt: skip
    if "(" in line.text[max(0, found.start - 2) : found.start]:
        row.append("bracket")
    row += [f"hint={hint}+{one.label}" for hint in line.hints]
    return row
