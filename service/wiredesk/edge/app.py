"""The worker: a Faust app with its agents, the outbox, and one HTTP port for metrics and health."""

from __future__ import annotations

import asyncio
import os
import signal
import tempfile
from typing import TYPE_CHECKING, Any

import faust
import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from wiredesk.edge import metrics
from wiredesk.edge.agents import Desk, add_agents
from wiredesk.edge.backlog import Backlog
from wiredesk.edge.broker import ssl_context
from wiredesk.edge.intake import Intake
from wiredesk.edge.logs import cycle_level
from wiredesk.edge.memory import read_memory_limit
from wiredesk.edge.outbox import Outbox
from wiredesk.edge.provision import make_topics
from wiredesk.edge.topics import lay_out
from wiredesk.edge.tracing import start_trace
from wiredesk.edge.transactions import TransactionalOutbox
from wiredesk.edge.transport import FETCH_BYTES, CommittedTransport
from wiredesk.records import RawPage
from wiredesk.stages.pipeline import pipeline

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from wiredesk.edge.settings import Settings

log = structlog.get_logger()
DRAIN_SECONDS, LEAVE_SECONDS, CLOSE_SECONDS = 5.0, 3.0, 1.0  # of the ten that a stop may take


def build_app(settings: Settings) -> tuple[faust.App, Desk]:
    """Build the Faust app of these settings and the desk that its agents share."""
    app = faust.App(
        settings.group,
        broker=[f"kafka://{broker.strip()}" for broker in settings.brokers.split(",")],
        broker_credentials=_credentials(settings),
        broker_session_timeout=settings.session_timeout,
        broker_heartbeat_interval=max(0.3, settings.session_timeout / 6),
        broker_commit_interval=1.0,
        consumer_auto_offset_reset="earliest",
        consumer_max_fetch_size=FETCH_BYTES // 8,
        topic_allow_declare=False,
        topic_disable_leader=True,
        stream_wait_empty=False,
        store="memory://",
        table_standby_replicas=0,  # no tables; with one, Faust deals 4 partitions out to 3 workers as 2, 2 and none
        web_enabled=False,
        datadir=tempfile.gettempdir(),
        worker_redirect_stdouts=False,
    )
    intake = Intake(settings.buffer_bytes)
    app.transport = CommittedTransport(app, intake)
    app.monitor = metrics.faust_sensors()
    outbox = (TransactionalOutbox if settings.delivery == "exactly_once" else Outbox)(settings)
    desk = Desk(settings, outbox, Backlog(app), intake, start_trace(settings))
    add_agents(app, lay_out(settings), desk)

    async def on_revoked(*args: Any, **_: Any) -> None:  # noqa: ANN401 - Faust's signal: (app, partitions)
        await desk.outbox.forget(args[1])
        desk.backlog.forget(args[1])

    async def on_assigned(*args: Any, **_: Any) -> None:  # noqa: ANN401 - Faust's signal: (app, partitions)
        assigned = args[1]
        desk.in_group = True
        metrics.REBALANCES.inc()
        log.info("partitions assigned", count=len(assigned))

    app.on_partitions_revoked.connect(on_revoked, weak=False)
    app.on_partitions_assigned.connect(on_assigned, weak=False)
    return app, desk


