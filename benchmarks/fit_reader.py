"""Fit the weights that tell a story's lines on labelled article pages: `make fit`.

    python benchmarks/fit_reader.py ../shared/corpora/articles [--half 0|1] [--out service/wiredesk/parsing/weights.json]

Pages are DIR/page.txt with truth.json {body, url, ...}; a hash of the host puts a site into one of two halves and five folds.
With --half only that half is fitted and the other measured; without, all pages are fitted. Every figure is of pages whose sites
were not in the fit. Each round is fitted on what the one before thinks of pages that it has not seen. The weights of a column's
levels are found in turn (cyclic Newton steps), the lexicon's by logistic regression (scikit-learn). Deterministic.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from scipy.sparse import csr_matrix
from selectolax.lexbor import LexborHTMLParser
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).parent.parent / "service"))

from wiredesk.formats.html_layout import lay_out
from wiredesk.parsing import context, evidence, markup
from wiredesk.parsing.lines import index_lines
from wiredesk.parsing.rounds import lay_chain
from wiredesk.parsing.seen import LEXICON, PROSE_CHARS, SHORT, list_tokens
from wiredesk.parsing.segment import MOST_TRUST, TRUST

WORD = re.compile(r"\w+")
FOLDS = 5
HARD = 0.25  # share of the long lines' characters that are others' from which a page is hard
LEVELS = evidence.LEVELS | context.LEVELS | markup.LEVELS
FIRST_PAIRS = (
    "run*run-mass size*gaps size*end size*stops size*words size*shared size*at-1 size*at+1 size*copies size*since-head "
    "size*last-prose size*next-prose size*run size*titled size*near25 end*words run*words"
).split()
LATER_PAIRS = (
    "p*size p*up3 p*down3 p*up8 p*down8 prev*next p*in-run size*in-run p*segment size*segment p*story-words in-run*story-words "
    "p*words size*up3 size*down3 up8*down8 up3*down3 p*above p*below p*landmarks size*gaps distance*segment"
).split()
COLUMNS = {"first": [*evidence.LEVELS, *FIRST_PAIRS], "later": [*context.LEVELS, *context.KEPT, *LATER_PAIRS]}
SITES = 40  # sites that must use a word before it enters the lexicon
SMALLEST = 0.08  # weights of words below it are left out
RIDGE, STEP, TURNS = 10.0, 0.5, 10  # of the Newton steps; a page's lines weigh 60 together
LEAN = 0.7  # a line weighs as many words as it has, to this power: .5 favours crossheads, 1 long paragraphs; measured on folds


def grams(words: list[str], size: int = 4) -> Counter:
    """Count the word n-grams of a text."""
    return Counter(tuple(words[i : i + size]) for i in range(max(1, len(words) - size + 1)) if words)


class Page:
    """A page with its lines, their labels, their weights in the fit and their evidence."""

    def __init__(self, folder: Path, *, marked: bool = False) -> None:
        truth = json.loads((folder / "truth.json").read_text("utf-8"))
        if marked:
            laid = lay_out(LexborHTMLParser(gzip.decompress((folder / "page.html.gz").read_bytes()).decode("utf-8", "replace")))
            self.lines, self.markup = index_lines(laid.text), laid.markup
        else:
            self.lines = index_lines((folder / "page.txt").read_text("utf-8"))
        self.name = folder.name
        self.words = [WORD.findall(line.text) for line in self.lines]
        self.truth = grams(WORD.findall(truth["body"]))
        host = (urlsplit(truth.get("url") or "").hostname or folder.name).removeprefix("www.")
        number = int(hashlib.sha256(host.encode()).hexdigest(), 16)
        self.half, self.fold = number % 2, number // 2 % FOLDS
        self.labels = label(self.lines, truth["body"])
        self.hard = is_hard(self.lines, truth["body"])
        words = np.array([len(own) + 2.0 for own in self.words]) ** LEAN
        self.weights = words / max(1.0, words.sum()) * 60
        self.columns, self.seen = evidence.first_evidence(self.lines)
        self.tokens = [
            [("short " if len(line.text) < SHORT else "long ") + token for token in sorted({*list_tokens(one.words)})]
            for line, one in zip(self.lines, self.seen, strict=True)
        ]

    def rows(self, chances: np.ndarray | None = None) -> tuple[dict, slice]:
        """Give the columns of a round and the lines that they are of; chances: what the round before thinks of all lines."""
        if chances is None:
            return self.columns, slice(0, len(self.lines))
        window = self.window
        cut = slice(window.start, window.stop)
        columns = context.cut_columns(self.columns, window)
        return context.gather_context(self.lines[cut], self.seen[cut], columns, chances[cut].tolist()), cut


def is_hard(lines: list, truth: str) -> bool:
    """Say whether a quarter of a page's long lines is other text than the story."""
    whole = " ".join(WORD.findall(truth.casefold()))
    long = [line.text for line in lines if len(line.text) > PROSE_CHARS]
    other = sum(len(text) for text in long if " ".join(WORD.findall(text.casefold())) not in whole)
    return bool(long) and other >= HARD * sum(map(len, long))


