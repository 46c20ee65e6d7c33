from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.agencies import agencies, credit_names, find_agencies, find_agency
from wiredesk.enrichers import Enricher, mentions, quotes
from wiredesk.enrichers.dateline import read_dateline
from wiredesk.knowledge.gazetteer import resolve_place
from wiredesk.parsing.closing_lines import CLOSING
from wiredesk.parsing.datelines import find_dateline
from wiredesk.parsing.editions import read_headline, read_note, read_slug
from wiredesk.parsing.fingerprints import fingerprint
from wiredesk.parsing.sign_offs import find_sign_off
from wiredesk.records import Block, Parts, RawPage, Story
from wiredesk.stages import enrich as stage
from wiredesk.stages.clean import clean
from wiredesk.stages.enrich import enrich
from wiredesk.stages.pipeline import pipeline
from wiredesk.stages.split import split

KNOWN = frozenset(credit_names())
COPY = (
    "VELDEN BRIDGE OPENS\nBy Jane Roe\n\n    HELSINKI, Jan 14 (Reuters) - The bridge of Velden will open\n"
    "in May, the mayor said on Friday, after three years of repairs.\n    The town has waited for it.\n"
    "    (Reporting by Jane Roe in Velden; Editing by John Doe)\n"
)


@pytest.mark.parametrize("agency", agencies().values(), ids=lambda agency: agency.code)
def test_each_agency_reads_its_own_dateline(agency):
    found = find_dateline(agency.dateline, KNOWN)
    assert found
    assert found.agency is None or find_agency(found.agency) == agency


@pytest.mark.parametrize(
    ("text", "places", "region", "day", "agency"),
    [
        ("MOSCOW (AP) — Russia said", ("MOSCOW",), None, None, "AP"),
        ("PARIS/BERLIN, Jan 14 (Reuters) - The two", ("PARIS", "BERLIN"), None, 14, "Reuters"),
        ("ALBANY, N.Y. (AP) - The bridge", ("ALBANY",), "N.Y.", None, "AP"),
        ("SALVADOR, Feb 26 - Showers went", ("SALVADOR",), None, 26, None),
        ("TORONTO, June 09, 2020 (GLOBE NEWSWIRE) -- The firm", ("TORONTO",), None, 9, "GLOBE NEWSWIRE"),
        ("Berlin (dpa/lni) - Der Senat", ("Berlin",), None, None, "dpa/lni"),
        ("PARIS, 10 juil 2024 (AFP) - Le pont", ("PARIS",), None, 10, "AFP"),
        ("(Reuters) - The bridge", (), None, None, "Reuters"),
        ("LONDON, 14 January (Reuters) _ The bridge", ("LONDON",), None, 14, "Reuters"),
        ("MOSCOW and KYIV (AP) – The two", ("MOSCOW", "KYIV"), None, None, "AP"),
        ("ST. LOUIS, MO., March 5 - The firm", ("ST. LOUIS",), "MO.", 5, None),
        ("RIO DE JANEIRO, March 5 - Brazil", ("RIO DE JANEIRO",), None, 5, None),
    ],
)
def test_a_dateline_is_read_in_its_parts(text, places, region, day, agency):
    found = find_dateline(text, KNOWN)
    assert found
    assert (found.places, found.region, found.day, found.agency) == (places, region, day, agency)


SUBJECTS = ("The mayor", "A council", "President Roe", "NATO", "IBM Corp", "Three men", "It", "Jane Roe", "UPDATE", "BREAKING")
SHAPES = (
    "{} said on Jan 14 that (as Reuters reported) it will open.",
    "{} (Reuters on Friday) opened the bridge.",
    "{} -- the first of May -- was late.",
    "{} said - again - that Velden, Ore., is open.",
    "{} told AP that it opens.",
    "{}, 42, opened the bridge (AP file photo) in May.",
    "{} opened: the bridge is new.",
    "{} - the new one - stands.",
    "{} [sic] opened the bridge.",
    "{} opened the bridge in Paris, Jan 14 being a holiday.",
)


@pytest.mark.parametrize("text", [shape.format(subject) for shape in SHAPES for subject in SUBJECTS])
def test_no_dateline_where_there_is_none(text):
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    ("name", "region", "country"),
    [("MOSCOW", None, "RU"), ("ALBANY", "N.Y.", "US"), ("LENINGRAD", None, "RU"), ("TBILISI", "Georgia", "GE"),
     ("ATLANTA", "Ga.", "US"), ("SINGAPORE", None, "SG"), ("LONDON", None, "GB"), ("LONDON", "Ont.", "CA")],
)  # fmt: skip
def test_a_place_knows_its_country(name, region, country):
    assert resolve_place(name, region).country == country


