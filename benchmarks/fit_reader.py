"""Fit the weights of the reader on labelled article pages: `make fit`.

    python benchmarks/fit_reader.py ../shared/corpora/articles [--half 0|1] [--out service/wiredesk/parsing/weights.json]

Pages are DIR/page.txt with truth.json {body, url, ...}; sites are split in two halves by a hash of their host. With --half only
that half is fitted and both are measured; without, all pages are. Logistic regression, two rounds, the second on out-of-fold
probabilities of the first. Needs scikit-learn (the `fit` extra).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).parent.parent / "service"))

from wiredesk.parsing.evidence import first_round, second_round
from wiredesk.parsing.lines import index_lines

WORD = re.compile(r"\w+")
SMALLEST = 0.02  # weights below are left out of the table
RARE = 12  # a feature that fewer lines have is left out


def grams(text: str, size: int = 4) -> Counter:
    """Count the word n-grams of a text."""
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + size]) for i in range(max(1, len(words) - size + 1)) if words)


class Page:
    """A page with its lines, their labels and their weights in the fit."""

    def __init__(self, folder: Path) -> None:
        truth = json.loads((folder / "truth.json").read_text("utf-8"))
        self.truth = truth["body"]
        self.lines = index_lines((folder / "page.txt").read_text("utf-8"))
        host = (urlsplit(truth.get("url") or "").hostname or folder.name).removeprefix("www.")
        number = int(hashlib.sha256(host.encode()).hexdigest(), 16)
        self.half, self.fold = number % 2, number // 2 % 5
        self.labels = label(self.lines, self.truth)
        words = np.sqrt(np.array([len(WORD.findall(line.text)) + 2.0 for line in self.lines]))
        self.weights = words / max(1.0, words.sum()) * 60
        self.features, self.seen = first_round(self.lines)


def label(lines: list, truth: str) -> np.ndarray:
    """Label a line as body where most of its word n-grams are in the truth; short ones must lie between such lines too."""
    whole, known = " " + " ".join(WORD.findall(truth.casefold())) + " ", grams(truth.casefold())
    labels = np.zeros(len(lines), dtype=int)
    short = []
    for i, line in enumerate(lines):
        words = WORD.findall(line.text.casefold())
        if len(words) >= 6:
            own = grams(line.text.casefold())
            labels[i] = sum(gram in known for gram in own) >= 0.6 * len(own)
        elif words and f" {' '.join(words)} " in whole:
            short.append(i)
    sure = np.flatnonzero(labels)
    for i in short:
        labels[i] = len(sure) > 0 and np.abs(sure - i).min() <= 6 and sure.min() - 2 <= i <= sure.max() + 1
    return labels


class Table:
    """Named weights of one round."""

    def __init__(self, rows: list, labels: np.ndarray, weights: np.ndarray, strength: float) -> None:
        counts = Counter(name for row in rows for name in row)
        self.names = {name: i for i, name in enumerate(sorted(n for n, c in counts.items() if c >= RARE))}
        model = LogisticRegression(C=strength, max_iter=300)
        model.fit(self.matrix(rows), labels, sample_weight=weights)
        self.values = model.coef_[0]
        self.values[self.names["bias"]] += model.intercept_[0]
        self.values[np.abs(self.values) < SMALLEST] = 0

    def matrix(self, rows: list) -> csr_matrix:
        """Make the sparse matrix of rows of feature names."""
        columns = [[self.names[n] for n in row if n in self.names] for row in rows]
        ends = np.cumsum([0] + [len(c) for c in columns])
        flat = np.fromiter((x for c in columns for x in c), dtype=int)
        return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(self.names)))

    def score(self, rows: list) -> np.ndarray:
        """Give the probability of each row."""
        return 1 / (1 + np.exp(-(self.matrix(rows) @ self.values)))

    def export(self) -> dict:
        """Give the table as names and rounded weights."""
        return {name: round(float(self.values[i]), 2) for name, i in self.names.items() if self.values[i]}


def fit(pages: list, strength: float) -> tuple[Table, Table]:
    """Fit both rounds on pages."""

    def train(part: list, rows: list) -> Table:
        joined = (np.concatenate([getattr(page, name) for page in part]) for name in ("labels", "weights"))
        return Table(rows, *joined, strength)

    def stack(part: list) -> list:
        return [row for page in part for row in page.features]

    held: dict = {}
    for fold in range(5):
        rest = [page for page in pages if page.fold != fold]
        table = train(rest, stack(rest))
        held |= {id(page): table.score(page.features).tolist() for page in pages if page.fold == fold}
    second = train(pages, [row for page in pages for row in second_round(page.lines, page.seen, held[id(page)])])
    return train(pages, stack(pages)), second


def find_body(page: Page, tables: tuple[Table, Table]) -> list[int]:
    """Find the lines of the story."""
    p = tables[1].score(second_round(page.lines, page.seen, tables[0].score(page.features).tolist()))
    return [i for i, one in enumerate(p) if one >= 0.5]


def measure(pages: list, tables: tuple[Table, Table]) -> str:
    """Measure body precision, recall and F1 on word 4-grams, averaged over pages."""
    precisions, recalls = [], []
    for page in pages:
        true, have = grams(page.truth), grams("\n".join(page.lines[i].text for i in find_body(page, tables)))
        both = (true & have).total()
        precisions += [both / have.total()] if have else []
        recalls += [both / true.total()] if true else []
    p, r = float(np.mean(precisions)), float(np.mean(recalls))
    return f"{len(pages)} pages: p {p:.4f} r {r:.4f} f1 {2 * p * r / (p + r):.4f}"


def main() -> None:
    """Fit, measure, write the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("cases", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--strength", type=float, default=0.05, help="inverse of the regularisation")
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    pages = [page for page in (Page(path.parent) for path in sorted(args.cases.glob("*/truth.json"))) if page.lines]
    mine = [page for page in pages if args.half is None or page.half == args.half]
    tables = fit(mine, args.strength)
    print(f"fitted on {measure(mine, tables)}")
    others = [page for page in pages if page.half == 1 - args.half] if args.half is not None else []
    if others:
        print(f"not used, {measure(others, tables)}")
    print(f"weights: {len(tables[0].export())} and {len(tables[1].export())}")
    if args.out:
        table = {"first": tables[0].export(), "second": tables[1].export()}
        args.out.write_text(json.dumps(table, indent=0, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
