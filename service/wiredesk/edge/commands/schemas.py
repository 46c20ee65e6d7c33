"""`wiredesk schemas [NAME]`: print the JSON Schema of a record, or the names of all."""

from __future__ import annotations

from pathlib import Path

import click


def find_folder() -> Path:
    """Find the schemas: inside the installed package, else in the checkout."""
    inside = Path(__file__).parents[2] / "schemas"
    return inside if inside.is_dir() else Path(__file__).parents[4] / "schemas"


@click.command()
@click.argument("name", required=False)
@click.option("--all", "everything", is_flag=True, help="Print all of them, one JSON object after the other.")
def schemas(name: str | None, *, everything: bool) -> None:
    """Print the JSON Schema of a record, or the names of all."""
    files = {path.stem: path for path in sorted(find_folder().glob("*.json"))}
    if everything:
        click.echo("".join(path.read_text("utf-8") for path in files.values()), nl=False)
    elif name is None:
        click.echo("\n".join(files))
    elif name in files:
        click.echo(files[name].read_text("utf-8"), nl=False)
    else:
        raise click.ClickException(f"there is no schema {name!r}; there are {', '.join(files)}")
