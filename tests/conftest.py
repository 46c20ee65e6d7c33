from __future__ import annotations


def pytest_addoption(parser):
    parser.addoption("--record", action="store_true", help="write expected.json where a case has none; never an existing one")


def pytest_terminal_summary(terminalreporter):
    reasons = {report.longrepr[2] for report in terminalreporter.stats.get("skipped", []) if isinstance(report.longrepr, tuple)}
    for reason in sorted(reasons):
        terminalreporter.write_line(reason.removeprefix("Skipped: "), yellow=True)
