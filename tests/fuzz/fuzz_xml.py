"""Fuzz every XML reader: whatever comes, an answer or a Spike. `python tests/fuzz/fuzz_xml.py [INPUTS]` prints what it ran."""

from __future__ import annotations

import random
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "service"))

from wiredesk.errors import Spike  # noqa: E402
from wiredesk.formats import formats  # noqa: E402
from wiredesk.records import CleanPage  # noqa: E402

READERS = ("nitf", "newsml1", "newsml-g2", "rss", "atom", "agency-xml")
BITS = (
    "<",
    ">",
    "/>",
    "</p>",
    "<p>",
    "&",
    "&nbsp;",
    "&#0;",
    "]]>",
    "<![CDATA[",
    "<!--",
    '"',
    "\x00",
    "\ud800",
    "\ufffe",
    "<table><tr>",
    ":",
    "{",
    "}",
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


def main(inputs: int) -> None:
    """Run so many inputs against each reader."""
    dice = random.Random(7)
    for name in READERS:
        seeds = [path.read_text("utf-8") for path in sorted((ROOT / "tests" / "cases").glob(f"{name}-*/page.txt"))]
        reader, spiked = formats()[name], 0
        for _ in range(inputs):
            text = mutate(dice.choice(seeds), dice)
            try:
                reader.read(CleanPage(page_id="p", format=name, charset="utf-8", text=text))
            except Spike:
                spiked += 1
            except Exception:
                print(f"{name}: {text!r}")
                raise
        print(f"{name}: {inputs} inputs, {spiked} spiked")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
