"""The golden pages of tests/pages are read no worse than their floors say; `make quality` shows where a page falls short."""

from __future__ import annotations

import json

import pytest

import quality  # of benchmarks/, which conftest puts on the path

FLOORS = json.loads(quality.FLOORS.read_text("utf-8"))


@pytest.fixture(scope="module")
def figures():
    return quality.measure()


@pytest.mark.parametrize("name", FLOORS)
def test_a_figure_is_not_under_its_floor(figures, name):
    assert figures[name] >= FLOORS[name], "run `make quality` to see the pages that fall short"


def test_a_reading_that_misses_half_the_story_is_seen():
    truth = {"story": {"paragraphs": ["One two three four five.", "Six seven eight nine ten."], "headline": "A", "authors": []}}
    half = quality.Reading(outcome="story", layout="plain", stories=(), related=(), publishers=(), accounting=())
    assert quality.compare("A", truth | {"related": []}, half)["body"] == 0


def test_a_page_without_a_story_is_held_to_its_rows_alone():
    none = quality.Reading(outcome="index-page", layout="plain", stories=(), related=(), publishers=(), accounting=())
    assert quality.compare("A", {"story": None, "related": []}, none) == {"accounted": 0.0, "related": 1.0, "no-story": 1.0}


def test_there_are_sixty_pages_over_twelve_layouts_in_seven_languages():
    truths = [json.loads(path.read_text("utf-8")) for path in quality.PAGES.glob("*/truth.json")]
    assert len(truths) >= 60
    assert len({truth.get("layout") for truth in truths}) >= 12
    assert len({truth.get("language", "en") for truth in truths}) >= 7
