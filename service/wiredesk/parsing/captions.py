"""Captions with their credit: what stands after the slash, whole.

Troops were sent to quell the unrest /Russian Defence Ministry/AFP/File
Boats return to the lake | AP Photo/Ida Falk          Boats return to the lake (Handout/Reuters/File)
The last section is lifted into place. (Photo: Ida Falk/The Harbour Post)
"""

from __future__ import annotations

import re
from typing import NamedTuple

MAX_CREDIT = 120
_SLASH = re.compile(r"\s/(?=\S)")
_PHOTO = re.compile(
    r"[\s(\[]*(?:photo(?:graph)?|image|picture|foto|photograph|credit|illustration|bild|quelle|imagem|imagen|fuente|fonte|cr[ée]dito?|source)\s?(?:credit|by)?\s?(?::|/|by\s|courtesy\sof\s)\s*(.+?)[)\]]?\s*",
    re.IGNORECASE,
)
_BAR = re.compile(r"\s\|\s(?P<credit>[^|.!?]{2,80})$")
_BRACKET = re.compile(r"\s[(\[](?P<credit>[^()\[\]]{2,80})[)\]]$")
_OWNED = re.compile(r"(?<=[.!?\w])\s*©\s?(?P<credit>[^©]{2,80})$")
_CREDITOR = re.compile(
    r"^[A-Z][\w.-]+(?:\s[A-Z][\w.-]+){0,3}\s?/\s?[A-Z]|(?:\b(?:AP|AFP|EPA|dpa|DPA|PA|UPI|ANSA|EFE|TASS|Reuters|Getty|Xinhua|Anadolu|Kyodo|Handout|Pool|Shutterstock|Alamy|iStock|Unsplash|"
    r"Courtesy|courtesy of|via)\b|\b(?:Images?|Photos?|Press|News Agency|File)$)"
)
_OLD = re.compile(r"(?:^|[/ (])(?:file(?:\sphoto|\spicture)?|archiv\w*|archives?)\)?$", re.IGNORECASE)
_ANNOUNCED = "photo image picture foto credit crédit illustration bild quelle fuente fonte source".split()
_PHOTO_WORD = re.compile(
    r"\b(?:photo|image|picture|foto|credit|illustration|bild|quelle|imagem|imagen|fuente|fonte|cr[ée]dito?|source)",
    re.IGNORECASE,
)


class CaptionFound(NamedTuple):
    """A caption without its credit; file: the credit says that it is an archive picture."""

    caption: str
    credit: str | None
    file: bool


def read_caption(text: str) -> CaptionFound:
    """Split a caption from its credit; without a mark of one the whole text is caption."""
    text = text.strip()
    if not text or not (text[-1] in ")]" or "/" in text or "|" in text or "©" in text or _is_announced(text)):
        return CaptionFound(text, None, file=False)
    credit = None
    slashes = list(_SLASH.finditer(text))
    if slashes and len(text) - slashes[-1].end() <= MAX_CREDIT:
        text, credit = text[: slashes[-1].start()].rstrip(), text[slashes[-1].end() :].strip()
    elif (found := _BAR.search(text)) or ((found := _BRACKET.search(text)) and _is_credit(found["credit"])):
        text, credit = text[: found.start()].rstrip(), found["credit"].strip()
    elif owned := _OWNED.search(text):
        text, credit = text[: owned.start()].rstrip(), owned["credit"].strip()
    elif announced := _find_announced(text):
        text, credit = announced
    return CaptionFound(text, credit or None, is_file(credit))


def _is_announced(text: str) -> bool:
    """Say whether a word such as "Photo" stands where a credit may follow it."""
    return any(map(text[-MAX_CREDIT:].casefold().__contains__, _ANNOUNCED))


def _is_credit(text: str) -> bool:
    """Say whether what stands in brackets names who made a picture, and no word such as "Photo:" announces it."""
    return bool(_CREDITOR.search(text)) and not _PHOTO.match(text)


def _find_announced(text: str) -> tuple[str, str] | None:
    """Find a credit that a word such as "Photo:" announces: the caption before it, and the credit."""
    for word in _PHOTO_WORD.finditer(text[-MAX_CREDIT:]):
        at = max(0, len(text) - MAX_CREDIT) + word.start()
        found = _PHOTO.fullmatch(text, at)
        if found:
            return text[:at].rstrip(" ([|-–—"), found[1].strip()
    return None


def is_file(credit: str | None) -> bool:
    """Say whether a credit marks an archive picture: "AFP/File", "Reuters/File Photo", "(Archiv)"."""
    return credit is not None and _OLD.search(credit) is not None
