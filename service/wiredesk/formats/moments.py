"""When a story was published and updated, from what its page prints, reconciled with the capture; never invented."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, cast

from wiredesk.parsing.dates import find_dates, find_relative, find_url_date
from wiredesk.records import Moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wiredesk.parsing.dates import DateFound
    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.marks import Marks
    from wiredesk.records import CleanPage, Precision, Span

UNIT_DAYS = {"minute": 0, "hour": 0, "day": 1, "week": 7}


class Moments(NamedTuple):
    """Published and updated with their spans; problems name what disagreed."""

    published: Moment | None = None
    updated: Moment | None = None
    spans: Mapping[str, Span] = MappingProxyType({})
    problems: tuple[str, ...] = ()


def choose_moments(page: CleanPage, lines: Sequence[Line], marks: Marks) -> Moments:
    """Choose among the dates on lines marked as the story's, then the relative date with the capture, then the URL's."""
    published: Moment | None = None
    updated: Moment | None = None
    spans: dict[str, Span] = {}
    problems: list[str] = []
    for line, rule, found in _dates_of(lines, marks):
        moment = Moment(value=found.value, precision=cast("Precision", found.precision), found_by=rule)
        span = (line.start + found.start, line.start + found.end)
        if found.updated:
            updated = updated or moment
            spans.setdefault("updated", span)
        elif published is None:
            published = moment
            spans["published"] = span
        elif published.value[:10] != moment.value[:10] and published.precision == moment.precision:
            problems.append(f"another date stands beside the published one: {moment.value}")
    url_date = find_url_date(page.url)
    ago = _from_age(page, lines, marks)
    if published is None and ago:
        published, spans["published"] = ago
    elif published is None and url_date:
        published = Moment(value=url_date, precision="day", found_by="url-date")
    if published is not None and ago and ago[0].precision == "day" and published.value[:10] != ago[0].value:
        problems.append(f"the age of the story says {ago[0].value}")
    if published is not None and url_date and published.found_by != "url-date" and published.value[:10] == url_date:
        published = Moment(value=published.value, precision=published.precision, found_by=f"{published.found_by}+url-date")
    return Moments(published, updated, spans, tuple(problems[:3]))


def _dates_of(lines: Sequence[Line], marks: Marks) -> Iterator[tuple[Line, str, DateFound]]:
    for line in lines:
        mark = marks.get(line.number)
        if mark and mark.label in {"story.published", "story.masthead-date", "story.byline", "story.imprint"}:
            for found in find_dates(line.text):
                yield line, mark.rule, found


def _from_age(page: CleanPage, lines: Sequence[Line], marks: Marks) -> tuple[Moment, Span] | None:
    """Count the age on a story's date line back from the capture; hours and minutes keep only the day."""
    if page.captured is None:
        return None
    for line in lines:
        mark = marks.get(line.number)
        found = find_relative(line.text) if mark and mark.label in {"story.published", "story.imprint"} else None
        if found and found.unit in UNIT_DAYS:
            captured = datetime.fromisoformat(page.captured.value)
            hours = found.amount if found.unit == "hour" else 0
            day: date = (captured - timedelta(days=found.amount * UNIT_DAYS[found.unit], hours=hours)).date()
            return Moment(value=day.isoformat(), precision="day", found_by="age+captured"), (
                line.start + found.start,
                line.start + found.end,
            )
    return None
