"""Page text: what an aggregator's page shows, without its markup; the last resort of recognition.

Military
Russia-led troops begin pullback ...
By Gal ROMA, ...
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.formats import Format
from wiredesk.formats.drafting import draft_parts, draft_story
from wiredesk.parsing.lines import index_lines
from wiredesk.records import Block, Claim

if TYPE_CHECKING:
    from wiredesk.records import CleanPage, Parts


def recognise(head: str, media_type: str) -> int:
    """Any text is page text, if nothing surer claims it."""
    del media_type
    return 1 if head.strip() else 0


def read(page: CleanPage) -> Parts:
    """Read the first line as the headline and each further one as a paragraph."""
    lines = index_lines(page.text)
    blocks = tuple(Block(kind="paragraph", text=line.text, span=(line.start, line.end)) for line in lines[1:])
    claims = tuple(
        Claim(span=(line.start, line.end), as_="story.paragraph" if line.number else "story.headline") for line in lines
    )
    story = draft_story(page, 0, headline=lines[0].text, body=blocks, spans={"headline": (lines[0].start, lines[0].end)})
    return draft_parts(page, page.text, stories=(story,), accounting=claims)


FORMAT = Format("page-text", recognise, read)
