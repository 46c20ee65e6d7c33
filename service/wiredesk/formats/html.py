"""HTML pages: the DOM laid out as lines of text for the one reader, with what the page says of itself as evidence.

    <h1>Velden bridge to open ...</h1> <p class="byline">By <a rel="author">Clara Nyberg</a></p> <p>VELDEN (AP) — ...</p>

Nothing that a page names is fetched. Metadata is evidence, not truth: it counts where the reader's text agrees or is silent.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from wiredesk.formats import Format
from wiredesk.formats.assembly import assemble
from wiredesk.formats.drafting import draft_parts
from wiredesk.formats.html_meta import apply_meta, read_meta
from wiredesk.formats.xml import name_root
from wiredesk.layouts import choose_layout
from wiredesk.parsing.lines import index_lines
from wiredesk.parsing.marks import Mark, Marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.formats.html_meta import Meta
    from wiredesk.parsing.lines import Line
    from wiredesk.records import CleanPage, Parts

MAX_NODES = 400_000  # of a page; what comes after is not laid out
HIDDEN = frozenset(
    "script style noscript template svg iframe object embed head title meta link select option canvas map button form".split()
)
INLINE = frozenset(
    "a abbr b bdi bdo cite code data dfn em font i ins kbd label mark q s samp small span "
    "strong sub sup time u var wbr -text".split()
)
APART = frozenset(
    "p h1 h2 h3 h4 h5 h6 blockquote pre ul ol table figure section article header footer aside nav main hr".split()
)
SHORT = 600  # characters of story under which the article element is believed more than the text
SENTENCE, ENDS = 40, '.?!"”'  # a text of an article element from this length on that ends so is a paragraph
FURNITURE = frozenset(("nav", "footer", "aside"))
TELLING = frozenset(("h1", "figcaption", "blockquote", "li", "article"))
MAX_OPEN = 2_000  # elements that are opened and not closed
_NESTING = re.compile(
    r"(?i)<(?:div|span|section|article|[uod]l|table|t[dr]|b|i|u|em|strong|a|font|center|blockquote|main|form|s|q)\b"
)
_CLOSING = re.compile(
    r"(?i)</(?:div|span|section|article|[uod]l|table|t[dr]|b|i|u|em|strong|a|font|center|blockquote|main|form|s|q)\b"
)
_TAG = re.compile(r"<[^<>]{0,400}>")
_BLANKS = re.compile(r"[ \t\r\f\v\n\u00a0]+")
_OPENING = re.compile(
    r"(?i)\s*(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<!--|<meta\s|<(?:div|article|section|main|p|h1)[\s>])"
)
_TAGS = ("<html", "<body", "<div", "<p>", "<a href", "</p>")


def recognise(head: str, media_type: str) -> int:
    """Know a page by its first tag, or by two of the tags that only HTML has."""
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
    lines = index_lines(laid.text)
    meta = read_meta(tree, page.url)
    if not lines:
        return draft_parts(page, laid.text)
    layout = choose_layout(lines)
    marks = _overrule(layout.mark(lines), lines, laid, meta)
    dated = replace(page, url=meta.url or page.url)
    return apply_meta(assemble(dated, laid.text, lines, marks, layout.name), meta)


def _flatten(text: str) -> str:
    """Take the tags out of a page that opens far more elements than it closes: parsing would take the square of their depth."""
    deep = sum(1 for _ in _NESTING.finditer(text)) - sum(1 for _ in _CLOSING.finditer(text))
    return _TAG.sub("<br>", text) if deep > MAX_OPEN else text


class Laid:
    """A page laid out: its text, and for each line that has evidence, by the offset where it starts, the tag that held it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.tags: dict[int, str] = {}
        self.pending: list[str] = []
        self.tag = ""
        self.gap = 0

    def flush(self, gap: int) -> None:
        """End the line in hand, with so many blank lines after it."""
        text = _BLANKS.sub(" ", "".join(self.pending)).strip()
        self.pending.clear()
        if text:
            separator = "\n" * (1 + self.gap) if self.pieces else ""
            self.pieces.append(separator + text)
            self.length += len(separator) + len(text)
            if self.tag:
                self.tags[self.length - len(text)] = self.tag
            self.gap = 0
        self.gap = max(self.gap, gap)

    @property
    def text(self) -> str:
        """The page as read."""
        return "".join(self.pieces)


def lay_out(tree: LexborHTMLParser) -> Laid:
    """Lay the DOM out as lines: a block a line, a blank line about paragraphs and headings; hidden elements are left out."""
    laid = Laid()
    root = tree.body or tree.root
    stack: list[tuple[Any, str, bool]] = [(root, "", False)] if root else []
    seen = 0
    while stack and seen < MAX_NODES:
        node, context, leaving = stack.pop()
        seen += 1
        tag = node.tag or ""
        if leaving:
            laid.flush(1 if tag in APART else 0)
            laid.tag = context
            continue
        if tag == "-text":
            laid.tag = laid.tag if laid.pending else context
            laid.pending.append(node.text_content or "")
        elif tag == "br":
            laid.flush(0)
        elif tag not in HIDDEN and not tag.startswith(("_", "-", "!")):
            inside = tag if tag in FURNITURE or tag in TELLING else context
            inside = context if context in FURNITURE else inside
            if tag not in INLINE:
                laid.flush(1 if tag in APART else 0)
                stack.append((node, context, True))
            children = list(node.iter(include_text=True))
            stack.extend((child, inside, False) for child in reversed(children))
    laid.flush(0)
    return laid


def _overrule(marks: Marks, lines: Sequence[Line], laid: Laid, meta: Meta) -> Marks:
    """Let the DOM speak where it is sure: furniture holds no paragraphs, the heading that metadata names is the headline."""
    kept = dict(marks)
    found = sum(len(line.text) for line in lines if line.number in marks and marks[line.number].label == "story.paragraph")
    for line in lines:
        mark, tag = kept.get(line.number), laid.tags.get(line.start, "")
        if mark and mark.label in {"story.paragraph", "story.crosshead"}:
            if tag in FURNITURE:
                kept[line.number] = Mark(f"chrome.{tag}", f"html.{tag}")
            elif tag == "figcaption":
                kept[line.number] = Mark("story.caption", "html.figcaption")
            elif tag == "blockquote":
                kept[line.number] = Mark("story.quote", "html.blockquote")
        elif mark and mark.rule == "plain.rest" and tag == "figcaption":
            kept[line.number] = Mark("story.caption", "html.figcaption")
        elif (
            found < SHORT
            and mark
            and mark.rule == "plain.rest"
            and tag == "article"
            and len(line.text) >= SENTENCE
            and line.text[-1] in ENDS
        ):
            kept[line.number] = Mark("story.paragraph", "html.article")
    heading = meta.find_headline([(line.number, line.text, laid.tags.get(line.start, "")) for line in lines])
    if heading is not None and any(mark.label == "story.paragraph" for mark in kept.values()):
        kept = {number: mark for number, mark in kept.items() if mark.label != "story.headline"}
        kept[heading] = Mark("story.headline", "html.heading+metadata")
    return kept


FORMAT = Format("html", recognise, read)
