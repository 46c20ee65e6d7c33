"""Links to what comes next: a fingerprint of the body, and a key that all versions of a story share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.enrichers import Facts
from wiredesk.parsing.editions import read_headline
from wiredesk.parsing.fingerprints import fingerprint
from wiredesk.parsing.identity import make_id

if TYPE_CHECKING:
    from wiredesk.records import Parts, Story

_WORD = re.compile(r"[^\W_]+")
_PREFIX = re.compile(r"^[A-Za-z() ]{3,30}\d{0,2}\s*[-–—:]\s*")
_EDITION = re.compile(r",?\s*(?:\d{1,2}(?:st|nd|rd|th)\s)?(?:lead|ld|urgent|newsalert|writethru|update)\b.*$", re.IGNORECASE)
DAY = len("2022-01-14")


def find(story: Story, parts: Parts) -> Facts:
    """Make fingerprint and family key."""
    del parts
    text = "\n".join(block.text for block in story.body if block.kind != "crosshead")
    fields: dict[str, str | None] = {"fingerprint": story.fingerprint or fingerprint(text)}
    if not story.family:
        fields["family"] = _family(story)
    return Facts(fields={key: value for key, value in fields.items() if value})


def _family(story: Story) -> str | None:
    if story.uri:
        return make_id("family", story.uri)
    title = _EDITION.sub("", story.slugline) if story.slugline else _plain(story.headline or "")
    words = " ".join(_WORD.findall(title.casefold()))
    day = story.published.value[:DAY] if story.published else None
    return make_id("family", story.agency.code if story.agency else None, words, day) if words else None


def _plain(headline: str) -> str:
    return _PREFIX.sub("", headline) if read_headline(headline) else headline
