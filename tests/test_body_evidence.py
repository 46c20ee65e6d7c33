"""What speaks for a line being the story's: weights fit their columns, every line gets a probability and can be explained."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiredesk.parsing import context, evidence, markup
from wiredesk.parsing.evidence import first_evidence
from wiredesk.parsing.lines import index_lines
from wiredesk.parsing.rounds import ROUNDS, lay_chain, load_rounds
from wiredesk.parsing.segment import explain_line, find_body, weigh_lines

LEVELS = evidence.LEVELS | context.LEVELS | markup.LEVELS
PAGE = """Home
News
Weather

Ferry to Kesten sails again after the storm
By Ida Falk
12 March 2024

The ferry between Maren and Kesten sailed again on Tuesday after four days in harbour, the port authority said.

Passengers had slept in the terminal and in the gym of a school near by while waves of six metres broke over the pier.

"We never had so many people here at once," said harbour master Oskar Lund, who has run the port since 1998.

The authority will look into whether a second pier could be built before next winter, a spokeswoman said on Tuesday.

Most read
Market hall wins design prize
School roof repaired at last
© 2024 The Harbour Post. All rights reserved.
"""


@pytest.mark.parametrize("at", range(5), ids=ROUNDS)
def test_a_round_has_a_weight_for_every_level_of_its_columns(at):
    fitted = load_rounds()[1][at]
    assert {name: len(weights) for name, weights in fitted.single.items()} == {name: LEVELS[name] for name in fitted.single}
    for (one, other), rows in fitted.joint.items():
        assert [len(row) for row in rows] == [LEVELS[other]] * LEVELS[one], f"{one}*{other}"


@settings(deadline=None)  # the first example loads the weights
@given(st.text(alphabet=st.sampled_from("aB.,:\"'©–#1 \n…"), max_size=400) | st.text(max_size=200))
def test_every_line_of_any_page_gets_a_probability_and_levels_in_range(text):
    lines = index_lines(text)
    columns, _ = first_evidence(lines)
    for name, column in columns.items():
        assert len(column) == len(lines)
        assert all(0 <= one < LEVELS[name] for one in column), name
    chances, seen = weigh_lines(lines)
    assert len(chances) == len(seen) == len(lines)
    assert all(0 <= p <= 1 for p in chances)


def test_the_story_is_told_from_what_stands_about_it():
    lines = index_lines(PAGE)
    body, _ = find_body(lines)
    assert [lines[i].text.split()[0] for i in body] == ["The", "Passengers", '"We', "The"]


def test_what_weighs_for_a_line_adds_up_to_its_odds():
    lines = index_lines(PAGE)
    first = load_rounds()[1][0]
    columns, _ = first_evidence(lines)
    odds = first.weigh(columns, len(lines))
    for at in range(len(lines)):
        weights = [weight for name, _, weight in explain_line(lines, at) if name == "first"]
        assert first.bias + sum(weights) == pytest.approx(odds[at])


def test_a_chain_bridges_a_doubtful_line_and_leaves_a_lone_one():
    among = lay_chain([3.0, 3.0, -0.3, 3.0, 3.0])
    alone = lay_chain([-3.0, -3.0, 0.3, -3.0, -3.0])
    assert among[2] > 0.5 > alone[2]
    assert lay_chain([]) == []
