"""Stage 1: bytes to text. Open, decode, repair, recognise the format."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec
import orjson

from wiredesk.errors import Reason, Spike
from wiredesk.formats import recognise
from wiredesk.formats.charsets import decode_bytes, repair_text
from wiredesk.parsing.identity import make_id
from wiredesk.records import CleanPage, Moment, RawPage

if TYPE_CHECKING:
    from collections import Counter

MAX_PAGE_BYTES = 4 << 20
_RAW_FIELDS = frozenset(RawPage.__struct_fields__)


def open_raw(data: bytes, **described: Any) -> RawPage:  # noqa: ANN401 - fields of RawPage, as headers gave them
    """Open a message: a JSON RawPage (an object of RawPage's fields only, with a body), else the bare payload."""
    if data[:1] == b"{" or data[:64].lstrip()[:1] == b"{":
        try:
            found = orjson.loads(data)
        except orjson.JSONDecodeError as error:
            if described.get("content_type") == "application/json":
                raise Spike(
                    Reason.NOT_JSON, f"{error.msg}: line {error.lineno} column {error.colno}", offset=error.pos
                ) from error
            found = None
        if isinstance(found, dict) and ("body" in found or "body_base64" in found) and not found.keys() - _RAW_FIELDS:
            try:
                return msgspec.convert(found, RawPage)
            except msgspec.ValidationError as error:
                raise Spike(Reason.BAD_RECORD, str(error), rule="RawPage") from error
    return RawPage(body_base64=data, **{name: value for name, value in described.items() if value})


def clean(raw: RawPage, *, max_bytes: int = MAX_PAGE_BYTES) -> CleanPage:
    """Make a clean page of a raw one; its page_id, if absent, is made of source and content."""
    data = raw.body_base64 if raw.body is None else raw.body
    if not data or not data.strip():
        raise Spike(Reason.EMPTY, "the page has no text")
    if len(data) > max_bytes:
        raise Spike(Reason.TOO_LARGE, f"the page has {len(data)} bytes, the limit is {max_bytes}")
    media_type = (raw.content_type or "").partition(";")[0].strip().lower()
    text, charset, repairs = (data, "utf-8", None) if isinstance(data, str) else decode_bytes(data, raw.charset)
    text, mended, mends = repair_text(text)
    name = recognise(text, media_type) if text.strip() else None
    if name is None:
        raise Spike(Reason.UNKNOWN_FORMAT, f"no reader knows a page that begins with {_sniff(data)}")
    return CleanPage(
        page_id=raw.page_id or make_page_id(raw.source, data),
        source=raw.source,
        url=raw.url,
        captured=_read_captured(raw.captured_at),
        content_type=raw.content_type,
        format=name,
        charset=charset,
        text=text,
        repairs=_sum(repairs, mended),
        mends=mends,
    )


def make_page_id(source: str | None, data: bytes | str) -> str:
    """Make the id of a page that came without one."""
    return make_id("page", source, data)


def _read_captured(value: str | None) -> Moment | None:
    if not value:
        return None
    try:
        datetime.fromisoformat(value)
    except ValueError as error:
        raise Spike(Reason.BAD_RECORD, "captured_at is no ISO 8601 time - at `$.captured_at`", rule="RawPage") from error
    return Moment(value=value, precision="second" if "T" in value else "day", found_by="raw-page")


def _sum(*counts: Counter[str] | None) -> dict[str, int]:
    return {name: number for count in counts if count for name, number in count.items() if number}


def _sniff(data: bytes | str) -> str:
    return data[:16].hex(" ") if isinstance(data, bytes) else repr(data[:16].encode("utf-8", "replace").hex(" "))
