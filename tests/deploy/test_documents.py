"""What the documents tell to run, run: `wiredesk` and Kafka's own tool here, compose and kubectl in their tests."""

from __future__ import annotations

import asyncio
import re
import shlex
import subprocess
import sys

import broker as kafka
import pytest
from desk import Desk
from engine import list_commands, run

pytestmark = pytest.mark.timeout(300)
RUN_FOR_EVER = "wiredesk worker"
NO_COMMANDS = {"wiredesk replay", "wiredesk spiked redrive", "wiredesk parse"}  # named in a sentence, without what they need


@pytest.fixture(scope="module")
async def busy(broker):
    """A desk with a worker, pages read and pages set aside."""
    desk = await Desk(broker.address).open()
    worker = desk.start_worker()
    desk.environment["WIREDESK_HTTP_PORT"] = str(desk.ports[worker.pid])
    await desk.wait_ready(worker)
    await desk.send(range(30))
    await desk.wait_outcomes(30)
    yield desk
    desk.close()


def fill(command, desk, page_id):
    """Fill in what a document leaves open."""
    given = {"PAGE_ID": page_id, "wire.raw": desk.settings.topic_raw, "FILE": "page.txt"}
    return re.sub("|".join(map(re.escape, given)), lambda found: given[found[0]], command)


async def test_wiredesk_does_what_the_documents_run(busy, tmp_path):
    (tmp_path / "pages.jsonl").write_text('{"page_id": "from-a-file", "body": "Boats return to Kesten"}\n')
    page_id = (await busy.read("spiked"))[0]["page_id"]
    commands = [one for one in list_commands("wiredesk") if not one.startswith(RUN_FOR_EVER) and one not in NO_COMMANDS]
    assert len(commands) > 15
    for command in commands:
        filled, _, target = fill(command, busy, page_id).partition(" > ")
        parts = [sys.executable, "-m", *shlex.split(filled)]
        options = {"env": busy.environment, "cwd": tmp_path, "check": False, "capture_output": True, "text": True}
        running = asyncio.create_task(asyncio.to_thread(subprocess.run, parts, timeout=60, **options))
        while " tail " in command and not running.done():  # it shows what comes from now on
            await busy.send(range(1))
            await asyncio.sleep(1)
        done = await running
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr
        if target:
            (tmp_path / target).write_text(done.stdout)


def test_kafka_s_tool_takes_a_group_back(busy):
    (command,) = list_commands("kafka-consumer-groups.sh")
    for worker in busy.workers:
        worker.terminate()
        worker.wait(15)
    named = {"BROKER": busy.settings.brokers, "wire.raw": busy.settings.topic_raw, "wiredesk": busy.name}
    _, *arguments = [named.get(one, one) for one in shlex.split(command)]
    java = ["java", "-Xmx64m", "-cp", f"{kafka.JARS}/*", "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand"]
    said = run(*java, *arguments)
    assert said.count(busy.settings.topic_raw) == busy.settings.partitions
