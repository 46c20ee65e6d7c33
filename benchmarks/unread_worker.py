"""Our worker with its reading left out: each page becomes one story as large as that of a page of the usual size, made before.

What is left is everything else of a page's way: Faust, the guard, metrics, the outbox. WIREDESK_* say where, as for any worker.
"""

from __future__ import annotations

import asyncio
from itertools import count
from typing import Any

from msgspec.structs import replace

from stages import make_page
from wiredesk.edge import app, topics
from wiredesk.edge.logs import set_up_logs
from wiredesk.edge.settings import load_settings
from wiredesk.records import RawPage
from wiredesk.stages.pipeline import pipeline


def leave_out_reading() -> None:
    """Put a step in the place of each stage that does nothing, and gives in the end what was read before."""
    reading = pipeline(RawPage(body=make_page()))
    (story,) = reading.stories
    numbers = count()
    lay_out = topics.lay_out

    def give(raw: RawPage) -> Any:
        named = replace(story, story_id=f"story-{next(numbers):032x}", page_id=raw.page_id)
        return replace(reading, stories=(named,), related=(), publishers=())

    def lay_out_unread(settings: Any) -> list[Any]:
        (line,) = lay_out(settings)
        steps = [topics.Step(stage, lambda record: record) for stage in ("clean", "split")]
        return [line._replace(steps=(*steps, topics.Step("enrich", give)))]

    app.lay_out = lay_out_unread


if __name__ == "__main__":
    settings = load_settings()
    set_up_logs(settings)
    leave_out_reading()
    asyncio.run(app.run_worker(settings))
