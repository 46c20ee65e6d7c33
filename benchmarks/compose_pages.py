"""Compose captures of layouts that nobody described: stories set into page furniture drawn at random, with their truth.

    python benchmarks/compose_pages.py OUT --layouts 12 --pages 8 --seed 1 [--articles ../shared/corpora/articles] [--held]

The truth has the form of the development captures (story, related, publisher_card, layout), so that the same scorer reads it.
Without --articles the text is made of invented sentences. --held draws half of its options from those kept for checking.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from pathlib import Path
from typing import Any, NamedTuple

import furniture as f

MONTHS = "January February March April May June July August September October November December".split()
NOUNS = "harbour council bridge school market ferry union hospital festival river court museum airport farm library".split()
NAMES = "Jane Roe|Peter Hollis|Ines Duval|Marta Keller|Tom Abara|Lena Brandt|Omar Sayeed|Ruth Calder".split("|")
PLACES = "KESTEN|OLDHAVEN|WASHINGTON|PARIS|LAKE MAREN, Ohio|BERLIN|SAO PAULO".split("|")
SENTENCES = [
    "The {0} {1} said on Monday that it would close for {n} weeks while work on the {2} goes on.",
    "Residents near the {0} had asked for years that the {1} be moved away from the {2}.",
    '"We did not expect the {0} to hold," said a spokesman for the {1}.',
    "About {n} people work at the {0}, most of them in shifts that begin before dawn.",
    "It was not clear when the {0} would open again, or who would pay for the {1}.",
    "Nobody was hurt.",
    "The {0} was built in 19{n} and has been mended {n} times since, according to the {1} that owns it.",
]


class Article(NamedTuple):
    """A story to be set: what its page will say of it."""

    headline: str
    paragraphs: list[str]
    authors: list[str]


def load_articles(folder: Path | None, rng: random.Random) -> list[Article]:
    """Load articles of a corpus, or invent some."""
    if folder is None:
        return [invent(rng) for _ in range(120)]
    found = []
    for path in sorted(folder.glob("*/truth.json")):
        truth = json.loads(path.read_text("utf-8"))
        paragraphs = [" ".join(line.split()) for line in truth["body"].split("\n") if line.strip()]
        title = " ".join((truth.get("title") or "").split())
        if 4 <= len(paragraphs) <= 60 and 15 <= len(title) <= 140 and sum(map(len, paragraphs)) > 900:
            found.append(Article(title, paragraphs, []))
    return found


def invent(rng: random.Random) -> Article:
    """Invent an article."""

    def sentence() -> str:
        return rng.choice(SENTENCES).format(*rng.sample(NOUNS, 3), n=rng.randint(12, 89))

    nouns = rng.sample(NOUNS, 3)
    headline = rng.choice(
        ["{0} to close while {1} is rebuilt", "Why the {0} needs a new {1}", "{0} workers and {1} reach a deal over {2}"]
    )
    paragraphs = [" ".join(sentence() for _ in range(rng.randint(1, 4))) for _ in range(rng.randint(6, 18))]
    return Article(headline.format(*nouns).capitalize(), paragraphs, [])


class Composer:
    """One layout: its options are drawn once, its pages share them."""

    def __init__(self, rng: random.Random, *, held: bool) -> None:
        self.rng, self.held = rng, held
        self.head, self.card, self.join = self.draw(f.HEADS), self.draw(f.CARDS), self.draw(f.JOINS)
        self.byline, self.age, self.date = self.draw(f.BYLINES), self.draw(f.AGES), self.draw(f.DATES)
        self.nav, self.footer, self.share = self.draw(f.NAV), self.draw(f.FOOTERS), self.draw(f.SHARES)
        self.cut, self.caption, self.tags = self.draw(f.TRUNCATIONS), self.draw(f.CAPTIONS), self.draw(f.TAGS)
        self.figures, self.comments, self.inset = self.draw(f.FIGURES), self.draw(f.COMMENTS), self.draw(f.INSETS)
        self.sections = [self.draw(f.SECTIONS) for _ in range(3)]
        self.blank_body, self.blank_card, self.blank_line = rng.random() < 0.75, rng.random() < 0.6, rng.random() < 0.15
        self.caps, self.numbered = rng.random() < 0.4, rng.random() < 0.15
        self.teasers = rng.choice([0.5, 0.8, 1.0])
        self.before, self.between = rng.random() < 0.35, rng.random() < 0.5
        self.other = [self.draw(f.OTHERS) for _ in range(2)]
        self.media = rng.random() < 0.6
        self.site = rng.choice(f.SITES)

    def draw(self, row: tuple[list[Any], list[Any]]) -> Any:
        """Draw an option; of those kept for checking only with --held, then half of the time."""
        return self.rng.choice(row[1] if self.held and self.rng.random() < 0.5 else row[0])

    def compose(self, main: Article, others: list[Article]) -> tuple[str, dict[str, Any]]:
        """Compose a page and its truth."""
        rng = self.rng
        year, month, day = rng.randint(2019, 2025), rng.randrange(12), rng.randint(1, 28)
        facts = {"year": year, "month": MONTHS[month], "mon": MONTHS[month][:3], "number": month + 1, "day": day}
        self.facts = facts
        authors = rng.sample(NAMES, rng.choice([0, 1, 1, 2]))
        story: dict[str, Any] = {
            "headline": main.headline,
            "authors": authors,
            "publisher": None,
            "published": None,
            "category": None,
        }
        self.lines: list[str] = []
        self.related: list[dict[str, Any]] = []
        self.rest = list(others)
        self.lines += [*self.nav, ""]
        if self.before:
            self.add_cards(rng.randint(2, 4), section=rng.random() < 0.5)
        self.add_head(story)
        if rng.random() < 0.6:
            self.lines += [*self.share.split("\n"), ""]
        self.add_body(main, story)
        self.add_tail(story)
        card = self.add_figures(story) if rng.random() < 0.4 else None
        self.lines += self.footer.format(year=year, site=self.site).split("\n")
        text = "\n".join(self.lines) if not self.blank_line else "\n\n".join(line for line in self.lines if line)
        return text + "\n", {"story": story, "related": self.related, "publisher_card": card}

    def add_head(self, story: dict[str, Any]) -> None:
        """Print the head, and note what it shows."""
        rng = self.rng
        outlet, category = self.draw(f.OUTLETS), self.draw(f.CATEGORIES)
        dated = self.date.format(**self.facts)
        texts = {
            "category": category.upper() if self.caps else category, "headline": story["headline"], "publisher": outlet,
            "byline": self.byline.format(names=" and ".join(story["authors"])) if story["authors"] else "",
            "age": self.age.format(n=rng.randint(2, 20), d=rng.randint(2, 6)), "date": dated, "published": dated,
            "read": f"{rng.randint(2, 9)} min read", "sub": " ".join(self.rest[0].paragraphs[0].split()[:14]) + ".",
        }  # fmt: skip
        self.outlet = outlet
        for entry in self.head:
            parts = [texts[name] for name in entry.split("+") if texts[name]]
            if parts:
                self.lines.append(self.join.join(parts))
                self.lines += [""] if rng.random() < 0.3 and not self.blank_line else []
        shown = "+".join(self.head).split("+")
        story["publisher"] = outlet if "publisher" in shown else None
        story["category"] = texts["category"] if "category" in shown else None
        story["published"] = (
            f"{self.facts['year']}-{self.facts['number']:02d}-{self.facts['day']:02d}"
            if {"date", "published"} & set(shown) and not self.date.startswith("Updated")
            else None
        )
        self.lines.append("")

    def add_body(self, main: Article, story: dict[str, Any]) -> None:
        """Print the body with its media, insets and adverts."""
        rng = self.rng
        story |= {"paragraphs": main.paragraphs, "crossheads": [], "media": [], "tags": [], "people": []}
        at = sorted(rng.sample(range(1, len(main.paragraphs)), k=min(len(main.paragraphs) - 1, rng.choice([0, 1, 1, 2, 3]))))
        if self.media:
            self.add_media(story)
        for i, paragraph in enumerate(main.paragraphs):
            if i in at:
                self.add_inset()
            self.lines += [paragraph, ""] if self.blank_body else [paragraph]
        self.lines.append("")

    def add_media(self, story: dict[str, Any]) -> None:
        """Print a picture with its caption."""
        url = f"https://img.example.com/image.php?id={self.rng.randrange(10**8)}"
        caption = f"The {self.rng.choice(NOUNS)} at {self.rng.choice(PLACES).title()} on a morning in spring"
        credit = self.draw(f.CREDITS)
        story["media"].append({"url": url, "caption": caption, "credit": credit})
        self.lines += [url, self.caption.format(caption=caption, credit=credit), ""]

    def add_inset(self) -> None:
        """Print an inset; the headlines in it are related items, but of a video, which is none."""
        if self.between and self.rng.random() < 0.3:
            self.add_cards(self.rng.randint(1, 3), section=True)
            return
        heads = [self.rest.pop().headline for _ in range(3)]
        text = self.inset.format(
            h0=heads[0], h1=heads[1], h2=heads[2], outlet=self.draw(f.OUTLETS), outlet2=self.draw(f.OUTLETS)
        )
        shown = [h for i, h in enumerate(heads) if f"{{h{i}}}" in self.inset]
        outlets = text.split("\n")[1::2] if "outlet2" in self.inset else [None] * 3
        for head, outlet in zip(shown, outlets, strict=False):
            self.related.append(item(head, publisher=outlet))
        self.lines += [*text.split("\n"), ""]

    def add_cards(self, count: int, *, section: bool) -> None:
        """Print cards of other stories."""
        rng = self.rng
        if section:
            self.lines.append(rng.choice(self.sections).format(outlet=self.draw(f.OUTLETS), category=self.draw(f.CATEGORIES)))
        for number in range(count):
            other, outlet, category = self.rest.pop(), self.draw(f.OUTLETS), self.draw(f.CATEGORIES)
            category = category.upper() if self.caps else category
            teaser, truncated, dateline = self.make_teaser(other, outlet)
            texts = {
                "publisher": outlet, "teaser": teaser,
                "headline": f"{number + 1}. {other.headline}" if self.numbered else other.headline,
                "category": category, "age": self.age.format(n=rng.randint(2, 20), d=rng.randint(2, 6)), "more": "Read more",
                "read": f"{rng.randint(2, 9)} min read", "by": f"By {rng.choice(NAMES)}",
            }  # fmt: skip
            for entry in self.card:
                parts = [texts[name] for name in entry.split("+") if texts[name]]
                if parts:
                    self.lines.append(self.join.join(parts))
            if self.blank_card:
                self.lines.append("")
            shown = "+".join(self.card).split("+")
            self.related.append(
                item(
                    other.headline,
                    publisher=outlet if "publisher" in shown else None,
                    category=category if "category" in shown else None,
                    teaser=teaser if "teaser" in shown and teaser else None,
                    truncated=truncated,
                    dateline=dateline if "teaser" in shown and teaser else None,
                )
            )
        self.lines.append("")

    def make_teaser(self, other: Article, outlet: str) -> tuple[str, bool, dict[str, Any] | None]:
        """Make a teaser: the article's first sentences, run together or cut, perhaps with a dateline."""
        rng = self.rng
        if rng.random() > self.teasers:
            return "", False, None
        text = rng.choice(["", " "]).join(other.paragraphs[: rng.randint(1, 4)])[:900]
        words = text.split(" ")
        cut = rng.random() < 0.6 and bool(self.cut)
        sentences = re.split(r"(?<=[.!?])\s", text)
        text = (
            " ".join(words[: rng.randint(14, 60)]).rstrip(" .,;") + self.cut
            if cut
            else " ".join(sentences[: rng.randint(1, 3)])
        )
        agency = next((a for a in ("AFP", "Reuters", "AP", "dpa") if a == outlet), None)
        dateline = None
        if rng.random() < 0.25:
            place, agency = rng.choice(PLACES), agency or "AP"
            text, dateline = f"{place} ({agency}) {rng.choice('—-')} {text}", {"place": place, "agency": agency}
        return text, cut, dateline

    def add_tail(self, story: dict[str, Any]) -> None:
        """Print tags, comments, cards and furniture in an order of the layout."""
        rng = self.rng
        topics = rng.sample(f.TOPICS, 4)
        if rng.random() < 0.5:
            story["tags"] = topics
            self.lines += [*self.tags.format(*topics).split("\n"), ""]
        self.lines += [*self.comments.split("\n"), ""]
        for block in range(rng.choice([1, 2, 2])):
            self.add_cards(rng.randint(2, 7), section=block > 0 or rng.random() < 0.8)
            if rng.random() < 0.6:
                self.lines += [*self.other[block % 2].split("\n"), ""]

    def add_figures(self, story: dict[str, Any]) -> dict[str, Any] | None:
        """Print the publisher card."""
        if not story["publisher"]:
            return None
        rng, name = self.rng, story["publisher"]
        numbers = {"f": rng.randint(2, 90), "p": rng.randint(2, 90), "v": rng.randint(1, 40)}
        about, url = f"News and more from {name}.", f"http://www.{re.sub('[^a-z]', '', name.lower())}.com"
        self.lines += [*self.figures.format(name=name, about=about, url=url, **numbers).split("\n"), ""]
        counts = {"followers": f"{numbers['f']}K", "posts": f"{numbers['p']}K", "views": f"{numbers['v']}M"}
        return {"name": name, "about": about, "url": url, **counts}


def item(headline: str, **fields: Any) -> dict[str, Any]:
    """Note a related item."""
    return {
        "publisher": None,
        "headline": headline,
        "teaser": None,
        "category": None,
        "truncated": False,
        "dateline": None,
    } | fields


def main() -> None:
    """Compose pages into a folder."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--layouts", type=int, default=12)
    parser.add_argument("--pages", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--held", action="store_true")
    args = parser.parse_args()
    rng = random.Random(args.seed)
    articles = load_articles(args.articles, rng)
    for number in range(args.layouts):
        composer = Composer(rng, held=args.held)
        for page in range(args.pages):
            main_, *others = rng.sample(articles, 60)
            text, truth = composer.compose(main_, others)
            folder = args.out / f"composed{number:02d}-{page:03d}"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "page.txt").write_text(text, "utf-8")
            (folder / "truth.json").write_text(
                json.dumps({"layout": f"composed{number:02d}", **truth}, indent=1, ensure_ascii=False), "utf-8"
            )


if __name__ == "__main__":
    main()
