"""Evidence for a headline: named features of every line above a story and at its beginning.

Home › Transport / Ferries return to Lake Maren / By Ines Duval / March 14, 2024 / The first ferry left on ...
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from wiredesk.parsing.dates import find_dates
from wiredesk.parsing.people import is_person
from wiredesk.parsing.relative_dates import find_relative
from wiredesk.parsing.weighing import bucket

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.seen import Seen

ABOVE, INTO = 90, 6  # lines above the story's first one, and lines of the story, that may be the headline
MAX_HEADLINE = 320  # characters
FAR = 7  # lines that no line of the story stands on, between two runs of them
LEAST_HELD = 12  # characters of a line that breadcrumbs and "Title | Site" may hold
TOP = 3  # lines at the top of a page among which the browser's title stands
FOLLOWS = 8  # lines below a headline in which its imprint stands
NAMED = frozenset(("tag-h1", "title-same1+h2", "title-same1+other"))  # hints that make a line a candidate wherever it stands
_GAPS = (-1, 0, 1, 2, 3, 4, 6, 9, 15, 30, 60)  # lines between a line and the story's first, or its largest run
_COUNTED = 8  # a word's weight in the story stops growing at so many lines
_IMPRINT = re.compile(
    r"(?i)(?:by|written by|posted by|words by|author:?|von|par|por|door|di|updated|published|posted|last updated)\b.{0,80}"
    r"|.{0,40}\bmin(?:ute)?s? read.{0,20}"
)
_CRUMB = re.compile(r"[›»>]|(?:^|\s)/\s|home\s?[|/›»>]", re.IGNORECASE)
_TRAIL = re.compile(
    r"[^›»>]{2,40}(?:\s?[›»>]\s?[^›»>]{2,60}){2,5}|(?i:home|start|accueil|inicio)\s?[›»>/].{2,60}"
)  # "Home > Money > Guides"
_SHOUT = re.compile(
    r"(?i)\b(?:subscribe|sign up|newsletter|cookies?|log ?in|download|contact us|free trial|get started|learn more|book a|shop|"
    r"cart|menu|search|skip to|click here|read more|back to|this article is more than|manage alerts|lorem ipsum)\b|"
    r"^(?:posted|published|updated)\son\b"
)
_SIGN = re.compile(
    r"(?i)(?P<mail>@\w|\[email|\be-?mail:)|(?P<link>https?:|www\.)|(?P<tag>(?:^|\s)#[a-z])|(?P<right>©|copyright)|"
    r"(?P<form>\?\*|:$)|^(?P<part>tl;?dr|quick summary|summary|overview|introduction|conclusion|key takeaways)\b"
)
MAX_IMPRINT, MAX_AGE = 140, 40  # characters of a line of byline or date, and of a relative date


class HeadlineScene:
    """A page as the headline is looked for: the lines above a story, what they share with it, what stands under them."""

    def __init__(self, lines: Sequence[Line], seen: Sequence[Seen], body: Sequence[int]) -> None:
        self.lines, self.seen, self.inside = lines, seen, frozenset(body)
        self.start, self.main = body[0], find_start(lines, body)
        stop = max(self.start, min(self.main, self.start + ABOVE)) + INTO
        reach = range(max(0, self.start - ABOVE), min(len(lines), stop))
        named = (i for i, line in enumerate(lines) if NAMED.intersection(line.hints))
        sized = (i for i in sorted({*reach, *named}) if 2 < len(lines[i].text) <= MAX_HEADLINE)
        self.candidates = [i for i in sized if not seen[i].chrome and not _TRAIL.fullmatch(lines[i].text)]
        near = {*range(reach.start, min(len(lines), reach.stop + FOLLOWS))}
        near |= {j for i in self.candidates for j in range(i, min(len(lines), i + FOLLOWS + 1))}
        self.imprint = {i: is_imprint(lines[i]) for i in near}
        self.follows = {i: self._follow(i) for i in self.candidates}
        self.heads = [line.text for line in lines[:TOP]]
        self.copies = Counter([line.text for line in lines])
        self.whole = "\n".join([line.text for line in lines])
        self.story = Counter([word for i in body for word in set(seen[i].content)])
        self.content = {i: set(seen[i].content) for i in self.candidates}
        self.weight = {i: sum([min(self.story[word], _COUNTED) for word in self.content[i]]) for i in self.candidates}
        self.rank = {i: rank for rank, i in enumerate(sorted(self.candidates, key=lambda i: -self.weight[i]))}
        self.tops = Counter([word for i in self.candidates for word in self.content[i]])

    def name_features(self, i: int) -> list[str]:
        """Name what speaks for line `i`."""
        line, one = self.lines[i], self.seen[i]
        row = self._own_features(line, one) + self._place_features(i) + self._story_features(i)
        if _SHOUT.search(line.text):
            row.append("shout")
        if sign := _SIGN.search(line.text):
            row.append(f"sign={sign.lastgroup}")
        if is_person(line.text.partition(",")[0]):
            row.append(f"person+{self.follows[i]}")
        row.append(f"top={self._relate(i)}")
        row += [
            name for name, is_so in (("chrome", one.chrome), ("head", one.head), ("imprint-line", self.imprint[i])) if is_so
        ]
        row += [f"hint={hint}" for hint in line.hints]
        return row

    def _own_features(self, line: Line, one: Seen) -> list[str]:
        text = line.text
        words = text.split()
        titled = sum([word[0].isupper() for word in words]) / len(words)
        first = text[0]
        lead = "lower" if first.islower() else "digit" if first.isdigit() else "letter" if first.isalpha() else "mark"
        return [
            f"size={one.size}", f"words={bucket(len(words), 2, 3, 4, 6, 9, 14, 20)}", f"end={one.end}",
            f"titled={bucket(titled, 0.2, 0.5, 0.8, 0.99)}", f"titled+end={bucket(titled, 0.5, 0.99)}{one.end}",
            f"case={'upper' if text.isupper() else 'any'}", f"bar={'|' in text}", f"crumb={bool(_CRUMB.search(text))}",
            f"lead={lead}", f"colon={': ' in text}",
        ]  # fmt: skip

    def _place_features(self, i: int) -> list[str]:
        before = self.lines[i].blanks_before
        after = self.lines[i + 1].blanks_before if i + 1 < len(self.lines) else 2
        gap = bucket(self.start - i, *_GAPS)
        main = bucket(self.main - i, 0, 1, 3, 6, 15, 30)
        follows = self.follows[i]
        run = len(self.inside.intersection(range(i + 1, i + 12)))
        return [
            f"gap={gap}", f"gaps={min(before, 2)}{min(after, 2)}", f"gap+imprint={gap}+{follows}", f"imprint={follows}",
            f"first={bucket(i, 1, 2, 4, 8, 20)}", f"inside={i in self.inside}{'+first' if i == self.start else ''}",
            f"up={self._say_look(i - 1)}", f"down={self._say_look(i + 1)}", f"down2={self._say_look(i + 2)}",
            f"main={bucket(self.main - i, *_GAPS)}", f"main+imprint={main}+{follows}",
            f"run={bucket(run, 1, 3, 6, 9)}", f"run+gap={bucket(run, 1, 4, 8)}+{gap}",
            f"early={not self.inside.isdisjoint(range(max(0, i - 8), i))}",
        ]  # fmt: skip

    def _story_features(self, i: int) -> list[str]:
        text = self.lines[i].text
        content = self.content[i]
        shared = sum(map(self.story.__contains__, content)) / (len(content) or 1)
        shared = bucket(shared, 0.01, 0.3, 0.5, 0.7, 0.9)
        rank = bucket(self.rank[i], 1, 2, 3, 5)
        twice = min(self.copies[text], 4)
        held = self.whole.count(text) - self.copies[text] if len(text) > LEAST_HELD else 0
        again = bucket(max([self.tops[word] for word in content], default=0), 2, 3, 5)
        return [
            f"copies={twice}", f"shared={shared}", f"rank={rank}", f"rank+shared={rank}{shared}",
            f"rank+gap={rank}{bucket(self.start - i, *_GAPS)}",
            f"rank+imprint={rank}+{self.follows[i]}",
            f"words+rank={bucket(len(text.split()), 3, 6, 14)}{rank}", f"copies+rank={twice}{rank}", f"again={again}",
            f"mass={bucket(self.weight[i], 3, 8, 16, 30, 50)}", f"held={min(held, 2)}",
            f"held+copies={bool(held)}{bool(twice > 1)}",
            f"main+rank={bucket(self.main - i, -1, 0, 1, 3, 6, 15, 30)}{rank}",
        ]  # fmt: skip

    def _relate(self, i: int) -> str:
        """Say how a line and the page's first lines agree: a capture begins with the browser's title, "Headline - Site"."""
        text = self.lines[i].text
        if i < TOP:
            return f"line{i}"
        if text in self.heads:
            return "same"
        return "held" if len(text) > LEAST_HELD and any(text in head for head in self.heads) else "none"

    def _follow(self, i: int) -> int:
        """Count the lines to the imprint below a line."""
        return next((k for k in range(1, FOLLOWS + 1) if self.imprint.get(i + k)), FOLLOWS + 1)

    def _say_look(self, i: int) -> str:
        """Name the look of a neighbour."""
        if not 0 <= i < len(self.lines):
            return "edge"
        one = self.seen[i]
        if one.chrome or one.head:
            return one.chrome or "head"
        return "imprint" if self.imprint.get(i) else f"{one.size}{'s' if one.end in '.?!' else ''}"


def find_start(lines: Sequence[Line], body: Sequence[int]) -> int:
    """Find where the largest run of the story's lines begins; a lone line above it may be a menu's, taken for the story."""
    best, size, start, total = body[0], 0, body[0], 0
    for before, i in zip((body[0], *body), body, strict=False):
        if i - before > FAR:
            start, total = i, 0
        total += len(lines[i].text)
        if total > size:
            best, size = start, total
    return best


def is_imprint(line: Line) -> bool:
    """Say whether a line looks like a byline or a date line, which stand under a headline."""
    text = line.text
    if len(text) > MAX_IMPRINT:
        return False
    return bool(_IMPRINT.fullmatch(text)) or bool(find_dates(text)) or (len(text) < MAX_AGE and find_relative(text) is not None)
