"""The commands of the one who runs the desk, on a real Kafka: topics, lag, health, replay."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from desk import Desk, set_config

from wiredesk.edge.provision import SET_ON_THE_TOPIC

pytestmark = pytest.mark.timeout(120)


@pytest.fixture
def empty_desk(broker):
    desk = Desk(broker.address)
    yield desk
    desk.close()


def run(desk, *arguments, **settings):
    environment = desk.environment | {f"WIREDESK_{name.upper()}": str(value) for name, value in settings.items()}
    command = [sys.executable, "-m", "wiredesk", *arguments]
    return subprocess.run(command, env=environment, check=False, capture_output=True, text=True, timeout=60)


async def read_configs(desk, topic):
    """What is set on a topic itself, not by the broker's defaults."""
    admin = AIOKafkaAdminClient(bootstrap_servers=desk.settings.brokers)
    await admin.start()
    try:
        (answer,) = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)])
        return {entry[0]: entry[1] for entry in answer.resources[0][4] if entry[3] == SET_ON_THE_TOPIC}
    finally:
        await admin.close()


async def test_topics_are_made_as_planned_and_drift_is_shown(empty_desk):
    desk, raw, stories = empty_desk, empty_desk.settings.topic_raw, empty_desk.settings.topic_stories
    missing = await asyncio.to_thread(run, desk, "topics", "check")
    assert missing.returncode == 1
    assert missing.stdout.count("missing") == 5
    made = await asyncio.to_thread(run, desk, "topics", "apply")
    assert (made.returncode, made.stdout.splitlines()[-1]) == (0, "5 topics, 5 changes, 0 differences left")
    assert await read_configs(desk, stories) == {"cleanup.policy": "compact", "max.message.bytes": "1048576"}
    assert (await read_configs(desk, raw))["retention.ms"] == str(7 * 86_400_000)
    assert int((await read_configs(desk, raw))["max.message.bytes"]) > desk.settings.max_page_bytes
    assert (await asyncio.to_thread(run, desk, "topics", "check")).returncode == 0

    await set_config(desk, stories, cleanup_policy="delete", min_compaction_lag_ms="60000")
    drifted = await asyncio.to_thread(run, desk, "topics", "apply", "--check")
    assert drifted.returncode == 1
    assert re.search(rf"{stories} +cleanup.policy +delete +compact", drifted.stdout)
    assert (await read_configs(desk, stories))["cleanup.policy"] == "delete", "--check changes nothing"
    assert (await asyncio.to_thread(run, desk, "topics", "apply")).returncode == 0
    configs = await read_configs(desk, stories)
    assert configs["cleanup.policy"] == "compact"
    assert configs["min.compaction.lag.ms"] == "60000", "what is not of the plan stays"


async def test_partitions_grow_and_never_shrink(empty_desk):
    assert (await asyncio.to_thread(run, empty_desk, "topics", "apply")).returncode == 0
    grown = await asyncio.to_thread(run, empty_desk, "topics", "apply", partitions=6)
    assert (grown.returncode, grown.stdout.splitlines()[-1]) == (0, "5 topics, 5 changes, 0 differences left")
    kept = await asyncio.to_thread(run, empty_desk, "topics", "apply", partitions=4)
    assert (kept.returncode, kept.stdout.splitlines()[-1]) == (1, "5 topics, 0 changes, 5 differences left")
    assert "left to Kafka's own tools" in kept.stderr


def read_lag(text):
    return int(text.splitlines()[-1].split(": ")[1].split()[0].replace(",", ""))


async def test_lag_is_what_is_not_read_yet(make_desk):
    desk = await make_desk()
    await desk.send(range(40))
    before = await asyncio.to_thread(desk.run, "lag")
    assert read_lag(before) == 40
    assert before.count("never read") == 4
    worker = desk.start_worker()
    await desk.wait_outcomes(40)
    worker.terminate()
    worker.wait(15)
    assert read_lag(await asyncio.to_thread(desk.run, "lag")) == 0


async def test_health_is_the_worker_s(make_desk):
    desk = await make_desk()
    worker = desk.start_worker()
    await desk.wait_ready(worker)
    port = desk.ports[worker.pid]
    well = await asyncio.to_thread(run, desk, "health", http_port=port, http_host="0.0.0.0")  # noqa: S104 - what a container sets
    assert well.returncode == 0
    assert "/readyz 200: partitions assigned: 4; broker answers: yes" in well.stdout
    worker.terminate()
    worker.wait(15)
    gone = await asyncio.to_thread(run, desk, "health", http_port=port)
    assert gone.returncode == 1
    assert "/healthz no answer" in gone.stdout


async def test_a_replayed_span_has_the_same_ids(make_desk):
    desk = await make_desk()
    desk.start_worker()
    await desk.send(range(20))
    await asyncio.sleep(0.2)
    start = datetime.now(UTC)
    await asyncio.sleep(0.2)
    await desk.send(range(20, 50))
    await asyncio.sleep(0.2)
    end = datetime.now(UTC)
    await desk.send(range(50, 60))
    first = await desk.wait_outcomes(60)
    span = ["--from", start.isoformat(), "--to", end.isoformat()]
    assert "30 pages" in await asyncio.to_thread(desk.run, "replay", *span, "--dry-run")
    assert {name: len(await desk.read(name)) for name in first} == {name: len(rows) for name, rows in first.items()}
    assert "30 pages" in await asyncio.to_thread(desk.run, "replay", *span)
    again = {f"page-{number}" for number in range(20, 50)}
    key = {"stories": "story_id", "related": "related_id", "spiked": "page_id"}
    want = {name: Counter(r[key[name]] for r in first[name]) for name in key}
    for name in key:
        want[name].update(r[key[name]] for r in first[name] if r["page_id"] in again)
    for _ in range(60):
        found = {name: Counter([r[key[name]] for r in await desk.read(name)]) for name in key}
        if found == want:
            break
        await asyncio.sleep(0.5)
    assert found == want


async def test_a_span_must_begin_before_it_ends(empty_desk):
    past = (datetime.now(UTC) - timedelta(days=1)).isoformat()
    wrong = await asyncio.to_thread(run, empty_desk, "replay", "--from", past, "--to", "2020-01-01")
    assert wrong.returncode == 2
    assert "must be before --to" in wrong.stderr


@pytest.mark.parametrize("command", [["tail", "no.such"], ["spiked", "list"], ["lag"], ["replay", "--from", "2026-01-01"]])
async def test_a_topic_that_is_not_there_is_one_sentence(empty_desk, command):
    done = await asyncio.to_thread(run, empty_desk, *command)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("Error: there is no topic ")


async def test_a_page_that_the_topic_does_not_take_is_told_and_the_others_are_sent(make_desk, tmp_path):
    desk = await make_desk(max_page_bytes=16_384, max_message_bytes=16_384)
    (tmp_path / "small.txt").write_text("Boats return\n", "utf-8")
    (tmp_path / "large.txt").write_text("Boats return\n" * 20_000, "utf-8")
    done = await asyncio.to_thread(run, desk, "send", str(tmp_path), "--source", "a\udce9b")
    assert (done.returncode, done.stdout.split()[0]) == (1, "1")
    assert done.stderr.strip().endswith(f"large.txt: 260,000 bytes are more than {desk.settings.topic_raw} takes, not sent")
    told = await asyncio.to_thread(run, desk, "replay", "--from", "0001-01-01", "--dry-run")
    assert told.stdout.startswith("1 pages")
