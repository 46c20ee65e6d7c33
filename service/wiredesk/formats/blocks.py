"""The blocks of a marked-up body (NITF, XHTML, HTML fragments): paragraphs, crossheads, lists, tables, quotes; media apart.

<p>...</p> <hl2>...</hl2> <ul><li>...</li></ul> <table><tr><td>...</td></tr></table> <media media-type="image">...</media>
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree, html
from msgspec import Struct

from wiredesk.formats.xml_tree import find_text, inner_text, is_one_line, squeeze, text_of
from wiredesk.parsing.wire_copy import keeps_lines, split_copy
from wiredesk.records import Media

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from wiredesk.records import BlockKind

_CROSSHEADS = frozenset("h1 h2 h3 h4 h5 h6 hl1 hl2 hl3 hedline caption MELLIS".split())  # MELLIS, CITAT, P: Sweden's TT
_CONTAINERS = frozenset(
    "html body body.content block div section article main header footer fieldset center figure aside content encoded "
    "DataContent inlineXML bodytext td th INGRESS BRODTEXT".split()
)
_TEXTS = frozenset(["p", "li", "dt", "dd", "P", "CITAT"])
_QUOTES = frozenset(["blockquote", "bq"])
_LISTS = frozenset(["ul", "ol", "dl"])
_DROPPED = frozenset(
    "head script style noscript iframe object form button nav body.head body.end media-metadata media-producer".split()
)
_MARKUP = re.compile(
    r"<(?:p|br|hr|div|h[1-6]|ul|ol|table|span|b|i|a|strong|em|img|figure|blockquote|pre|body|html)\b[^>]{0,2000}>",
    re.IGNORECASE,
)
_EMBED = re.compile(r"<(?:div|script|iframe|blockquote|section)\b")  # the code of what a page shows there, as text
_BYLINE = re.compile(  # above a lede from which a line end alone parts it
    r"\s*By [A-ZÀ-Þ][\w.'’-]{0,30}(?: (?:and |de |van |al-)?[A-ZÀ-Þ][\w.'’-]{0,30}){0,5}(?=[ \t]*\n\s*[A-ZÀ-Þ])"
)
_RULE = re.compile(r"[*_=~•·–—-][*_=~•·–—\s-]{1,200}")  # "***" between two parts
_MARKS = frozenset("<*_=~•·–—-")  # what these two begin with
_BREAKS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
MAX_NESTING = 150  # elements inside elements; deeper ones are read as running text


class Piece(Struct, frozen=True, gc=False):
    """One block: its kind and text. A Struct is made in a fifth of the time of a NamedTuple, and a body has many."""

    kind: BlockKind
    text: str


class Content(NamedTuple):
    """A body: its blocks in order, and the media among them."""

    pieces: tuple[Piece, ...] = ()
    media: tuple[Media, ...] = ()


def read_blocks(root: Element) -> Content:
    """Read the blocks below `root`, in order."""
    pieces: list[Piece] = []
    media: list[Media] = []
    _walk(root, pieces, media, "paragraph", 0)
    return Content(tuple(pieces), tuple(media))


def read_fragment(text: str) -> Content:
    """Read a body that came as text: HTML if it has tags, else paragraphs between blank lines."""
    if not text.strip():
        return Content()
    if _MARKUP.search(text):
        try:
            return read_blocks(html.fragment_fromstring(text, create_parent="div"))
        except (etree.ParserError, etree.XMLSyntaxError, ValueError):
            text = re.sub(r"<[^<>]*>", " ", text)
    return Content(tuple(split_paragraphs(text)))


def split_paragraphs(text: str) -> Iterator[Piece]:
    """Split plain text at blank lines; lines that are set in from the left begin a paragraph too."""
    byline = _BYLINE.match(text)
    if byline:
        yield Piece("paragraph", byline[0].strip())
        text = text[byline.end() :]
    for chunk in _BREAKS.split(text.replace("\r\n", "\n").strip("\n")):
        for part in re.split(r"\n(?=[ \t]{2,}\S)", chunk):
            line = squeeze(part)
            if line and not _RULE.fullmatch(line):
                yield Piece("paragraph", line)


def _walk(element: Element, pieces: list[Piece], media: list[Media], kind: BlockKind, depth: int) -> None:
    """Read the children of a container: blocks as blocks, running text between them as a paragraph."""
    run = element.text or ""
    known = _NO_INLINE if depth <= MAX_NESTING else _NOTHING
    for child in element:
        tag = child.tag
        if tag in _TEXTS and not len(child):  # most blocks of most bodies
            if run and not run.isspace():
                _flush(run, pieces, kind)
            _flush(child.text or "", pieces, kind)
            run = child.tail or ""
            continue
        if not isinstance(tag, str):  # a comment of HTML, an instruction
            pass
        elif tag == "br":
            run += "\n"
        elif tag not in known and (not known or _is_inline(child)):
            run += inner_text(child)
        else:
            if run:
                _flush(run, pieces, kind)
                run = ""
            if tag not in _DROPPED:
                _read_block(child, tag, pieces, media, kind, depth)
        run += child.tail or ""
    if run and not run.isspace():
        _flush(run, pieces, kind)


def _is_inline(child: Element) -> bool:
    """Tell an element that is none of ours and holds none."""
    return not len(child) or not any(inner.tag in _BLOCKS for inner in child.iterdescendants())


def _flush(run: str, pieces: list[Piece], kind: BlockKind) -> None:
    if run[:1] not in _MARKS and is_one_line(run):  # as most paragraphs are
        text = squeeze(run) if run.count("  ") else run.strip()  # to count takes half the time of `in`
        if text:
            pieces.append(Piece(kind, text))
        return
    if run.isspace():
        return
    breaks = run.count("\n")
    if breaks > 1 and kind == "paragraph" and keeps_lines(run):  # a wire's copy as it was typed, in one <p>
        pieces += (Piece(passage.kind, passage.text) for passage in split_copy(run.split("\n")))
        return
    line = _BYLINE.match(run)
    if line:
        pieces.append(Piece(kind, line[0].strip()))
        run = run[line.end() :]
    parts = _BREAKS.split(run) if breaks > 1 else (run,)
    for part in parts:
        text = squeeze(part)
        if text and not (text[0] in _MARKS and (_RULE.fullmatch(text) or (text[-1] == ">" and _EMBED.match(text)))):
            pieces.append(Piece(kind, text))


def _read_block(child: Element, tag: str, pieces: list[Piece], media: list[Media], kind: BlockKind, depth: int) -> None:
    if tag in {"media", "figure"}:
        media.extend(read_media(child))
    elif tag == "img":
        if child.get("src") and not _counts(child):
            media.append(Media(url=child.get("src"), caption=squeeze(child.get("alt")), file=False, type="image"))
    elif tag == "pre":
        text = inner_text(child).strip("\n")
        if text.strip():
            pieces.append(
                Piece("table" if re.search(r"\S[ .]{3,}\S", text) else kind, "\n".join(map(str.rstrip, text.split("\n"))))
            )
    elif tag == "table":
        _read_table(child, pieces, media, depth)
    else:
        _walk(child, pieces, media, _KINDS.get(tag, kind), depth + 1)


def _counts(image: Element) -> bool:
    """Tell a picture that is there to count readers: one pixel, or an address that names no file and no text for it."""
    if {image.get("width"), image.get("height")} & {"0", "1", "1px"}:
        return True
    path, _, query = (image.get("src") or "").partition("?")
    return bool(query) and not image.get("alt") and "." not in path.rpartition("/")[2]


def _read_table(table: Element, pieces: list[Piece], media: list[Media], depth: int) -> None:
    """Read a table row by row; one that only lays out a page (a table in a table) is walked as a container."""
    if next(table.iterdescendants("table"), None) is not None:
        _walk(table, pieces, media, "paragraph", depth + 1)
        return
    rows = []
    for row in table.iter("tr", "tablerow"):
        cells = [text_of(cell) or "" for cell in row]
        if any(cells):
            rows.append(" | ".join(cells).strip(" |"))
    if rows:
        pieces.append(Piece("table", "\n".join(rows)))


def read_media(element: Element) -> Iterator[Media]:
    """Read a NITF <media> or a <figure>: one medium for the best reference, with caption and producer."""
    caption = find_text(element, "media-caption", ".//media-caption", ".//figcaption")
    credit = find_text(element, "media-producer", ".//media-producer")
    for reference in element.iter("media-reference", "img", "video", "audio", "source"):
        url = squeeze(reference.get("source") or reference.get("src") or reference.get("data-location"))
        mime = squeeze(reference.get("mime-type") or reference.get("type")) or squeeze(element.get("media-type"))
        mime = mime or ("image" if reference.tag == "img" else None)
        caption = caption or squeeze(reference.get("alternate-text") or reference.get("alt"))
        credit = credit or squeeze(reference.get("source-credit"))
        if url or caption:
            yield Media(url=url, caption=caption, credit=credit, file=False, type=mime)
            return
    if caption:
        yield Media(caption=caption, credit=credit, file=False, type=squeeze(element.get("media-type")))


_BLOCKS = frozenset(
    {"pre", "table", "tr", "tbody", "thead", "tfoot", "media", "figure", "img", "note", "fn", "hr", "address"}
    | _TEXTS
    | _CROSSHEADS
    | _CONTAINERS
    | _QUOTES
    | _LISTS
)
_NO_INLINE = _BLOCKS | _DROPPED
_NOTHING: frozenset[str] = frozenset()
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("note", "fn"), "note"),
    **dict.fromkeys(_CROSSHEADS, "crosshead"),
    **dict.fromkeys(_QUOTES, "quote"),
    **dict.fromkeys(_LISTS, "list"),
}
