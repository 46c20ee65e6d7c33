"""The rights that docs/operations.md gives are enough, on a Kafka with TLS and passwords that allows nothing else."""

from __future__ import annotations

import asyncio
import re
import shlex
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import broker as kafka
import pytest
from desk import Desk, check_whole
from engine import ROOT, run

pytestmark = pytest.mark.timeout(300)
USERS = ("admin", "desk-admin", "wiredesk", "clean", "split", "enrich")
LOGIN = 'org.apache.kafka.common.security.scram.ScramLoginModule required username="admin" password="admin";'
LOCKED = """
listener.security.protocol.map=PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT
sasl.enabled.mechanisms=SCRAM-SHA-512
sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
listener.name.plaintext.scram-sha-512.sasl.jaas.config={login}
ssl.keystore.type=PEM
ssl.keystore.location={tls}/broker.pem
ssl.truststore.type=PEM
ssl.truststore.location={tls}/ca.crt
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
allow.everyone.if.no.acl.found=false
super.users=User:admin;User:ANONYMOUS
"""


class Locked(kafka.Local):
    """A broker with a certificate and accounts, which allows what it is told to."""

    accounts = tuple(part for user in USERS for part in ("--add-scram", f"SCRAM-SHA-512=[name={user},password={user}]"))

    def admin(self, command, tls):
        """Run a `kafka-acls.sh B ...` command as the documents have it."""
        config = self.folder / "admin.properties"
        config.write_text(
            "security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\nssl.truststore.type=PEM\n"
            f"ssl.truststore.location={tls}/ca.crt\nsasl.jaas.config={LOGIN}\n"
        )
        tool, place, *rest = shlex.split(command)
        assert (tool, place) == ("kafka-acls.sh", "B")
        java = ["java", "-Xmx64m", "-cp", f"{kafka.JARS}/*", "org.apache.kafka.tools.AclCommand"]
        where = ["--bootstrap-server", self.address, "--command-config", str(config)]
        run(*java, *where, *rest, seconds=60)


@pytest.fixture(scope="module")
def tls(tmp_path_factory):
    """A folder with a certificate of the broker's and one of whoever has signed it."""
    folder = tmp_path_factory.mktemp("tls")

    def openssl(*arguments):
        run("openssl", *arguments, cwd=folder)

    made = ("-newkey", "rsa:2048", "-nodes", "-days", "2")
    openssl("req", "-x509", *made, "-keyout", "ca.key", "-out", "ca.crt", "-subj", "/CN=desk-ca")
    openssl("req", *made[:3], "-keyout", "broker.key", "-out", "broker.csr", "-subj", "/CN=127.0.0.1")
    (folder / "names").write_text("subjectAltName=IP:127.0.0.1\n")
    signed = ("-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "names")
    openssl("x509", "-req", "-in", "broker.csr", "-out", "broker.crt", *signed)
    openssl("req", "-x509", *made, "-keyout", "other.key", "-out", "other.crt", "-subj", "/CN=other-ca")
    (folder / "broker.pem").write_text((folder / "broker.key").read_text() + (folder / "broker.crt").read_text())
    return folder


@pytest.fixture(scope="module")
def locked(jars, tls):
    del jars
    plain = [line for line in kafka.PROPERTIES.splitlines() if not line.startswith("listener.security.protocol.map")]
    patch = pytest.MonkeyPatch()
    patch.setattr(kafka, "PROPERTIES", "\n".join(plain) + LOCKED.format(login=LOGIN, tls=tls))
    one = Locked()
    patch.undo()
    yield one
    one.close()


def read_commands(mark, topics):
    text = (ROOT / "docs/operations.md").read_text("utf-8")
    block = text.partition(f"<!-- acls: {mark} -->")[2].partition("<!-- /acls -->")[0]
    commands = [line.strip() for line in re.sub(r"\\\n\s*", "", block).splitlines() if line.strip()]
    assert commands
    return [re.sub(r"wire\.(\w*)", lambda found: f"{topics}.{found[1]}", command) for command in commands]


def log_in(user, tls, *, password=None):
    return {
        "WIREDESK_SECURITY": "sasl_ssl",
        "WIREDESK_SSL_CA_FILE": f"{tls}/ca.crt",
        "WIREDESK_SASL_MECHANISM": "SCRAM-SHA-512",
        "WIREDESK_SASL_USERNAME": user,
        "WIREDESK_SASL_PASSWORD": password or user,
    }


async def open_desk(locked, tls, **settings):
    """Open a desk whose topics the admin has made; gives also how one block of the documents is told to Kafka."""
    login = {name.removeprefix("WIREDESK_").lower(): value for name, value in log_in("admin", tls).items()}
    desk = await Desk(locked.address, **login, **settings).open()

    async def allow(mark, *users):
        for command in read_commands(mark, desk.name):
            ours = command.replace("--group wiredesk", f"--group {desk.name}").replace("-id wiredesk-", f"-id {desk.name}-")
            for one in [ours.replace("User:wiredesk", f"User:{user}") for user in users] or [ours]:
                await asyncio.to_thread(locked.admin, one, tls)

    return desk, allow


@pytest.mark.parametrize(("topology", "users"), [("fused", ["wiredesk"]), ("staged", ["clean", "split", "enrich"])])
async def test_a_stage_needs_no_more(locked, tls, topology, users):
    desk, allow = await open_desk(locked, tls, topology=topology)
    await allow(topology)
    try:
        for count, delivery in ((60, "at_least_once"), (120, "exactly_once")):
            if delivery == "exactly_once":
                await allow("transactions", *users)
            for user in users:
                desk.environment |= log_in(user, tls) | {"WIREDESK_DELIVERY": delivery}
                desk.start_worker(*(["--stages", user] if topology == "staged" else []))
            await desk.send(range(count - 60, count))
            check_whole(await desk.wait_outcomes(count, seconds=150), range(count), once=False)
            for worker in desk.workers:
                worker.terminate()
                worker.wait(20)
    finally:
        desk.close()


async def test_who_runs_the_desk_needs_no_more(locked, tls):
    desk, allow = await open_desk(locked, tls)
    await allow("admin")
    desk.environment |= log_in("desk-admin", tls) | {"WIREDESK_PARTITIONS": "6"}
    assert "0 differences left" in await asyncio.to_thread(desk.run, "topics", "apply")
    await asyncio.to_thread(desk.run, "send", str(ROOT / "service/wiredesk/edge/samples/portal-reuters.txt"))
    begin = (datetime.now(UTC) - timedelta(hours=1)).isoformat()
    assert "1 pages" in await asyncio.to_thread(desk.run, "replay", "--from", begin)
    assert "2 messages not read" in await asyncio.to_thread(desk.run, "lag")
    await asyncio.to_thread(desk.run, "spiked", "redrive", "--reason", "no-story", "--dry-run")


@pytest.mark.parametrize("wrong", ["password", "certificate"])
async def test_a_wrong_password_or_a_wrong_certificate_is_one_sentence(locked, tls, wrong):
    desk, _ = await open_desk(locked, tls)
    desk.environment |= log_in("wiredesk", tls, password="wrong" if wrong == "password" else None)
    if wrong == "certificate":
        desk.environment["WIREDESK_SSL_CA_FILE"] = f"{tls}/other.crt"
    command = [sys.executable, "-m", "wiredesk", "lag"]
    options = {"env": desk.environment, "check": False, "capture_output": True, "text": True, "timeout": 60}
    done = await asyncio.to_thread(subprocess.run, command, **options)
    assert done.returncode
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
