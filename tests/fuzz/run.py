"""Fuzz every reader: `make fuzz`, or `make fuzz INPUTS=1000 SEED=8 ONLY="xml json"`.

A fuzzer is a file fuzz_<kind>.py of this folder whose `main(inputs, seed)` raises, or answers with a number, if it found
faults.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import traceback
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))


def find_fuzzers() -> list[str]:
    """Find the fuzzers, by what they fuzz."""
    return [path.stem.removeprefix("fuzz_") for path in sorted(HERE.glob("fuzz_*.py"))]


def run_fuzzer(name: str, inputs: int, seed: int) -> bool:
    """Run one fuzzer; tells whether it found nothing."""
    try:
        return not importlib.import_module(f"fuzz_{name}").main(inputs, seed)
    except Exception:  # noqa: BLE001 - the others are run all the same
        traceback.print_exc()
        return False


def main() -> None:
    """Run the fuzzers named, or all."""
    parser = argparse.ArgumentParser(description="Feed the readers with broken files.")
    parser.add_argument("only", nargs="*", metavar="KIND", help=f"one of {', '.join(find_fuzzers())}; all without")
    parser.add_argument("--inputs", type=int, default=200_000, help="for each reader (200,000)")
    parser.add_argument("--seed", type=int, default=7, help="another number makes other inputs")
    asked = parser.parse_args()
    if unknown := set(asked.only) - set(find_fuzzers()):
        parser.error(f"no fuzzer is called {', '.join(sorted(unknown))}")
    clean = [run_fuzzer(name, asked.inputs, asked.seed) for name in asked.only or find_fuzzers()]
    sys.exit(0 if all(clean) else 1)


if __name__ == "__main__":
    main()
