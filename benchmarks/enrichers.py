"""Each enricher's share of enrich, on an aggregator's page of the usual size: the whole less the whole without that one."""

from __future__ import annotations

import time

from stages import make_page, spend
from wiredesk.enrichers import mentions
from wiredesk.records import RawPage
from wiredesk.stages.clean import clean
from wiredesk.stages.enrich import ALL, enrich
from wiredesk.stages.split import split

label = "enrich, and what it costs without each enricher"


def run() -> dict[str, dict[str, float]]:
    """Give microseconds a page of the whole, of each enricher, and seconds until the lookups of names are built."""
    start = time.process_time()
    mentions.lexicon().find_place("Kesten")
    built = time.process_time() - start
    parts = split(clean(RawPage(body=make_page(), captured_at="2023-05-13T09:00:00Z")))

    def run_without(*left_out: str) -> None:
        mentions.read_names.cache_clear()
        enrich(parts, enabled=ALL.difference(left_out))

    whole = spend(run_without, 7, 20)
    rows = {"lookups of names": {"s": built}, "all": {"us": whole}}
    for name in sorted(ALL):
        cost = whole - spend(lambda name=name: run_without(name), 7, 20)  # type: ignore[misc]
        rows[name] = {"us": cost * 1e6, "of the whole": cost / whole}
    rows["all"] = {"us": whole * 1e6}
    both = whole - spend(lambda: run_without("mentions", "quotes"), 7, 20)
    rows["mentions + quotes (names read once)"] = {"us": both * 1e6, "of the whole": both / whole}
    return rows
