"""What the XML readers must say of invented messages with faithful headers."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from wiredesk.errors import Reason, Spike
from wiredesk.formats import newsml_g2, recognise
from wiredesk.formats.blocks import read_fragment
from wiredesk.records import RawPage
from wiredesk.stages.clean import clean
from wiredesk.stages.enrich import enrich
from wiredesk.stages.split import split

CASES = Path(__file__).parents[1] / "cases"
XML = ("nitf", "newsml1", "newsml-g2", "rss", "atom", "agency-xml")
NAMES = sorted(
    path.parent.name for name in XML for path in CASES.glob(f"{name}-*/page.txt") if "planning" not in path.parent.name
)


def read(name):
    return split(clean(RawPage(body_base64=(CASES / name / "page.txt").read_bytes())))


def texts(story):
    return [block.text for block in story.body]


@pytest.mark.parametrize("name", NAMES)
def test_every_case_is_read_by_its_format_and_every_character_is_claimed_once(name):
    parts = read(name)
    assert name.startswith(parts.format)
    assert parts.stories
    claimed = sorted(claim.span for claim in parts.accounting)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(claimed))
    rest = "".join(c for i, c in enumerate(parts.text) if not any(a <= i < b for a, b in claimed))
    assert not rest.strip()
    for story in parts.stories:
        for block in story.body:
            assert parts.text[slice(*block.span)] == block.text


@pytest.mark.parametrize("name", [name for name in NAMES if "malformed" in name])
def test_a_malformed_message_gives_what_can_be_read_and_says_so(name):
    story = read(name).stories[0]
    assert story.headline
    assert story.body
    assert story.problems


def test_nitf_gives_its_head_as_fields():
    story = read("nitf-aap-urgent").stories[0]
    assert (story.uri, story.urgency, story.slugline, story.take_key) == ("AAP.100.1", 4, "Ferry Lomond", "2ND UPDATE")
    assert (story.headline, story.subheadline) == ("Lomond ferry back in service", "Two years of repairs end")
    assert [(a.name, a.role) for a in story.byline.authors] == [("Ada Quill", "Harbour Correspondent")]
    assert story.dateline.places[0].name == "Lomond"
    assert story.published.value == "2024-03-11T09:15:00+11:00"
    assert story.expires == "2024-04-11T09:15:00+11:00"
    assert [b.kind for b in story.body] == ["paragraph", "crosshead", "list", "list"]
    assert [(m.caption, m.credit) for m in story.media] == [("The ferry at the quay", "Bo Lens")]


def test_tabular_copy_keeps_its_lines():
    assert "Green      21     Brown      18\n" in texts(read("nitf-pa-table").stories[0])[0]


def test_newsml1_uri_and_version_stand_apart():
    story = read("newsml1-afp-dateline").stories[0]
    assert (story.uri, story.version) == ("urn:newsml:afp.test:20240311:TX-1", "2")
    assert story.updated.value == "2024-03-11T10:14:51+00:00"
    assert story.dateline.raw == "LOMOND, March 11, 2024 (AFP)"


def test_components_with_lines_of_their_own_are_stories_with_ids_of_their_own():
    first, second = read("newsml1-belga-package").stories
    assert first.abstract == "De veerboot vaart weer."
    assert texts(first) == ["De boot vertrok maandag.", "De kade stond vol."]
    assert second.media[0].type == "audio/mpeg"
    assert first.story_id != second.story_id
    assert first.published.value == "2024-03-11T09:15:00"


def test_a_canceled_item_is_a_kill():
    story = read("newsml1-any-malformed").stories[0]
    assert (story.pub_status, story.edition.kind) == ("canceled", "kill")


def test_the_notepad_never_reaches_the_body():
    story = read("newsml-g2-dpa-notepad").stories[0]
    assert texts(story) == ["Die Fähre fährt seit Montag.", "Montag | 6.10 Uhr"]
    assert story.private_notes
    assert story.ed_note is None
    assert "Redaktion" not in read("newsml-g2-dpa-notepad").text


def test_an_embargo_is_a_fact():
    story = read("newsml-g2-any-embargo").stories[0]
    assert (story.pub_status, story.embargoed_until) == ("withheld", "2024-03-12T00:00:00+00:00")
    assert story.published is None


def test_an_entry_without_a_date_has_none():
    dated, undated = read("rss-any-feed").stories
    assert dated.published.value == "2024-03-11T09:15:00+00:00"
    assert undated.published is None
    assert texts(undated) == ["No date here."]
    assert read("atom-any-entry").stories[0].published is None


@pytest.mark.parametrize("root", ["conceptItem", "knowledgeItem", "planningItem", "catalogItem"])
def test_what_is_no_story_is_spiked(root):
    with pytest.raises(Spike) as caught:
        split(clean(RawPage(body=f'<?xml version="1.0"?><{root} guid="x" version="1"/>')))
    assert caught.value.reason is Reason.NOT_A_STORY


def test_prefixes_and_missing_namespaces_do_not_matter():
    assert recognise('<?xml version="1.0"?><g2:newsItem xmlns:g2="http://iptc.org/std/nar/2006-10-01/"/>') == "newsml-g2"


def test_a_message_gives_each_item_its_own_uri_version_and_place():
    text, picture = read("newsml-g2-reuters-message").stories
    assert (text.uri, text.version, text.wire_header["item"]) == ("tag:reuters.com,2024:newsml_L1N1AA001", "1", "1/2")
    assert (picture.uri, picture.version, picture.wire_header["item"]) == ("tag:reuters.com,2024:newsml_RC1AA002", "4", "2/2")
    assert [medium.url for medium in picture.media] == ["http://x.test/large.jpg"]


def test_a_package_refers_to_what_it_does_not_hold():
    parts = read("newsml-g2-any-package")
    assert [item.headline for item in parts.related] == ["Ferry sails again", "The quay at dawn"]
    assert {item.story_id for item in parts.related} == {parts.stories[0].story_id}


ITEM = '<newsItem guid="urn:{0}" version="1"><contentMeta><headline>H{0}</headline></contentMeta></newsItem>'
MESSAGE = f"<newsMessage><itemSet>{''.join(map(ITEM.format, range(5)))}</itemSet></newsMessage>"


def test_a_bad_item_does_not_take_its_neighbours_along(monkeypatch):
    def stumble(item, header):
        if item.get("guid") == "urn:2":
            raise KeyError(item.tag)
        return read_item(item, header)

    read_item = newsml_g2.read_item
    monkeypatch.setattr(newsml_g2, "read_item", stumble)
    parts = split(clean(RawPage(body=MESSAGE)))
    assert [story.headline for story in parts.stories] == ["H0", "H1", "H3", "H4"]
    assert parts.problems == ("item 3 at line 1 cannot be read: KeyError",)


def test_where_no_item_can_be_read_the_page_is_malformed(monkeypatch):
    monkeypatch.setattr(newsml_g2, "read_item", lambda *_, **__: 1 / 0)
    with pytest.raises(Spike) as caught:
        split(clean(RawPage(body=MESSAGE)))
    assert caught.value.reason is Reason.MALFORMED


def test_an_identifier_that_names_no_item_is_made_of_its_parts():
    assert read("newsml1-belga-video").stories[0].uri == "urn:newsml:belga.be:20240311:100000001"


def test_a_later_version_has_the_same_family_and_another_id():
    page = (CASES / "newsml1-afp-dateline" / "page.txt").read_text("utf-8")
    later = page.replace(">2</RevisionId>", ">3</RevisionId>").replace("TX-1:2<", "TX-1:3<")
    first, second = (enrich(split(clean(RawPage(body=text)))).stories[0] for text in (page, later))
    assert first.family == second.family
    assert first.story_id != second.story_id


def test_contacts_stylesheets_and_private_notes_stay_out_of_the_body():
    release, note = read("newsml1-business-wire-release").stories[0], read("newsml-g2-stt-note").stories[0]
    assert release.private_notes == ("Ada Quill, 555-0100",)
    assert not any("bwalignc" in text or "555" in text for text in texts(release))
    assert (note.private_notes, note.ed_note) == (("soita satamaan 000",), "Korjattu: lautalla oli yhdeksän.")


def test_codes_get_their_names_and_names_their_codes():
    story = enrich(read("atom-wenn-entertainment")).stories[0]
    found = {(subject.scheme, subject.code): subject.name for subject in story.subjects}
    assert found["iptc-subject-code", "01011000"] == "music"
    assert ("anpa", "e") in found
    story = enrich(read("newsml1-kyodo-obit")).stories[0]
    assert story.subjects[0].name == "death and dying"


def test_shortcodes_are_no_text_but_words_in_brackets_are():
    story = read("rss-wordpress-shortcodes").stories[0]
    assert texts(story) == ["The mill [sic] hired nine people.", "It runs at night."]
    assert story.media[0].caption == "The mill"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("<p>By Ada Quill\nVELDEN (AFP) - The mill grinds.</p>", ["By Ada Quill", "VELDEN (AFP) - The mill grinds."]),
        ("By Ada Quill and Bo Lind\nVELDEN - It grinds.", ["By Ada Quill and Bo Lind", "VELDEN - It grinds."]),
        ("<p>By Monday\nthe mill ground again.</p>", ["By Monday the mill ground again."]),
        (
            "<p>Grain\n    Barley rose on Monday as the\nmill took up\nwork.\n    Oats fell.</p>",
            ["Grain", "Barley rose on Monday as the mill took up work.", "Oats fell."],
        ),
        ("<p>The mill\n        grinds again\n        in Velden.</p>", ["The mill grinds again in Velden."]),
    ],
)
def test_copy_in_one_paragraph_keeps_the_lines_that_part_it(text, pieces):
    assert [piece.text for piece in read_fragment(text).pieces] == pieces
