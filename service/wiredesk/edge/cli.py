"""The command line: the group, and the commands by name; each is loaded when it is asked for.

`wiredesk parse` must not wait for the import of Faust, nor `wiredesk tail` for the gazetteer.
"""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module
from io import FileIO, TextIOWrapper
from typing import Any

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

    def main(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - click's
        """Run a command; a fault of the system under it - a full disk, a file that cannot be read - is one sentence."""
        open_streams()
        try:
            return super().main(*args, **options)
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            click.echo(f"Error: {place}{error.strerror or str(error) or 'no answer in time'}", err=True)
            keep_quiet_at_exit()
            sys.exit(1)
        except Exception as error:
            if not is_kafka_error(error):
                raise
            click.echo(f"Error: Kafka does not do it: {error}", err=True)
            sys.exit(1)

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


def is_kafka_error(error: Exception) -> bool:
    """Say whether a fault is one that Kafka has told of; no command that does without Kafka loads its client for that."""
    known = sys.modules.get("aiokafka.errors")
    return known is not None and isinstance(error, known.KafkaError)


def open_streams() -> None:
    """Make the standard streams fit to be used: what a terminal cannot show is escaped, a closed input is an empty one."""
    if sys.stdin is None:
        sys.stdin = TextIOWrapper(FileIO(os.devnull))
    if sys.stderr is None:
        sys.stderr = TextIOWrapper(FileIO(os.devnull, "w"))
    if sys.stdout is None:
        click.echo("Error: standard output is closed; send it to /dev/null where nobody reads it", err=True)
        sys.exit(1)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def keep_quiet_at_exit() -> None:
    """Drop what standard output still holds and could not write: Python tries once more at exit, and complains."""
    if sys.__stdout__ is not None and sys.stdout is sys.__stdout__:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="wiredesk")
def main() -> None:
    """Raw wire pages in over Kafka, structured stories out."""
    if os.getpid() == 1:  # as the first process of a container it would be spared what it has no handler for
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
