"""From the items of a wire's message to stories, each for itself: a bad one does not take its neighbours along.

<newsMessage><itemSet><newsItem>...</newsItem><newsItem>...</newsItem></itemSet></newsMessage>
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wiredesk.errors import Reason, Spike
from wiredesk.formats.blocks import Piece
from wiredesk.formats.drafting import Composer, draft_story, gather
from wiredesk.formats.wire_fields import read_language
from wiredesk.parsing.bylines import read_byline
from wiredesk.records import Author, Byline, Edition, Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lxml.etree import _Element as Element

    from wiredesk.formats.blocks import Content
    from wiredesk.formats.wire_fields import Draft
    from wiredesk.formats.xml import Document
    from wiredesk.records import CleanPage, Media, Parts, Span, Story

_LINES = ("slugline", "headline", "subheadline", "abstract", "ed_note")
MAX_HEADLINE = 250  # characters of a first paragraph that may stand for a headline; the longest ledes of flashes have 220
MAX_BYLINE = 120
ALMOST = 4  # characters: blanks between the words of the same line
MAX_POINTS = 8  # lines that sum a story up above its byline
_NOTE = re.compile(r"\([^()]{1,400}\)")


def read_items(
    page: CleanPage,
    document: Document,
    items: Sequence[Element],
    read: Callable[[Element], Iterable[Draft]],
    *,
    nothing: Spike,
) -> Parts:
    """Read each item to the stories that it holds.

    Raises `nothing` where there is no item to read, and Spike where none of them can be read.
    """
    drafts: list[Draft] = []
    problems: list[str] = []
    for number, item in enumerate(items, 1):
        try:
            drafts.extend(read(item))
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one item, its neighbours go out
            problems.append(f"item {number} at line {item.sourceline} cannot be read: {type(error).__name__}")
    if not drafts:
        raise Spike(Reason.MALFORMED, problems[0], rule=nothing.rule) if problems else nothing
    for draft in drafts:
        draft.fields["problems"] = document.problems
    return lay_out_all(page, drafts, problems)


def lay_out_all(page: CleanPage, drafts: Sequence[Draft], problems: Iterable[str]) -> Parts:
    """Lay the stories of a message out, one under the other; with several, wire_header says which one of how many each is."""
    composer = Composer()
    stories: list[Story] = []
    for position, draft in enumerate(drafts):
        if len(drafts) > 1:
            draft.fields["wire_header"] = {**draft.fields.get("wire_header", {}), "item": f"{position + 1}/{len(drafts)}"}
        stories.append(lay_out(page, composer, position, draft))
    return gather(page, composer, stories, problems=problems)


def lay_out(page: CleanPage, composer: Composer, position: int, draft: Draft) -> Story:
    """Lay a draft out as text and make a Story of it."""
    fields = {name: value for name, value in draft.fields.items() if value or value == 0}
    if "language" in fields:
        fields["language"] = read_language(fields["language"])
    _drop_echo(fields)
    pieces = _take_lines(fields, draft.content)
    spans: dict[str, Span] = {}
    for name in _LINES:
        if span := composer.add(name, fields.get(name)):
            spans[name] = span
    for name in ("byline", "dateline"):
        if name in fields and (span := composer.add(name, fields[name].raw)):
            spans[name] = span
    body = composer.add_blocks(pieces)
    if "sign_off" in fields and (span := composer.add("sign_off", fields["sign_off"].raw)):
        spans["sign_off"] = span
    media = _join_media((*draft.content.media, *fields.pop("media", ())))
    for medium in media:
        composer.add("media", medium.caption)
    _settle_edition(fields)
    return draft_story(page, position, body=body, media=media, spans=spans, **fields)


def _take_lines(fields: dict[str, Any], content: Content) -> Sequence[Piece]:
    """Give the body without the lines that are none of it: the headline once more, and a byline above the lede.

    A wire without a headline (a flash) lends its first paragraph, which stays where it is.
    """
    pieces: Sequence[Piece] = content.pieces
    if not pieces:
        return pieces
    headline = fields.get("headline")
    if headline and len(pieces) > 1 and pieces[0].kind in {"crosshead", "paragraph"} and _same(pieces[0].text, headline):
        pieces = _take_second_line(fields, pieces[1:])
    at = (
        1 if _NOTE.fullmatch(pieces[0].text) else 0
    )  # "(Adds quote)" stands above the byline, and so do the points of the story
    points = at
    while at < min(len(pieces), MAX_POINTS) and (pieces[at].kind == "list" or pieces[at].text.startswith("* ")):
        at += 1
    if at > points:
        pieces = (*pieces[:points], *(Piece("list", piece.text) for piece in pieces[points:at]), *pieces[at:])
    if len(pieces) > at + 1 and len(pieces[at].text) <= MAX_BYLINE:
        printed, byline = pieces[at].text, fields.get("byline")
        read = None if byline and byline.authors else _read_first_line(printed)
        fields |= {"byline": read} if read else {}
        if read or (byline and _same(printed, byline.raw)):
            pieces = (*pieces[:at], *pieces[at + 1 :])
    if not headline and len(pieces[0].text) <= MAX_HEADLINE and pieces[0].kind == "paragraph":
        fields["headline"] = pieces[0].text
        fields["evidence"] = {"headline": Evidence(found_by="first-paragraph", confidence=0.6)}
    return pieces


def _join_media(media: tuple[Media, ...]) -> tuple[Media, ...]:
    """Give each medium once, the one with a caption where the same address comes with and without."""
    if len(media) < 2:
        return media
    best: dict[object, Media] = {}
    for medium in media:
        key = medium.url or medium
        if key not in best or (medium.caption and not best[key].caption):
            best[key] = medium
    return tuple(best.values())


def _take_second_line(fields: dict[str, Any], pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Take the heading that follows right under the headline once more, above the text: it is the second line of the head."""
    if len(pieces) > 1 and pieces[0].kind == "crosshead" and pieces[1].kind == "paragraph" and not fields.get("subheadline"):
        fields["subheadline"] = pieces[0].text
        return pieces[1:]
    return pieces


def _drop_echo(fields: dict[str, Any]) -> None:
    """Drop an abstract that says no more than slugline and headline: "SOCCER/RESULTS:Results of the league"."""
    abstract, headline = fields.get("abstract"), fields.get("headline")
    if abstract and headline and abstract.removeprefix(fields.get("slugline") or "").lstrip(": ") == headline:
        del fields["abstract"]


def _same(line: str, headline: str) -> bool:
    return line == headline or (
        abs(len(line) - len(headline)) <= ALMOST and line.casefold().split() == headline.casefold().split()
    )


def _read_first_line(line: str) -> Byline | None:
    """Read a line that says "By" and names people and nothing else."""
    if line[:3].casefold() != "by " or line[-1:] in ".!?:":
        return None
    found = read_byline(line)
    if not found or not found.authors:
        return None
    authors = tuple(Author(name=p.name, raw=p.raw, role=p.role, organisation=p.organisation) for p in found.authors)
    return Byline(raw=line, authors=authors, credits=found.credits)


def _settle_edition(fields: dict[str, Any]) -> None:
    """Let edition and status agree: what is canceled is a kill, what is embargoed an embargo."""
    edition = fields.get("edition")
    if fields.get("pub_status") == "canceled" and edition is None:
        fields["edition"] = Edition(kind="kill")
    elif edition is not None and edition.kind == "kill":
        fields["pub_status"] = "canceled"
    elif fields.get("embargoed_until"):
        fields.setdefault("edition", Edition(kind="embargo"))
        fields.setdefault("pub_status", "withheld")
