"""Reading XML wires, two rows a format: clean and split beside lxml on the same bytes; items a second of all stages."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "service"), str(ROOT / "benchmarks")]

from timing import spend

label = "XML wires: us to read (clean and split), times lxml alone, and small items a second through all stages on one core"
CASES = (
    "nitf-aap-urgent",
    "newsml1-afp-dateline",
    "newsml-g2-dpa-notepad",
    "newsml-g2-reuters-message",
    "rss-any-feed",
    "atom-any-feed",
    "agency-xml-ritzau-correction",
)
TYPICAL = 12_000  # bytes of a usual wire item with its text
PARAGRAPH = re.compile(rb"(?:<|&lt;)p(?:>|&gt;)[^<>&]{5,}(?:<|&lt;)/p(?:>|&gt;)")
WORDS = b" The harbour master counted the boats at the quay, and the mill ran through the night as it had in other years." * 2


def enlarge(page: bytes) -> bytes:
    """Give the first paragraph of a page so many sisters that the page has the usual size."""
    found = PARAGRAPH.search(page)
    if not found:
        return page
    sister = found[0].replace(b"</p>", WORDS + b"</p>").replace(b"&lt;/p&gt;", WORDS + b"&lt;/p&gt;")
    return page[: found.end()] + sister * ((TYPICAL - len(page)) // len(sister)) + page[found.end() :]


def run() -> dict[str, dict[str, float]]:
    """Read each case as it is, and with so many paragraphs that it has the usual size."""
    from lxml import etree

    from wiredesk.records import RawPage
    from wiredesk.stages.clean import clean
    from wiredesk.stages.pipeline import pipeline
    from wiredesk.stages.split import split

    rows: dict[str, dict[str, float]] = {}
    for name in CASES:
        tiny = (ROOT / "tests" / "cases" / name / "page.txt").read_bytes()
        for size, data in (("tiny", tiny), ("typical", enlarge(tiny))):
            raw, repeats = RawPage(body_base64=data), 40 if size == "tiny" else 15
            items = len(split(clean(raw)).stories)
            alone = spend(lambda data=data: etree.fromstring(data), repeats)
            reading = spend(lambda raw=raw: split(clean(raw)), repeats)
            whole = spend(lambda raw=raw: pipeline(raw), repeats)
            rows[f"{name} {size}"] = {
                "bytes": len(data),
                "us": round(reading * 1e6, 1),
                "x lxml": round(reading / alone, 1),
                "items/s": round(items / whole),
            }
    return rows


if __name__ == "__main__":
    for row, figures in run().items():
        print(f"{row:40}", figures)
