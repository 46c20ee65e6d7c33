"""Email (RFC 822): Subject, Date, Message-ID, sender; the HTML or the text part, its charset; a web form's fields as JSON.

From: Desk <desk@velden.example>
Subject: Bridge of Velden opens
Content-Type: text/plain; charset=ISO-8859-1
"""

from __future__ import annotations

import email
import email.policy
import re
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format, formats
from wiredesk.formats import recognise as recognise_wire
from wiredesk.formats.blocks import Content, Piece, read_fragment
from wiredesk.formats.email_form import read_form
from wiredesk.formats.mail_parts import read_header, read_parts
from wiredesk.formats.wire_fields import Draft, read_moment
from wiredesk.formats.wire_messages import keep_known, make_content, read_messages
from wiredesk.parsing.wire_copy import split_copy
from wiredesk.parsing.wire_notes import part_notes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from wiredesk.records import CleanPage, Media, Parts

FEWEST = 3  # header fields of a mail, one of which only a mail has; without such a one, more
_FIELD = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}:[ \t]?[^\n]*|[ \t]+\S[^\n]*")
_NAME = re.compile(r"^([A-Za-z-]{2,60}):", re.MULTILINE)
_SURE = frozenset({"message-id", "received", "mime-version", "return-path", "delivered-to", "x-received"})
_KNOWN = frozenset({"from", "to", "subject", "date", "content-type", "sender", "reply-to", "cc"})
_BROUGHT = frozenset({"anpa1312", "iptc7901", "zczc", "media-release", "nitf", "newsml1", "newsml-g2", "ninjs"})
_WHO = frozenset({"from", "subject"})
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
MAX_CONTAINERS = 60  # multiparts and messages in a mail; the standard library goes down a level of its stack for each
_CONTAINER = re.compile(r"^content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
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
    """Read the mail, or the wire that it brings as its text or attached; raises Spike where neither can be read."""
    text = page.text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate makes the standard library raise
    if len(_CONTAINER.findall(text)) > MAX_CONTAINERS:
        raise Spike(Reason.MALFORMED, f"more than {MAX_CONTAINERS} multiparts and messages in one mail", rule="rfc822.nesting")
    message = email.message_from_string(text.lstrip(" \t\n\x00"), policy=email.policy.compat32)
    texts, media, problems = read_parts(message, page.charset)
    for inner in texts.values():
        name = recognise_wire(inner)
        if name in _BROUGHT:
            return formats()[name].read(replace(page, text=inner))
    return read_messages(page, [(0, lambda: read_mail(page, message, texts, media, problems))], "rfc822")


def read_mail(page: CleanPage, message: Message, texts: dict[str, str], media: list[Media], problems: list[str]) -> Draft:
    """Read one mail of its own text."""
    subject = read_header(message, "Subject")
    content, private = _read_text(texts)
    fields: dict[str, Any] = {
        "uri": (read_header(message, "Message-ID") or "").strip("<> ") or None,
        "headline": subject,
        "published": read_moment(read_header(message, "Date"), "rfc822.date"),
        "language": (read_header(message, "Content-Language") or "").partition(",")[0].strip() or None,
        "keywords": tuple(filter(None, (word.strip() for word in (read_header(message, "Keywords") or "").split(",")))),
        "private_notes": private,
        "media": tuple(media),
        "wire_header": keep_known({"from": read_header(message, "From"), "organisation": read_header(message, "Organization")}),
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
