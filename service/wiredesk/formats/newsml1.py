"""NewsML 1.0 to 1.2: an envelope and its items; the components of an item are its parts, or stories of their own.

<NewsML Version="1.2"><NewsEnvelope>...</NewsEnvelope><NewsItem><Identification>...</Identification><NewsManagement>...
<NewsComponent><NewsLines><HeadLine>...</HeadLine></NewsLines><ContentItem><DataContent>...

The file is long because an envelope, its items and their components are read in one walk.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.blocks import Content, Piece, read_blocks, read_fragment, split_paragraphs
from wiredesk.formats.drafting import Composer, gather
from wiredesk.formats.nitf_content import read_nitf
from wiredesk.formats.wire_fields import (
    Draft,
    gather_subjects,
    lay_out,
    make_byline,
    make_credit,
    make_dateline,
    make_subject,
    read_edition,
    read_moment,
    read_number,
    read_status,
)
from wiredesk.formats.xml import LANG, find_text, find_value, name_root, parse_xml, squeeze, walk_texts
from wiredesk.records import Media, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from wiredesk.records import CleanPage, Parts, Story

_TITLES = frozenset(["title", "headline"])
_ABSTRACTS = frozenset(["lead", "abstract", "summary"])
_CAPTIONS = frozenset(["caption"])
_TEXT = re.compile(r"text|nitf|html|xml|plain|news", re.IGNORECASE)
_SUBJECT_TAGS = ("Subject", "SubjectMatter", "SubjectDetail", "SubjectQualifier")


def recognise(head: str, media_type: str) -> int:
    """Know a document whose root is <NewsML>."""
    del media_type
    return 95 if name_root(head) in {"NewsML", "NewsItem"} else 0


def read(page: CleanPage) -> Parts:
    """Read every item of the envelope."""
    document = parse_xml(page.text)
    root = document.root
    composer = Composer()
    stories: list[Story] = []
    problems: list[str] = []
    items = [root] if root.tag == "NewsItem" else list(root.iter("NewsItem"))
    for item in items:
        try:
            for draft in read_item(item, root):
                draft.fields["problems"] = document.problems
                stories.append(lay_out(page, composer, len(stories), draft))
        except ValueError as error:
            problems.append(f"item at line {item.sourceline}: {error}")
    if not stories:
        raise Spike(Reason.NOT_A_STORY, "a NewsML envelope without news items", rule="newsml1.items")
    return gather(page, composer, stories, problems=problems)


def read_item(item: Element, root: Element) -> Iterator[Draft]:
    """Read one NewsItem: a story, or one for each component that has its own headline and text."""
    fields = _read_management(item, root)
    tops = item.findall("NewsComponent")
    stories = [child for top in tops for child in _find_stories(top)]
    for number, component in enumerate(stories or tops[:1] or [item]):
        lines = [component] if component in tops else [component, *tops[:1]]
        draft = _read_component(component, lines, fields)
        if len(stories) > 1:
            part = (
                find_value(component, ".//Property[@FormalName='NewsObjectId']", "Value")
                or component.get("Duid")
                or str(number)
            )
            draft.fields["uri"] = f"{fields['uri']}#{part}"
        yield draft


def _find_stories(top: Element) -> list[Element]:
    """Find the components that are stories: the top one, or those below it that have their own lines and parts."""
    if top.find("ContentItem/DataContent") is not None:
        return [top]
    parts = top.iterfind("NewsComponent")
    return [c for c in parts if c.find("NewsComponent") is not None and find_text(c, "NewsLines/HeadLine")] or [top]


def _read_management(item: Element, root: Element) -> dict[str, Any]:
    identity, management = item.find("Identification/NewsIdentifier"), item.find("NewsManagement")
    envelope = root.find("NewsEnvelope")
    version = find_text(identity, "RevisionId")
    uri = find_text(identity, "PublicIdentifier", "NewsItemId")
    if uri and version and uri.endswith(f":{version}"):
        uri = uri[: -len(version) - 1]
    status = find_value(management, "Status", "FormalName")
    instruction = find_value(management, "Instruction", "FormalName")
    return {
        "uri": uri,
        "version": version,
        "pub_status": read_status(status),
        "edition": read_edition(instruction, status),
        "published": read_moment(find_text(management, "FirstCreated"), "newsml1.first-created"),
        "updated": read_moment(find_text(management, "ThisRevisionCreated"), "newsml1.this-revision-created"),
        "embargoed_until": _future(management) if read_status(status) == "withheld" else None,
        "urgency": read_number(find_value(management, "Urgency", "FormalName")),
        "priority": read_number(find_value(envelope, "Priority", "FormalName")),
        "language": squeeze(item.get(LANG)),
    }


def _future(management: Element | None) -> str | None:
    when = find_text(management, "StatusWillChange/DateAndTime")
    moment = read_moment(when, "")
    return moment.value if moment else None


def _read_component(component: Element, lines: list[Element], base: dict[str, Any]) -> Draft:
    """Read a component with everything below it; lines: where its headlines may stand, the nearest first."""
    content, nitf, roles = _read_content(component)

    def line(name: str) -> str | None:
        return next((text for place in lines if (text := find_text(place, f"NewsLines/{name}"))), None)

    fields = dict(base)
    description = next(component.iter("DescriptiveMetadata"), None)
    location = next((found for place in lines for found in place.iter("Location")), None)
    city = find_value(location, "Property[@FormalName='City']", "Value")
    country = find_value(location, "Property[@FormalName='Country']", "Value")
    fields.update(
        {
            "headline": line("HeadLine") or roles.get("headline") or nitf.get("headline") or _first_line(component),
            "subheadline": line("SubHeadLine") or nitf.get("subheadline"),
            "slugline": line("SlugLine") or nitf.get("slugline"),
            "abstract": roles.get("abstract") or nitf.get("abstract"),
            "byline": make_byline(line("ByLine")) or nitf.get("byline") or make_credit(line("CreditLine")),
            "dateline": make_dateline(line("DateLine"), city, country)
            if line("DateLine")
            else nitf.get("dateline") or make_dateline(None, city, country),
            "copyright": line("CopyrightLine") or nitf.get("copyright"),
            "usage_terms": find_text(component, ".//UsageRights/UsageType", ".//UsageRights") or line("RightsLine"),
            "ed_note": _typed_line(component, "ednote", "editorialnote", "advisoryline", "advisory") or nitf.get("ed_note"),
            "language": find_value(description, "Language", "FormalName")
            or squeeze(component.get(LANG))
            or base.get("language")
            or nitf.get("language"),
            "keywords": tuple(dict.fromkeys(_read_keywords(component))) or nitf.get("keywords"),
            "subjects": gather_subjects(_read_subjects(component)) + (nitf.get("subjects") or ()),
            "genre": tuple(dict.fromkeys(_read_genres(component))),
            "priority": read_number(find_value(component, ".//Property[@FormalName='Priority']", "Value"))
            or base.get("priority"),
            "urgency": base.get("urgency") or nitf.get("urgency"),
        }
    )
    return Draft(content, fields)


def _first_line(component: Element) -> str | None:
    return find_text(component, ".//NewsLines/HeadLine", ".//body.head/hedline/hl1")


def _typed_line(component: Element, *names: str) -> str | None:
    for found in component.iter("NewsLine"):
        kind = (find_value(found, "NewsLineType", "FormalName") or "").replace("-", "").casefold()
        if kind in names:
            return find_text(found, "NewsLineText")
    return None


def _read_content(component: Element) -> tuple[Content, dict[str, Any], dict[str, str]]:
    """Read all content items below a component: text as blocks, the rest as media with the captions beside them."""
    pieces: list[Piece] = []
    media: list[Media] = []
    nitf: dict[str, Any] = {}
    roles: dict[str, str] = {}
    for item in component.iter("ContentItem"):
        role = _role_of(item, component)
        data = item.find("DataContent")
        if data is None or (item.get("Href") and not len(data) and not (data.text or "").strip()):
            if item.get("Href") or find_value(item, "MediaType", "FormalName"):
                media.append(_read_medium(item))
            continue
        inner, found = read_data(data, item)
        text = squeeze(" ".join(piece.text for piece in inner.pieces))
        if role in _TITLES and text:
            roles.setdefault("headline", text)
        elif role in _ABSTRACTS and text:
            roles.setdefault("abstract", text)
        elif role in _CAPTIONS and text:
            media.append(Media(caption=text, file=False))
        else:
            pieces.extend(inner.pieces)
            media.extend(inner.media)
            nitf = nitf or found
    return Content(tuple(pieces), tuple(_join_captions(media))), nitf, roles


def _role_of(item: Element, stop: Element) -> str:
    parent = item.getparent()
    role = find_value(parent, "Role", "FormalName") if parent is not None and parent is not stop.getparent() else None
    return (role or "").casefold()


def read_data(data: Element, item: Element) -> tuple[Content, dict[str, Any]]:
    """Read a DataContent: NITF, XHTML, blocks without a root, escaped HTML or plain text."""
    inner = next(data.iter("nitf"), None)
    if inner is not None:
        draft = read_nitf(inner)
        return draft.content, draft.fields
    if len(data):
        return read_blocks(next(data.iter("body.content"), data)), {}
    text = data.text or ""
    kind = find_value(item, "MimeType", "FormalName") or find_value(item, "Format", "FormalName") or ""
    if "html" in kind.casefold() or "<" in text:
        return read_fragment(text), {}
    return Content(tuple(split_paragraphs(text))), {}


def _read_medium(item: Element) -> Media:
    url = squeeze(item.get("Href"))
    words = [find_value(item, name, "FormalName") or "" for name in ("MimeType", "Format", "MediaType")]
    words.append((url or "").rpartition(".")[2])
    known = next((mime for word in words if (mime := _MIMES.get(word.casefold()))), None)
    declared = next((word for word in words if "/" in word), None)
    return Media(url=url, file=False, type=known or declared or next(filter(None, words[:3]), None))


_MIMES = {
    "mpeg3": "audio/mpeg",
    "audio/mpeg3": "audio/mpeg",
    "audio/mp3": "audio/mpeg",
    "mpeg4": "video/mp4",
    "mp4": "video/mp4",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
    "png": "image/png",
    "gif": "image/gif",
}


def _join_captions(media: list[Media]) -> Iterator[Media]:
    """Give a caption that stands alone to the medium beside it that has none."""
    captions = [medium.caption for medium in media if medium.caption and not medium.url]
    named = [medium for medium in media if medium.url or not medium.caption]
    if not named:
        yield from media
    for number, medium in enumerate(named):
        caption = medium.caption or (captions[min(number, len(captions) - 1)] if captions else None)
        yield Media(url=medium.url, caption=caption, credit=medium.credit, file=False, type=medium.type)


def _read_keywords(component: Element) -> Iterator[str]:
    yield from walk_texts(component, ".//KeywordLine")
    for found in component.iterfind(".//DescriptiveMetadata//Property[@FormalName='Keyword']"):
        value = squeeze(found.get("Value"))
        if value:
            yield value


def _read_subjects(component: Element) -> Iterator[Subject | None]:
    for code in component.iter("SubjectCode"):
        for found in code.iter(*_SUBJECT_TAGS):
            yield make_subject(
                found.get("Scheme") or found.get("Vocabulary"), found.get("FormalName"), None, "newsml1.subject-code"
            )
            if found.get("cat"):
                yield make_subject("category", found.get("cat"), None, "newsml1.subject-code")
    for package in component.iterfind(".//Property[@FormalName='NewsPackage']"):
        names = (find_value(package, f"Property[@FormalName='{part}']", "Value") for part in ("NewsService", "NewsProduct"))
        yield make_subject("services-products", "/".join(filter(None, names)), None, "newsml1.news-package")


def _read_genres(component: Element) -> Iterator[Subject]:
    for found in component.iter("Genre"):
        name = squeeze(found.get("FormalName"))
        if name:
            yield Subject(code=name, name=name, found_by="newsml1.genre")


FORMAT = Format("newsml1", recognise, read)
