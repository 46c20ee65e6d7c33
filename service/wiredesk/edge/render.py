"""Records as a person would want to see them: the story as on a proof, teasers and the publisher as cards.

AFP · Military · 2022-01-13
Council opens the new bridge at Velden
By Gal Roma, Nikolay Korzhov (credit: Handout)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from wiredesk.records import Block, Dateline, Media, PublisherCard, RelatedItem, Spiked, Story

CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")  # a page must not steer the terminal
PROOF_WIDTH = 100
BLOCK_STYLES = {"crosshead": "bold", "quote": "italic", "note": "dim", "table": "", "list": "", "paragraph": ""}


def printable(text: str | None) -> str:
    """Make text of a page safe for a terminal: control characters and direction overrides become a middle dot."""
    return CONTROLS.sub("·", text or "")


def render_story(story: Story, related: int = 0) -> RenderableType:
    """Lay a story out as on a proof: kicker, headline, byline, dateline and paragraphs, media, what was found in it."""
    rows: list[RenderableType] = [
        _joined(_kicker(story), "dim"),
        Text(printable(story.headline) or "(no headline)", "bold bright_white"),
    ]
    if story.subheadline:
        rows.append(Text(printable(story.subheadline), "italic"))
    rows.extend(_byline(story))
    rows.extend(Padding(row, (1, 0, 0, 0)) for row in _body(story))
    rows.extend(_media(item) for item in story.media)
    rows.append(_facts(story, related))
    return Panel(Group(*rows), title="story", title_align="left", border_style="cyan", width=PROOF_WIDTH)


def render_related(items: Iterable[RelatedItem]) -> RenderableType:
    """Lay teasers out as rows: where from, headline and the first words, with the dateline that the teaser shows."""
    table = Table(title="related", title_justify="left", border_style="dim", width=PROOF_WIDTH, show_lines=False)
    for name, ratio in (("from", 2), ("headline and teaser", 7), ("category", 2)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for item in items:
        cell = Text(printable(item.headline), "bold")
        if item.teaser:
            cell.append("\n" + _shorten(printable(item.teaser), 110) + (" […]" if item.truncated else ""), "not bold dim")
        if item.dateline:
            cell.append("\n" + _show_dateline(item.dateline), "not bold green")
        table.add_row(printable(item.publisher), cell, printable(item.category))
    return table


def render_publisher(card: PublisherCard) -> RenderableType:
    """Lay a publisher card out with its figures as shown and what they stand for at least."""
    figures = [
        ("followers", card.followers, card.followers_at_least),
        ("posts", card.posts, card.posts_at_least),
        ("views", card.views, card.views_at_least),
    ]
    rows = [Text(printable(card.name), "bold")]
    rows += [
        Text(f"{printable(shown)} {name}" + (f" (at least {least:,})" if least else ""))
        for name, shown, least in figures
        if shown
    ]
    rows += [Text(printable(value), "dim") for value in (card.about, card.url) if value]
    return Panel(Group(*rows), title="publisher", title_align="left", border_style="magenta", width=PROOF_WIDTH)


def render_spiked(spiked: Spiked) -> RenderableType:
    """Lay out why a page was set aside; its text is not shown."""
    where = f" at {spiked.rule}" if spiked.rule else ""
    text = Text(f"{spiked.reason} in {spiked.stage}{where}: {printable(spiked.detail)}", "red")
    return Panel(
        Group(text, Text(spiked.page_id, "dim")), title="spiked", title_align="left", border_style="red", width=PROOF_WIDTH
    )


def _kicker(story: Story) -> list[str]:
    agency = f"{story.agency.name} (by {story.agency.found_by})" if story.agency else ""
    published = f"{story.published.value} (by {story.published.found_by})" if story.published else "no date"
    edition = " ".join(str(x) for x in (story.edition.kind, story.edition.ordinal) if x) if story.edition else ""
    return [story.publisher or "", agency, story.category or "", published, edition, story.language or "", story.layout]


def _joined(words: Iterable[str], style: str = "") -> Text:
    return Text(" · ".join(printable(word) for word in words if word), style)


def _byline(story: Story) -> list[Text]:
    if not story.byline:
        return []
    by = story.byline
    people = [
        a.name + (f" ({', '.join(x for x in (a.role, a.organisation) if x)})" if a.role or a.organisation else "")
        for a in by.authors
    ]
    text = Text("By " + printable(", ".join(people)), "yellow") if people else Text(printable(by.raw), "yellow")
    if by.credits:
        text.append(f"  credits: {printable(', '.join(by.credits))}", "dim")
    return [text]


def _body(story: Story) -> list[Text]:
    rows = [_block(block) for block in story.body]
    if story.dateline and rows:
        end = story.spans.get("dateline", (0, 0))[1]  # a note may stand above the paragraph that it opens
        at = next((i for i, block in enumerate(story.body) if not block.span or block.span[1] > end), 0)
        rows[at] = Text(_show_dateline(story.dateline) + "  ", "green").append_text(rows[at])
    return rows


def _block(block: Block) -> Text:
    mark = {"crosshead": "— ", "quote": "  ", "note": "[", "list": "• "}.get(block.kind, "")
    return Text(mark + printable(block.text) + ("]" if block.kind == "note" else ""), BLOCK_STYLES[block.kind])


def _media(item: Media) -> Text:
    text = Text("▣ " + printable(item.caption or item.url), "blue")
    if item.credit:
        text.append(f"  {printable(item.credit)}", "dim")
    return text.append("  file picture", "dim") if item.file else text


def _show_dateline(dateline: Dateline) -> str:
    places = "/".join(place.name + (f", {place.country}" if place.country else "") for place in dateline.places)
    return printable(" · ".join(word for word in (places, dateline.date, dateline.agency) if word))


def _facts(story: Story, related: int) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    rows = {
        "words": str(story.word_count or "") + (f", {related} related items" if related else ""),
        "tags": ", ".join(story.tags),
        "people": ", ".join(story.people),
        "quotes": "\n".join(f"{quote.speaker or '?'}: {_shorten(quote.text, 70)}" for quote in story.quotes),
        "mentions": ", ".join(f"{m.text} ({m.type}, {m.count})" for m in story.mentions[:12]),
        "subjects": ", ".join(f"{s.name or s.code} ({s.found_by})" for s in story.subjects),
        "sign-off": story.sign_off.raw if story.sign_off else "",
        "problems": "; ".join(story.problems),
    }
    for name, value in rows.items():
        if value:
            table.add_row(name, printable(value))
    return Padding(table, (1, 0, 0, 0))


def _shorten(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
