"""Records to and from the JSON on the wire: orjson for the bytes, msgspec for the types."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
import orjson

from wiredesk.errors import Reason, Spike
from wiredesk.records import Record

R = TypeVar("R", bound=Record)


def encode(record: Record | dict[str, Any]) -> bytes:
    """Write a record, or an item of ninjs, as JSON; absent fields are left out, bytes are base64."""
    return orjson.dumps(msgspec.to_builtins(record))


def decode(data: bytes, kind: type[R]) -> R:
    """Read a record; unknown fields are tolerated, a wrong type is a Spike with the path of the field."""
    try:
        return msgspec.convert(orjson.loads(data), kind)
    except orjson.JSONDecodeError as error:
        raise Spike(Reason.NOT_JSON, f"{error.msg}: line {error.lineno} column {error.colno}", offset=error.pos) from error
    except msgspec.ValidationError as error:
        raise Spike(Reason.BAD_RECORD, str(error), rule=kind.__name__) from error
