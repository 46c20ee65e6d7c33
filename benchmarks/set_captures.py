"""Set stories into the furniture of captures/*.txt, layouts drawn by hand, with the truth of each page.

    python benchmarks/set_captures.py OUT [--half seen|held] [--pages 4] [--seed 3] [--articles ../shared/corpora/articles]

A layout is a block that begins with "=== name", then options ("age={n}h cut=... wrap=76", a blank written as backslash s),
then parts: a card, what stands in the body (inset), what may come before it, and the page. "{publisher}" prints a fact and puts
it into the truth, "<...>" is left out where a fact in it is absent, "@cards 3 small" sets three of "card small", "@body" the
paragraphs. `left_out.py OUT` reads the pages. The reader is mended while the half "seen" is looked at; the half "held", with
other outlets, tells what that is worth.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import re
import textwrap
from pathlib import Path
from typing import Any

import compose_pages as c
import furniture as f

HERE = Path(__file__).parent
FACTS = json.loads((HERE / "captures" / "facts.json").read_text("utf-8"))
AND = {"en": "and", "de": "und", "fr": "et", "es": "y", "it": "e", "pt": "e"}
FIELD = re.compile(r"\{(\w+)\}")
ABSENT = re.compile(r"<([^<>]*\{\w+\}[^<>]*)>", re.DOTALL)


class Layout:
    """A layout as it is drawn: its name, options and parts."""

    def __init__(self, block: str) -> None:
        head, *rest = re.split(r"^--- ?(.*)\n", block, flags=re.MULTILINE)
        self.name, *options = head.split("\n")
        self.options = dict(re.findall(r"(\w+)=((?:(?! \w+=).)*)", " ".join(options).strip()))
        self.options = {key: value.replace("\\s", " ") for key, value in self.options.items()}
        self.parts: dict[str, list[str]] = {}
        for name, part in zip(rest[::2], rest[1::2], strict=True):
            self.parts.setdefault(name.split()[-1], []).append(part)  # "card small" is set by "@cards 3 small"


class Setter:
    """One page: the stories that are left, the facts of its own, what was printed."""

    def __init__(self, layout: Layout, stories: list[c.Article], outlets: list[str], rng: random.Random) -> None:
        self.layout, self.options, self.rng, self.rest = layout, layout.options, rng, list(stories)
        self.language, self.date = self.options.get("lang", "en"), self.options.get("date", "%B %d, %Y")
        self.outlets, self.related = outlets, list[dict[str, Any]]()
        self.day = dt.date(2019, 1, 1) + dt.timedelta(rng.randrange(2400))

    def facts(self, story: c.Article) -> dict[str, str]:
        """Draw what a page may print of a story."""
        rng = self.rng
        publisher, category = rng.choice(self.outlets), rng.choice(FACTS["categories"][self.language])
        names = " and ".join(rng.sample(c.NAMES, rng.choice([0, 1, 1, 2])))
        date = self.day.strftime(self.date)
        if self.language in FACTS["months"]:
            date = date.replace(self.day.strftime("%B"), FACTS["months"][self.language][self.day.month - 1])
            names = names.replace(" and ", f" {AND[self.language]} ")
        domain = re.sub(r"[^a-z0-9]", "", publisher.lower()) + ".com"
        numbers = {"n": rng.randint(2, 20), "d": rng.randint(2, 6)}
        headline = story.headline
        if "split" in self.options:
            headline = textwrap.fill(headline, int(self.options["split"]))
        return {
            "publisher": publisher, "publisher2": rng.choice(self.outlets),
            "category": category, "CATEGORY": category.upper(),
            "headline": headline, "names": names, "NAMES": names.upper(), "date": date, "domain": domain, "site": domain,
            "handle": domain[:-4], "age": self.options["age"].format(**numbers), "n": str(numbers["n"]),
            "by": rng.choice(c.NAMES), "count": str(rng.randint(2, 940)), "read": str(numbers["d"]), "year": str(self.day.year),
            "sub": " ".join(re.split(r"(?<=[.!?])\s", story.paragraphs[-1])[0].split()[:16]).rstrip(".,") + ".",
            "caption": f"The {rng.choice(c.NOUNS)} at Kesten on a morning in spring", "credit": rng.choice(f.CREDITS[1]),
            "id": str(rng.randrange(10**8)), **{f"topic{i}": topic for i, topic in enumerate(rng.sample(f.TOPICS, 4))},
        }  # fmt: skip

    def fill(self, part: str, facts: dict[str, str]) -> str:
        """Print the facts of a part."""
        part = ABSENT.sub(lambda m: m[1] if all(facts[name] for name in FIELD.findall(m[1])) else "", part)
        return FIELD.sub(lambda m: facts[m[1]], part)

    def set_cards(self, count: int, name: str) -> str:
        """Set cards and note their truth."""
        texts = []
        for _ in range(count):
            story = self.rest.pop()
            facts = self.facts(story)
            teaser, cut = self.cut(story) if self.rng.random() < float(self.options["teaser"]) else ("", False)
            shape = self.layout.parts[name][0]
            if not teaser:
                shape = re.sub(r"^\{teaser\}\n", "", shape, flags=re.MULTILINE)
            fields = set(FIELD.findall(shape))
            texts.append(self.fill(shape, facts | {"teaser": teaser}))
            self.related.append(
                c.item(
                    story.headline,
                    publisher=facts["publisher"] if "publisher" in fields else None,
                    category=facts["category"] if fields & {"category", "CATEGORY"} else None,
                    teaser=teaser or None if "teaser" in fields else None,
                    truncated=cut and "teaser" in fields,
                )
            )
        return "".join(texts)

    def cut(self, story: c.Article) -> tuple[str, bool]:
        """Cut a teaser from a story."""
        text = self.rng.choice([" ", " ", ""]).join(story.paragraphs[:3])[:700]
        mark = self.options.get("cut", "")
        if mark and self.rng.random() < 0.75:
            return " ".join(text.split()[: self.rng.randint(16, 50)]).rstrip(" .,;") + mark, True
        return " ".join(re.split(r"(?<=[.!?])\s", text)[: self.rng.randint(1, 2)]), False

    def set_body(self, story: c.Article, insets: list[str]) -> str:
        """Set the paragraphs with the insets between."""
        gap = "\n" if self.options.get("blank") == "0" else "\n\n"
        blocks = list(story.paragraphs)
        for inset in insets:
            blocks.insert(self.rng.randint(1, max(1, len(blocks) - 1)), inset)
        return gap.join(blocks) + "\n"

    def set_part(self, part: str, story: c.Article, facts: dict[str, str]) -> str:
        """Set a part whose lines may call for cards and for the body."""
        lines = []
        for printed in part.split("\n"):
            line = FIELD.sub(lambda m: facts.get(m[1], m[0]), printed)
            if line.startswith("@cards"):
                _, count, name = line.split()
                lines.append(self.set_cards(int(count), name).rstrip("\n"))
            elif line == "@before":
                lines.append(self.set_part(self.layout.parts["before"][0], story, self.facts(story)).rstrip("\n"))
            elif line == "@body":
                insets = [
                    self.set_part(part, story, facts | {"publisher2": self.facts(story)["publisher"]})
                    for part in self.layout.parts.get("inset", [])
                ]
                lines.append(self.set_body(story, [inset.strip("\n") for inset in insets]))
            elif "{other}" in line:
                other = self.rest.pop()
                publisher = facts["publisher2"] if "{publisher2}" in part else None
                self.related.append(c.item(other.headline, publisher=publisher))
                lines.append(line.replace("{other}", other.headline))
            else:
                lines.append(line)
        return "\n".join(lines)

    def set_page(self) -> tuple[str, dict[str, Any]]:
        """Set the page and say what is true of it."""
        story = self.rest.pop()
        facts = self.facts(story)
        page = self.layout.parts["page"][0]
        text = ABSENT.sub(lambda m: m[1] if all(facts[name] for name in FIELD.findall(m[1])) else "", page)
        shown = set(FIELD.findall(text))
        text = FIELD.sub(lambda m: m[0] if m[1] == "other" else facts[m[1]], text)
        text = self.set_part(text, story, facts)
        if "wrap" in self.options:
            text = "\n".join(textwrap.fill(line, int(self.options["wrap"])) for line in text.split("\n"))
        return text, {"story": self.tell(story, facts, shown, text), "related": self.related, "publisher_card": None}

    def tell(self, story: c.Article, facts: dict[str, str], shown: set[str], text: str) -> dict[str, Any]:
        """Tell what is true of the page's own story, of the facts that the page shows."""
        dated = "date" in shown and "Updated {date}" not in self.layout.parts["page"][0] and "%Y" in self.date
        media = []
        if "id" in shown:
            url = next(word for word in text.split() if facts["id"] in word)
            media = [{"url": url, "caption": facts["caption"], "credit": facts["credit"]}]
        named = facts["names"] and shown & {"names", "NAMES"}
        return {
            "headline": story.headline,
            "authors": facts["names"].split(f" {AND[self.language]} ") if named else [],
            "publisher": facts["publisher"] if "publisher" in shown else None,
            "published": self.day.isoformat() if dated else None,
            "category": facts["category"] if shown & {"category", "CATEGORY"} else None,
            "paragraphs": story.paragraphs,
            "crossheads": [],
            "media": media,
            "tags": [facts[f"topic{i}"] for i in range(4) if f"topic{i}" in shown],
            "people": [],
        }


