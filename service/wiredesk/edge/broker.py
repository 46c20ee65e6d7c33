"""How clients reach the brokers: options for aiokafka from the settings."""

from __future__ import annotations

import logging
import ssl
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError
from aiokafka.structs import TopicPartition

from wiredesk.edge.settings import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiredesk.edge.settings import Settings

ANSWER_MS = 3000  # how long a command waits for the first answer


def client_options(settings: Settings) -> dict[str, Any]:
    """Give the options that every aiokafka client of these settings takes."""
    options: dict[str, Any] = {
        "bootstrap_servers": settings.brokers,
        "client_id": settings.group,
        "security_protocol": settings.security.upper(),
    }
    if settings.security in {"ssl", "sasl_ssl"}:
        options["ssl_context"] = ssl_context(settings)
    if settings.sasl_password and settings.security.startswith("sasl"):
        options |= {
            "sasl_mechanism": settings.sasl_mechanism,
            "sasl_plain_username": settings.sasl_username,
            "sasl_plain_password": settings.sasl_password.get_secret_value(),
        }
    return options


def ssl_context(settings: Settings) -> ssl.SSLContext:
    """Make the TLS context: brokers are always checked, a client certificate is shown where one is set."""
    for name in ("ssl_ca_file", "ssl_cert_file", "ssl_key_file"):
        path = getattr(settings, name)
        if path and not Path(path).is_file():
            raise click.ClickException(f"{PREFIX}{name.upper()} is wrong: there is no file {path!r}")
    context = ssl.create_default_context(cafile=settings.ssl_ca_file)
    if settings.ssl_cert_file:
        context.load_cert_chain(settings.ssl_cert_file, settings.ssl_key_file)
    return context


async def list_partitions(settings: Settings, topics: Iterable[str]) -> list[TopicPartition]:
    """List the partitions of topics that exist, in order; ends a command with one sentence where there are none."""
    admin = AIOKafkaAdminClient(**client_options(settings))
    await admin.start()
    try:
        there = {topic["topic"]: len(topic["partitions"]) for topic in await admin.describe_topics()}
        named = list(topics)
        found = [TopicPartition(name, number) for name in named for number in range(there.get(name, 0))]
        if not found:
            raise click.ClickException(
                f"there is no topic {' or '.join(named)}; `wiredesk topics apply` makes those of wiredesk"
            )
        return found
    finally:
        await admin.close()


async def require_broker(settings: Settings) -> None:
    """End a command with one sentence where no broker answers; a worker waits instead."""
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)
    admin = AIOKafkaAdminClient(**client_options(settings), request_timeout_ms=ANSWER_MS)
    try:
        await admin.start()
    except KafkaError as error:
        remedy = f"start one, or say where it is: {PREFIX}BROKERS=host:port"
        raise click.ClickException(f"no broker answers at {settings.brokers}: {remedy}") from error
    finally:
        await admin.close()
