"""NITF 3.x, the News Industry Text Format: one document, one story.

<nitf version="-//IPTC//DTD NITF 3.3//EN"><head><title>...</title><docdata>...
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.nitf_content import read_nitf
from wiredesk.formats.wire_items import read_items
from wiredesk.formats.xml import name_root, parse_xml

if TYPE_CHECKING:
    from wiredesk.records import CleanPage, Parts


def recognise(head: str, media_type: str) -> int:
    """Know a document whose root is <nitf>."""
    del media_type
    return 95 if name_root(head) == "nitf" else 0


def read(page: CleanPage) -> Parts:
    """Read the document as one story."""
    document = parse_xml(page.text)
    nothing = Spike(Reason.NO_STORY, "a document without a body", rule="nitf")
    return read_items(page, document, [document.root], lambda root: [read_nitf(root)], nothing=nothing)


FORMAT = Format("nitf", recognise, read, "<")