async def run_worker(settings: Settings) -> None:
    """Run until SIGTERM or SIGINT; then finish the batch in hand, commit, and leave the group."""
    loop, stopping = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    loop.add_signal_handler(signal.SIGUSR1, cycle_level)
    app, desk = build_app(settings)
    metrics.MEMORY_LIMIT.set(read_memory_limit())
    metrics.begin_at_zero(settings.stages)
    runner = await serve_http(settings, app, desk)
    log.info(
        "worker starts",
        topology=settings.topology,
        stages=settings.stages,
        delivery=settings.delivery,
        brokers=settings.brokers,
    )
    warm_up()
    watches = [asyncio.create_task(_watch(app, stopping)), asyncio.create_task(desk.backlog.watch())]
    starting = asyncio.create_task(_start(settings, app, desk))
    told = asyncio.create_task(stopping.wait())
    await asyncio.wait({starting, told}, return_when=asyncio.FIRST_COMPLETED)  # a start may wait for a broker for ever
    if started := starting.done():
        starting.result()
    else:
        starting.cancel()
    await told
    log.info("worker stops")
    await desk.drain(DRAIN_SECONDS)
    left = await _finish(app.stop(), LEAVE_SECONDS)
    closed = await _finish(desk.outbox.stop(), CLOSE_SECONDS)
    await desk.trace.close()
    for watch in watches:
        watch.cancel()
    await runner.cleanup()
    if not (started and left and closed):
        log.warning("stopped hard: the broker does not answer")
        os._exit(int(app.crashed))  # asyncio would wait for its tasks, and Python for Faust's thread, as long as it is away
    if app.crashed:
        raise SystemExit(1)


async def _start(settings: Settings, app: faust.App, desk: Desk) -> None:
    await desk.outbox.start()
    if made := await make_topics(settings):
        log.info("topics created", topics=made)
    app.finalize()
    await app.start()


async def _finish(step: Coroutine[Any, Any, None], seconds: float) -> bool:
    """Say whether a step of the stop has ended in time; one that has not is left behind: it may not heed a cancel."""
    done, _ = await asyncio.wait({asyncio.create_task(step)}, timeout=seconds)
    return bool(done)


def warm_up() -> None:
    """Read one page, so that gazetteer, weights and readers are built before the first page of a batch waits for them."""
    pipeline(
        RawPage(body="Boats return\n\nKESTEN, May 9 (AP) - Boats crossed the lake again on Monday, the port said in a report.")
    )


async def _watch(app: faust.App, stopping: asyncio.Event) -> None:
    """Stop the worker when Faust has crashed, so that its supervisor starts a new one."""
    while not app.crashed:
        await asyncio.sleep(0.5)
    log.error("faust crashed", reason=type(app.crash_reason).__name__)
    stopping.set()


async def serve_http(settings: Settings, app: faust.App, desk: Desk) -> web.AppRunner:
    """Serve /metrics, /healthz (the loop turns) and /readyz (in the group, broker answers).

    A worker for whom no partition is left stands by, and is ready: a rolling update of as many workers as there are partitions
    adds one more, and would wait for it for ever.
    """

    async def ask_readiness() -> tuple[int, bool]:
        assigned = len(app.consumer.assignment()) if app.started and app.consumer else 0
        answers = await desk.outbox.is_answering()
        metrics.READY.set(bool(assigned and answers))
        return assigned, answers

    async def show_metrics(_: web.Request) -> web.Response:
        await ask_readiness()
        return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def show_health(_: web.Request) -> web.Response:
        return web.Response(text="the loop turns\n", status=503 if app.crashed else 200)

    async def show_readiness(_: web.Request) -> web.Response:
        assigned, answers = await ask_readiness()
        text = f"partitions assigned: {assigned}; broker answers: {'yes' if answers else 'no'}\n"
        return web.Response(text=text, status=200 if answers and (assigned or desk.in_group) else 503)

    server = web.Application()
    server.add_routes([web.get("/metrics", show_metrics), web.get("/healthz", show_health), web.get("/readyz", show_readiness)])
    runner = web.AppRunner(server, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, settings.http_host, settings.http_port).start()
    return runner


def _credentials(settings: Settings) -> Any:  # noqa: ANN401 - Faust's credentials
    context = ssl_context(settings) if settings.security in {"ssl", "sasl_ssl"} else None
    if settings.sasl_password and settings.security.startswith("sasl"):
        return faust.SASLCredentials(
            username=settings.sasl_username,
            password=settings.sasl_password.get_secret_value(),
            mechanism=settings.sasl_mechanism,
            ssl_context=context,
        )
    return faust.SSLCredentials(context) if context else None
