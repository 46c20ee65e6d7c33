"""`wiredesk topics apply | check`: bring the topics to their plan, or say how they differ from it."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table

from wiredesk.edge.broker import require_broker
from wiredesk.edge.plans import plan_topics
from wiredesk.edge.provision import Drift, apply_plan, can_apply, find_drift
from wiredesk.edge.settings import Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


@click.group(short_help="Make the topics what they should be.")
def topics() -> None:
    """Make the topics what they should be: partitions, retention, compaction, sizes."""


@topics.command(short_help="Create and set what differs from the plan.")
@click.option("--check", "only_check", is_flag=True, help="Change nothing; the same as `wiredesk topics check`.")
def apply(*, only_check: bool) -> None:
    """Create what is missing and set what differs; partitions grow, they never shrink."""
    if only_check:
        _check()
    settings = load_settings()
    done = asyncio.run(_ask(settings, apply_plan))
    _show(done)
    left = asyncio.run(find_drift(settings))
    for drift in left:
        if not can_apply(drift):
            click.echo(f"{drift.topic}: {drift.what} {drift.found} is left to Kafka's own tools", err=True)
    click.echo(f"{len(plan_topics(settings))} topics, {len(done)} changes, {len(left)} differences left")
    sys.exit(bool(left))


@topics.command(short_help="Show what differs from the plan.")
def check() -> None:
    """Show where the topics differ from their plan; status 1 where they do."""
    _check()


def _check() -> None:
    settings = load_settings()
    drifts = asyncio.run(_ask(settings, find_drift))
    _show(drifts)
    click.echo(f"{len(plan_topics(settings))} topics, {len(drifts)} differences")
    sys.exit(bool(drifts))


async def _ask(settings: Settings, question: Callable[[Settings], Awaitable[list[Drift]]]) -> list[Drift]:
    await require_broker(settings)
    return await question(settings)


def _show(drifts: list[Drift]) -> None:
    if drifts:
        table = Table("topic", "what", "found", "planned", box=None)
        for drift in drifts:
            table.add_row(drift.topic, drift.what, drift.found or "missing", drift.planned)
        Console().print(table)
