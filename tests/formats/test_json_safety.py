"""JSON from strangers: bounded, and what a lenient parser hides is told."""

from __future__ import annotations

import json
import time
import tracemalloc

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiredesk.errors import Reason, Spike
from wiredesk.formats.json_document import MAX_CHARS, MAX_DEPTH, parse_json
from wiredesk.records import RawPage
from wiredesk.stages.pipeline import pipeline

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=20,
)


@settings(deadline=None)
@given(values, st.booleans())
def test_good_json_is_read_without_a_word(value, ascii_only):
    document = parse_json(json.dumps(value, ensure_ascii=ascii_only))
    assert document.value == value
    assert not document.problems


@settings(deadline=None)
@given(st.dictionaries(st.text(), values, min_size=1, max_size=4), st.data())
def test_a_key_that_stands_twice_is_told(value, data):
    key = data.draw(st.sampled_from(sorted(value)))
    text = json.dumps({"outer": [value]}).replace(
        "{" + json.dumps(value)[1:], json.dumps(value)[:-1] + f", {json.dumps(key)}: 1" + "}", 1
    )
    document = parse_json(text)
    assert document.value["outer"][0][key] == 1
    assert any("stands twice" in problem for problem in document.problems)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{"a": NaN}', "NaN is no JSON"),
        ('{"a": -Infinity}', "-Infinity is no JSON"),
        ('{"a": 1e999}', "too large"),
        ('{"a": "\\ud83d"}', "surrogate"),
        ('{"a": "one\ntwo"}', "line end or control character"),
    ],
)
def test_what_only_a_strict_parser_refuses_is_mended_and_told(text, problem):
    document = parse_json(text)
    assert "a" in document.value
    assert any(problem in told for told in document.problems)


@pytest.mark.parametrize(
    ("text", "at"), [('{"a": 1,}', 8), ('{"a": }', 6), ('{"a": "b', 8), ("[1] more", 4), ('{"uri": "urn:a" "b"', 16)]
)
def test_broken_json_is_told_with_its_position(text, at):
    with pytest.raises(Spike) as caught:
        parse_json(text)
    assert caught.value.reason == Reason.MALFORMED
    assert caught.value.rule == "json"
    assert abs(caught.value.offset - at) <= 1
    assert "line 1 column" in caught.value.detail


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"b":'])
@pytest.mark.parametrize("closed", [True, False])
def test_deep_nesting_is_refused_in_no_time(opening, closed):
    depth = 200_000
    text = opening * depth + ("]" * depth if closed and opening == "[" else "")
    begun = time.process_time()
    with pytest.raises(Spike) as caught:
        parse_json(text)
    assert time.process_time() - begun < 1
    assert caught.value.rule == "json.depth"
    assert 0 < caught.value.offset < len(opening) * (MAX_DEPTH + 1)


def test_what_nests_as_deep_as_it_may_is_read():
    assert parse_json("[" * MAX_DEPTH + "]" * MAX_DEPTH).value
    with pytest.raises(Spike):
        parse_json("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))


def test_too_much_is_refused_before_it_is_parsed():
    text = '{"a": "' + "x" * MAX_CHARS + '"}'
    tracemalloc.start()
    try:
        with pytest.raises(Spike) as caught:
            parse_json(text)
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()
    assert caught.value.reason == Reason.TOO_LARGE


@pytest.mark.parametrize(
    "text", ['{"a": 1}', "[{}]", '{"requests": {"x": [1, 2]}}', '[{"itemId": 7}]', '{"$schema": "https://json-schema.org"}']
)
def test_json_that_is_no_wire_is_unknown_and_says_how_it_begins(text):
    with pytest.raises(Spike) as caught:
        pipeline(RawPage(body=text))
    assert caught.value.reason == Reason.UNKNOWN_FORMAT
    assert text[:8] in caught.value.detail


def test_a_wire_is_known_by_its_keys_however_long_its_first_field():
    item = {"body_html": f"<p>{'The boats sail. ' * 2000}</p>", "headline": "Boats sail", "uri": "urn:newsml:a.example:1"}
    assert pipeline(RawPage(body=orjson.dumps(item).decode())).layout == "ninjs"
    feed = {
        "zz": "x" * 20_000,
        "format": "digitalwires@0.9.1",
        "urn": "urn:d:1",
        "version_created": "2024-03-19T09:00:00+01:00",
        "article_html": "<p>x</p>",
        "entry_id": "e",
    }
    assert pipeline(RawPage(body=orjson.dumps(feed).decode())).layout == "dpa-digitalwires"


def test_a_page_that_only_begins_like_json_is_a_page():
    prose = "\n\n".join(f"The harbour took nine boats on Monday, its master said in a report. Paragraph {n}." for n in range(6))
    reading = pipeline(RawPage(body='{"@context": "https://schema.org"}\nBoats sail again in Velden\n\n' + prose))
    assert reading.stories


def test_json_lines_are_no_page_of_text():
    with pytest.raises(Spike) as caught:
        pipeline(RawPage(body='{"a": 1, "title": "Mill"}\n{"a": 2, "title": "Ferry"}\n'))
    assert caught.value.reason == Reason.UNKNOWN_FORMAT
