"""What Prometheus sees; label values are of closed sets, never text of a page."""

from __future__ import annotations

import time
from collections import Counter as Counts
from functools import cache
from typing import TYPE_CHECKING

from faust.sensors.prometheus import FaustMetrics, PrometheusMonitor
from prometheus_client import REGISTRY, Counter, Gauge, Histogram

from wiredesk.edge.messages import read_raw_time
from wiredesk.errors import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiredesk.edge.parcels import Parcel

PAGES = Counter("wiredesk_pages", "Pages by stage, by what became of them there, and by layout", ["stage", "outcome", "layout"])
SPIKED = Counter("wiredesk_spiked", "Pages set aside, by stage and reason", ["stage", "reason"])
RECORDS = Counter("wiredesk_records", "Records that Kafka has acknowledged, by topic", ["topic"])
STAGE_SECONDS = Histogram(
    "wiredesk_stage_seconds",
    "Time of a page in a stage",
    ["stage"],
    buckets=(0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2),
)
PAGE_BYTES = Histogram(
    "wiredesk_page_bytes", "Size of the messages read", buckets=(1e3, 3e3, 1e4, 3e4, 1e5, 3e5, 1e6, 3e6, 1e7)
)
READY = Gauge("wiredesk_ready", "1 where the worker has partitions and the broker answers, as asked at each scrape")
MEMORY_LIMIT = Gauge("wiredesk_memory_limit_bytes", "What the container may use; +Inf where nothing limits it")
OUTBOX_SECONDS = Histogram("wiredesk_outbox_seconds", "Time until Kafka has all records of a batch")
OUTBOX_RETRIES = Counter("wiredesk_outbox_retries", "Batches sent again because the broker was away")
LAG = Gauge("wiredesk_lag", "Messages of a partition that are not read yet", ["topic", "partition"])
PAGE_AGE = Histogram(
    "wiredesk_page_age_seconds",
    "Age of a page, from its raw message to its records",
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600),
)
LAST_STAGE = "enrich"
REBALANCES = Counter("wiredesk_rebalances", "Assignments of partitions that this worker was given")


@cache
def faust_sensors() -> PrometheusMonitor:
    """Make Faust's own sensors, as `faust_*` on the same port; made once, a name is registered once."""
    return PrometheusMonitor(FaustMetrics.create(REGISTRY, "faust"))


def begin_at_zero(stages: Iterable[str]) -> None:
    """Show every reason at zero: Prometheus sees no increase in a counter whose first sample is a one."""
    for stage in stages:
        PAGES.labels(stage, "spiked", "none")
        for reason in Reason:
            SPIKED.labels(stage, reason.value)


def count(parcels: Iterable[Parcel]) -> None:
    """Count pages that Kafka has the records of: one outcome a stage that each was in."""
    sent: Counts[str] = Counts()
    stages: Counts[tuple[str, str, str]] = Counts()
    now = time.time()
    for message, _, done, spiked, outgoing in parcels:
        PAGE_BYTES.observe(len(message.value))
        sent.update(out.topic for out in outgoing)
        for stage, outcome, layout, seconds in done:
            stages[stage, outcome, layout] += 1
            _seconds(stage).observe(seconds)
        if spiked:
            SPIKED.labels(spiked.stage, spiked.reason).inc()
        if spiked or done[-1].stage == LAST_STAGE:  # the page's way ends here, in either topology
            PAGE_AGE.observe(max(0.0, now - read_raw_time(message)))
    for topic, number in sent.items():
        RECORDS.labels(topic).inc(number)
    for labels, number in stages.items():
        PAGES.labels(*labels).inc(number)


_seconds = cache(STAGE_SECONDS.labels)  # prometheus-client looks a child up by its labels under a lock
