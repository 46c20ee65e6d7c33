"""What is seen of a line at once: its length, its end, its words, what its words alone make it.

"Reply to Jane Roe" -> size 1, end "w", reply
"""

from __future__ import annotations

import re
from bisect import bisect_right as level
from typing import TYPE_CHECKING

from wiredesk.parsing.chrome import find_chrome, is_section_head
from wiredesk.parsing.dates import find_dates
from wiredesk.parsing.heads import MAX_DATE_LINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.lines import Line

PROSE_CHARS = 80  # 17 - 32 % of true body lines are shorter: length is evidence here, never the rule
SCANNED = 600  # characters of a line that its features look at
LEXICON_WORDS = 60  # words of a line that are looked up in the lexicon
MAX_REPLY = 80
SIZES = (12, 25, 40, 60, 80, 120, 200, 400)
TITLED = (0.01, 0.15, 0.25, 0.4, 0.6, 0.8, 0.99)
STOPS = (0.01, 0.15, 0.25, 0.35, 0.45)
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
_REPLY = re.compile(
    r"(?i)(?:reply\b.{0,40}|(?:in reply|replying) to .{0,40}|.{1,60}(?:says|writes|said|wrote):|report abuse|permalink|upvote)"
)
_ENDS = {".": ".", "?": "?", "!": "?", ":": ":", ",": ",", "…": "~", "”": '"', '"': '"', ")": ")", ";": ","}


class Seen:
    """What is seen of a line at once, and used by the features of its neighbours too."""

    __slots__ = ("chrome", "content", "date", "end", "head", "long", "prose", "reply", "size", "stops", "titled", "words")

    def __init__(self, line: Line) -> None:
        text = line.text
        self.size = level(SIZES, len(text))
        self.end = "~" if text.endswith(("...", "[…]")) else _ENDS.get(text[-1], "w" if text[-1].isalnum() else "-")
        words = (_ASCII_WORD if text.isascii() else _WORD).findall(text[:SCANNED])
        count = len(words) or 1
        self.titled = level(TITLED, sum([word[0].isupper() for word in words]) / count)
        self.words = list(map(str.casefold, words))
        self.content = [word for word in self.words if len(word) > 3]
        self.stops = level(STOPS, sum(map(STOP.__contains__, self.words)) / count)
        self.chrome = find_chrome(text)
        self.head = not self.chrome and is_section_head(text)
        self.prose = len(text) if len(text) >= PROSE_CHARS and self.end in '.?":)' else 0
        self.date = len(text) <= MAX_DATE_LINE and _DIGIT.search(text) is not None and bool(find_dates(text))
        self.reply = len(text) <= MAX_REPLY and bool(_REPLY.fullmatch(text))


def find_tokens(words: Sequence[str]) -> set[str]:
    """Name what the lexicon knows a line by: its words, the first, the first two, the last ("^share", "^sign up", "inbox$")."""
    if not words:
        return set()
    return {*words[:LEXICON_WORDS], f"^{words[0]}", f"{words[-1]}$", f"^{' '.join(words[:2])}"}
