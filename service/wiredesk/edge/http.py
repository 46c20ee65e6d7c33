"""One HTTP port: /metrics, /healthz (the loop turns) and /readyz (in the group, broker answers)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from wiredesk.edge import metrics

if TYPE_CHECKING:
    import faust

    from wiredesk.edge.agents import Desk
    from wiredesk.edge.settings import Settings


async def serve_http(settings: Settings, app: faust.App, desk: Desk) -> web.AppRunner:
    """Serve them until the runner is cleaned up.

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
