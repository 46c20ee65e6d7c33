"""The worker: a Faust app with its agents, the outbox, and one HTTP port for metrics and health."""

from __future__ import annotations

import asyncio
import os
import signal
import tempfile
from typing import TYPE_CHECKING, Any

import faust
import structlog

from wiredesk.edge import metrics
from wiredesk.edge.agents import Desk, add_agents
from wiredesk.edge.backlog import Backlog
from wiredesk.edge.http import serve_http
from wiredesk.edge.intake import Intake
from wiredesk.edge.logs import cycle_level
from wiredesk.edge.memory import read_memory_limit
from wiredesk.edge.outbox import Outbox
from wiredesk.edge.provision import make_topics
from wiredesk.edge.topics import lay_out
from wiredesk.edge.transactions import TransactionalOutbox
from wiredesk.edge.transport import FETCH_BYTES, CommittedTransport, credentials

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
        broker_credentials=credentials(settings),
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
    desk = Desk(settings, outbox, Backlog(app), intake)
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
    await desk.readers.start()
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
    desk.readers.stop()
    left = await _finish(_leave(app), LEAVE_SECONDS)
    closed = await _finish(desk.outbox.stop(), CLOSE_SECONDS)
    await desk.trace.close()
    for watch in watches:
        watch.cancel()
    await runner.cleanup()
    if not (started and left and closed):
        log.warning("stopped hard", started=started, left_the_group=left, closed=closed)
        os._exit(int(app.crashed))  # asyncio would wait for its tasks, and Python for Faust's thread, as long as it is away
    if app.crashed:
        raise SystemExit(1)


async def _start(settings: Settings, app: faust.App, desk: Desk) -> None:
    await desk.outbox.start()
    if made := await make_topics(settings):
        log.info("topics created", topics=made)
    app.finalize()
    await app.start()


async def _leave(app: faust.App) -> None:
    """Commit what is acknowledged, before all else of a stop: what is not committed is read again."""
    if app.started and app.consumer:
        await app.consumer.commit()
    await app.stop()


async def _finish(step: Coroutine[Any, Any, None], seconds: float) -> bool:
    """Say whether a step of the stop has ended in time; one that has not is left behind: it may not heed a cancel."""
    done, _ = await asyncio.wait({asyncio.create_task(step)}, timeout=seconds)
    return bool(done)


async def _watch(app: faust.App, stopping: asyncio.Event) -> None:
    """Stop the worker when Faust has crashed, so that its supervisor starts a new one."""
    while not app.crashed:
        await asyncio.sleep(0.5)
    log.error("faust crashed", reason=type(app.crash_reason).__name__)
    stopping.set()
