"""Marks: what each line of a page is, and by which rule. A layout marks what it is certain of; the segmentation marks the rest.

Mark("story.headline", "newsbreak.headline")      Mark("chrome.share-bar", "chrome.share-bar")
"""

from __future__ import annotations

from typing import NamedTuple

STORY = "story."
RELATED = "related."
CARD = "publisher."
CHROME = "chrome."
CONTINUED = "wrapped.continued"  # the rule of a line that goes on with the paragraph of the line above


class Mark(NamedTuple):
    """A label of the accounting ("story.paragraph", "related.teaser", "chrome.menu") and the rule that gave it."""

    label: str
    rule: str


Marks = dict[int, Mark]  # by line number
