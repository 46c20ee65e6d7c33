"""Pictures of a page's story: captions and credits, each to the picture that it belongs to."""

from __future__ import annotations

import msgspec

from wiredesk.parsing.captions import is_file, read_caption, read_credit
from wiredesk.records import Media


def add_caption(media: list[Media], text: str) -> None:
    """Give a caption to the picture above it, or to one of its own."""
    found = read_caption(text)
    url = media.pop().url if media and media[-1].caption is None else None
    media.append(Media(url=url, caption=found.caption, credit=found.credit, file=found.file))


def add_credit(media: list[Media], text: str) -> None:
    """Give the credit of a line of its own to the picture above it."""
    if media and media[-1].credit is None:
        credit = read_credit(text)
        media[-1] = msgspec.structs.replace(media[-1], credit=credit, file=is_file(credit))
