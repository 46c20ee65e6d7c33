"""Fuzz the JSON readers: whatever comes, an answer or a Spike. `python tests/fuzz/fuzz_json.py [INPUTS]` runs it alone."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))

from harness import fuzz, tear

if TYPE_CHECKING:
    import random

READERS = ("ninjs", "ap-media", "dpa-digitalwires", "unknown-json")
BITS = (
    *('"', "\\", "{", "}", "[", "]", ",", ":", "NaN", "-", "1e999", "null", "\\ud800", "\\u0000", "\x00", "\ud800"),
    *("\n", "\u2028", "<p>", "<nitf>"),
)
VALUES = (
    *(None, True, 0, -1.5, 10**30, "", " ", "\x00\ud800", "<p>x<", "<nitf", "x" * 300, [], {}, [None], [[]]),
    *({"": {}}, {"value": 1}, "2024-03-19T09:00:00Z"),
)


def reshape(value: object, dice: random.Random, share: float) -> object:
    """Put other values, of any type, in the place of some."""
    if dice.random() < share:
        return dice.choice(VALUES)
    if isinstance(value, dict):
        return {key: reshape(inner, dice, share) for key, inner in value.items()}
    return [reshape(inner, dice, share) for inner in value] if isinstance(value, list) else value


def make_input(seeds: list[str], dice: random.Random) -> str:
    """Make one input: half of them broken text, half of them JSON of another shape."""
    seed = dice.choice(seeds)
    if dice.random() < 0.5:
        return tear(seed, dice, BITS)
    try:
        return json.dumps(reshape(json.loads(seed), dice, dice.choice((0.02, 0.1, 0.4))), ensure_ascii=dice.random() < 0.5)
    except ValueError:
        return tear(seed, dice, BITS)


def main(inputs: int, seed: int = 7) -> int:
    """Put so many inputs before each reader; answers with the number of faults. Another seed makes other inputs."""
    return sum(fuzz(name, inputs, make_input, seed=seed) for name in READERS)


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)))
