"""The renditions of a picture, video or sound: one medium, however many sizes the wire sends of it; the largest is kept.

<remoteContent rendition="rnd:highRes" href="boat.jpg" width="1500" height="1001"/> <remoteContent rendition="rnd:thumb" .../>
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiredesk.records import Media

_KINDS = ("image", "video", "audio")


class Rendition(NamedTuple):
    """A medium, what it has in common with others of the same picture, and its size: pixels, or bytes where none are told.

    group: None for a medium of its own; "" for one that only shows another smaller.
    """

    medium: Media
    group: object
    size: int


def choose_renditions(shown: Iterable[Rendition]) -> list[Media]:
    """Keep of each group the largest image, video and sound, in the order of the first of each; other files all stay."""
    chosen: dict[object, Rendition] = {}
    for number, rendition in enumerate(shown):
        kind = (rendition.medium.type or "").partition("/")[0].casefold()
        key = (rendition.group, kind) if rendition.group is not None and kind in _KINDS else number
        if key not in chosen or rendition.size > chosen[key].size:
            chosen[key] = rendition
    others = any(rendition.group != "" for rendition in chosen.values())
    return [rendition.medium for rendition in chosen.values() if rendition.group != "" or not others]


def read_count(text: str | None) -> int:
    """Read a number of pixels or bytes; 0 for what is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 16 else 0
