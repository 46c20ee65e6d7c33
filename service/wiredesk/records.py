"""What travels on each topic, as frozen typed records; `schemas/` says the same as JSON Schema and leads.

Times are ISO 8601 strings, spans are `[start, end)` in code points of the decoded page (of the text
that markup becomes), in `Parts` of its `text`. A field that is not known is absent (its default), never guessed. A record may
gain optional fields; it never renames, retypes or drops one.

The file is long because the contract is read on one page.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

Span = tuple[int, int]
Mend = tuple[int, int, int, str]  # place and size in the text that came of a repair, size before, what was mended

Precision = Literal["year", "month", "day", "hour", "minute", "second"]
BlockKind = Literal["paragraph", "crosshead", "quote", "list", "table", "note"]
MentionType = Literal["person", "organisation", "place"]
PubStatus = Literal["usable", "withheld", "canceled"]
EditionKind = Literal[
    "alert", "urgent", "lead", "writethru", "update", "corrected", "refile", "repeat", "withdrawn", "kill", "embargo"
]
Stage = Literal["clean", "split", "enrich"]


class Record(Struct, frozen=True, omit_defaults=True, gc=False):
    """The base of all records: frozen, absent fields left out on the wire; none can hold itself, so no cycle is looked for."""


# ---------------------------------------------------------------- the parts of a story


class Claim(Record, frozen=True, kw_only=True):
    """Who claims a stretch of the page: a field of a record ("story.headline") or a kind of chrome ("chrome.share-bar")."""

    span: Span
    as_: str = field(name="as")
    rule: str | None = None


class Evidence(Record, frozen=True, kw_only=True):
    """How a field was found, and how sure that is (0 to 1)."""

    found_by: str
    confidence: float | None = None


class Moment(Record, frozen=True, kw_only=True):
    """A point in time as exact as the page tells it: value is ISO 8601 cut to its precision."""

    value: str
    precision: Precision
    found_by: str


class Author(Record, frozen=True, kw_only=True):
    """A person who wrote the story; role and organisation as printed."""

    name: str
    raw: str | None = None
    role: str | None = None
    organisation: str | None = None


class Byline(Record, frozen=True, kw_only=True):
    """Who wrote it: authors are people only; a credit ("Handout", "AFP Sport", an agency) is no author."""

    raw: str
    authors: tuple[Author, ...] = ()
    credits: tuple[str, ...] = ()


class Place(Record, frozen=True, kw_only=True):
    """A place as printed and, where it is known, which one it is: country is ISO 3166-1 alpha-2, degrees are WGS 84."""

    name: str
    country: str | None = None
    region: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    note: str | None = None


class Dateline(Record, frozen=True, kw_only=True):
    """Place, date and agency at the head of the lede; date is ISO 8601, or --MM-DD where the year is not known."""

    raw: str
    places: tuple[Place, ...] = ()
    date: str | None = None
    agency: str | None = None


class Agency(Record, frozen=True, kw_only=True):
    """The agency that wrote the story, apart from who published it; joint: codes of those that wrote it with this one.

    press_release: a wire that carries what its customers wrote, and no reporting of its own.
    """

    code: str
    name: str
    found_by: str
    joint: tuple[str, ...] = ()
    press_release: bool = False


class Subject(Record, frozen=True, kw_only=True):
    """A subject in a vocabulary (IPTC Media Topics, subject codes, ANPA category, the wire's own)."""

    scheme: str | None = None
    code: str | None = None
    name: str | None = None
    found_by: str | None = None
    confidence: float | None = None


class Block(Record, frozen=True, kw_only=True):
    """One block of the body, in order; text is the page's own, with line breaks inside a paragraph as spaces."""

    kind: BlockKind
    text: str
    span: Span | None = None


class Media(Record, frozen=True, kw_only=True):
    """A picture, video or sound with its caption; credit is what stands after the slash, whole; file: an archive picture."""

    url: str | None = None
    caption: str | None = None
    credit: str | None = None
    file: bool
    type: str | None = None


class Quote(Record, frozen=True, kw_only=True):
    """Direct speech; speaker only where the text says it. language: BCP 47, where it is not the story's."""

    text: str
    speaker: str | None = None
    span: Span | None = None
    language: str | None = None


class Mention(Record, frozen=True, kw_only=True):
    """A name in the body under its fullest form; count and spans cover its short forms too."""

    text: str
    type: MentionType
    count: int
    spans: tuple[Span, ...] = ()
    role: str | None = None
    country: str | None = None


class Edition(Record, frozen=True, kw_only=True):
    """Which edition of the story this is; ordinal 3 of "UPDATE 3-", note says what changed, as printed."""

    kind: EditionKind
    ordinal: int | None = None
    note: str | None = None


class SignOff(Record, frozen=True, kw_only=True):
    """The closing line of names: "Reporting by ...; Editing by ..."."""

    raw: str
    reporting: tuple[str, ...] = ()
    writing: tuple[str, ...] = ()
    editing: tuple[str, ...] = ()


# ---------------------------------------------------------------- what travels on the topics


class RawPage(Record, frozen=True, kw_only=True):
    """`wire.raw`: what producers send; one of body and body_base64."""

    page_id: str | None = None
    source: str | None = None
    url: str | None = None
    content_type: str | None = None
    charset: str | None = None
    captured_at: str | None = None
    body: str | None = None
    body_base64: bytes | None = None


class CleanPage(Record, frozen=True, kw_only=True, tag_field="schema", tag="wire-clean/1"):
    """`wire.clean`: decoded and repaired; repairs counts what was mended, chrome marks furniture lines of page text.

    mends: where it was mended, one layer a repair, the first one lowest.
    """

    page_id: str
    source: str | None = None
    url: str | None = None
    captured: Moment | None = None
    content_type: str | None = None
    format: str
    charset: str
    text: str
    repairs: dict[str, int] = {}
    mends: tuple[tuple[Mend, ...], ...] = ()
    chrome: tuple[Claim, ...] = ()


class Story(Record, frozen=True, kw_only=True, tag_field="schema", tag="wire-story/1"):
    """`wire.stories`: one story; inside `Parts` it holds what the page prints, `enrich` adds what follows from it."""

    story_id: str
    page_id: str
    source: str | None = None
    url: str | None = None
    uri: str | None = None
    version: str | None = None
    family: str | None = None
    fingerprint: str | None = None
    pub_status: PubStatus | None = None
    embargoed_until: str | None = None
    expires: str | None = None
    headline: str | None = None
    subheadline: str | None = None
    slugline: str | None = None
    take_key: str | None = None
    abstract: str | None = None
    byline: Byline | None = None
    dateline: Dateline | None = None
    agency: Agency | None = None
    partner: str | None = None
    publisher: str | None = None
    category: str | None = None
    subjects: tuple[Subject, ...] = ()
    published: Moment | None = None
    updated: Moment | None = None
    captured: Moment | None = None
    language: str | None = None
    body: tuple[Block, ...] = ()
    media: tuple[Media, ...] = ()
    quotes: tuple[Quote, ...] = ()
    mentions: tuple[Mention, ...] = ()
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    edition: Edition | None = None
    sign_off: SignOff | None = None
    ed_note: str | None = None
    usage_terms: str | None = None
    copyright: str | None = None
    private_notes: tuple[str, ...] = ()
    urgency: int | None = None
    priority: int | None = None
    genre: tuple[Subject, ...] = ()
    keywords: tuple[str, ...] = ()
    wire_header: dict[str, str] = {}
    word_count: int | None = None
    spans: dict[str, Span] = {}
    evidence: dict[str, Evidence] = {}
    problems: tuple[str, ...] = ()
    layout: str
    wiredesk: str


class RelatedItem(Record, frozen=True, kw_only=True, tag_field="schema", tag="wire-related/1"):
    """`wire.related`: a teaser of another story found on the page; story_id is the page's main story, if it has one."""

    related_id: str
    page_id: str
    story_id: str | None = None
    position: int
    publisher: str | None = None
    headline: str | None = None
    teaser: str | None = None
    truncated: bool
    category: str | None = None
    dateline: Dateline | None = None
    agency: Agency | None = None
    span: Span | None = None


class PublisherCard(Record, frozen=True, kw_only=True, tag_field="schema", tag="wire-publisher/1"):
    """`wire.publishers`: who published; publisher equals name, it is the key.

    Figures are as shown ("37K+"), and as the least number that they stand for (37000).
    """

    publisher: str
    page_id: str
    name: str
    followers: str | None = None
    followers_at_least: int | None = None
    posts: str | None = None
    posts_at_least: int | None = None
    views: str | None = None
    views_at_least: int | None = None
    about: str | None = None
    url: str | None = None


class Parts(Record, frozen=True, kw_only=True, tag_field="schema", tag="wire-parts/1"):
    """`wire.parts`: the page split; text is the page as read (markup rendered); accounting claims each non-blank once.

    mends: where text was mended, if it is the page itself; by them the spans downstream are those of the decoded page.
    """

    page_id: str
    source: str | None = None
    url: str | None = None
    captured: Moment | None = None
    format: str
    layout: str
    text: str
    stories: tuple[Story, ...] = ()
    related: tuple[RelatedItem, ...] = ()
    publishers: tuple[PublisherCard, ...] = ()
    accounting: tuple[Claim, ...] = ()
    mends: tuple[tuple[Mend, ...], ...] = ()
    problems: tuple[str, ...] = ()


class Origin(Record, frozen=True, kw_only=True):
    """Where on Kafka a message stood; headers as text, what is not text as base64 behind "base64:"."""

    topic: str
    partition: int
    offset: int
    headers: dict[str, str] = {}


class Spiked(Record, frozen=True, kw_only=True, tag_field="schema", tag="wire-spiked/1"):
    """`wire.spiked`: a message set aside, whole, with the reason; original is base64 in JSON, the bytes untouched.

    Larger than the broker takes: original holds the first 64 KiB, sha256 and size tell of the whole, origin where it stands.
    """

    page_id: str
    stage: Stage
    reason: str
    detail: str | None = None
    rule: str | None = None
    offset: int | None = None
    attempts: int = 1
    worker: str | None = None
    at: str | None = None
    origin: Origin | None = None
    raw_origin: Origin | None = None
    original: bytes | None = None
    sha256: str | None = None
    size: int | None = None


class Reading(Record, frozen=True, kw_only=True):
    """What one page became, as `wiredesk parse` prints it; outcome is "story" or "index-page"."""

    outcome: Literal["story", "index-page"]
    layout: str
    stories: tuple[Story, ...] = ()
    related: tuple[RelatedItem, ...] = ()
    publishers: tuple[PublisherCard, ...] = ()
    accounting: tuple[Claim, ...] = ()
    problems: tuple[str, ...] = ()
