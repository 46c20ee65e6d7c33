"""Every Story is valid ninjs 3.1 and 2.1 by IPTC's own schemas, and comes back as it went out."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import msgspec
import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from referencing import Registry, Resource

from wiredesk.formats.ninjs_writer import VERSIONS, write_ninjs
from wiredesk.records import Author, Block, Byline, Dateline, Media, Mention, Moment, Place, RawPage, Story, Subject
from wiredesk.stages.pipeline import pipeline

TESTS = Path(__file__).parents[1]
SCHEMAS = {path.stem: json.loads(path.read_text("utf-8")) for path in (TESTS / "schemas" / "iptc").glob("*.json")}
REGISTRY = Registry().with_resources(
    [(url, Resource.from_contents(SCHEMAS["GeoJSON"])) for url in ("https://geojson.org/schema/GeoJSON.json",)]
)
FORMATS = jsonschema.FormatChecker(formats=())
VALIDATORS = {
    version: jsonschema.Draft202012Validator(
        SCHEMAS[f"ninjs-schema_{version}"], registry=REGISTRY, format_checker=FORMATS
    )
    for version in VERSIONS
}  # fmt: skip
STORIES = [
    (f"{path.parent.name}-{number}", msgspec.convert({"wiredesk": "0", **story}, Story))
    for path in sorted((TESTS / "cases").glob("*/expected.json"))
    for number, story in enumerate(json.loads(path.read_text("utf-8")).get("stories", ()))
]


@FORMATS.checks("date-time")
def is_date_time(value: object) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", str(value)))


@FORMATS.checks("uri")
def is_uri(value: object) -> bool:
    return bool(re.fullmatch(r"[a-zA-Z][a-zA-Z0-9+.-]*:([A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+", str(value)))


def check(story: Story) -> None:
    for version, validator in VALIDATORS.items():
        item = orjson.loads(orjson.dumps(write_ninjs(story, version)))
        validator.validate(item)
        assert item["standard"]["version"] == version


def test_the_schemas_are_strict():
    with pytest.raises(jsonschema.ValidationError):
        VALIDATORS["3.1"].validate({"uri": "urn:x:1", "versioncreated": "2024-03-19T09:00:00Z"})
    with pytest.raises(jsonschema.ValidationError):
        VALIDATORS["2.1"].validate({"uri": "no uri"})


@pytest.mark.parametrize(("name", "story"), STORIES, ids=[name for name, _ in STORIES])
def test_a_golden_story_is_valid_ninjs(name, story):
    assert name
    check(story)


@pytest.mark.parametrize(("name", "story"), STORIES, ids=[name for name, _ in STORIES])
@pytest.mark.parametrize("version", VERSIONS)
def test_a_golden_story_comes_back(name, story, version):
    back = pipeline(RawPage(body=orjson.dumps(write_ninjs(story, version)).decode())).stories[0]
    assert back.layout == "ninjs", name
    for field in ("headline", "subheadline", "slugline", "abstract", "version", "language", "copyright"):
        assert squeeze(getattr(back, field)) == squeeze(getattr(story, field)), field
    assert [squeeze(block.text) for block in back.body] == [squeeze(block.text) for block in story.body]
    assert [block.kind for block in back.body if block.kind in {"crosshead", "quote", "list"}] == [
        block.kind for block in story.body if block.kind in {"crosshead", "quote", "list"}
    ]
    if story.byline:
        assert back.byline.raw == squeeze(story.byline.raw)


def squeeze(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None


def test_what_is_private_or_embargoed_stays_so():
    story = make_story(private_notes=("call Lena",), embargoed_until="2024-03-20T06:00", pub_status="usable")
    item = write_ninjs(story)
    assert "Lena" not in str(item)
    assert item["pubStatus"] == "withheld"
    assert "embargoedUntil" not in item
    held = write_ninjs(make_story(embargoed_until="2024-03-20T06:00:00+01:00", pub_status="usable"), "2.1")
    assert held["embargoed"] == "2024-03-20T06:00:00+01:00"
    assert write_ninjs(make_story(pub_status="canceled"))["pubStatus"] == "canceled"


def test_a_uri_that_is_none_becomes_another_id():
    item = write_ninjs(make_story(uri="<1@desk>"))
    assert item["uri"] == "urn:wiredesk:story-1"
    assert {"role": "wire", "value": "<1@desk>"} in item["altIds"]


def make_story(**fields: object) -> Story:
    return Story(story_id="story-1", page_id="page-1", layout="test", wiredesk="0", **fields)


texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20)
uris = st.one_of(
    texts, st.sampled_from(["urn:newsml:a.example:1", "https://img.example/a b.jpg", "https://ü.example", "a:%zz", "x:"])
)
times = st.one_of(
    texts, st.sampled_from(["2024-03-19", "2024-03-19T09:00", "2024-03-19T09:00:00", "2024-03-19T09:00:00+01:00"])
)
moments = st.builds(Moment, value=times, precision=st.just("second"), found_by=st.just("x"))
subjects = st.builds(
    Subject,
    scheme=st.none() | uris | st.just("http://cv.iptc.org/newscodes/mediatopic/"),
    code=st.none() | uris,
    name=st.none() | texts,
    confidence=st.none() | st.floats(allow_nan=False, min_value=-1, max_value=2),
)
places = st.builds(
    Place,
    name=texts,
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
    geonames_id=st.none() | st.integers(0),
)
stories = st.builds(
    make_story,
    uri=st.none() | uris,
    version=st.none() | texts,
    pub_status=st.sampled_from([None, "usable", "withheld", "canceled"]),
    embargoed_until=st.none() | times,
    expires=st.none() | times,
    headline=st.none() | texts,
    abstract=st.none() | texts,
    byline=st.none() | st.builds(Byline, raw=texts, authors=st.tuples(st.builds(Author, name=texts))),
    dateline=st.none() | st.builds(Dateline, raw=texts, places=st.tuples(places)),
    published=st.none() | moments,
    updated=st.none() | moments,
    subjects=st.tuples(subjects),
    genre=st.tuples(subjects),
    urgency=st.none() | st.integers(),
    word_count=st.none() | st.integers(0, 9999),
    body=st.lists(
        st.builds(Block, kind=st.sampled_from(["paragraph", "crosshead", "quote", "list", "table", "note"]), text=texts),
        max_size=4,
    ).map(tuple),
    media=st.lists(
        st.builds(Media, url=st.none() | uris, caption=st.none() | texts, file=st.booleans(), type=st.none() | texts),
        max_size=2,
    ).map(tuple),
    mentions=st.tuples(
        st.builds(Mention, text=texts, type=st.sampled_from(["person", "organisation", "place"]), count=st.just(1))
    ),
    wire_header=st.dictionaries(texts.map("altid.{}".format), texts, max_size=2),
)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories)
def test_any_story_is_valid_ninjs(story):
    check(story)