def test_a_historical_name_has_a_note_and_an_unknown_one_no_country():
    assert resolve_place("Leningrad").note
    assert resolve_place("Bridgewick-on-Nowhere").country is None


@pytest.mark.parametrize(
    ("text", "reporting", "editing"),
    [
        ("Reporting by Jane Roe in VELDEN and John Doe; Editing by Max Moe", ("Jane Roe", "John Doe"), ("Max Moe",)),
        ("(Additional reporting by Ann Poe; Writing by Max Moe)", ("Ann Poe",), ()),
        ("The bridge is open. (Reporting by Jane Roe; Editing by John Doe)", ("Jane Roe",), ("John Doe",)),
        ("Reporting and writing by Jane Roe. Editing by the Velden newsroom", ("Jane Roe",), ()),
    ],
)
def test_a_sign_off_names_its_people_by_duty(text, reporting, editing):
    found = find_sign_off(text)
    assert found
    assert (found.reporting, found.editing) == (reporting, editing)


@pytest.mark.parametrize(
    "text",
    ["Reporting by the agency found that prices rose.", "Editing by hand is slow.", "He was reporting by phone.",
     "Writing by candle light, Jane Roe finished the book.", "Reporting by law must be yearly."],
)  # fmt: skip
def test_a_sentence_is_no_sign_off(text):
    assert find_sign_off(text) is None
    assert CLOSING.find(text) is None


@pytest.mark.parametrize(
    ("read", "text", "kind", "ordinal"),
    [
        (read_headline, "UPDATE 3-Velden bridge opens", "update", 3),
        (read_headline, "WRAPUP 2-Velden bridge opens", "update", 2),
        (read_headline, "CORRECTED-Velden bridge opens", "corrected", None),
        (read_headline, "REFILE-Velden bridge opens", "refile", None),
        (read_headline, "BREAKING: Velden bridge opens", "alert", None),
        (read_slug, "BC-Velden-Bridge, 1st Ld-Writethru", "writethru", 1),
        (read_slug, "BC-Velden-Bridge, 2nd Ld", "lead", 2),
        (read_note, "(Adds mayor's comment in paragraph 3)", "update", None),
        (read_note, "This version of the Dec 6 story corrects the name of the bridge.", "corrected", None),
        (read_note, "(This story has been refiled to fix a typo)", "refile", None),
        (read_note, "STORY WITHDRAWN", "withdrawn", None),
        (read_note, "EDITORS: KILL the story on Velden", "kill", None),
        (read_note, "NOT FOR PUBLICATION UNTIL 2022-01-14T06:00Z", "embargo", None),
    ],
)
def test_an_edition_is_read(read, text, kind, ordinal):
    found = read(text)
    assert found
    assert (found.kind, found.ordinal) == (kind, ordinal)


@pytest.mark.parametrize(
    "text", ["UPDATE on Velden", "Kill fee for writers", "Urgent care opens", "Correction facility opens", "KILL BILL RETURNS"]
)
def test_a_headline_is_no_edition(text):
    assert read_headline(text) is None
    assert read_note(text) is None


def test_wire_copy_is_joined_cut_and_signed_off():
    reading = pipeline(RawPage(body=COPY, captured_at="2022-01-16T00:00:00Z"))
    story = reading.stories[0]
    assert story.dateline
    assert (story.dateline.date, story.dateline.places[0].country) == ("2022-01-14", "FI")
    assert story.body[0].text.startswith("The bridge of Velden will open in May")
    assert story.agency
    assert story.agency.code == "reuters"
    assert story.sign_off
    assert story.sign_off.editing == ("John Doe",)
    claimed = [0] * len(COPY)
    for claim in reading.accounting:
        for i in range(*claim.span):
            claimed[i] += 1
    assert all(n == 1 for n, c in zip(claimed, COPY, strict=True) if not c.isspace())


def test_an_enricher_that_fails_leaves_a_problem_and_the_rest(monkeypatch):
    def fail(_story, _parts):
        raise KeyError("x")

    parts = split(clean(RawPage(body=COPY)))
    monkeypatch.setattr(stage, "ENRICHERS", (Enricher("bad", fail), *stage.ENRICHERS))
    story = enrich(parts, enabled={"bad", "dateline"}).stories[0]
    assert story.problems == ("enricher bad failed: KeyError",)
    assert story.dateline


