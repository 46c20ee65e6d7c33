"""Fit what the reader thinks of headlines, bylines and dates on labelled article pages: `make fit`, after fit_reader.py.

    python benchmarks/fit_imprint.py ../shared/corpora/articles [--half 0|1] [--out FILE]

Pages are DIR/page.txt with truth.json {title, authors, date, visible, url, ...}; sites are split in two halves by a hash of
their host. With --half only that half is fitted and both are measured; without, all pages are. The body is what the shipped
reader finds. Headline: one of the candidates of a page (softmax); byline and dates: each candidate for itself (logistic).
Needs scikit-learn and scipy (the `fit` extra).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

sys.path.insert(0, str(Path(__file__).parent.parent / "service"))

from wiredesk.parsing.byline_candidates import find_bylines
from wiredesk.parsing.date_candidates import find_story_dates
from wiredesk.parsing.headlines import headline_round
from wiredesk.parsing.lines import index_lines
from wiredesk.parsing.segment import find_body
from wiredesk.parsing.setting import Setting

SMALLEST = 0.02  # weights below are left out of the table
RARE = 5  # a feature that fewer candidates have is left out
STRENGTH = {"headline": 4.0, "byline": 3.0, "date": 3.0}  # of the regularisation: half a weight's square


class Page:
    """A page with its truth and the body that the reader finds."""

    def __init__(self, folder: Path) -> None:
        truth = json.loads((folder / "truth.json").read_text("utf-8"))
        visible = truth.get("visible") or {}
        self.name, self.title = folder.name, flatten(truth.get("title") or "")
        self.authors = split_names(truth.get("authors") or [])
        self.authors_seen = bool(self.authors) and all(visible.get("authors") or [True])
        self.date = (truth.get("date") or "")[:10] if visible.get("date") == "full" else ""
        self.undated = not truth.get("date")
        self.lines = index_lines((folder / "page.txt").read_text("utf-8"))
        host = (urlsplit(truth.get("url") or "").hostname or folder.name).removeprefix("www.")
        number = int(hashlib.sha256(host.encode()).hexdigest(), 16)
        self.half, self.fold = number % 2, number // 2 % 5
        self.body, self.seen = find_body(self.lines) if self.lines else ([], [])
        self.candidates, self.rows = headline_round(self.lines, self.seen, self.body) if self.body else ([], [])
        self.right = [flatten(self.lines[i].text) == self.title for i in self.candidates]


def flatten(text: str) -> str:
    """Fold a text to its words, for comparing titles and names."""
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold()))


def split_names(authors: list[str]) -> set[str]:
    """Split the labels of authors into names."""
    pieces = (piece for author in authors for piece in re.split(r"\s*[;|&\n]\s*|,\s+|\s+and\s+", author))
    return {flatten(re.sub(r"(?i)^\s*(?:written\s+|story\s+|and\s+)?(?:by\s+)?", "", piece)) for piece in pieces} - {""}


class Table:
    """Named weights of one question."""

    def __init__(self, groups: list[tuple[list, list]], strength: float, *, softmax: bool) -> None:
        rows = [row for group, _ in groups for row in group]
        counts = Counter(name for row in rows for name in row)
        self.names = {name: i for i, name in enumerate(sorted(n for n, c in counts.items() if c >= RARE))}
        matrix = self.matrix(rows)
        right = np.array([float(label) for _, labels in groups for label in labels])
        ends = np.cumsum([0] + [len(group) for group, _ in groups])
        start = np.zeros(len(self.names))
        self.values = minimize(
            self.softmax_loss if softmax else self.loss, start, (matrix, right, ends, strength), "L-BFGS-B", jac=True,
            options={"maxiter": 400},
        ).x  # fmt: skip
        self.values[np.abs(self.values) < SMALLEST] = 0

    @staticmethod
    def loss(values: np.ndarray, matrix: csr_matrix, right: np.ndarray, _ends: np.ndarray, strength: float) -> tuple:
        """Give the logistic loss and its gradient."""
        z = matrix @ values
        p = 1 / (1 + np.exp(-z))
        loss = np.logaddexp(0, z).sum() - (z * right).sum() + strength / 2 * (values @ values)
        return loss, matrix.T @ (p - right) + strength * values

    @staticmethod
    def softmax_loss(values: np.ndarray, matrix: csr_matrix, right: np.ndarray, ends: np.ndarray, strength: float) -> tuple:
        """Give the loss of choosing the right candidate of each group (or any of several), and its gradient."""
        z = matrix @ values
        loss, slope = strength / 2 * (values @ values), np.zeros(len(z))
        for a, b in pairwise(ends):
            e = np.exp(z[a:b] - z[a:b].max())
            p, hit = e / e.sum(), right[a:b]
            mass = float((p * hit).sum())
            loss -= np.log(max(mass, 1e-12))
            slope[a:b] = p - p * hit / max(mass, 1e-12)
        return loss, matrix.T @ slope + strength * values

    def matrix(self, rows: list) -> csr_matrix:
        """Make the sparse matrix of rows of feature names."""
        columns = [sorted({self.names[n] for n in row if n in self.names}) for row in rows]
        ends = np.cumsum([0] + [len(c) for c in columns])
        flat = np.fromiter((x for c in columns for x in c), dtype=int)
        return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(self.names)))

    def score(self, rows: list) -> np.ndarray:
        """Give the log odds of each row."""
        return self.matrix(rows) @ self.values if rows else np.zeros(0)

    def export(self) -> dict:
        """Give the table as names and rounded weights."""
        return {name: round(float(self.values[i]), 2) for name, i in self.names.items() if round(float(self.values[i]), 2)}


def fit_headline(pages: list[Page]) -> Table:
    """Fit which line is the headline."""
    return Table([(page.rows, page.right) for page in pages if any(page.right)], STRENGTH["headline"], softmax=True)


def choose_headline(page: Page, table: Table) -> int | None:
    """Choose the headline of a page."""
    return page.candidates[int(np.argmax(table.score(page.rows)))] if page.rows else None


def describe(pages: list[Page], headline: Table) -> tuple[dict, dict]:
    """Find the candidates for byline and dates of every page, with whether the truth says so."""
    bylines, dates = {}, {}
    for page in pages:
        if not page.body:
            continue
        setting = Setting(page.lines, choose_headline(page, headline), page.body)
        found = find_bylines(setting)
        right = [bool({flatten(p.name) for p in one.found.authors} & page.authors) for one in found]
        bylines[page.name] = ([one.features for one in found], right, found)
        lines = {one.line for one in found if one.features[1] != "lead=none"}
        days = find_story_dates(setting, lines)
        days = [one for one in days if one.label != "updated"]
        dates[page.name] = ([one.features for one in days], [one.found.value[:10] == page.date for one in days], days)
    return bylines, dates


def fit_byline(pages: list[Page], bylines: dict) -> Table:
    """Fit which names are the authors."""
    groups = [bylines[page.name][:2] for page in pages if page.name in bylines and (page.authors_seen or not page.authors)]
    return Table(groups, STRENGTH["byline"], softmax=False)


def fit_date(pages: list[Page], dates: dict) -> Table:
    """Fit which date is the day of publication."""
    groups = [dates[page.name][:2] for page in pages if page.name in dates and (page.date or page.undated)]
    return Table(groups, STRENGTH["date"], softmax=False)


def measure(pages: list[Page], headline: Table, byline: Table, date: Table, found: tuple[dict, dict]) -> str:
    """Measure the best candidate of each page: how often it is right, by the threshold on its probability."""
    titles = [
        page.title != "" and flatten(page.lines[choose_headline(page, headline)].text) == page.title
        for page in pages
        if page.rows and page.title
    ]
    report = [f"{len(pages)} pages: headline {np.mean(titles):.4f}"]
    for name, table, field in (("byline", byline, 0), ("date", date, 1)):
        for least in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6):
            hits, kept = [], []
            for page in pages:
                rows, right, _ = found[field].get(page.name, ([], [], []))
                wanted, absent = (page.authors_seen, not page.authors) if field == 0 else (bool(page.date), page.undated)
                scores = table.score(rows)
                best = int(np.argmax(scores)) if rows else None
                chosen = best is not None and 1 / (1 + np.exp(-scores[best])) >= least
                if wanted:
                    hits.append(chosen and right[best])
                elif absent:
                    kept.append(not chosen)
            report.append(
                f"  {name} at {least}: right {np.mean(hits):.4f} of {len(hits)}, absent kept {np.mean(kept):.4f} of {len(kept)}"
            )
    return "\n".join(report)


def main() -> None:
    """Fit, measure, write the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("cases", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    pages = [Page(path.parent) for path in sorted(args.cases.glob("*/truth.json"))]
    mine = [page for page in pages if args.half is None or page.half == args.half]
    headline = fit_headline(mine)
    found = describe(pages, headline)
    tables = headline, fit_byline(mine, found[0]), fit_date(mine, found[1])
    print("fitted on", measure(mine, *tables, found))
    if others := [page for page in pages if page.half == 1 - args.half] if args.half is not None else []:
        print("not used,", measure(others, *tables, found))
    print("weights:", *(len(table.export()) for table in tables))
    if args.out:
        out = {name: table.export() for name, table in zip(("headline", "byline", "date"), tables, strict=True)}
        args.out.write_text(json.dumps(out, indent=0, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
