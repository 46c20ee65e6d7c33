"""`wiredesk parse FILE...`: read pages and print their records."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click
import msgspec
import orjson

from wiredesk.edge.codecs import decode
from wiredesk.errors import Spike
from wiredesk.records import RawPage, Spiked
from wiredesk.stages.clean import clean, make_page_id, open_raw
from wiredesk.stages.enrich import enrich
from wiredesk.stages.pipeline import pipeline
from wiredesk.stages.split import split

if TYPE_CHECKING:
    from wiredesk.records import Stage


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option("--jsonl", is_flag=True, help="Each file holds RawPage objects, one a line; one result a line.")
@click.option("--pretty", is_flag=True, help="The story as on a proof, with its teasers and publisher, for people.")
def parse(files: tuple[str, ...], *, jsonl: bool, pretty: bool) -> None:
    """Read pages and print their records as JSON, one object a line."""
    missing = next((name for name in files if name != "-" and not Path(name).is_file()), None)
    if missing:
        raise click.ClickException(f"{missing} is no file that can be read")
    if pretty:
        _show(files)
        return
    for name in files:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        for item in data.split(b"\n") if jsonl else [data]:
            if not jsonl or item.strip():
                sys.stdout.buffer.write(orjson.dumps(_read(item, name, jsonl=jsonl)) + b"\n")


def _read(data: bytes, name: str, *, jsonl: bool) -> dict[str, Any]:
    """Read one page into the object that `parse` prints."""
    result: dict[str, Any] = {"file": name, "stories": [], "related": [], "publishers": [], "spiked": [], "accounting": []}
    stage, page_id = "clean", None
    try:
        raw = decode(data, RawPage) if jsonl else open_raw(data)
        page = clean(raw)
        stage, page_id = "split", page.page_id
        parts = split(page)
        stage = "enrich"
        return {**result, **msgspec.to_builtins(enrich(parts))}
    except Spike as spike:
        spiked = Spiked(
            page_id=page_id or make_page_id(None, data),
            stage=cast("Stage", stage),
            reason=spike.reason.value,
            detail=spike.detail,
            rule=spike.rule,
            offset=spike.offset,
        )
        return result | {"spiked": [msgspec.to_builtins(spiked)]}


def _show(files: tuple[str, ...]) -> None:
    """Print what each file became, for people."""
    from rich.console import Console  # noqa: PLC0415 - only where it is printed for people

    from wiredesk.edge.render import render_publisher, render_related, render_story  # noqa: PLC0415

    console = Console()
    for name in files:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        try:
            reading = pipeline(open_raw(data))
        except Spike as spike:
            console.print(f"{name} would be spiked: {spike.reason}: {spike.detail}", markup=False, style="red")
            continue
        console.print(f"{name}: {reading.outcome}, read by {reading.layout}", markup=False, style="dim")
        for story in reading.stories:
            console.print(render_story(story, len(reading.related)))
        for card in reading.publishers:
            console.print(render_publisher(card))
        if reading.related:
            console.print(render_related(reading.related))
