"""What anybody may write on a topic has one outcome, and the page after it comes out."""

from __future__ import annotations

import asyncio
import gzip
import time

import pytest
from aiokafka import AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient
from desk import ENDS, check_whole, make_page

from wiredesk.edge.broker import client_options
from wiredesk.edge.provision import make_topics

pytestmark = pytest.mark.timeout(300)
STORY = b"Boats return\n\nKESTEN, May 9 (AP) - Boats crossed the lake again on Monday, the port said in a report to the town.\n"
MESSAGES = {
    "a tombstone": (b"key", None, []),
    "a tombstone without a key": (b"", None, []),
    "a page without a key": (None, STORY, []),
    "an empty key": (b"", STORY, []),
    "a key that is no text": (b"\xff\x00\xfe", STORY, []),
    "headers without values": (b"k", STORY, [("ce_id", None), ("content-type", None), ("traceparent", None)]),
    "headers that are no text": (b"k", STORY, [("ce_id", b"\xff\xfe"), ("ce_source", b"\x00"), ("ce_time", b"\xed\xa0\x80")]),
    "a header twice": (b"k", STORY, [("ce_id", b"one"), ("ce_id", b"two")]),
    "a header without a name": (b"k", STORY, [("", b"x")]),
    "headers of a megabyte": (b"k", STORY, [("ce_id", b"y" * 500_000), ("traceparent", b"z" * 500_000)]),
    "a charset that is none": (b"k", STORY, [("content-type", b"text/plain; charset=\xff")]),
    "a type that lies": (b"k", STORY, [("content-type", b"application/json")]),
    "an id in many scripts": (b"k", STORY, [("ce_id", "\u05d0\u202e\u4e2d\U0001f6a2/../\n".encode())]),
    "a day that is still to come": (b"k", STORY, [("ce_time", b"2999-12-31T23:59:59Z")]),
    "a day that never was": (b"k", STORY, [("ce_time", b"0000-00-00")]),
    "times that are no numbers": (b"k", STORY, [("wiredesk-raw-time", b"nan"), ("wiredesk-attempts", b"-1e999")]),
    "an origin that is none": (b"", b"", [("wiredesk-origin", b"a/" + b"9" * 99 + b"/-1")]),
    "five megabytes": (b"k", b"Boats crossed the lake again on Monday, said the port.\n" * 95_000, []),
    "a bomb": (b"k", gzip.compress(b"\x00" * 50_000_000), [("content-encoding", b"gzip")]),
    "blanks that compress well": (b"k", b" " * 4_000_000, []),
    "nested JSON": (b"k", b'{"body":' + b"[" * 100_000, []),
    "a page id that is a number": (b"k", b'{"page_id": 3, "body": "x"}', []),
    "a long page id": (b"k", b'{"page_id": "%b", "body": ""}' % (b"p" * 300_000), []),
    "half a record": (b"k", b'{"page_id": "p", "body": "Boats', [("content-type", b"application/json")]),
}


async def send_raw(desk, messages, **options):
    producer = AIOKafkaProducer(**client_options(desk.settings), acks="all", max_request_size=8 << 20, **options)
    await producer.start()
    try:
        for key, value, headers in messages:
            await producer.send_and_wait(desk.settings.topic_raw, value, key, headers=headers)
    finally:
        await producer.stop()


def count_outcomes(desk, worker):
    account = desk.fetch(worker, "metrics")
    rows = [row for row in account.splitlines() if row.startswith("wiredesk_page_age_seconds_count")]
    return round(sum(float(row.rpartition(" ")[2]) for row in rows))


@pytest.mark.parametrize(("topology", "readers"), [("fused", 1), ("fused", 2), ("staged", 1)])
async def test_whatever_is_written_has_one_outcome(make_desk, topology, readers):
    desk = await make_desk(topology=topology, readers=readers, max_page_bytes=4_500_000, batch_size=7)
    worker = desk.start_worker()
    await desk.wait_ready(worker)
    for compression in ("gzip", "zstd"):
        await send_raw(desk, MESSAGES.values(), compression_type=compression)
    await desk.send(range(5))
    end = time.monotonic() + 120
    while count_outcomes(desk, worker) < 2 * len(MESSAGES) + 5 and time.monotonic() < end:
        await asyncio.sleep(0.5)
    assert count_outcomes(desk, worker) == 2 * len(MESSAGES) + 5
    records = {name: await desk.read(name) for name in ENDS}
    check_whole(records, range(5), once=False)
    reasons = {r["reason"] for r in records["spiked"]}
    assert "stage-fault" not in reasons
    assert {"empty", "too-large", "bad-record", "not-json"} <= reasons


async def test_a_topic_that_is_made_anew_is_read_on(make_desk):
    desk = await make_desk()
    worker = desk.start_worker()
    await desk.send(range(30))
    check_whole(await desk.wait_outcomes(30), range(30), once=True)
    admin = AIOKafkaAdminClient(**client_options(desk.settings))
    await admin.start()
    await admin.delete_topics([desk.settings.topic_raw])
    await asyncio.sleep(3)
    await make_topics(desk.settings)
    await admin.close()
    await desk.send(range(30, 60), make=make_page)
    check_whole(await desk.wait_outcomes(60), range(60), once=False)
    assert worker.poll() is None
