from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))


def pytest_addoption(parser):
    parser.addoption("--record", action="store_true", help="write expected.json where a case has none; never an existing one")
    parser.addoption("--run-deploy", action="store_true", help="run tests/deploy: image, compose and manifests, for real")


def pytest_ignore_collect(collection_path, config):
    """`make test` leaves tests/deploy to `make test-deploy`: they take minutes, and a Docker engine."""
    return True if collection_path.name == "deploy" and not config.getoption("--run-deploy") else None


def pytest_terminal_summary(terminalreporter):
    reasons = {report.longrepr[2] for report in terminalreporter.stats.get("skipped", []) if isinstance(report.longrepr, tuple)}
    for reason in sorted(reasons):
        terminalreporter.write_line(reason.removeprefix("Skipped: "), yellow=True)
