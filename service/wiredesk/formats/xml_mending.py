"""Broken XML, mended before the lenient parser has it: names of HTML, bare ampersands, control characters, a CDATA cut off.

<p>Salt & sea &nbsp; &amp;</p>          <![CDATA[The mill of
"""

from __future__ import annotations

import re
from html.entities import html5

_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31});")
_BARE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)")
_FIVE = re.compile(r"&(amp|lt|gt|quot|apos);")
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def mend_xml(source: str) -> str:
    """Mend what would be lost; XML's own entities are written as numbers, for libxml2 drops their names behind a fault."""
    source = _CONTROLS.sub("", source)
    if source.rfind("<![CDATA[") > source.rfind("]]>"):
        source += "]]>"
    pieces = _CDATA.split(source)  # every second one is a CDATA, where an ampersand is one
    pieces[::2] = map(_mend_piece, pieces[::2])
    return "".join(pieces)


def _mend_piece(source: str) -> str:
    source = _NAMED.sub(lambda found: html5.get(found[1] + ";", found[0]), source)
    source = _BARE.sub("&#38;", source)
    return _FIVE.sub(lambda found: f"&#{ord(html5[found[1] + ';'])};", source)
