"""Marked lines to records: the story with its spans, the teasers, the publisher card, and the account of every line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiredesk.errors import Reason, Spike
from wiredesk.formats.agency_lines import AGENCY_LINE, mark_agency_lines
from wiredesk.formats.drafting import draft_parts, draft_story
from wiredesk.formats.moments import choose_moments
from wiredesk.formats.pictures import add_caption, add_credit
from wiredesk.parsing.bodies import CROSSHEAD
from wiredesk.parsing.bylines import BylineFound, join_bylines, read_byline
from wiredesk.parsing.dates import find_dates
from wiredesk.parsing.figures import read_figure
from wiredesk.parsing.identity import make_id
from wiredesk.parsing.marks import CARD, CONTINUED, RELATED, STORY, cut_pieces
from wiredesk.parsing.truncation import is_truncated
from wiredesk.records import Author, Block, Byline, Claim, Evidence, Media, PublisherCard, RelatedItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.marks import Mark, Marked, Marks
    from wiredesk.records import BlockKind, CleanPage, Parts, Span, Story

MAX_LINES = 120_000  # weighing one took 20 to 40 us; 120,000 of them stay below half the session timeout of a consumer
BLOCKS: dict[str, BlockKind] = {
    "story.paragraph": "paragraph",
    "story.crosshead": "crosshead",
    "story.quote": "quote",
    "story.list": "list",
    "story.table": "table",
    "story.note": "note",
}
FIELDS = {
    "story.headline": "headline",
    "story.subheadline": "subheadline",
    "story.category": "category",
    "story.publisher": "publisher",
}
MASTHEAD = "story.masthead-date"
INSIDE_CARD = frozenset(("chrome.separator", "chrome.more-link", "chrome.card-byline"))  # they do not end a card


def check_lines(lines: Sequence[Line]) -> None:
    """Refuse a page of more lines than can be weighed before the broker takes the worker for dead; raises Spike."""
    if len(lines) > MAX_LINES:
        raise Spike(Reason.TOO_LARGE, f"the page has {len(lines)} lines, the limit is {MAX_LINES}", rule="page.lines")


def assemble(page: CleanPage, text: str, lines: Sequence[Line], marks: Marks, layout: str) -> Parts:
    """Make the Parts of a page whose lines are marked; a line that nobody marked is "chrome.unclaimed"."""
    marked = cut_pieces(lines, mark_agency_lines(lines, marks))
    stories = tuple(_make_stories(page, marked, layout))
    return draft_parts(
        page,
        text,
        layout=layout,
        stories=stories,
        related=_gather_related(page, marked, stories[0] if stories else None),
        publishers=_gather_cards(page, marked),
        accounting=tuple(_claim_lines(marked)),
    )


def _make_stories(page: CleanPage, marked: Sequence[Marked], layout: str) -> Iterator[Story]:
    """Make the stories of a page, in order; nearly always one. The date of a masthead is that of all."""
    numbers = sorted({mark.story for _, mark in marked if mark.label.startswith(STORY)})
    for position in numbers:
        draft = _Draft([one for one in marked if one[1].story == position or one[1].label == MASTHEAD])
        if draft.body or (draft.fields and draft.media):
            yield draft.make_story(page, layout, position)


class _Draft:
    """What the lines of one story say, field by field."""

    def __init__(self, own: Sequence[Marked]) -> None:
        self.fields: dict[str, str] = {}
        self.spans: dict[str, Span] = {}
        self.evidence: dict[str, Evidence] = {}
        self.body: list[Block] = []
        self.media: list[Media] = []
        self.tags: list[str] = []
        self.people: list[str] = []
        self.bylines: list[BylineFound] = []
        self.own = own
        for line, mark in own:
            if mark.label.startswith(STORY):
                self._take(line, mark)

    def _take(self, line: Line, mark: Mark) -> None:
        """Put one line where its label says."""
        if mark.rule == CONTINUED and self.body:
            self.body.append(_go_on(self.body.pop(), line))
        elif kind := BLOCKS.get(mark.label):
            self.body.append(_make_block(kind, line))
        elif field := FIELDS.get(mark.label):
            self._set(field, line, mark)
        elif mark.label in {"story.byline", "story.imprint"}:
            self._add_byline(line, mark)
        elif mark.label == "story.media":
            self.media.append(Media(url=line.text, file=False))
        elif mark.label == "story.caption":
            add_caption(self.media, line.text)
        elif mark.label == "story.credit":
            add_credit(self.media, line.text)
        elif mark.label == "story.tags":
            self.tags += [tag.strip() for tag in line.text.split("#") if tag.strip()]
        elif mark.label == "story.people":
            self.people.append(line.text)

    def _set(self, field: str, line: Line, mark: Mark) -> None:
        if field not in self.fields:
            self.fields[field] = line.text
            self.spans[field] = (line.start, line.end)
            self.evidence[field] = Evidence(found_by=mark.rule, confidence=mark.confidence)

    def _add_byline(self, line: Line, mark: Mark) -> None:
        """Add a byline; one story may have several ("By Jane Roe", "and Tom Hale"), the first one's span is kept."""
        self._set("byline", line, mark)
        agency = BylineFound((), (line.text,), led=False) if mark.rule == AGENCY_LINE else None
        found = agency or read_byline(line.text, led=True)
        if found and (found.authors or not self.bylines or agency):
            self.bylines.append(found)

    def make_story(self, page: CleanPage, layout: str, position: int) -> Story:
        """Make the story of these lines."""
        fields: dict[str, Any] = {name: text for name, text in self.fields.items() if name != "byline"}
        if self.bylines:
            fields["byline"] = make_byline(self.fields["byline"], join_bylines(self.bylines))
        moments = choose_moments(page, self.own)
        self.spans |= moments.spans
        self.evidence |= moments.evidence
        return draft_story(
            page,
            position,
            layout=layout,
            body=tuple(self.body),
            media=tuple(self.media),
            tags=tuple(dict.fromkeys(self.tags)),
            people=tuple(dict.fromkeys(self.people)),
            published=moments.published,
            updated=moments.updated,
            problems=moments.problems,
            spans=self.spans,
            evidence=self.evidence,
            **fields,
        )


