"""Stage 1: bytes to text. Decode, repair, recognise the format, mark the furniture of page text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.errors import Reason, Spike
from wiredesk.formats import recognise
from wiredesk.parsing.identity import make_id
from wiredesk.records import CleanPage, Moment

if TYPE_CHECKING:
    from wiredesk.records import RawPage


def clean(raw: RawPage) -> CleanPage:
    """Make a clean page of a raw one; its page_id, if absent, is made of source and content."""
    data = raw.body_base64 if raw.body is None else raw.body
    if not data or not data.strip():
        raise Spike(Reason.EMPTY, "the page has no text")
    text, charset = (data, "utf-8") if isinstance(data, str) else _decode(data, raw.charset)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    name = recognise(text, (raw.content_type or "").partition(";")[0].strip().lower())
    if name is None:
        raise Spike(Reason.UNKNOWN_FORMAT, f"no reader knows a page that begins with {text[:40]!r}")
    return CleanPage(
        page_id=raw.page_id or make_id("page", raw.source, data),
        source=raw.source,
        url=raw.url,
        captured=Moment(value=raw.captured_at, precision="second", found_by="raw-page") if raw.captured_at else None,
        content_type=raw.content_type,
        format=name,
        charset=charset,
        text=text,
    )


def _decode(data: bytes, declared: str | None) -> tuple[str, str]:
    del declared
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        raise Spike(Reason.NOT_UTF8, str(error), offset=error.start) from error
