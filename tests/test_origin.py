"""Spans are those of the page as it came, whatever was repaired on it, and every printed character of it is accounted for."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wiredesk.edge.explain import explain_page
from wiredesk.errors import Spike
from wiredesk.formats.charsets import repair_text
from wiredesk.parsing.mends import Origin, compare, mend_line_ends
from wiredesk.records import RawPage
from wiredesk.stages.clean import clean
from wiredesk.stages.enrich import enrich
from wiredesk.stages.pipeline import pipeline
from wiredesk.stages.split import split

STORY = (
    "Home\nNews\n\nFerries return to Lake Maren\n\nBy Ines Duval\n3 March 2026\n\n"
    "The first ferry left Kesten’s landing on Tuesday, a week after the crews had walked out over night shifts.\n\n"
    "“We are glad to be back,” said the mate, Lotte Vries. Some 400 people stood at the pier – many with flags.\n\n"
    "The operator said that all seven ferries would sail again by Friday, weather allowing, and that fares stay the same.\n\n"
    "Subscribe\n© 2026 The Harbour Post\n"
)
LOST = b"\x81\x8d\x8f\x90\x9d"  # bytes that Windows' charset leaves out, and readers of it take for controls
WESTERN = {
    "latin-1": STORY.encode("utf-8").decode("latin-1"),
    "cp1252": "".join(chr(one) if one in LOST else bytes([one]).decode("cp1252") for one in STORY.encode("utf-8")),
}
DAMAGE = {
    "a byte order mark": lambda text: "\ufeff" + text,
    "a mark inside": lambda text: text.replace("Lake", "Lake\ufeff").replace("By", "\ufeffBy"),
    "NUL": lambda text: text.replace("ferry", "fer\0ry").replace("\n\nBy", "\n\0\nBy"),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "teletype line ends": lambda text: text.replace("\n", "\r\r\n"),
    "old line ends": lambda text: text.replace("\n", "\r"),
    "line separators": lambda text: text.replace("\n\n", "\u2028\u2029"),
    "soft hyphens": lambda text: text.replace("ferries", "fer\u00adries"),
    "decomposed letters": lambda text: text.replace("o", "o\u0308"),
    "the wrong charset": lambda _: WESTERN["cp1252"],
    "the wrong charset and carriage returns": lambda _: "\ufeff" + WESTERN["cp1252"].replace("\n", "\r\n"),
    "the wrong charset twice": lambda _: WESTERN["latin-1"].encode("utf-8").decode("latin-1"),
    "wrong here, right there": lambda text: WESTERN["cp1252"] + "\n" + text.replace("Maren", "Märén"),
    "a lone surrogate": lambda text: text.replace("fares", "fa\ud800res"),
}
PIECES = st.one_of(
    st.text(max_size=30),
    st.sampled_from([
        STORY, WESTERN["cp1252"], "\r\n", "\r\r\n", "\r", "\0", "\ufeff", "\u2028", "\x0b", "\x1c", "\u00a0", "\u00ad", "Ã©",
        "â€™", "Ã\u00a0", "Â ", "Ð¡ÐµÐ³Ð¾Ð´Ð½Ñ", "é", "\ud800", " ", "\n\n", "CNN • 3h ago", "#Kazakhstan#Ex Soviet",
        "By Jane Roe",
    ]),
)  # fmt: skip


def squeeze(text):
    return "".join(text.split())


def find_unaccounted(text, claims):
    """List the printed characters that are claimed by nobody, or twice."""
    seen = [0] * len(text)
    for claim in claims:
        start, end = claim.span
        assert 0 <= start <= end <= len(text)
        for at in range(start, end):
            seen[at] += 1
    return [(at, char, n) for at, (char, n) in enumerate(zip(text, seen, strict=True)) if n > 1 or not (n or char.isspace())]


def list_said(reading):
    """List what fields say, each with its span."""
    for story in reading.stories:
        for name in ("headline", "category", "publisher"):
            if name in story.spans and getattr(story, name):
                yield getattr(story, name), story.spans[name]
        yield from ((block.text, block.span) for block in story.body)
        yield from ((quote.text, quote.span) for quote in story.quotes)
    for item in reading.related:
        yield item.headline or item.teaser, item.span


def holds(text, said, span):
    """Say whether a stretch of the page, repaired by itself, holds what a field says."""
    return squeeze(said) in squeeze(repair_text(text[slice(*span)])[0])


@pytest.mark.parametrize("damage", DAMAGE)
def test_fields_stand_where_their_spans_say(damage):
    text = DAMAGE[damage](STORY)
    reading = pipeline(RawPage(body=text))
    (story,) = reading.stories[:1]
    assert find_unaccounted(text, reading.accounting) == []
    assert story.headline
    assert len(story.body) >= 3
    wrong = [(said, text[slice(*span)]) for said, span in list_said(reading) if said and not holds(text, said, span)]
    assert wrong == []


def test_bytes_are_told_as_their_charset_tells_them():
    for charset in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le"):
        data = STORY.encode(charset)
        bom = {"utf-16-le": b"\xff\xfe"}.get(charset, b"")
        page = clean(RawPage(body_base64=bom + data))
        text = (bom + data).decode(page.charset)
        assert find_unaccounted(text, enrich(split(page)).accounting) == []


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=8).map("".join))
@example("\ufeff\ufeff")
@example("Â Ã©\r\n")
def test_every_printed_character_is_accounted_for(text):
    try:
        reading = pipeline(RawPage(body=text))
    except Spike:
        return
    if reading.layout in {"plain", "newspaper", "bare-copy"}:
        assert find_unaccounted(text, reading.accounting) == []


@given(st.text(), st.text())
def test_places_of_any_two_texts_never_go_back(text, mended):
    origin = Origin(compare(text, mended, "mojibake"))
    places = [origin.place(at) for at in range(len(mended) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(text)


@given(st.text(alphabet="a\r\n ", max_size=60))
def test_line_ends_are_found_where_they_are_replaced(text):
    mended, mends = mend_line_ends(text)
    origin = Origin(mends)
    assert [text[origin.place(at)] for at, char in enumerate(mended) if char == "a"] == ["a"] * text.count("a")


def test_a_clean_page_carries_no_mends():
    assert clean(RawPage(body=STORY)).mends == ()


def test_explain_shows_the_text_that_was_read():
    page = clean(RawPage(body="\ufeff" + WESTERN["cp1252"]))
    assert page.mends
    assert explain_page(page.text, pipeline(RawPage(body=page.text))).row_count
