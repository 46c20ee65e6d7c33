"""All rows of all tables: each matches its example and not its near miss, and no row before it takes the example."""

from __future__ import annotations

import importlib
import pkgutil
import time

import pytest

import wiredesk
from wiredesk.parsing.rules import TABLES

for module in pkgutil.walk_packages(wiredesk.__path__, "wiredesk."):
    if ".edge" not in module.name and not module.name.endswith("__main__"):
        importlib.import_module(module.name)
ROWS = [(table, rule) for table in TABLES for rule in table.rules]


def test_there_are_tables():
    assert len(ROWS) > 20


@pytest.mark.parametrize(("table", "rule"), ROWS, ids=lambda x: getattr(x, "name", None) or getattr(x, "prefix", ""))
def test_a_row_matches_its_example_alone(table, rule):
    assert table.find(rule.example) == f"{table.prefix}.{rule.name}"
    assert table.find(rule.near_miss) != f"{table.prefix}.{rule.name}"
    assert not rule.heads or rule.example[0] in rule.heads


def test_names_are_unique():
    names = [f"{table.prefix}.{rule.name}" for table, rule in ROWS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("table", "rule"), ROWS, ids=lambda x: getattr(x, "name", None) or getattr(x, "prefix", ""))
def test_a_row_does_not_backtrack_without_bound(table, rule):
    def spend(size: int) -> float:
        texts = [
            (rule.example * size)[:size] + "\x00",
            rule.example[:3] * (size // 3) + "\x00",
            rule.example[:1] + "a " * (size // 2),
        ]
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            for text in texts:
                table.find(text)
            best = min(best, time.process_time() - start)
        return best

    assert spend(8000) < 20 * spend(2000) + 0.02  # linear would be 4, quadratic 16 with nothing to hide behind
