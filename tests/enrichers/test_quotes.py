"""Quotes with their speakers: a table of passages, near misses among them, and what is true of any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiredesk.enrichers.quotes import find
from wiredesk.parsing.quotes import find_quotes
from wiredesk.records import Block, Parts, Story

LORNE = "Edith Lorne"
PASSAGES = [
    # passage, then (first words of a quote, speaker) for each
    ('"The bridge is open," Edith Lorne said on Friday.', [("The bridge", LORNE)]),
    ('"The bridge is open," said Edith Lorne.', [("The bridge", LORNE)]),
    ('"The bridge is open," said Kesten Mayor Edith Lorne, who cut the ribbon.', [("The bridge", LORNE)]),
    ('"The bridge is open," said the mayor, Edith Lorne.', [("The bridge", LORNE)]),
    ('"The bridge is open," Lorne told reporters. The speech of Edith Lorne was short.', [("The bridge", LORNE)]),
    ('Edith Lorne said: "The bridge is open at last."', [("The bridge", LORNE)]),
    ('Edith Lorne, 52, told the council: "The bridge is open at last."', [("The bridge", LORNE)]),
    ('Edith Lorne warned that "the bridge cannot bear all of them".', [("the bridge", LORNE)]),
    ('According to Edith Lorne, "the bridge cannot bear all of them".', [("the bridge", LORNE)]),
    ('"The bridge cannot bear all of them," according to Edith Lorne.', [("The bridge", LORNE)]),
    ('Edith Lorne cut the ribbon. "The bridge is open at last," she said.', [("The bridge", LORNE)]),
    ('Edith Lorne cut the ribbon.\n\n"The bridge is open at last," she said.', [("The bridge", LORNE)]),
    ('Edith Lorne met Maria Brandt at the gate. "The bridge is open at last," she said.', [("The bridge", None)]),
    ('Edith Lorne met Peter Brandt at the gate. "The bridge is open at last," he said.', [("The bridge", "Peter Brandt")]),
    ('"It is open," Edith Lorne said. "We have waited nine years for it."', [("It is open", LORNE), ("We have", LORNE)]),
    ('"It is open.\n\n"We have waited for it," Edith Lorne said.', [("It is open", LORNE)]),
    ("“The bridge is open,” Edith Lorne said.", [("The bridge", LORNE)]),
    ("'The bridge is open,' Edith Lorne said.", [("The bridge", LORNE)]),
    ("'The bridge isn't open to Kesten's lorries,' Edith Lorne said.", [("The bridge", LORNE)]),
    ("„Die Brücke ist nun endlich offen“, sagte die Frau.", [("Die Brücke", None)]),
    ("« Le pont est enfin ouvert », dit une femme.", [("Le pont", None)]),
    ('"The bridge is open," police said.', [("The bridge", None)]),
    ('"The fares will rise again in May," Corvin Bank said in a note.', [("The fares", "Corvin Bank")]),
    ('Two men were held for "acts aimed at closing the bridge".', [("acts aimed", None)]),
    ('Edith Lorne spoke. A sign read: "Bridge closed until further notice".', [("Bridge closed", None)]),
    ('"Is it open?" asked Edith Lorne.', [("Is it open?", LORNE)]),
    ('"No." Edith Lorne left the hall.', []),
    ('The so-called "green wave" was late.', []),
    ('The film "The Old Bridge of Kesten" opened.', []),
    ("The workers' union said the ferries' crews agreed.", []),
    ('He is known as "the Duke" in Kesten.', []),
    ('The beam is 9" wide and 12" long.', []),
    ('An open mark " stands alone.', []),
]  # fmt: skip


def read(passage: str):
    body, at = [], 0
    for paragraph in passage.split("\n\n"):
        body.append(Block(kind="paragraph", text=paragraph, span=(at, at + len(paragraph))))
        at += len(paragraph) + 2
    story = Story(story_id="s", page_id="p", layout="plain", wiredesk="0", body=tuple(body))
    parts = Parts(page_id="p", format="text", layout="plain", text=passage)
    return find(story, parts).fields.get("quotes", ())


@pytest.mark.parametrize(("passage", "expected"), PASSAGES, ids=[row[0][:50] for row in PASSAGES])
def test_quotes_and_speakers(passage, expected):
    quotes = read(passage)
    assert [quote.speaker for quote in quotes] == [speaker for _, speaker in expected]
    for quote, (words, _) in zip(quotes, expected, strict=True):
        assert quote.text.startswith(words)


def test_a_quote_over_paragraphs_is_one_and_its_span_covers_both():
    passage = '"It is open.\n\n"We have waited for it," Edith Lorne said.'
    (quote,) = read(passage)
    assert quote.text == "It is open.\n\nWe have waited for it,"
    assert passage[slice(*quote.span)] == 'It is open.\n\n"We have waited for it,'


MARKS = st.text(alphabet="\"'“”„«»‘’ \nab.,S", max_size=200)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), MARKS))
def test_a_span_of_any_text_says_what_its_quote_says(text):
    for quote in read(text):
        printed = text[slice(*quote.span)]
        assert "".join(printed.replace('"', "").replace("“", "").split()) == "".join(
            quote.text.replace('"', "").replace("“", "").split()
        )


@pytest.mark.parametrize("piece", ['"', "'a ", '"a\n\n', "«a", "'a'b", '"a" said ', "Lorne said "])
def test_doubling_a_hostile_text_about_doubles_the_time(piece):
    def spend(size: int) -> float:
        text, best = piece * (size // len(piece)), 9.0
        for _ in range(3):
            start = time.process_time()
            list(find_quotes(text))
            best = min(best, time.process_time() - start)
        return best

    assert spend(80_000) < 3.2 * spend(40_000) + 0.05
