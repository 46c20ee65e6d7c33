"""What the words before a date say that it is: "Published:" a publication, "Last updated on" a change, "©" neither.

Published: May 31          Actualizado a las          Aktualisiert am Dienstag,          Accessed on
"""

from __future__ import annotations

import re
from typing import Literal

from wiredesk.parsing.languages import DATE_WORDS, PUBLISHED, UPDATED, WEEKDAYS

DateLabel = Literal["published", "updated", "other", ""]

REACH = 64  # characters before a date in which its label stands
MAX_WORDS = 6  # words between a label and its date: "Updated by Jane Roe on"
_WORD = re.compile(r"[^\W\d_]+(?:['’.\-][^\W\d_]+)*|©")
_OTHER = frozenset(
    "© copyright accessed retrieved expires expired effective founded since until through before after from between "
    "starts started "
    "starting begins ends ended deadline born died joined established opens opened season event when valid due by "
    "commented replied comment says said wrote effective beginning".split()
)
_CONNECTING = DATE_WORDS | frozenset(WEEKDAYS)
_PUBLISHED: DateLabel = "published"
_UPDATED: DateLabel = "updated"
_LABELS: dict[str, DateLabel] = {**dict.fromkeys(PUBLISHED, _PUBLISHED), **dict.fromkeys(UPDATED, _UPDATED)}
_LONGEST = max(label.count(" ") for label in _LABELS) + 1
MAX_ZONE = 5  # letters of a time zone
_BULLETS = frozenset("•·|⋅∙●/")
_DATE_WORD = re.compile(
    r"(?i)(?:last )?(?:updated?|modified|issued|posted|published|edited|created|aktualisiert|veröffentlicht|stand|"
    r"publié|mis à jour|modifié|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|geplaatst|bijgewerkt)\b"
)
_WEAK = frozenset(
    "date data fecha datum created creado created erstellt edited checked update".split()
)  # labels only right before


def find_label(text: str, at: int) -> DateLabel:
    """Name what the words before `at` announce; "" where they announce nothing."""
    words = _WORD.findall(text[max(0, at - REACH) : at].casefold())
    right_before = True
    for end in range(len(words), max(0, len(words) - MAX_WORDS), -1):
        found = _label_at(words, end)
        if found and (right_before or not found[1]):
            return found[0]
        if words[end - 1] in _OTHER and right_before:
            return "other"
        right_before = right_before and words[end - 1] in _CONNECTING
    return ""


def _label_at(words: list[str], end: int) -> tuple[DateLabel, bool] | None:
    """Find the longest label that ends before `end`, and whether it counts only right before a date."""
    for start in range(max(0, end - _LONGEST), end):
        name = " ".join(words[start:end])
        if name in _LABELS:
            return _LABELS[name], name in _WEAK
    return None


def is_label(text: str) -> DateLabel:
    """Name the label that is the whole of a line: "Last updated:", with the date on the next one."""
    name = text.strip(" :|•·-–—").casefold()
    return _LABELS.get(name, "")


def is_of_date(text: str, start: int, end: int, *, dated: bool) -> bool:
    """Say whether the name at `[start, end)` belongs to the date beside it: "Updated 4:12", a zone, a place in capitals."""
    name = text[start:end]
    if _DATE_WORD.match(name):
        return True
    if not dated or not name.isupper():
        return False
    before, after = text[:start], text[end:]
    zone = len(name) <= MAX_ZONE and before[-1:] == " " and before.rstrip()[-1:] not in _BULLETS
    return (zone and bool(before.strip())) or after.startswith(", ") or before.endswith(("- ", "– ", ", "))
