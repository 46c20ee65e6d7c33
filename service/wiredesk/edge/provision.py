"""How Kafka's topics differ from their plan, and how to bring them there."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, NamedTuple

import structlog
from aiokafka.admin import AIOKafkaAdminClient, NewPartitions, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import ClusterAuthorizationFailedError, TopicAuthorizationFailedError, for_code

from wiredesk.edge.broker import client_options
from wiredesk.edge.plans import Plan, plan_topics

if TYPE_CHECKING:
    from wiredesk.edge.settings import Settings

log = structlog.get_logger()
APPLIED_SECONDS = 30
SET_ON_THE_TOPIC = 1  # Kafka's DYNAMIC_TOPIC_CONFIG: all else is a default of the broker


class Drift(NamedTuple):
    """One thing of a topic that is not as planned; found is None where the topic is missing."""

    topic: str
    what: str
    found: str | None
    planned: str


async def make_topics(settings: Settings) -> list[str]:
    """Create the topics that are missing, and touch no other; say which."""
    admin = AIOKafkaAdminClient(**client_options(settings))
    await admin.start()
    try:
        there = set(await admin.list_topics())
        missing = [plan for plan in plan_topics(settings) if plan.name not in there]
        return [plan.name for plan in missing if await _may_create(admin, plan)]
    finally:
        await admin.close()


async def _may_create(admin: AIOKafkaAdminClient, plan: Plan) -> bool:
    """Create a topic; who may not is mostly one who may not see it either, so that it is no fault of a worker's."""
    try:
        await create_topic(admin, plan)
    except (TopicAuthorizationFailedError, ClusterAuthorizationFailedError):
        log.info("topic not seen, and not ours to create", topic=plan.name)
        return False
    return True


async def find_drift(settings: Settings) -> list[Drift]:
    """Say what differs from the plan; nothing is changed."""
    plans = plan_topics(settings)
    admin = AIOKafkaAdminClient(**client_options(settings))
    await admin.start()
    try:
        there = {topic["topic"]: topic for topic in await admin.describe_topics() if topic["topic"]}
        found = await _read_configs(admin, [plan for plan in plans if plan.name in there])
        return [drift for plan in plans for drift in _compare(plan, there.get(plan.name), found.get(plan.name, {}))]
    finally:
        await admin.close()


async def apply_plan(settings: Settings) -> list[Drift]:
    """Create what is missing and set what differs; say what was done. Partitions grow, they never shrink."""
    drifts = await find_drift(settings)
    plans = {plan.name: plan for plan in plan_topics(settings)}
    admin = AIOKafkaAdminClient(**client_options(settings))
    await admin.start()
    try:
        for name in dict.fromkeys(drift.topic for drift in drifts):
            kinds = {drift.what for drift in drifts if drift.topic == name}
            if "topic" in kinds:
                await create_topic(admin, plans[name])
            if any(drift.topic == name and can_grow(drift) for drift in drifts):
                await admin.create_partitions({name: NewPartitions(plans[name].partitions)})
            if kinds & set(plans[name].configs):
                await _set_configs(admin, plans[name])
    finally:
        await admin.close()
    await _wait_applied(settings)
    return [drift for drift in drifts if can_apply(drift)]


async def _wait_applied(settings: Settings) -> None:
    """Wait until brokers tell of the changes: they hear of them one after the other."""
    async with asyncio.timeout(APPLIED_SECONDS):
        while any(can_apply(drift) for drift in await find_drift(settings)):
            await asyncio.sleep(0.2)


def can_apply(drift: Drift) -> bool:
    """Say whether `apply` mends it: fewer partitions and another replication are left to Kafka's own tools."""
    return drift.what not in {"partitions", "replication"} or can_grow(drift)


def can_grow(drift: Drift) -> bool:
    """Say whether a topic only lacks partitions."""
    return drift.what == "partitions" and int(drift.found or 0) < int(drift.planned)


async def create_topic(admin: AIOKafkaAdminClient, plan: Plan) -> None:
    """Create a topic; one that another has made meanwhile is no fault."""
    new = NewTopic(plan.name, plan.partitions, plan.replication, topic_configs=plan.configs)
    answer = await admin.create_topics([new])
    for _, code, *message in answer.topic_errors:
        if code and for_code(code).__name__ != "TopicAlreadyExistsError":
            raise for_code(code)(f"{plan.name}: {message[0] if message else ''}")


def _compare(plan: Plan, topic: dict[str, Any] | None, found: dict[str, tuple[str, int]]) -> list[Drift]:
    if topic is None:
        return [Drift(plan.name, "topic", None, f"{plan.partitions} partitions")]
    rows = [
        ("partitions", str(len(topic["partitions"])), str(plan.partitions)),
        ("replication", str(len(topic["partitions"][0]["replicas"])), str(plan.replication)),
        *((name, found.get(name, ("", 0))[0], value) for name, value in plan.configs.items()),
    ]
    return [Drift(plan.name, what, is_now, planned) for what, is_now, planned in rows if is_now != planned]


async def _read_configs(admin: AIOKafkaAdminClient, plans: list[Plan]) -> dict[str, dict[str, tuple[str, int]]]:
    """Read the configs of topics: {topic: {name: (value, where it is set)}}."""
    if not plans:
        return {}
    answers = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, plan.name) for plan in plans])
    return {
        name: {entry[0]: (entry[1], entry[3]) for entry in entries}
        for answer in answers
        for _, _, _, name, entries in answer.resources
    }


async def _set_configs(admin: AIOKafkaAdminClient, plan: Plan) -> None:
    """Set the planned configs and keep the topic's others: the request replaces all that are set on it."""
    found = (await _read_configs(admin, [plan]))[plan.name]
    kept = {name: value for name, (value, source) in found.items() if source == SET_ON_THE_TOPIC}
    resource = ConfigResource(ConfigResourceType.TOPIC, plan.name, configs=kept | plan.configs)
    for answer in await admin.alter_configs([resource]):
        for code, message, *_ in answer.resources:
            if code:
                raise for_code(code)(f"{plan.name}: {message}")
