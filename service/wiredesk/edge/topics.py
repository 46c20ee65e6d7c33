"""The topology on one page: what each stage reads, what it runs, and where each record goes under which key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from wiredesk.edge.codecs import decode
from wiredesk.formats.ninjs_writer import write_ninjs
from wiredesk.records import CleanPage, Parts, PublisherCard, Reading, RelatedItem, Spiked, Story
from wiredesk.stages.clean import clean, open_raw
from wiredesk.stages.enrich import enrich
from wiredesk.stages.split import split

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wiredesk.edge.settings import Settings
    from wiredesk.records import RawPage, Record


class Step(NamedTuple):
    """One stage of an agent."""

    stage: str
    run: Callable[[Any], Any]


class Line(NamedTuple):
    """One agent: it reads `topic`, opens each message, and takes it through its steps in a row."""

    name: str
    topic: str
    open: Callable[[bytes, dict[str, str]], Record]
    steps: tuple[Step, ...]


class Address(NamedTuple):
    """Where a record goes: topic, key, CloudEvents id and type."""

    topic: str
    key: str
    id: str
    type: str


def open_message(data: bytes, headers: dict[str, str]) -> RawPage:
    """Open a message of `wire.raw`: a JSON RawPage, or a bare payload described by CloudEvents headers."""
    media_type, _, parameters = headers.get("content-type", "").partition(";")
    charset = parameters.partition("charset=")[2].strip(' "') or None
    return open_raw(
        data,
        page_id=headers.get("ce_id"),
        source=headers.get("ce_source"),
        url=headers.get("ce_subject"),
        captured_at=headers.get("ce_time"),
        content_type=media_type.strip() or None,
        charset=charset,
    )


def lay_out(settings: Settings) -> list[Line]:
    """Lay out the agents of this worker: one for all stages, or one a stage."""
    enabled, keep = frozenset(settings.enrichers), settings.keep_private_notes
    steps = {
        "clean": Step("clean", lambda raw: clean(raw, max_bytes=settings.max_page_bytes)),
        "split": Step("split", split),
        "enrich": Step("enrich", lambda parts: enrich(parts, enabled=enabled, keep_private_notes=keep)),
    }
    if settings.topology == "fused":
        return [Line("fused", settings.topic_raw, open_message, tuple(steps.values()))]
    lines = {
        "clean": Line("clean", settings.topic_raw, open_message, (steps["clean"],)),
        "split": Line("split", settings.topic_clean, lambda data, _: decode(data, CleanPage), (steps["split"],)),
        "enrich": Line("enrich", settings.topic_parts, lambda data, _: decode(data, Parts), (steps["enrich"],)),
    }
    return [lines[stage] for stage in settings.stages]


def source_topics(settings: Settings) -> list[str]:
    """Name the topics that the agents of this topology read."""
    between = [settings.topic_clean, settings.topic_parts] if settings.topology == "staged" else []
    return [settings.topic_raw, *between]


def address(record: Record, settings: Settings) -> Iterator[tuple[Address, Record | dict[str, Any]]]:
    """Say where a stage's result goes; a Reading goes apart into its stories (also as ninjs), related items and cards."""
    match record:
        case CleanPage():
            yield Address(settings.topic_clean, record.page_id, record.page_id, "wire-clean/1"), record
        case Parts():
            yield Address(settings.topic_parts, record.page_id, record.page_id, "wire-parts/1"), record
        case Reading():
            for part in (*record.stories, *record.related, *record.publishers):
                yield from address(part, settings)
        case Story():
            yield Address(settings.topic_stories, record.story_id, record.story_id, "wire-story/1"), record
            if settings.ninjs_topic:
                yield Address(settings.ninjs_topic, record.story_id, record.story_id, "ninjs/3.1"), write_ninjs(record)
        case RelatedItem():
            yield Address(settings.topic_related, record.related_id, record.related_id, "wire-related/1"), record
        case PublisherCard():
            card_id = f"{record.page_id}:{record.publisher}"
            yield Address(settings.topic_publishers, record.publisher, card_id, "wire-publisher/1"), record
        case Spiked():
            yield Address(settings.topic_spiked, record.page_id, record.page_id, "wire-spiked/1"), record


def all_topics(settings: Settings) -> list[str]:
    """Name every topic of the topology that is set."""
    ends = [settings.topic_stories, settings.topic_related, settings.topic_publishers, settings.topic_spiked]
    return [*source_topics(settings), *ends, *([settings.ninjs_topic] if settings.ninjs_topic else [])]
