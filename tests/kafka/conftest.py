from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from broker import MISSING, find_broker
from desk import Desk


@pytest.fixture(scope="session")
def broker():
    found = find_broker()
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    yield found
    found.close()


@pytest.fixture
async def make_desk(broker):
    desks = []

    async def make(**settings):
        desk = await Desk(broker.address, **settings).open()
        desks.append(desk)
        return desk

    yield make
    for desk in desks:
        desk.close()
