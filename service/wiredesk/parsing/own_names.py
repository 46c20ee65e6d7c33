"""Names of outlets and sections that a page teaches: what stands in the same place in card after card is the same kind of name.

Pedal & Path: / headline / teaser          headline / teaser / (Pedal & Path)          headline / Climate — Pedal & Path
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from wiredesk.parsing.given_names import GIVEN_NAMES
from wiredesk.parsing.kinds import Kind
from wiredesk.parsing.outlets import MAX_NAME, is_outlet, is_section
from wiredesk.parsing.people import is_role
from wiredesk.parsing.source_lines import Part, read_signed, read_source_line, read_told

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wiredesk.parsing.lines import Line

OFTEN, DIFFERENT = 3, 2  # times that a place comes again, and names in it, from which it is one
KNOWN_SHARE = 4  # one in so many names of a place must be a known section to make the others sections
NAME_WORDS, MAX_PLACE = 5, 90  # words of a name, characters of a line that frames one
_TITLES = frozenset(("title", "line"))
_TEXT = frozenset(("prose", "sentence"))
_FRAME = re.compile(r"\((?P<brackets>[^()]{2,46})\)|(?P<colon>[^:()]{2,46}):")
_PAIR = re.compile(r"(?P<first>[^/|•·—–]{2,46}?)\s{0,2}(?P<mark>[/|•·—–])\s{0,2}(?P<second>[^/|•·—–]{2,46})")
_MARKS = frozenset("/|•·—–")

Names = frozenset[str]  # of outlets, in small letters


def learn_names(lines: Sequence[Line], kinds: list[Kind]) -> Names:
    """Learn the names of outlets that the page's cards show, and flag the lines that hold one."""
    names = set(_hear_sources(lines, kinds))
    places: dict[tuple[str, ...], list[tuple[int, str]]] = defaultdict(list)
    for i, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if len(line.text) <= MAX_PLACE and kind.name not in {"chrome", "fixed", "url", "section"}:
            held = _find_frame(lines, kinds, i) or _find_slot(lines, kinds, i)
            if held:
                places[held[0]].append((i, held[1]))
    for place, found in places.items():
        if len(found) >= OFTEN and len({name for _, name in found}) >= DIFFERENT:
            names |= _settle_place(place, found, kinds)
    return frozenset(name.casefold() for name in names if not is_section(name))


def read_with_names(text: str, names: Names) -> list[Part] | None:
    """Read a source line by the names that its page teaches."""
    parts = read_told(text, names) or read_source_line(text)
    if parts is None:
        return read_signed(text, names) or _read_pair(text, names)
    return [
        part._replace(kind="publisher")
        if part.kind in {"byline", "name"} and text[part[1] : part[2]].casefold() in names
        else part
        for part in parts
    ]


def _hear_sources(lines: Sequence[Line], kinds: Sequence[Kind]) -> Iterable[str]:
    """Hear what the page's source lines call a publisher."""
    for line, kind in zip(lines, kinds, strict=True):
        if kind.name == "source" and "byline" not in kind.flags:
            for part in read_source_line(line.text) or ():
                name = line.text[part.start : part.end]
                if part.kind == "publisher" or (part.kind == "name" and not _is_given(name)):
                    yield name


def _find_frame(lines: Sequence[Line], kinds: Sequence[Kind], i: int) -> tuple[tuple[str, ...], str] | None:
    """Find what frames a name in its line: brackets, a colon, a section beside it, "By Jane Roe, " before it."""
    text = lines[i].text
    if text[-1] in "):" and (found := _FRAME.fullmatch(text)):
        name = found[str(found.lastgroup)]
        above_title = i + 1 < len(lines) and not lines[i + 1].blanks_before and kinds[i + 1].name in _TITLES
        return (("frame", str(found.lastgroup)), name) if _is_name(name) and (found["brackets"] or above_title) else None
    if text[:3].casefold() == "by " and (at := text.rfind(", ")) > 0:
        name = text[at + 2 :]
        return (("signed",), name) if _is_name(name) and not any(map(is_role, name.casefold().split())) else None
    if not _MARKS.isdisjoint(text) and (pair := _PAIR.fullmatch(text)):
        first, second = is_section(pair["first"]), is_section(pair["second"])
        name = pair["second" if first else "first"]
        return (("pair", pair["mark"], str(first)), name) if first != second and _is_name(name) else None
    return None


def _find_slot(lines: Sequence[Line], kinds: Sequence[Kind], i: int) -> tuple[tuple[str, ...], str] | None:
    """Find the place of a name in a line of its own: right above a title, or right below a teaser and above no text."""
    if kinds[i].name != "name":
        return None
    follows = i + 1 < len(lines) and not lines[i + 1].blanks_before
    below = kinds[i + 1].name if follows else ""
    above = kinds[i - 1].name if i and not lines[i].blanks_before else ""
    if below in _TITLES and above in {"", "source", *_TEXT}:
        return ("slot", "above", "source" if above == "source" else ""), lines[i].text
    if above in _TEXT and below in {"", *_TITLES}:
        return ("slot", "below"), lines[i].text
    return None


def _settle_place(place: tuple[str, ...], found: Sequence[tuple[int, str]], kinds: list[Kind]) -> set[str]:
    """Say what the names of a place are, and flag their lines; give those that are outlets'."""
    texts = [name for _, name in found]
    if place[0] == "signed":
        return set(texts)
    if place[0] == "pair":
        for i, _ in found:
            kinds[i] = Kind("source")
        return set(texts)
    sections = sum(map(is_section, texts))
    if place[0] == "slot":
        if 2 * sum(map(_is_given, texts)) > len(texts):
            return set()
        if sections * KNOWN_SHARE >= len(texts):
            _flag(found, kinds, "section-name")
            return set()
        if not any(map(is_outlet, texts)) and all(map(str.isupper, texts)):
            return set()
    _flag(found, kinds, "outlet")
    return set(texts)


def _flag(found: Sequence[tuple[int, str]], kinds: list[Kind], flag: str) -> None:
    for i, _ in found:
        if not {"outlet", "section-name", "either"}.intersection(kinds[i].flags):
            kept = (one for one in kinds[i].flags if one not in {"person", "listed"})
            kinds[i] = Kind("name", (flag, *kept))


def _read_pair(text: str, names: Names) -> list[Part] | None:
    """Read an outlet and a section with a mark between: "Climate — Pedal & Path"."""
    pair = _PAIR.fullmatch(text) if len(text) <= MAX_PLACE else None
    if not pair:
        return None
    kinds = [
        "category" if is_section(pair[k]) else "publisher" if pair[k].casefold() in names else "" for k in ("first", "second")
    ]
    if set(kinds) != {"category", "publisher"}:
        return None
    return [Part(kind, *pair.span(k)) for kind, k in zip(kinds, ("first", "second"), strict=True)]


def _is_name(text: str) -> bool:
    return len(text) <= MAX_NAME and len(text.split()) <= NAME_WORDS and (text[0].isupper() or text[0].isdigit())


def _is_given(text: str) -> bool:
    """Say whether a name begins with a given one: a person's."""
    words = text.split()
    return len(words) > 1 and words[0].casefold() in GIVEN_NAMES
