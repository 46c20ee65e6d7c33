"""How time grows with the page: the same kind of page from 1 KB to 1 MB, text and HTML."""

from __future__ import annotations

from html import escape

from stages import make_page
from timing import spend
from wiredesk.records import RawPage
from wiredesk.stages.pipeline import pipeline

label = "growth: us a KB of page, 1 KB to 1 MB; the same figure on every row is linear"
SIZES = (1_000, 10_000, 100_000, 1_000_000)
PLAIN = (  # what every size begins with where no layout claims the page
    "Boats return to the lake at Kesten\n\nBy Ines Duval\n\nMay 9, 2023\n\n"
    "KESTEN, May 9 (AP) - Boats crossed the lake again on Monday, the port said in a report on the winter.\n\n"
)


def run() -> dict[str, dict[str, float]]:
    """Give CPU microseconds a KB for an aggregator's page, a page of no known layout, and an HTML page."""
    rows: dict[str, dict[str, float]] = {}
    for size in SIZES:
        known = make_page(size)
        plain = PLAIN + "\n\n".join(known.partition("\n\nComments /")[0].split("\n\n")[2:])
        markup = "<html><body><h1>Boats return to the lake</h1>" + "".join(f"<p>{escape(p)}</p>" for p in plain.split("\n\n"))
        repeats = max(1, 100_000 // size)
        rows[f"{size // 1000} KB"] = {
            f"us/KB {name}": spend(lambda text=text: pipeline(RawPage(body=text)), repeats, 3) * 1e9 / len(text)
            for name, text in (("known layout", known), ("unknown layout", plain), ("html", markup))
        }
    return rows
