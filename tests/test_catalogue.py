"""Every layout, agency and format has a golden case; a newcomer without one fails here, with what to add."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wiredesk.agencies import agencies
from wiredesk.formats import formats
from wiredesk.layouts import layouts

CASES = Path(__file__).parent / "cases"
FLAVOURS = {
    "agency-xml": ("cp", "ritzau", "solita"),
    "anpa1312": ("ap", "reuters"),
    "ap-media": ("ap",),
    "atom": ("any", "wenn"),
    "bulletin": ("any",),
    "dpa-digitalwires": ("dpa",),
    "iptc7901": ("ats", "dpa"),
    "media-release": ("asianet",),
    "newsml-g2": ("ansa", "any", "dpa", "globenewswire", "reuters", "ritzau", "stt", "tt"),
    "newsml1": ("afp", "anp", "ats", "belga", "business-wire", "efe", "kyodo", "tass"),
    "ninjs": ("any",),
    "nitf": ("aap", "ap", "efe", "ntb", "pa"),
    "rfc822": ("any",),
    "rss": ("any", "wordpress"),
    "zczc": ("aap", "ansa"),
}  # of each wire format the senders that write it in a way of their own
FEWEST = 3  # cases of a flavour, one of them malformed
NO_LAYOUT = {"html", "page-text", "unknown-json"}  # their stories carry the layout that read them; the last has none


def load_cases() -> list[tuple[str, dict]]:
    return [(path.parent.name, json.loads(path.read_text("utf-8"))) for path in sorted(CASES.glob("*/expected.json"))]


READINGS = load_cases()


@pytest.mark.parametrize("code", agencies())
def test_an_agency_has_a_case(code):
    named = [name for name, reading in READINGS if any(_agency(story) == code for story in reading.get("stories", ()))]
    assert named, f"no case is by {code!r}: add tests/cases/<layout>-{code}-<what>/page.txt, then run pytest --record"


@pytest.mark.parametrize("layout", sorted({layout.name for layout in layouts()} | set(formats()) - NO_LAYOUT))
def test_a_layout_or_format_has_a_case(layout):
    named = [name for name, reading in READINGS if reading.get("layout") == layout]
    assert named, f"no case is read by {layout!r}: add tests/cases/{layout}-<agency>-<what>/page.*, then run pytest --record"


@pytest.mark.parametrize(("layout", "flavour"), [(layout, one) for layout, flavours in FLAVOURS.items() for one in flavours])
def test_a_flavour_of_a_wire_has_three_cases_one_of_them_malformed(layout, flavour):
    names = [path.name for path in CASES.glob(f"{layout}-{flavour}-*")]
    assert len(names) >= FEWEST, f"{layout} as {flavour} writes it has {len(names)} cases: add {layout}-{flavour}-<what>"
    assert any(name.endswith("-malformed") for name in names), f"add {layout}-{flavour}-malformed"


def test_every_wire_format_has_its_flavours_listed():
    assert set(FLAVOURS) == set(formats()) - NO_LAYOUT


def test_html_has_a_case():
    assert any(list((CASES / name).glob("page.html")) for name, _ in READINGS)


def _agency(story: dict) -> str | None:
    return (story.get("agency") or {}).get("code")
