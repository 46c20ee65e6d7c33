"""Reading JSON wires: whole reading of small items beside orjson and the parser of the markup inside, alone. `label`, `run`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "service"), str(ROOT / "benchmarks")]

from timing import spend

if TYPE_CHECKING:
    from collections.abc import Iterator

label = "json wires: items a second, times orjson and lxml alone, and the share of parsing JSON twice, markup, fields"
NAMES = (
    "ninjs-any-desk-1x",
    "ninjs-any-roles",
    "ap-media-ap-writethru",
    "ap-media-ap-nitf-embargo",
    "dpa-digitalwires-dpa-notepad",
)


def find_markup(value: Any) -> Iterator[str]:
    """Find the strings that hold markup, as the readers parse them."""
    if isinstance(value, str) and "<" in value and len(value) > 40:
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from find_markup(inner)


def run() -> dict[str, dict[str, float]]:
    """Read each case: its items a second, the ratio, and microseconds of what the reading is made of."""
    import orjson
    from lxml import html

    from wiredesk.formats import formats
    from wiredesk.formats.json_document import parse_json
    from wiredesk.records import RawPage
    from wiredesk.stages.clean import clean

    found: dict[str, dict[str, float]] = {}
    for name in NAMES:
        (path,) = (ROOT / "tests" / "cases" / name).glob("page.*")
        page = clean(RawPage(body_base64=path.read_bytes()))
        reader = formats()[page.format]
        texts = list(find_markup(orjson.loads(page.text)))
        loads = spend(lambda page=page: orjson.loads(page.text))
        markup = spend(lambda texts=texts: [html.fragment_fromstring(text, create_parent="div") for text in texts])
        told = spend(lambda page=page: parse_json(page.text))
        whole = spend(lambda page=page, reader=reader: reader.read(page))
        items = len(reader.read(page).stories)
        found[name] = {
            "items/s": round(items / whole),
            "times alone": whole / (loads + markup),
            "us orjson": loads * 1e6,
            "us lxml": markup * 1e6,
            "us duplicates told": (told - loads) * 1e6,
            "us fields": (whole - told - markup) * 1e6,
        }
    return found


if __name__ == "__main__":
    print(run())
