"""What the readers of the text wires must say, whatever the values of a header, its control bytes, line ends and charset."""

from __future__ import annotations

import itertools
import string
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wiredesk.errors import Reason, Spike
from wiredesk.formats import HEAD_CHARS, formats, recognise
from wiredesk.records import RawPage
from wiredesk.stages.clean import clean
from wiredesk.stages.pipeline import pipeline
from wiredesk.stages.split import split

CASES = Path(__file__).parents[1] / "cases"
READERS = ("anpa1312", "iptc7901", "zczc", "rfc822", "media-release", "bulletin")
NAMES = sorted(path.parent.name for name in READERS for path in CASES.glob(f"{name}-*/page.*"))
quick = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
ALL = sorted(path for path in CASES.glob("*/page.*"))
line_ends = st.sampled_from(["\n", "\r\n", "\r\r\n"])
numbers = st.integers(0, 9999).map("{:04}".format)
words = st.text(string.ascii_lowercase, min_size=3, max_size=8)
keywords = st.lists(words.map(str.title), min_size=1, max_size=2).map("-".join).filter(lambda word: len(word) < 20)


def read(data):
    return split(clean(RawPage(body_base64=data.encode("latin-1") if isinstance(data, str) else data)))


def read_case(name):
    (path,) = (CASES / name).glob("page.*")
    return read(path.read_bytes())


def texts(story):
    return [block.text for block in story.body]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "bulletin-any-malformed"])
def test_every_case_is_read_by_its_format_and_every_character_is_claimed_once(name):
    parts = read_case(name)
    assert name.startswith(parts.format)
    claimed = sorted(claim.span for claim in parts.accounting)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(claimed))
    assert not "".join(c for i, c in enumerate(parts.text) if not any(a <= i < b for a, b in claimed)).strip()
    for story in parts.stories:
        for block in story.body:
            assert parts.text[slice(*block.span)] == block.text
        assert not any(c < " " and c != "\n" for text in texts(story) for c in text)


@pytest.mark.parametrize("name", [name for name in NAMES if "malformed" in name and name != "bulletin-any-malformed"])
def test_a_malformed_message_gives_what_can_be_read_and_says_so(name):
    parts = read_case(name)
    assert parts.stories[0].headline
    assert parts.stories[0].problems


@pytest.mark.parametrize("name", ["iptc7901-dpa-four-line", "iptc7901-dpa-german", "zczc-aap-flags", "rfc822-any-plain"])
def test_what_is_for_the_desk_stays_out_of_the_text(name):
    parts = read_case(name)
    notes = "\n".join(note for story in parts.stories for note in story.private_notes)
    assert "555" in notes
    assert "555" not in parts.text
    (path,) = (CASES / name).glob("page.*")
    assert all(not story.private_notes for story in pipeline(RawPage(body_base64=path.read_bytes())).stories)


anpa_headers = st.fixed_dictionaries(
    {
        "service": st.sampled_from(string.ascii_letters),
        "sequence": numbers,
        "source": words.map(lambda word: word[:5]),
        "priority": st.sampled_from("fubrdzhswa"),
        "category": st.sampled_from(string.ascii_lowercase),
        "cycle": st.sampled_from(["BC", "AM", "PM"]),
        "keyword": keywords,
        "date": st.tuples(st.integers(1, 12), st.integers(1, 28)).map(lambda day: f"{day[0]:02}-{day[1]:02}"),
        "word_count": numbers,
    }
)
iptc7901_headers = st.fixed_dictionaries(
    {
        "service": words.map(lambda word: word[:3]),
        "sequence": numbers,
        "priority": st.sampled_from("123456789"),
        "category": words.map(lambda word: word[:2]),
        "word_count": st.integers(0, 9999).map(str),
    }
)