def make_byline(raw: str, found: Any) -> Byline:  # noqa: ANN401 - parsing.bylines.BylineFound
    """Make the record of a byline."""
    authors = tuple(Author(name=p.name, raw=p.raw, role=p.role, organisation=p.organisation) for p in found.authors)
    return Byline(raw=raw, authors=authors, credits=found.credits)


def _go_on(block: Block, line: Line) -> Block:
    """Join a hard-wrapped line to the block that it goes on with."""
    start = block.span[0] if block.span else line.start
    return Block(kind=block.kind, text=f"{block.text} {line.text}", span=(start, line.end))


def _make_block(kind: BlockKind, line: Line) -> Block:
    found = CROSSHEAD.fullmatch(line.text) if kind == "crosshead" else None
    if found:
        return Block(kind=kind, text=found["text"], span=(line.start + found.start("text"), line.start + found.end("text")))
    return Block(kind=kind, text=line.text, span=(line.start, line.end))


def _gather_related(page: CleanPage, marked: Sequence[Marked], story: Story | None) -> tuple[RelatedItem, ...]:
    """Gather the cards: a new one begins at a publisher, or at a headline where the card has one."""
    items: list[dict[str, Any]] = []
    order = ("publisher", "headline", "teaser", "category", "age")
    last = len(order)
    for line, mark in marked:
        if not mark.label.startswith(RELATED):
            last = len(order) if mark.label not in INSIDE_CARD else last
            continue
        field = mark.label.removeprefix(RELATED)
        at = order.index(field)
        grammar = mark.rule.startswith("plain.card") or mark.rule == "plain.source-line"
        begins = mark.starts if grammar else at < last or (at == last and field != "teaser")
        if not items or begins:
            items.append({"span": (line.start, line.end)})
        item = items[-1]
        item[field] = f"{item[field]} {line.text}" if field in item else line.text
        item["span"] = (item["span"][0], line.end)
        last = at
    return tuple(
        RelatedItem(
            related_id=make_id("related", page.page_id, position),
            page_id=page.page_id,
            story_id=story.story_id if story else None,
            position=position,
            truncated=is_truncated(item.get("teaser", "")),
            **{name: value for name, value in item.items() if name != "age"},
        )
        for position, item in enumerate(one for one in items if "headline" in one or "teaser" in one)
    )


def _gather_cards(page: CleanPage, marked: Sequence[Marked]) -> tuple[PublisherCard, ...]:
    """Gather the publisher card from its lines."""
    fields: dict[str, str] = {}
    for line, mark in marked:
        if mark.label.startswith(CARD):
            fields.setdefault(mark.label.removeprefix(CARD), line.text)
    if "name" not in fields:
        return ()
    figures: dict[str, Any] = {name: fields[name] for name in ("followers", "posts", "views") if name in fields}
    figures |= {f"{name}_at_least": read_figure(text) for name, text in figures.items()}
    return (
        PublisherCard(
            publisher=fields["name"],
            name=fields["name"],
            page_id=page.page_id,
            about=fields.get("about"),
            url=fields.get("url"),
            **figures,
        ),
    )


def _claim_lines(marked: Sequence[Marked]) -> Iterator[Claim]:
    """Claim each line by its mark."""
    for line, mark in marked:
        if mark.label == MASTHEAD:
            yield from _claim_masthead(line, mark)
        else:
            yield Claim(span=(line.start, line.end), as_=mark.label, rule=mark.rule or None)


def _claim_masthead(line: Line, mark: Mark) -> Iterator[Claim]:
    """Claim a masthead line: the date is the story's and the rest is chrome."""
    dates = find_dates(line.text)
    if not dates:
        yield Claim(span=(line.start, line.end), as_=mark.label, rule=mark.rule)
        return
    start, end = line.start + dates[0].start, line.start + dates[0].end
    pieces = [(line.start, start, "chrome.masthead"), (start, end, "story.published"), (end, line.end, "chrome.masthead")]
    yield from (Claim(span=(a, b), as_=name, rule=mark.rule) for a, b, name in pieces if b > a)
