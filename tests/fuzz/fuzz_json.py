"""Fuzz the JSON readers: whatever comes, an answer or a Spike. `python tests/fuzz/fuzz_json.py [INPUTS]` prints what it ran."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "service"))

from wiredesk.errors import Spike  # noqa: E402
from wiredesk.formats import formats  # noqa: E402
from wiredesk.formats.ninjs_writer import write_ninjs  # noqa: E402
from wiredesk.records import CleanPage  # noqa: E402

READERS = ("ninjs", "ap-media", "dpa-digitalwires", "unknown-json")
BITS = (
    '"',
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "NaN",
    "-",
    "1e999",
    "null",
    "\\ud800",
    "\\u0000",
    "\x00",
    "\ud800",
    "\n",
    "<p>",
    "<nitf>",
)
VALUES = (
    None,
    True,
    0,
    -1.5,
    10**30,
    "",
    " ",
    "\x00\ud800",
    "<p>x<",
    "<nitf",
    "x" * 300,
    [],
    {},
    [None],
    [[]],
    {"": {}},
    {"value": 1},
    "2024-03-19T09:00:00Z",
)


def mutate(text: str, dice: random.Random) -> str:
    """Cut, double, move or strew bits into a seed."""
    for _ in range(dice.randint(1, 6)):
        a, b = sorted((dice.randrange(len(text) + 1), dice.randrange(len(text) + 1)))
        b = min(b, a + 200)
        text = dice.choice(
            (
                text[:a] + text[b:],
                text[:b] + text[a:b] + text[b:],
                text[:a] + dice.choice(BITS) + text[a:],
                text[:a] + text[a:b][::-1] + text[b:],
            )
        )
    return text


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
        return mutate(seed, dice)
    try:
        return json.dumps(reshape(json.loads(seed), dice, dice.choice((0.02, 0.1, 0.4))), ensure_ascii=dice.random() < 0.5)
    except ValueError:
        return mutate(seed, dice)


def main(inputs: int) -> None:
    """Run so many inputs against each reader; what was read must be writable as ninjs."""
    dice = random.Random(7)
    for name in READERS:
        seeds = [path.read_text("utf-8") for path in sorted((ROOT / "tests" / "cases").glob(f"{name}-*/page.*"))]
        reader, spiked = formats()[name], 0
        for _ in range(inputs):
            text = make_input(seeds, dice)
            try:
                parts = reader.read(CleanPage(page_id="p", format=name, charset="utf-8", text=text))
                assert not any("cannot be read" in problem for problem in parts.problems), parts.problems
                for story in parts.stories:
                    json.dumps(write_ninjs(story))
            except Spike as spike:
                if "cannot be read:" in spike.detail:  # an exception that only the shield round each item caught
                    raise RuntimeError(repr(text)) from spike
                spiked += 1
            except Exception:
                print(f"{name}: {text!r}")
                raise
        print(f"{name}: {inputs} inputs, {spiked} spiked")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
