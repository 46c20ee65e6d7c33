"""Spans by OpenTelemetry: consume, stage and produce of each page, joined to its producer's trace by `traceparent`.

wire.raw process (consumer)  ->  clean, split, enrich (internal)
                             ->  publish (producer), whose context the page's records carry on
"""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from functools import cache
from threading import Thread
from typing import TYPE_CHECKING, Any

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import SpanKind, set_span_in_context
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from wiredesk import __version__
from wiredesk.edge.guard import run_guarded
from wiredesk.records import Spiked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from opentelemetry.trace import Span, Tracer

    from wiredesk.edge.guard import Passage
    from wiredesk.edge.messages import Message
    from wiredesk.edge.parcels import Parcel
    from wiredesk.edge.producers import Outgoing
    from wiredesk.edge.settings import Settings
    from wiredesk.edge.topics import Line, Step

CLOSE_SECONDS = 0.5  # of a stop; spans that the collector does not take by then are dropped
CONTEXT = TraceContextTextMapPropagator()


class Traced:
    """Spans for each page; where they go is OpenTelemetry's own setting, OTEL_EXPORTER_OTLP_ENDPOINT."""

    def __init__(self, settings: Settings) -> None:
        names = {"service.name": "wiredesk", "service.version": __version__, "service.instance.id": settings.worker_name}
        self._provider = TracerProvider(resource=Resource.create(names), shutdown_on_exit=False)
        self._provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
        self._tracer: Tracer = self._provider.get_tracer("wiredesk", __version__)
        self._group = settings.group
        self._trace_line = cache(self._add_spans)

    def read(self, line: Line, message: Message, worker: str) -> Passage:
        """Take a message through the steps of an agent, in a span that is a child of what its headers name."""
        about = {"messaging.operation.type": "process", "messaging.consumer.group.name": self._group, **_describe(message)}
        with self._tracer.start_as_current_span(
            f"{message.topic} process", CONTEXT.extract(message.headers), SpanKind.CONSUMER, about
        ) as span:
            passage = run_guarded(self._trace_line(line), message, worker)
            if isinstance(record := passage.record, Spiked):
                span.set_attributes({"wiredesk.spiked.stage": record.stage, "wiredesk.spiked.reason": record.reason})
        return _carry(span, passage)

    @contextmanager
    def sending(self, parcels: list[Parcel]) -> Iterator[list[Parcel]]:
        """Surround the sending of a batch with one span a page, which its records carry on."""
        spans, carried = [], []
        for parcel in parcels:
            about = {"messaging.operation.type": "send", **_describe(parcel.message)}
            span = self._tracer.start_span("publish", CONTEXT.extract(parcel.message.headers), SpanKind.PRODUCER, about)
            spans.append(span)
            carried.append(parcel._replace(outgoing=[_send_on(span, out) for out in parcel.outgoing]))
        try:
            yield carried
        finally:
            for span in spans:
                span.end()

    async def close(self) -> None:
        """Hand over what is not handed over yet, as long as a stop can wait for a collector."""
        flush = Thread(target=self._provider.force_flush, daemon=True)
        flush.start()
        end = asyncio.get_running_loop().time() + CLOSE_SECONDS
        while flush.is_alive() and asyncio.get_running_loop().time() < end:
            await asyncio.sleep(0.02)

    def _add_spans(self, line: Line) -> Line:
        return line._replace(steps=tuple(step._replace(run=self._surround(step)) for step in line.steps))

    def _surround(self, step: Step) -> Callable[[Any], Any]:
        def run(record: Any) -> Any:  # noqa: ANN401 - as Step has it
            # what a fault says may be text of the page: the guard has its kind and place
            with self._tracer.start_as_current_span(step.stage, record_exception=False, set_status_on_exception=False):
                return step.run(record)

        return run


def _carry(span: Span, passage: Passage) -> Passage:
    headers = dict(passage.message.headers)
    CONTEXT.inject(headers, set_span_in_context(span))
    return passage._replace(message=passage.message._replace(headers=headers))


def _send_on(span: Span, out: Outgoing) -> Outgoing:
    own: dict[str, str] = {}
    CONTEXT.inject(own, set_span_in_context(span))
    kept = [header for header in out.headers if header[0] not in own]
    return out._replace(headers=[*kept, *((name, value.encode()) for name, value in own.items())])


def _describe(message: Message) -> dict[str, str | int]:
    return {
        "messaging.system": "kafka",
        "messaging.destination.name": message.topic,
        "messaging.destination.partition.id": str(message.partition),
        "messaging.kafka.offset": message.offset,
        "messaging.message.body.size": len(message.value),
    }
