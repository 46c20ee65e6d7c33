"""Fuzz the readers of the text wires: whatever comes, an answer or a Spike. `python tests/fuzz/fuzz_text.py [INPUTS]`."""

from __future__ import annotations

import random
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "service"))

from wiredesk.errors import Spike  # noqa: E402
from wiredesk.formats import formats  # noqa: E402
from wiredesk.formats.charsets import decode_bytes, repair_text  # noqa: E402
from wiredesk.records import CleanPage  # noqa: E402

READERS = ("anpa1312", "iptc7901", "zczc", "rfc822", "media-release", "bulletin")
BITS = (
    "\x01",
    "\x02",
    "\x03",
    "\x04",
    "\x1e",
    "\x1f",
    "\x7f",
    "\x00",
    "\ud800",
    "\n",
    "\n\n",
    "\r",
    "\t",
    "   ",
    "^",
    "<",
    "=",
    "# ",
    "##",
    "|",
    ";",
    "....",
    "(",
    ")",
    "ZCZC",
    "NNNN",
    "ZCZC\n",
    "\nNNNN\n",
    "eca0001 3 i 93  dpa 1\n",
    "\x01f0704reute\nu f BC-X 02-26 0105\n",
    "Content-Type: text/plain; charset=\xff\n",
    "Content-Transfer-Encoding: base64\n",
    "--aa11\n",
    "=?utf-8?b?!?=",
    '{"Headline": [',
    "999999 GMT Nov 99",
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


def read_seeds(name: str) -> list[tuple[str, str]]:
    """Read the cases of a reader as decoded text, each with its charset."""
    seeds: list[tuple[str, str]] = []
    for path in sorted((ROOT / "tests" / "cases").glob(f"{name}-*/page.*")):
        text, charset, _ = decode_bytes(path.read_bytes(), None)
        seeds.append((repair_text(text)[0], charset))
    return seeds


def main(inputs: int) -> None:
    """Run so many inputs against each reader."""
    dice = random.Random(7)
    for name in READERS:
        seeds = read_seeds(name)
        reader, spiked = formats()[name], 0
        for _ in range(inputs):
            seed, charset = dice.choice(seeds)
            text = mutate(seed, dice)
            try:
                reader.recognise(text, "")
                parts = reader.read(CleanPage(page_id="p", format=name, charset=charset, text=text))
                assert not any("cannot be read: " in problem for problem in parts.problems), parts.problems
            except Spike as spike:
                if "cannot be read: " in spike.detail:  # an exception that only the shield round each message caught
                    raise RuntimeError(repr(text)) from spike
                spiked += 1
            except Exception:
                print(f"{name}: {text!r}")
                raise
        print(f"{name}: {inputs} inputs, {spiked} spiked")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
