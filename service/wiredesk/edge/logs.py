"""Structured logs: console on a terminal, JSON elsewhere; SIGUSR1 turns the level to the next one. Never text of a page."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from wiredesk.edge.settings import Settings

LEVELS = ("debug", "info", "warning", "error")
_current = ["info"]


def set_up_logs(settings: Settings) -> None:
    """Configure structlog for this process, and let the libraries' own logs through from warnings on."""
    console = settings.log_format == "console" or (settings.log_format == "auto" and sys.stderr.isatty())
    renderer = structlog.dev.ConsoleRenderer() if console else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[
            _drop_below,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.basicConfig(stream=sys.stderr, level=logging.ERROR, format="%(name)s %(levelname)s %(message)s")
    _current[0] = settings.log_level


def cycle_level() -> None:
    """Turn the level to the next one: debug, info, warning, error, and round again."""
    _current[0] = LEVELS[(LEVELS.index(_current[0]) + 1) % len(LEVELS)]


def _drop_below(_logger: object, method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    if method in LEVELS and LEVELS.index(method) < LEVELS.index(_current[0]):
        raise structlog.DropEvent
    return event