def label(lines: list, truth: str) -> np.ndarray:
    """Label a line as body where most of its word n-grams are in the truth; short ones must lie between such lines too."""
    truth_words = WORD.findall(truth.casefold())
    whole, known = " " + " ".join(truth_words) + " ", grams(truth_words)
    labels = np.zeros(len(lines), dtype=int)
    short = []
    for i, line in enumerate(lines):
        words = WORD.findall(line.text.casefold())
        if len(words) >= 6:
            own = grams(words)
            labels[i] = sum(gram in known for gram in own) >= 0.6 * len(own)
        elif words and f" {' '.join(words)} " in whole:
            short.append(i)
    sure = np.flatnonzero(labels)
    for i in short:
        labels[i] = len(sure) > 0 and np.abs(sure - i).min() <= 6 and sure.min() - 2 <= i <= sure.max() + 1
    return labels


class Lexicon:
    """Weights of words, of those that many sites use."""

    def __init__(self, pages: list[Page], known: list[str]) -> None:
        self.known = {token: i for i, token in enumerate(known)}
        model = LogisticRegression(C=0.02, max_iter=80, tol=1e-3)
        labels, weights = (np.concatenate([getattr(page, name) for page in pages]) for name in ("labels", "weights"))
        model.fit(self.matrix([row for page in pages for row in page.tokens]), labels, sample_weight=weights)
        self.values = np.where(np.abs(model.coef_[0]) < SMALLEST, 0, np.round(model.coef_[0], 2))

    def matrix(self, rows: list[list[str]]) -> csr_matrix:
        """Make the sparse matrix of lines by words."""
        columns = [[self.known[token] for token in row if token in self.known] for row in rows]
        ends = np.cumsum([0] + [len(column) for column in columns])
        flat = np.fromiter((x for column in columns for x in column), dtype=int)
        return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(self.known)))

    def read(self, page: Page) -> list[int]:
        """Give the level of each line of a page."""
        return np.digitize(self.matrix(page.tokens) @ self.values, LEXICON).tolist()

    def export(self) -> dict:
        """Give the words and their weights, for short lines and for long ones."""
        table: dict = {"short": {}, "long": {}}
        for token, i in self.known.items():
            if self.values[i]:
                kind, _, word = token.partition(" ")
                table[kind][word] = float(self.values[i])
        return table


