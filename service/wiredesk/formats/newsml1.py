"""NewsML 1.0 to 1.2: an envelope and its items; the components of an item are its parts, or stories of their own.

<NewsML Version="1.2"><NewsEnvelope>...</NewsEnvelope><NewsItem><Identification>...</Identification><NewsManagement>...
<NewsComponent><NewsLines><HeadLine>...</HeadLine></NewsLines><ContentItem><DataContent>...
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.newsml1_components import read_component
from wiredesk.formats.wire_fields import name_agency, read_edition, read_moment, read_number, read_status, read_value
from wiredesk.formats.wire_items import read_items
from wiredesk.formats.xml import name_root, parse_xml
from wiredesk.formats.xml_tree import LANG, find, find_text, find_value, squeeze, text_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from wiredesk.formats.wire_fields import Draft
    from wiredesk.records import CleanPage, Parts

# what stands beside a text, and is none by itself
_BESIDE = frozenset("caption abstract lead summary title headline contact logo stylesheet tweettext".split())
URN_PARTS = 5  # urn:newsml:provider:date:item, of which the revision may follow


def recognise(head: str, media_type: str) -> int:
    """Know a document whose root is <NewsML>."""
    del media_type
    return 95 if name_root(head) in {"NewsML", "NewsItem"} else 0


def read(page: CleanPage) -> Parts:
    """Read every item of the envelope."""
    document = parse_xml(page.text)
    root = document.root
    items = [root] if root.tag == "NewsItem" else list(root.iter("NewsItem"))
    envelope = find(root, "NewsEnvelope")
    nothing = Spike(Reason.NOT_A_STORY, "a NewsML envelope without news items", rule="newsml1.items")
    return read_items(page, document, items, partial(read_item, envelope=envelope), nothing=nothing)


def read_item(item: Element, envelope: Element | None) -> Iterator[Draft]:
    """Read one NewsItem: a story, or one for each component that has its own headline and text."""
    fields = _read_management(item, envelope)
    tops = list(walk(item, "NewsComponent"))
    stories = [child for top in tops for child in _find_stories(top)]
    parts = [_name_part(component) for component in stories]
    for number, component in enumerate(stories or [item]):
        lines = [component] if component in tops else [component, *tops[:1]]
        draft = read_component(component, lines, fields)
        if len(stories) > 1 and fields["uri"]:
            part = parts[number]
            draft.fields["uri"] = f"{fields['uri']}#{part if part and parts.count(part) == 1 else number}"
        yield draft


def _find_stories(top: Element) -> list[Element]:
    """Find the components that are stories: the top one, or those below it that have their own lines and parts.

    A text right below the top that has no headline of its own is the top's; what else stands there is its pictures.
    """
    if find(top, "ContentItem/DataContent") is not None:
        return [top]
    parts = list(walk(top, "NewsComponent"))
    if find_text(top, "NewsLines/HeadLine") and any(_is_text(part) for part in parts):
        return [top]
    return [c for c in parts if find(c, "NewsComponent") is not None and find_text(c, "NewsLines/HeadLine")] or [top]


def _is_text(part: Element) -> bool:
    """Tell a component that is the text of the one around it, by its role or by having no lines of its own."""
    if find_text(part, "NewsLines/HeadLine") or find_text(part, "ContentItem/DataContent") is None:
        return False
    return (find_value(part, "Role", "FormalName") or "").casefold() not in _BESIDE


def _name_part(component: Element) -> str | None:
    ids = (found.get("Value") for found in component.iter("Property") if found.get("FormalName") == "NewsObjectId")
    return next(filter(None, ids), None) or component.get("Duid")


def _read_management(item: Element, envelope: Element | None) -> dict[str, Any]:
    management = find(item, "NewsManagement")
    identity = find(item, "Identification/NewsIdentifier")
    status = find_value(management, "Status", "FormalName")
    instruction = find_value(management, "Instruction", "FormalName")
    first, change = find_text(management, "FirstCreated"), find(management, "StatusWillChange")
    changed = read_value(find_text(change, "DateAndTime"))
    return {
        "uri": _read_uri(identity, first),
        "version": find_text(identity, "RevisionId"),
        "pub_status": read_status(status),
        "edition": read_edition(instruction, status),
        "published": read_moment(first, "newsml1.first-created"),
        "updated": read_moment(find_text(management, "ThisRevisionCreated"), "newsml1.this-revision-created"),
        "embargoed_until": changed if read_status(status) == "withheld" else None,
        "expires": changed if read_status(find_value(change, "FutureStatus", "FormalName")) == "canceled" else None,
        "urgency": read_number(find_value(management, "Urgency", "FormalName")),
        "priority": read_number(find_value(envelope, "Priority", "FormalName")),
        "language": squeeze(item.get(LANG)),
        "slugline": _read_label(item),
        "people": tuple(dict.fromkeys(_read_people(item))),
        "agency": name_agency("newsml1.sent-from", find_value(envelope, "SentFrom/Party", "FormalName")),
        "wire_header": _read_envelope(envelope),
    }


def _read_label(item: Element) -> str | None:
    """Give the label of an item, where it is a slugline and no number."""
    label = find_text(item, "Identification/NameLabel")
    return None if label and any(letter.isdigit() for letter in label) else label


def _read_people(item: Element) -> Iterator[str]:
    """Name the people among the topics of an item."""
    for topic in item.iter("Topic"):
        if (find_value(topic, "TopicType", "FormalName") or "").casefold() == "person":
            names = (text_of(found) for found in walk(topic, "Description") if (found.get("Variant") or "Name") == "Name")
            if name := next(filter(None, names), None):
                yield name


def _read_uri(identity: Element | None, first: str | None) -> str | None:
    """Give the public identifier without its revision; one that names no item is made anew of its parts, as NewsML says.

    The day is that of the first revision: some wires date the identifier anew with each.
    """
    public, number = find_text(identity, "PublicIdentifier"), find_text(identity, "NewsItemId")
    version = find_text(identity, "RevisionId")
    if public and version:
        for revision in (f":{version}{find_value(identity, 'RevisionId', 'Update') or 'N'}", f":{version}"):  # "4U", "1N", "1"
            public = public.removesuffix(revision)
    parts = public.count(":") + 1 if public and public.startswith("urn:newsml:") else 0
    if public and (not parts or parts >= URN_PARTS or (number and number in public) or (not number and parts > URN_PARTS - 2)):
        return public
    provider, day = find_text(identity, "ProviderId"), (first or find_text(identity, "DateId") or "")[:8]
    if provider and number:
        return f"urn:newsml:{provider}:{day}:{number}"
    return f"{public}:{number}" if public and number else number


def _read_envelope(envelope: Element | None) -> dict[str, str]:
    products = " ".join(filter(None, (found.get("FormalName") for found in walk(envelope, "NewsProduct"))))
    found = {
        "transmission": find_text(envelope, "TransmissionId"),
        "service": find_value(envelope, "NewsService", "FormalName"),
        "product": products,
    }
    return {name: value for name, value in found.items() if value}


FORMAT = Format("newsml1", recognise, read, "<")