def test_switched_off_the_parts_come_through_as_they_are():
    parts = split(clean(RawPage(body=COPY)))
    reading = enrich(parts, enabled=())
    assert (reading.stories, reading.accounting) == (parts.stories, parts.accounting)


def test_joint_credits_name_both():
    assert [agency.code for agency in find_agencies("AP/Reuters")] == ["ap", "reuters"]


@given(st.text(max_size=300))
def test_no_text_makes_a_reader_raise(text):
    find_dateline(text, KNOWN)
    find_sign_off(text)
    read_headline(text)
    read_note(text)
    read_slug(text)
    fingerprint(text)


def test_explain_tells_why_of_each_mention_and_quote():
    text = '"We sail at noon," said Ferry captain Edith Lorne. The Bank of Kesten paid Kessel Motors Corp.'
    block = Block(kind="paragraph", text=text, span=(0, len(text)))
    story = Story(story_id="s", page_id="p", layout="plain", wiredesk="0", body=(block,))
    story = enrich(Parts(page_id="p", format="text", layout="plain", text=text, stories=(story,))).stories[0]
    rules = dict(zip([mention.text for mention in story.mentions], mentions.explain(story), strict=True))
    assert {name: why.found_by for name, why in rules.items()} == {
        "Edith Lorne": "names.given-name",
        "Bank of Kesten": "names.head",
        "Kessel Motors Corp": "names.suffix",
    }
    assert [why.found_by for why in quotes.explain(story)] == ["quotes.said"]


@pytest.mark.parametrize(
    ("dateline", "text", "country"),
    [
        ("HYDERABAD", "Police in Sindh said that Pakistani officials had come from Karachi and Lahore.", "PK"),
        ("HYDERABAD", "Police said that the Indian minister had come from Mumbai.", "IN"),
        ("HYDERABAD", "Police said that the minister had come and gone.", "IN"),
        ("CORDOBA", "The Spanish minister met Spanish farmers near Madrid, in Spain.", "ES"),
        ("CORDOBA", "Argentine farmers met the minister, who had come from Madrid, in Argentina.", "AR"),
        ("TRIPOLI", "Lebanese troops left the streets, Lebanese officials said in Beirut.", "LB"),
        ("TRIPOLI", "Libyan troops left the streets as Lebanese envoys came from Beirut and Lebanon.", "LY"),
        ("VALENCIA", "Venezuelan police held nine men in the north of Venezuela.", "VE"),
        ("VALENCIA", "Spanish police held nine men from Venezuela, Venezuelan papers said.", "ES"),
        ("SANTIAGO", "Police held nine men.", "CL"),
        ("SAN JOSE", "Police held nine men, Costa Rican papers said.", "CR"),
        ("PARIS", "Texas and the United States and American farmers were on the minds of U.S. envoys.", "FR"),
        ("LONDON", "Canadian farmers and Canada and Ontario and Toronto were on their minds.", "GB"),
        ("LONDON, Ontario", "British farmers and Britain and England were on their minds.", "CA"),
        ("ALEXANDRIA, Va.", "Egyptian farmers and Egypt and Cairo were on their minds.", "US"),
        ("ALEXANDRIA", "Egyptian farmers and Egypt and Cairo were on their minds.", "EG"),
        ("BIRMINGHAM, Ala.", "British farmers and Britain were on their minds.", "US"),
        ("BIRMINGHAM", "Farmers in the U.S. were on the minds of the British.", "GB"),
        ("ATLANTA", "Georgian farmers and Tbilisi were on their minds.", "US"),
        ("MERIDA", "Venezuelan farmers met; Venezuela and Venezuelan papers said so.", "VE"),
        ("VICTORIA", "Canadian farmers met; Canada and Canadian papers said so.", "CA"),
    ],
)
def test_a_dateline_is_where_region_story_or_custom_say(dateline, text, country):
    copy = f"{dateline}, Jan 14 (Reuters) - {text}"
    story = Story(story_id="s", page_id="p", layout="plain", wiredesk="0", body=(Block(kind="paragraph", text=copy),))
    story = enrich(Parts(page_id="p", format="text", layout="plain", text=copy, stories=(story,))).stories[0]
    assert [place.country for place in story.dateline.places] == [country]
