"""What broke a reader once is read or spiked for good."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from wiredesk.errors import Spike
from wiredesk.formats import formats
from wiredesk.records import CleanPage
from wiredesk.stages.enrich import enrich

SEEDS = sorted((Path(__file__).parent / "seeds").glob("*.txt"))
NAMES = sorted(formats(), key=len, reverse=True)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_a_seed_is_read_or_spiked(seed):
    name = next(name for name in NAMES if seed.stem.startswith(f"{name}-"))
    text = seed.read_bytes().decode("utf-8", "surrogatepass")
    with suppress(Spike):
        enrich(formats()[name].read(CleanPage(page_id="p", format=name, charset="utf-8", text=text)))
