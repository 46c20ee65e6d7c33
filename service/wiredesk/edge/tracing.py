"""Where a trace would be taken: round each page that is read, and round each batch that is sent. Off by default, and then free.

otel.py has the same two places with OpenTelemetry; it is loaded where WIREDESK_TRACING says so, and by nothing else.
"""

from __future__ import annotations

from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

import click

from wiredesk.edge.guard import run_guarded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from wiredesk.edge.guard import Passage
    from wiredesk.edge.messages import Message
    from wiredesk.edge.parcels import Parcel
    from wiredesk.edge.settings import Settings
    from wiredesk.edge.topics import Line


class Trace(Protocol):
    """What the desk asks of a trace."""

    def read(self, line: Line, message: Message, worker: str) -> Passage:
        """Take a message through the steps of an agent; its message has the headers that its records carry on."""

    def sending(self, parcels: list[Parcel]) -> AbstractContextManager[list[Parcel]]:
        """Surround the sending of a batch's records."""

    async def close(self) -> None:
        """Hand over what is not handed over yet."""


class Untraced:
    """No trace: headers stay as they came."""

    def read(self, line: Line, message: Message, worker: str) -> Passage:
        """Take a message through the steps of an agent."""
        return run_guarded(line, message, worker)

    @contextmanager
    def sending(self, parcels: list[Parcel]) -> Iterator[list[Parcel]]:
        """Surround the sending of a batch's records with nothing."""
        yield parcels

    async def close(self) -> None:
        """Hand over nothing."""


def start_trace(settings: Settings) -> Trace:
    """Start the trace that the settings ask for; ends the command with one sentence where its libraries are missing."""
    if not settings.tracing:
        return Untraced()
    try:
        traced: Callable[[Settings], Trace] = import_module("wiredesk.edge.otel").Traced
    except ImportError as error:
        raise click.ClickException("WIREDESK_TRACING needs the extra otel: pip install 'wiredesk[otel]'") from error
    return traced(settings)
