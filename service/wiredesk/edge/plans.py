"""What the topics should be like, on one page: partitions, retention, compaction, sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wiredesk.edge.topics import all_topics

if TYPE_CHECKING:
    from wiredesk.edge.settings import Settings

DAY_MS = 86_400_000
BETWEEN_DAYS = 2  # clean and parts can be made again from raw
ENVELOPE_BYTES = 65_536  # headers and the JSON round a page of WIREDESK_MAX_PAGE_BYTES


class Plan(NamedTuple):
    """What one topic should be."""

    name: str
    partitions: int
    replication: int
    configs: dict[str, str]


def plan_topics(settings: Settings) -> list[Plan]:
    """Plan every topic of the topology that is set; stories and publishers keep the newest record of each key."""
    keep = {
        settings.topic_raw: _delete_after(settings.retention_days),
        settings.topic_clean: _delete_after(BETWEEN_DAYS),
        settings.topic_parts: _delete_after(BETWEEN_DAYS),
        settings.topic_stories: {"cleanup.policy": "compact"},
        settings.topic_related: _delete_after(settings.retention_days),
        settings.topic_publishers: {"cleanup.policy": "compact"},
        settings.topic_spiked: _delete_after(settings.spiked_retention_days),
        **({settings.ninjs_topic: {"cleanup.policy": "compact"}} if settings.ninjs_topic else {}),
    }
    largest = {settings.topic_raw: raw_message_bytes(settings)}
    return [
        Plan(
            name,
            settings.partitions,
            settings.replication,
            keep[name] | {"max.message.bytes": str(largest.get(name, settings.max_message_bytes))},
        )
        for name in all_topics(settings)
    ]


def raw_message_bytes(settings: Settings) -> int:
    """Say how large a message of the raw topic may be."""
    return max(settings.max_page_bytes, settings.max_message_bytes) + ENVELOPE_BYTES


def _delete_after(days: int) -> dict[str, str]:
    return {"cleanup.policy": "delete", "retention.ms": str(days * DAY_MS)}
