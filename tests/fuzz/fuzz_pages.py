"""Fuzz the readers of pages, HTML and text: an answer or a Spike. `python tests/fuzz/fuzz_pages.py [INPUTS]` runs it alone."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))

from harness import fuzz, tear

if TYPE_CHECKING:
    import random

READERS = {"html": "html-*", "page-text": "[pby]*-*"}  # their golden cases; those of page text are named by their layouts
BITS = (
    *("<", ">", "</p>", "<p>", "&", "&nbsp;", "&#0;", "<!--", "<script>", "<table><tr>", '{"@type": "NewsArticle"', "\x00"),
    *("\ud800", "\n", "\n\n", "\u2028", "Related\n", "By Ada Quill\n", "3 days ago\n", "(Reuters) - ", "| ", "\u200f"),
)


SHORT = 1500  # characters of half of the inputs: more of them in the same time, and each fault weighs more


def make_input(seeds: list[str], dice: random.Random) -> str:
    """Make one input: a page or a part of one, torn, or with its lines in another order."""
    seed = dice.choice(seeds)
    if dice.random() < 0.5:
        at = dice.randrange(len(seed) + 1)
        seed = seed[at : at + SHORT]
    if dice.random() < 0.5:
        return tear(seed, dice, BITS)
    lines = seed.split("\n")
    for _ in range(dice.randint(1, 4)):
        lines.insert(dice.randrange(len(lines)), lines.pop(dice.randrange(len(lines))))
    return "\n".join(lines)


def main(inputs: int, seed: int = 7) -> int:
    """Put so many inputs before each reader; answers with the number of faults. Another seed makes other inputs."""
    return sum(fuzz(name, inputs, make_input, seed=seed, cases=cases) for name, cases in READERS.items())


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)))
