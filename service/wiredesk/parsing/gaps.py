"""Gaps in a story: lines between and below its paragraphs that the grammar left out and the evidence does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.parsing.grammar import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiredesk.parsing.grammar import Evidence
    from wiredesk.parsing.page_evidence import Page

FAINT = -1.5  # log odds of a sentence that may be a story's where nothing is surer
GAP = -0.8  # log odds from which text between paragraphs is one of them
TAIL = 12  # lines below the story's last paragraph that may hold another, boxes between them
BETWEEN_PARAGRAPHS = frozenset(f"chrome.{name}" for name in ("advert", "poll", "newsletter", "app-banner", "subscribe"))


def fill_gaps(page: Page, places: list[Place]) -> list[Place]:
    """Take text that stands alone between the story's paragraphs for one of them, unless the evidence is clearly against it."""
    body = [i for i, place in enumerate(places) if place.shape < 0 and place.part == "b"]
    filled = list(places)
    for i in range(body[0] + 1, body[-1]) if body else ():
        line = page.evidence[i]
        if places[i].part in "CI" and is_text(line) and line.odds > GAP:
            filled[i] = Place("b")
    resumed = _find_resumed(page, places, body) if body else frozenset()
    for i in range(body[-1] + 1, min(body[-1] + 1 + TAIL, len(places))) if body else ():
        line = page.evidence[i]
        if i in resumed:
            filled[i] = Place("b") if is_text(line) else places[i]
            continue
        if (page.fixed[i].label if i in page.fixed else page.seen[i].chrome) in BETWEEN_PARAGRAPHS:
            continue
        if places[i].part not in "CI" or line.odds <= GAP or not (is_text(line) or _heads_text(page, places, i)):
            break
        filled[i] = Place("b")
    return filled


def _heads_text(page: Page, places: Sequence[Place], i: int) -> bool:
    """Say whether a short line stands over text that reads as the story's: "WHO WOULD PAY"."""
    if i + 1 >= len(places) or page.evidence[i].kind.name not in {"name", "title"} or page.seen[i].chrome or i in page.fixed:
        return False
    below = page.evidence[i + 1]
    return places[i + 1].part in "CI" and is_text(below) and below.odds > 0 and page.evidence[i].odds > 0


def _find_resumed(page: Page, places: Sequence[Place], body: Sequence[int]) -> frozenset[int]:
    """Find below the last paragraph the insets that stood between paragraphs before, and the text right under each."""
    heads = {page.lines[i].text for i in range(body[0], body[-1]) if "lists" in page.evidence[i].kind.flags}
    found: set[int] = set()
    text = False
    for i in range(body[-1] + 1, min(body[-1] + 1 + TAIL, len(places))) if heads else ():
        kind = page.evidence[i].kind
        if page.lines[i].text in heads and "lists" in kind.flags:
            text = True
        elif not (text and "listed" in kind.flags) and not (
            text and found and is_text(page.evidence[i]) and page.lines[i].blanks_before
        ):
            break
        found.add(i)
    return frozenset(found)


def is_text(line: Evidence) -> bool:
    """Say whether a line is one of sentences that nothing cuts short."""
    return line.kind.name in {"prose", "sentence"} and "truncated" not in line.kind.flags


def find_faint(page: Page, least: int) -> list[int]:
    """Find the longest run of sentences on a page that else has neither story nor card; least: characters of a story."""
    runs: list[list[int]] = [[]]
    for i, line in enumerate(page.evidence):
        if is_text(line) and line.odds > FAINT and i not in page.fixed and not page.seen[i].chrome:
            runs[-1].append(i)
        elif runs[-1]:
            runs.append([])
    longest = max(runs, key=lambda run: sum(len(page.lines[i].text) for i in run))
    return longest if len(longest) > 1 and sum(len(page.lines[i].text) for i in longest) >= least else []
