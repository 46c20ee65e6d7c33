"""What a wire says to the desk and not to the reader: notepads, contacts, what is "not intended for publication".

# Notizblock          ## Editorial contacts          The following information is not intended for publication
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.rules import Rule, RuleTable

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_LINE = 160  # characters of a line that begins private matter

PRIVATE = RuleTable(
    "private",
    [
        Rule(
            "notepad",
            "#",
            r"#{1,2} ?(?:dpa-)?(?:Notizblock|Notebook|Notepad|Bloc-notes|Cuaderno)",
            "# Notebook",
            "# Notebooks sell",
        ),
        Rule(
            "contacts",
            "#",
            r"#{1,2} ?(?:Editorial contacts?|Kontakte?|Contacts?|Ansprechpartner|Redaktion(?:eller Hinweis)?|Contactos?)",
            "## Editorial contacts",
            "## Contact sports",
        ),
        Rule(
            "information",
            "TDL",
            r"(?:The following information is not (?:intended )?for publication"
            r"|Die folgenden Informationen sind nicht (?:zur|f(?:ü|ue)r die) Ver(?:ö|oe)ffentlichung bestimmt"
            r"|Les informations suivantes ne sont pas destin(?:é|e)es (?:à|a) la publication)[.:]?",
            "The following information is not intended for publication",
            "The following information is new",
        ),
        Rule(
            "not-for-publication",
            "N(-*",
            r"[(*\-\s]{0,4}(?:NOT FOR PUBLICATION|Not for publication|Nicht zur Ver(?:ö|oe)ffentlichung)[)*\-:\s.]{0,4}",
            "NOT FOR PUBLICATION",
            "NOT FOR PUBLICATION UNTIL 2022-01-14",
        ),
        Rule(
            "editors",
            "NA",
            r"(?:NOTES? TO EDITORS?|Notes? to [eE]ditors?|A note to editors?|ATTENTION EDITORS|Attention editors)\s*[:\-–—]?",
            "NOTE TO EDITORS:",
            "Note to editors who read",
        ),
        Rule(
            "press-contacts",
            "MPFC",
            r"(?:(?:Media|MEDIA|Press|PRESS)\s(?:[Cc]ontacts?|CONTACTS?|[Ee]nquiries|ENQUIRIES|[Ii]nquiries)"
            r"|(?:For|FOR) (?:further|more|FURTHER|MORE) (?:information|INFORMATION),? (?:please |PLEASE )?(?:contact|CONTACT)"
            r"|C(?:ontacts?|ONTACTS?))\s*:\s?.{0,100}",
            "Media contact: Ada Quill",
            "Media contacts were frequent",
        ),
    ],
)


class Parted(NamedTuple):
    """The lines of a story: those that may be published, and the private notes, each with its head."""

    public: list[str]
    private: tuple[str, ...]


def part_notes(lines: Sequence[str]) -> Parted:
    """Part the public lines of a story from the private ones, which go on to its end."""
    for position, line in enumerate(lines):
        text = line.strip()
        if text and len(text) <= MAX_LINE and PRIVATE.find(text):
            return Parted(list(lines[:position]), _split_notes(lines[position:]))
    return Parted(list(lines), ())


def _split_notes(lines: Sequence[str]) -> tuple[str, ...]:
    """Split private lines at their heads ("## Internet links")."""
    notes: list[list[str]] = [[]]
    for line in lines:
        text = line.strip()
        if text.startswith("#") or PRIVATE.find(text[:MAX_LINE]):
            notes.append([])
        if text.strip("#*- "):
            notes[-1].append(text.lstrip("# "))
    return tuple("\n".join(note) for note in notes if len(note) > 1 or (note and not _is_head(note[0])))


def _is_head(line: str) -> bool:
    return any(PRIVATE.find(f"{mark}{line}"[:MAX_LINE]) for mark in ("", "# "))
