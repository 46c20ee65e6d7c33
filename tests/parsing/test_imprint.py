"""Byline and dates on pages that no layout knows: what is the story's is taken, what only looks like it is not."""

from __future__ import annotations

import pytest

from wiredesk.parsing.byline_owners import find_owner
from wiredesk.parsing.bylines import read_byline
from wiredesk.parsing.headlines import cut_headline
from wiredesk.parsing.imprints import mark_imprint
from wiredesk.parsing.lines import index_lines
from wiredesk.parsing.marks import cut_pieces

STORY = (
    "The first ferry left the harbour of Lake Maren at dawn on Tuesday, eleven months after the storm.\n\n"
    "Some two hundred people stood on the quay, among them the mayor, who had cut the ribbon of the old ship as a boy.\n\n"
    "The company said that it would sail four times a day until the end of the summer, and twice in winter.\n\n"
    "Tickets cost three crowns, as they did before the storm.\n"
)


def read_imprint(head: str, tail: str = "", headline: str = "Ferries return to Lake Maren") -> list[tuple[str, str]]:
    lines = index_lines(f"{headline}\n{head}\n\n{STORY}\n{tail}")
    body = [i for i, line in enumerate(lines) if line.text in STORY and line.text[-1] == "."]
    marked = cut_pieces(lines, mark_imprint(lines, 0, body))
    return [(mark.label, line.text) for line, mark in marked if "story" in mark.label]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("By Ines Duval | March 14, 2024", [("story.byline", "By Ines Duval"), ("story.published", "March 14, 2024")]),
        ("ByInes DuvalMarch 14, 2024", [("story.byline", "ByInes Duval"), ("story.published", "March 14, 2024")]),
        (
            "By Ines Duval\nPublished March 14, 2024 | Updated March 15, 2024",
            [("story.byline", "By Ines Duval"), ("story.published", "March 14, 2024"), ("story.updated", "March 15, 2024")],
        ),
        ("Ines Duval\nMarch 14, 2024", [("story.byline", "Ines Duval"), ("story.published", "March 14, 2024")]),
        ("Written by\nInes Duval", [("story.byline", "Ines Duval")]),
        ("Last updated: March 15, 2024", [("story.updated", "March 15, 2024")]),
        ("By Staff reports", [("story.byline", "By Staff reports")]),
        ("By Ines Duval\n2 days ago", [("story.byline", "By Ines Duval"), ("story.published", "2 days ago")]),
    ],
)
def test_an_imprint_is_read(head, found):
    assert read_imprint(head) == found


@pytest.mark.parametrize("head", ["Photo by Tom Hale", "Get Started", "Read More", "© 2024 The Harbour Post"])
def test_what_is_no_imprint(head):
    assert read_imprint(head) == []


def test_dates_of_other_stories_are_not_the_storys():
    tail = "Related articles\nHarbour closed for repairs\nMay 2, 2023\nStorm over the lake\nApril 9, 2023\nA diary\nMay 1, 2022"
    assert read_imprint("", tail) == []


def test_readers_who_comment_are_no_authors():
    assert read_imprint("", "12 Comments\n\nMara Keller\n\n3 hours ago\n\nNobody ever mends the road that leads there.") == []


@pytest.mark.parametrize(
    ("line", "authors", "credits_"),
    [
        ("By A. Person and B. Other for the Associated Press", ["A. Person", "B. Other"], []),
        ("Story by Jane Roe | Photos by Tom Hale", ["Jane Roe"], []),
        ("Words: Ana Prado", ["Ana Prado"], []),
        ("By Staff reports", [], ["Staff reports"]),
        ("By The Harbour Team", [], ["The Harbour Team"]),
        ("Posted by admin", [], ["admin"]),
        ("By Jade", ["Jade"], []),
        ("By jsteinhardt", ["jsteinhardt"], []),
        ("By Paula (Pim) Groot", ["Paula (Pim) Groot"], []),
        ("By Anna Berg Executive Digital Editor and Senior Reporter", ["Anna Berg"], []),
        ("By Anna BergPublished: Dec 20, 2023", ["Anna Berg"], []),
        ("Posted by Anna Berg on Friday December 19, 2025", ["Anna Berg"], []),
        ("Jana Roth, Berlin", ["Jana Roth"], ["Berlin"]),
        (". . . Ines Duval", ["Ines Duval"], []),
        ("Ines Duval CPP, PSP", ["Ines Duval"], []),
        ("By Tom Hale Jr.", ["Tom Hale Jr."], []),
        ("Ines Duval and Tom Hale, Guest Columnists", ["Ines Duval", "Tom Hale"], []),
    ],
)
def test_people_and_credits_apart(line, authors, credits_):
    found = read_byline(line)
    assert [person.name for person in found.authors] == authors
    assert list(found.credits) == credits_


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("© 2025 Ines Duval. All rights reserved.", "Ines Duval"),
        ("Copyright Ines Duval 2012-2025", "Ines Duval"),
        ("© Ines Duval", "Ines Duval"),
        ("Ines Duval’s Tech Blog", "Ines Duval"),
        ("Ines Duval's boat sank", None),
        ("© 2025", None),
    ],
)
def test_whose_page_it_is(line, owner):
    found = find_owner(line, top=True)
    assert (line[found[0] : found[1]] if found else None) == owner


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Ferries return to Lake Maren | The Harbour Post", "Ferries return to Lake Maren"),
        ("Title: Ferries return to Lake Maren", "Ferries return to Lake Maren"),
        ("Ferries return – at last", "Ferries return – at last"),
        ("Opinion | Ferries return to Lake Maren", "Opinion | Ferries return to Lake Maren"),
    ],
)
def test_a_headline_may_be_a_piece_of_its_line(line, headline):
    start, end = cut_headline(line)
    assert line[start:end] == headline
