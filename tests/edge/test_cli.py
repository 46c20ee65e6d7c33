"""The command line: every command is there under its name, with one line of help."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from wiredesk.edge.cli import COMMANDS, main
from wiredesk.edge.redrive import read_record


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_help(name):
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0, result.output
    assert result.output.startswith(f"Usage: main {name}")


def test_the_help_lists_every_command():
    listed = CliRunner().invoke(main, ["--help"]).output
    assert all(f"  {name} " in listed for name in COMMANDS)
    pages = listed, *(CliRunner().invoke(main, [name, "--help"]).output for name in ("topics", "spiked"))
    assert not any("..." in page.partition("Commands:")[2] for page in pages), "a line of help is cut"


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


def run_in_shell(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    given = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment}
    line = command.replace("wiredesk", f"{sys.executable} -m wiredesk", 1)
    return subprocess.run(
        ["sh", "-c", line], check=False, capture_output=True, text=True, env=given, timeout=60, errors="replace"
    )


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("wiredesk settings >/dev/full", "Error: No space left on device"),
        ("wiredesk --help >/dev/full", "Error: No space left on device"),
        ("wiredesk settings >&-", "Error: standard output is closed; send it to /dev/null where nobody reads it"),
        ("wiredesk parse ''", "Error: an empty name is no file that can be read"),
        ("wiredesk parse /proc/self/mem", "Error: Input/output error"),
    ],
)
def test_what_the_system_refuses_is_one_sentence(command, told):
    run = run_in_shell(command)
    assert (run.returncode, run.stderr.strip()) == (1, told)


def test_a_closed_input_is_an_empty_page():
    run = run_in_shell("wiredesk parse - <&-")
    assert run.returncode == 0
    assert '"reason":"empty"' in run.stdout


def test_what_a_terminal_cannot_show_is_escaped():
    run = run_in_shell("wiredesk settings", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert (run.returncode, run.stderr) == (0, "")


def test_a_file_whose_name_is_no_text_is_read(tmp_path):
    (tmp_path / os.fsdecode(b"bad\xffname")).write_text("-", "utf-8")
    result = CliRunner().invoke(main, ["parse", str(tmp_path)])
    assert result.exit_code == 0, result.exception
    assert "bad?name" in result.output


@pytest.mark.parametrize("value", [None, b"", b"{", b"[]", b'{"page_id": 3}'])
def test_what_is_no_spiked_record_is_passed_over(value):
    assert read_record(value) is None


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--since", "yesterday", "is no ISO 8601 time"),
        ("--reason", "to-large", "is not one of"),
        ("--stage", "parse", "is not one of"),
    ],
)
def test_a_word_that_chooses_nothing_is_refused(option, value, said):
    result = CliRunner().invoke(main, ["spiked", "list", option, value])
    assert result.exit_code == 2
    assert said in result.output
