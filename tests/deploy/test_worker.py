"""The image at work: hardened, on a real Kafka, seen by a real Prometheus; an alert fires and clears, a stop loses nothing."""

from __future__ import annotations

import asyncio
import json
import subprocess
import time

import pytest
from broker import find_port
from desk import Desk, check_whole
from engine import ROOT, Container, run, stretch

pytestmark = pytest.mark.timeout(400)
PAGES = 1000
READY_SECONDS = 8
STOP_SECONDS = 10


@pytest.fixture(scope="module")
def worker(image, settings):
    one = Container(image, settings)
    yield one
    one.remove()


@pytest.fixture(scope="module")
def prometheus(start_prometheus, worker):
    return start_prometheus(worker.port)


def test_it_has_no_shell_to_run(worker):
    for shell in ("sh", "bash"):
        assert subprocess.run(["docker", "exec", worker.name, shell, "-c", "true"], check=False, capture_output=True).returncode


def test_it_is_ready_in_eight_seconds(worker):
    assert worker.wait_ready() < stretch(READY_SECONDS)


async def test_a_thousand_pages_pass(worker, prometheus, desk):
    worker.wait_ready()
    await asyncio.to_thread(prometheus.wait, "wiredesk_ready == 1", 30)
    await desk.send(range(PAGES))
    check_whole(await desk.wait_outcomes(PAGES), range(PAGES), once=True)


def test_the_engine_finds_it_healthy(worker):
    for _ in range(60):
        if worker.inspect("State.Health.Status") == "healthy":
            break
        time.sleep(0.5)
    assert worker.inspect("State.Health.Status") == "healthy"
    assert "/readyz 200" in worker.execute("wiredesk", "health")


def test_prometheus_counts_every_page(prometheus):
    prometheus.wait(f'sum(wiredesk_pages_total{{stage="clean"}}) == {PAGES}', 20)
    ends = 'wiredesk_pages_total{stage="enrich"} or wiredesk_pages_total{outcome="spiked"}'
    assert prometheus.value(f"sum({ends})") == PAGES
    assert prometheus.value("wiredesk_memory_limit_bytes") == 512 << 20


async def test_the_level_of_the_log_turns_by_signal(worker, desk):
    async def spike_one():
        before = len(await desk.read("spiked"))
        await desk.send(range(7, 8))  # a page that is poison
        while len(await desk.read("spiked")) == before:
            await asyncio.sleep(0.2)
        return worker.logs().count('"event": "spiked"')

    told = await spike_one()
    assert told > 0
    for _ in range(2):  # info, warning, error
        run("docker", "kill", "-s", "USR1", worker.name)
    assert await spike_one() == told
    for _ in range(2):  # debug, info
        run("docker", "kill", "-s", "USR1", worker.name)
    assert await spike_one() == told + 1


async def test_an_alert_fires_when_the_broker_stops_and_clears_when_it_is_back(worker, prometheus, desk, broker):
    firing = 'ALERTS{alertname="WiredeskNotReady",alertstate="firing"}'
    assert prometheus.ask('ALERTS{alertstate="firing"}') == []
    await asyncio.to_thread(broker.stop)
    try:
        await asyncio.to_thread(prometheus.wait, firing, 120)
        assert worker.inspect("State.Running")
        check_expressions(prometheus)
    finally:
        await asyncio.to_thread(broker.start)
    await asyncio.to_thread(prometheus.wait, firing, 60, empty=True)
    await desk.send(range(PAGES, PAGES + 50))
    check_whole(await desk.wait_outcomes(PAGES + 50), range(PAGES + 50), once=False)


def check_expressions(prometheus):
    """Every expression of the dashboard gives data while the desk works, its alerts' annotations too."""
    board = json.loads((ROOT / "docker/grafana/wiredesk.json").read_text("utf-8"))
    expressions = [target["expr"] for panel in board["panels"] for target in panel.get("targets", [])]
    expressions += [one["expr"] for one in board["annotations"]["list"]]
    missing = []
    for expression in expressions:
        filled = expression.replace("$namespace", ".*").replace("$__rate_interval", "5m")
        values = [one["value"][1] for one in prometheus.ask(filled)]
        if not [value for value in values if value != "NaN"]:
            missing.append(expression)
    assert not missing, missing


async def test_a_stop_loses_nothing_and_takes_less_than_ten_seconds(worker, image, settings, desk, containers):
    first = PAGES + 50
    sending = asyncio.create_task(desk.send(range(first, first + 300), pause=0.01))
    await asyncio.sleep(1)
    assert await asyncio.to_thread(worker.stop) < STOP_SECONDS
    assert worker.inspect("State.ExitCode") == 0
    assert not worker.inspect("State.OOMKilled")
    again = Container(image, settings | {"WIREDESK_HTTP_PORT": str(find_port())})
    containers.append(again)
    await sending
    check_whole(await desk.wait_outcomes(first + 300), range(first + 300), once=False)


async def test_a_stop_while_the_broker_is_away_is_as_quick_and_loses_nothing(image, broker, containers):
    desk = await Desk(broker.address).open()
    given = {name: value for name, value in desk.environment.items() if name.startswith("WIREDESK_")}
    worker, again = (Container(image, given | {"WIREDESK_HTTP_PORT": str(find_port())}) for _ in range(2))
    containers += [worker, again]
    worker.wait_ready()
    await desk.send(range(500))
    await asyncio.to_thread(broker.stop)
    try:
        for one in (worker, again):
            assert await asyncio.to_thread(one.stop) < STOP_SECONDS
            assert one.inspect("State.ExitCode") == 0
    finally:
        await asyncio.to_thread(broker.start)
    containers.append(Container(image, given | {"WIREDESK_HTTP_PORT": str(find_port())}))
    check_whole(await desk.wait_outcomes(500), range(500), once=False)


async def test_the_memory_limit_holds_under_load(image, broker, containers):
    """Pages of the usual size, then a burst of 0.8 MB each, then one of 4 MB, the largest that is taken."""
    lines = [70] * 500 + [12_000] * 16 + [60_000]
    desk = await Desk(broker.address, batch_size=200).open()
    await desk.send(range(len(lines)), make=lambda number: make_long(number, lines[number]))
    given = {name: value for name, value in desk.environment.items() if name.startswith("WIREDESK_")}
    worker = Container(image, given | {"WIREDESK_HTTP_PORT": str(find_port())})
    containers.append(worker)
    await wait_pages(worker, len(lines))
    assert not worker.inspect("State.OOMKilled")
    assert worker.inspect("RestartCount") == 0


def make_long(number, lines):
    text = "\n\n".join(f"The harbour counted boat {n} on Monday, it said in a report of {number}." for n in range(lines))
    return f"Kesten counts boats, report {number}\n\n{text}".encode()


async def wait_pages(worker, count, seconds=300):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert worker.inspect("State.Running"), worker.logs()[-2000:]
        lines = [line for line in worker.fetch("metrics").splitlines() if line.startswith("wiredesk_pages_total")]
        if sum(float(line.rpartition(" ")[2]) for line in lines if 'stage="clean"' in line) >= count:
            return
        await asyncio.sleep(0.5)
    raise AssertionError("not all pages passed in time")
