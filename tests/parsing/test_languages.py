"""Every language's table is whole, and its dates, ages, labels and bylines are read."""

from __future__ import annotations

import pytest

from wiredesk.parsing.bylines import read_byline
from wiredesk.parsing.chrome import find_chrome, is_section_head
from wiredesk.parsing.dates import find_dates
from wiredesk.parsing.languages import LANGUAGES
from wiredesk.parsing.relative_dates import find_relative

IDS = [language.code for language in LANGUAGES]


@pytest.mark.parametrize("language", LANGUAGES, ids=IDS)
def test_a_table_is_whole(language):
    assert len(language.months) == 12
    assert len(language.weekdays) == 7
    assert set(language.units) == {"minute", "hour", "day", "week", "month", "year"}
    words = [*language.by, *language.published, *language.updated, *language.section_heads, *language.share]
    assert all(word == word.casefold() for word in words)
    assert all(language for language in (language.by, language.published, language.updated, language.ago, language.share))


@pytest.mark.parametrize("language", LANGUAGES, ids=IDS)
def test_every_month_is_read_in_every_form(language):
    for number, forms in enumerate(language.months, 1):
        for form in forms.split():
            (found,) = find_dates(f"14 {form} 2024")
            assert found.value == f"2024-{number:02}-14", form


@pytest.mark.parametrize("language", LANGUAGES, ids=IDS)
def test_every_age_is_read(language):
    for unit, forms in language.units.items():
        for form in forms.split():
            found = find_relative(language.ago[0].format(n=3, unit=form))
            assert found, form
            assert found.amount == 3
            assert found.unit == unit or form in {"m", "min"}


@pytest.mark.parametrize("language", LANGUAGES, ids=IDS)
def test_labels_tell_a_change_from_a_publication(language):
    assert not any(find_dates(f"{label.capitalize()}: 14/03/2024")[0].updated for label in language.published)
    assert all(find_dates(f"{label.capitalize()}: 14/03/2024")[0].updated for label in language.updated)


@pytest.mark.parametrize(
    "line",
    ["By Jana Roth", "Von Jana Roth", "Par Jana Roth", "Por Jana Roth", "Di Jana Roth", "Door Jana Roth", "Autorin: Jana Roth"],
)
def test_a_byline_is_read(line):
    assert [person.name for person in read_byline(line).authors] == ["Jana Roth"]


@pytest.mark.parametrize("head", [head for language in LANGUAGES for head in language.section_heads])
def test_heads_of_lists_are_known(head):
    assert is_section_head(head.capitalize())
    assert not is_section_head(f"{head.capitalize()} stand am Dienstag in dem Bericht des Hafens")


@pytest.mark.parametrize("word", ["Teilen", "Partager", "Compartir", "Condividi", "Compartilhar", "Delen"])
def test_share_bars_are_known(word):
    assert find_chrome(word) == "chrome.share-bar"
