from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "kafka"))
sys.path.insert(0, str(Path(__file__).parent))

from broker import JARS, Local, fetch_jars, find_port
from desk import Desk
from engine import MISSING, Prometheus, build_image, is_answering, miss, start_engine

os.environ["PATH"] = f"/usr/bin{os.pathsep}{os.environ['PATH']}"  # the engine's own client before any other
NO_JAVA = "no Java for a Kafka on this host: install Java 17 and Maven"
NO_PROMETHEUS = "no Prometheus to test on: install it (Debian and Ubuntu: apt-get install prometheus)"


@pytest.fixture(scope="session")
def engine():
    """A Docker engine; one that is started for the tests is stopped after them."""
    if is_answering():
        yield
        return
    ours = start_engine()
    if ours is None:  # under CI too: not every machine lets one be started
        pytest.skip(MISSING)
    yield
    ours.terminate()
    ours.wait(60)


@pytest.fixture(scope="session")
def image(engine):
    del engine
    return build_image("wiredesk:test")


@pytest.fixture(scope="session")
def jars():
    if not shutil.which("java") or not (shutil.which("mvn") or any(JARS.glob("*.jar"))):
        miss(NO_JAVA)
    fetch_jars()
    return JARS


@pytest.fixture(scope="session")
def broker(jars):
    del jars
    found = Local()
    yield found
    found.close()


@pytest.fixture(scope="module")
async def desk(broker):
    made = await Desk(broker.address).open()
    yield made
    made.close()


@pytest.fixture(scope="module")
def settings(desk):
    """The settings of the desk as a container is given them."""
    ours = {name: value for name, value in desk.environment.items() if name.startswith("WIREDESK_")}
    return ours | {"WIREDESK_HTTP_PORT": str(find_port()), "WIREDESK_HTTP_HOST": "127.0.0.1"}


@pytest.fixture
def containers():
    """A list: what is put on it is removed at the end."""
    made = []
    yield made
    for one in made:
        one.remove()


@pytest.fixture(scope="module")
def start_prometheus(tmp_path_factory):
    if not shutil.which("prometheus"):
        miss(NO_PROMETHEUS)
    started = []

    def start(*ports):
        folder = tmp_path_factory.mktemp("prometheus")
        started.append(Prometheus(folder, find_port(), [f"127.0.0.1:{port}" for port in ports]))
        return started[-1]

    yield start
    for one in started:
        one.close()
