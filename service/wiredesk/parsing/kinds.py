"""The kinds of lines that a page is written in, before anything is known about the page: what the grammar reads.

url · chrome · row (of a table) · section · source ("CNN • 3h ago") · name ("Foreign Policy") · title · sentence · prose
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.bodies import CROSSHEAD, is_url
from wiredesk.parsing.bylines import is_person, read_byline
from wiredesk.parsing.captions import read_caption
from wiredesk.parsing.credits import ends_with_agency
from wiredesk.parsing.datelines import find_dateline
from wiredesk.parsing.outlets import MAX_NAME, find_framed, is_known_outlet, is_outlet, is_section
from wiredesk.parsing.source_lines import MAX_SOURCE_LINE, is_age_line, read_source_line
from wiredesk.parsing.truncation import is_truncated

if TYPE_CHECKING:
    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.seen import Seen

TITLE, MAX_TITLE = 115, 170  # characters of nearly all headlines, of any; longer lines are prose
MAX_CAPTION = 400
NAME_WORDS = 5
MAX_FRAMED = 80  # characters of an outlet's name with what frames it
CELLS = 3  # bars in a line from which it is a row of a table
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")
_ENDS = re.compile(r"[.!…][\"'”’)\]]*$")
_RUN_ON = re.compile(r"[.?!](?<=[a-z].)[”\"’]?[A-Z][a-z]")  # "last night.It comes": a teaser whose paragraphs were joined
_BY = re.compile(r"(?i:(?:(?:written|posted|story|words)\s)?by:?\s)(?=\S)")


class Kind(NamedTuple):
    """What a line looks like: its kind, and the flags that speak for one reading of it."""

    name: str
    flags: tuple[str, ...] = ()


def tell_kind(line: Line, one: Seen) -> Kind:
    """Tell the kind of a line by itself, once for all lines of the same text."""
    if one.kind is None:
        one.kind = _tell_kind(line.text, one)
    return one.kind


def _tell_kind(text: str, one: Seen) -> Kind:
    first = text[0]
    if first in "hH" and is_url(text):
        return Kind("url")
    if one.chrome:
        flag = "section-name" if is_section(text) else "more" if one.chrome == "chrome.more-link" else None
        return Kind("chrome", (flag,) if flag else ())
    if one.head:
        return Kind("section")
    if first in "-–—" and CROSSHEAD.fullmatch(text):
        return Kind("crosshead")
    if first == "|" or ("|" in text and text.count(" | ") >= CELLS):
        return Kind("row")
    return _tell_source(text) or _tell_words(text)


def is_lede(kind: Kind) -> bool:
    """Say whether a line is a sentence that begins with a dateline, as the first paragraph of a story does."""
    return "dateline" in kind.flags and kind.name in {"sentence", "prose"}


def _tell_source(text: str) -> Kind | None:
    if len(text) > MAX_SOURCE_LINE:
        return None
    if is_age_line(text) or read_source_line(text):
        return Kind("source")
    return Kind("source", ("byline",)) if _BY.match(text) and read_byline(text) else None


def _tell_words(text: str) -> Kind:
    """Tell a line of words by its length and its end."""
    flags = _flag_prose(text)
    if len(text) <= MAX_NAME and len(text.split()) <= NAME_WORDS and text[-1] not in ".?!:,;…" and text[0].isalnum():
        return Kind("name", (*_flag_name(text), *flags))
    if len(text) <= MAX_FRAMED and (is_known_outlet(text) or find_framed(text)):
        return Kind("name", ("outlet",))
    if len(text) > MAX_TITLE:
        return Kind("prose", flags)
    if _NUMBERED.match(text):
        flags = (*flags, "numbered")
    if _ENDS.search(text) or ends_with_agency(text):
        return Kind("sentence", flags)
    return Kind("title" if len(text) <= TITLE else "line", flags)


def _flag_prose(text: str) -> tuple[str, ...]:
    flags = []
    if is_truncated(text):
        flags.append("truncated")
    if len(text) > MAX_NAME and find_dateline(text):
        flags.append("dateline")
    if len(text) <= MAX_CAPTION and read_caption(text).credit and not ends_with_agency(text):
        flags.append("credited")
    if _RUN_ON.search(text):
        flags.append("run-on")
    return tuple(flags)


def _flag_name(text: str) -> tuple[str, ...]:
    section, capitals = is_section(text), text.isupper()
    flag = ""
    if section:
        flag = "either" if not capitals and is_known_outlet(text) else "section-name"
    elif is_outlet(text):
        flag = "outlet"
    elif is_person(text):
        flag = "person"
    loud = ("capitals",) if capitals and len(text) > 3 else ()
    return (flag, *loud) if flag else loud
