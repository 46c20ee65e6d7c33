"""What is true of any page: it gets an answer, spans say what fields say, each character is claimed once."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from wiredesk.errors import Reason, Spike
from wiredesk.formats.assembly import MAX_LINES
from wiredesk.records import RawPage
from wiredesk.stages.clean import clean
from wiredesk.stages.enrich import enrich
from wiredesk.stages.pipeline import pipeline
from wiredesk.stages.split import split

FURNITURE = (
    " date 2023-05-11 ContributorsPublishersAdvertisers",
    "Economy", "By Ines DUVAL, Handout", "AFP", " 2 days ago", "https://img.example/image.php?url=1aBc",
    "Boats /AFP/File",
    "Kesten counts its boats",
    "VELDEN, May 9 (Reuters) - Shares fell 3 percent on Tuesday, the bank said.", "Comments / 3",
    "Related", "RELATED PEOPLE", "Person", "IN THIS ARTICLE", "#Kesten#Boats", "37K+", "Followers", "ABOUT", "- Quiet -", "",
    "The harbour took nine boats on Monday, more than in the year before, its master Edith Lorne said in a report.",
    "Published: May 31, 2024 at 8:43 p.m. | UPDATED: May 31, 2024", "Menu", "Log In", "Share", "Yahoo News", "View comments",
    "March 14, 2024, 8:05 AM·3 min read",
    "(Reporting by Lena Hartog; Editing by Ruth Malik)", "© 2024 Yahoo. All rights reserved.",
    "\u202eright to left\u202c", "e\u0301\u200d", "\ud800", "\x00\x01", "a\u2028b\u2029c\x85d", "\u00a0",
    "<p>not html", "{", "ZCZC",
)  # fmt: skip
pages = st.one_of(
    st.text(max_size=400), st.lists(st.one_of(st.sampled_from(FURNITURE), st.text(max_size=60)), max_size=40).map("\n".join)
)
quick = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


@quick
@given(pages)
def test_any_text_gets_an_answer(text):
    try:
        reading = pipeline(RawPage(body=text, captured_at="2024-06-01T00:00:00Z"))
    except Spike:
        return
    assert reading.stories or reading.related


@quick
@given(st.binary(max_size=300))
def test_any_bytes_get_an_answer(data):
    with suppress(Spike):
        pipeline(RawPage(body_base64=data))


@quick
@given(pages)
def test_clean_is_idempotent(text):
    try:
        once = clean(RawPage(body=text))
        twice = clean(RawPage(body=once.text))
    except Spike:
        return
    assert twice.text == once.text


@quick
@given(pages)
def test_each_character_is_claimed_once(text):
    try:
        read = clean(RawPage(body=text))
        parts = split(read)
    except Spike:
        return
    came = text if parts.text == read.text else parts.text  # what a format lays out anew has spans of its own
    for page, claims in ((parts.text, parts.accounting), (came, enrich(parts).accounting)):
        seen = bytearray(len(page))
        for claim in claims:
            start, end = claim.span
            assert 0 <= start <= end <= len(page)
            assert not any(seen[start:end]), f"{claim} claims what is claimed"
            seen[start:end] = b"\1" * (end - start)
        left = [c for c, claimed in zip(page, seen, strict=True) if not claimed and not c.isspace()]
        assert not left


@quick
@given(pages)
def test_a_span_says_what_its_field_says(text):
    try:
        parts = split(clean(RawPage(body=text)))
    except Spike:
        return
    for story in enrich(replace(parts, mends=())).stories:  # test_origin.py: on the page as it came
        for block in story.body:
            if block.span:
                assert squeeze(parts.text[slice(*block.span)]) == squeeze(block.text)
        for name in ("headline", "category", "publisher"):
            if name in story.spans and getattr(story, name):
                assert squeeze(parts.text[slice(*story.spans[name])]) == squeeze(getattr(story, name))
        assert all(0 <= start <= end <= len(parts.text) for start, end in story.spans.values())


@quick
@given(pages)
def test_ids_do_not_change(text):
    try:
        first, second = (pipeline(RawPage(body=text)) for _ in range(2))
    except Spike:
        return
    assert first == second


HOSTILE = {
    "one line": lambda n: "a" * n,
    "By": lambda n: "By\n" * (n // 3),
    "quotes": lambda n: '"\n' * (n // 2),
    "brackets": lambda n: "(" * n,
    "bracket lines": lambda n: "(AP) -\n" * (n // 7),
    "urls": lambda n: "https://example.com/a\n" * (n // 22),
    "digits": lambda n: "12:34 1/2/" * (n // 10),
    "names": lambda n: "Anna Lund, " * (n // 11),
    "prose": lambda n: "The harbour took nine boats on Monday, its master said in a report.\n\n" * (n // 69),
    "tags": lambda n: "<div>" * (n // 5),
    "json": lambda n: "[" * n,
    "prefixes": lambda n: "<nitf " + " ".join(f'xmlns:a{i}="u{i}"' for i in range(n // 18)) + "><body/></nitf>",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_doubling_a_hostile_page_about_doubles_the_time(kind):
    def spend(size: int) -> float:
        raw, best = RawPage(body=HOSTILE[kind](size)), 99.0
        for _ in range(3):
            start = time.process_time()
            with suppress(Spike):
                pipeline(raw)
            best = min(best, time.process_time() - start)
        return best

    assert spend(100_000) < 3.2 * spend(50_000) + 0.05


@pytest.mark.parametrize("line", ["a\n", "<p>a"])
def test_more_lines_than_a_worker_may_weigh_are_too_large(line):
    with pytest.raises(Spike) as caught:
        pipeline(RawPage(body="<html><body>" * (line[0] == "<") + line * (MAX_LINES + 1)))
    assert (caught.value.reason, caught.value.rule) == (Reason.TOO_LARGE, "page.lines")


def test_samples_of_the_demo_read():
    samples = Path(__file__).parent.parent / "service/wiredesk/edge/samples"
    for path in samples.glob("*.txt"):
        assert pipeline(RawPage(body=path.read_text("utf-8"))).stories


@pytest.mark.parametrize("line", ["(", '"', "- a", "...", "12", "—"])
def test_lines_without_words_are_no_headlines(line):
    with pytest.raises(Spike) as caught:
        pipeline(RawPage(body=f"{line}\n" * 300))
    assert caught.value.reason == Reason.NO_STORY
