"""Spans reach a collector, and are one trace from the producer's own span to the last stage."""

from __future__ import annotations

import asyncio
import gzip
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

trace_service = pytest.importorskip("opentelemetry.proto.collector.trace.v1.trace_service_pb2")
pytestmark = pytest.mark.timeout(120)
TRACE, PARENT = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"


class Collector:
    """An OTLP receiver that keeps what comes."""

    def __init__(self):
        self.spans = spans = []

        class Receive(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                body = gzip.decompress(body) if self.headers.get("Content-Encoding") == "gzip" else body
                request = trace_service.ExportTraceServiceRequest.FromString(body)
                spans.extend(s for r in request.resource_spans for scope in r.scope_spans for s in scope.spans)
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_):
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Receive)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"
        Thread(target=self.server.serve_forever, daemon=True).start()

    async def wait(self, count):
        for _ in range(150):
            if len(self.spans) >= count:
                return
            await asyncio.sleep(0.2)
        raise AssertionError(f"only {sorted(span.name for span in self.spans)}")


@pytest.fixture
def collector():
    one = Collector()
    yield one
    one.server.shutdown()


async def test_one_trace_from_the_producer_to_the_story(make_desk, collector):
    desk = await make_desk(topology="staged", tracing=True)
    desk.environment |= {"OTEL_EXPORTER_OTLP_ENDPOINT": collector.address, "OTEL_BSP_SCHEDULE_DELAY": "200"}
    worker = desk.start_worker()
    await desk.wait_ready(worker)
    await desk.send(range(1), traceparent=f"00-{TRACE}-{PARENT}-01")
    records = await desk.wait_outcomes(1)
    await collector.wait(9)
    spans = {span.span_id.hex(): span for span in collector.spans}
    assert {span.trace_id.hex() for span in spans.values()} == {TRACE}
    names = sorted(span.name.replace(desk.name, "t") for span in spans.values())
    process = [f"t.{topic} process" for topic in ("clean", "parts", "raw")]
    assert names == sorted([*process, "clean", "split", "enrich", "publish", "publish", "publish"])
    way, span = [], next(span for span in spans.values() if span.name == "enrich")
    while span is not None:
        way.append(span.name.replace(desk.name, "t"))
        last, span = span, spans.get(span.parent_span_id.hex())
    assert way == ["enrich", "t.parts process", "publish", "t.clean process", "publish", "t.raw process"]
    assert last.parent_span_id.hex() == PARENT
    carried = records["stories"][0]["_headers"]["traceparent"].decode().split("-")
    assert carried[1] == TRACE
    assert spans[carried[2]].name == "publish"


def test_off_it_loads_nothing():
    code = """
import sys
from wiredesk.edge.app import build_app
from wiredesk.edge.settings import load_settings
build_app(load_settings())
print([name for name in sys.modules if name.startswith("opentelemetry")])
"""
    environment = {"PYTHONPATH": str(Path(__file__).parents[2] / "service"), "PATH": "/usr/bin:/bin"}
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, env=environment)
    assert done.stdout.strip() == "[]", done.stderr[-2000:]
