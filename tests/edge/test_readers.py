"""Readers beside the worker are real processes here, and die and hang for real."""

from __future__ import annotations

import os
import signal
import time

import orjson
import pytest

from wiredesk.edge import reader
from wiredesk.edge.messages import Message
from wiredesk.edge.readers import Readers, make_readers
from wiredesk.edge.settings import load_settings
from wiredesk.edge.topics import lay_out
from wiredesk.edge.tracing import start_trace

pytestmark = pytest.mark.timeout(120)
SETTINGS = load_settings(readers=2, page_seconds=2.0, topology="fused")
(LINE,) = lay_out(SETTINGS)


def make_message(number, body="Boats crossed the lake again on Monday, the port said in a report to the town."):
    page = f"Boats return, report {number}\n\nKESTEN, May 9 (AP) - {body}\n"
    return Message("wire.raw", 0, number, 1e9, page.encode(), {"ce_id": f"page-{number}"})


def serve_badly(pipe, settings):
    """Be a reader that ends at some pages, and never ends at others."""

    def open_badly(data, headers):
        if b"that kills" in data:
            os.kill(os.getpid(), signal.SIGSEGV)
        while b"without end" in data:
            time.sleep(1)
        return LINE.open(data, headers)

    reader.lay_out = lambda _: [LINE._replace(open=open_badly)]
    reader.serve(pipe, settings)


@pytest.fixture
async def readers():
    found = Readers(SETTINGS)
    await found.start()
    yield found
    found.stop()


@pytest.fixture
def bad_readers(monkeypatch):
    monkeypatch.setattr(reader, "serve", serve_badly)


def tell(parcels):
    return [(parcel.message.offset, parcel.done[-1].outcome) for parcel in parcels]


async def test_what_comes_of_a_batch_is_the_same_and_in_order(readers):
    messages = [make_message(number) for number in range(40)] + [make_message(40)._replace(value=b"")]
    beside = await readers.read(LINE, messages)
    here = await make_readers(load_settings(), start_trace(SETTINGS)).read(LINE, messages)
    assert tell(beside) == tell(here) == [*((number, "story") for number in range(40)), (40, "spiked")]
    for one, other in zip(beside[:-1], here[:-1], strict=True):
        assert [(out.topic, out.key, out.value) for out in one.outgoing] == [(o.topic, o.key, o.value) for o in other.outgoing]


async def test_a_reader_that_is_killed_by_somebody_costs_no_page(readers):
    for process in (one._process for one in readers._readers):
        os.kill(process.pid, signal.SIGKILL)
    assert tell(await readers.read(LINE, [make_message(number) for number in range(12)])) == [(n, "story") for n in range(12)]


@pytest.mark.parametrize(
    ("body", "detail"),
    [("A page that kills.", "the reader ended with SIGSEGV"), ("A loop without end.", "the page was not read within 2 s")],
)
async def test_a_page_that_ends_or_stops_its_reader_is_set_aside_alone(bad_readers, readers, body, detail):
    del bad_readers
    messages = [make_message(number) for number in range(12)]
    messages[5] = make_message(5, body)
    parcels = await readers.read(LINE, messages)
    assert tell(parcels) == [(number, "spiked" if number == 5 else "story") for number in range(12)]
    (out,) = parcels[5].outgoing
    spiked = orjson.loads(out.value)
    assert (spiked["page_id"], spiked["reason"], spiked["detail"]) == ("page-5", "stage-fault", detail)
    assert (spiked["stage"], spiked["rule"], spiked["origin"]["offset"]) == ("clean", "reader", 5)
    assert [done.outcome for done in parcels[5].done] == ["spiked"]


async def test_a_reader_ends_with_its_worker(readers):
    process = readers._readers[0]._process
    readers._readers[0]._pipe.close()
    process.join(10)
    assert process.exitcode == 0
