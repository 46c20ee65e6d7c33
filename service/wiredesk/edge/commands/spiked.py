"""`wiredesk spiked list | show ID | redrive`: look into what was set aside, and send it through again under the same ids."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table

from wiredesk.edge.redrive import read_spiked, send_again
from wiredesk.edge.render import printable, render_spiked
from wiredesk.edge.settings import load_settings
from wiredesk.edge.times import Moment
from wiredesk.errors import Reason

if TYPE_CHECKING:
    from wiredesk.records import Spiked

REASONS, STAGES = [reason.value for reason in Reason], ["clean", "split", "enrich"]


@click.group(short_help="Look into what was set aside.")
def spiked() -> None:
    """Look into the pages that were set aside, and send them through again."""


@spiked.command("list")
@click.option("--reason", type=click.Choice(REASONS), help="Only those with this reason.")
@click.option("--stage", type=click.Choice(STAGES), help="Only those of this stage.")
@click.option("--since", type=Moment(), help="Only those set aside at or after this ISO 8601 time.")
def list_spiked(reason: str | None, stage: str | None, since: datetime | None) -> None:
    """List what was set aside."""
    table = Table("page", "stage", "reason", "attempts", "at", "detail", box=None)
    for one in _choose(asyncio.run(read_spiked(load_settings())), reason, stage, since):
        table.add_row(one.page_id, one.stage, one.reason, str(one.attempts), one.at or "", printable(one.detail))
    Console().print(table)


@spiked.command()
@click.argument("page_id")
def show(page_id: str) -> None:
    """Show one page that was set aside, with where it stood."""
    found = [one for one in asyncio.run(read_spiked(load_settings())) if one.page_id == page_id]
    if not found:
        raise click.ClickException(f"no spiked page has the id {page_id!r}")
    console = Console()
    for one in found:
        console.print(render_spiked(one))
        for name, origin in (("read from", one.origin), ("raw message", one.raw_origin)):
            if origin:
                console.print(f"{name}: {origin.topic}/{origin.partition}/{origin.offset} {origin.headers or ''}", markup=False)


@spiked.command(short_help="Send pages back to the start.")
@click.option("--reason", type=click.Choice(REASONS), help="Only those with this reason.")
@click.option("--stage", type=click.Choice(STAGES), help="Only those of this stage.")
@click.option("--since", type=Moment(), help="Only those set aside at or after this ISO 8601 time.")
@click.option("--dry-run", is_flag=True, help="Say what would be sent, and send nothing.")
def redrive(reason: str | None, stage: str | None, since: datetime | None, *, dry_run: bool) -> None:
    """Send pages that were set aside back to the start, with a header that counts attempts."""
    settings = load_settings()
    latest = {one.page_id: one for one in asyncio.run(read_spiked(settings))}  # the last record of a page is its state
    chosen = _choose(list(latest.values()), reason, stage, since)
    sent = [] if dry_run else asyncio.run(send_again(settings, chosen))
    for one in chosen:
        click.echo(f"{one.page_id}  {one.stage}  {one.reason}  attempt {one.attempts + 1}")
    click.echo(f"{len(chosen)} pages {'would be sent' if dry_run else f'chosen, {len(sent)} sent'}")


def _choose(found: list[Spiked], reason: str | None, stage: str | None, since: datetime | None) -> list[Spiked]:
    return [
        one
        for one in found
        if (not reason or one.reason == reason)
        and (not stage or one.stage == stage)
        and (not since or (one.at is not None and datetime.fromisoformat(one.at) >= since))
    ]
