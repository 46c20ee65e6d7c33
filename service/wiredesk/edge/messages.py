"""A message as it was read from Kafka, and what its headers say; whoever wrote them, they are bounded and never trusted."""

from __future__ import annotations

import re
from itertools import islice
from math import inf
from typing import TYPE_CHECKING, Any, NamedTuple

from wiredesk.records import Origin

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_HEADERS = 64  # of a message; a Spiked record repeats them, and must fit into what the smallest broker takes
MAX_HEADER = 2048  # characters of a header, its name and its value each
_NUMBER = re.compile(r"[0-9]{1,18}")  # what fits into 64 bits; a header can hold anything, and Python reads no 5,000 digits


class Message(NamedTuple):
    """A message as it was read; headers as text."""

    topic: str
    partition: int
    offset: int
    timestamp: float
    value: bytes
    headers: dict[str, str]

    @property
    def place(self) -> str:
        """Where it stands on Kafka, as one word."""
        return f"{self.topic}/{self.partition}/{self.offset}"

    @property
    def origin(self) -> Origin:
        """Where it stands on Kafka, with its headers."""
        return Origin(topic=self.topic, partition=self.partition, offset=self.offset, headers=self.headers)


def read_message(message: Any) -> Message:  # noqa: ANN401 - Faust's Message
    """Read a Faust message; headers that are not text become their repair, long ones are cut."""
    headers = message.headers or {}
    rows = headers.items() if isinstance(headers, dict) else headers
    texts = {
        name: (value or b"").decode("utf-8", "replace") if isinstance(value, bytes) else str(value) for name, value in rows
    }
    texts = {name[:MAX_HEADER]: text[:MAX_HEADER] for name, text in islice(texts.items(), MAX_HEADERS)}
    return Message(message.topic, message.partition, message.offset, message.timestamp or 0.0, message.value or b"", texts)


def read_attempts(headers: Mapping[str, str]) -> int:
    """Read how often a page was sent through again; a header that is no number is none."""
    text = headers.get("wiredesk-attempts", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def read_raw_origin(headers: Mapping[str, str]) -> Origin | None:
    """Read where the raw message of a page stood; a header that names no place is none."""
    where, _, offset = headers.get("wiredesk-origin", "").rpartition("/")
    topic, _, partition = where.rpartition("/")
    if not (topic and _NUMBER.fullmatch(partition) and _NUMBER.fullmatch(offset)):
        return None
    return Origin(topic=topic, partition=int(partition), offset=int(offset))


def read_raw_time(message: Message) -> float:
    """Read when the raw message came; a header that is no time gives way to the message's own."""
    try:
        told = float(message.headers.get("wiredesk-raw-time", ""))
    except ValueError:
        return message.timestamp
    return told if 0 < told < inf else message.timestamp
