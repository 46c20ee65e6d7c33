"""`wiredesk explain`: the page line by line with what claimed it and why, then each field with its evidence."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from wiredesk.edge.render import PROOF_WIDTH, printable
from wiredesk.enrichers import mentions, quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiredesk.records import Claim, Evidence, Reading, Span, Story

STYLES = {"story": "cyan", "related": "yellow", "publisher": "magenta", "chrome": "dim"}
UNCLAIMED = "nobody"


def explain_page(text: str, reading: Reading) -> Table:
    """Lay the page out line by line: number, what claimed it, by which rule, and its text."""
    table = Table(border_style="dim", show_edge=False, pad_edge=False, width=PROOF_WIDTH + 20)
    for name, ratio in (("line", 1), ("claimed as", 4), ("because of", 4), ("text", 12)):
        table.add_column(name, ratio=ratio, overflow="ellipsis", no_wrap=True)
    claims = sorted(reading.accounting, key=lambda claim: claim.span)
    for number, start, line in _lines(text):
        if not line.strip():
            continue
        for claim, piece in _pieces(line, start, claims):
            name = claim.as_ if claim else UNCLAIMED
            style = STYLES.get(name.partition(".")[0], "red")
            table.add_row(
                str(number), Text(name, style), Text(printable(claim.rule if claim else None), "dim"), printable(piece.strip())
            )
    return table


def explain_fields(story: Story) -> Table:
    """Lay out each field of a story that was found by evidence: by what, how sure, and where on the page."""
    table = Table(title=printable(story.headline), title_justify="left", border_style="dim", width=PROOF_WIDTH + 20)
    for name in ("field", "found by", "confidence", "span"):
        table.add_column(name)
    for name in sorted({*story.evidence, *story.spans}):
        evidence, span = story.evidence.get(name), story.spans.get(name)
        sure = f"{evidence.confidence:.2f}" if evidence and evidence.confidence is not None else ""
        table.add_row(name, evidence.found_by if evidence else "", sure, f"{span[0]}-{span[1]}" if span else "")
    return table


def explain_names(story: Story) -> Table:
    """Lay out each mention and each quote of a story: what it is, by what it was found, how sure, and where on the page."""
    table = Table(title_justify="left", border_style="dim", width=PROOF_WIDTH + 20)
    for name in ("name or quote", "as", "found by", "confidence", "spans"):
        table.add_column(name)
    for mention, why in zip(story.mentions, mentions.explain(story), strict=False):
        about = " ".join(filter(None, (mention.type, mention.role, mention.country)))
        table.add_row(printable(mention.text), printable(about), *_tell(why), _list_spans(mention.spans))
    for quote, why in zip(story.quotes, quotes.explain(story), strict=False):
        said = f"quote of {quote.speaker}" if quote.speaker else "quote"
        table.add_row(printable(quote.text), printable(said), *_tell(why), _list_spans((quote.span,) if quote.span else ()))
    return table


def _tell(evidence: Evidence) -> tuple[str, str]:
    return evidence.found_by, f"{evidence.confidence:.2f}" if evidence.confidence is not None else ""


def _list_spans(spans: tuple[Span, ...]) -> str:
    return ", ".join(f"{start}-{end}" for start, end in spans)


def explain_weights(number: int, weights: list[tuple[str, str, float]]) -> Table:
    """Lay out what weighs for (plus) and against (minus) a line being the story's, as log odds, by round."""
    table = Table(title=f"line {number}", title_justify="left", border_style="dim")
    for name in ("round", "evidence and its level", "log odds"):
        table.add_column(name)
    for name, evidence, weight in weights:
        table.add_row(name, evidence, Text(f"{weight:+.2f}", "cyan" if weight > 0 else "dim"))
    return table


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        yield number, start, line
        start += len(line) + 1


def _pieces(line: str, start: int, claims: list[Claim]) -> Iterator[tuple[Claim | None, str]]:
    """Cut a line at the borders of the claims that touch it; `claims` are sorted and disjoint."""
    at, end = start, start + len(line)
    first = max(0, bisect_left(claims, (start, start), key=lambda claim: claim.span) - 1)
    for claim in claims[first:]:
        left, right = max(claim.span[0], at), min(claim.span[1], end)
        if claim.span[0] >= end:
            break
        if right <= left:
            continue
        if line[at - start : left - start].strip():
            yield None, line[at - start : left - start]
        yield claim, line[left - start : right - start]
        at = right
    if line[at - start :].strip():
        yield None, line[at - start :]
