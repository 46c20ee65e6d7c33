"""Nothing is lost, on a real Kafka, with workers that are real processes and are killed for real."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import signal
import time
import uuid
from collections import Counter, defaultdict
from pathlib import Path

import jsonschema
import pytest
from aiokafka import AIOKafkaProducer
from desk import check_whole, make_page, set_config
from prometheus_client.parser import text_string_to_metric_families

from wiredesk.edge.broker import client_options

pytestmark = pytest.mark.timeout(300)
SCHEMAS = Path(__file__).parents[2] / "schemas"
TOPOLOGIES = ("staged", "fused")
MODES = ("at_least_once", "exactly_once")


@pytest.mark.parametrize("topology", TOPOLOGIES)
async def test_every_page_comes_out(make_desk, topology):
    desk = await make_desk(topology=topology)
    worker = desk.start_worker()
    await desk.send(range(500))
    records = await desk.wait_outcomes(500)
    check_whole(records, range(500), once=True)
    check_valid(records)
    story = records["stories"][0]
    assert story["_key"].decode() == story["story_id"]
    assert story["_headers"]["ce_type"] == b"wire-story/1"
    assert story["_headers"]["ce_id"].decode() == story["story_id"]
    assert story["_headers"]["traceparent"] == b"00-ab-cd-01"
    check_account(read_account(desk.fetch(worker, "metrics")), desk, records)


def check_valid(records):
    for end, name in (
        ("stories", "story"),
        ("related", "related-item"),
        ("publishers", "publisher-card"),
        ("spiked", "spiked"),
    ):
        validator = jsonschema.Draft202012Validator(json.loads((SCHEMAS / f"{name}.json").read_text("utf-8")))
        for record in records[end]:
            validator.validate({field: value for field, value in record.items() if field[0] != "_"})


def check_account(account, desk, records):
    """One outcome a page and stage, and every sum is what stands on the topics."""
    pages = Counter()
    for labels, value in account["wiredesk_pages_total"]:
        pages[labels["stage"], labels["outcome"]] += round(value)
    spiked = len(records["spiked"])
    index_pages = len({r["page_id"] for r in records["related"] if "story_id" not in r})
    assert +pages == {
        ("clean", "clean"): 500 - spiked,
        ("clean", "spiked"): spiked,
        ("split", "story"): len(records["stories"]),
        ("split", "index-page"): index_pages,
        ("enrich", "story"): len(records["stories"]),
        ("enrich", "index-page"): index_pages,
    }
    assert spiked + len(records["stories"]) + index_pages == 500
    assert sum(value for _, value in account["wiredesk_spiked_total"]) == spiked
    sent = {labels["topic"]: value for labels, value in account["wiredesk_records_total"]}
    assert {name: sent[getattr(desk.settings, f"topic_{name}")] for name in records} == {n: len(r) for n, r in records.items()}
    assert [value for _, value in account["wiredesk_page_age_seconds_count"]] == [500]
    timed = {labels["stage"]: value for labels, value in account["wiredesk_stage_seconds_count"]}
    assert timed == {"clean": 500, "split": 500 - spiked, "enrich": 500 - spiked}
    messages = 500 if desk.settings.topology == "fused" else 500 + 2 * (500 - spiked)
    assert [value for _, value in account["faust_messages_received_total"]] == [messages]


def read_account(text):
    account = defaultdict(list)
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            account[sample.name].append((sample.labels, sample.value))
    return account


async def kill_while_pages_flow(desk, *, pages, kills):
    """Send pages, kill so many workers among them, one after the other, and leave one to finish."""
    sending = asyncio.create_task(desk.send(range(pages), pause=0.04))
    for _ in range(kills):
        worker = desk.start_worker()
        await desk.wait_ready(worker)
        await asyncio.sleep(1.5)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    desk.start_worker()
    await sending


@pytest.mark.parametrize("topology", TOPOLOGIES)
@pytest.mark.parametrize("delivery", MODES)
async def test_kills_lose_nothing(make_desk, topology, delivery):
    desk = await make_desk(topology=topology, delivery=delivery)
    await kill_while_pages_flow(desk, pages=400, kills=3)
    check_whole(await desk.wait_outcomes(400), range(400), once=delivery == "exactly_once")


@pytest.mark.parametrize("topology", TOPOLOGIES)
async def test_both_topics_of_stories_agree_after_kills(make_desk, topology):
    desk = await make_desk(topology=topology, delivery="exactly_once", ninjs_topic=f"t{uuid.uuid4().hex[:8]}.ninjs")
    await kill_while_pages_flow(desk, pages=300, kills=2)
    records = await desk.wait_outcomes(300)
    check_whole(records, range(300), once=True)
    items = Counter(item["uri"] for item in await desk.read_topic(desk.settings.ninjs_topic))
    assert items == Counter(f"urn:wiredesk:{story['story_id']}" for story in records["stories"])


async def test_readers_beside_the_worker_lose_nothing_when_they_or_it_are_killed(make_desk):
    desk = await make_desk(readers=2, delivery="exactly_once")
    sending = asyncio.create_task(desk.send(range(300), pause=0.04))
    worker = desk.start_worker()
    await desk.wait_ready(worker)
    await asyncio.sleep(1.5)
    os.kill(find_readers(worker)[0], signal.SIGKILL)
    await asyncio.sleep(3)
    orphans = find_readers(worker)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    worker = desk.start_worker()
    await sending
    records = await desk.wait_outcomes(300)
    check_whole(records, range(300), once=True)
    assert len(orphans) == 2
    assert are_gone(orphans), "readers outlive their worker"
    start, orphans = time.monotonic(), find_readers(worker)
    worker.terminate()
    assert worker.wait(15) == 0
    assert time.monotonic() - start < 10
    assert are_gone(orphans)


def are_gone(processes):
    return not any(Path(f"/proc/{process}").exists() for process in processes)


def find_readers(worker):
    """The reader processes of a worker; the one that tracks what they share is none of them."""
    children = Path(f"/proc/{worker.pid}/task/{worker.pid}/children").read_text("ascii").split()
    threads = [path.read_text("ascii").split() for path in Path(f"/proc/{worker.pid}/task").glob("*/children")]
    found = {int(child) for child in (*children, *(one for row in threads for one in row))}
    return sorted(child for child in found if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes())


async def test_a_producer_that_is_fenced_while_its_partition_stays_goes_on(make_desk):
    desk = await make_desk(delivery="exactly_once")
    sending = asyncio.create_task(desk.send(range(300), pause=0.03))
    worker = desk.start_worker()
    await desk.wait_ready(worker)
    for _ in range(4):
        await asyncio.sleep(1)
        for partition in range(desk.settings.partitions):
            name = f"{desk.settings.group}-{desk.settings.topic_raw}-{partition}"
            async with AIOKafkaProducer(**client_options(desk.settings), transactional_id=name):
                pass  # as the broker does with a transaction that it has given up
    await sending
    check_whole(await desk.wait_outcomes(300), range(300), once=True)
    assert worker.poll() is None


async def test_sigterm_ends_within_ten_seconds_and_repeats_nothing(make_desk):
    desk = await make_desk()
    sending = asyncio.create_task(desk.send(range(200), pause=0.02))
    worker = desk.start_worker()
    await desk.wait_ready(worker)
    await asyncio.sleep(1)
    start = time.monotonic()
    worker.terminate()
    assert worker.wait(15) == 0
    assert time.monotonic() - start < 10
    desk.start_worker()
    await sending
    check_whole(await desk.wait_outcomes(200), range(200), once=True)


async def test_a_broker_that_goes_away_loses_nothing(make_desk, broker):
    if not broker.can_restart:
        pytest.skip("this broker is not ours to stop")
    desk = await make_desk()
    worker = desk.start_worker()
    await desk.wait_ready(worker)
    await desk.send(range(100))
    await asyncio.to_thread(broker.stop)
    await asyncio.sleep(3)
    await asyncio.to_thread(broker.start)
    await desk.send(range(100, 200))
    check_whole(await desk.wait_outcomes(200), range(200), once=False)


async def test_too_large_is_spiked_by_reference(make_desk):
    desk = await make_desk(max_message_bytes=70_000, max_page_bytes=2_000_000)
    whole = "Kesten counts boats\n\n" + "\n\n".join(
        f"The harbour counted boat {n} on Monday, it said in a report." for n in range(8000)
    )
    await desk.send(range(1), make=lambda _: whole.encode()[:900_000])
    worker = desk.start_worker()
    await desk.send(range(1, 3))
    records = await desk.wait_outcomes(3)
    (spiked,) = [r for r in records["spiked"] if r["page_id"] == "page-0"]
    assert spiked["reason"] == "too-large"
    assert spiked["size"] == min(900_000, len(whole.encode()))
    assert len(spiked["sha256"]) == 64
    head = base64.b64decode(spiked["original"])
    assert len(head) > 10_000
    assert whole.encode().startswith(head)
    assert spiked["origin"]["topic"] == desk.settings.topic_raw
    account = read_account(desk.fetch(worker, "metrics"))
    pages = Counter()
    for labels, value in account["wiredesk_pages_total"]:
        pages[labels["stage"], labels["outcome"]] += round(value)
    assert +pages == {("clean", "clean"): 3, ("split", "story"): 3, ("enrich", "story"): 2, ("enrich", "spiked"): 1}
    assert sum(value for _, value in account["wiredesk_spiked_total"]) == 1


@pytest.mark.parametrize("delivery", MODES)
async def test_a_topic_that_takes_less_than_the_setting_loses_no_story(make_desk, delivery):
    desk = await make_desk(delivery=delivery)
    await set_config(desk, desk.settings.topic_stories, max_message_bytes="12000")
    desk.start_worker()
    await desk.send(range(60))
    check_whole(await desk.wait_outcomes(60), range(60), once=delivery == "exactly_once")


async def test_two_workers_one_leaves(make_desk):
    desk = await make_desk()
    first = desk.start_worker()
    await desk.wait_ready(first)
    sending = asyncio.create_task(desk.send(range(300), pause=0.03))
    await asyncio.sleep(1)
    desk.start_worker()
    await asyncio.sleep(5)
    first.terminate()
    first.wait(15)
    await sending
    check_whole(await desk.wait_outcomes(300), range(300), once=False)


@pytest.mark.parametrize(("partitions", "dealt"), [(4, [1, 1, 2]), (2, [0, 1, 1])])
async def test_partitions_are_dealt_out_evenly_and_who_has_none_stands_by(make_desk, partitions, dealt):
    desk = await make_desk(partitions=partitions)
    workers = [desk.start_worker() for _ in range(3)]
    for worker in workers:
        await desk.wait_ready(worker)
    found, end = [], time.monotonic() + 60
    while found != dealt and time.monotonic() < end:
        said = [await asyncio.to_thread(desk.fetch, worker, "readyz") for worker in workers]
        found = sorted(int(text.partition(": ")[2].partition(";")[0] or -1) for text in said)
        await asyncio.sleep(0.5)
    assert found == dealt
    await desk.send(range(60))
    check_whole(await desk.wait_outcomes(60), range(60), once=False)


async def test_stages_apart(make_desk):
    desk = await make_desk(topology="staged")
    desk.start_worker("--stages", "clean,split")
    desk.start_worker("--stages", "enrich")
    await desk.send(range(60))
    check_whole(await desk.wait_outcomes(60), range(60), once=False)


async def test_spiked_keeps_the_bytes(make_desk):
    desk = await make_desk()
    desk.start_worker()
    await desk.send(range(5, 9))
    records = await desk.wait_outcomes(4)
    (spiked,) = records["spiked"]
    assert (spiked["reason"], spiked["stage"], spiked["origin"]["topic"]) == (
        "unknown-format",
        "clean",
        desk.settings.topic_raw,
    )
    assert base64.b64decode(spiked["original"]) == make_page(7)


async def test_a_redriven_page_leaves_no_second_copy(make_desk):
    desk = await make_desk(max_page_bytes=1024)
    worker = desk.start_worker()
    await desk.send(range(3))
    records = await desk.wait_outcomes(3)
    assert {r["reason"] for r in records["spiked"]} == {"too-large"}
    worker.terminate()
    worker.wait(15)
    desk.environment["WIREDESK_MAX_PAGE_BYTES"] = "1000000"
    desk.start_worker()
    for _ in range(2):
        assert "3 sent" in desk.run("spiked", "redrive", "--reason", "too-large")
    end = time.monotonic() + 60
    while len(await desk.read("stories")) < 6 and time.monotonic() < end:
        await asyncio.sleep(0.5)
    stories = await desk.read("stories")
    assert len({r["story_id"] for r in stories}) == 3
    assert {r["page_id"] for r in stories} == {"page-0", "page-1", "page-2"}
    assert "page-1" in desk.run("spiked", "list")
    assert desk.run("spiked", "redrive", "--dry-run").endswith("3 pages would be sent\n")


async def test_the_lag_of_every_partition_is_shown_also_where_nothing_moves(make_desk):
    desk = await make_desk()
    worker = desk.start_worker()
    await desk.wait_ready(worker)
    await desk.send(range(1))
    await desk.wait_outcomes(1)
    await asyncio.sleep(5)
    account = desk.fetch(worker, "metrics")
    lags = [row.rpartition(" ")[2] for row in account.splitlines() if row.startswith("wiredesk_lag{")]
    assert lags == ["0.0"] * desk.settings.partitions
    assert "\nfaust_messages_received_total 1.0" in account
