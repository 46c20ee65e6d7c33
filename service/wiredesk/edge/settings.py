"""Settings by environment (`WIREDESK_*`) and `.env`; a wrong one is one clear sentence and the worker does not start."""

from __future__ import annotations

import re
import socket
from typing import Annotated, Any, Literal

import click
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from wiredesk.stages.enrich import ALL

PREFIX = "WIREDESK_"
STAGES = ("clean", "split", "enrich")
TOPICS = ("raw", "clean", "parts", "stories", "related", "publishers", "spiked")
_BROKER = re.compile(r"(?:\[[0-9a-fA-F:.]+\]|[\w.-]+):(?P<port>[0-9]{1,5})")  # aiokafka and confluent-kafka both read this
_TOPIC = re.compile(r"(?!\.{1,2}$)[\w.-]{1,249}", re.ASCII)  # Kafka's own rule for the name of a topic


class Settings(BaseSettings):
    """Everything that can be set; the description of a field is what README's table says."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", extra="ignore", frozen=True, hide_input_in_errors=True
    )

    brokers: str = Field("localhost:9092", description="Kafka bootstrap servers, host:port, separated by commas")
    security: Literal["plaintext", "ssl", "sasl_plaintext", "sasl_ssl"] = Field(
        "plaintext", description="how brokers are spoken to"
    )
    sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] = Field("SCRAM-SHA-512", description="SASL mechanism")
    sasl_username: str | None = Field(None, description="SASL user")
    sasl_password: SecretStr | None = Field(None, description="SASL password (secret)")
    ssl_ca_file: str | None = Field(None, description="certificates that brokers are checked against; none: the system's")
    ssl_cert_file: str | None = Field(None, description="client certificate, for mTLS")
    ssl_key_file: str | None = Field(None, description="key of the client certificate")

    group: str = Field("wiredesk", min_length=1, description="consumer group; workers of one group share the partitions")
    topology: Literal["staged", "fused"] = Field("fused", description="three agents with topics between, or one that runs all")
    stages: Annotated[tuple[str, ...], NoDecode] = Field(
        STAGES, description="which stages a staged worker runs, separated by commas"
    )
    delivery: Literal["at_least_once", "exactly_once"] = Field("at_least_once", description="see Delivery")

    topic_raw: str = Field("wire.raw", description="topic of raw pages")
    topic_clean: str = Field("wire.clean", description="topic of clean pages (staged)")
    topic_parts: str = Field("wire.parts", description="topic of split pages (staged)")
    topic_stories: str = Field("wire.stories", description="topic of stories")
    topic_related: str = Field("wire.related", description="topic of related items")
    topic_publishers: str = Field("wire.publishers", description="topic of publisher cards")
    topic_spiked: str = Field("wire.spiked", description="topic of pages set aside")
    ninjs_topic: str | None = Field(None, description="topic of stories as ninjs 3.1; none: they go out as stories alone")
    partitions: int = Field(8, ge=1, description="partitions of a topic that wiredesk creates")
    replication: int = Field(1, ge=1, description="replicas of a topic that wiredesk creates")
    retention_days: int = Field(
        7, ge=1, description="days that raw pages and related items stay on topics that wiredesk creates"
    )
    spiked_retention_days: int = Field(
        30, ge=1, description="days that pages set aside stay on the topic that wiredesk creates"
    )

    batch_size: int = Field(200, ge=1, le=10_000, description="pages taken at once")
    batch_wait: float = Field(0.05, gt=0, le=60, description="seconds to wait for a batch to fill")
    buffer_bytes: int = Field(16 << 20, ge=1 << 20, description="bytes of pages that a worker holds at once; bounds its memory")
    compression: Literal["none", "gzip", "lz4", "snappy", "zstd"] = Field("lz4", description="compression of what is produced")
    max_page_bytes: int = Field(4 << 20, ge=1024, description="a larger page is spiked as too-large")
    max_message_bytes: int = Field(
        1 << 20, ge=16_384, description="largest message that is produced; keep to the brokers' limit"
    )
    readers: int = Field(
        1, ge=1, le=64, description="processes that read pages; 1: the worker's own, more: beside it, with a time limit a page"
    )
    page_seconds: float = Field(30.0, gt=0, le=3600, description="longest that a reader beside the worker may take for a page")
    session_timeout: float = Field(10.0, ge=1, le=3600, description="seconds until a dead worker's partitions move")
    enrichers: Annotated[tuple[str, ...], NoDecode] = Field(
        tuple(sorted(ALL)), description="which enrichers run, separated by commas; one that does not costs nothing"
    )
    keep_private_notes: bool = Field(default=False, description="keep notes that are not for publication on stories")

    http_host: str = Field("127.0.0.1", description="address of /metrics, /healthz and /readyz")
    http_port: int = Field(8080, ge=0, le=65_535, description="port of /metrics, /healthz and /readyz")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="level of the log")
    log_format: Literal["auto", "json", "console"] = Field("auto", description="auto: console on a terminal, else JSON")
    tracing: bool = Field(default=False, description="send spans by OpenTelemetry (extra otel); see docs/operations.md")
    worker_name: str = Field(socket.gethostname(), description="name of this worker on spiked records")

    @field_validator("stages", "enrichers", mode="before")
    @classmethod
    def _split_words(cls, value: Any) -> Any:  # noqa: ANN401 - before validation it can be anything
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("stages")
    @classmethod
    def _check_stages(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not value or set(value) - set(STAGES):
            raise ValueError(f"must name stages among {', '.join(STAGES)}")
        return tuple(stage for stage in STAGES if stage in value)

    @field_validator("enrichers")
    @classmethod
    def _check_enrichers(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if set(value) - ALL:
            raise ValueError(f"must name enrichers among {', '.join(sorted(ALL))}")
        return value

    @field_validator("brokers")
    @classmethod
    def _check_brokers(cls, value: str) -> str:
        for one in value.split(","):
            found = _BROKER.fullmatch(one.strip())
            if not found or not 0 < int(found["port"]) < 65_536:
                raise ValueError(f"must be host:port, separated by commas; {one.strip()!r} is not")
        return value

    @field_validator(*(f"topic_{name}" for name in TOPICS))
    @classmethod
    def _check_topic(cls, value: str) -> str:
        if not _TOPIC.fullmatch(value):
            raise ValueError("must be the name of a topic: letters, digits, dots, dashes and underscores, up to 249")
        return value

    @field_validator("ninjs_topic")
    @classmethod
    def _check_ninjs_topic(cls, value: str | None) -> str | None:
        return cls._check_topic(value) if value else None

    @model_validator(mode="after")
    def _check_together(self) -> Settings:
        if self.security.startswith("sasl") and not (self.sasl_username and self.sasl_password):
            raise ValueError(f"{PREFIX}SECURITY={self.security} needs {PREFIX}SASL_USERNAME and {PREFIX}SASL_PASSWORD")
        if bool(self.ssl_cert_file) != bool(self.ssl_key_file):
            raise ValueError(f"{PREFIX}SSL_CERT_FILE and {PREFIX}SSL_KEY_FILE go together")
        named = [name for name in (*(getattr(self, f"topic_{name}") for name in TOPICS), self.ninjs_topic) if name]
        twice = next((name for name in named if named.count(name) > 1), None)
        if twice:
            raise ValueError(f"topics must differ from one another; {twice!r} is set for two of them")
        return self


def load_settings(**given: Any) -> Settings:  # noqa: ANN401 - the fields of Settings
    """Load the settings; what is `given` wins. A wrong one ends the command with one sentence and status 2."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        sentence = "; ".join(_explain(one) for one in error.errors())
        failure = click.ClickException(sentence)
        failure.exit_code = 2
        raise failure from None
    except (OSError, UnicodeDecodeError) as error:
        failure = click.ClickException(f".env cannot be read, write it as UTF-8 lines of {PREFIX}NAME=value: {error}")
        failure.exit_code = 2
        raise failure from None


def _explain(error: Any) -> str:  # noqa: ANN401 - pydantic's ErrorDetails
    message = str(error["msg"]).removeprefix("Value error, ")
    return f"{PREFIX}{str(error['loc'][0]).upper()} is wrong: {message}" if error["loc"] else message
