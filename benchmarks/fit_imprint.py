"""Fit what the reader thinks of headlines, bylines and dates on labelled article pages: `make fit`, after fit_reader.py.

    python benchmarks/fit_imprint.py ../shared/corpora/articles [--captures build/captures] [--folds] [--out FILE]

Pages are DIR/page.txt, some with DIR/page.html.gz, and truth.json {title, authors, date, visible, url, ...}. They are read as
always; what the reader looks at is written down with what it sees. Headline: one of the candidates of a page (softmax); byline
and dates: each candidate for itself (logistic). What text says is fitted on pages of text, then what HTML adds ("hint=...") on
pages of HTML. Captures that compose_pages.py has made teach what a headline among cards looks like. With --folds five tables
are fitted, each without a fifth of the sites, and every figure is of pages whose sites were not in the fit (the weights of the
body were fitted on all). Needs scikit-learn and scipy (the `fit` extra).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

sys.path.insert(0, str(Path(__file__).parent.parent / "service"))

from wiredesk.errors import Spike
from wiredesk.parsing import headlines, imprints
from wiredesk.parsing.weighing import load_weights
from wiredesk.records import RawPage
from wiredesk.stages.clean import clean
from wiredesk.stages.split import split

FOLDS = 5
SMALLEST = 0.02  # weights below are left out of the table
RARE = 5  # a feature that fewer candidates have is left out
QUESTIONS = "headline", "byline", "date"
STRENGTH = {"headline": 2.5, "byline": 3.0, "date": 3.0}  # of the regularisation: half a weight's square
HINTS = {"headline": 0.5, "byline": 1.0, "date": 1.0}  # the same for hints
HINT = "hint="
TABLES = load_weights("imprint_weights.json")
SEEN: dict = {}  # the candidates of the page in hand, by question


class Page:
    """A page of text or of HTML with its truth, its candidates and what was read."""

    def __init__(self, path: Path, truth: dict) -> None:
        self.html, self.capture = path.suffix == ".gz", "story" in truth
        self.data = gzip.decompress(path.read_bytes()) if self.html else path.read_bytes()
        self.visible = truth.get("visible") or {}
        self.title, self.authors = (
            flatten(truth.get("title") or truth.get("story", {}).get("headline") or ""),
            split_names(truth.get("authors") or []),
        )
        self.date = (truth.get("date") or "")[:10]
        host = (urlsplit(truth.get("url") or "").hostname or path.parent.name).removeprefix("www.")
        self.fold = int(hashlib.sha256(host.encode()).hexdigest(), 16) // 2 % FOLDS
        self.groups: dict = {}

    def read(self, tables: dict) -> None:
        """Read the page with these tables; keep its candidates, their labels and the story."""
        TABLES.update(tables)
        SEEN.clear()
        try:
            stories = split(clean(RawPage(body_base64=self.data))).stories
        except Spike:
            stories = ()
        self.story = stories[0] if stories else None
        if "headline" in SEEN:
            texts, rows = SEEN["headline"]
            self.groups["headline"] = rows, [flatten(text) == self.title for text in texts]
        if "byline" in SEEN:
            found = SEEN["byline"]
            right = [bool({flatten(person.name) for person in one.found.authors} & self.authors) for one in found]
            self.groups["byline"] = [one.features for one in found], right
        if "date" in SEEN:
            days = [one for one in SEEN["date"] if one.label != "updated"]
            self.groups["date"] = [one.features for one in days], [one.found.value[:10] == self.date for one in days]

    def teaches(self, question: str) -> bool:
        """Say whether the page can teach: authors that are not printed cannot be found, titles neither."""
        rows, right = self.groups.get(question, ((), ()))
        if question == "headline" or self.capture:
            return question == "headline" and any(right)
        return bool(rows) and (question == "date" or not self.authors or all(self.visible.get("authors") or [True]))


def watch() -> None:
    """Let the reader write down what it looks at."""

    def headline_round(lines: list, seen: list, body: list) -> tuple:
        candidates, rows = named(lines, seen, body)
        texts = [lines[i].text[slice(*headlines.cut_headline(lines[i].text))] for i in candidates]
        SEEN["headline"] = texts, rows
        return candidates, rows

    def find_bylines(setting: object) -> list:
        SEEN["byline"] = bylines(setting)
        return SEEN["byline"]

    def find_story_dates(setting: object, lines: list) -> list:
        SEEN["date"] = dates(setting, lines)
        return SEEN["date"]

    named, bylines, dates = headlines.headline_round, imprints.find_bylines, imprints.find_story_dates
    headlines.headline_round, imprints.find_bylines, imprints.find_story_dates = headline_round, find_bylines, find_story_dates


def flatten(text: str) -> str:
    """Fold a text to its words, for comparing titles and names."""
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold()))


def split_names(authors: list[str]) -> set[str]:
    """Split the labels of authors into names."""
    pieces = (piece for author in authors for piece in re.split(r"\s*[;|&\n]\s*|,\s+|\s+and\s+", author))
    return {flatten(re.sub(r"(?i)^\s*(?:written\s+|story\s+|and\s+)?(?:by\s+)?", "", piece)) for piece in pieces} - {""}


class Table:
    """Named weights of one question; base: weights already known, which only shift the odds."""

    def __init__(self, groups: list, strength: float, *, softmax: bool, base: dict | None = None) -> None:
        rows = [row for group, _ in groups for row in group]
        self.base = base or {}
        counts = Counter(name for row in rows for name in row if name.startswith(HINT) == bool(base))
        self.names = {name: i for i, name in enumerate(sorted(n for n, c in counts.items() if c >= RARE))}
        right = np.array([float(label) for _, labels in groups for label in labels])
        ends = np.cumsum([0] + [len(group) for group, _ in groups])
        given = self.matrix(rows), self.shift(rows), right, ends, strength
        start = np.zeros(len(self.names))
        loss = self.softmax_loss if softmax else self.loss
        self.values = minimize(loss, start, given, "L-BFGS-B", jac=True, options={"maxiter": 400}).x
        self.values[np.abs(self.values) < SMALLEST] = 0

    @staticmethod
    def loss(
        values: np.ndarray, matrix: csr_matrix, shift: np.ndarray, right: np.ndarray, _ends: list, strength: float
    ) -> tuple:
        """Give the logistic loss and its gradient."""
        z = matrix @ values + shift
        p = 1 / (1 + np.exp(-z))
        loss = np.logaddexp(0, z).sum() - (z * right).sum() + strength / 2 * (values @ values)
        return loss, matrix.T @ (p - right) + strength * values

    @staticmethod
    def softmax_loss(
        values: np.ndarray, matrix: csr_matrix, shift: np.ndarray, right: np.ndarray, ends: np.ndarray, strength: float
    ) -> tuple:
        """Give the loss of choosing the right candidate of each group (or any of several), and its gradient."""
        z = matrix @ values + shift
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

    def shift(self, rows: list) -> np.ndarray:
        """Give the log odds that the known weights give each row."""
        return np.array([sum(self.base.get(name, 0.0) for name in row) for row in rows])

    def export(self) -> dict:
        """Give the table as names and rounded weights, with the known ones."""
        own = {name: round(float(self.values[i]), 2) for name, i in self.names.items()}
        return self.base | {name: value for name, value in own.items() if value}


def fit(pages: list[Page], question: str) -> dict:
    """Fit one question: what text says on pages of text, then what HTML adds."""
    groups = {html: [p.groups[question] for p in pages if p.html == html and p.teaches(question)] for html in (False, True)}
    softmax = question == "headline"
    text = Table(groups[False], STRENGTH[question], softmax=softmax).export()
    return Table(groups[True], HINTS[question], softmax=softmax, base=text).export() if groups[True] else text


def fit_all(pages: list[Page], folds: list[int | None]) -> dict:
    """Fit the questions in turn, since what is found for one is evidence for the next; a table a fold that is left out."""
    tables: dict = {fold: {} for fold in folds}
    for question in QUESTIONS:
        for page in pages:
            page.read(tables[page.fold if page.fold in tables else None])
        for fold in folds:
            tables[fold][question] = fit([page for page in pages if page.fold != fold], question)
    for page in pages:
        page.read(tables[page.fold if page.fold in tables else None])
    return tables


def measure(pages: list[Page]) -> str:
    """Measure what was read as the scorer does: titles and days that are right, names (F1), and what was not invented."""
    figures = defaultdict(list)
    for page in pages:
        story, kind, seen = page.story, "html" if page.html else "text", page.visible
        if page.capture:
            figures["captures", "title"].append(flatten((story and story.headline) or "") == page.title)
            continue
        published = story.published.value[:10] if story and story.published else ""
        names = {flatten(author.name) for author in (story.byline.authors if story and story.byline else ())}
        if page.title and (page.html or seen.get("title")):
            figures[kind, "title"].append(flatten((story and story.headline) or "") == page.title)
        if page.authors and (page.html or all(seen.get("authors") or [True])):
            figures[kind, "authors"].append(2 * len(names & page.authors) / (len(names) + len(page.authors)))
        if not page.authors:
            figures[kind, "no author invented"].append(not names)
        if page.date and (page.html or seen.get("date") == "full"):
            figures[kind, "date"].append(published == page.date)
        if not page.date or not (page.html or seen.get("date")):
            figures[kind, "no date invented"].append(not published)
    return "\n".join(
        f"  {kind} {name:20} {np.mean(values):.4f} of {len(values)}" for (kind, name), values in sorted(figures.items())
    )


def main() -> None:
    """Fit, measure, write the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("cases", type=Path)
    parser.add_argument("--captures", type=Path)
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    roots = [root for root in (args.cases, args.captures) if root]
    paths = [path for root in roots for name in ("page.txt", "page.html.gz") for path in sorted(root.glob(f"*/{name}"))]
    pages = [Page(path, json.loads((path.parent / "truth.json").read_text("utf-8"))) for path in paths]
    watch()
    if args.folds:
        fit_all(pages, list(range(FOLDS)))
        print("on pages whose sites were not in the fit")
    else:
        tables = fit_all(pages, [None])[None]
        print("on the pages of the fit; weights:", *(len(table) for table in tables.values()))
        if args.out:
            args.out.write_text(json.dumps(tables, indent=0, ensure_ascii=False) + "\n", "utf-8")
    print(measure(pages))


if __name__ == "__main__":
    main()
