"""When a story was published and updated, from what its page prints, reconciled with the capture; never invented."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, cast
from urllib.parse import urlsplit

from wiredesk.parsing.date_order import tell_day_first
from wiredesk.parsing.dates import find_dates, find_relative, find_url_date
from wiredesk.records import Evidence, Moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wiredesk.parsing.dates import DateFound
    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.marks import Mark, Marked
    from wiredesk.records import CleanPage, Precision, Span

UNIT_DAYS = {"minute": 0, "hour": 0, "day": 1, "week": 7}
DATED = frozenset(("story.published", "story.updated", "story.masthead-date", "story.byline", "story.imprint"))
MAX_PROBLEMS = 3
AGE_SURE = 0.8  # confidence of a date that is counted back from the capture
URL_SURE = 0.7  # confidence of a date that only the URL tells


class Moments(NamedTuple):
    """Published and updated with their spans and evidence; problems name what disagreed."""

    published: Moment | None = None
    updated: Moment | None = None
    spans: Mapping[str, Span] = MappingProxyType({})
    problems: tuple[str, ...] = ()
    evidence: Mapping[str, Evidence] = MappingProxyType({})


def choose_moments(page: CleanPage, own: Sequence[Marked]) -> Moments:
    """Choose among the dates on lines marked as the story's, then the relative date with the capture, then the URL's."""
    dated = [one for one in own if one[1].label in DATED]
    found: dict[str, Moment] = {}
    spans: dict[str, Span] = {}
    sure: dict[str, float | None] = {}
    problems: list[str] = []
    for line, mark, one in _dates_of(page, own, dated):
        moment = Moment(value=one.value, precision=cast("Precision", one.precision), found_by=mark.rule)
        field = "updated" if one.updated or mark.label == "story.updated" else "published"
        if field not in found:
            found[field], sure[field] = moment, mark.confidence
            spans[field] = (line.start + one.start, line.start + one.end)
            if one.swapped:
                problems.append(f"{line.text[one.start : one.end]} may be {one.swapped} as well")
        elif field == "published" and _differ(found[field], moment):
            problems.append(f"another date stands beside the published one: {moment.value}")
    for field, moment, span in _from_ages(page, dated):
        if field not in found:
            found[field], spans[field], sure[field] = moment, span, AGE_SURE
        elif moment.precision == "day" and found[field].value[:10] != moment.value:
            problems.append(f"the age of the story says {moment.value}")
    _add_url_date(page, found, sure, problems)
    if {"published", "updated"} <= found.keys() and found["updated"].value[:10] < found["published"].value[:10]:
        problems.append(f"updated on {found['updated'].value} before it was published")
    evidence = {
        field: Evidence(found_by=found[field].found_by, confidence=one) for field, one in sure.items() if one is not None
    }
    return Moments(found.get("published"), found.get("updated"), spans, tuple(problems[:MAX_PROBLEMS]), evidence)


def _differ(one: Moment, other: Moment) -> bool:
    return one.value[:10] != other.value[:10] and one.precision == other.precision


def _dates_of(page: CleanPage, own: Sequence[Marked], dated: Sequence[Marked]) -> Iterator[tuple[Line, Mark, DateFound]]:
    day_first: bool | None = None
    told = False
    for line, mark in dated:
        dates = find_dates(line.text)
        if any(found.swapped for found in dates):
            if not told:
                host = urlsplit(page.url).hostname if page.url else None
                day_first, told = tell_day_first([other.text for other, _ in own], host), True
            if day_first is not None:
                dates = [found._replace(swapped=None) for found in find_dates(line.text, day_first=day_first)]
        yield from ((line, mark, found) for found in dates)


def _from_ages(page: CleanPage, dated: Sequence[Marked]) -> Iterator[tuple[str, Moment, Span]]:
    """Count the ages on a story's date lines back from the capture; hours and minutes keep only the day, a clock its minute."""
    if page.captured is None:
        return
    for line, mark in dated:
        found = find_relative(line.text) if mark.label != "story.byline" else None
        if found and found.unit in UNIT_DAYS:
            captured = datetime.fromisoformat(page.captured.value)
            hours = found.amount if found.unit == "hour" else 0
            day: date = (captured - timedelta(days=found.amount * UNIT_DAYS[found.unit], hours=hours)).date()
            clock = f"T{found.clock}" if found.clock else ""
            moment = Moment(value=day.isoformat() + clock, precision="minute" if clock else "day", found_by="age+captured")
            field = "updated" if mark.label == "story.updated" else "published"
            yield field, moment, (line.start + found.start, line.start + found.end)


def _add_url_date(page: CleanPage, found: dict[str, Moment], sure: dict[str, float | None], problems: list[str]) -> None:
    """Add the URL's date where nothing else tells, else let it confirm or contradict."""
    value = find_url_date(page.url)
    if value is None:
        return
    published = found.get("published")
    if published is None:
        found["published"], sure["published"] = Moment(value=value, precision="day", found_by="url-date"), URL_SURE
    elif published.value[:10] == value:
        found["published"] = Moment(
            value=published.value, precision=published.precision, found_by=f"{published.found_by}+url-date"
        )
    elif published.precision != "month":
        problems.append(f"the URL says {value}")
