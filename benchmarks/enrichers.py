"""Each enricher's share of enrich, on an aggregator's page of the usual size: every call gets another page, as in a stream."""

from __future__ import annotations

import time

from stages import REPEATS, ROUNDS, make_page
from wiredesk.enrichers import mentions, related
from wiredesk.records import RawPage
from wiredesk.stages.clean import clean
from wiredesk.stages.enrich import ENRICHERS, RELATED, add_facts, enrich
from wiredesk.stages.split import split

label = "enrich, and each enricher's share of it"


def run() -> dict[str, dict[str, float]]:
    """Give microseconds a page of the whole and of each enricher, the least of several rounds; seconds to build the lookups."""
    start = time.process_time()
    mentions.lexicon().find_place("Kesten")
    rows = {"lookups of names": {"s": time.process_time() - start}}
    text = make_page()
    raws = [RawPage(body=text.replace("Kesten", f"Kesten{n}"), captured_at="2023-05-13T09:00:00Z") for n in range(REPEATS)]
    pages = [split(clean(raw)) for raw in raws]
    whole, least = float("inf"), dict.fromkeys([*(row.name for row in ENRICHERS), RELATED], float("inf"))
    for _ in range(ROUNDS):
        start = time.process_time()
        for page in pages:
            enrich(page)
        whole = min(whole, time.process_time() - start)
        spent = dict.fromkeys(least, 0.0)
        for page in pages:
            for story in page.stories:
                told = story
                for row in ENRICHERS:
                    start = time.process_time()
                    told = add_facts(told, row.find(told, page))
                    spent[row.name] += time.process_time() - start
            start = time.process_time()
            for item in page.related:
                related.complete(item, page)
            spent[RELATED] += time.process_time() - start
        least = {name: min(spent[name], best) for name, best in least.items()}
    rows["all"] = {"us": whole / REPEATS * 1e6}
    for name, best in sorted(least.items(), key=lambda item: -item[1]):
        rows[name] = {"us": best / REPEATS * 1e6, "of the whole": best / whole}
    return rows
