"""Captions with their credit: what stands after the slash, whole.

Troops were sent to quell the unrest /Russian Defence Ministry/AFP/File
Boats return to the lake | AP Photo/Ida Falk          Boats return to the lake (Handout/Reuters/File)
The last section is lifted into place. (Photo: Ida Falk/The Harbour Post)
"""

from __future__ import annotations

import re
from typing import NamedTuple

from wiredesk.parsing.credits import MAX_CREDIT, ends_with_agency, find_credit, names_house, read_house_line, strip_glued

LEAST_WORDS = 3  # of a caption
_SLASH = re.compile(r"\s/(?=\S)")
_PHOTO = re.compile(
    r"[\s(\[]*(?:photo(?:graph)?|image|picture|foto|photograph|credit|illustration|bild|quelle|imagem|imagen|fuente|fonte|cr[ée]dito?|source)\s?(?:credit|by)?\s?(?::|/|by\s|courtesy\sof\s)\s*(.+?)[)\]]?\s*",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d[:.]\d\d\s?(?:[ap]\.?m\b|Uhr|[A-Z]{2,4}\b|h\b)")
_BAR = re.compile(r"\s\|\s(?P<credit>[^|.!?]{2,80})$")
_BRACKET = re.compile(r"\s[(\[](?P<credit>[^()\[\]]{2,80})[)\]]$")
_OWNED = re.compile(r"(?<=[.!?\w])\s*©\s?(?P<credit>[^©\d][^©]{1,80})$")
_CREDITOR = re.compile(
    r"^[A-Z][\w.-]+(?:\s[A-Z][\w.-]+){0,3}\s?/\s?[A-Z]|(?:\b(?:AP|AFP|EPA|dpa|DPA|PA|UPI|ANSA|EFE|TASS|Reuters|Getty|Xinhua|Anadolu|Kyodo|Handout|Pool|Shutterstock|Alamy|iStock|Unsplash|"
    r"Courtesy|courtesy of|via)\b|\b(?:Images?|Photos?|Press|News Agency|File)$)"
)
_OLD = re.compile(r"(?:^|[/ (])(?:file(?:\sphoto|\spicture)?|archiv\w*|archives?)\)?$", re.IGNORECASE)
_ANNOUNCED = "photo image picture foto credit crédit illustration bild quelle fuente fonte source".split()
_PHOTO_WORD = re.compile(
    r"(?<!file )\b(?:photo|image|picture|foto|credit|illustration|bild|quelle|imagem|imagen|fuente|fonte|cr[ée]dito?|source)",
    re.IGNORECASE,
)


class CaptionFound(NamedTuple):
    """A caption without its credit; file: the credit says that it is an archive picture."""

    caption: str
    credit: str | None
    file: bool


def read_caption(text: str) -> CaptionFound:
    """Split a caption from its credit; without a mark of one the whole text is caption."""
    text = strip_glued(text.strip())
    if not text:
        return CaptionFound(text, None, file=False)
    text, credit = find_credit(text) or _split(text)
    return CaptionFound(
        text, credit or None, is_file(credit) or text.startswith(("FILE PHOTO", "File photo", "FILE - ", "FILE – "))
    )


def read_credit(text: str) -> str | None:
    """Read a line that is a credit alone: "© Jens Krüger/dpa", "Photo: Ida Falk"; None where it is none."""
    credit = read_house_line(text)
    announced = _PHOTO.fullmatch(text) if not credit and len(text) <= MAX_CREDIT and _is_announced(text) else None
    return announced[1].strip() if announced and announced[1][-1] not in ".!?" else credit


def is_credited(text: str) -> bool:
    """Say whether a line is a caption with its credit; a name after a bar or a slash ("Jane Roe | Reporter") is none."""
    caption, credit, _ = read_caption(text)
    if credit is None or len(caption.split()) < LEAST_WORDS or tells_time(caption):
        return False
    return names_house(credit) or bool(_PHOTO_WORD.search(text[-MAX_CREDIT:])) or not ("|" in text or _SLASH.search(text))


def tells_time(text: str) -> bool:
    """Say whether a line tells a time of day with its zone or half of the day, as source lines do and captions hardly."""
    return bool(_CLOCK.search(text))


def is_surely_credited(text: str) -> bool:
    """Say whether a line ends with a credit that names who made or sends pictures, as no sentence of a story does."""
    credit = read_caption(text).credit
    return credit is not None and names_house(credit) and not ends_with_agency(text)


def _split(text: str) -> tuple[str, str | None]:
    """Split a caption from a credit that a sign or a word tells."""
    if not (text[-1] in ")]" or "/" in text or "|" in text or "©" in text or _is_announced(text)):
        return text, None
    slashes = list(_SLASH.finditer(text))
    if slashes and len(text) - slashes[-1].end() <= MAX_CREDIT:
        return text[: slashes[-1].start()].rstrip(), text[slashes[-1].end() :].strip()
    if (found := _BAR.search(text)) or ((found := _BRACKET.search(text)) and _is_credit(found["credit"])):
        credit = found["credit"].strip()
        announced = _PHOTO.fullmatch(credit)
        return text[: found.start()].rstrip(), announced[1].strip() if announced else credit
    if owned := _OWNED.search(text):
        return text[: owned.start()].rstrip(), owned["credit"].strip()
    return _find_announced(text) or (text, None)


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
