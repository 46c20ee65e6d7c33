"""The number of words of the body, counted by us: crossheads are no words of the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.enrichers import NOTHING, Facts

if TYPE_CHECKING:
    from wiredesk.records import Parts, Story


def find(story: Story, parts: Parts) -> Facts:
    """Count the words of the body."""
    del parts
    count = sum(len(block.text.split()) for block in story.body if block.kind != "crosshead")
    return Facts(fields={"word_count": count}) if count else NOTHING
