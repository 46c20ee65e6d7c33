"""Reading XML wires: whole reading of small items beside lxml's parsing alone. `label`, `run`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "service"))

label = "xml wires: small items a second, and times lxml alone"
NAMES = ("nitf-aap-urgent", "newsml1-afp-dateline", "newsml-g2-dpa-notepad", "rss-any-feed", "atom-any-feed")
ROUNDS = 300


def run() -> dict[str, float]:
    """Read each case so many times: {"<case> items/s": ..., "<case> times lxml": ...}."""
    from lxml import etree

    from wiredesk.formats import formats
    from wiredesk.records import RawPage
    from wiredesk.stages.clean import clean

    found: dict[str, float] = {}
    for name in NAMES:
        data = (ROOT / "tests" / "cases" / name / "page.txt").read_bytes()
        page = clean(RawPage(body_base64=data))
        reader = formats()[page.format]
        begun = time.perf_counter()
        for _ in range(ROUNDS):
            reader.read(page)
        whole = time.perf_counter() - begun
        begun = time.perf_counter()
        for _ in range(ROUNDS):
            etree.fromstring(data)
        alone = time.perf_counter() - begun
        found[f"{name} items/s"] = round(ROUNDS / whole)
        found[f"{name} times lxml"] = round(whole / alone, 1)
    return found


if __name__ == "__main__":
    print(run())
