"""Whose page it is: names that stand for the author of a page whose stories bear no byline, as on a person's own site.

© 2025 Toby Hede. All rights reserved.          Copyright Ines Duval 2012-2025          Clara Nyberg's Tech Blog
"""

from __future__ import annotations

import re

OWNERS = ("copyright", "possessive")  # what leads such a name
MASTHEAD = 8  # lines at the top of a page that may name its owner
MAX_OWNER = 120  # characters of a line that names one
_NAME = r"[^\W\d_a-z][^\d|·•,©()<>]{3,38}?"
_RIGHT = re.compile(
    r"(?i:copyright\s?(?:©|\(c\)|by)?|©|\(c\))\s{0,2}(?i:copyright\s)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)?\d\d|present))?,?\s{0,2})?"
    rf"(?:(?i:by)\s)?(?P<name>{_NAME})\s?(?:$|[.|·•,©(]\s?|(?:19|20)\d\d)"
)
_POSSESSIVE = re.compile(
    rf"(?P<name>{_NAME})['’]s\s(?:[^\W\d_]+\s){{0,3}}(?i:blog|weblog|thoughts|notes|site|website|homepage|newsletter|journal|diary|notebook)\b"
)


def find_owner(text: str, *, top: bool) -> tuple[int, int, str] | None:
    """Find the name in a line that says whose page it is, with what leads it; top: the line stands at the page's top."""
    if len(text) > MAX_OWNER:
        return None
    found = _RIGHT.search(text) if "©" in text or "opyright" in text or "OPYRIGHT" in text or "(c)" in text else None
    if found:
        return *found.span("name"), OWNERS[0]
    found = _POSSESSIVE.match(text) if top and ("'s " in text or "’s " in text) else None
    return (*found.span("name"), OWNERS[1]) if found else None
