"""dpa digitalwires: dpa's JSON, one item or a list of them; notes that are not for publication stay apart from the text.

{"format": "digitalwires@0.9.1", "urn": "urn:newsml:dpa.com:...", "version": 1, "dateline": "Berlin (dpa) - ", ...}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.blocks import Content, read_fragment
from wiredesk.formats.json_document import parse_json
from wiredesk.formats.json_fields import (
    as_dict,
    as_line,
    find_wrong_types,
    is_archive,
    pick,
    pick_line,
    read_items,
    read_state,
    settle_embargo,
    walk_objects,
    walk_values,
)
from wiredesk.formats.wire_fields import (
    Draft,
    gather_subjects,
    make_subject,
    name_agency,
    read_edition,
)
from wiredesk.formats.wire_lines import make_byline, make_dateline
from wiredesk.parsing.editions import read_note
from wiredesk.records import Edition, Media, SignOff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiredesk.formats.json_fields import Types
    from wiredesk.records import CleanPage, EditionKind, Parts, Subject

_MARKS = ('"urn"', '"version_created"', '"article_html"', '"entry_id"', '"notepad"')
_SUBJECTS = frozenset(f"dnltype:{name}" for name in "dpasubject subject geosubject desk rubric".split())
_TYPES: Types = {
    **dict.fromkeys(
        "version_created embargoed language headline subhead teaser byline dateline article_html pubstatus creditline".split(),
        str,
    ),
    **dict.fromkeys("categories ednotes associations".split(), list),
    **dict.fromkeys(("version", "urgency"), (int, float, str)),
}
_CLOSING = "closingline"


def recognise(head: str, media_type: str) -> int:
    """Know an item by the name of the format, or by dpa's own fields."""
    del media_type
    if head.lstrip()[:1] not in {"{", "["}:
        return 0
    return 90 if '"digitalwires@' in head or sum(mark in head for mark in _MARKS) >= 4 else 0


def read(page: CleanPage) -> Parts:
    """Read one item, or each item of a list."""
    document = parse_json(page.text)
    found = document.value
    entries = as_dict(found).get("entries")
    items = found if isinstance(found, list) else entries if isinstance(entries, list) else [found]
    return read_items(page, document, items, read_item)


def read_item(item: Any) -> Draft:  # noqa: ANN401 - whatever JSON holds
    """Read one item."""
    urn = pick_line(item, "urn", "entry_id") if isinstance(item, dict) else None
    if not urn:
        raise Spike(Reason.NOT_A_STORY, "an item without a urn", rule="dpa-digitalwires.item")
    content = Content()
    for name in ("article_html", "infobox_html"):
        part = read_fragment(pick(item, name) or "")
        content = Content((*content.pieces, *part.pieces), (*content.media, *part.media))
    fields = {**_read_fields(item), "uri": urn, "problems": find_wrong_types(item, _TYPES)}
    settle_embargo(fields, item, "embargoed")
    return Draft(content, fields)


def _read_fields(item: dict[str, Any]) -> dict[str, Any]:
    """Read what the item says of itself; the kinds of its categories tell what each is."""
    closing = next((pick_line(note, "ednote") for note in _notes(item) if _is_closing(note)), None)
    desks = [pick_line(one, "name") for one in _categories(item, "desk")]
    located = [pick_line(one, "name") for one in _categories(item, "located")]
    header = {"service": " ".join(filter(None, (pick_line(one, "name") for one in _categories(item, "wire"))))}
    header |= {name: pick_line(item, name) or "" for name in ("kicker", "creditline", "autopublishnotice", "entry_id")}
    return read_state(item, "dpa-digitalwires", ("content_created",), ("version_created",)) | {
        "headline": pick_line(item, "headline"),
        "subheadline": pick_line(item, "subhead"),
        "abstract": pick_line(item, "teaser"),
        "byline": make_byline(pick_line(item, "byline")),
        "dateline": make_dateline(pick_line(item, "dateline"), None if pick(item, "dateline") else next(iter(located), None)),
        "edition": read_edition(*_read_signals(item)) or _read_private_edition(item),
        "category": next(filter(None, desks), None),
        "subjects": gather_subjects(
            _codes(one) for one in walk_objects(item, "categories") if as_line(one.get("type")) in _SUBJECTS
        ),
        "genre": gather_subjects(_codes(one) for one in _categories(item, "genre")),
        "keywords": tuple(dict.fromkeys(n for one in _categories(item, "keyword") if (n := pick_line(one, "name")))),
        "people": tuple(dict.fromkeys(n for one in _categories(item, "person") if (n := pick_line(one, "name")))),
        "ed_note": " ".join(_read_notes(item, public=True)),
        "private_notes": tuple(_read_notes(item, public=False)),
        "sign_off": SignOff(raw=closing) if closing else None,
        "usage_terms": pick_line(item, "usageterms"),
        "copyright": pick_line(item, "copyrightnotice"),
        "media": tuple(_read_media(item)),
        "agency": name_agency("dpa-digitalwires.creditline", pick_line(item, "creditline")),
        "wire_header": {name: value for name, value in header.items() if value},
    }


def _categories(item: dict[str, Any], kind: str) -> Iterator[dict[str, Any]]:
    return (one for one in walk_objects(item, "categories") if as_line(one.get("type")) == f"dnltype:{kind}")


def _codes(category: dict[str, Any]) -> Subject | None:
    kind = (as_line(category.get("type")) or "").rpartition(":")[2]
    return make_subject(None, pick_line(category, "qcode"), pick_line(category, "name"), f"dpa-digitalwires.{kind}")


def _read_signals(item: dict[str, Any]) -> Iterator[str | None]:
    yield pick_line(item, "signal")
    for one in _categories(item, "signal"):
        yield pick_line(one, "qcode", "name")


def _read_private_edition(item: dict[str, Any]) -> Edition | None:
    """Read what a private note says of the edition ("Eds: CORRECTS: ..."): the fact goes out, the words do not."""
    found = next(filter(None, map(read_note, _read_notes(item, public=False))), None)
    return Edition(kind=cast("EditionKind", found.kind), ordinal=found.ordinal) if found else None


def _notes(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return walk_objects(item, "ednotes")


def _is_closing(note: dict[str, Any]) -> bool:
    return (as_line(note.get("role")) or "").endswith(f":{_CLOSING}")


def _read_notes(item: dict[str, Any], *, public: bool) -> Iterator[str]:
    """Read the notes that may be published, or those that may not: what is not marked is private, contacts always are."""
    for note in _notes(item):
        text, role = pick_line(note, "ednote"), as_line(note.get("role")) or ""
        is_public = note.get("is_publishable") is True and "contact" not in role
        if text and is_public is public and not _is_closing(note):
            yield text


def _read_media(item: dict[str, Any]) -> Iterator[Media]:
    for one in walk_values(item.get("associations")):
        if as_line(one.get("type")) in {"text", "composite"}:
            continue
        renditions = [row for row in walk_values(one.get("renditions")) if pick_line(row, "url", "href")]
        best = max(renditions, key=lambda row: row["size"] if isinstance(row.get("size"), int) else 0, default={})
        caption, credit = pick_line(one, "caption", "headline"), pick_line(one, "creditline")
        url, kind = pick_line(best, "url", "href"), pick_line(best, "mimetype") or pick_line(one, "type")
        if url or caption:
            yield Media(url=url, caption=caption, credit=credit, file=is_archive(caption, credit), type=kind)


FORMAT = Format("dpa-digitalwires", recognise, read, "{[")
