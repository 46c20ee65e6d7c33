"""The rights that docs/operations.md gives each stage are enough for it, on a Kafka that allows nothing else."""

from __future__ import annotations

import asyncio
import re
import shlex
import subprocess

import broker as kafka
import pytest
from desk import Desk, check_whole
from engine import ROOT

pytestmark = pytest.mark.timeout(300)
USERS = ("admin", "wiredesk", "clean", "split", "enrich")
LOGIN = 'org.apache.kafka.common.security.plain.PlainLoginModule required username="admin" password="admin" {users};'
LOCKED = """
listener.security.protocol.map=PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT
sasl.enabled.mechanisms=PLAIN
sasl.mechanism.inter.broker.protocol=PLAIN
listener.name.plaintext.plain.sasl.jaas.config={login}
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
allow.everyone.if.no.acl.found=false
super.users=User:admin;User:ANONYMOUS
"""


class Locked(kafka.Local):
    """A broker that asks for a password, and allows what it is told to."""

    def admin(self, command):
        """Run a `kafka-acls.sh B ...` command as the documents have it."""
        config = self.folder / "admin.properties"
        config.write_text(
            f"security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\nsasl.jaas.config={LOGIN.format(users='')}\n"
        )
        tool, place, *rest = shlex.split(command)
        assert (tool, place) == ("kafka-acls.sh", "B")
        java = ["java", "-Xmx64m", "-cp", f"{kafka.JARS}/*", "org.apache.kafka.tools.AclCommand"]
        where = ["--bootstrap-server", self.address, "--command-config", str(config)]
        subprocess.run([*java, *where, *rest], check=True, capture_output=True, timeout=60)


@pytest.fixture(scope="module")
def locked(jars):
    del jars
    users = " ".join(f'user_{name}="{name}"' for name in USERS)
    plain = [line for line in kafka.PROPERTIES.splitlines() if not line.startswith("listener.security.protocol.map")]
    patch = pytest.MonkeyPatch()
    escaped = LOCKED.format(login=LOGIN.format(users=users)).replace("{", "{{").replace("}", "}}")
    patch.setattr(kafka, "PROPERTIES", "\n".join(plain) + escaped)
    one = Locked()
    patch.undo()
    yield one
    one.close()


def read_commands(mark, topics):
    text = (ROOT / "docs/operations.md").read_text("utf-8")
    block = text.partition(f"<!-- acls: {mark} -->")[2].partition("<!-- /acls -->")[0]
    commands = [line.strip() for line in re.sub(r"\\\n\s*", "", block).splitlines() if line.strip()]
    return [re.sub(r"wire\.(\w*)", lambda found: f"{topics}.{found[1]}", command) for command in commands]


def log_in(user):
    return {
        "WIREDESK_SECURITY": "sasl_plaintext",
        "WIREDESK_SASL_MECHANISM": "PLAIN",
        "WIREDESK_SASL_USERNAME": user,
        "WIREDESK_SASL_PASSWORD": user,
    }


@pytest.mark.parametrize("delivery", ["at_least_once", "exactly_once"])
@pytest.mark.parametrize(("topology", "users"), [("fused", ["wiredesk"]), ("staged", ["clean", "split", "enrich"])])
async def test_a_stage_needs_no_more(locked, topology, users, delivery):
    desk = Desk(
        locked.address,
        topology=topology,
        delivery=delivery,
        security="sasl_plaintext",
        sasl_mechanism="PLAIN",
        sasl_username="admin",
        sasl_password="admin",  # noqa: S106 - of a broker that lives as long as the test
    )
    await desk.open()
    commands = read_commands(topology, desk.name)
    if delivery == "exactly_once":
        (one,) = read_commands("transactions", desk.name)
        commands += [one.replace("User:wiredesk", f"User:{user}") for user in users]
    for command in commands:
        ours = command.replace("--group wiredesk", f"--group {desk.name}").replace("-id wiredesk-", f"-id {desk.name}-")
        await asyncio.to_thread(locked.admin, ours)
    try:
        for user in users:
            desk.environment |= log_in(user)
            desk.start_worker(*(["--stages", user] if topology == "staged" else []))
        await desk.send(range(60))
        check_whole(await desk.wait_outcomes(60, seconds=60), range(60), once=delivery == "exactly_once")
    finally:
        desk.close()
