"""`wiredesk explain FILE`: what claimed each line of a page and why, then the evidence of each field."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec.structs import replace
from rich.console import Console

from wiredesk.edge.explain import explain_fields, explain_names, explain_page, explain_weights
from wiredesk.errors import Spike
from wiredesk.formats.page_text import explain_line
from wiredesk.stages.clean import clean, open_raw
from wiredesk.stages.enrich import enrich
from wiredesk.stages.split import split


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--line", type=click.IntRange(1), help="Show instead what weighs for and against this line being the story's.")
def explain(file: str, line: int | None) -> None:
    """Show a page line by line with what claimed it and why."""
    data = click.get_binary_stream("stdin").read() if file == "-" else Path(file).read_bytes()
    console = Console()
    try:
        page = clean(open_raw(data))
        parts = split(page)
    except Spike as spike:
        raise click.ClickException(f"{file} would be spiked: {spike.reason}: {spike.detail}") from spike
    if line:
        console.print(explain_weights(line, explain_line(parts.text, line)))
        return
    reading = enrich(replace(parts, mends=()))  # spans of the text as read, which is shown
    repairs = ", ".join(f"{name} {count}" for name, count in page.repairs.items()) or "nothing"
    console.print(
        f"{file}: format {page.format}, layout {reading.layout}, charset {page.charset}, repaired: {repairs}", highlight=False
    )
    console.print(explain_page(parts.text, reading))
    for story in reading.stories:
        console.print(explain_fields(story))
        if story.mentions or story.quotes:
            console.print(explain_names(story))
