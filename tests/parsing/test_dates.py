"""Dates in the forms that pages print, their labels, and the order of day and month."""

from __future__ import annotations

import pytest

from wiredesk.parsing.date_order import tell_day_first
from wiredesk.parsing.dates import find_dates, find_url_date
from wiredesk.parsing.relative_dates import find_relative

FORMS = [
    ("Published: May 31, 2024 at 8:43 p.m.", "2024-05-31T20:43"),
    ("14. März 2024, 08:05 Uhr", "2024-03-14T08:05"),
    ("1er janvier 2024 à 08h05", "2024-01-01T08:05"),
    ("14 de março de 2024 às 08h05", "2024-03-14T08:05"),
    ("Friday, December 1st, 2023 8am ET", "2023-12-01T08:00"),
    ("8/12/2025 7:30 p.m. AEDT", "2025-08-12T19:30+11:00"),
    ("2022-01-13T09:40:00Z", "2022-01-13T09:40:00Z"),
    ("2025 Dec 18", "2025-12-18"),
    ("18-Dec-2025", "2025-12-18"),
    ("12.18.25", "2025-12-18"),
    ("Thu 04/03/2025", "2025-04-03"),
    ("Tue 04/03/2025", "2025-03-04"),
    ("By Ada MarshJanuary 4, 2026", "2026-01-04"),
    ("January 8, 202612 min read", "2026-01-08"),
]


@pytest.mark.parametrize(("line", "value"), FORMS)
def test_a_date_is_read(line, value):
    assert [found.value for found in find_dates(line)] == [value]


@pytest.mark.parametrize("line", ["31/02/2024", "version 3.14.159", "10.0.0.1", "call 555-20-24", "in 2024", "the 14th"])
def test_what_is_no_date(line):
    assert find_dates(line) == []


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("Published May 31, 2024 | Updated: June 1, 2024", ["published", "updated"]),
        ("Updated by Jane Roe on May 3, 2024", ["updated"]),
        ("Copyright 12 May 2020", ["other"]),
        ("The bridge opened on May 3, 2024", ["other"]),
        ("Updated figures came out and the bank said on May 3, 2024", ["other"]),
    ],
)
def test_the_words_before_a_date_say_what_it_is(line, labels):
    assert [found.label for found in find_dates(line)] == labels


@pytest.mark.parametrize(
    ("texts", "host", "day_first"),
    [
        (["03/04/2022", "Posted 13/01/2022"], None, True),
        (["03/04/2022", "Posted 01/13/2022"], None, False),
        (["03/04/2022", "Der Hafen bleibt nach dem Sturm geschlossen"], None, True),
        (["03/04/2022", "the colour of the harbour and of the sea"], None, True),
        (["03/04/2022", "the end of the road and of the line"], "example.co.uk", True),
        (["03/04/2022", "the end of the road and of the line"], None, None),
        (["no date of the kind"], None, None),
    ],
)
def test_the_page_tells_the_order(texts, host, day_first):
    assert tell_day_first(texts, host) is day_first


def test_an_age_with_a_clock():
    found = find_relative("Yesterday, 2:05 pm")
    assert (found.amount, found.unit, found.clock) == (1, "day", "14:05")
    assert find_relative("today's harbour") is None
    assert find_relative("dogs have lived here") is None


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://news.example/2025/09/04/ferry", "2025-09-04"),
        ("https://news.example/2025/sep/04/ferry", "2025-09-04"),
        ("https://news.example/ferry-20250904.html", "2025-09-04"),
        ("https://news.example/2025/09/ferry", None),
        ("https://news.example/id/123420250904567", None),
    ],
)
def test_a_url_tells_a_date(url, value):
    assert find_url_date(url) == value
