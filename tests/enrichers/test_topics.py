"""Media Topics of a story: passages with what they are about, and near misses that are about something else or nothing."""

from __future__ import annotations

import time

import pytest

from wiredesk.enrichers import topics as enricher
from wiredesk.knowledge.media_topics import list_above, topics, translate_subject_code
from wiredesk.knowledge.topic_terms import LANGUAGES, sections, terms
from wiredesk.parsing.topics import NOTHING, find_topics
from wiredesk.records import Block, Parts, Story, Subject

PASSAGES = [  # headline, text, topics that must be among those found, topics of which none may be
    ("Pilots end strike", "Pilots ended a strike of nine days after their union won a pay rise.", "labour dispute", "armed conflict"),
    ("Air strike hits depot", "An air strike hit a depot, and shelling went on along the front line, a European Union envoy said.", "armed conflict", "labour dispute"),
    ("Bank lifts dividend", "The bank raised its dividend after net profit rose by a third.", "business finance", "sport"),
    ("Quake shakes islands", "An earthquake of magnitude 5.8 shook the islands; there was no tsunami warning.", "natural disaster", "armed conflict"),
    ("Voters go to the polls", "Voters cast ballots in a national election that candidates called historic.", "election", "business finance"),
    ("Man charged with murder", "Prosecutors charged a man with the murder of two people who were stabbed.", "homicide", "business finance"),
    ("Hackers lock hospital", "Hackers used ransomware in a cyberattack on a hospital.", "cyber crime", "theft"),
    ("Central bank holds rates", "The central bank left interest rates alone as inflation slowed.", "macro economics", "sport"),
    ("Crude slips", "Crude oil fell below 60 a barrel after OPEC lifted output.", "energy and resource", "labour dispute"),
    ("Wheat harvest at record", "Farmers brought in a record wheat harvest of two million tonnes.", "agriculture", "energy and resource"),
    ("Rocket lifts off", "A rocket with two astronauts reached orbit and will dock with the space station.", "aerospace engineering", "armed conflict"),
    ("Keeper saves late penalty", "The goalkeeper kept out a penalty as the striker missed twice in the Champions League.", "soccer", "court"),
    ("Sanders throws four touchdowns", "The quarterback threw four touchdowns, a record in the NFL.", "American football", "soccer"),
    ("Seeded player out", "The top seeded player lost a tiebreak at Wimbledon.", "tennis", "court"),
    ("Protesters march", "Protesters marched on the square and police used tear gas on demonstrators.", "demonstration", "weather"),
    ("Junta takes power", "Officers took power in a coup and the junta closed the borders.", "coup d'etat", "sport"),
    ("Peacekeepers leave", "Peacekeepers began their withdrawal and the contingent of troops left, its mission over.", "international military intervention", "sport"),
    ("Measles outbreak", "An outbreak of measles infected 40 pupils; doctors urged vaccination.", "communicable disease", "sport"),
    ("Pope to visit", "The pope will leave the Vatican for a visit of three days.", "pope", "court"),
    ("Blaze guts mill", "Firefighters fought a blaze in an old mill through the night.", "fire", "business finance"),
    ("Bribes for permits", "Two officials took bribes for permits, the corruption inquiry found.", "corruption", "sport"),
    ("Carmaker cuts shifts", "The carmaker will close an assembly line at its factory in May.", "manufacturing and engineering", "school"),
    ("Sanctions on ships", "New sanctions hit ships that broke the oil embargo.", "economic sanction", "sport"),
    ("Snow closes pass", "Forecasters warned of heavy snowfall and gusts after a blizzard closed the pass.", "weather", "sport"),
    ("Refugees at the border", "The UNHCR counted 4,000 refugees in the refugee camp.", "refugees and internally displaced people", "sport"),
    ("Lawmakers pass bill", "Lawmakers in the senate passed the bill by two votes, and parliament rose.", "parliament", "sport"),
    ("Train derailed", "A train derailed near the lake after a collision with a lorry; passengers were unhurt.", "transport accident and incident", "sport"),
    ("Striker of matches", "He collects boxes of matches. His house is full of them, he says, and his wife does not mind.", "", "labour dispute"),
    ("A storm of protest", "The new road sign raised a storm of protest in the village, its mayor said.", "", "weather"),
    ("Under fire", "The mayor came under fire for the price of the new bench.", "", "fire"),
    ("On the tennis court", "They met on the tennis court and have been friends for forty years.", "", "court"),
    ("A bank of the river", "The bench stands on the river bank, where she likes to read.", "", "financial and business service"),
    ("Court card games", "The king, the queen and the jack are the court cards of a deck.", "", "court"),
    ("Crash course in baking", "She took a crash course and now bakes bread for the street.", "", "transport accident and incident"),
]  # fmt: skip


def read(headline: str, text: str, **fields) -> Story:
    body = tuple(Block(kind="paragraph", text=paragraph) for paragraph in text.split("\n"))
    story = Story(story_id="s", page_id="p", layout="plain", wiredesk="0", headline=headline, body=body, **fields)
    facts = enricher.find(story, Parts(page_id="p", format="page-text", layout="plain", text=text))
    return facts.fields.get("subjects", story.subjects)


@pytest.mark.parametrize(("headline", "text", "wanted", "never"), PASSAGES, ids=lambda value: str(value)[:24])
def test_a_passage_is_about_what_an_editor_says(headline, text, wanted, never):
    found = {subject.name for subject in read(headline, text)}
    assert not wanted or wanted in found, found
    assert never not in found
    assert wanted or not found, found


def test_every_row_of_the_tables_names_a_topic_that_is_in_use():
    tables = [terms(language) for language in LANGUAGES]
    codes = {term.key[0] for table in tables for rows in table.values() for term in rows} - {NOTHING} | set(sections().values())
    assert [code for code in codes if code not in topics() or topics()[code].retired] == []


def test_what_the_wire_gave_comes_first_and_is_translated():
    given = (Subject(scheme="iptc-subject-code", code="02001001", name="homicide", found_by="nitf"),)
    subjects = read("Dog wins prize", "A dog won a prize.", subjects=given)
    assert subjects[0] == given[0]
    assert [(s.scheme, s.name, s.found_by) for s in subjects[1:]] == [("medtop", "homicide", "subject-code")]


def test_category_and_tags_say_topics_by_name():
    subjects = read("Dog wins prize", "A dog won a prize.", category="MILITARY", tags=("#Soccer", "Kesten"))
    assert [(s.name, s.found_by) for s in subjects] == [("defence", "category"), ("soccer", "tag")]


def test_a_topic_above_another_is_not_said_twice():
    subjects = read("Dog wins prize", "A dog won a prize.", category="Politics", tags=("elections",))
    assert "11000000" in list_above("20000574")
    assert {s.name for s in subjects} == {"election", "politics"} - {"politics"} | {s.name for s in subjects[:1]}


def test_at_most_five_come_from_the_text():
    assert len(find_topics((), tuple(word for w, r in terms().items() for t in r for word in (w, *t.rest)), terms())) <= 5


def test_a_text_twice_as_long_takes_about_twice_the_time():
    words = tuple(word for first, rows in terms().items() for term in rows for word in (first, *term.rest)) * 20

    def spend(size):
        start = time.process_time()
        find_topics((), words[:size], terms())
        return time.process_time() - start

    spend(1000)
    assert min(spend(len(words)) for _ in range(3)) < 6 * min(spend(len(words) // 2) for _ in range(3))


def test_a_subject_code_without_a_topic_of_its_own_gives_the_one_above():
    assert translate_subject_code("15000999").code == "15000000"
    assert translate_subject_code("99000000") is None
