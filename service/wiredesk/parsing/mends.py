"""Mends: where a page was repaired, so that a place in the repaired text can be told on the page as it came.

"the bridgeâ€™s" -> "the bridge’s": at 10, one character that was three, (10, 1, 3, "mojibake")
A layer is the mends of one repair, in order; layers lie one on the other, the last repair on top.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Mend = tuple[int, int, int, str]  # where in the text that came of it, its size there, its size before, what was mended
LINE_END = "line-end"
REACH, AGREE = 8, 3  # characters to look ahead for the next place where both texts agree, and over how many they must
_OTHER = re.compile(r"[^\x00-\x7f]")
_LONG_ENDS = re.compile("\r?\r\n")  # teletypes end a line in CR CR LF


class Origin:
    """The page as it came below one layer of mends; `place` never goes back as its argument grows."""

    def __init__(self, mends: Sequence[Mend]) -> None:
        self._mends = mends
        self._starts = [at for at, _, _, _ in mends]
        self._shifts = [0]
        for _, size, before, _ in mends:
            self._shifts.append(self._shifts[-1] + before - size)

    def place(self, position: int) -> int:
        """Tell where a position of the repaired text was before."""
        i = bisect_right(self._starts, position)
        if i:
            at, size, before, _ = self._mends[i - 1]
            if position < at + size:
                return at + self._shifts[i - 1] + (position - at) * before // size
        return position + self._shifts[i]

    def list_mended(self) -> Iterator[tuple[int, int, str]]:
        """List what was mended, as stretches of the page before; line ends are blank either way."""
        for (at, _, before, name), shift in zip(self._mends, self._shifts, strict=False):
            if before and name != LINE_END:
                yield at + shift, at + shift + before, name


def mend_line_ends(text: str) -> tuple[str, list[Mend]]:
    """Make a line feed of every line end; the mends are those of several characters."""
    mends: list[Mend] = []
    shrunk = 0
    for found in _LONG_ENDS.finditer(text):
        size = found.end() - found.start()
        mends.append((found.start() - shrunk, 1, size, LINE_END))
        shrunk += size - 1
    return _LONG_ENDS.sub("\n", text).replace("\r", "\n"), mends


def find_replaced(text: str, pattern: re.Pattern[str], name: str) -> list[Mend]:
    """Find the printed characters of `pattern`, each of which a blank takes the place of."""
    return [(found.start(), 1, 1, name) for found in pattern.finditer(text) if not found[0].isspace()]


def compare(text: str, mended: str, name: str) -> list[Mend]:
    """Find the mends between a text and what came of it, where most of the text stayed as it was; linear in both."""
    mends: list[Mend] = []
    i = j = 0
    while i < len(text) or j < len(mended):
        found = _OTHER.search(text, i)
        plain = min((found.start() if found else len(text)) - i, len(mended) - j)
        if plain and text[i : i + plain] != mended[j : j + plain]:
            plain = next(k for k in range(plain) if text[i + k] != mended[j + k])
        i, j = i + plain, j + plain
        if i < len(text) and j < len(mended) and text[i] == mended[j]:
            i, j = i + 1, j + 1
        elif i < len(text) or j < len(mended):
            before, size = _measure(text, i, mended, j)
            _add(mends, j, size, before, name)
            i, j = i + before, j + size
    return mends


def _measure(text: str, i: int, mended: str, j: int) -> tuple[int, int]:
    """Measure a mend: how many characters of each text until they agree again; to the end of the line where they do not."""
    if i < len(text) and j < len(mended):
        width = len(mended[j].encode("utf-8", "replace"))  # text that was read in the wrong charset has a character a byte
        if width > 1 and i + width <= len(text) and all(char > "\x7f" or char == " " for char in text[i : i + width]):
            return width, 1
    for both in range(1, 2 * REACH):
        for before in range(min(both, REACH), max(-1, both - REACH - 1), -1):
            size = both - before
            here, there = text[i + before : i + before + AGREE], mended[j + size : j + size + AGREE]
            if here == there and (here or (i + before >= len(text) and j + size >= len(mended))):
                return before, size
    ends = (text.find("\n", i + 1), mended.find("\n", j + 1))
    end, stop = (len(whole) if at < 0 else at for whole, at in zip((text, mended), ends, strict=True))
    return end - i, stop - j


def _add(mends: list[Mend], at: int, size: int, before: int, name: str) -> None:
    """Add a mend; neighbours in which every character was as many are one."""
    if mends and size:
        last, long, earlier, _ = mends[-1]
        if last + long == at and long and earlier * size == before * long:
            mends[-1] = (last, long + size, earlier + before, name)
            return
    mends.append((at, size, before, name))
