"""Make the golden pages of tests/pages: invented stories (stories.txt) set into twelve layouts, with what an editor would say.

    python benchmarks/make_golden_pages.py tests/pages

A page that is there already is left alone: its truth may have been mended by hand. Pages of other languages are set into the
furniture of newspapers of their own; the strangest ones in tests/pages (strange-*) are written by hand.
"""

from __future__ import annotations

import json
import random
import re
import sys
from pathlib import Path
from typing import Any, NamedTuple

import compose_pages as c

HERE = Path(__file__).parent
CROSSHEAD = re.compile(r"- (.+) -")
LAYOUTS, EACH, SEED = 12, 4, 20


class Furniture(NamedTuple):
    """What a newspaper of one language prints round its stories."""

    nav: str
    byline: str
    date: str
    day: str | None
    related: str
    tags: str
    footer: str


FURNITURE = {
    "de": Furniture(
        "Zum Inhalt springen\nStartseite\nPolitik\nWirtschaft\nSport\nAbo\nAnmelden",
        "Von Clara Nyberg",
        "Stand: 14.01.2022, 09:21 Uhr",
        None,  # when it was changed, not when it was published
        "Mehr zum Thema",
        "Schlagworte: Kesten, Verkehr",
        "Impressum\nDatenschutz\n© 2022 Seebote",
    ),
    "fr": Furniture(
        "Aller au contenu\nAccueil\nPolitique\nÉconomie\nSports\nS'abonner\nSe connecter",
        "Par Claire Dumas",
        "Publié le 14 janvier 2022 à 09h21",
        "2022-01-14",
        "À lire aussi",
        "Mots-clés : Kesten, Énergie",
        "Mentions légales\nConfidentialité\n© 2022 Le Courrier du Lac",
    ),
    "es": Furniture(
        "Ir al contenido\nPortada\nPolítica\nEconomía\nDeportes\nSuscríbete\nIniciar sesión",
        "Por Julia Soto",
        "Publicado el 14 de enero de 2022",
        "2022-01-14",
        "Noticias relacionadas",
        "Etiquetas: Kesten, Pesca",
        "Aviso legal\nPrivacidad\n© 2022 El Diario del Lago",
    ),
    "it": Furniture(
        "Vai al contenuto\nHome\nPolitica\nEconomia\nSport\nAbbonati\nAccedi",
        "di Marco Riva",
        "14 gennaio 2022 alle 09:21",
        "2022-01-14",
        "Leggi anche",
        "Tag: Sorn, Traghetti",
        "Note legali\nPrivacy\n© 2022 La Gazzetta del Lago",
    ),
    "pt": Furniture(
        "Ir para o conteúdo\nInício\nPolítica\nEconomia\nEsportes\nAssine\nEntrar",
        "Por Ana Prado",
        "14/01/2022 09h21",
        "2022-01-14",
        "Leia também",
        "Tags: Kesten, Chuva",
        "Termos de uso\nPrivacidade\n© 2022 Diário do Lago",
    ),
    "nl": Furniture(
        "Naar de inhoud\nVoorpagina\nPolitiek\nEconomie\nSport\nAbonneren\nInloggen",
        "Door Marta Visser",
        "Gepubliceerd op 14 januari 2022",
        "2022-01-14",
        "Lees ook",
        "Tags: Sorn, Veerboot",
        "Voorwaarden\nPrivacy\n© 2022 De Meerbode",
    ),
}


def load_stories() -> dict[str, list[c.Article]]:
    """Load the invented stories by language."""
    text = "\n".join(line for line in (HERE / "stories.txt").read_text("utf-8").split("\n") if not line.startswith("#"))
    stories: dict[str, list[c.Article]] = {}
    for block in text.split("\n=\n"):
        language, headline, *paragraphs = block.strip().split("\n")
        stories.setdefault(language, []).append(c.Article(headline, paragraphs, []))
    return stories


def set_apart(truth: dict[str, Any]) -> dict[str, Any]:
    """Set the crossheads of a truth apart from its paragraphs."""
    story = truth["story"]
    story["crossheads"] = [found[1] for line in story["paragraphs"] if (found := CROSSHEAD.fullmatch(line))]
    story["paragraphs"] = [line for line in story["paragraphs"] if not CROSSHEAD.fullmatch(line)]
    return truth


def set_newspaper(story: c.Article, language: str, rng: random.Random) -> tuple[str, dict[str, Any]]:
    """Set a story into the furniture of a newspaper of its language, with headlines of other stories beneath."""
    furniture = FURNITURE[language]
    others = [other.headline for other in rng.sample([s for group in load_stories().values() for s in group], 3)]
    others = [headline for headline in others if headline != story.headline]
    gap = rng.choice(["\n", "\n\n"])
    text = "\n\n".join(
        [
            furniture.nav,
            gap.join([story.headline, furniture.byline, furniture.date]),
            *story.paragraphs,
            furniture.tags,
            gap.join([furniture.related, *others]),
            furniture.footer,
        ]
    )
    truth = {
        "headline": story.headline, "authors": [" ".join(furniture.byline.split()[1:])], "published": furniture.day,
        "publisher": None, "category": None, "paragraphs": story.paragraphs, "crossheads": [], "media": [],
        "tags": furniture.tags.partition(":")[2].strip().split(", "), "people": [],
    }  # fmt: skip
    related = [c.item(headline) for headline in others]
    return text + "\n", {"language": language, "story": truth, "related": related, "publisher_card": None}


def write(folder: Path, text: str, truth: dict[str, Any]) -> None:
    """Write a page that is not there yet."""
    if not folder.exists():
        folder.mkdir(parents=True)
        (folder / "page.txt").write_text(text, "utf-8")
        (folder / "truth.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False) + "\n", "utf-8")


def main() -> None:
    """Make the pages that are missing."""
    out, rng, stories = Path(sys.argv[1]), random.Random(SEED), load_stories()
    for number in range(LAYOUTS):
        composer = c.Composer(rng, held=number % 2 == 1)
        for page in range(EACH):
            main_ = stories["en"][(number + page * 3) % len(stories["en"])]
            text, truth = composer.compose(main_, [c.invent(rng) for _ in range(60)])
            write(out / f"composed{number:02d}-{page}", text, {"layout": f"composed{number:02d}", **set_apart(truth)})
    for language in FURNITURE:
        for number in range(2):
            text, truth = set_newspaper(stories[language][0], language, rng)
            write(out / f"newspaper-{language}-{number}", text, {"layout": f"newspaper-{language}", **truth})


if __name__ == "__main__":
    main()
