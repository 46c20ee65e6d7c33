"""HTML pages: the DOM laid out as lines of text for the one reader, with what the page says of itself as evidence.

    <h1>Velden bridge to open ...</h1> <p class="byline">By <a rel="author">Clara Nyberg</a></p> <p>VELDEN (AP) — ...</p>

Nothing that a page names is fetched. Metadata is evidence, not truth: it counts where the reader's text agrees or is silent.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from wiredesk.formats import Format
from wiredesk.formats.assembly import assemble, check_lines
from wiredesk.formats.drafting import draft_parts
from wiredesk.formats.html_evidence import weigh
from wiredesk.formats.html_hints import hint_lines, is_untitled
from wiredesk.formats.html_layout import lay_out
from wiredesk.formats.html_meta import apply_meta, read_meta
from wiredesk.formats.xml import name_root
from wiredesk.layouts import choose_layout
from wiredesk.parsing.lines import index_lines
from wiredesk.parsing.marks import Mark, Marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.lines import Line
    from wiredesk.records import CleanPage, Parts

MAX_OPEN = 2_000  # elements that are opened and not closed
_NESTING = re.compile(
    r"(?i)<(?:div|span|section|article|[uod]l|table|t[dr]|b|i|u|em|strong|a|font|center|blockquote|main|form|s|q)\b"
)
_CLOSING = re.compile(
    r"(?i)</(?:div|span|section|article|[uod]l|table|t[dr]|b|i|u|em|strong|a|font|center|blockquote|main|form|s|q)\b"
)
_TAG = re.compile(r"<[^<>]{0,400}>")
_OPENING = re.compile(
    r"(?i)\s*(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<!--|<meta\s|<(?:div|article|section|main|p|h1)[\s>])"
)
_TAGS = ("<html", "<body", "<div", "<p>", "<a href", "</p>")


def recognise(head: str, media_type: str) -> int:
    """Know a page by its first tag, or by two of the tags that only HTML has."""
    if "<" not in head:
        return 0
    if head.startswith("<?xml") and name_root(head) != "html":
        return 0
    if _OPENING.match(head):
        return 60 if head.count("<") > 2 else 5
    tags = sum(tag in head or tag.upper() in head for tag in _TAGS)
    return 40 if tags >= 3 and media_type != "text/plain" else 0


def read(page: CleanPage) -> Parts:
    """Lay the page out and read it as text, with the DOM's furniture and the page's metadata as evidence."""
    tree = LexborHTMLParser(_flatten(page.text))
    laid = lay_out(tree)
    markup = laid.markup
    lines = [line._replace(markup=markup) for line in index_lines(laid.text)]
    check_lines(lines)
    meta = read_meta(tree, page.url)
    if not lines:
        return draft_parts(page, laid.text)
    lines = hint_lines(lines, laid, tree, meta)
    layout = choose_layout(lines)
    marks = weigh(_heed_heading(layout.mark(lines), lines), lines, laid)
    dated = replace(page, url=meta.url or page.url)
    return apply_meta(assemble(dated, laid.text, lines, marks, layout.name), meta, untitled=is_untitled(lines))


def _heed_heading(marks: Marks, lines: Sequence[Line]) -> Marks:
    """Let the only heading of the first order be the headline where a layout that weighs no hints has named another line."""
    headings = [line.number for line in lines if "h1s-1" in line.hints]
    heads = [number for number, mark in marks.items() if mark.label == "story.headline"]
    named = [number for number in heads if not marks[number].rule.startswith("plain.")]
    if not headings or not named or headings[0] in named:
        return marks
    moved = {named[0]: Mark("chrome.above", "html.not-the-heading"), headings[0]: Mark("story.headline", "html.heading")}
    return marks | moved


def _flatten(text: str) -> str:
    """Take the tags out of a page that opens far more elements than it closes: parsing would take the square of their depth."""
    if text.count("<") - text.count("</") <= MAX_OPEN:
        return text
    deep = sum(1 for _ in _NESTING.finditer(text)) - sum(1 for _ in _CLOSING.finditer(text))
    return _TAG.sub("<br>", text) if deep > MAX_OPEN else text


FORMAT = Format("html", recognise, read)
