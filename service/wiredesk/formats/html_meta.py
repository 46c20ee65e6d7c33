"""What an HTML page says of itself: JSON-LD, OpenGraph, meta tags, microdata. Evidence, weighed by `apply_meta`.

{"@type": "NewsArticle", "headline": "...", "datePublished": "2024-06-03T07:15:00+02:00", "author": {"name": "Clara Nyberg"}}
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson
from msgspec.structs import replace

from wiredesk.parsing.bylines import is_person, mend_case
from wiredesk.parsing.dates import find_dates, find_url_date
from wiredesk.parsing.headlines import cut_headline
from wiredesk.records import Author, Byline, Evidence, Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborHTMLParser

    from wiredesk.records import Parts, Story

MAX_LD = 400_000  # characters of one JSON-LD block
MAX_DEPTH = 12
MAX_HEADLINE = 250  # characters
MAX_PEOPLE = 6
ARTICLES = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "blogposting",
    "webpage",
    "analysisnewsarticle",
    "report",
    "techarticle",
    "scholarlyarticle",
    "opinionnewsarticle",
    "posting",
)
PUBLISHED = tuple(
    "article:published_time datepublished pubdate publish_date dc.date.issued dc.date dcterms.date date sailthru.date "
    "parsely-pub-date published-date publication_date publishdate publish-date w-published-date cxenseparse:recs:publishtime "
    "article.published og:published_time dcterms.created citation_publication_date citation_online_date".split()
)
MODIFIED = tuple("article:modified_time og:updated_time datemodified last-modified dcterms.modified".split())
AUTHORS = tuple(
    "author article:author_name dc.creator sailthru.author parsely-author byl citation_author twitter:data1".split()
)
DAYS = "datePublished", "dateModified"
TITLES = tuple("og:title twitter:title dc.title citation_title parsely-title headline".split())


class Meta(NamedTuple):
    """What the page says: titles and authors in the order of trust, dates as ISO 8601."""

    titles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    found_by: str = "metadata"

    @property
    def people(self) -> list[str]:
        """The people among the authors, each once, as a byline prints them; organisations are none."""
        names = (name for raw in self.authors for name in _CUT.split(_LEAD.sub("", raw.strip())))
        return list(dict.fromkeys(mend_case(name) for name in names if is_person(name)))[:MAX_PEOPLE]


def fold(text: str) -> str:
    """Fold a text to its words."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return " ".join(_WORD.findall(plain.casefold()))


_WORD = re.compile(r"[^\W_]+")
_CUT = re.compile(r"\s*[,;|&]\s*|\s+and\s+")
_LEAD = re.compile(r"(?i)(?:(?:written|posted|story)\s)?by\s+")
_ANNOUNCED = re.compile(r"(?i)\b(?:by|von|par|por|di|door|author)\b")


def read_meta(tree: LexborHTMLParser, url: str | None) -> Meta:
    """Read the page's metadata; what is broken is passed over."""
    tags = _read_tags(tree)
    articles = [node for node in _read_ld(tree) if _is_article(node)]
    articles.sort(key=is_web_page)
    ld = {
        key: next((node[key] for node in articles if node.get(key) and not (key in DAYS and is_web_page(node))), None)
        for key in ("headline", "author", *DAYS, "publisher")
    }
    title = tree.css_first("title")
    canonical = tree.css_first("link[rel=canonical]")
    html = tree.css_first("html")
    titles = [ld["headline"], *(tags[name] for name in TITLES if name in tags), title.text() if title else None]
    relation = [node.text() for node in tree.css("[rel=author], [itemprop=author]")[:6]]
    authors = [*_names(ld["author"]), *(tags[name] for name in AUTHORS if name in tags), *relation]
    time = tree.css_first("time[itemprop=datePublished], time[pubdate], [itemprop=datePublished]")
    shown = (time.attributes.get("datetime") or time.attributes.get("content") or time.text()) if time else None
    dates = [ld["datePublished"], *(tags[name] for name in PUBLISHED if name in tags), shown]
    return Meta(
        titles=tuple(str(one) for one in titles if isinstance(one, str) and one.strip()),
        authors=tuple(one for one in authors if isinstance(one, str)),
        published=next(filter(None, map(_read_time, dates)), None),
        updated=next(
            filter(None, map(_read_time, [ld["dateModified"], *(tags[name] for name in MODIFIED if name in tags)])), None
        ),
        publisher=tags.get("og:site_name") or next(iter(_names(ld["publisher"])), None),
        language=(html.attributes.get("lang") if html else None) or None,
        url=((canonical.attributes.get("href") if canonical else None) or tags.get("og:url") or url) or None,
    )


