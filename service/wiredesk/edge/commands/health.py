"""`wiredesk health`: ask the worker on this host whether it lives and is ready; the exit status says it too."""

from __future__ import annotations

import sys
from http.client import HTTPConnection, HTTPException

import click

from wiredesk.edge.settings import load_settings

ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - a worker that listens everywhere is asked here
ANSWER_SECONDS = 4


@click.command(short_help="Ask the worker on this host how it is.")
@click.option("--live", is_flag=True, help="Ask only whether the worker lives, not whether it is ready.")
def health(*, live: bool) -> None:
    """Ask the local worker for /healthz and /readyz; status 0 where it answers well."""
    settings = load_settings()
    host = ANYWHERE.get(settings.http_host, settings.http_host)
    answers = [(path, *ask(host, settings.http_port, path)) for path in (("/healthz",) if live else ("/healthz", "/readyz"))]
    for path, status, text in answers:
        click.echo(f"{path} {status or 'no answer'}: {text}")
    sys.exit(not all(status == 200 for _, status, _ in answers))


def ask(host: str, port: int, path: str) -> tuple[int, str]:
    """Ask for a path: (status, text); status 0 where nothing answers."""
    connection = HTTPConnection(host, port, timeout=ANSWER_SECONDS)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace").strip()
    except (OSError, HTTPException) as error:
        return 0, str(error)
    finally:
        connection.close()
