"""What the JSON wires have in common: fields read as texts, lists and objects; the items of a message, each apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

from wiredesk.errors import Reason, Spike
from wiredesk.formats.wire_fields import read_moment, read_status
from wiredesk.formats.wire_items import lay_out_all
from wiredesk.parsing.captions import is_file
from wiredesk.parsing.identity import make_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from wiredesk.formats.json_document import JsonDocument
    from wiredesk.formats.wire_fields import Draft
    from wiredesk.records import CleanPage, Parts

Names: TypeAlias = tuple[str, ...]
Types: TypeAlias = dict[str, type | tuple[type, ...]]
_KINDS: dict[type | tuple[type, ...], str] = {
    str: "text",
    list: "list",
    dict: "object",
    (list, dict): "list or object",
    (int, float, str): "number",
}
MAX_ITEMS = 1000  # stories of one message
# they were escaped, so that decoding the page did not meet them
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def as_text(value: object) -> str | None:
    """Give a string without control characters; None for anything else, and for blanks."""
    if not isinstance(value, str):
        return None
    return (value if value.isprintable() else _CONTROLS.sub(" ", value)).strip() or None


def as_line(value: object) -> str | None:
    """Give a string on one line."""
    if not isinstance(value, str) or not value:
        return None
    if value.isprintable() and "  " not in value:  # as nearly all are
        return value.strip() or None
    return " ".join(_CONTROLS.sub(" ", value).split()) or None


def as_code(value: object) -> str | None:
    """Give a string or a number as an id, a version or a code on one line."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return as_line(value)


def as_number(value: object) -> int | None:
    """Give a small whole number (urgency): 4, 4.0 or "4"."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = as_code(value)
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 4 else None


def as_list(value: object) -> list[Any]:
    """Give a list as it is, anything else as none."""
    return value if isinstance(value, list) else []


def as_dict(value: object) -> dict[str, Any]:
    """Give an object as it is, anything else as an empty one."""
    return value if isinstance(value, dict) else {}


def walk_objects(item: dict[str, Any], *names: str) -> Iterator[dict[str, Any]]:
    """Give the objects under each of `names`: of a list, of an object whose keys number them, or the object itself."""
    for name in names:
        value = item.get(name)
        if value is None:
            continue
        rows = value if isinstance(value, list) else [value]
        yield from (one for one in rows if isinstance(one, dict))


def walk_values(value: object) -> Iterator[dict[str, Any]]:
    """Give the objects of a list, or of an object that names them ("renditions", "associations")."""
    rows = value.values() if isinstance(value, dict) else as_list(value)
    yield from (one for one in rows if isinstance(one, dict))


def pick(item: dict[str, Any], *names: str) -> str | None:
    """Give the first of the fields that has a text."""
    for name in names:
        value = item.get(name)
        text = as_text(value) if value is not None else None
        if text:
            return text
    return None


def pick_line(item: dict[str, Any], *names: str) -> str | None:
    """Give the first of the fields that has a text, on one line."""
    for name in names:
        value = item.get(name)
        if value and (line := as_line(value)):
            return line
    return None


def pick_code(item: dict[str, Any], *names: str) -> str | None:
    """Give the first of the fields that is an id, a version or a code: a text, or a number as text."""
    return next((code for name in names if (code := as_code(item.get(name)))), None)


def read_state(item: dict[str, Any], reader: str, first: Names, latest: Names) -> dict[str, Any]:
    """Read what every JSON wire says of an item's version: its number, what it replaces, times, status, language, urgency.

    first, latest: names of the fields that say when the item was first created, and when this version was.
    """
    before, expires = pick_line(item, "rewrite_of", "evolvedfrom"), read_moment(pick(item, "expires"), "")
    return {
        "version": pick_code(item, "version"),
        "family": make_id("family", before) if before else None,
        "published": read_moment(pick(item, *first), f"{reader}.{first[0]}"),
        "updated": read_moment(pick(item, *latest), f"{reader}.{latest[0]}"),
        "language": pick_line(item, "language"),
        "pub_status": read_status(pick_line(item, "pubstatus", "pubStatus")),
        "expires": expires.value if expires else None,
        "urgency": as_number(item.get("urgency")),
    }


def settle_embargo(fields: dict[str, Any], item: dict[str, Any], *names: str) -> None:
    """Say until when the story is embargoed; an embargo that cannot be read is told, and the story withheld."""
    value = next((item[name] for name in names if item.get(name)), None)
    moment = read_moment(as_text(value), "")
    if moment:
        fields["embargoed_until"] = moment.value
    elif value is not None:
        fields["problems"] = (*fields.get("problems", ()), "the embargo cannot be read, the story is withheld")
        if fields.get("pub_status") != "canceled":
            fields["pub_status"] = "withheld"


def find_wrong_types(item: dict[str, Any], types: Types) -> tuple[str, ...]:
    """Name the fields whose value is of another type than `types` says; one that is absent or null is not wrong."""
    found = []
    for name, expected in types.items():
        value = item.get(name)
        if value is not None and (not isinstance(value, expected) or isinstance(value, bool)):
            found.append(f"{name} is no {_KINDS[expected]}")
    return tuple(found)


def is_archive(caption: str | None, credit: str | None) -> bool:
    """Say whether a caption or its credit marks an archive picture: "AFP/File", "(Handout via AP, File)"."""
    return is_file(credit) or bool(caption and caption.endswith(")") and is_file(caption))


def read_items(page: CleanPage, document: JsonDocument, items: Iterable[Any], read_item: Callable[[Any], Draft]) -> Parts:
    """Read each item of a message; one that is no story, or broken, is a problem of the page and takes no other along.

    Raises the first item's Spike where none can be read.
    """
    drafts: list[Draft] = []
    spikes: list[Spike] = []
    problems = list(document.problems)
    for number, item in enumerate(items, 1):
        if number > MAX_ITEMS:
            problems.append(f"only the first {MAX_ITEMS} items are read")
            break
        try:
            drafts.append(read_item(item))
        except Spike as spike:
            spikes.append(spike)
            problems.append(f"item {number}: {spike.reason}: {spike.detail}")
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one item, its neighbours go out
            detail = f"item {number} cannot be read: {type(error).__name__}"
            spikes.append(Spike(Reason.MALFORMED, detail, rule="json.item"))
            problems.append(detail)
    if not drafts and spikes:
        raise spikes[0]
    for draft in drafts:
        draft.fields["problems"] = (*document.problems, *draft.fields.get("problems", ()))
    return lay_out_all(page, drafts, problems)
