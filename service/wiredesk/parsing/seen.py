"""What is seen of a line by itself, once for all who read the page: length, end, words, what its words alone make it.

"Reply to Jane Roe" -> size 1, end "w", reply; its levels are columns of the first evidence, its kind is told by `kinds.py`

A text is looked at once: lines that stand again on a page, or on the next page of the same site, are remembered.
"""

from __future__ import annotations

import re
from bisect import bisect_right as level
from functools import lru_cache
from math import fsum
from typing import TYPE_CHECKING

from wiredesk.parsing.chrome import find_chrome, is_section_head
from wiredesk.parsing.credits import ends_with_agency
from wiredesk.parsing.dates import find_dates
from wiredesk.parsing.heads import MAX_DATE_LINE
from wiredesk.parsing.rounds import load_rounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.kinds import Kind
    from wiredesk.parsing.lines import Line

PROSE_CHARS = 80  # 17 - 32 % of true body lines are shorter: length is evidence here, never the rule
SCANNED = 600  # characters of a line that its features look at
LEXICON_WORDS = 60  # words of a line that are looked up in the lexicon
SHORT = 60  # characters under which a line has words of its own in the lexicon: "share" in a menu, "share" in a sentence
MAX_REPLY = 80
MAX_REMEMBERED = 120  # characters of a line that may come again: a menu's, a footer's, a teaser's
REMEMBERED = 4096  # lines; of article pages of 700 sites 27 % had been seen on the page or shortly before, of one site far more
SIZES = (12, 25, 40, 60, 80, 120, 200, 400)
TITLED = (0.01, 0.15, 0.25, 0.4, 0.6, 0.8, 0.99)
STOPS = (0.01, 0.15, 0.25, 0.35, 0.45)
LEXICON = (-4, -3, -2, -1.3, -0.7, -0.2, 0.2, 0.7, 1.3, 2, 3)  # bounds of a line's summed weights in the lexicon
STOP = frozenset(
    "the a an of to in and is was for on that it with as at by from be are this have has had not but they his her he "
    "she we you i or which their its will would can could there been were who what when if so all more one about up "
    "out into than them also der die das und ist nicht ein eine von mit den im auf für des dem sich als auch le la "
    "les de des et un une est que dans pour qui sur pas plus el los las y en por con una se del al il lo che di per "
    "non sono o os as não uma het een van dat niet zijn".split()
)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ASCII_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?")  # the same where nothing else can stand: half the time
_AFTER_CAPITALS = "["  # follows "Z" in ASCII
_REPLY = re.compile(
    r"(?i)(?:reply\b.{0,40}|(?:in reply|replying) to .{0,40}|.{1,60}(?:says|writes|said|wrote):|report abuse|permalink|upvote)"
)
_REPLIES = frozenset("rRiIpPuU")  # what such a line begins with, unless it ends with a colon
_LEAD = re.compile(
    r"(?P<bullet>[•·*▪◦‣\-–—]\s)|(?P<number>\d{1,3}[.)]\s)|(?P<quote>[\"“„«'‘])|(?P<lower>[a-z])|(?P<hash>#)|(?P<digit>\d)"
    r"|(?P<sign>\W)"
)
_LEAD_LEVELS = dict(_LEAD.groupindex)
_ENDS = {".": ".", "?": "?", "!": "?", ":": ":", ",": ",", "…": "~", "”": '"', '"': '"', ")": ")", ";": ","}
_END_LEVELS = {end: i for i, end in enumerate('w.?:,")~-')}

LEVELS = ("size", "end", "lead", "titled", "stops", "words", "chrome", "reply", "look", "mark")


class Seen:
    """What is seen of a line at once, and used by the features of its neighbours too.

    levels: by column of `LEVELS`; look: size and end as neighbours see them; mark: furniture, a date, a head of a list.
    kind: None until it is told.
    """

    __slots__ = ("chrome", "content", "date", "end", "head", "kind", "levels", "prose", "reply", "size", "words")

    def __init__(self, text: str) -> None:
        self.size = level(SIZES, len(text))
        self.end = "~" if text.endswith(("...", "[…]")) else _ENDS.get(text[-1]) or _tell_end(text)
        if text.isascii():
            words = _ASCII_WORD.findall(text[:SCANNED])
            capitals = sum(map(_AFTER_CAPITALS.__gt__, words))
        else:
            words = _WORD.findall(text[:SCANNED])
            capitals = sum([word[0].isupper() for word in words])
        count = len(words) or 1
        self.words = list(map(str.casefold, words))
        self.content = [word for word in self.words if len(word) > 3]
        self.chrome = find_chrome(text)
        self.head = not self.chrome and is_section_head(text)
        self.prose = len(text) if len(text) >= PROSE_CHARS and self.end in '.?":)' else 0
        self.date = len(text) <= MAX_DATE_LINE and _DIGIT.search(text) is not None and bool(find_dates(text))
        self.reply = len(text) <= MAX_REPLY and (text[0] in _REPLIES or text[-1] == ":") and _REPLY.fullmatch(text) is not None
        self.kind: Kind | None = None
        end = _END_LEVELS[self.end]
        self.levels = (
            self.size,
            end,
            _read_lead(text),
            level(TITLED, capitals / count),
            level(STOPS, sum(map(STOP.__contains__, self.words)) / count),
            level(LEXICON, _weigh_words(self.words, "short" if len(text) < SHORT else "long")),
            1 if self.chrome else 2 if self.head else 0,
            int(self.reply),
            self.size // 2 * 9 + end + 1,
            4 if self.chrome else 2 if self.head else 3 if self.date else 1,
        )


def _tell_end(text: str) -> str:
    """Tell how a line ends that no mark ends: a sentence ends before the agency's name that closes a story."""
    return "." if ends_with_agency(text) else "w" if text[-1].isalnum() else "-"


def see_lines(lines: Sequence[Line]) -> list[Seen]:
    """See the lines of a page."""
    return [see(line.text) for line in lines]


def see(text: str) -> Seen:
    """See a line."""
    return _remember(text) if len(text) <= MAX_REMEMBERED else Seen(text)


@lru_cache(maxsize=REMEMBERED)
def _remember(text: str) -> Seen:
    return Seen(text)


def _read_lead(text: str) -> int:
    """Read what a line begins with: nothing (a capital), a bullet, a number, a quotation mark, ..."""
    if "A" <= text[0] <= "Z":
        return 0
    lead = _LEAD.match(text)
    return _LEAD_LEVELS[lead.lastgroup] if lead and lead.lastgroup else 0


def _weigh_words(words: Sequence[str], which: str) -> float:
    """Sum the weights of a line's words in the lexicon of short lines, or that of long ones."""
    known = load_rounds()[0][which]
    return fsum(map(known.__getitem__, known.keys() & list_tokens(words)))


def list_tokens(words: Sequence[str]) -> Sequence[str]:
    """List what the lexicon knows a line by: its words, the first, the first two, the last ("^share", "^sign up", "inbox$")."""
    if not words:
        return ()
    return [*words[:LEXICON_WORDS], f"^{words[0]}", f"{words[-1]}$", f"^{' '.join(words[:2])}"]
