"""The parts of a mail (MIME): their text by transfer encoding and charset, headers with encoded words, attached media."""

from __future__ import annotations

import re
from email.errors import MessageError
from email.header import decode_header
from typing import TYPE_CHECKING

from wiredesk.errors import Spike
from wiredesk.formats.charsets import decode_bytes, repair_text
from wiredesk.records import Media

if TYPE_CHECKING:
    from email.message import Message

MAX_PARTS = 60
MAX_RAW = 8000  # characters of a header as it came
MAX_HEADER = 400  # characters of a header that is kept
_WIRES = frozenset(
    {"text/xml", "application/xml", "application/json", "application/nitf+xml", "application/vnd.iptc.g2.newsitem+xml"}
)


def read_parts(message: Message, charset: str) -> tuple[dict[str, str], list[Media], list[str]]:
    """Read the first text of each kind, what media are attached, and what is wrong with the structure."""
    texts: dict[str, str] = {}
    media: list[Media] = []
    problems: list[str] = []
    for number, part in enumerate(message.walk()):
        if number >= MAX_PARTS:
            problems.append(f"rfc822.parts: more than {MAX_PARTS}, the rest is not read")
            break
        problems += [f"rfc822.{type(defect).__name__}" for defect in part.defects]
        kind = part.get_content_type()
        if part.is_multipart():
            continue
        if kind in _WIRES or (kind in {"text/plain", "text/html"} and not _is_attached(part)):
            texts.setdefault(kind, _read_payload(part, charset))
        elif kind.partition("/")[0] in {"image", "video", "audio"}:
            cid = (read_header(part, "Content-ID") or "").strip("<> ")
            media.append(Media(url=f"cid:{cid}" if cid else None, caption=None, file=False, type=kind))
    return texts, media, list(dict.fromkeys(problems))


def _is_attached(part: Message) -> bool:
    return str(part.get("Content-Disposition", "")).strip().casefold().startswith("attachment")


def _read_payload(part: Message, charset: str) -> str:
    """Read the text of a part: as its transfer encoding and charset say; what came as it is was decoded with the page."""
    raw = part.get_payload()
    text = raw if isinstance(raw, str) else ""
    declared = _declared(part)
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().casefold()
    try:
        if encoding in {"quoted-printable", "base64", "x-uuencode", "uuencode"}:
            data = part.get_payload(decode=True)
            text = decode_bytes(data, declared)[0] if isinstance(data, bytes) and data else text
        elif not text.isascii() and declared and declared.casefold() not in {"utf-8", charset}:
            text = decode_bytes(text.encode(charset), declared)[0]
    except (Spike, ValueError, LookupError):
        pass
    text = repair_text(text)[0]
    flowed = part.get_param("format") == "flowed"
    return _join_flowed(text, remove=part.get_param("delsp") == "yes") if flowed else text


def _declared(part: Message) -> str | None:
    """Give the declared charset; what calls itself Latin-1 or ASCII is read as Windows' (WHATWG Encoding)."""
    try:
        name = part.get_content_charset()
    except (LookupError, ValueError):
        return None
    return "cp1252" if name in {"iso-8859-1", "latin-1", "latin1", "us-ascii"} else name


def _join_flowed(text: str, *, remove: bool) -> str:
    """Join the lines of format=flowed (RFC 3676): a blank at the end says that the next line goes on."""
    return re.sub(r"(?<!^--) \n(?=[^ \n>])", "" if remove else " ", text, flags=re.MULTILINE)


def read_header(message: Message, name: str) -> str | None:
    """Read a header with its encoded words (RFC 2047)."""
    found = message.get(name)
    if found is None:
        return None
    raw = str(found)[:MAX_RAW]
    pieces: list[str] = []
    try:
        for piece, charset in decode_header(raw):
            pieces.append(decode_bytes(piece, charset)[0] if isinstance(piece, bytes) and piece else str(piece or ""))
    except (ValueError, LookupError, UnicodeError, MessageError, Spike):
        pieces = [raw]
    return " ".join(repair_text("".join(pieces))[0].split())[:MAX_HEADER] or None
