"""Read captures of a layout as if nobody had described it: `make left-out`.

    python benchmarks/left_out.py ../shared/corpora/pages [--scorer ../shared/score/pages.py] [--misses body.f1] [--each N]

Each layout that the captures name is taken out of the registry in turn, and its pages are read with what is left, by the
scorer's own figures. Pages of layouts that have no file of their own (composed ones) are read as they are.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import statistics
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "service"))

import msgspec

from wiredesk import layouts
from wiredesk.errors import Spike
from wiredesk.records import RawPage
from wiredesk.stages.pipeline import pipeline

FIGURES = (
    "body.f1 paragraphs.exact_f1 headline publisher category published authors.f1 crossheads.f1 media.f1 "
    "media.caption media.credit tags.f1 people.f1 related.f1 related.teaser related.truncated related.publisher "
    "related.category related.dateline card accounted"
).split()


def load_scorer(path: Path) -> Any:
    """Load the scorer, which lives beside the captures and is no package."""
    spec = importlib.util.spec_from_file_location("score_pages", path)
    if not spec or not spec.loader:
        raise SystemExit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_without(name: str, text: str) -> dict[str, Any]:
    """Read a page with the layout `name` taken out of the registry."""
    known = layouts.layouts()
    rest = tuple(layout for layout in known if layout.name != name)
    original, layouts.layouts = layouts.layouts, lambda: rest  # type: ignore[assignment]
    try:
        reading = pipeline(RawPage(body=text))
    except Spike:
        return {"stories": [], "related": [], "publishers": [], "accounting": []}
    finally:
        layouts.layouts = original
    found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(reading))
    return found


def main() -> None:
    """Print a column a layout."""
    parser = argparse.ArgumentParser()
    parser.add_argument("cases", type=Path)
    parser.add_argument("--scorer", type=Path, default=ROOT / "../shared/score/pages.py")
    parser.add_argument("--misses", help="a figure: name the pages that lose most in it")
    parser.add_argument("--layout", help="only this one")
    parser.add_argument("--each", type=int, default=1, help="every n-th page of a layout")
    args = parser.parse_args()
    scorer = load_scorer(args.scorer)
    figures: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    lost: list[tuple[float, str, str]] = []
    for folder in sorted(path.parent for path in args.cases.glob("*/truth.json"))[:: args.each]:
        truth = json.loads((folder / "truth.json").read_text("utf-8"))
        name = truth["layout"]
        if args.layout and not name.startswith(args.layout):
            continue
        text = (folder / "page.txt").read_text("utf-8")

        def add(figure: str, value: float, name: str = name, folder: Path = folder) -> None:
            figures[name][figure].append(float(value))
            if figure == args.misses:
                lost.append((float(value), name, folder.name))

        scorer.score_case(text, truth, read_without(name, text), add)
    columns = sorted(figures)
    print(f"{'':20}" + "".join(f"{name[-10:]:>11}" for name in columns) + f"{'mean':>11}")
    for figure in FIGURES:
        means = [statistics.mean(figures[name][figure]) if figures[name][figure] else None for name in columns]
        known = [mean for mean in means if mean is not None]
        if known:
            print(
                f"{figure:20}"
                + "".join(f"{m:11.4f}" if m is not None else f"{'':11}" for m in [*means, statistics.mean(known)])
            )
    for value, name, page in sorted(lost)[:12]:
        print(f"  {value:.3f} {name} {page}")


if __name__ == "__main__":
    main()
