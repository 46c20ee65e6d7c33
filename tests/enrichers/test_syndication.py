"""Who wrote it apart from who published it: joint credits, press-release wires, partners' content."""

from __future__ import annotations

import pytest

from wiredesk.parsing.partners import find_partner
from wiredesk.records import RawPage
from wiredesk.stages.pipeline import pipeline

LINES = {
    "This story was produced by The Harbour Desk in partnership with the Post.": "The Harbour Desk",
    "This article was provided by our partner Lake Wire.": "Lake Wire",
    "Published in partnership with The Harbour Desk": "The Harbour Desk",
    "This article is published in collaboration with Kesten University.": "Kesten University",
    "This article originally appeared on Kesten Herald: Boats return": "Kesten Herald",
    "Originally published by Lake Wire": "Lake Wire",
    "Sponsored content by Lakeside Motors": "Lakeside Motors",
    "The bridge was produced by the yard in Velden in 1931.": None,
    "This story was written by hand.": None,
    "He works in partnership with his brother.": None,
    "The novel first appeared in Paris.": None,
}


@pytest.mark.parametrize("line", LINES)
def test_a_line_names_its_partner(line):
    found = find_partner(line)
    assert (found[0] if found else None) == LINES[line]


def read(text: str):
    (story,) = pipeline(RawPage(body=text)).stories
    return story


BODY = "Boats crossed the lake again on Monday, the port of Kesten said in a report on the long winter.\n\nThe ice had broken."


def test_a_joint_credit_names_both_agencies():
    story = read(f"Boats return\n\nBy AP/Reuters\n\nKESTEN, May 9 (AP/Reuters) - {BODY}")
    assert (story.agency.code, story.agency.joint) == ("ap", ("reuters",))


def test_a_press_release_wire_is_marked_and_a_newsroom_is_not():
    release = read(f"Boats return\n\nKESTEN, May 9, 2023 /PRNewswire/ -- {BODY}")
    assert release.agency.press_release
    assert not read(f"Boats return\n\nKESTEN, May 9 (Reuters) - {BODY}").agency.press_release


def test_partner_content_says_whose_it_is():
    story = read(f"Boats return\n\nKESTEN, May 9 (AP) - {BODY}\n\nThis story was produced by The Harbour Desk for the Post.")
    assert story.partner == "The Harbour Desk"
