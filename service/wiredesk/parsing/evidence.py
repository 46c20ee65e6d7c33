"""Evidence: what speaks for a line being the story's, as named features; the weights stand in `weights.py`.

First round: the line itself, its neighbours, the prose around it, the landmarks passed. Second round: what the first
round thinks of the lines around it, how far it is from the best run, and whether it speaks of what the story speaks of.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from wiredesk.parsing.bodies import is_url
from wiredesk.parsing.chrome import find_chrome, is_section_head
from wiredesk.parsing.dates import find_dates
from wiredesk.parsing.heads import MAX_DATE_LINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.lines import Line

PROSE_CHARS = 80  # 17 - 32 % of true body lines are shorter: length is evidence here, never the rule
SCANNED = 600  # characters of a line that its features look at
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_STOP = frozenset(
    "the a an of to in and is was for on that it with as at by from be are this have has had not but they his her he "
    "she we you i or which their its will would can could there been were who what when if so all more one about up "
    "out into than them also der die das und ist nicht ein eine von mit den im auf für des dem sich als auch le la "
    "les de des et un une est que dans pour qui sur pas plus el los las y en por con una se del al il lo che di per "
    "non sono o os as não uma het een van dat niet zijn".split()
)
_CUE = re.compile(
    r"(?i)\b(cookies?|subscri\w+|newsletter|privacy|sign up|comments?|click|share|follow|read more|email|affiliate|posted|"
    r"reply|log ?in|"
    r"cart|advert\w*|copyright|rights reserved|terms|categor\w+|tags?|related|previous|next|download|shop|free|contact|author|"
    r"min read|views|likes|about|menu|search|said|told|according|join|learn more|©|photo|image|credit|disclaimer|"
    r"commission|updated|published)\b"
)
_LEAD = re.compile(
    r"(?P<bullet>[•·*▪◦‣\-–—]\s)|(?P<number>\d{1,3}[.)]\s)|(?P<quote>[\"“„«'‘])|(?P<lower>[a-z])|(?P<hash>#)|(?P<digit>\d)"
)
_ENDS = {".": ".", "?": "?", "!": "?", ":": ":", ",": ",", "…": "~", "”": '"', '"': '"', ")": ")", ";": ","}


def _bucket(value: float, *bounds: float) -> int:
    return sum(value >= bound for bound in bounds)


def _scale(value: float) -> int:
    return _bucket(value, 12, 25, 40, 60, 80, 120, 200, 400)


class Seen:
    """What is seen of a line at once, and used by the features of its neighbours too."""

    __slots__ = ("chrome", "end", "head", "prose", "size", "words")

    def __init__(self, line: Line) -> None:
        text = line.text
        self.size = _scale(len(text))
        self.end = "~" if text.endswith(("...", "[…]")) else _ENDS.get(text[-1], "w" if text[-1].isalnum() else "-")
        self.words = _WORD.findall(text[:SCANNED].casefold())
        self.chrome = find_chrome(text)
        self.head = not self.chrome and is_section_head(text)
        self.prose = len(text) if len(text) >= PROSE_CHARS and self.end in '.?":)' else 0


def first_round(lines: Sequence[Line]) -> tuple[list[list[str]], list[Seen]]:
    """Name the features of each line from the page alone."""
    seen = [Seen(line) for line in lines]
    count = len(lines)
    mass = [0, *accumulate(one.prose for one in seen)]
    total = mass[-1] or 1
    copies = Counter(line.text for line in lines)
    vocabulary = Counter(word for one in seen if one.prose for word in set(one.words) if len(word) > 3)
    since_head = count
    features = []
    for i, (line, one) in enumerate(zip(lines, seen, strict=True)):
        since_head = 0 if one.head or one.chrome == "chrome.comment-count" else since_head + 1
        row = _own_features(line, one)
        after = lines[i + 1].blanks_before if i + 1 < count else 2
        gaps = f"{min(line.blanks_before, 2)}{min(after, 2)}"
        before, behind = mass[i] / total, (total - mass[i + 1]) / total
        content = [word for word in one.words if len(word) > 3]
        shared = sum(vocabulary[word] > (1 if one.prose else 0) for word in content) / (len(content) or 1)
        kind = f"{min(one.size // 2, 3)}"
        row += (
            f"gaps={gaps}", f"size+gaps={one.size}{gaps}",
            f"copies={min(copies[line.text], 3)}",
            f"copies+size={min(copies[line.text], 3)}{kind}",
            f"place={_bucket((i + 0.5) / count, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9)}",
            f"before={_bucket(before, 0.001, 0.05, 0.2, 0.5, 0.8, 0.95, 0.999)}",
            f"behind={_bucket(behind, 0.001, 0.05, 0.2, 0.5, 0.8, 0.95, 0.999)}",
            f"head={_bucket(since_head, 1, 2, 3, 5, 9, 20, 60)}",
            f"head+kind={_bucket(since_head, 1, 2, 3, 5, 9, 20, 60)}{kind}",
            f"shared={_bucket(shared, 0.01, 0.2, 0.4, 0.6, 0.8, 0.99)}+{kind}",
        )  # fmt: skip
        for reach in (2, 5, 12):
            near = mass[min(count, i + 1 + reach)] - mass[max(0, i - reach)] - one.prose
            row.append(f"near{reach}={_bucket(near, 1, 150, 400, 900, 2000, 4000)}+{kind}")
        for step in (-2, -1, 1, 2):
            if 0 <= i + step < count:
                other = seen[i + step]
                row.append(f"at{step}={other.size}{other.end}")
                if other.head or other.chrome:
                    row.append(f"at{step}={other.chrome or 'head'}")
            else:
                row.append(f"at{step}=edge")
        features.append(row)
    return features, seen


def _own_features(line: Line, one: Seen) -> list[str]:
    """Name what the line says of itself."""
    text = line.text[:SCANNED]
    words = one.words
    count = len(words) or 1
    stops = _bucket(sum(word in _STOP for word in words) / count, 0.01, 0.15, 0.25, 0.35, 0.45)
    capitals = _bucket(sum(map(str.isupper, text)) / len(text), 0.001, 0.02, 0.04, 0.08, 0.15, 0.5)
    digits = _bucket(sum(map(str.isdigit, text)) / len(text), 0.001, 0.03, 0.1, 0.3)
    lead = _LEAD.match(text)
    row = [
        "bias", f"size={one.size}", f"end={one.end}", f"size+end={one.size}{one.end}", f"stops={stops}+{one.size}",
        f"capitals={capitals}+{one.size // 2}", f"digits={digits}+{one.size // 2}",
            f"lead={lead.lastgroup if lead else 'upper'}",
        f"commas={_bucket(text.count(','), 1, 2, 4)}+{one.size // 2}",
    ]  # fmt: skip
    if one.chrome:
        row.append(one.chrome)
    if one.head:
        row.append("section-head")
    if is_url(line.text):
        row.append("url")
    if len(text) <= MAX_DATE_LINE and find_dates(text):
        row.append("date")
    row += {f"cue={cue.casefold()}+{min(one.size // 3, 2)}" for cue in _CUE.findall(text)}
    return row


def second_round(lines: Sequence[Line], seen: Sequence[Seen], first: Sequence[float]) -> list[list[str]]:
    """Name the features of each line from what the first round thinks of the page (probabilities of body)."""
    count = len(lines)
    weights = [min(len(line.text), SCANNED) + 10 for line in lines]
    sums = [0.0, *accumulate(p * w for p, w in zip(first, weights, strict=True))]
    sizes = [0, *accumulate(weights)]
    start, end = best_run([(p - 0.5) * w for p, w in zip(first, weights, strict=True)])
    story = Counter(word for i in range(start, end) if first[i] > 0.5 for word in set(seen[i].words) if len(word) > 3)
    total = sums[-1] or 1.0
    features = []
    for i, one in enumerate(seen):
        kind = f"{min(one.size // 2, 3)}"
        p = _bucket(first[i], 0.03, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.97)
        row = ["bias", f"p={p}", f"p+size={p}{one.size}"]
        for reach in (1, 3, 8):
            low, high = max(0, i - reach), min(count, i + 1 + reach)
            mean = (sums[high] - sums[low] - first[i] * weights[i]) / ((sizes[high] - sizes[low] - weights[i]) or 1)
            row.append(f"around{reach}={_bucket(mean, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95)}+{p // 3}")
            row.append(f"around{reach}+kind={_bucket(mean, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95)}{kind}")
        where = (
            "in"
            if start <= i < end
            else f"{'up' if i < start else 'down'}{_bucket(start - i if i < start else i - end, 1, 3, 8, 20)}"
        )
        content = [word for word in one.words if len(word) > 3]
        shared = _bucket(sum(story[word] > 1 for word in content) / (len(content) or 1), 0.01, 0.15, 0.3, 0.5, 0.7)
        row += (
            f"run={where}", f"run+p={where}+{p // 2}", f"run+kind={where}{kind}",
            f"shared={shared}+{kind}", f"shared+run={shared}{where}",
            f"before={_bucket(sums[i] / total, 0.01, 0.1, 0.5, 0.9, 0.99)}+{p // 3}",
        )  # fmt: skip
        previous = first[i - 1] if i else 0.0
        following = first[i + 1] if i + 1 < count else 0.0
        row.append(f"pair={_bucket(previous, 0.2, 0.5, 0.8)}{_bucket(following, 0.2, 0.5, 0.8)}+{kind}")
        if one.chrome:
            row.append(one.chrome)
        if one.head:
            row.append("section-head")
        features.append(row)
    return features


def best_run(gains: Sequence[float]) -> tuple[int, int]:
    """Find the run with the greatest sum, as `[start, end)`; empty where nothing gains."""
    best, best_at, total, start = 0.0, (0, 0), 0.0, 0
    for i, gain in enumerate(gains):
        if total <= 0:
            total, start = 0.0, i
        total += gain
        if total > best:
            best, best_at = total, (start, i + 1)
    return best_at
