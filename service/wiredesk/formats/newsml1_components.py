"""A component of NewsML 1: its lines, its administrative and descriptive metadata, and what stands below it, as one draft.

<NewsComponent><NewsLines><HeadLine>...</HeadLine><DateLine>...</DateLine></NewsLines><DescriptiveMetadata><SubjectCode>...
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from wiredesk.formats.newsml1_content import read_content
from wiredesk.formats.wire_fields import Draft, gather_subjects, make_subject, name_agency, read_number
from wiredesk.formats.wire_lines import is_writer, make_byline, make_credit, make_dateline
from wiredesk.formats.xml_tree import LANG, find_text, find_value, line_of, squeeze, text_of, walk
from wiredesk.records import Author, SignOff, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

    from wiredesk.formats.blocks import Content
    from wiredesk.records import Byline

_LINES = (
    *("HeadLine", "SubHeadLine", "ByLine", "ByLineTitle", "DateLine", "CreditLine", "CopyrightLine", "SlugLine", "KeywordLine"),
    "NewsLine",
)
_NOTES = frozenset(["ednote", "editorialnote", "advisoryline", "advisory"])
_METADATA = ("AdministrativeMetadata", "DescriptiveMetadata", "Metadata")  # what a component says of all those in it
_CATEGORY = "category"  # scheme of the wire's own section, which stands beside a code
_SUBJECT_TAGS = ("Subject", "SubjectMatter", "SubjectDetail", "SubjectQualifier")
_ORIGINS = frozenset(["Origin", "origin", "From"])
_SPACED = re.compile(r"(?:[^\W\d_] ){3,20}[^\W\d_]\b")
# some wires put who wrote and who edited it where the slugline belongs: "Jo Hartog (iwi)"
_SIGNED = re.compile(r"(?:[A-ZÀ-Þ][\w'.-]{0,20}\s){1,3}[A-ZÀ-Þ][\w'.-]{0,20}\s\([a-z]{2,4}(?:/[a-z]{2,4}){0,2}\)")


def read_component(component: Element, places: list[Element], base: dict[str, Any]) -> Draft:
    """Read a component with everything below it; places: where its headlines may stand, the nearest first."""
    content, nitf, roles = read_content(component)
    content, told = _take_notice(content)
    lines = _read_lines(places)
    above = [meta for place in places[1:] for meta in place.iterchildren(*_METADATA)]
    known, parties = _read_properties(component, *above), tuple(_read_parties(component))
    languages = [found.get("FormalName") for part in (component, *above) for found in part.iter("Language")]
    city, country, region = _read_location(places, known)
    slugline = lines.get("SlugLine")
    signed = slugline if slugline and _SIGNED.fullmatch(slugline) else None
    subjects = gather_subjects([*_read_subjects(component), *_read_packages(component)])
    subjects = subjects or gather_subjects(subject for meta in above for subject in _read_subjects(meta))
    priority = read_number(next(iter(known.get("Priority", ())), None))
    fields = base | {
        "headline": lines.get("HeadLine") or roles.get("headline") or nitf.get("headline") or _first_line(component),
        "subheadline": lines.get("SubHeadLine") or roles.get("subheadline") or nitf.get("subheadline"),
        "slugline": (None if signed else slugline) or nitf.get("slugline") or base.get("slugline"),
        "sign_off": SignOff(raw=signed) if signed else None,
        "abstract": roles.get("abstract") or nitf.get("abstract"),
        "byline": _read_byline(lines, parties)
        or nitf.get("byline")
        or make_byline(None, _read_creators(component, *above))
        or make_credit(lines.get("CreditLine")),
        "dateline": make_dateline(lines.get("DateLine"), city, country, region)
        if lines.get("DateLine")
        else nitf.get("dateline") or make_dateline(None, city, country, region),
        "agency": name_agency("newsml1.provider", *parties) or base.get("agency"),
        "copyright": lines.get("CopyrightLine") or nitf.get("copyright") or _read_copyright(component),
        "usage_terms": _read_usage(component) or lines.get("RightsLine"),
        "private_notes": (roles["contact"],) if "contact" in roles else (),
        "ed_note": _read_note(component) or nitf.get("ed_note") or told,
        "language": squeeze(next(filter(None, languages), None) or component.get(LANG))
        or base.get("language")
        or nitf.get("language"),
        "keywords": tuple(dict.fromkeys(_read_keywords(component, known))) or nitf.get("keywords"),
        "category": next((one.code for one in subjects if one.scheme == _CATEGORY), None) or nitf.get("category"),
        "subjects": subjects + (nitf.get("subjects") or ()),
        "genre": gather_subjects(_read_genres(component)),
        "priority": priority or base.get("priority"),
        # a component's own priority is the editors', as urgency is; the envelope's is the line's
        "urgency": base.get("urgency") or nitf.get("urgency") or priority,
    }
    credit = lines.get("CreditLine")
    if credit and not content.pieces:  # a picture's own credit
        content = content._replace(
            media=tuple(medium if medium.credit else replace(medium, credit=credit) for medium in content.media)
        )
    return Draft(content, fields)


def _read_lines(places: Iterable[Element]) -> dict[str, str]:
    """Give the news lines by name, each from the nearest place that has it."""
    lines: dict[str, str] = {}
    for place in places:
        for block in walk(place, "NewsLines"):
            for line in block.iterchildren("*"):
                if line.tag not in lines and (text := line_of(line, *_LINES)):
                    lines[line.tag] = text
    return lines


def _first_line(component: Element) -> str | None:
    return find_text(component, ".//NewsLines/HeadLine", ".//body.head/hedline/hl1")


def _read_properties(component: Element, *above: Element) -> dict[str, list[str]]:
    """Give the values of all properties below a component by their names; those of the metadata above it where it has none."""
    known: dict[str, list[str]] = {}
    for part in (component, *above):
        own: dict[str, list[str]] = {}
        for found in part.iter("Property"):
            name, value = found.get("FormalName"), squeeze(found.get("Value"))
            if name and value:
                own.setdefault(name, []).append(value)
        known = own | known
    return known


def _read_location(places: Iterable[Element], known: dict[str, list[str]]) -> tuple[str | None, str | None, str | None]:
    """Give city, country and region of where it was written, else of the first location, else of the properties."""
    for place in places:
        for location in sorted(place.iter("Location"), key=lambda found: found.get("HowPresent") not in _ORIGINS):
            inner = {found.get("FormalName"): found.get("Value") for found in location.iter("Property")}
            return inner.get("City"), inner.get("Country"), inner.get("CountryArea")
    city, country = (next(iter(known.get(name, ())), None) for name in ("City", "Country"))
    return city, country, None


def _read_parties(component: Element) -> Iterator[str | None]:
    for place in component.iter("Source", "Provider"):
        for party in walk(place, "Party"):
            yield squeeze(party.get("FormalName"))


def _read_byline(lines: dict[str, str], parties: tuple[str | None, ...]) -> Byline | None:
    """Read the byline; one that names the provider or source (a company, on a wire of releases) is a credit."""
    line, title = lines.get("ByLine"), lines.get("ByLineTitle")
    if line in parties:
        return make_credit(line)
    byline = make_byline(line)
    if byline is None or title is None or len(byline.authors) != 1 or byline.authors[0].role:
        return byline
    return replace(byline, authors=(replace(byline.authors[0], role=title),))


def _read_creators(*places: Element) -> Iterator[Author]:
    """Give the people who are named as creators, on a wire without a byline; most name a company or a login."""
    names = (squeeze(party.get("FormalName")) for place in places for party in place.iterfind(".//Creator/Party"))
    for name in dict.fromkeys(filter(None, names)):
        if is_writer(name):
            yield Author(name=name, raw=name)


def _read_copyright(component: Element) -> str | None:
    """Give the copyright of the metadata: holder and year."""
    for found in component.iter("Copyright"):
        text = " ".join(filter(None, (find_text(found, "CopyrightDate"), find_text(found, "CopyrightHolder"))))
        if text:
            return text
    return None


def _read_usage(component: Element) -> str | None:
    for found in component.iter("UsageRights"):
        text = find_text(found, "UsageType") or text_of(found)
        if text:
            return text
    return None


def _read_note(component: Element) -> str | None:
    for found in component.iter("NewsLine"):
        kind = (find_value(found, "NewsLineType", "FormalName") or "").replace("-", "").casefold()
        if kind in _NOTES:
            return find_text(found, "NewsLineText")
    return None


def _take_notice(content: Content) -> tuple[Content, str | None]:
    """Take the notice to the desks off the head of a text, whose first word is spaced out: "N i e u w bericht, vervangt"."""
    first = content.pieces[0].text if len(content.pieces) > 1 else ""
    return (content._replace(pieces=content.pieces[1:]), first) if _SPACED.match(first) else (content, None)


def _read_keywords(component: Element, known: dict[str, list[str]]) -> Iterator[str]:
    """Give the keywords: one an element, or several with semicolons between them."""
    lines = (text for line in component.iter("KeywordLine") if (text := text_of(line)))
    for line in (*lines, *known.get("Keyword", ())):
        yield from filter(None, (word.strip() for word in line.split(";")))
    for name, values in known.items():
        if name.endswith("Keywords"):  # Business Wire's "BWIndustryKeywords"
            yield from values


def _read_subjects(component: Element) -> Iterator[Subject | None]:
    """Give the codes, with the names that the item's own topics give them, and the wire's own category beside a code."""
    names = _read_topics(component)
    seen: set[tuple[str | None, str | None]] = set()
    for group in component.iter("SubjectCode"):
        for found in group.iter(*_SUBJECT_TAGS):
            code, scheme = found.get("FormalName"), found.get("Scheme") or found.get("Vocabulary")
            for row in ((scheme, code), (_CATEGORY, found.get("cat"))):
                if row[1] and row not in seen:
                    seen.add(row)
                    yield make_subject(*row, names.get(row[1].strip()), "newsml1.subject-code")


def _read_topics(component: Element) -> dict[str, str]:
    """Give the names that a topic set gives its codes, the English one where there are several."""
    names: dict[str, str] = {}
    for topic in component.iter("Topic"):
        code = find_text(topic, "FormalName")
        for found in walk(topic, "Description"):
            text = text_of(found)
            if code and text and (found.get("Variant") or "Name").casefold() == "name":
                if (found.get(LANG) or "").startswith("en"):
                    names[code] = text
                else:
                    names.setdefault(code, text)
    return names


def _read_packages(component: Element) -> Iterator[Subject | None]:
    """Give the service and product of which the story is part ("NEWS/ECO")."""
    for package in component.iter("Property"):
        if package.get("FormalName") == "NewsPackage":
            inner = {found.get("FormalName"): squeeze(found.get("Value")) for found in walk(package, "Property")}
            code = "/".join(filter(None, (inner.get("NewsService"), inner.get("NewsProduct"))))
            yield make_subject("services-products", code, None, "newsml1.news-package")


def _read_genres(component: Element) -> Iterator[Subject | None]:
    for found in component.iter("Genre"):
        name = squeeze(found.get("FormalName"))
        yield Subject(code=name, name=name, found_by="newsml1.genre") if name else None
