"""The command line: the group, and the commands by name; each is loaded when it is asked for.

`wiredesk parse` must not wait for the import of Faust, nor `wiredesk tail` for the gazetteer.
"""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module

import click

from wiredesk import __version__

COMMANDS = (
    "parse",
    "explain",
    "worker",
    "demo",
    "send",
    "tail",
    "spiked",
    "replay",
    "topics",
    "lag",
    "health",
    "settings",
    "schemas",
)  # each the function of its name in commands.<name>


class Commands(click.Group):
    """A group that imports a command when it is run, or when the help lists it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands, in the order of COMMANDS."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command by its name; None where there is none of that name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"wiredesk.edge.commands.{cmd_name}"), cmd_name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="wiredesk")
def main() -> None:
    """Raw wire pages in over Kafka, structured stories out."""
    if os.getpid() == 1:  # as the first process of a container it would be spared what it has no handler for
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
