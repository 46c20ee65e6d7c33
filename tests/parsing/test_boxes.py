"""Boxes of furniture, lists and blocks of cards are told by their shape; text of the same words is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.parsing.boxes import mark_boxes
from wiredesk.parsing.kinds import tell_kind
from wiredesk.parsing.lines import index_lines
from wiredesk.parsing.lists import find_card_blocks, find_passed_over, flag_lists
from wiredesk.parsing.outlets import find_owner, find_teller, is_platform
from wiredesk.parsing.seen import see, see_lines
from wiredesk.parsing.source_lines import read_source_line


def read_boxes(text):
    lines = index_lines(text)
    return {lines[i].text: mark.label for i, mark in mark_boxes(lines, see_lines(lines)).items()}


def read_kinds(text):
    lines = index_lines(text)
    return lines, [tell_kind(line, see(line.text)) for line in lines]


def read_listed(text):
    lines, kinds = read_kinds(text)
    flag_lists(lines, kinds, find_passed_over(lines, kinds))
    return [line.text for line, kind in zip(lines, kinds, strict=True) if "listed" in kind.flags]


@pytest.mark.parametrize(
    ("box", "label"),
    [
        ("Get the morning briefing\nFive stories before your coffee.\nEnter your email\nSign Up", "chrome.newsletter"),
        ("Garden furniture, 70% off\nLindow Home\nShop Now", "chrome.advert"),
        ("Anzeige\nDer neue Hybrid", "chrome.advert"),
        ("Inicio\n>\nDeportes\n>\nFútbol", "chrome.breadcrumb"),
    ],
)
def test_a_box_is_named_whole(box, label):
    found = read_boxes(f"The council met on Monday.\n\n{box}\n\nIt will meet again on Friday.")
    assert set(found) == set(box.split("\n"))
    assert set(found.values()) == {label}


@pytest.mark.parametrize(
    "text",
    [
        "The council wants your email address.\nIt will be read out on Monday.",
        "Advertisement\nThe mayor said on Monday that the bridge would open in May.",
        "Book\nThe Ferryman's Inventory",
        "Kesten > Sorn\nThe boats run daily",
    ],
)
def test_text_is_no_box(text):
    assert read_boxes(text) == {}


def test_ranks_and_repeated_furniture_part_no_list():
    rows = ["Minister resigns over a lunch", "Tiger settles beside tea garden", "How to boil an egg at altitude"]
    ranked = "Most read\n" + "\n".join(f"{i}\n{row}" for i, row in enumerate(rows, 1)) + "\n"
    shared = "Most read\n" + "\n".join(f"{row}\nShare" for row in rows) + "\n"
    assert read_listed(ranked) == read_listed(shared) == rows


def test_rows_may_stand_apart_and_a_wider_gap_ends_them():
    rows = ["Minister resigns over a lunch", "Tiger settles beside tea garden", "How to boil an egg at altitude"]
    text = "Explore more\n" + "\n\n".join(rows) + "\n\n\nOldhaven opens its mended bridge\n\nThe first ferry left on Tuesday.\n"
    assert read_listed(text) == rows


def test_a_headline_under_a_list_is_no_row_of_it():
    assert read_listed("Continue reading\n\nThe Harbour Post\n\nTeachers in five towns vote to strike\n\nBy Clara Wynn\n") == []


def test_blocks_of_cards_are_found_by_repetition():
    card = "{} sues over the voice in a book\nHe says that he never read the novel.\nSource: Lake Radio\n14:20\n\n"
    lines, kinds = read_kinds("".join(card.format(name) for name in ("Actor", "Singer", "Writer")))
    assert set(find_card_blocks(lines, kinds)) == set(range(len(lines)))
    lines, kinds = read_kinds(card.format("Actor") + "The court will hear the case in May.\n\nNobody was hurt.\n")
    assert set(find_card_blocks(lines, kinds)) == set()


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("© 2024 The Harbour Post. All rights reserved.", "The Harbour Post"),
        ("© Copyright 2026 Kesten Herald, 200 Mill Street Kesten | Terms", "Kesten Herald"),
        ("© Portale dei Laghi 2026 - P.IVA 00000000000", "Portale dei Laghi"),
        ("Todos Los Derechos Reservados © 2026 El Faro del Lago", "El Faro del Lago"),
        ("© 2019-2024 U.S. News", "U.S. News"),
        ("© 2024", None),
        ("© RIPRODUZIONE RISERVATA", None),
    ],
)
def test_who_holds_the_copyright(line, owner):
    found = find_owner(line)
    assert (line[slice(*found)] if found else None) == owner


def test_a_line_that_points_home_names_the_outlet():
    for line in (
        "Read the full article on The Harbour Post",
        "This story originally appeared on The Harbour Post: Pony caught",
    ):
        found = find_teller(line)
        assert found
        assert line[slice(*found)] == "The Harbour Post"
    assert find_teller("Read more books in the summer") is None
    assert is_platform("Microsoft")
    assert not is_platform("The Harbour Post")


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("skynotes.com - Pia Sorel • 3d", ["publisher", "byline", "age"]),
        ("Jane Roe • CBS Chicago", ["byline", "publisher"]),
        ("Source: Lake Radio", ["publisher"]),
        ("Anna Weller, 91", None),
        ("Source: a spokesman who asked not to be named", None),
    ],
)
def test_source_lines_tell_the_person_from_the_outlet(line, kinds):
    found = read_source_line(line)
    assert (found and [part.kind for part in found]) == kinds


@given(
    st.lists(
        st.sampled_from(
            ["Most read", "1", "2", "Share", "A headline of five words", "", "", "3h ago", "Read more", "One. Two."]
        )
    )
)
def test_any_rows_get_an_answer(rows):
    lines, kinds = read_kinds("\n".join(rows))
    passed = find_passed_over(lines, kinds)
    flag_lists(lines, kinds, passed)
    assert passed <= set(range(len(lines)))
    assert set(find_card_blocks(lines, kinds)) <= set(range(len(lines)))
