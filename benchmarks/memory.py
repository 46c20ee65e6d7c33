"""Memory over many pages: 100,000 pages, each another one, through the pipeline of one process."""

from __future__ import annotations

import gc
import os
from pathlib import Path

from stages import make_page
from wiredesk.records import RawPage
from wiredesk.stages.pipeline import pipeline

label = "memory of a process over 100,000 pages"
PAGES, STEP = 100_000, 20_000
PAGE = os.sysconf("SC_PAGE_SIZE")


def measure() -> float:
    """Measure the resident memory of this process in MB."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * PAGE / 1e6


def run() -> dict[str, dict[str, float]]:
    """Give resident MB after so many pages of 4 KB, each with names, figures and an id of its own."""
    text = make_page(4_000)
    rows = {"before the first page": {"MB": measure()}}
    for number in range(1, PAGES + 1):
        pipeline(RawPage(page_id=f"page-{number}", body=text.replace("Kesten", f"Kesten{number}")))
        if number == STEP // 20 or number % STEP == 0:
            rows[f"after {number:,} pages"] = {"MB": measure()}
    return rows
