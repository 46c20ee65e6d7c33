from __future__ import annotations

import pytest

from wiredesk.enrichers import language as enricher
from wiredesk.records import Block, Parts, Quote, Story

TEXTS = {
    "de": "Nach zwei Jahren Bauzeit ist die Brücke am Freitag wieder für den Verkehr freigegeben worden.",
    "fr": "Le pont a rouvert lundi après deux hivers de travaux, a annoncé la province.",
    "es": "El puente sobre el lago reabrió este viernes tras dos inviernos de obras.",
    "it": "Un traghetto con circa duecento passeggeri a bordo è rimasto fermo per tre ore sul lago.",
    "pt": "A ponte sobre o lago reabriu nesta sexta-feira após dois invernos de obras, disse a prefeita.",
    "nl": "De brug over het meer is sinds maandag weer open na twee winters werk, meldt de gemeente.",
    "en": "The bridge over the lake opened again on Friday after two winters of work, the county said.",
    "fi": "Järven ylittävä silta avattiin maanantaina liikenteelle kahden talven korjaustöiden jälkeen.",
}


def find(text: str, **fields):
    story = Story(story_id="s", page_id="p", layout="plain", wiredesk="0", body=(Block(kind="paragraph", text=text),), **fields)
    return enricher.find(story, Parts(page_id="p", format="page-text", layout="plain", text=text))


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_is_enough(language):
    facts = find(TEXTS[language])
    assert facts.fields["language"] == language
    assert facts.evidence["language"].confidence >= 0.5


@pytest.mark.parametrize("text", ["12 14 18 22 31 45 51 60 71 88", "Kesten 3, Velden 1", ""])
def test_what_is_no_prose_has_no_language(text):
    assert "language" not in find(text).fields


def test_what_the_wire_says_stays():
    assert "language" not in find(TEXTS["de"], language="de-AT").fields


def test_a_quote_in_another_language_is_named_and_one_in_the_storys_is_not():
    quotes = (Quote(text=TEXTS["de"]), Quote(text=TEXTS["en"]), Quote(text="Ja, ja"))
    found = find(TEXTS["en"], quotes=quotes).fields["quotes"]
    assert [quote.language for quote in found] == ["de", None, None]
