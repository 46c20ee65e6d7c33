"""The broker that tests/kafka find where there is Docker and no Java: it answers, stops, and starts again with what it had."""

from __future__ import annotations

import asyncio
import shutil

import broker as kafka
import pytest
from desk import Desk, check_whole
from engine import HERE, run

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def found(engine, jars, monkeypatch):
    del engine
    run(str(HERE / "kafka-image.sh"), kafka.IMAGE, str(jars), seconds=580)
    which = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: None if name in {"java", "mvn"} else which(name))
    monkeypatch.delenv("KAFKA_BOOTSTRAP", raising=False)
    one = kafka.find_broker()
    yield one
    one.close()


async def test_a_broker_in_a_container_keeps_what_it_has_over_a_stop(found):
    assert isinstance(found, kafka.Docker)
    desk = await Desk(found.address).open()
    await desk.send(range(20))
    await asyncio.to_thread(found.stop)
    await asyncio.to_thread(found.start)
    try:
        desk.start_worker()
        check_whole(await desk.wait_outcomes(20), range(20), once=True)
    finally:
        desk.close()
