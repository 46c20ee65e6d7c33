"""`wiredesk worker`: run the stages on Kafka until SIGTERM."""

from __future__ import annotations

import asyncio

import click

from wiredesk.edge.logs import set_up_logs
from wiredesk.edge.settings import load_settings


@click.command()
@click.option("--stages", help="Stages to run, separated by commas (staged topology): clean,split,enrich.")
@click.option("--topology", type=click.Choice(["staged", "fused"]), help="Overrides WIREDESK_TOPOLOGY.")
def worker(stages: str | None, topology: str | None) -> None:
    """Run the stages on Kafka until SIGTERM."""
    settings = load_settings(stages=stages, topology="staged" if stages and not topology else topology)
    set_up_logs(settings)
    from wiredesk.edge.app import run_worker  # noqa: PLC0415 - Faust is slow to import, a wrong setting is told before

    asyncio.run(run_worker(settings))
