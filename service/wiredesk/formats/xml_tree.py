"""What is asked of a parsed document: texts on one line, children by name or path, attributes.

find_text(item, "headline", "title")    walk(item, "contentSet/inlineXML")    find_value(data, "urgency", "ed-urg")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

Index: TypeAlias = "dict[str, list[Element]]"  # the children of an element by their names
Place: TypeAlias = "Element | Index | None"  # where to look for children
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def inner_text(element: Element) -> str:
    """Give all text of an element as it stands."""
    if not len(element):
        return element.text or ""
    return "".join(cast("Iterator[str]", element.itertext()))


def is_one_line(text: str) -> bool:
    """Tell a text without line ends and other blanks than the space.

    Three times as fast as `isprintable` alone on a paragraph of ASCII, of which markup leaves only these.
    """
    return not ("\n" in text or "\t" in text or "\r" in text or "\f" in text) and (text.isascii() or text.isprintable())


def squeeze(text: str | None) -> str | None:
    """Make runs of blanks one; None for nothing."""
    if not text:
        return None
    if text.isprintable() and "  " not in text:  # a blank is the only one that is printable: twice as fast as to split and join
        return text.strip() or None
    return " ".join(text.split()) or None


def line_of(element: Element, *inner: str) -> str | None:
    """Give the text of a line; of one that was never closed, and so holds what follows (`inner`), only its own."""
    return text_of(element) if next(element.iterchildren(*inner), None) is None else squeeze(element.text)


def text_of(element: Element | None) -> str | None:
    """Give all text of an element on one line; None where there is none."""
    return None if element is None else squeeze(inner_text(element))


def index_children(element: Element | None) -> Index:
    """Index the children of an element that is asked for many of them by their names: one pass instead of one each."""
    index: Index = {}
    for child in element if element is not None else ():
        index.setdefault(child.tag, []).append(child)
    return index


def find(element: Place, path: str) -> Element | None:
    """Give the first element at `path`; None where there is none."""
    return next(walk(element, path), None)


def walk(element: Place, path: str) -> Iterator[Element]:
    """Give all elements at `path`: a child's name, names of children of children, or another path of ElementTree's."""
    if element is None:
        return iter(())
    if "/" in path:
        return _descend(element, path)
    return iter(element.get(path, ())) if isinstance(element, dict) else element.iterchildren(path)


def _descend(element: Element | Index, path: str) -> Iterator[Element]:
    if path[0] == "." and not isinstance(element, dict):
        return element.iterfind(path)
    name, _, rest = path.partition("/")
    return (inner for child in walk(element, name) for inner in walk(child, rest))


def find_text(element: Place, *paths: str) -> str | None:
    """Give the text of the first path that has any."""
    for path in paths:
        for found in walk(element, path):
            text = text_of(found)
            if text:
                return text
    return None


def find_value(element: Place, path: str, *names: str) -> str | None:
    """Give the first of the attributes `names` that an element at `path` has."""
    for found in walk(element, path):
        for name in names:
            value = squeeze(found.get(name))
            if value:
                return value
    return None


def walk_texts(element: Place, path: str) -> Iterator[str]:
    """Give the texts of all elements at `path`, without the empty ones."""
    for found in walk(element, path):
        text = text_of(found)
        if text:
            yield text
