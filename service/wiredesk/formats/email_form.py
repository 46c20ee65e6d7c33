"""A web form that came by mail: one JSON object of field names and values.

{"Headline": ["Bridge opens"], "Slugline": ["Velden"], "News Value": ["2"], "Body": ["The bridge ..."]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from wiredesk.formats.wire_fields import gather_subjects, make_subject, read_number
from wiredesk.formats.wire_lines import make_byline, make_dateline
from wiredesk.formats.xml_tree import squeeze
from wiredesk.records import SignOff

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_FORM = 1 << 20
_LINES = {
    "headline": "headline",
    "slugline": "slugline",
    "slug": "slugline",
    "take": "take_key",
    "take key": "take_key",
    "abstract": "abstract",
    "summary": "abstract",
    "category": "category",
    "language": "language",
    "ednote": "ed_note",
    "editor's note": "ed_note",
    "editorial note": "ed_note",
}
_BODY = ("body", "story", "text", "content")


class Form(NamedTuple):
    """A form: the fields of a story by their names there, and the paragraphs of its body."""

    fields: dict[str, Any]
    body: tuple[str, ...]


def read_form(text: str) -> Form | None:
    """Read a text that is one JSON object with a headline or a body; None for any other."""
    text = text.strip()
    if text[:1] != "{" or text[-1:] != "}" or len(text) > MAX_FORM:
        return None
    try:
        found = orjson.loads(text.replace("\n", " "))
    except ValueError:  # no JSON, or a lone surrogate in it
        return None
    if not isinstance(found, dict):
        return None
    values = {key.strip().casefold(): value for key, raw in found.items() if (value := _first(raw))}
    body = next((values[name] for name in _BODY if name in values), "")
    if not body and "headline" not in values:
        return None
    paragraphs = tuple(line for chunk in body.split("\n") if (line := squeeze(chunk)))
    return Form(_read_fields(values), paragraphs)


def _first(raw: object) -> str | None:
    """Give the value of a field: a text, a number, or the first of a list."""
    value = raw[0] if isinstance(raw, list) and raw else raw
    return (
        value
        if isinstance(value, str)
        else str(value)
        if isinstance(value, int | float) and not isinstance(value, bool)
        else None
    )


def _read_fields(values: Mapping[str, str]) -> dict[str, Any]:
    fields: dict[str, Any] = {field: squeeze(values[name]) for name, field in _LINES.items() if name in values}
    fields |= {
        "priority": read_number(values.get("priority")),
        "urgency": read_number(values.get("news value") or values.get("urgency")),
        "byline": make_byline(values.get("byline") or values.get("author")),
        "dateline": make_dateline(None, values.get("dateline")),
        "sign_off": SignOff(raw=values["sign off"]) if "sign off" in values else None,
        "subjects": gather_subjects([make_subject("category", None, values.get("category"), "rfc822.form")]),
        "genre": gather_subjects([make_subject("form", None, values.get("genre"), "rfc822.form")]),
        "keywords": tuple(filter(None, (squeeze(word) for word in values.get("keywords", "").split(",")))),
    }
    return {name: value for name, value in fields.items() if value}
