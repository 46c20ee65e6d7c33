"""The guard: whoever wrote a message's headers, the page ends on the spiked topic and the worker goes on."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from wiredesk.edge.codecs import encode
from wiredesk.edge.guard import LAYOUTS, SHOWN_PAGE_ID, run_guarded
from wiredesk.edge.messages import Message, read_attempts, read_message
from wiredesk.edge.parcels import pack
from wiredesk.edge.settings import load_settings
from wiredesk.edge.topics import lay_out
from wiredesk.records import Parts, RelatedItem, Spiked

(LINE,) = lay_out(load_settings(topology="fused"))
STAGES = ("clean", "split", "enrich")
CASES = Path(__file__).parents[1] / "cases"
STORY = b"Boats return\n\nKESTEN, May 9 (AP) - Boats crossed the lake again on Monday, the port said in a report to the town.\n"
NAMES = st.sampled_from("wiredesk-attempts wiredesk-origin ce_id ce_source ce_time content-type traceparent".split())


@given(st.dictionaries(NAMES, st.text(max_size=30)), st.binary(max_size=80))
def test_any_headers_and_bytes_have_an_outcome(headers, value):
    record = run_guarded(LINE, Message("wire.raw", 0, 7, 0.0, value, headers), "w").record
    assert record is not None
    if isinstance(record, Spiked):
        assert record.original == value
        assert record.origin.offset == 7


@pytest.mark.parametrize(("text", "attempts"), [("3", 3), ("", 0), ("three", 0), ("²", 0), ("-1", 0), ("9" * 40, 0)])
def test_attempts_are_read_from_whatever_the_header_says(text, attempts):
    assert read_attempts({"wiredesk-attempts": text}) == attempts


@pytest.mark.parametrize(
    ("text", "offset"), [("wire.raw/1/7", 7), ("wire.raw/1/" + "9" * 10_000, None), ("wire.raw/" + "9" * 30 + "/7", None)]
)
def test_an_origin_is_read_only_where_its_numbers_fit(text, offset):
    spiked = run_guarded(LINE, Message("wire.clean", 0, 7, 0.0, b"", {"wiredesk-origin": text}), "w").record
    assert (spiked.raw_origin and spiked.raw_origin.offset) == offset
    assert encode(spiked)


@pytest.mark.parametrize(
    ("headers", "value"),
    [
        ({"any": b"y" * 2_000_000}, b""),
        ({"y" * 2_000_000: b"any"}, b""),
        ({"ce_id": b"y" * 2_000_000}, b""),
        ({"ce_source": b"y" * 2_000_000, "traceparent": b"y" * 2_000_000}, b""),
        ({str(i): b"y" * 900 for i in range(5_000)}, b""),
        ({}, b'{"body": "", "page_id": "%b"}' % (b"y" * 2_000_000)),
    ],
)
def test_a_spiked_page_fits_the_broker_whatever_its_headers(headers, value):
    settings = load_settings()
    message = read_message(SimpleNamespace(topic="wire.raw", partition=0, offset=7, timestamp=0, value=value, headers=headers))
    (packed,) = pack(run_guarded(LINE, message, "w"), settings, settings.max_message_bytes).outgoing
    size = len(packed.key) + len(packed.value) + sum(len(name) + len(text) for name, text in packed.headers)
    assert size < settings.max_message_bytes


def test_a_page_has_one_outcome_a_stage_also_where_its_records_are_too_large():
    settings = load_settings(max_message_bytes=16_384)
    passage = run_guarded(LINE, Message("wire.raw", 0, 7, 0.0, STORY + b"Boats crossed the lake. " * 900, {"ce_id": "p"}), "w")
    assert [done.outcome for done in passage.done] == ["clean", "story", "story"]
    parcel = pack(passage, settings, settings.max_message_bytes)
    assert [(done.stage, done.outcome) for done in parcel.done] == [
        ("clean", "clean"),
        ("split", "story"),
        ("enrich", "spiked"),
    ]
    (out,) = parcel.outgoing
    spiked = json.loads(out.value)
    assert (spiked["stage"], spiked["reason"], spiked["page_id"]) == ("enrich", "too-large", "p")


@pytest.mark.parametrize(("value", "stages"), [(b"", 1), (b"\x89PNG\r\n\x1a\n", 1), (b"{{{{", 2), (STORY, 3)])
def test_a_page_that_is_set_aside_has_one_outcome_for_each_stage_it_was_in(value, stages):
    passage = run_guarded(LINE, Message("wire.raw", 0, 7, 0.0, value, {}), "w")
    assert tuple(done.stage for done in passage.done) == STAGES[:stages]
    assert isinstance(passage.record, Spiked) == (passage.done[-1].outcome == "spiked")


def test_every_layout_of_the_cases_is_a_label():
    named = {json.loads(path.read_text("utf-8")).get("layout") for path in CASES.glob("*/expected.json")}
    assert named - {None} <= LAYOUTS


def test_a_forged_record_sets_no_label():
    line = lay_out(load_settings(topology="staged"))[2]
    teaser = RelatedItem(related_id="r", page_id="p", position=0, truncated=False)
    parts = Parts(page_id="p", format="f", layout="text of a page", text="", related=(teaser,))
    passage = run_guarded(line, Message("wire.parts", 0, 7, 0.0, encode(parts), {}), "w")
    assert [(done.outcome, done.layout) for done in passage.done] == [("index-page", "other")]


def test_the_log_shows_no_more_than_the_head_of_an_id():
    with capture_logs() as lines:
        run_guarded(LINE, Message("wire.raw", 0, 7, 0.0, b"", {"ce_id": "y" * 9_000}), "w")
    assert [len(line["page_id"]) for line in lines] == [SHOWN_PAGE_ID]
