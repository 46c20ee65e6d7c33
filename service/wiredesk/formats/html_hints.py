"""Hints on the lines of an HTML page: what markup and metadata say of it, for headline, byline and dates.

    <h1>Velden bridge to open</h1>, "headline" of the JSON-LD the same   ->   "h1", "title-same", "h1+title-same"
    <span class="byline">By Clara Nyberg</span>, author of the JSON-LD   ->   "byline-whole", "author-named"

A hint is a feature like any other: `make fit` says what it is worth. Nothing here decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.formats.html_meta import fold
from wiredesk.parsing.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from selectolax.lexbor import LexborHTMLParser

    from wiredesk.formats.html_layout import Laid
    from wiredesk.formats.html_meta import Meta
    from wiredesk.parsing.lines import Line

MAX_HINTED = 320  # characters of a line that may be a headline or an imprint
MAX_NODES = 60  # elements of a kind that are looked at
LEAST_PART = 12  # characters of a part of a title that may be a headline
TITLED = ("tag-h1", "title-same", "title-begins", "title-longer")
LEAST_NAME = 4  # characters of a byline that is looked for in lines
_NAMED = {
    "byline": "[rel~=author], [itemprop~=author], [class*=byline i], [class*=author i]",
    "date": "time, [itemprop=datePublished], [class*=date i], [class*=publish i], [class*=posted i], [class*=time i]",
    "updated": "[itemprop=dateModified], [class*=updated i], [class*=modified i]",
}


class _Texts:
    """The texts of elements that are named alike, for asking how a line and they agree."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.whole = frozenset(texts)
        self.joined = f" {' | '.join(texts)} "
        self.by_word: dict[str, list[str]] = {}
        for text in texts:
            self.by_word.setdefault(text.partition(" ")[0], []).append(text)

    def find_part(self, text: str) -> str:
        """Say whether a line is the text of such an element, holds it or is held by it."""
        if text in self.whole:
            return "whole"
        padded = f" {text} "
        if any(f" {one} " in padded for word in text.split() if word in self.by_word for one in self.by_word[word]):
            return "part"
        return "box" if len(text) >= LEAST_NAME and padded in self.joined else ""


def hint_lines(lines: Sequence[Line], laid: Laid, tree: LexborHTMLParser, meta: Meta) -> list[Line]:
    """Give the lines with their hints."""
    titles = [title for title in dict.fromkeys(map(fold, meta.titles)) if title]
    named = {name: _Texts(_find_texts(tree, selector)) for name, selector in _NAMED.items()}
    kinds = _find_kinds(laid, len(lines))
    folded = {line.number: fold(line.text) for line in lines if len(line.text) <= MAX_HINTED}
    people = [fold(name) for name in meta.people]
    headings = laid.tags.count("h1")
    hinted = []
    for line in lines:
        text = folded.get(line.number)
        if text is None:
            hinted.append(line)
            continue
        tag, kind = laid.tags[line.number], kinds[line.number]
        hints = {f"tag-{tag or 'none'}", f"in-{kind or 'none'}"}
        if tag == "h1":
            hints.add(f"h1s-{min(headings, 3)}")
        hints.update(_hint_title(text, titles, tag))
        hints.update(_hint_names(text, people))
        hints.update(f"{name}-{how}" for name, texts in named.items() if (how := texts.find_part(text)))
        hints.update(_hint_days(line.text, meta))
        hinted.append(line._replace(hints=frozenset(hints)))
    return hinted


def is_untitled(lines: Sequence[Line]) -> bool:
    """Say whether no line is a heading of the first order or prints the page's title."""
    return not any(hint.startswith(TITLED) for line in lines for hint in line.hints)


def _hint_title(text: str, titles: Sequence[str], tag: str) -> Iterator[str]:
    """Say how a line and the page's titles agree: the same, all but a site's name, a part."""
    heading = tag if tag in {"h1", "h2"} else "other"
    how = "none"
    if text in titles:
        how = f"same{min(titles.count(text), 2)}"
    elif len(text) >= LEAST_PART and any(title.startswith(text) for title in titles):
        how = "begins"
    elif any(text.startswith(title) for title in titles if len(title) >= LEAST_PART):
        how = "longer"
    elif len(text) >= LEAST_PART and any(text in title for title in titles):
        how = "within"
    yield f"title-{how if titles else 'untold'}+{heading}"


def _hint_names(text: str, people: Sequence[str]) -> Iterator[str]:
    """Say whether a line names one of the people that the metadata calls authors."""
    if not people:
        yield "author-untold"
    elif any(f" {name} " in f" {text} " for name in people):
        yield "author-named"
    else:
        yield "author-other"


def _hint_days(text: str, meta: Meta) -> Iterator[str]:
    """Say whether a line prints the day of publication or of change that the metadata tells."""
    dates = find_dates(text)
    days = {found.value[:10] for found in dates} | {found.swapped for found in dates}
    if not dates:
        return
    if not meta.published:
        yield "day-untold"
    elif meta.published[:10] in days:
        yield "day-published"
    elif meta.updated and meta.updated[:10] in days:
        yield "day-updated"
    else:
        yield "day-other"


def _find_texts(tree: LexborHTMLParser, selector: str) -> list[str]:
    """Find the texts of the elements that are named so."""
    nodes = (node for node in tree.css(selector)[:MAX_NODES] if node.tag not in {"body", "html", "main", "article"})
    texts = (node.text(separator=" ") for node in nodes)
    return [text for text in dict.fromkeys(fold(text[:MAX_HINTED]) for text in texts if text) if len(text) >= LEAST_NAME]


def _find_kinds(laid: Laid, count: int) -> list[str]:
    """Give for each line the kind of the smallest box of a kind that holds it."""
    kinds = [""] * count
    for box in laid.boxes:  # inner boxes come first
        if box.kind:
            for at in range(box.first, min(count, box.last)):
                kinds[at] = kinds[at] or box.kind
    return kinds
