"""A page teaches the names of outlets that nobody knows: what stands in the same place in card after card is one."""

import pytest

from wiredesk.parsing.kinds import tell_kind
from wiredesk.parsing.lines import index_lines
from wiredesk.parsing.own_names import learn_names, read_with_names
from wiredesk.parsing.seen import see_lines

NAMES = ("Pedal & Path", "Marenside", "The Quay")
TITLES = (
    "Ferry to Oldhaven stops until the weekend",
    "Council argues over parking by the old station",
    "Museum shows four centuries of maps of the lake",
)
TEASER = "The harbour office said that the boats would not leave before the wind has turned, and that tickets stay good."
CARDS = {
    "colon": "{name}:\n{title}\n{teaser}\n\n",
    "brackets": "{title}\n{teaser}\n({name})\n\n",
    "above": "{name}\n{title}\n{teaser}\n\n",
    "below": "{title}\n{teaser}\n{name}\n\n",
    "age": "{title}\n{name} • 3h ago\n\n",
    "pair": "{title}\nClimate — {name}\n\n",
    "signed": "{title}\nBy Jane Roe, {name}\n\n",
}


def learn(text):
    lines = index_lines(text)
    kinds = [tell_kind(line, one) for line, one in zip(lines, see_lines(lines), strict=True)]
    return learn_names(lines, kinds)


def print_cards(shape, names=NAMES):
    return "".join(shape.format(name=name, title=title, teaser=TEASER) for name, title in zip(names, TITLES, strict=True))


@pytest.mark.parametrize("shape", CARDS.values(), ids=CARDS)
def test_names_in_the_same_place_of_cards_are_outlets(shape):
    assert learn(print_cards(shape)) == {name.casefold() for name in NAMES}


@pytest.mark.parametrize("shape", [CARDS["above"], CARDS["below"]])
def test_people_and_sections_in_that_place_are_none(shape):
    assert not learn(print_cards(shape, ("Jane Roe", "Peter Hollis", "Mary Calder")))
    assert not learn(print_cards(shape, ("Politics", "Health", "Fishing Life")))


def test_one_name_in_three_cards_is_furniture():
    assert not learn(print_cards(CARDS["above"], ("Staff Choice",) * 3))


def test_a_name_that_the_page_taught_is_read_where_it_stands():
    names = frozenset(("pedal & path", "gourmet diary"))
    for text, publisher in (
        ("Via Pedal & Path", "Pedal & Path"),
        ("Gourmet Diary — 12 May 2024", "Gourmet Diary"),
        ("Pedal & Path / Climate", "Pedal & Path"),
        ("By Jane Roe, Pedal & Path", "Pedal & Path"),
        ("Published by Gourmet Diary • May 3, 2024", "Gourmet Diary"),
    ):
        parts = read_with_names(text, names)
        assert parts, text
        assert [text[start:end] for kind, start, end in parts if kind == "publisher"] == [publisher]
    assert read_with_names("Via Lisbon", names) is None
