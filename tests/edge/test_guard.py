"""The guard: whoever wrote a message's headers, the page ends on the spiked topic and the worker goes on."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.edge.codecs import encode
from wiredesk.edge.guard import run_guarded
from wiredesk.edge.messages import Message, read_attempts, read_message
from wiredesk.edge.parcels import pack
from wiredesk.edge.settings import load_settings
from wiredesk.edge.topics import lay_out
from wiredesk.records import Spiked

(LINE,) = lay_out(load_settings(topology="fused"))
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
