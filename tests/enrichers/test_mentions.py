"""Names of people, organisations and places: a table of passages, near misses among them, and what is true of any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wiredesk.enrichers.mentions import find, lexicon, read_names
from wiredesk.parsing.names import find_names
from wiredesk.records import Block, Parts, Story

PERSON, BODY, PLACE = "person", "organisation", "place"
PASSAGES = [
    # passage, then (name, type, count) for each
    ("Kesten Mayor Edith Lorne met Lorne's brother Peter Lorne.", [("Edith Lorne", PERSON, 2), ("Peter Lorne", PERSON, 1)]),
    ("The bridge is open, Edith Lorne said. Lorne cut the ribbon.", [("Edith Lorne", PERSON, 2)]),
    ("Corvin Bank Ltd said it has bought Lake Paper Inc.", [("Corvin Bank Ltd", BODY, 1), ("Lake Paper Inc", BODY, 1)]),
    ("Marwick Holdings Corp said profit rose. Marwick will pay more.", [("Marwick Holdings Corp", BODY, 2)]),
    ("The Lake Ferry Safety Board (LFSB) met. The LFSB said no.", [("Lake Ferry Safety Board", BODY, 3)]),
    ("He told the Bank of England in London.", [("Bank of England", BODY, 1), ("London", PLACE, 1)]),
    ("The Securities and Exchange Commission said no.", [("Securities and Exchange Commission", BODY, 1)]),
    ("Envoys of Iran and the United Nations met.", [("Iran", PLACE, 1), ("United Nations", BODY, 1)]),
    ("The talks of Belarus, Armenia and Kyrgyzstan ended.",
     [("Belarus", PLACE, 1), ("Armenia", PLACE, 1), ("Kyrgyzstan", PLACE, 1)]),
    ("The sale to US Secretary of State Oskar Lund was late.", [("Oskar Lund", PERSON, 1)]),
    ("The ally of Kazakh President Askar-Jomart Belov resigned.", [("Askar-Jomart Belov", PERSON, 1)]),
    ("The firm named chief executive Nils Aber yesterday.", [("Nils Aber", PERSON, 1)]),
    ("The engineer, Zorp Aberwick, 42, was late.", [("Zorp Aberwick", PERSON, 1)]),
    ("It was sold by Harbour Plate Corp of Paramus, N.J., last week.",
     [("Harbour Plate Corp", BODY, 1), ("Paramus", PLACE, 1), ("N.J.", PLACE, 1)]),
    ("The ferry sank in Lake Victoria near Cape Town.", [("Lake Victoria", PLACE, 1), ("Cape Town", PLACE, 1)]),
    ("The talks led by British Airways were long.", [("British Airways", BODY, 1)]),
    ("The talks of the Moscow-led Harbour Treaty Organisation were long.", [("Harbour Treaty Organisation", BODY, 1)]),
    ("The vote in New York was late.", [("New York", PLACE, 1)]),
    ("The book by Theresa Maywood was late.", [("Theresa Maywood", PERSON, 1)]),
    ("The firm of Jan van der Holt was sold.", [("Jan van der Holt", PERSON, 1)]),
    ("NATO and the EU were told.", [("NATO", BODY, 1), ("EU", BODY, 1)]),
    (
        "Moody's Investors Service Inc lowered it, and Oliver's Stores Inc was told.",
        [("Moody's Investors Service Inc", BODY, 1), ("Oliver's Stores Inc", BODY, 1)],
    ),
    ("The sale by Unocal Corp's Union Oil Co was late.", [("Unocal Corp", BODY, 1), ("Union Oil Co", BODY, 1)]),
    (
        "Shares of Kidder, Peabody and Co and of Goldman, Sachs and Co rose.",
        [("Kidder, Peabody and Co", BODY, 1), ("Goldman, Sachs and Co", BODY, 1)],
    ),
    (
        "The Class B shares of General Refractories Co rose; those of General Refractories fell.",
        [("General Refractories Co", BODY, 2)],
    ),
    ("They met in January, April and July, and paid 20 Ecus or 30 U.S. Dlrs.", []),
    ("Prosecutors said on Monday that it was in May.", []),
    ("Shares rose. Analysts said so. Last week was worse.", []),
    ("The Dutch firm and Kazakh troops left; Russians stayed.", []),
    ("At Easter, on Good Friday and in January, nobody came.", []),
    ("President and Prime Minister were late, the Foreign Minister said.", []),
    ("HARBOUR PLATE OPENS ITS MILL", []),
    ("Ten Ways To Open Your Own Mill", []),
    ("The GDP of it, said the CEO, is low.", []),
    ("Das Haus an der Ecke und die Brücke nach der Sitzung.", []),
    ("I think It is We who lost, he said.", []),
    ("What is new? Everything. Nothing is old.", []),
]  # fmt: skip


def read(passage: str):
    body = (Block(kind="paragraph", text=passage, span=(0, len(passage))),)
    story = Story(story_id="s", page_id="p", layout="plain", wiredesk="0", body=body)
    parts = Parts(page_id="p", format="text", layout="plain", text=passage)
    return find(story, parts).fields.get("mentions", ())


@pytest.mark.parametrize(("passage", "expected"), PASSAGES, ids=[row[0][:50] for row in PASSAGES])
def test_mentions(passage, expected):
    assert [(mention.text, mention.type, mention.count) for mention in read(passage)] == expected


@pytest.mark.parametrize(
    ("passage", "role", "country"),
    [
        ("The sale to US Secretary of State Oskar Lund was late.", "US Secretary of State", "US"),
        ("The ally of Kazakh President Oskar Belov resigned.", "Kazakh President", "KZ"),
        ("The firm named chief executive Nils Aber yesterday.", "chief executive", None),
        ("The talks with Nils Aber, chairman of the mill, were long.", "chairman", None),
        ("The talks with Nils Aber were long.", None, None),
    ],
)
def test_role_and_country_are_what_the_text_says(passage, role, country):
    (mention,) = read(passage)
    assert (mention.role, mention.country) == (role, country)


CAPITALS = st.lists(
    st.sampled_from(
        ["Edith", "Lorne", "Bank", "of", "and", "the", "Corp", "in", "said", "U.S.", "May", ".", ",", "\n", "de", "X"]
    ),
    max_size=40,
).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), CAPITALS))
@example("Kesten A:. BA B. And so BA B B: BA of BA B")
@example("0a;BA B:" + 85 * "0" + ":BA B B:" + 17 * "0" + ":BA")
def test_the_text_at_a_span_is_a_form_of_the_name(text):
    for name in read_names((Block(kind="paragraph", text=text),)).names:
        assert text[name.start : name.end].split() == name.text.split()
    for mention in read(text):
        assert len(mention.spans) == mention.count
        assert any(text[slice(*span)].split() == mention.text.split() for span in mention.spans)


@pytest.mark.parametrize("piece", ["A", "A ", "A of ", "Lorne and ", "U.S.", "Edith Lorne, ", "A\n", "St. ", "d'A-"])
def test_doubling_a_hostile_text_about_doubles_the_time(piece):
    def spend(size: int) -> float:
        text, best = piece * (size // len(piece)), 9.0
        for _ in range(3):
            start = time.process_time()
            find_names(text, lexicon())
            best = min(best, time.process_time() - start)
        return best

    assert spend(40_000) < 3.2 * spend(20_000) + 0.05
