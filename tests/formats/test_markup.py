"""What markup says of a line is weighed beside its text: columns in range, boxes in one pass, comments told by their box."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wiredesk.parsing.lines import index_lines
from wiredesk.parsing.markup import LEVELS, Markup, Place, find_innermost, gather_markup
from wiredesk.records import RawPage
from wiredesk.stages.pipeline import pipeline

STORY = [
    "The ferry between Maren and Kesten sailed again on Tuesday after four days in harbour, the port authority said.",
    "Passengers had slept in the terminal and in the gym of a school near by while waves of six metres broke over the pier.",
    "The authority will look into whether a second pier could be built before next winter, a spokeswoman said on Tuesday.",
    "Two trawlers that had sought shelter behind the island of Orm came back to port in the evening without damage.",
    "Ferries to the outer islands stay in harbour until Thursday, and tickets for them can be used until the end of the month.",
    "The storm, the third since October, had brought down power lines in eleven villages, according to the county.",
]
COMMENTS = [
    "I was on that pier on Friday evening and nobody from the authority told us anything before the doors were closed.",
    "A second pier was promised to us in the spring of last year, and the year before that one, so do not hold your breath.",
]


def make_page(box: str) -> str:
    """Make a page whose readers' comments stand in a box of its own."""
    story = "".join(f"<p>{text}</p>" for text in STORY)
    comments = "".join(f"<div class='row'><p>{text}</p></div>" for text in COMMENTS)
    return (
        "<html><body><nav><a href='/'>Home</a></nav><article><h1>Ferry to Kesten sails again after the storm</h1>"
        f"<div class='article-body'>{story}</div></article><div class='{box}'>{comments}</div></body></html>"
    )


def test_comments_are_told_by_their_box():
    story = pipeline(RawPage(body=make_page("comment-list"))).stories[0]
    assert [block.text for block in story.body] == STORY


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 12)), max_size=12), st.integers(1, 4))
def test_the_innermost_box_of_a_line_is_the_first_that_holds_it(spans, least):
    boxes = [(first, min(12, first + size)) for first, size in spans]
    naive = [next((box for box in boxes if box[0] <= i < box[1] and box[1] - box[0] >= least), (0, 12)) for i in range(12)]
    assert list(find_innermost(boxes, least, 12)) == naive


@given(st.lists(st.tuples(st.sampled_from(["p", "li", "x", ""]), st.floats(0, 1), st.floats(0, 1), st.sampled_from(
    ["", "nav", "comments", "content", "main", "caption", "hidden"])), min_size=1, max_size=20))  # fmt: skip
def test_every_line_has_a_level_in_range(rows):
    lines = index_lines("\n".join("word" for _ in rows))
    places = [Place().enter("div.a", "").enter("p.b", kind) for _, _, _, kind in rows]
    markup = Markup([row[0] for row in rows], [row[1] for row in rows], places, [(0, len(rows))])
    columns = gather_markup(markup, lines, [8 * row[2] - 4 for row in rows], [row[2] for row in rows])
    assert columns.keys() == LEVELS.keys()
    for name, column in columns.items():
        assert len(column) == len(rows)
        assert all(0 <= one < LEVELS[name] for one in column), name
