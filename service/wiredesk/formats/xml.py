"""XML from strangers, parsed safely: no DTD, no entity beyond the five (and HTML's names), no network, bounded size and depth.

<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-3.dtd"><nitf>...
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from wiredesk.errors import Reason, Spike
from wiredesk.formats.xml_mending import mend_xml

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.etree import _Element as Element

MAX_CHARS = 16 << 20  # the largest feed among the samples has 1 MB
MOST_PREFIXES = 20  # that are each looked for in the text; where more are declared, every element is looked at
MAX_DEPTH = 200  # the deepest sample nests 31

_PROLOG = re.compile(r"\s*+(?:<\?xml[^>]{0,200}\?>)?")
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^<>\[]{0,2000}(?:\[(?P<subset>[^\]]{0,20000})\]\s*+)?>", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
# NewsML brings in the DTD of NITF so; it names a file beside the document and is dropped with the rest of the DOCTYPE
_DTD_PART = re.compile(
    r"""<!ENTITY\s+%\s+[\w.-]{1,60}\s+(?:SYSTEM|PUBLIC\s+["'][^"'<>]{0,200}["'])\s+["'][\w./-]{1,200}\.dtd["']\s*>"""
)
_DECLARED = re.compile(r""":([\w.-]{1,60})=(["'])([^"'<>&{}]{1,500})\2""")
_ROOT = re.compile(r"<(?![?!])(?:[\w.-]{1,60}:)?([\w.-]{1,60})")
_SKIP = re.compile(r"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*+(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)


_BEFORE_ROOT = re.compile(rf"\ufeff?(?:\s++|{_SKIP.pattern})*+", _SKIP.flags)
_AT_ROOT = re.compile(r"\s*+<[A-Za-z_]")


class Document(NamedTuple):
    """A parsed document: its root, and what was wrong with it."""

    root: Element
    problems: tuple[str, ...] = ()


@lru_cache(maxsize=8)
def name_root(head: str) -> str:
    """Name the root element of a document by its head, without its prefix; "" where the head is no XML."""
    start = head.lstrip("\ufeff \t\r\n")[:1]
    if start != "<":
        return ""
    before = _BEFORE_ROOT.match(head)
    found = _ROOT.match(head, before.end()) if before else None
    found = found or _ROOT.search(_SKIP.sub(" ", head))
    return found[1] if found else ""


def parse_xml(text: str, *, local_names: bool = True) -> Document:
    """Parse `text`; what is broken is mended if anything can be read. local_names: drop the namespaces of all elements."""
    if len(text) > MAX_CHARS:
        raise Spike(Reason.TOO_LARGE, f"the document has {len(text)} characters, the limit is {MAX_CHARS}", rule="xml.size")
    source = _drop_doctype(_PROLOG.sub("", text.lstrip("\ufeff \t\r\n"), count=1))
    problems: list[str] = []
    try:
        plain, spaces = _drop_namespaces(source) if local_names else (source, ())
        root = _parse(plain, _STRICT)
    except etree.XMLSyntaxError:
        spaces = None if local_names else ()
        try:
            root = _parse(source, _STRICT)  # once more as it came, for the place of the fault
        except etree.XMLSyntaxError as error:
            problems.append(f"broken XML, mended: {error.msg}")
            root = _parse_broken(mend_xml(source), error)
    _check_depth(root)
    if spaces is None or spaces:
        names = (etree.Element,) if spaces is None else [f"{{{space}}}*" for space in spaces]
        for element in list(root.iter(*names)):
            if element.tag[0] == "{" or ":" in element.tag:
                _drop_prefix(element)
    return Document(root, tuple(problems))


def _drop_namespaces(source: str) -> tuple[str, Collection[str] | None]:
    """Cut the default namespaces out of the tags, and give those that tags with a prefix are in; None: look at every element.

    On the text: to rename the elements one by one costs as much again as to parse them.
    """
    if "xmlns" not in source:
        return source, ()
    first, *rest = source.split("xmlns")
    pieces, prefixes, left = [first], {}, False
    for piece in rest:
        before = pieces[-1]
        end = piece.find(piece[1], 2) if piece[:2] in {'="', "='"} else -1
        if end > 0 and before[-1:].isspace() and before.rfind("<") > before.rfind(">"):
            pieces.append(piece[end + 1 :])
            continue
        pieces.append("xmlns" + piece)
        declared = _DECLARED.match(piece)
        if declared:
            prefixes[declared[1]] = declared[3]
        else:
            left = True
    source = "".join(pieces)
    left = left or len(prefixes) > MOST_PREFIXES
    return source, None if left else {space for prefix, space in prefixes.items() if f"<{prefix}:" in source}


def _drop_prefix(element: Element) -> None:
    """Leave the local name of an element, also where its prefix was never declared; a name that is none becomes "unnamed"."""
    name = element.tag.rpartition("}")[2].rpartition(":")[2]
    try:
        element.tag = name
    except ValueError:
        element.tag = "unnamed"


def _drop_doctype(source: str) -> str:
    """Cut out the DOCTYPE, which is never loaded; one that declares entities is refused, save parts of a DTD beside it."""
    if _AT_ROOT.match(source):
        return source
    begin = source.find("<!DOCTYPE", 0, 20000)
    begin = source.find("<!doctype", 0, 20000) if begin < 0 else begin
    for entity in _ENTITY.finditer(source, 0, begin + 60000 if begin >= 0 else 0):
        if not _DTD_PART.match(source, entity.start()):
            raise Spike(Reason.UNSAFE_XML, "the document declares entities", rule="xml.entities", offset=entity.start())
    if begin < 0:
        return source
    found = _DOCTYPE.match(source, begin)
    if found is None:
        raise Spike(Reason.UNSAFE_XML, "a document type that cannot be read", rule="xml.doctype", offset=begin)
    return source[:begin] + source[found.end() :]


_make_parser = partial(
    etree.XMLParser,
    encoding="utf-8",
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)
_STRICT = _make_parser()
_LENIENT = _make_parser(recover=True)


def _parse(source: str, parser: etree.XMLParser) -> Element:
    root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    if root is None:
        raise Spike(Reason.MALFORMED, "no element can be read", rule="xml")
    return root


def _parse_broken(source: str, error: etree.XMLSyntaxError) -> Element:
    message, line = error.msg or "", error.lineno
    if "depth" in message.lower():
        raise Spike(Reason.UNSAFE_XML, message, rule="xml.depth", offset=line) from error
    if "huge" in message.lower() or "limit" in message.lower():
        raise Spike(Reason.TOO_LARGE, message, rule="xml.size", offset=line) from error
    try:
        return _parse(source, _LENIENT)
    except (etree.XMLSyntaxError, Spike) as broken:
        raise Spike(Reason.MALFORMED, message, rule="xml", offset=line) from broken


def _check_depth(root: Element) -> None:
    depth = 0
    level: Element | None = root
    deepest = root
    while level is not None:  # the first children alone: siblings' depth is held by the parser's own limit of 256
        deepest, level, depth = level, next(iter(level), None), depth + 1
    if depth > MAX_DEPTH:
        raise Spike(
            Reason.UNSAFE_XML, f"nested deeper than {MAX_DEPTH}", rule="xml.depth", offset=getattr(deepest, "sourceline", None)
        )
