"""The setting of a story on its page: where headline and body stand, and what each line near them is."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.byline_owners import MASTHEAD, MAX_OWNER
from wiredesk.parsing.chrome import find_chrome, is_section_head
from wiredesk.parsing.dates import find_dates
from wiredesk.parsing.languages import MONTHS
from wiredesk.parsing.relative_dates import find_relative

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from wiredesk.parsing.dates import DateFound
    from wiredesk.parsing.lines import Line

MAX_IMPRINT = 300  # characters of a line that holds byline or date: "By ... January 4, 2026Updated:January 8, 20262 Comments"
ABOVE, BELOW, AFTER = 12, 36, 40  # lines above the headline, below it and after the story that may hold them
UPON = 4  # lines right above the story, however far below its headline it begins
INTO = 3  # lines of the body's beginning and end that may be imprint after all
TOP, FOOT = MASTHEAD, 16  # lines at the page's top and foot that may say whose it is
FAR = 150  # lines after the story in which a line may still say who wrote it
_SAID = re.compile(
    r"(?i)(?:article |story |post )?(?:written|authored|words|text|story|article|reported) by:?(?:\s\S.{2,50})?$"
)
MAX_COUNTED, MOST_COUNTED = 2000, 8  # characters of a line in which words are counted, and the count at which it ends


MAX_ROW = 60  # characters of a row of a list of dates
_FIGURE = re.compile(r"\d\d")
_SPELLED = re.compile(r"\d{1,2}|[^\W\d_]+")


def _shape(text: str) -> str:
    """Spell a line without what tells one day from another."""
    return _SPELLED.sub(lambda word: "0" if word[0].isdigit() else "M" if word[0].casefold() in MONTHS else word[0], text)


class Surroundings(NamedTuple):
    """What the page's grammar says of its lines: indices of outlets' and sections' names, of others' lines, and parts."""

    outlets: Collection[int] = ()  # the name of an outlet or a section, no person's
    barred: Collection[int] = ()  # lines of cards, which hold no imprint of the story
    parts: Mapping[int, str] = MappingProxyType({})  # what the grammar takes each line for


def name_part(label: str) -> str:
    """Name what a line is taken for: its label within the story, else "related" or "chrome"."""
    room, _, name = label.partition(".")
    return name if room == "story" else room


UNKNOWN = Surroundings()


class Setting:
    """A story among the lines of its page; `headline` and `body` are indices into `lines`."""

    def __init__(
        self,
        lines: Sequence[Line],
        headline: int | None,
        body: Sequence[int],
        *,
        day_first: bool | None = None,
        about: Surroundings = UNKNOWN,
    ) -> None:
        self.about = about
        self.lines, self.headline, self.body = lines, headline, body
        self.inside = frozenset(body)
        self.first, self.last = body[0], body[-1]
        self.anchor = headline if headline is not None else self.first
        self.day_first = day_first
        self._dates: dict[int, list[DateFound]] = {}
        self._kinds: dict[int, str] = {}
        self._counts: dict[str, int] = {}

    @cached_property
    def zone(self) -> list[int]:
        """The lines that may hold byline or dates: about the headline, at the story's beginning, its end, and after it."""
        count = len(self.lines)
        head = range(max(0, self.anchor - ABOVE), min(count, max(self.anchor + 8, min(self.first + INTO, self.anchor + BELOW))))
        upon = range(max(0, self.first - UPON), min(count, self.first + INTO))
        tail = range(max(0, self.body[max(0, len(self.body) - INTO)]), min(count, self.last + 1 + AFTER))
        sizes = MAX_IMPRINT, MAX_IMPRINT // 2  # a longer line of the body is prose
        said = [i for i in range(self.first, min(count, self.last + 1 + FAR)) if _SAID.match(self.lines[i].text)]
        return [
            i
            for i in sorted({*head, *upon, *tail, *said, *(i + 1 for i in said if i + 1 < count)})
            if i != self.headline and i not in self.about.barred and len(self.lines[i].text) <= sizes[i in self.inside]
        ]

    @cached_property
    def zone_set(self) -> frozenset[int]:
        """The lines of the zone, for asking."""
        return frozenset(self.zone)

    @cached_property
    def comments(self) -> int:
        """The line after the story from which readers speak ("12 Comments"); off the page where none do."""
        below = range(self.last + 1, min(len(self.lines), self.last + 1 + AFTER))
        return next((i for i in below if self.kind(i) == "chrome.comment-count"), len(self.lines))

    @cached_property
    def masthead(self) -> list[int]:
        """The lines at the page's top and foot that may say whose page it is."""
        count = len(self.lines)
        rows = {*range(min(TOP, count)), *range(max(0, count - FOOT), count)}
        return [
            i
            for i in rows
            if i != self.headline
            and i not in self.inside
            and i not in self.about.barred
            and len(self.lines[i].text) <= MAX_OWNER
        ]

    @cached_property
    def copies(self) -> Counter[str]:
        """How often each line stands on the page."""
        return Counter([line.text for line in self.lines])

    @cached_property
    def _whole(self) -> str:
        return "\n".join([line.text[:MAX_COUNTED] for line in self.lines])

    def count_word(self, word: str) -> int:
        """Count how often a word stands on the page, as printed: a name is seldom written small."""
        if word not in self._counts:
            whole, found, at = self._whole, 0, -1
            while found < MOST_COUNTED and (at := whole.find(word, at + 1)) >= 0:
                after = at + len(word)
                apart = not whole[at - 1 : at].isalnum() and not whole[after : after + 1].isalnum()
                found += apart
            self._counts[word] = found
        return self._counts[word]

    def dates(self, i: int) -> list[DateFound]:
        """Find the dates of a line, once."""
        if i not in self._dates:
            text = self.lines[i].text
            self._dates[i] = find_dates(text, day_first=self.day_first) if len(text) <= MAX_IMPRINT else []
        return self._dates[i]

    def holds_date(self, i: int) -> bool:
        """Say whether there is a line `i` that holds a date, absolute or relative."""
        if not 0 <= i < len(self.lines):
            return False
        text = self.lines[i].text
        return bool(self.dates(i)) or (len(text) <= 40 and find_relative(text) is not None)

    @cached_property
    def _shapes(self) -> Counter[str]:
        return Counter([_shape(line.text) for line in self.lines if len(line.text) <= MAX_ROW and _FIGURE.search(line.text)])

    def count_alike(self, i: int) -> int:
        """Count the short lines of the page that are spelled as line `i` but for figures and months: rows of a list."""
        text = self.lines[i].text
        return self._shapes[_shape(text)] if len(text) <= MAX_ROW else 0

    def kind(self, i: int) -> str:
        """Name what a line is by its words alone: a chrome rule, "head" of a list, or "line"; "edge" off the page."""
        if not 0 <= i < len(self.lines):
            return "edge"
        if i not in self._kinds:
            text = self.lines[i].text
            self._kinds[i] = find_chrome(text) or ("head" if is_section_head(text) else "line")
        return self._kinds[i]

    def part(self, i: int) -> str:
        """Name what the page's grammar takes a line for."""
        return self.about.parts.get(i, "none")

    def where(self, i: int) -> str:
        """Name where a line stands: "above" the headline, "between" it and the body, "top" or "end" of the body, "after" it."""
        if i > self.last:
            return "after"
        if i in self.inside:
            return "top" if i < self.first + INTO else "end"
        return "above" if i < self.anchor else "between" if i < self.first else "inside"


WORD = re.compile(r"[^\W_]+")
