"""Hold the reading to its floors: `make quality`.

    python benchmarks/quality.py [--raise] [--each]

Reads the golden pages of tests/pages and compares them with what an editor says of each (truth.json). A figure under its floor
in tests/pages/floors.json fails; --raise lifts the floors to what is reached now, and nothing but a hand lowers one. --each
names the pages that fall short. Where ../shared is at hand, the scorers' own figures on the development data follow.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "service"))

from wiredesk.errors import Spike
from wiredesk.records import RawPage, Reading
from wiredesk.stages.pipeline import pipeline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiredesk.records import RelatedItem, Story

PAGES, FLOORS = ROOT / "tests" / "pages", ROOT / "tests" / "pages" / "floors.json"
SHARED = ROOT.parent / "shared"
GRAM = 4  # words
SCORERS = (
    ("pages.py", "corpora/seed"), ("pages.py", "corpora/pages"), ("articles.py", "corpora/articles"),
    ("articles.py", "corpora/articles", "--html"), ("wire.py", "corpora/wire"),
)  # fmt: skip


def fold(text: str | None) -> str:
    """Fold a text to its words."""
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text or "").casefold()))


def grams(texts: list[str]) -> Counter[tuple[str, ...]]:
    """Count the word 4-grams of texts."""
    words = " ".join(map(fold, texts)).split()
    return Counter(tuple(words[i : i + GRAM]) for i in range(max(1, len(words) - GRAM + 1)) if words)


def count(texts: Iterable[str | None]) -> Counter[str]:
    """Count texts by their words."""
    return Counter(map(fold, texts))


def agree(want: Counter[Any], have: Counter[Any]) -> float:
    """Give the F1 of two multisets; two empty ones agree."""
    both = (want & have).total()
    return 2 * both / (want.total() + have.total()) if want or have else 1.0


def compare(text: str, truth: dict[str, Any], reading: Reading) -> dict[str, float]:
    """Compare a reading with what an editor says of the page: figures from 0 to 1 by name, of what the page has."""
    figures = {
        "accounted": float(is_accounted(text, reading)),
        "related": agree(count(r["headline"] for r in truth["related"]), count(r.headline for r in reading.related)),
        **compare_cards(truth["related"], reading.related),
    }
    if truth.get("furniture"):
        figures["named"] = statistics.mean(name_furniture(text, truth["furniture"], reading))
    if truth["story"] is None:
        return figures | {"no-story": float(not reading.stories)}
    others = truth.get("others", [])
    figures["stories"] = agree(count(one["headline"] for one in others), count(one.headline for one in reading.stories[1:]))
    return figures | compare_story(truth["story"], reading.stories[0] if reading.stories else None)


def compare_story(want: dict[str, Any], story: Story | None) -> dict[str, float]:
    """Compare the page's story with what an editor says of it."""
    body = story.body if story else ()
    paragraphs = [block.text for block in body if block.kind != "crosshead"]
    authors = [author.name for author in (story.byline.authors if story and story.byline else ())]
    figures = {
        "body": agree(grams(want["paragraphs"]), grams(paragraphs)),
        "paragraphs": agree(count(want["paragraphs"]), count(paragraphs)),
        "headline": float(fold(story.headline if story else None) == fold(want["headline"])),
        "authors": agree(count(want["authors"]), count(authors)),
    }
    for name in ("publisher", "category"):
        if want.get(name):
            figures[name] = float(fold(getattr(story, name, None)) == fold(want[name]))
    published = story.published.value[:10] if story and story.published else None
    figures["published" if want.get("published") else "date-not-invented"] = float(published == want.get("published"))
    if want.get("crossheads"):
        crossheads = [block.text for block in body if block.kind == "crosshead"]
        figures["crossheads"] = agree(count(want["crossheads"]), count(crossheads))
    if want.get("tags"):
        figures["tags"] = agree(count(want["tags"]), count(story.tags if story else ()))
    if want.get("media"):
        have = {(m.url, fold(m.caption), fold(m.credit)) for m in (story.media if story else ())}
        figures["media"] = statistics.mean((m["url"], fold(m["caption"]), fold(m["credit"])) in have for m in want["media"])
    return figures


def compare_cards(want: list[dict[str, Any]], have: Iterable[RelatedItem]) -> dict[str, float]:
    """Compare what cards say beside their headline: the share of publishers, teasers and categories that are right."""
    found = {fold(item.headline): item for item in have}
    figures = {}
    for name in ("publisher", "teaser", "category"):
        cards = [card for card in want if card.get(name)]
        right = [fold(getattr(found.get(fold(card["headline"])), name, None)) == fold(card[name]) for card in cards]
        if right:
            figures[f"related-{name}"] = statistics.mean(map(float, right))
    return figures


def name_furniture(text: str, furniture: dict[str, list[str]], reading: Reading) -> list[float]:
    """Say of each line of furniture whether the account names it by its kind: "comment", "poll", "advert" ..."""
    named = []
    for kind, rows in furniture.items():
        for row in rows:
            start = text.find(f"\n{row}\n") + 1
            names = [claim.as_ for claim in reading.accounting if claim.span[0] < start + len(row) and claim.span[1] > start]
            named.append(float(bool(names) and all(kind in name for name in names)))
    return named


def is_accounted(text: str, reading: Reading) -> bool:
    """Say whether every character that is not blank is accounted for exactly once."""
    seen = bytearray(len(text))
    for claim in reading.accounting:
        for at in range(*claim.span):
            seen[at] += 1
    return all(count <= 1 and (count or char.isspace()) for count, char in zip(seen, text, strict=True))


def measure(*, each: bool = False) -> dict[str, float]:
    """Measure the golden pages: the mean of each figure over the pages that have it."""
    figures: dict[str, list[float]] = defaultdict(list)
    for path in sorted(PAGES.glob("*/truth.json")):
        text, truth = (path.parent / "page.txt").read_text("utf-8"), json.loads(path.read_text("utf-8"))
        try:
            reading = pipeline(RawPage(body=text, captured_at=truth.get("captured_at")))
        except Spike:
            reading = Reading(outcome="index-page", layout="none", stories=(), related=(), publishers=(), accounting=())
        found = compare(text, truth, reading)
        for name, value in found.items():
            figures[name].append(value)
        short = {name: round(value, 2) for name, value in found.items() if value < 1}
        if each and short:
            print(f"{path.parent.name:24} {short}")
    return {name: round(statistics.mean(values), 4) for name, values in sorted(figures.items())}


def main() -> None:
    """Print the figures, fail where one is under its floor."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--each", action="store_true")
    args = parser.parse_args()
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    figures = measure(each=args.each)
    for name, value in figures.items():
        floor = floors.get(name, 0.0)
        print(f"  {name:20} {value:.4f}  floor {floor:.4f}{'' if value >= floor else '  UNDER ITS FLOOR'}")
    if args.lift:
        lifted = {name: max(value, floors.get(name, 0.0)) for name, value in figures.items()}
        FLOORS.write_text(json.dumps(lifted, indent=1) + "\n", "utf-8")
    for scorer, *rest in SCORERS if (SHARED / "score").is_dir() else ():
        print(f"{scorer} {' '.join(rest)}", flush=True)
        where = [str(SHARED / rest[0]), *rest[1:]]
        command = [sys.executable, str(SHARED / "score" / scorer), *where, "--", sys.executable, "-m", "wiredesk", "parse"]
        subprocess.run(command, check=False, cwd=ROOT / "service")
    sys.exit(any(value < floors.get(name, 0) for name, value in figures.items()))


if __name__ == "__main__":
    main()
