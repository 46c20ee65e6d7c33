"""Run the benches: `make bench`, or `make bench ONLY="stages growth"`.

A bench is a file of this folder with a `label` and a `run() -> {row: figures}`; each runs in a process of its own.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ALONE = (
    "import importlib, json, sys; bench = importlib.import_module(sys.argv[1]); print(bench.label); "
    "rows = bench.run(); print(); print(json.dumps(rows))"  # a line of its own, whatever was printed before
)


def find_benches() -> list[str]:
    """Find the files that have a label, by name."""
    return [path.stem for path in sorted(HERE.glob("*.py")) if re.search(r"^label = ", path.read_text("utf-8"), re.MULTILINE)]


def run_bench(name: str) -> int:
    """Run one bench in a fresh process and print its rows; gives its exit status."""
    paths = [str(HERE), str(HERE.parent / "service"), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    done = subprocess.run([sys.executable, "-c", ALONE, name], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"\n{name}: failed\n{done.stderr[-1500:]}")
        return 1
    said, *others = done.stdout.splitlines()
    rows = next(line for line in others if line.startswith("{"))
    print(f"\n{name}: {said}")
    for row, figures in json.loads(rows).items():
        cells = figures.items() if isinstance(figures, dict) else [("", figures)]
        print(f"  {row:34}" + "  ".join(f"{show(value):>9} {unit}" for unit, value in cells))
    return 0


def show(value: object) -> str:
    """Show a figure with three digits that count."""
    if not isinstance(value, float):
        return str(value)
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def main() -> None:
    """Run the benches named, or all."""
    known = find_benches()
    chosen = sys.argv[1:] or known
    if unknown := set(chosen) - set(known):
        sys.exit(f"no bench is called {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    sys.exit(max(run_bench(name) for name in chosen))


if __name__ == "__main__":
    main()
