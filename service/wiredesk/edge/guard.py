"""The guard: whatever goes wrong with a page, it ends as a Spiked record, and the worker goes on."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from hashlib import sha256
from traceback import extract_tb
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import structlog

from wiredesk.edge import metrics
from wiredesk.errors import Reason, Spike
from wiredesk.records import CleanPage, Origin, Parts, Reading, Spiked
from wiredesk.stages.clean import make_page_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiredesk.edge.topics import Line
    from wiredesk.records import Record

log = structlog.get_logger()
_NUMBER = re.compile(r"[0-9]{1,18}")  # what fits into 64 bits; a header can hold anything, and Python reads no 5,000 digits
MAX_PAGE_ID = 10_000  # characters; a record that repeats a longer one may be over what the broker takes
HEAD_BYTES = 65_536  # what a Spiked record keeps of a message that is too large for the broker


class Message(NamedTuple):
    """A message as it was read; headers as text."""

    topic: str
    partition: int
    offset: int
    timestamp: float
    value: bytes
    headers: dict[str, str]

    @property
    def origin(self) -> Origin:
        """Where it stands on Kafka."""
        return Origin(topic=self.topic, partition=self.partition, offset=self.offset, headers=self.headers)


def run_guarded(line: Line, message: Message, worker: str) -> Record:
    """Take a message through the steps of an agent; each step counts exactly one outcome for the page."""
    metrics.PAGE_BYTES.observe(len(message.value))
    stage, record, page_id = line.steps[0].stage, None, None
    try:
        record = line.open(message.value, message.headers)
        for step in line.steps:
            stage, page_id = step.stage, getattr(record, "page_id", None) or page_id
            start = time.perf_counter()
            record = step.run(record)
            metrics.STAGE_SECONDS.labels(stage).observe(time.perf_counter() - start)
            metrics.PAGES.labels(stage, *_outcome(record)).inc()
    except Spike as spike:
        return _set_aside(message, stage, spike, page_id, worker)
    except Exception as fault:  # noqa: BLE001 - a fault of our own must not lose the page
        where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(extract_tb(fault.__traceback__)[-5:]))
        log.error("stage fault", stage=stage, page_id=page_id, fault=type(fault).__name__, where=where, origin=_show(message))  # noqa: TRY400 - the message may hold text of the page
        return _set_aside(message, stage, Spike(Reason.STAGE_FAULT, type(fault).__name__, rule=where), page_id, worker)
    return record


def refer_to(spiked: Spiked, most: int = HEAD_BYTES) -> Spiked:
    """Make a Spiked record that refers to its message, and holds at most so many bytes of its head."""
    whole = spiked.original or b""
    return msgspec.structs.replace(
        spiked, original=whole[: min(most, HEAD_BYTES)], sha256=sha256(whole).hexdigest(), size=len(whole)
    )


def spike_message(message: Message, stage: str, spike: Spike, page_id: str | None, worker: str) -> Spiked:
    """Make the Spiked record of a message; a page_id that is no sensible key gives way to its hash."""
    named = page_id or message.headers.get("ce_id") or make_page_id(message.headers.get("ce_source"), message.value)
    return Spiked(
        page_id=named if len(named) <= MAX_PAGE_ID else make_page_id(None, named),
        stage=stage,  # type: ignore[arg-type]
        reason=spike.reason.value,
        detail=spike.detail,
        rule=spike.rule,
        offset=spike.offset,
        attempts=read_attempts(message.headers) + 1,
        worker=worker,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        origin=message.origin,
        raw_origin=_read_raw_origin(message),
        original=message.value,
    )


def read_attempts(headers: Mapping[str, str]) -> int:
    """Read how often a page was sent through again; a header that is no number, from whoever wrote it, is none."""
    text = headers.get("wiredesk-attempts", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _set_aside(message: Message, stage: str, spike: Spike, page_id: str | None, worker: str) -> Spiked:
    spiked = spike_message(message, stage, spike, page_id, worker)
    metrics.PAGES.labels(stage, "spiked", "none").inc()
    metrics.SPIKED.labels(stage, spiked.reason).inc()
    log.warning("spiked", stage=stage, reason=spiked.reason, page_id=spiked.page_id, origin=_show(message))
    return spiked


def _read_raw_origin(message: Message) -> Origin | None:
    where, _, offset = message.headers.get("wiredesk-origin", "").rpartition("/")
    topic, _, partition = where.rpartition("/")
    if not (topic and _NUMBER.fullmatch(partition) and _NUMBER.fullmatch(offset)):
        return None
    return Origin(topic=topic, partition=int(partition), offset=int(offset))


def _outcome(record: object) -> tuple[str, str]:
    match record:
        case CleanPage():
            return "clean", record.format
        case Parts():
            return "story" if record.stories else "index-page", record.layout
        case Reading():
            return record.outcome, record.layout
    return "record", "none"


def _show(message: Message) -> str:
    return f"{message.topic}/{message.partition}/{message.offset}"