def apply_meta(parts: Parts, meta: Meta, *, untitled: bool = False) -> Parts:
    """Add to the main story what the page says of itself and the text does not contradict.

    untitled: the page has no heading and prints its title nowhere, so a line that looks like a headline is none.
    """
    if not parts.stories:
        return parts
    return replace(parts, stories=(_complete(parts.stories[0], meta, untitled=untitled), *parts.stories[1:]))


def _complete(story: Story, meta: Meta, *, untitled: bool) -> Story:
    changes: dict[str, Any] = {}
    evidence = dict(story.evidence)
    authors = meta.people
    announced = story.byline and story.byline.authors and _ANNOUNCED.search(story.byline.raw)
    if authors and not announced:
        changes["byline"] = Byline(raw=", ".join(authors), authors=tuple(Author(name=name) for name in authors))
        evidence["byline"] = Evidence(found_by=meta.found_by, confidence=0.8)
    if meta.published and story.published and story.published.value[:10] != meta.published[:10]:
        # measured on 271 pages: where the two disagree, the date that readers see is the story's, 5 times of 5
        changes["problems"] = (
            *story.problems,
            f"the page prints {story.published.value}, its metadata says {meta.published}",
        )
    elif meta.published:
        found_by = f"{story.published.found_by}+metadata" if story.published else meta.found_by
        changes["published"] = _make_moment(meta.published, found_by)
    elif story.published is None and (day := find_url_date(meta.url)):
        changes["published"] = _make_moment(day, "url-date")
    if meta.updated and story.updated is None and meta.updated != meta.published:
        changes["updated"] = _make_moment(meta.updated, meta.found_by)
    if meta.titles and (story.headline is None or untitled):
        start, end = cut_headline(meta.titles[0].strip())
        changes["headline"] = meta.titles[0].strip()[start:end]
        evidence["headline"] = Evidence(found_by=meta.found_by, confidence=0.6)
    changes |= {"publisher": story.publisher or meta.publisher, "language": story.language or meta.language}
    return replace(story, evidence=evidence, **changes)


def _make_moment(value: str, found_by: str) -> Moment:
    return Moment(value=value, precision="minute" if "T" in value else "day", found_by=found_by)


def _read_tags(tree: LexborHTMLParser) -> dict[str, str]:
    tags: dict[str, str] = {}
    for node in tree.css("meta[content]")[:400]:
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content and content.strip():
            tags.setdefault(name.casefold(), content.strip())
    return tags


def _read_ld(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """Read the objects of all JSON-LD blocks, those inside @graph and lists too."""
    for node in tree.css('script[type="application/ld+json"]')[:20]:
        text = node.text().strip()
        if len(text) <= MAX_LD:
            try:
                yield from _walk(orjson.loads(text), 0)
            except orjson.JSONDecodeError:
                continue


def _walk(value: Any, depth: int) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for one in value:
            yield from _walk(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _walk(value.get(key), depth + 1)


def _types(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [str(kind).casefold() for kind in (kinds if isinstance(kinds, list) else [kinds])]


def _is_article(node: dict[str, Any]) -> bool:
    return any(kind.endswith(ARTICLES) for kind in _types(node))


def is_web_page(node: dict[str, Any]) -> bool:
    """Say whether an object is the page alone: its dates are no story's (on five development pages, four of them undated)."""
    return "webpage" in _types(node)


def _names(value: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Name the people of an author; an Organization is none."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict) and isinstance(one.get("name"), str):
            yield one["name"]


def _read_time(value: Any) -> str | None:  # noqa: ANN401 - JSON
    dates = find_dates(value) if isinstance(value, str) else []
    return dates[0].value if dates else None
