"""Direct speech: what stands between quotation marks of any style, also over several paragraphs; terms and titles left out.

"We must come home," Lorne said.   „Die Brücke ist offen“   « Le pont est ouvert »   'It is open,' she said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST, MOST_PARAGRAPHS = 2_000, 6  # characters of a paragraph of speech, and paragraphs after its first
LONGEST_SMALL = 3  # letters of a word that a title may print small
FEWEST_WORDS = 4  # without a verb of saying beside it; fewer are a term, or one word that the writer keeps off
_QUOTE = re.compile(  # a mark first, so that the search leaps from mark to mark
    rf'["“„«»\'‘](?:(?<=["“])(?<![\w"].)(?=[^\s"”])'
    rf'(?P<double>[^"“”\n]{{2,{LONGEST}}}+(?:\n\n["“][^"“”\n]{{2,{LONGEST}}}+){{0,{MOST_PARAGRAPHS}}}+)["”]'
    rf"|(?<=„)(?P<low>[^„“”\n]{{2,{LONGEST}}}+)[“”]"
    rf"|(?<=«)\s?(?P<angle>[^«»\n]{{2,{LONGEST}}}+)»"
    rf"|(?<=»)(?<![^\s(].)(?=[^\s,.;:])(?P<turned>[^«»\n]{{2,{LONGEST}}}+)«"
    r"|(?<=['‘])(?<![\w'’].)(?=[^\s'’])(?P<single>[^\n'‘’]{2,600}+(?:['’]\w[^\n'‘’]{1,600}+){0,20}+)(?<=[,.!?])['’](?!\w))"
)
_MARK = re.compile(r'\n\n["“]')
_ENDS = ".!?…,"  # of a sentence that is spoken whole


class QuoteFound(NamedTuple):
    """Direct speech at the text's `[start, end)`, the marks left out; `outer`: where the marks stand; whole: a sentence."""

    text: str
    start: int
    end: int
    outer: tuple[int, int]
    whole: bool


def find_quotes(text: str) -> Iterator[QuoteFound]:
    """Find what stands between quotation marks in paragraphs that a blank line parts; an embedded quote stays in its quote."""
    for found in _QUOTE.finditer(text):
        group = found.lastgroup or "double"
        printed = found[group].strip()
        if len(printed) < 2:
            continue
        start = found.start(group) + len(found[group]) - len(found[group].lstrip())
        whole = printed[-1] in _ENDS or text.startswith(".", found.end())
        plain = _MARK.sub("\n\n", printed) if "\n" in printed else printed
        yield QuoteFound(plain, start, start + len(printed), found.span(), whole)


def is_speech(quote: QuoteFound, *, said: bool) -> bool:
    """Tell speech from terms ("colour revolutions") and titles ("The Old Man and the Sea")."""
    words = quote.text.split()
    if len(words) < 2 or (len(words) < FEWEST_WORDS and not (said and quote.whole)):
        return bool(said and quote.whole and words)
    return said or not _is_title(words)


def _is_title(words: list[str]) -> bool:
    """Tell a title by its capitals: "The Old Man and the Sea", "A House by the Sea"."""
    capitals = sum(word[0].isupper() for word in words)
    small = any(len(word) > LONGEST_SMALL and word[0].isalpha() and not word[0].isupper() for word in words)
    return capitals > 1 and not small
