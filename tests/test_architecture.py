"""The rooms of the house: who may know whom, and the map that names what exists."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import wiredesk

PACKAGE = Path(wiredesk.__file__).parent
MAY_KNOW = {
    "records": set(),
    "errors": set(),
    "parsing": set(),
    "layouts": {"parsing"},
    "agencies": {"parsing"},
    "knowledge": set(),
    "formats": {"parsing", "layouts", "agencies", "records", "errors"},
    "enrichers": {"parsing", "agencies", "knowledge", "records", "errors"},
    "stages": {"parsing", "layouts", "agencies", "knowledge", "formats", "enrichers", "records", "errors"},
    "edge": {"layouts", "agencies", "knowledge", "formats", "enrichers", "stages", "records", "errors"},
}
NOT_BELOW_THE_EDGE = {
    "faust",
    "aiokafka",
    "confluent_kafka",
    "prometheus_client",
    "structlog",
    "logging",
    "os",
    "socket",
    "subprocess",
}
FILES = sorted(PACKAGE.rglob("*.py"))


def find_imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_arrows_point_down(path):
    room = room_of(path)
    if room in {"__init__", "__main__"}:
        return
    ours = {name.split(".")[1] for name in find_imports(path) if name.startswith("wiredesk.")} - {"__version__"}
    assert ours <= MAY_KNOW[room] | {room}, f"{room} must not know {ours - MAY_KNOW[room] - {room}}"
    if room != "edge":
        roots = {name.split(".")[0] for name in find_imports(path)}
        assert not roots & NOT_BELOW_THE_EDGE


@pytest.mark.parametrize("room", ["layouts", "agencies"])
def test_files_of_a_room_do_not_know_each_other(room):
    for path in (PACKAGE / room).glob("*.py"):
        others = {name for name in find_imports(path) if name.startswith(f"wiredesk.{room}.") and name.count(".") >= 3}
        assert not others, f"{path.name} knows {others}"


def test_the_map_names_what_exists():
    named = re.findall(r"^    (\w+(?:/|\.py))\s", wiredesk.__doc__, re.MULTILINE)
    assert len(named) == 10
    assert all((PACKAGE / name).exists() for name in named)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_long_file_says_why(path):
    text = path.read_text("utf-8")
    if text.count("\n") > 250:
        assert "long because" in (ast.get_docstring(ast.parse(text)) or ""), f"{path.name} has {text.count(chr(10))} lines"
