"""The command line: every command is there under its name, with one line of help."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from wiredesk.edge.cli import COMMANDS, main


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_help(name):
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0, result.output
    assert result.output.startswith(f"Usage: main {name}")


def test_the_help_lists_every_command():
    listed = CliRunner().invoke(main, ["--help"]).output
    assert all(f"  {name} " in listed for name in COMMANDS)


def test_parse_does_not_load_kafka():
    code = """
import sys
from wiredesk.edge.cli import main
main(["parse", "--help"], standalone_mode=False)
print([name for name in ("faust", "aiokafka", "confluent_kafka") if name in sys.modules])
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert run.stdout.strip().endswith("[]")
