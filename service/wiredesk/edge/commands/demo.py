"""`wiredesk demo`: sample pages through a real broker and a real worker, and what came out, on one screen."""

from __future__ import annotations

import asyncio
import sys

import click


@click.command(short_help="Watch pages go through Kafka.")
@click.argument("files", nargs=-1, type=click.Path(exists=True))
@click.option("--serve", is_flag=True, help="Stay up afterwards, and say where metrics and health are to be seen.")
def demo(files: tuple[str, ...], *, serve: bool) -> None:
    """Watch pages go through Kafka and come out as stories; FILES are your own pages."""
    from wiredesk.edge.demo import run_demo  # noqa: PLC0415 - Kafka clients only where they are needed

    try:
        sys.exit(asyncio.run(run_demo(files, serve=serve)))
    except KeyboardInterrupt:
        sys.exit(0)
