"""Score ANPA-1312 headers on labelled wire copy: `python benchmarks/anpa_headers.py STORIES.jsonl`.

Each story is built from its parts as a wire would have carried it, with its control bytes and without, and read.
STORIES.jsonl: one object a line with header (svc, seq, src, pri, cat, slug, mon, day, wc, take, preamble), title, author,
dateline, body.
"""

from __future__ import annotations

import collections
import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "service"))

from wiredesk.errors import Spike
from wiredesk.records import RawPage
from wiredesk.stages.pipeline import pipeline

FIELDS = {
    "svc": "service",
    "seq": "sequence",
    "pri": "priority",
    "cat": "category",
    "slug": "slug",
    "take": "take",
    "wc": "word_count",
}


def build(story: dict[str, Any], *, controls: bool) -> bytes:
    """Build the message of a story."""
    head = story["header"]
    if story["raw_text"]:
        text = story["raw_text"].strip("\x02\x03\n")
    else:
        place = (story["dateline"] or {}).get("raw")
        copy = f"    {place} {story['body'].lstrip()}" if story["body"] else ""
        text = "\n".join(filter(None, ((story["title"] or "").strip("\n"), story["author"], copy))).rstrip("\x03\n ")
    first = f"{head['svc']}{head['seq']}"
    date = f"{head['mon']}-{head['day']}"
    if controls:
        message = (
            f"\x05\x05\x05{' '.join(head['preamble'])}\n\x16\x16\x01{first}\x1f{head['src']}\n"
            f"{head['pri']} {head['cat']}\x13\x11 {head['slug']}   {date} {head['wc']}\n\x02\n{text}\n\x03\n\x04"
        )
    else:
        message = (
            f"{' '.join(head['preamble'])}\n{first}{head['src']}\n{head['pri']} {head['cat']} {head['slug']}   {date} "
            f"{head['wc']}\n\n{text}\n"
        )
    return message.encode("utf-8")


def plain(text: str | None) -> str:
    """Give a value without marks and case."""
    return "".join(c for c in (text or "").casefold() if c.isalnum())


def main(path: str) -> None:
    """Read every story both ways and print the share of each field that is right."""
    stories = [json.loads(line) for line in Path(path).read_text("utf-8").split("\n") if line]
    for controls in (True, False):
        right: collections.Counter[str] = collections.Counter()
        for story in stories:
            try:
                found = pipeline(RawPage(body_base64=build(story, controls=controls))).stories[0]
            except Spike as spike:
                print("spiked", story["newid"], spike)
                continue
            for name, key in FIELDS.items():
                same = plain(found.wire_header.get(key)) == plain(story["header"][name])
                right[name] += same
                if not same:
                    print(
                        "  ",
                        name,
                        story["newid"],
                        repr(story["header"][name]),
                        repr(found.wire_header.get(key)),
                        story["header"]["slug"],
                    )
            right["headline"] += plain(found.headline) == plain(story["title"])
            right["layout"] += found.layout == "anpa1312"
            text = "".join(block.text for block in found.body)
            right["body"] += plain(story["body"]).removesuffix("reuter") == plain(text)
        print("with control bytes" if controls else "without", {name: round(n / len(stories), 4) for name, n in right.items()})


if __name__ == "__main__":
    main(sys.argv[1])
