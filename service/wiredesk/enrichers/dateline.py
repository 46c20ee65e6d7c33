"""The dateline at the head of the lede: read, dated, and cut from the paragraph that it stands in.

"HELSINKI, Jan 14 (Reuters) - Finland has ..." -> places, 2022-01-14, Reuters; the paragraph begins with "Finland".
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from wiredesk.agencies import credit_keys
from wiredesk.enrichers import NOTHING, Facts
from wiredesk.knowledge.gazetteer import resolve_place
from wiredesk.parsing.datelines import find_dateline, read_dateline_field
from wiredesk.parsing.spans import skip_printed, trim
from wiredesk.records import Claim, Dateline, Evidence, Place

if TYPE_CHECKING:
    from wiredesk.parsing.datelines import DatelineFound
    from wiredesk.records import Block, Moment, Parts, Span, Story

AHEAD = timedelta(days=2)  # a story may be dated tomorrow for another time zone, and is stamped late at night
RECENT = timedelta(days=60)  # a page captured longer after its dateline says nothing of the year
MAX_HEAD = 80  # characters of a lede in which its dateline ends
POINTS = frozenset(("list", "table"))  # what sums a story up above its lede
MAX_POINTS = 10  # blocks at the head in which the lede must stand
LEDES = 2  # blocks at the head in which a dateline may stand: a note may come before the lede


def find(story: Story, parts: Parts) -> Facts:
    """Find the dateline of a story and cut it from its lede."""
    copy = [position for position, block in enumerate(story.body[:MAX_POINTS]) if block.kind not in POINTS]
    for position in copy[:LEDES]:
        block = story.body[position]
        found = read_dateline(block.text) or _read_known(block.text, story.dateline)
        found = _go_on(block.text, found, story.dateline) if found else None
        if found and (not story.dateline or _is_told(story.dateline, found) or _same(story.dateline, found)):
            return _cut(story, parts, position, found)
    return _date_printed(story)


def _go_on(text: str, found: DatelineFound, printed: Dateline | None) -> DatelineFound:
    """Go on with the place that follows a bare agency: "(ANSA) - Rome, March 11 - The"."""
    rest = text[found.end :].lstrip()
    more = _read_known(rest, printed) if not found.places else None
    if not more:
        return found
    end = len(text) - len(rest) + more.end
    return more._replace(end=end, agency=found.agency, raw=text[:end].rstrip(" -"))


def _read_known(text: str, printed: Dateline | None) -> DatelineFound | None:
    """Read a dateline without an agency, where the wire itself says that the story is from there: "Rome, March 11 - The"."""
    head, dash, _ = text[:MAX_HEAD].partition(" - ")
    if not dash or not printed or not any(head.casefold().startswith(place.name.casefold()) for place in printed.places):
        return None
    found = read_dateline_field(head, credit_keys())
    return found._replace(end=len(head + dash)) if found and found.day else None


def _is_told(dateline: Dateline, found: DatelineFound) -> bool:
    """Tell a dateline that is no more than the place where the wire says it was written, beside one that is printed."""
    return bool(found.agency or found.day) and dateline.raw.partition(",")[0] in {place.name for place in dateline.places}


def _date_printed(story: Story) -> Facts:
    """Find date and agency in a dateline that the wire gave as a field: "OULU, Jan 14 (STT) -"."""
    printed = story.dateline
    if not printed or not any(mark.isdigit() or mark == "(" for mark in printed.raw):
        return NOTHING
    found = read_dateline_field(printed.raw, credit_keys())
    dateline = _join(printed, found, story) if found else printed
    return Facts(fields={"dateline": dateline}) if dateline != printed else NOTHING


def _join(printed: Dateline, found: DatelineFound, story: Story) -> Dateline:
    """Give a printed dateline the date and agency of one that was found, where it has none."""
    seen = (story.published, story.updated, story.captured)
    return replace(printed, date=printed.date or _date(found, seen), agency=printed.agency or found.agency)


def read_dateline(text: str) -> DatelineFound | None:
    """Find a dateline; one without date and agency counts only if the gazetteer knows its place or its region."""
    found = find_dateline(text, credit_keys())
    if found and not (found.agency or found.day) and not resolve_place(found.places[0], found.region).country:
        return None
    return found


def make_dateline(found: DatelineFound, *seen: Moment | None) -> Dateline:
    """Make the record of a dateline; its year comes from the first of the moments `seen` that can tell it."""
    last = len(found.places) - 1
    places = tuple(Place(name=name, region=found.region if i == last else None) for i, name in enumerate(found.places))
    return Dateline(raw=found.raw, places=places, date=_date(found, seen), agency=found.agency)


def _date(found: DatelineFound, seen: tuple[Moment | None, ...]) -> str | None:
    if not found.month or not found.day:
        return None
    for moment in seen:
        year = found.year or (_year(moment, found.month, found.day) if moment else None)
        if year:
            return f"{year:04d}-{found.month:02d}-{found.day:02d}"
    return f"--{found.month:02d}-{found.day:02d}"


def _year(moment: Moment, month: int, day: int) -> int | None:
    """Give the year in which month and day come shortly before the moment; None where neither year does."""
    try:
        known = date.fromisoformat(moment.value[:10])
    except ValueError:
        return None
    for year in (known.year, known.year - 1, known.year + 1):
        try:
            written = date(year, month, day)
        except ValueError:
            continue
        if known - RECENT <= written <= known + AHEAD:
            return year
    return None


def _same(printed: Dateline, found: DatelineFound) -> bool:
    names = [place.name.casefold() for place in printed.places]
    return not names or names[0].startswith(tuple(name.casefold() for name in found.places[:1])) or not found.places


def _cut(story: Story, parts: Parts, position: int, found: DatelineFound) -> Facts:
    block = story.body[position]
    text = block.text[found.end :].lstrip()
    shown: Span | None = None
    span: Span | None = None
    if block.span:
        start = skip_printed(parts.text, block.span[0], block.text[: found.end])
        shown = trim(parts.text, (block.span[0], min(start, block.span[1])))
        span = trim(parts.text, (start, block.span[1])) if start < block.span[1] else None
    rest: tuple[Block, ...] = (replace(block, text=text, span=span),) if text else ()
    fields: dict[str, object] = {"body": (*story.body[:position], *rest, *story.body[position + 1 :])}
    seen = (story.published, story.updated, story.captured)
    if story.dateline and _same(story.dateline, found):
        told = replace(story.dateline, raw=found.raw) if _is_told(story.dateline, found) else story.dateline
        fields["dateline"] = _join(told, found, story)
    else:
        fields["dateline"] = make_dateline(found, *seen)
    sure = 0.99 if found.agency else 0.97 if found.day else 0.9
    return Facts(
        fields=fields,
        spans={"dateline": shown} if shown and "dateline" not in story.spans else {},
        evidence={} if story.dateline else {"dateline": Evidence(found_by="dateline-grammar", confidence=sure)},
        claims=(Claim(span=shown, as_="story.dateline", rule="dateline.head"),) if shown else (),
    )
