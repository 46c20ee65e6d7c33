"""The same story in several formats is the same Story; the files lie outside the project, and without them this is skipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from wiredesk.errors import Spike
from wiredesk.stages.clean import open_raw
from wiredesk.stages.pipeline import pipeline

WIRES = Path(__file__).parents[3] / "shared" / "corpora" / "wire" / "fixtures"
STORIES = ("eil", "lesestuecke", "no_notepad", "spe2", "spe_tab", "rubix_multimedia_real")
FIELDS = ("headline", "dateline", "authors", "body", "version")
pytestmark = pytest.mark.skipif(not WIRES.is_dir(), reason="needs the wire files beside the project")


def read_fields(folder: str, name: str, suffix: str) -> dict[str, object] | None:
    (path,) = list((WIRES / folder).glob(f"dpa-*~{name}{suffix}")) or [None]
    if path is None:
        return None
    try:
        story = pipeline(open_raw(path.read_bytes())).stories[0]
    except Spike:
        return {}
    return {
        "headline": story.headline,
        "dateline": story.dateline.raw if story.dateline else None,
        "authors": [author.name for author in story.byline.authors] if story.byline else [],
        "body": " ".join(block.text for block in story.body),
        "version": story.version,
    }


@pytest.mark.parametrize("name", STORIES)
def test_a_dpa_story_is_the_same_in_each_format(name):
    first = read_fields("dpa-digitalwires-json", name, ".json")
    others = {
        "newsml-g2": read_fields("newsml-g2", name, ".xml"),
        "iptc7901": read_fields("iptc7901", name.replace("_", "-"), ".iptc"),
    }
    for kind, other in others.items():
        if other is not None:
            differs = [field for field in FIELDS if first[field] != other.get(field)]
            print(f"{name}: json and {kind}: {', '.join(differs) or 'agree'}")  # noqa: T201 - shown by pytest -s
            assert differs == (["version"] if kind == "iptc7901" else [])  # IPTC 7901 has no place for a version
