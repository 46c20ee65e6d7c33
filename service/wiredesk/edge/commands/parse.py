"""`wiredesk parse FILE...`: read pages and print their records, or their stories as ninjs."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click
import msgspec
import orjson

from wiredesk.edge.codecs import decode
from wiredesk.errors import Spike
from wiredesk.formats.ninjs_writer import VERSIONS, write_ninjs
from wiredesk.records import RawPage, Spiked, Story
from wiredesk.stages.clean import MAX_PAGE_BYTES, clean, make_page_id, open_raw
from wiredesk.stages.enrich import enrich
from wiredesk.stages.pipeline import pipeline
from wiredesk.stages.split import split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiredesk.formats.ninjs_writer import Version
    from wiredesk.records import Stage


AS: dict[str, Version | None] = {"story": None, "ninjs": "3.1", **{f"ninjs-{version}": version for version in VERSIONS}}


@click.command(short_help="Print the records of pages, as JSON.")
@click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True), metavar="FILE|DIRECTORY...")
@click.option("--jsonl", is_flag=True, help="Each file holds RawPage objects, one a line; one result a line.")
@click.option("--pretty", is_flag=True, help="The story as on a proof, with its teasers and publisher, for people.")
@click.option("--as", "form", type=click.Choice(list(AS)), default="story", help="Each story as an item of ninjs, one a line.")
def parse(files: tuple[str, ...], *, jsonl: bool, pretty: bool, form: str) -> None:
    """Read pages, or all files of a directory, and print their records as JSON, one object a line."""
    missing = next((name for name in files if name != "-" and not (name and Path(name).exists())), None)
    if missing is not None:
        raise click.ClickException(f"{missing or 'an empty name'} is no file that can be read")
    names = list(_find_files(files))
    if pretty:
        _show(names)
        return
    taken: Counter[str] = Counter()
    for name in names:
        for item in _take(name, jsonl=jsonl):
            if not jsonl or item.strip():
                result = _read(item, name, jsonl=jsonl)
                _write(result, AS[form])
                taken[result.get("layout") or f"spiked as {result['spiked'][0]['reason']}"] += 1
    if any(Path(name).is_dir() for name in files):
        counts = ", ".join(f"{what} {number}" for what, number in sorted(taken.items()))
        click.echo(f"{len(names)} files: {counts or 'nothing to read'}", err=True)


def _find_files(files: tuple[str, ...]) -> Iterator[str]:
    """Name the files, and of a directory those in it at any depth, in order; hidden ones are none of it."""
    for name in files:
        if Path(name).is_dir():
            inner = (path for path in sorted(Path(name).rglob("[!.]*")) if path.is_file())
            yield from (str(path) for path in inner if not any(part[0] == "." for part in path.relative_to(name).parts))
        else:
            yield name


def _take(name: str, *, jsonl: bool) -> Iterator[bytes]:
    """Take a file whole, or line by line; of a page that is too large no more than tells that it is."""
    with sys.stdin.buffer if name == "-" else Path(name).open("rb") as stream:
        if jsonl:
            yield from stream
        else:
            yield stream.read(MAX_PAGE_BYTES + 1)


def printable_name(name: str) -> str:
    """Give a file's name as text; bytes in it that are no UTF-8 become their repair."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _write(result: dict[str, Any], version: Version | None) -> None:
    """Print a result as it is, or its stories as ninjs; there a page that was set aside is told on standard error."""
    if version is None:
        sys.stdout.buffer.write(orjson.dumps(result) + b"\n")
        return
    for story in result["stories"]:
        item = write_ninjs(msgspec.convert(story, Story), version)
        sys.stdout.buffer.write(orjson.dumps(item) + b"\n")
    for spiked in result["spiked"]:
        click.echo(f"{result['file']} would be spiked: {spiked['reason']}: {spiked['detail']}", err=True)


def _read(data: bytes, name: str, *, jsonl: bool) -> dict[str, Any]:
    """Read one page into the object that `parse` prints."""
    result: dict[str, Any] = {
        "file": printable_name(name),
        "stories": [],
        "related": [],
        "publishers": [],
        "spiked": [],
        "accounting": [],
    }
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


def _show(files: list[str]) -> None:
    """Print what each file became, for people."""
    from rich.console import Console  # noqa: PLC0415 - only where it is printed for people

    from wiredesk.edge.render import render_publisher, render_related, render_story  # noqa: PLC0415

    console = Console()
    for name in files:
        (data,) = _take(name, jsonl=False)
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