@quick
@given(anpa_headers, st.booleans(), line_ends)
def test_an_anpa_header_says_what_was_put_in(head, controls, end):
    head = dict(head)
    keyword = head.pop("keyword")
    slug = f"{head['cycle']}-{keyword}   {head['date']} {head['word_count']}"
    if controls:
        first = f"\x16\x16\x01{head['service']}{head['sequence']}\x1f{head['source']}"
        text = f"{first}\n{head['priority']} {head['category']}\x13\x11 {slug}\n\x02"
    else:
        text = f"F\n{head['service']}{head['sequence']}{head['source']}\n{head['priority']} {head['category']} {slug}\n\n"
    text += "\nBRIDGE OPENS\n    VELDEN, March 11 - The bridge opened." + ("\n\x03\n\x04" if controls else "\n")
    story = read(text.replace("\n", end)).stories[0]
    assert {name: story.wire_header.get(name) for name in head} == head
    assert story.wire_header["slug"] == f"{head['cycle']}-{keyword}"
    assert story.headline == "BRIDGE OPENS"
    assert texts(story) == ["VELDEN, March 11 - The bridge opened."]
    assert story.published is None  # a month and a day are no date


@quick
@given(iptc7901_headers, keywords, st.booleans(), line_ends, st.sampled_from(["latin-1", "utf-8", "cp1252"]))
def test_a_7901_header_says_what_was_put_in(head, keyword, controls, end, charset):
    soh, stx, etx = ("\x01", "\x02", "\x03") if controls else ("", "", "")
    first = f"{soh}{head['service']}{head['sequence']} {head['priority']} {head['category']} {head['word_count']}  dpa 17"
    above = f"{first}\n\n{keyword}/Brücke/\n\n{stx}EXTRA\nBrücke von Velden offen =\n\n"
    notes = "# Notizblock\n\n## Kontakte\n- Ada, 555\n\ndpa aq bl\n\n"
    text = f"{above}Velden (dpa) - Die Brücke öffnete.\n\n{notes}{etx}111015 GMT Mar 24\n"
    story = read(text.replace("\n", end).encode(charset)).stories[0]
    assert {name: story.wire_header.get(name) for name in head} == head
    assert (story.priority, story.category) == (int(head["priority"]), head["category"])
    assert (story.slugline, story.take_key, story.headline) == (f"{keyword}/Brücke", "EXTRA", "Brücke von Velden offen")
    assert texts(story) == ["Velden (dpa) - Die Brücke öffnete."]
    assert story.published.value == "2024-03-11T10:15+00:00"
    assert story.sign_off.raw == "dpa aq bl"
    assert "555" in story.private_notes[0]


@pytest.mark.parametrize("name", NAMES)
def test_a_message_cut_off_anywhere_gets_an_answer(name):
    (path,) = (CASES / name).glob("page.*")
    data = path.read_bytes()
    for length in range(1, len(data), 7):
        with suppress(Spike):
            pipeline(RawPage(body_base64=data[:length]))


def test_stories_of_one_transmission_have_ids_and_places_of_their_own():
    stories = read_case("anpa1312-reuters-bare").stories
    assert [story.wire_header["item"] for story in stories] == ["1/3", "2/3", "3/3"]
    assert len({story.story_id for story in stories}) == 3
    assert [story.wire_header["sequence"] for story in stories] == ["0412", "0413", "0414"]


def test_a_bad_message_leaves_its_neighbours_alone():
    parts = read_case("iptc7901-any-malformed")
    assert [story.wire_header["sequence"] for story in parts.stories] == ["0001", "0003"]
    assert "message 2 at character" in parts.problems[0]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("\x01f0704\x1freute\nu f BC-X   02-26 0105\n\x02\n\x03\n", "anpa1312.text"),
        ("\x01eca0124 3 i 93  dpa 1888\n\nkey/\n\x02\n\x03\n", "iptc7901.text"),
        ("ZCZC AAP\n\nNNNN\n", "zczc.text"),
        ("LKW10100\nIssued at 6:40 am\n", "bulletin.title"),
        ("From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\nMessage-ID: <1@b>\n\n \n", "rfc822.text"),
    ],
)
def test_a_header_with_nothing_behind_it_is_spiked_with_rule_and_place(text, rule):
    with pytest.raises(Spike) as caught:
        read(text)
    assert (caught.value.reason, caught.value.rule) == (Reason.MALFORMED, rule)
    assert caught.value.offset is not None