class Table:
    """The weights of one round, by column and level."""

    def __init__(
        self, names: list[str], columns: list[dict], labels: np.ndarray, weights: np.ndarray, told: np.ndarray | None = None
    ) -> None:
        """Fit the table; told: log odds that are known of the lines already."""
        self.codes = {name: self.encode(name, columns) for name in names}
        self.values = {name: np.zeros(self.size(name)) for name in names}
        self.bias = float(np.log((weights * labels).sum() / (weights * (1 - labels)).sum())) if told is None else 0.0
        odds = np.full(len(labels), self.bias) if told is None else told.copy()
        for _ in range(TURNS):
            for name in names:
                codes, values = self.codes[name], self.values[name]
                chances = 1 / (1 + np.exp(-odds))
                slope = np.bincount(codes, weights * (labels - chances), len(values))
                bend = np.bincount(codes, weights * chances * (1 - chances), len(values))
                step = STEP * (slope - RIDGE * values) / (bend + RIDGE)
                values += step
                odds += step[codes]
        del self.codes

    @staticmethod
    def size(name: str) -> int:
        """Count the levels of a column, or of a pair of them."""
        return int(np.prod([LEVELS[part] for part in name.split("*")]))

    @staticmethod
    def encode(name: str, columns: list[dict]) -> np.ndarray:
        """Give the level of each line of all pages in a column, or in a pair of them."""
        one, _, other = name.partition("*")
        codes = np.concatenate([np.array(page[one], dtype=np.int64) for page in columns])
        return (
            codes * LEVELS[other] + np.concatenate([np.array(page[other], dtype=np.int64) for page in columns])
            if other
            else codes
        )

    def weigh(self, columns: dict) -> np.ndarray:
        """Give the log odds of the lines of a page."""
        return self.bias + sum(values[self.encode(name, [columns])] for name, values in self.values.items())

    def export(self) -> dict:
        """Give the table as names and rounded weights."""
        table: dict = {"bias": round(self.bias, 2)}
        for name, values in self.values.items():
            rounded = np.round(values, 2) + 0.0
            table[name] = (rounded.reshape(-1, LEVELS[name.split("*")[1]]) if "*" in name else rounded).tolist()
        return table


def fit_round(pages: list[Page], names: list[str], chances: dict | None) -> Table:
    """Fit one round on pages; chances: what the round before thinks of each, by the page's identity."""
    given = [page.rows(None if chances is None else chances[id(page)]) for page in pages]
    labels, weights = (
        np.concatenate([getattr(page, name)[cut] for page, (_, cut) in zip(pages, given, strict=True)])
        for name in ("labels", "weights")
    )
    return Table(names, [columns for columns, _ in given], labels, weights)


def weigh(page: Page, table: Table, before: np.ndarray | None) -> np.ndarray:
    """Give the log odds of all lines of a page; before: those of the round before."""
    columns, cut = page.rows(None if before is None else chance(before))
    odds = np.zeros(len(page.lines)) if before is None else before.copy()
    odds[cut] = table.weigh(columns)
    return odds


def chance(odds: np.ndarray) -> np.ndarray:
    """Turn log odds into probabilities."""
    return 1 / (1 + np.exp(-np.clip(odds, -30, 30)))


def fit(pages: list[Page], others: list[Page], marked: list[Page]) -> tuple[dict, dict, dict]:
    """Fit all rounds; give the tables, what they think of pages while not knowing their sites, and of others.

    marked: the HTML of some of the pages; each is weighed by tables that do not know its site.
    """
    sites = Counter(token for page in pages for token in {token for row in page.tokens for token in row})
    known = sorted(token for token, count in sites.items() if count >= SITES)
    by_fold = [
        ([p for p in pages if p.fold != fold], [p for p in (*pages, *marked) if p.fold == fold]) for fold in range(FOLDS)
    ]
    for train, held in by_fold:
        lexicon = Lexicon(train, known)
        for page in held:
            page.columns["words"] = lexicon.read(page)
    lexicon = Lexicon(pages, known)
    for page in others:
        page.columns["words"] = lexicon.read(page)
    tables = {"lexicon": lexicon.export()}
    rounds: list[dict] = []
    for name, kind in (("first", "first"), ("second", "later"), ("third", "later")):
        before = rounds[-1] if rounds else None
        chances = {key: chance(odds) for key, odds in before.items()} if before else None
        odds = {}
        for train, held in by_fold:
            table = fit_round(train, COLUMNS[kind], chances)
            odds |= {id(page): weigh(page, table, before[id(page)] if before else None) for page in held}
        table = fit_round(pages, COLUMNS[kind], chances)
        odds |= {id(page): weigh(page, table, before[id(page)] if before else None) for page in others}
        if not rounds:
            for page in [*pages, *others, *marked]:
                page.window = context.find_window(chance(odds[id(page)]).tolist())
        tables[name] = table.export()
        rounds.append(odds)
        print(f"  {name}: {measure(pages, odds)}", flush=True)
    odds = {key: (rounds[1][key] + rounds[2][key]) / 2 for key in rounds[0]}
    if marked:
        odds |= fit_marked(marked, odds, tables)
    return (
        tables,
        {id(page): lay_chain(odds[id(page)].tolist()) for page in (*pages, *marked)},
        {id(page): lay_chain(odds[id(page)].tolist()) for page in others},
    )


