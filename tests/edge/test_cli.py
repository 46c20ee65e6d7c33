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


@pytest.mark.parametrize(
    "command",
    [["tail", "wire.stories"], ["spiked", "list"], ["spiked", "redrive"], ["send", __file__], ["lag"], ["topics", "check"]],
)
def test_no_broker_is_one_sentence_with_the_remedy(command):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "WIREDESK_BROKERS": "127.0.0.1:1"}
    run = subprocess.run(
        [sys.executable, "-m", "wiredesk", *command], check=False, capture_output=True, text=True, env=environment, timeout=30
    )
    assert run.returncode == 1
    assert (
        run.stderr.strip()
        == "Error: no broker answers at 127.0.0.1:1: start one, or say where it is: WIREDESK_BROKERS=host:port"
    )
