"""Captions with their credit: what stands after the slash, whole.

Troops were sent to quell the unrest /Russian Defence Ministry/AFP/File
The last section is lifted into place. (Photo: Ida Falk/The Harbour Post)
"""

from __future__ import annotations

import re
from typing import NamedTuple

MAX_CREDIT = 120
_SLASH = re.compile(r"\s/(?=\S)")
_PHOTO = re.compile(
    r"[\s(\[]*(?:photo(?:graph)?|image|picture|foto|photograph|credit|illustration|bild)\s?(?:credit|by)?\s?(?::|/|by\s|courtesy\sof\s)\s*(.+?)[)\]]?\s*",
    re.IGNORECASE,
)
_PHOTO_WORD = re.compile(r"\b(?:photo|image|picture|foto|credit|illustration|bild)", re.IGNORECASE)


class CaptionFound(NamedTuple):
    """A caption without its credit; file: the credit says that it is an archive picture."""

    caption: str
    credit: str | None
    file: bool


def read_caption(text: str) -> CaptionFound:
    """Split a caption from its credit; without a mark of one the whole text is caption."""
    text = text.strip()
    credit = None
    slashes = list(_SLASH.finditer(text))
    if slashes and len(text) - slashes[-1].end() <= MAX_CREDIT:
        text, credit = text[: slashes[-1].start()].rstrip(), text[slashes[-1].end() :].strip()
    else:
        words = list(_PHOTO_WORD.finditer(text[-MAX_CREDIT:]))
        for word in words:
            at = max(0, len(text) - MAX_CREDIT) + word.start()
            found = _PHOTO.fullmatch(text, at)
            if found:
                text, credit = text[:at].rstrip(" ([|-–—"), found[1].strip()
                break
    return CaptionFound(text, credit or None, is_file(credit))


def is_file(credit: str | None) -> bool:
    """Say whether a credit marks an archive picture: "AFP/File", "Reuters/File Photo", "(Archiv)"."""
    return bool(credit) and bool(
        re.search(r"(?:^|[/ (])(?:file(?:\sphoto|\spicture)?|archiv\w*|archives?)\)?$", credit or "", re.IGNORECASE)
    )
