"""Email (RFC 822): Subject, Date, Message-ID, sender; the HTML or the text part, its charset; a web form's fields as JSON.

From: Desk <desk@velden.example>
Subject: Bridge of Velden opens
Content-Type: text/plain; charset=ISO-8859-1
"""

from __future__ import annotations

import email
import email.policy
import re
from email.header import decode_header
from typing import TYPE_CHECKING, Any

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.blocks import Content, Piece, read_fragment
from wiredesk.formats.charsets import decode_bytes, repair_text
from wiredesk.formats.email_form import read_form
from wiredesk.formats.wire_fields import Draft, read_moment
from wiredesk.formats.wire_messages import keep_known, make_content, read_messages
from wiredesk.parsing.wire_copy import split_copy
from wiredesk.parsing.wire_notes import part_notes
from wiredesk.records import Media

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from wiredesk.records import CleanPage, Parts

MAX_PARTS = 60
FEWEST = 3  # header fields of a mail, one of which only a mail has; without such a one, more
MAX_RAW = 8000  # characters of a header as it came
MAX_HEADER = 400  # characters of a header that is kept
_FIELD = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}:[ \t]?[^\n]*|[ \t]+\S[^\n]*")
_NAME = re.compile(r"^([A-Za-z-]{2,60}):", re.MULTILINE)
_SURE = frozenset({"message-id", "received", "mime-version", "return-path", "delivered-to", "x-received"})
_KNOWN = frozenset({"from", "to", "subject", "date", "content-type", "sender", "reply-to", "cc"})
_WHO = frozenset({"from", "subject"})
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_MARKUP = re.compile(r"<(?:div|p|br|html|body|table|span)\b", re.IGNORECASE)


def recognise(head: str, media_type: str) -> int:
    """Know header fields above a blank line: who and what of a mail, and at least one that only mail has, or four in all."""
    if media_type == "message/rfc822":
        return 94
    top = head.lstrip(" \t\n\x00").partition("\n\n")[0]
    lines = top.split("\n")
    if len(lines) < 3 or not all(_FIELD.fullmatch(line) for line in lines[:200] if line != lines[-1] or len(lines) < 3):
        return 0
    names = {name.casefold() for name in _NAME.findall(top)}
    sure, known = len(names & _SURE), len(names & _KNOWN)
    return 88 if names & _WHO and ((sure and known and sure + known >= FEWEST) or known > FEWEST) else 0


def read(page: CleanPage) -> Parts:
    """Read the mail; raises Spike where it has neither subject nor text."""
    return read_messages(page, [(0, lambda: read_mail(page))], "rfc822")


def read_mail(page: CleanPage) -> Draft:
    """Read one mail."""
    text = page.text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate makes the standard library raise
    message = email.message_from_string(text.lstrip(" \t\n\x00"), policy=email.policy.compat32)
    texts, media, problems = _read_parts(message, page.charset)
    subject = _read_header(message, "Subject")
    content, private = _read_text(texts)
    fields: dict[str, Any] = {
        "uri": (_read_header(message, "Message-ID") or "").strip("<> ") or None,
        "headline": subject,
        "published": read_moment(_read_header(message, "Date"), "rfc822.date"),
        "language": (_read_header(message, "Content-Language") or "").partition(",")[0].strip() or None,
        "private_notes": private,
        "media": tuple(media),
        "wire_header": keep_known(
            {"from": _read_header(message, "From"), "organisation": _read_header(message, "Organization")}
        ),
        "problems": tuple(problems),
    }
    if not fields["published"] and message.get("Date"):
        problems.append("rfc822.date: the Date field cannot be read")
        fields["problems"] = tuple(problems)
    form = read_form(texts.get("text/plain", ""))
    if form:
        content, fields = Content(tuple(Piece("paragraph", text) for text in form.body)), fields | form.fields
    if not content.pieces and not fields["headline"]:
        raise Spike(Reason.MALFORMED, "neither subject nor text", rule="rfc822.text", offset=page.text.find("\n\n") + 1)
    return Draft(content, fields)


def _read_parts(message: Message, charset: str) -> tuple[dict[str, str], list[Media], list[str]]:
    """Read the first text part of each kind, the names of what is attached, and what is wrong with the structure."""
    texts: dict[str, str] = {}
    media: list[Media] = []
    problems: list[str] = []
    for number, part in enumerate(message.walk()):
        if number >= MAX_PARTS:
            problems.append(f"rfc822.parts: more than {MAX_PARTS}, the rest is not read")
            break
        problems += [f"rfc822.{type(defect).__name__}" for defect in part.defects]
        kind = part.get_content_type()
        name = _attached(part)
        if kind in {"text/plain", "text/html"} and not part.is_multipart() and not name:
            texts.setdefault(kind, _read_payload(part, charset))
        elif kind.partition("/")[0] in {"image", "video", "audio"}:
            media.append(Media(url=None, caption=None, file=False, type=kind))
    return texts, media, list(dict.fromkeys(problems))


def _attached(part: Message) -> bool:
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


def _read_header(message: Message, name: str) -> str | None:
    """Read a header with its encoded words (RFC 2047)."""
    found = message.get(name)
    if found is None:
        return None
    raw = str(found)[:MAX_RAW]
    pieces: list[str] = []
    try:
        for piece, charset in decode_header(raw):
            pieces.append(decode_bytes(piece, charset)[0] if isinstance(piece, bytes) and piece else str(piece or ""))
    except (ValueError, LookupError, UnicodeError, Spike):
        pieces = [raw]
    return " ".join(repair_text("".join(pieces))[0].split())[:MAX_HEADER] or None


def _read_text(texts: dict[str, str]) -> tuple[Content, tuple[str, ...]]:
    """Read the body: the HTML part if it says something, else the text part; signature and private notes are cut off."""
    html = texts.get("text/html", "")
    plain = _SIGNATURE.split(texts.get("text/plain", ""), maxsplit=1)[0]
    if _MARKUP.search(html):
        content = read_fragment(html)
        lines = [line for piece in content.pieces for line in (piece.text, "")]
        parted = part_notes(lines)
        kept = (len(parted.public) + 1) // 2
        if content.pieces:
            return Content(tuple(_cut_signature(content.pieces[:kept])), content.media), parted.private
    parted = part_notes((plain or html).split("\n"))
    return make_content(split_copy(parted.public)), parted.private


def _cut_signature(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    for piece in pieces:
        if piece.text in {"--", "-- "}:
            return
        yield piece


FORMAT = Format("rfc822", recognise, read)