@pytest.mark.parametrize(
    "text",
    [
        "2024 3 i 93 bridges were built\n\nThe bridge of Velden opened on Monday.",
        "A1 WIRE\nb c VELDEN BRIDGE OPENS\n\nThe bridge of Velden opened on Monday.",
        "BRIDGE OPENS\nBC-Velden is the new name\n\nThe bridge of Velden opened.",
        "Source: Lake Wire\nDate: Monday\n\nThe bridge of Velden opened.",
        "From: Velden\n\nThe bridge of Velden opened.",
        "Headline: Bridge opens\nBy: Ada Quill\nSubject: bridges\n\nThe bridge of Velden opened.",
        "The word ZCZC began each telegram\nand NNNN ended it.",
        "f0704 is a number\nu f is none\n\nText.",
        "LKW10100\n\nThe bridge of Velden opened on Monday.",
        "BRIDGE\nIssued on Monday\n\nThe bridge of Velden opened.",
    ],
)
def test_a_plain_page_is_no_wire(text):
    assert recognise(text) == "page-text"


def test_an_anpa_priority_that_has_no_number_gets_none():
    page = "f0704reute\nh f BC-X-Y   02-26 0105\n\nBRIDGE OPENS\n    VELDEN - It opened.\n"
    assert read(page).stories[0].priority is None


def test_mail_says_its_own_id_and_time():
    story = read_case("rfc822-any-html").stories[0]
    assert (story.uri, story.published.value) == ("bridge-1@mail.velden.example", "2024-03-11T10:15:00+01:00")
    assert story.headline == "Velden öffnet seine Brücke"
    assert texts(story)[2] == "„Wir haben gewartet“, sagte Edith Lorne."


def test_tables_stay_as_they_stand():
    tables = [block.text for block in read_case("anpa1312-ap-agate").stories[0].body if block.kind == "table"]
    assert tables[0] == ";W;L;OT;Pts\nVelden;31;12;4;66\nPörtschach;29;15;3;61"
    assert len(tables[1].split("\n")) == 3


def test_a_table_of_control_bytes_is_text_and_random_bytes_are_none():
    row = b"\x1eLomond\x1f\x1e 30\x1e \x1e 11\x1e \x1e \xf6\r\n"
    assert clean(RawPage(body_base64=b"\x16\x16\x01s0271\x1f--\r\nr s BC-X  03-11\r\n\x02" + row * 9)).format == "anpa1312"
    with pytest.raises(Spike):
        clean(RawPage(body_base64=row * 9))


@pytest.mark.parametrize("kind", ["multipart/mixed; boundary=", "message/rfc822; level="])
def test_a_mail_of_a_thousand_nested_parts_is_malformed(kind):
    head = "From: Desk <desk@velden.example>\nSubject: Boats\nMIME-Version: 1.0\n"
    nest = "".join(f"Content-Type: {kind}b{i}\n\n" + (f"--b{i}\n" if "boundary" in kind else "") for i in range(1000))
    with pytest.raises(Spike) as caught:
        pipeline(RawPage(body=head + nest + "Content-Type: text/plain\n\nNine boats."))
    assert (caught.value.reason, caught.value.rule) == (Reason.MALFORMED, "rfc822.nesting")


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.parent.name)
def test_the_surest_reader_has_the_page_though_not_all_are_asked(path):
    with suppress(Spike):
        text = clean(RawPage(body_base64=path.read_bytes())).text
        sure = {name: known.recognise(text[:HEAD_CHARS], "") for name, known in formats().items()}
        assert sure[recognise(text)] == max(sure.values())


def test_words_behind_an_iptc7901_header_make_no_bulletin_of_it():
    wire = "\x01TSA0001 4 a 226 Test Service\nVelden-Ferry/\n\x02Ferry of Velden sails again\n\nThe ferry sailed.\n\x03"
    assert read(wire).format == "iptc7901"
