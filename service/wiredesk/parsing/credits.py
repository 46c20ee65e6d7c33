"""Credits of pictures that no word announces: told by who sends pictures, as credits print them.

REUTERS/Mara Lindqvist/File Photo        Jean MOREL / AFP        Ministry of Defence/Handout via REUTERS
"""

from __future__ import annotations

import re

MAX_CREDIT = 120
HOUSES = (
    "AP|Associated Press|The Associated Press|ASSOCIATED PRESS|AFP|EPA|EPA-EFE|dpa|DPA|PA|UPI|ANSA|EFE|TASS|Reuters|REUTERS|"
    "Getty|Getty Images|AFP-JIJI|Jiji|Xinhua|Anadolu|Anadolu Agency|AA|Kyodo|KYODO|ANP|TT|NTB|Ritzau|Scanpix|Ritzau Scanpix|"
    "Belga|APA|Keystone|KEYSTONE|Lusa|LUSA|PTI|ANI|Yonhap|Bernama|AAP|CP|The Canadian Press|THE CANADIAN PRESS|Sipa|SIPA|IMAGO|"
    "imago|picture alliance|Shutterstock|Alamy|iStock|Unsplash|Bloomberg|NurPhoto|Zuma|ZUMA|MAXPPP|Europa Press|"
    "EP|E\\.P\\.|123RF|Agência Brasil|Handout|Pool"
)
HOUSE = rf"(?:{HOUSES})"
_NAMED = r"(?:[A-ZÀ-ÖØ-Þ][\w.’'-]*(?:\s(?:d[aeiou]s?|v[ao]n|der|el|al|la|bin)){0,2}\s){1,3}[A-ZÀ-ÖØ-Þ][\w.’'-]+"
_ARCHIVE = r"(?:\s?/\s?(?:File(?:\sPhoto)?|Archiv|Archives?|Handout|Pool)){0,2}"
_BOTH = rf"{HOUSE}(?:\sPhoto)?\s?/\s?{_NAMED}{_ARCHIVE}|{_NAMED}\s?/\s?{HOUSE}(?:\s?/\s?{HOUSE})?{_ARCHIVE}"
_VIA = rf"(?:[\w.&’'-]+[ /]){{1,6}}via\s{HOUSE}"
_TAIL = re.compile(
    rf"(?<=[.!?…)»”\"])\s+(?P<word>(?:Beeld|Foto|Bild|Photo):?\s)?"
    rf"(?P<credit>(?P<bare>{HOUSE})|{_BOTH}|{_VIA}|Courtesy\sof\s[^.!?]{{3,60}}|{_NAMED}\sfor\sThe\s[A-Z][^.!?]{{3,40}})$"
)
_COPYRIGHT = re.compile(r"\s[-–—]\s(?:Copyright|©)\s(?P<credit>[A-Z][^.!?]{2,60})$")
_BY_SURNAME = re.compile(r"\s\((?P<credit>[A-ZÀ-ÖØ-Þ][\w’'-]+(?:\s[\w’'-]+)?\s[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'-]{2,})\)$")
_GLUED = re.compile(rf"(?<=[a-zß-ÿ]){HOUSE}$")
_LINE = re.compile(
    rf"(?P<word>©|\(c\)|Copyright|Credit:?|Photos?:?|Bild:?|Foto:?|Beeld:?|Image:?)?\s?"
    rf"(?P<credit>(?P<bare>{HOUSE}){_ARCHIVE}|{_BOTH}|{_VIA})"
)
_NAMES_HOUSE = re.compile(rf"\b{HOUSE}\b|\b(?:Photo|Handout|Courtesy|File)\b")
_HOUSES = tuple(HOUSES.split("|"))
_LAST_WORDS = frozenset(house.split()[-1] for house in _HOUSES) | {"Times", "Post", "Journal"}


def strip_glued(text: str) -> str:
    """Strip a picture's label that runs into its credit: "File PhotoREUTERS"."""
    return _GLUED.sub("", text) if text.endswith(_HOUSES) else text


def find_credit(text: str) -> tuple[str, str] | None:
    """Find the credit that a caption ends with, by who sends pictures: the caption before it, and the credit."""
    found = None
    start = max(0, len(text) - MAX_CREDIT)
    if text[-1:].isalnum() and ("/" in text[start:] or "Courtesy" in text[start:] or text.rpartition(" ")[2] in _LAST_WORDS):
        found = _TAIL.search(text, start)
    if not found and "opyright" in text[start:]:
        found = _COPYRIGHT.search(text, start)
    if not found and text[-1:] == ")" and text[-2:-1].isupper():
        found = _BY_SURNAME.search(text, start)
    return (text[: found.start()].rstrip(), found["credit"]) if found else None


def ends_with_agency(text: str) -> bool:
    """Say whether an agency's name alone follows the last sentence, as a story's last paragraph may end too."""
    if text.rpartition(" ")[2] not in _LAST_WORDS:
        return False
    found = _TAIL.search(text, max(0, len(text) - MAX_CREDIT))
    return bool(found and found["bare"] and not found["word"])


def names_house(credit: str) -> bool:
    """Say whether a credit names who sends pictures, or says that it is a picture's."""
    return bool(_NAMES_HOUSE.search(credit))


def read_house_line(text: str) -> str | None:
    """Read a line that is a credit alone: "© Jens Krüger/dpa", "AP Photo/Ida Falk"; an agency's bare name is none."""
    found = _LINE.fullmatch(text) if len(text) <= MAX_CREDIT else None
    if not found or (
        found["bare"] and not found["word"] and not found["bare"].startswith(("Getty", "Shutter", "iStock", "Alamy"))
    ):
        return None
    return found["credit"]
