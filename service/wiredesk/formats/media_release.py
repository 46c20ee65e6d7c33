"""Media releases as AsiaNet sends them: who issued it, its number, headline, dateline, copy, contacts.

Source: Lake Shipping Ltd
MEDIA RELEASE PR10001
Lake Shipping Orders Two Ferries

VELDEN, Austria, March 11, 2024 /PRNewswire-AsiaNet/ --
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.wire_fields import Draft
from wiredesk.formats.wire_lines import make_credit, make_dateline
from wiredesk.formats.wire_messages import blank_controls, keep_known, make_content, read_messages
from wiredesk.parsing.wire_copy import Passage, split_copy
from wiredesk.parsing.wire_notes import part_notes

if TYPE_CHECKING:
    from wiredesk.records import CleanPage, Dateline, Parts

MAX_HEADLINE_LINES = 4
_HEAD = re.compile(
    r"\s{0,40}(?i:source):[ \t]?(?P<source>[^\n]{1,200})\n\s{0,9}(?:MEDIA|PRESS|NEWS) RELEASE:?[ \t]{0,3}"
    r"(?P<number>[A-Z]{0,3}\d{3,8})[ \t]*(?:\n|\Z)"
)
_DATELINE = re.compile(r"(?P<where>[A-Z][^\n/]{3,90}\d{4})\s?(?P<agency>/[\w -]{3,40}/)(?:\s?-{1,2})?")
_SOURCE = re.compile(r"\s*(?i:source):\s?\S.{0,200}")


def recognise(head: str, media_type: str) -> int:
    """Know text that begins with its source and the number of the release."""
    del media_type
    return 85 if _HEAD.match(head) else 0


def read(page: CleanPage) -> Parts:
    """Read the release."""
    return read_messages(page, [(0, lambda: read_release(page.text))], "media-release")


def read_release(text: str) -> Draft:
    """Read one release; raises Spike where nothing follows its number."""
    found = _HEAD.match(text)
    lines = [blank_controls(line).rstrip() for line in text[found.end() if found else 0 :].split("\n")]
    while lines and (not lines[-1].strip() or _SOURCE.fullmatch(lines[-1])):
        lines.pop()
    headline: list[str] = []
    while lines and (lines[0].strip() or not headline) and len(headline) < MAX_HEADLINE_LINES:
        line = lines.pop(0).strip()
        headline += [line] if line else []
    parted = part_notes(lines)
    dateline, passages = _take_dateline(split_copy(parted.public), " ".join(headline))
    content = make_content(passages)
    if not headline:
        raise Spike(Reason.MALFORMED, "nothing follows the number", rule="media-release.text", offset=len(text))
    source = found["source"].strip() if found else None
    fields: dict[str, Any] = {
        "headline": " ".join(headline),
        "byline": make_credit(source),
        "dateline": dateline,
        "private_notes": parted.private,
        "wire_header": keep_known({"source": source, "release": found["number"] if found else None}),
        "problems": () if passages else ("media-release.copy: nothing follows the headline",),
    }
    return Draft(content, fields)


def _take_dateline(passages: list[Passage], headline: str) -> tuple[Dateline | None, list[Passage]]:
    """Take a dateline that stands alone off the copy under it, and the headline that is printed there once more."""
    found = _DATELINE.fullmatch(passages[0].text) if passages else None
    if not found:
        return None, passages
    rest = passages[2:] if len(passages) > 1 and passages[1].text == headline else passages[1:]
    return make_dateline(f"{found['where']} {found['agency']}"), rest


FORMAT = Format("media-release", recognise, read)
