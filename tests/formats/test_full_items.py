"""Every reader gives every field that its format can carry: one item a format that carries them all."""

from __future__ import annotations

from pathlib import Path

import pytest

from wiredesk.records import RawPage
from wiredesk.stages.pipeline import pipeline

CASES = Path(__file__).parents[1] / "cases"
BEGINNINGS = ("The bridge over the harbour of Velden opened on Monday", "Die Brücke über den Hafen von Velden ist seit Montag")
TEXT = "headline body published agency".split()
EVERY = [*TEXT, *"uri slugline abstract byline dateline updated language subjects media copyright keywords".split()]
DESK = [*EVERY, *"version pub_status urgency edition ed_note usage_terms expires genre".split()]
CARRIED = {
    "nitf-any-full": [*DESK, "subheadline", "people", "category", "sign_off"],
    "newsml1-any-full": [*(name for name in DESK if name != "expires"), "subheadline", "priority", "embargoed_until"],
    "newsml-g2-any-full": [*DESK, "subheadline", "people", "embargoed_until"],
    "ninjs-any-full-1x": [*DESK, "people", "category", "priority", "embargoed_until"],
    "ninjs-any-full-3x": [*DESK, "people", "subheadline", "embargoed_until"],
    "ap-media-ap-full": [*(name for name in DESK if name != "expires"), "people", "priority", "category", "take_key"],
    "dpa-digitalwires-dpa-full": [*(name for name in DESK if name != "slugline"), "people", "subheadline", "sign_off"],
    "rss-any-full": [name for name in EVERY if name not in {"slugline", "dateline"}] + ["url", "publisher"],
    "atom-any-full": [name for name in EVERY if name not in {"slugline", "dateline", "keywords"}] + ["url", "publisher"],
    "rss-wordpress-full": ["headline", "body", "published", "updated", "uri", "byline", "abstract", "keywords", "pub_status"],
    "agency-xml-any-full": [*DESK, "subheadline", "category", "priority", "embargoed_until"],
    "rfc822-any-full": [*TEXT, "uri", "byline", "dateline", "language", "media", "keywords"],
    "anpa1312-ap-writethru": [
        *TEXT,
        *"slugline take_key byline dateline category subjects priority ed_note wire_header".split(),
    ],
    "iptc7901-dpa-four-line": [*TEXT, *"slugline byline dateline category subjects priority sign_off wire_header".split()],
    "zczc-aap-sport": "headline body slugline category subjects agency wire_header".split(),
}
PRIVATE = ("0123", "0456")  # telephone numbers of notes that are not for publication


def read(case):
    (page,) = (CASES / case).glob("page.*")
    return pipeline(RawPage(body_base64=page.read_bytes())).stories[0]


@pytest.mark.parametrize("case", CARRIED)
def test_no_field_of_the_format_is_lost(case):
    story = read(case)
    assert [name for name in CARRIED[case] if not getattr(story, name)] == []


@pytest.mark.parametrize("case", [case for case in CARRIED if "full" in case])
def test_people_places_and_pictures_are_whole(case):
    story = read(case)
    assert story.byline.authors[0].name == "Ada Quill"
    assert not story.dateline or story.dateline.places[0].name.casefold() == "velden"
    assert all(medium.type and medium.url for medium in story.media)
    assert not any(number in str((story.body, story.ed_note, story.media)) for number in PRIVATE)
    assert not story.problems


@pytest.mark.parametrize("case", [case for case in CARRIED if "full" in case])
def test_the_body_is_the_text_and_nothing_else(case):
    first = read(case).body[0].text
    assert first.startswith(
        ("The bridge over the harbour of Velden opened on Monday", "Die Brücke über den Hafen von Velden ist")
    )
