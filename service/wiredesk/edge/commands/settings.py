"""`wiredesk settings`: each setting with its value, where that comes from, and the default; secrets are masked."""

from __future__ import annotations

import os

import click
from pydantic import SecretStr
from rich.console import Console
from rich.table import Table

from wiredesk.edge.settings import PREFIX, Settings, load_settings


@click.command()
@click.option("--markdown", is_flag=True, help="The table of names, defaults and meanings for the README.")
def settings(*, markdown: bool) -> None:
    """Print the settings with source and default."""
    if markdown:
        click.echo(describe_settings())
        return
    current = load_settings()
    table = Table("setting", "value", "from", "default", box=None)
    for name, field in Settings.model_fields.items():
        variable, value = PREFIX + name.upper(), getattr(current, name)
        source = "environment" if variable in os.environ else ".env" if name in current.model_fields_set else "default"
        table.add_row(variable, _show(value), source, _show(field.default))
    Console(width=160 if not Console().is_terminal else None).print(table)


def describe_settings() -> str:
    """Write the settings as the README's table."""
    rows = ["| setting | default | meaning |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = (
            "this host's name" if name == "worker_name" else f"`{_show(field.default)}`" if field.default is not None else ""
        )
        rows.append(f"| `{PREFIX}{name.upper()}` | {default} | {field.description} |")
    return "\n".join(rows)


def _show(value: object) -> str:
    match value:
        case None:
            return ""
        case SecretStr():
            return "********"
        case tuple():
            return ",".join(str(part) for part in value)
    return str(value)
