"""What goes out of a page: its records as messages, none larger than the broker takes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from wiredesk.edge.codecs import encode
from wiredesk.edge.guard import refer_to, spike_message
from wiredesk.edge.producers import Outgoing
from wiredesk.edge.topics import address
from wiredesk.errors import Reason, Spike
from wiredesk.records import Spiked

if TYPE_CHECKING:
    from wiredesk.edge.guard import Done, Passage
    from wiredesk.edge.messages import Message
    from wiredesk.edge.settings import Settings
    from wiredesk.edge.topics import Address
    from wiredesk.records import Record

PASSED_ON = ("traceparent", "tracestate", "wiredesk-attempts")
ENVELOPE_BYTES, ENTRY_BYTES = 128, 10  # what Kafka wraps round a message, and round each of its headers

Headers = list[tuple[str, bytes]]


class Parcel(NamedTuple):
    """What is to be sent of a page, and what is to be counted once it is: one outcome for each stage the page was in."""

    message: Message
    page_id: str | None
    done: tuple[Done, ...]
    spiked: Spiked | None
    outgoing: list[Outgoing]


def pack(passage: Passage, settings: Settings, limit: int) -> Parcel:
    """Make the messages of a page; where one is larger than the limit, the page is spiked in their place."""
    message, page_id, record, done = passage
    spiked = record if isinstance(record, Spiked) else None
    return shrink(Parcel(message, page_id, done, spiked, _pack_record(message, record, settings)), settings, limit)


def shrink(parcel: Parcel, settings: Settings, limit: int) -> Parcel:
    """Leave a parcel that is within the limit as it is; of a larger one the last outcome is taken back, and the page spiked."""
    if all(_fits(out, limit) for out in parcel.outgoing):
        return parcel
    message, page_id, done, spiked, outgoing = parcel
    if spiked is None:
        largest = max(len(out.value) for out in outgoing)
        spike = Spike(Reason.TOO_LARGE, f"a record of {largest} bytes is over WIREDESK_MAX_MESSAGE_BYTES={limit}")
        done = (*done[:-1], done[-1]._replace(outcome="spiked", layout="none"))
        spiked = spike_message(message, done[-1].stage, spike, page_id, settings.worker_name)
        if len(message.value) * 2 < limit:
            return Parcel(message, page_id, done, spiked, _pack_record(message, spiked, settings))
    spiked = refer_to(spiked, limit // 4)
    return Parcel(message, page_id, done, spiked, _pack_record(message, spiked, settings))


def _fits(out: Outgoing, limit: int) -> bool:
    if len(out.value) * 2 < limit:  # the rest is bounded
        return True
    headers = sum(len(name) + len(value) + ENTRY_BYTES for name, value in out.headers)
    return len(out.value) + len(out.key) + headers + ENVELOPE_BYTES <= limit


def _pack_record(message: Message, record: Record, settings: Settings) -> list[Outgoing]:
    common = _write_common(message)
    return [_pack_one(message, common, *row) for row in address(record, settings)]


def _write_common(message: Message) -> Headers:
    """Write the headers that all messages of a page have."""
    found = message.headers
    headers = {
        "ce_specversion": "1.0",
        "ce_time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "content-type": "application/json",
        "wiredesk-origin": found.get("wiredesk-origin", message.place),
        "wiredesk-raw-time": found.get("wiredesk-raw-time", f"{message.timestamp:.3f}"),
        **{name: found[name] for name in PASSED_ON if name in found},
    }
    return [(name, value.encode("utf-8", "replace")) for name, value in headers.items()]


def _pack_one(message: Message, common: Headers, to: Address, record: Record | dict[str, Any]) -> Outgoing:
    source = getattr(record, "source", None) or message.headers.get("ce_source") or "wiredesk"
    own = {"ce_id": to.id, "ce_source": source, "ce_type": to.type}
    headers = [*((name, value.encode("utf-8", "replace")) for name, value in own.items()), *common]
    return Outgoing(to.topic, to.key.encode("utf-8", "replace"), encode(record), headers)
