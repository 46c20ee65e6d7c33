"""Bytes to text: by byte order mark, by what is declared, by the bytes; what was repaired is counted."""

from __future__ import annotations

import codecs
import re
from collections import Counter

import ftfy
from ftfy.badness import is_bad

from wiredesk.errors import Reason, Spike
from wiredesk.formats.charset_evidence import choose_charset
from wiredesk.parsing.mends import Mend, compare, find_replaced, mend_line_ends

MOST_CONTROLS = 50  # one byte in so many may be a control character; random bytes have one in nine
_CONTROL_BYTES = bytes({*range(0x20), 0x7F} - {*b"\t\n\r\f\x01\x02\x03\x1a\x1b"})
_WIRE = re.compile(
    rb"[\x00-\x20\x7f]{0,60}\x01[A-Za-z]{1,4}\d{3,5}"
)  # SOH and a header: columns of its tables are control bytes
MOST_ENCODINGS = 8  # how often text may have been encoded over itself
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,80}?encoding\s*=\s*["']([\w.:-]{2,40})|<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_BINARY = (b"\x89PNG", b"%PDF", b"\xff\xd8\xff", b"PK\x03\x04", b"\x1f\x8b", b"GIF8", b"\x00\x00\x00")
_MOJIBAKE = re.compile("[ÃÂâÐÑ][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u2122]")
_CONTROLS = re.compile("[\x00\x04-\x08\x0b\x0e-\x1f\x7f\ufeff]")  # SOH, STX, ETX, FF are kept: wire headers use them
_SURROGATES = re.compile("[\ud800-\udfff]")
_JSON = re.compile(r'\s*+(?:\[\s*+)?\{\s*+"')  # strings of JSON may hold the line ends of Unicode as they are
_LINE_ENDS = re.compile("\r\n?|\x85|\u2028|\u2029")
Layers = tuple[tuple[Mend, ...], ...]
MARK = "\ufeff"
# one of these is in all that is mended, of the first in all ASCII
_CONTROL_SUSPECTS = (*map(chr, _CONTROL_BYTES), *"\0\r\x0b\x1a\x1b")
_SUSPECTS = tuple("\x85\u2028\u2029\ufeffÃÂâÐÑ")


def decode_bytes(data: bytes, declared: str | None) -> tuple[str, str, Counter[str]]:
    """Decode a payload: the text, the charset that made it, and what was repaired."""
    repairs: Counter[str] = Counter()
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace"), name, repairs
    if data.startswith(_BINARY):
        raise Spike(Reason.UNKNOWN_FORMAT, f"binary data that begins with {data[:16].hex(' ')}")
    found = _DECLARED.search(data[:2048])
    inner = next((group.decode("ascii") for group in found.groups() if group), None) if found else None
    for name in filter(None, dict.fromkeys((declared, "utf-8", inner))):
        text = _try(data, name)
        if text is not None:
            return text, name.lower(), repairs
    if data.count(0) > len(data) // 8:
        raise Spike(Reason.NOT_UTF8, "no charset makes text of the bytes", offset=data.index(0))
    if not _WIRE.match(data) and len(data.translate(None, _CONTROL_BYTES)) * MOST_CONTROLS < len(data) * (MOST_CONTROLS - 1):
        raise Spike(Reason.NOT_UTF8, "no charset makes text of the bytes: too many are control characters")
    repairs["charset"] += 1
    chosen = choose_charset(data)
    text = _try(data, chosen)
    return (text, chosen, repairs) if text is not None else (data.decode("latin-1"), "latin-1", repairs)


def repair_text(text: str) -> tuple[str, Counter[str], Layers]:
    """Mend line ends, control characters, lone surrogates and doubly encoded text; doing it twice changes nothing.

    The layers of mends tell where on the page as it came each place of the mended text was.
    """
    repairs: Counter[str] = Counter()
    layers: list[list[Mend]] = []
    if text[:1] == MARK:  # a byte order mark that its charset leaves in the text
        text = text[1:]
        layers.append([(0, 0, 1, "byte-order-mark")])
    if "\r" in text:
        text, ends = mend_line_ends(text)
        layers.append(ends)
    if _is_clean(text):
        return text, repairs, _keep(layers)
    if not _JSON.match(text):
        text = _LINE_ENDS.sub("\n", text)
    layers.append(find_replaced(text, _CONTROLS, "control"))
    text, repairs["control"] = _CONTROLS.subn(" ", text)
    text, repairs["surrogate"] = _SURROGATES.subn("\ufffd", text)
    for _ in range(MOST_ENCODINGS):
        if text.isascii() or not _MOJIBAKE.search(text) or not is_bad(text):
            break
        mended = _CONTROLS.sub(" ", _LINE_ENDS.sub("\n", ftfy.fix_encoding(text)))
        if mended == text:
            break
        repairs["mojibake"] += 1
        layers.append(compare(text, mended, "mojibake"))
        text = mended
    return text, repairs, _keep(layers)


def _keep(layers: list[list[Mend]]) -> Layers:
    return tuple(tuple(layer) for layer in layers if layer)


def _is_clean(text: str) -> bool:
    """Rule out that anything is to be mended: 7 us for a page of 12.7 KB, where the patterns take 350."""
    if any(mark in text for mark in _CONTROL_SUSPECTS):
        return False
    if text.isascii():
        return True
    if any(mark in text for mark in _SUSPECTS):
        return False
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate
        return False
    return True


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (ValueError, LookupError):  # not of this charset, no charset at all, a name with NUL in it
        return None