def fit_marked(pages: list[Page], text: dict, tables: dict) -> dict:
    """Fit the two rounds of pages with markup on what the text says of them; give their odds while not knowing the site."""
    told = {id(page): TRUST * np.clip(text[id(page)], -MOST_TRUST, MOST_TRUST) for page in pages}
    odds = {id(page): text[id(page)] for page in pages}
    for name in ("markup", "markup-again"):
        columns = {
            id(page): markup.gather_markup(page.markup, page.lines, text[id(page)].tolist(), lay_chain(odds[id(page)].tolist()))
            for page in pages
        }

        def table(some: list[Page], columns: dict = columns) -> Table:
            labels, weights = (np.concatenate([getattr(page, each) for page in some]) for each in ("labels", "weights"))
            known = np.concatenate([told[id(page)] for page in some])
            return Table(list(markup.LEVELS), [columns[id(page)] for page in some], labels, weights, known)

        odds = {}
        for fold in range(FOLDS):
            fitted = table([page for page in pages if page.fold != fold])
            odds |= {id(p): told[id(p)] + fitted.weigh(columns[id(p)]) for p in pages if p.fold == fold}
        tables[name] = table(pages).export()
        print(f"  {name}: {measure(pages, odds)}", flush=True)
    return odds


def measure(pages: list[Page], odds: dict, least: float = 0.0) -> str:
    """Measure body precision, recall and F1 on word 4-grams, averaged over pages, over hard pages, and the pages under .5."""
    figures = []
    for page in pages:
        have = grams([word for words, o in zip(page.words, odds[id(page)], strict=True) if o >= least for word in words])
        figures.append(((page.truth & have).total(), have.total(), page.truth.total()))

    def mean(some: list) -> str:
        p = float(np.mean([both / have for both, have, _ in some if have]))
        r = float(np.mean([both / true for both, _, true in some if true]))
        return f"p {p:.4f} r {r:.4f} f1 {2 * p * r / (p + r):.4f}"

    hard = mean([one for page, one in zip(pages, figures, strict=True) if page.hard])
    bad = np.mean([4 * both < have + true for both, have, true in figures])
    return f"{len(pages)} pages: {mean(figures)}; hard: {hard}; under .5: {bad:.4f}"


def main() -> None:
    """Fit, measure, write the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("cases", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    pages = [page for page in (Page(path.parent) for path in sorted(args.cases.glob("*/truth.json"))) if page.lines]
    mine = [page for page in pages if args.half is None or page.half == args.half]
    others = [page for page in pages if args.half is not None and page.half != args.half]
    by_name = {page.name: page for page in mine}
    marked = [Page(args.cases / name, marked=True) for name in by_name if (args.cases / name / "page.html.gz").exists()]
    tables, held, rest = fit(mine, others, [page for page in marked if page.lines])
    print(f"held out by site, {measure(mine, held, 0.5)}")
    print(f"HTML, held out by site, {measure([page for page in marked if page.lines], held, 0.5)}")
    if others:
        print(f"other half, {measure(others, rest, 0.5)}")
    if args.out:
        args.out.write_text(write(tables), "utf-8")


def write(tables: dict) -> str:
    """Write the tables as JSON, a column or a word a line."""
    rounds = []
    for name, table in tables.items():
        rows = [
            f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(row, ensure_ascii=False)}"
            for key, row in table.items()
            if name != "lexicon"
        ]
        for kind in table if name == "lexicon" else ():
            words = ",\n".join(f"{json.dumps(word, ensure_ascii=False)}: {value}" for word, value in table[kind].items())
            rows.append(f'"{kind}": {{\n{words}\n}}')
        rounds.append(f'"{name}": {{\n' + ",\n".join(rows) + "\n}")
    return "{\n" + ",\n".join(rounds) + "\n}\n"


if __name__ == "__main__":
    main()
