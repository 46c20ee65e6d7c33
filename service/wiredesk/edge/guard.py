"""The guard: whatever goes wrong with a page, it ends as a Spiked record, and the worker goes on."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from hashlib import sha256
from traceback import extract_tb
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import structlog

from wiredesk.edge.messages import read_attempts, read_raw_origin
from wiredesk.errors import Reason, Spike
from wiredesk.formats import formats
from wiredesk.layouts import layouts
from wiredesk.records import CleanPage, Parts, Reading, Spiked
from wiredesk.stages.clean import make_page_id

if TYPE_CHECKING:
    from wiredesk.edge.messages import Message
    from wiredesk.edge.topics import Line
    from wiredesk.records import Record

log = structlog.get_logger()
LAYOUTS = frozenset({*formats(), *(layout.name for layout in layouts())})  # a label is one of these, whatever a record says
MAX_PAGE_ID = 10_000  # characters; a record that repeats a longer one may be over what the broker takes
SHOWN_PAGE_ID = 200  # characters of it in the log
HEAD_BYTES = 65_536  # what a Spiked record keeps of a message that is too large for the broker


class Done(NamedTuple):
    """What became of a page in a stage, as the metrics count it once Kafka has what came of it."""

    stage: str
    outcome: str
    layout: str
    seconds: float


class Passage(NamedTuple):
    """A page's way through an agent: its message, the record that came of it, and one outcome for each stage it was in."""

    message: Message
    page_id: str | None
    record: Record
    done: tuple[Done, ...]


def run_guarded(line: Line, message: Message, worker: str) -> Passage:
    """Take a message through the steps of an agent."""
    stage, record, page_id, done, start = line.steps[0].stage, None, None, [], time.perf_counter()
    try:
        record = line.open(message.value, message.headers)
        for step in line.steps:
            stage, page_id, start = step.stage, getattr(record, "page_id", None) or page_id, time.perf_counter()
            record = step.run(record)
            done.append(Done(stage, *_tell_outcome(record), time.perf_counter() - start))
    except Spike as found:
        spike = found
    except Exception as fault:  # noqa: BLE001 - a fault of our own must not lose the page
        where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(extract_tb(fault.__traceback__)[-5:]))
        log.error("stage fault", stage=stage, fault=type(fault).__name__, where=where, **_name(message, page_id))  # noqa: TRY400 - the message may hold text of the page
        spike = Spike(Reason.STAGE_FAULT, type(fault).__name__, rule=where)
    else:
        return Passage(message, page_id, record, tuple(done))
    spiked = spike_message(message, stage, spike, page_id, worker)
    return Passage(message, page_id, spiked, (*done, Done(stage, "spiked", "none", time.perf_counter() - start)))


def spike_unread(line: Line, message: Message, spike: Spike, worker: str) -> Passage:
    """Set a page aside whose reader gave no answer."""
    stage = line.steps[0].stage
    return Passage(message, None, spike_message(message, stage, spike, None, worker), (Done(stage, "spiked", "none", 0.0),))


def spike_message(message: Message, stage: str, spike: Spike, page_id: str | None, worker: str) -> Spiked:
    """Make the Spiked record of a message and log it; a page_id that is no sensible key gives way to its hash."""
    named = page_id or message.headers.get("ce_id") or make_page_id(message.headers.get("ce_source"), message.value)
    named = named if len(named) <= MAX_PAGE_ID else make_page_id(None, named)
    log.warning("spiked", stage=stage, reason=spike.reason.value, **_name(message, named))
    return Spiked(
        page_id=named,
        stage=stage,  # type: ignore[arg-type]
        reason=spike.reason.value,
        detail=spike.detail,
        rule=spike.rule,
        offset=spike.offset,
        attempts=read_attempts(message.headers) + 1,
        worker=worker,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        origin=message.origin,
        raw_origin=read_raw_origin(message.headers),
        original=message.value,
    )


def refer_to(spiked: Spiked, most: int = HEAD_BYTES) -> Spiked:
    """Make a Spiked record that refers to its message, and holds at most so many bytes of its head."""
    whole = spiked.original or b""
    return msgspec.structs.replace(
        spiked, original=whole[: min(most, HEAD_BYTES)], sha256=sha256(whole).hexdigest(), size=len(whole)
    )


def _tell_outcome(record: object) -> tuple[str, str]:
    """Tell what a stage made of a page, and by which layout; a record of a topic may name one that there is not."""
    match record:
        case CleanPage():
            outcome, layout = "clean", record.format
        case Parts():
            outcome, layout = "story" if record.stories else "index-page", record.layout
        case Reading():
            outcome, layout = record.outcome, record.layout
        case _:
            return "record", "none"
    return outcome, layout if layout in LAYOUTS else "other"


def _name(message: Message, page_id: str | None) -> dict[str, str | None]:
    return {"page_id": page_id and page_id[:SHOWN_PAGE_ID], "origin": message.place}
