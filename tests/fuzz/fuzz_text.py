"""Fuzz the readers of the text wires: whatever comes, an answer or a Spike. `python tests/fuzz/fuzz_text.py [INPUTS]`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))

from harness import fuzz, tear

if TYPE_CHECKING:
    import random

READERS = ("anpa1312", "iptc7901", "zczc", "rfc822", "media-release", "bulletin")
BITS = (
    *("\x01", "\x02", "\x03", "\x04", "\x1e", "\x1f", "\x7f", "\x00", "\ud800", "\n", "\n\n", "\r", "\t", "   "),
    *("^", "<", "=", "# ", "##", "|", ";", "....", "(", ")", "ZCZC", "NNNN", "ZCZC\n", "\nNNNN\n", "\n* ", "\nBy Ada Quill\n"),
    *("eca0001 3 i 93  dpa 1\n", "\x01f0704reute\nu f BC-X 02-26 0105\n", "999999 GMT Nov 99", '{"Headline": ['),
    *("Content-Type: text/plain; charset=\xff\n", "Content-Transfer-Encoding: base64\n", "--aa11\n", "=?utf-8?b?!?="),
)


def make_input(seeds: list[str], dice: random.Random) -> str:
    """Make one input: a message with its lines torn."""
    return tear(dice.choice(seeds), dice, BITS)


def main(inputs: int, seed: int = 7) -> int:
    """Put so many inputs before each reader; answers with the number of faults. Another seed makes other inputs."""
    return sum(fuzz(name, inputs, make_input, seed=seed) for name in READERS)


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)))
