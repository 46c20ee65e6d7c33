"""A counter that an alert watches is there before its first event: else the first is never seen as an increase."""

from __future__ import annotations

from wiredesk.edge import metrics
from wiredesk.errors import Reason


def test_every_reason_is_shown_from_the_start():
    metrics.begin_at_zero(["split"])
    shown = {s.labels["reason"] for s in metrics.SPIKED.collect()[0].samples if s.labels.get("stage") == "split"}
    assert shown == {reason.value for reason in Reason}