def load_layouts(half: str) -> list[Layout]:
    """Load the layouts of a half."""
    text = (HERE / "captures" / f"{half}.txt").read_text("utf-8")
    return [Layout(block) for block in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]]


def load_foreign(language: str, rng: random.Random) -> list[c.Article]:
    """Load the invented story of a language, and headlines with a sentence or two of it for the cards."""
    blocks = (HERE / "stories.txt").read_text("utf-8").split("\n=\n")
    block = next(block for block in blocks if block.strip().startswith(f"{language}\n"))
    _, headline, *paragraphs = block.strip().split("\n")
    others = [c.Article(title, rng.sample(paragraphs, 3), []) for title in FACTS["headlines"][language]]
    return [*others, c.Article(headline, paragraphs, [])]


def main() -> None:
    """Set the pages of a half into a folder."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--half", default="seen")
    parser.add_argument("--pages", type=int, default=4)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--articles", type=Path)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    articles = c.load_articles(args.articles, rng)
    for layout in load_layouts(args.half):
        foreign = layout.options.get("lang")
        for number in range(args.pages):
            stories = load_foreign(foreign, rng) if foreign else rng.sample(articles, 40)
            text, truth = Setter(layout, stories, FACTS["outlets"][args.half], rng).set_page()
            folder = args.out / f"{layout.name}-{number}"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "page.txt").write_text(text, "utf-8")
            truth = {"layout": layout.name, **truth}
            (folder / "truth.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
