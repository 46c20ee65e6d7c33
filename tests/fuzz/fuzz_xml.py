"""Fuzz every XML reader: whatever comes, an answer or a Spike. `python tests/fuzz/fuzz_xml.py [INPUTS]` runs it alone."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

sys.path.insert(0, str(Path(__file__).parent))

from harness import fuzz, tear

if TYPE_CHECKING:
    import random

READERS = ("nitf", "newsml1", "newsml-g2", "rss", "atom", "agency-xml")
BITS = (
    *("<", ">", "/>", "</p>", "<p>", "&", "&nbsp;", "&#0;", "&x;", "]]>", "<![CDATA[", "<!--", "<?x ", '"', "\x00", "\ud800"),
    *("\ufffe", "<table><tr>", ":", "{", "}", ' xmlns="', " xmlns:a='b'", "<a:b>", "<!DOCTYPE a [", "<!ENTITY a 'b'>"),
)
VALUES = (
    *("", " ", "\n\n", "0", "-1", "99999999999", "By Ada Quill"),
    *("2024-03-11", "2024-13-41T99:99", "stat:canceled", ":", "a:", ":b"),
)


@lru_cache(maxsize=64)
def parse_seed(text: str) -> etree._Element | None:
    """Parse a seed once; None for one that is broken as it is."""
    try:
        return etree.fromstring(text.encode())
    except (etree.XMLSyntaxError, UnicodeEncodeError):
        return None


def reshape(text: str, dice: random.Random) -> str:
    """Drop, double, move, rename and refill elements and attributes: well-formed, and not what the reader waits for."""
    seed = parse_seed(text)
    if seed is None:
        return tear(text, dice, BITS)
    root = etree.fromstring(etree.tostring(seed))
    elements = [element for element in root.iter(etree.Element) if element is not root]
    for _ in range(dice.randint(1, 5) if elements else 0):
        one, other = dice.choice(elements), dice.choice(elements)
        deed = dice.randrange(6)
        if deed == 0 and one.getparent() is not None:
            one.getparent().remove(one)
        elif deed == 1:
            one.append(etree.fromstring(etree.tostring(other, with_tail=False)))
        elif deed == 2:
            one.tag = other.tag
        elif deed == 3:
            one.text = dice.choice(VALUES)
        elif deed == 4:
            one.tail = dice.choice(VALUES)
        elif one.attrib:
            one.set(dice.choice(list(one.attrib)), dice.choice(VALUES))
    return etree.tostring(root, encoding="unicode")


def make_input(seeds: list[str], dice: random.Random) -> str:
    """Make one input: half of them broken, half of them well-formed and of another shape."""
    seed = dice.choice(seeds)
    return tear(seed, dice, BITS) if dice.random() < 0.5 else reshape(seed, dice)


def main(inputs: int, seed: int = 7) -> int:
    """Put so many inputs before each reader; answers with the number of faults. Another seed makes other inputs."""
    return sum(fuzz(name, inputs, make_input, seed=seed) for name in READERS)


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)))
