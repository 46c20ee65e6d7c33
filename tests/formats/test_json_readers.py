"""What is true of every JSON wire: private notes stay private, a bad item takes no other along, each version its own id."""

from __future__ import annotations

import copy
from pathlib import Path

import orjson
import pytest

from wiredesk.errors import Reason, Spike
from wiredesk.records import RawPage
from wiredesk.stages.clean import clean
from wiredesk.stages.enrich import enrich
from wiredesk.stages.pipeline import pipeline
from wiredesk.stages.split import split

CASES = Path(__file__).parents[1] / "cases"
LOADED = {name: orjson.loads(next((CASES / name).glob("page.*")).read_bytes()) for name in (
    "ninjs-any-desk-1x", "ninjs-any-roles", "ap-media-ap-writethru", "dpa-digitalwires-dpa-notepad",
)}  # fmt: skip
VERSION = {"ninjs-any-desk-1x": "version", "ninjs-any-roles": "version", "dpa-digitalwires-dpa-notepad": "version"}


def read(value: object, **options: object):
    return pipeline(RawPage(body=orjson.dumps(value).decode()), **options)


@pytest.mark.parametrize("name", LOADED)
def test_a_later_version_has_the_same_family_and_another_id(name):
    later = copy.deepcopy(LOADED[name])
    (later["data"]["item"] if "data" in later else later)["version"] = 99
    (first,), (second,) = read(LOADED[name]).stories, read(later).stories
    assert first.family == second.family
    assert first.story_id != second.story_id
    assert second.version == "99"


def test_ap_is_known_by_its_id_however_it_was_asked_for():
    again = copy.deepcopy(LOADED["ap-media-ap-writethru"])
    again["data"]["item"]["uri"] += "&token=other"
    assert read(again).stories[0].story_id == read(LOADED["ap-media-ap-writethru"]).stories[0].story_id


@pytest.mark.parametrize("name", [name for name in LOADED if "ap-media" not in name])
@pytest.mark.parametrize("bad", [None, 7, "text", {}, {"uri": 1}, [], {"uri": "urn:x", "headline": 1}])
def test_a_bad_item_takes_no_other_along(name, bad):
    alone = read(LOADED[name]).stories[0]
    reading = read([bad, LOADED[name], bad])
    (story,) = reading.stories
    assert (story.story_id, story.headline) == (alone.story_id, alone.headline)
    assert [block.text for block in story.body] == [block.text for block in alone.body]
    assert len(reading.problems) == 2


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85"])
@pytest.mark.parametrize("name", LOADED)
def test_line_ends_of_unicode_in_a_string_are_no_fault_of_the_sender(name, end):
    value = copy.deepcopy(LOADED[name])
    item = value["data"]["item"] if "data" in value else value
    item["slugline"] = f"Velden{end}ferry"
    (story,) = read(value).stories
    assert not story.problems


def test_several_items_are_several_stories_with_their_place():
    feed = {
        "data": {"items": [LOADED["ap-media-ap-writethru"]["data"], {"item": {"altids": {"itemid": "b"}, "headline": "B"}}]}
    }
    reading = read({"api_version": "2.1", "method": "/content/feed.GET", **feed})
    assert [story.uri for story in reading.stories] == ["5a1f0c", "b"]
    assert [story.wire_header["item"] for story in reading.stories] == ["1/2", "2/2"]


def test_private_notes_are_kept_only_where_they_are_asked_for():
    item = LOADED["dpa-digitalwires-dpa-notepad"]
    (plain,), (kept,) = read(item).stories, read(item, keep_private_notes=True).stories
    assert not plain.private_notes
    assert [note.partition(" ")[0] for note in kept.private_notes] == ["Autor/in:", "Redaktion:"]
    for word in ("hartog.lena", "Kontakte", "Ruth Malik", "nicht zur"):
        assert word not in str(plain)
    assert not any(word in str(kept.body) for word in ("hartog.lena", "Redaktion", "Hafen"))


def test_a_private_note_tells_the_edition_and_is_not_told_itself():
    note = {"role": "dnlrole:ap.ednote", "ednote": "Eds: CORRECTS: spelling of Lorne", "is_publishable": False}
    story = read({**LOADED["dpa-digitalwires-dpa-notepad"], "ednotes": [note]}).stories[0]
    assert story.edition.kind == "corrected"
    assert "spelling" not in str(story)


@pytest.mark.parametrize(
    ("change", "status", "edition"),
    [
        ({"pubstatus": "canceled"}, "canceled", "kill"),
        ({"signal": "sig:kill"}, "canceled", "kill"),
        ({"signal": "sig:correction"}, "usable", "corrected"),
        ({"embargoed": "2024-03-20T19:00:00+01:00"}, "usable", "embargo"),
    ],
)
def test_a_kill_or_an_embargo_is_a_fact(change, status, edition):
    story = read({**LOADED["dpa-digitalwires-dpa-notepad"], **change}).stories[0]
    assert (story.pub_status, story.edition.kind) == (status, edition)
    ninjs = read({**LOADED["ninjs-any-desk-1x"], "evolvedfrom": None, **change}).stories[0]
    assert (ninjs.pub_status, ninjs.edition.kind) == (status, edition)


def test_a_rewrite_is_of_the_family_of_what_it_rewrites():
    first = read({"uri": "urn:newsml:a.example:1", "headline": "Boats sail"}).stories[0]
    second = read({"uri": "urn:newsml:a.example:2", "headline": "Boats sail", "rewrite_of": "urn:newsml:a.example:1"}).stories[
        0
    ]
    assert first.family == second.family
    assert first.story_id != second.story_id


@pytest.mark.parametrize("kind", ["event", "planning"])
def test_an_event_or_a_plan_is_no_story(kind):
    with pytest.raises(Spike) as caught:
        read(
            {
                "uri": "urn:newsml:a.example:1",
                "type": kind,
                "title": "Press conference",
                "versionCreated": "2024-03-19T09:00:00Z",
            }
        )
    assert caught.value.reason == Reason.NOT_A_STORY


def test_an_item_whose_fields_all_have_a_wrong_type_is_told_field_by_field():
    with pytest.raises(Spike) as caught:
        read({"uri": "urn:newsml:a.example:1", "headline": ["Boats"], "body_html": 7, "versioncreated": True, "language": {}})
    assert caught.value.reason == Reason.MALFORMED
    for field in ("headline", "body_html", "versioncreated", "language"):
        assert f"{field} is no text" in caught.value.detail


def test_no_time_is_invented():
    story = read(
        {"uri": "urn:newsml:a.example:1", "headline": "Boats sail", "versioncreated": "yesterday", "embargoed": "soon"}
    ).stories[0]
    assert story.published is None
    assert story.updated is None
    assert story.embargoed_until is None
    assert story.pub_status == "withheld"  # it is embargoed, until whenever
    assert any("embargo" in problem for problem in story.problems)


@pytest.mark.parametrize("name", LOADED)
def test_each_character_of_the_page_as_read_is_claimed_once(name):
    parts = split(clean(RawPage(body=orjson.dumps(LOADED[name]).decode())))
    for claims in (parts.accounting, enrich(parts).accounting):
        seen = [0] * len(parts.text)
        for claim in claims:
            for at in range(*claim.span):
                seen[at] += 1
        assert all(count == 1 for count, letter in zip(seen, parts.text, strict=True) if not letter.isspace())
    for block in parts.stories[0].body:
        assert parts.text[slice(*block.span)] == block.text
