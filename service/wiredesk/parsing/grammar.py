"""The grammar of an aggregator's page: which part each line is, found for the whole page at once.

Every line is a kind (`kinds.py`); every part of a page is a state. A table says how well a kind fits a state, another what it
costs to go from one state to the next. Cards have a state for each place of each shape (`card_shapes.py`), and a card that follows one
of the same shape is cheap: repetition is the evidence. The likeliest path through all lines is the reading (Viterbi). The page is
read twice: the first reading tells which shapes this page uses and where it puts blank lines, the second one believes that.

C outside · I furniture inside the story · L landmark ("Related") · g p s category, publisher, source line above the headline ·
h headline · d subheadline · G P S the same below it · b paragraph · m media · c caption
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from wiredesk.parsing.kinds import Kind

NEVER = -1e9
PLAIN = ("C", "I", "L", "g", "p", "s", "h", "d", "G", "P", "S", "b", "m", "c")

# How well a kind of line fits a part; a part that is not named fits badly (UNFIT). Card parts begin with ".".
FIT: dict[str, dict[str, float]] = {
    "prose": {"b": 0.0, ".T": 0.3, "C": -2.0, "I": -2.5, "d": -3.0, "c": -2.5},
    "sentence": {"b": 0.0, ".T": -0.5, "C": -0.8, "I": -1.2, "d": -0.7, ".H": -0.8, "h": -0.8, "c": -1.0},
    "line": {"b": -0.5, ".T": -0.8, "C": -0.8, "I": -1.5, "d": -0.5, ".H": 0.2, "h": 0.2, "c": -0.5},
    "title": {"b": -0.5, ".T": -3.5, "L": -3.0, "C": -0.5, "I": -1.0, "d": -0.8, ".H": 0.8, "h": 0.8, "c": -0.5},
    "name": {"b": -0.5, "L": -2.2, "C": 0.5, "I": 0.0, ".H": -1.5, "h": -1.5, ".P": 0.0, ".G": -0.3, "g": 0.0, "p": 0.0, "G": -0.5, "P": 0.0, "S": -0.3, "s": -0.5, "c": -1.0},
    "source": {"b": -4.5, "C": 0.0, "I": 0.0, ".S": 1.8, "s": 1.5, "S": 1.8, "c": -1.5},
    "chrome": {"b": -1.5, "C": 2.5, "I": 2.5, "L": -1.5},
    "section": {"b": -1.5, "C": 0.5, "I": 0.0, "L": 2.5, ".H": -2.0},
    "row": {"b": 0.5, "C": -0.5, "I": -1.0},
    "crosshead": {"b": 2.0, "C": -1.0, "I": -1.0, ".H": -1.0},
    "url": {"m": 2.5, "C": 1.5, "I": -1.0, "b": -8.0},
    "fixed": {"C": 4.0, "I": 4.0},
}  # fmt: skip
UNFIT = -6.0
FLAGS: dict[str, dict[str, float]] = {
    "outlet": {"b": -3.0, ".P": 1.5, "p": 1.5, "P": 1.5, ".G": -2.0, "g": -1.5, "G": -1.5, "C": -0.5},
    "section-name": {".G": 1.5, "g": 1.5, "G": 1.5, ".P": -2.0, "p": -1.5, "P": -1.5, "C": -0.3},
    "capitals": {".G": 0.7, "g": 0.3, ".P": -0.3},
    "heads-next": {".G": 1.2, ".P": 0.6, ".H": -1.5},
    "under-picture": {"c": 3.5, "b": -2.0, ".T": -1.5},
    "credited": {"c": 4.0, "b": -1.0, ".T": -1.0},
    "alone": {"g": 2.0},
    "person": {"S": 1.2, "s": 0.7, "P": -0.8, "p": -0.8, ".P": -0.8, "g": -1.5, "G": -1.5, ".G": -1.5},
    "lists": {"L": 1.5},
    "after-list": {".T": -4.0, ".H": -2.0, "b": 1.5},
    "either": {"b": -2.0, ".P": 1.0, "p": 1.0, "P": 1.0, ".G": 1.0, "g": 1.0, "G": 1.0, "C": -0.4},
    "listed": {".H": 2.5, "b": -2.0, "C": -1.0},
    "byline": {"S": 1.0, "s": 0.5, ".S": -1.0},
    "truncated": {".T": 2.5, "b": -2.5},
    "dateline": {".T": 1.2, "b": -0.3},
    "run-on": {".T": 1.0, "b": -0.8},
    "more": {".M": 3.0, "L": 2.7},
    "numbered": {".H": 1.0, ".T": -2.0, "h": -1.5},
}
CHROME_NAMES = {".G": 1.0, "g": 1.0, "G": 0.5}  # "World" may be a menu's row or a card's section
BODY, TEASER, ROW = 1.0, -0.5, 0.2  # how much the evidence that a line is the story's (log odds) weighs for each
SHARED = {"h": (2.4, -0.8), ".H": (-1.6, 0.6)}  # share of a headline's words that the story has: slope and offset

# What it costs to go from one part to another; card: the end of a card, card+: the end of one of the same shape.
GO: dict[str, dict[str, float]] = {
    "C": {"C": 0.0, "I": 0.0, "L": -0.5, "b": -1.2, "m": -1.2, "c": -1.2, "head": -5.0, "story": -0.5, "card": -0.7},
    "I": {"I": 0.0, "b": -0.5, "m": -0.8, "c": -0.8, "story": -0.1, "L": -2.0, "card": -2.5},
    "L": {"C": -0.5, "I": -0.5, "L": -1.0, "b": -0.8, "m": -0.8, "c": -0.8, "head": -6.0, "story": -2.0, "card": -0.2},
    "b": {"b": 0.3, "m": 0.0, "c": 0.2, "story": 0.5, "head": -2.5, "I": -0.3, "C": -3.0, "L": -2.2, "card": -1.5},
    "m": {"b": 0.0, "c": -0.2, "m": -0.5, "story": 0.0, "head": -2.5, "I": -0.3, "C": -3.0, "L": -2.5, "card": -2.5},
    "c": {"m": 0.5, "b": -3.5, "story": -3.5},
    "start": {"C": -2.0, "I": -3.0, "L": 0.3, "b": -3.5, "m": -4.0, "c": -3.5, "head": -7.0, "story": -4.5, "card": -3.0, "card+": -0.1},
    "open": {"C": -3.0, "I": -5.0, "L": -4.5, "b": -6.5, "m": -6.5, "c": -6.5, "card": -4.0},  # a head begins
}  # fmt: skip
FIRST = {"C": -6.0, "L": -7.0, "card": -7.0}  # the same for the first paragraph, picture or caption of a page
BELOW = {"d": -0.8, "G": -0.6, "P": -0.2, "S": -0.1}  # a part of the head below the headline
ABOVE = {"g": 0.0, "p": 0.0, "s": -0.3}
BLANK_BEFORE_CAPTION = -1.0
NO_HEADLINE = -2.0  # log odds of a line that cannot be the headline


class Place(NamedTuple):
    """What a line is: its part, and for a card's part the shape; starts: a card or a head begins here."""

    part: str
    shape: int = -1
    starts: bool = False


class Evidence(NamedTuple):
    """What is known of a line.

    odds: log odds that it is the story's; shared: the share of its words that the story has; blank: a blank line stands before
    it; headline: what the evidence of headlines adds (log odds); begun: a story has begun above.
    """

    kind: Kind
    odds: float
    shared: float
    blank: bool
    headline: float = 0.0
    begun: bool = True
