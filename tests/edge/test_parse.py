"""`wiredesk parse`: a directory of mixed files, and stories as ninjs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from wiredesk.edge.cli import main
from wiredesk.edge.codecs import encode
from wiredesk.edge.settings import load_settings
from wiredesk.edge.topics import address, all_topics
from wiredesk.records import Reading, Story

CASES = Path(__file__).parents[1] / "cases"
MIXED = {
    "newsml-g2-dpa-notepad": "newsml-g2",
    "nitf-aap-urgent": "nitf",
    "ninjs-any-storm": "ninjs",
    "ap-media-ap-writethru": "ap-media",
    "dpa-digitalwires-dpa-notepad": "dpa-digitalwires",
    "rss-any-feed": "rss",
    "yahoo-reuters-update": "yahoo",
}


@pytest.fixture
def folder(tmp_path):
    for name in MIXED:
        (page,) = (CASES / name).glob("page.*")
        (tmp_path / "in" / name[0]).mkdir(parents=True, exist_ok=True)
        shutil.copy(page, tmp_path / "in" / name[0] / f"{name}.dat")
    (tmp_path / "in" / "odd.json").write_text('{"requests": {}}', "utf-8")
    (tmp_path / "in" / ".hidden").write_text("nothing", "utf-8")
    return tmp_path / "in"


def test_a_directory_of_mixed_files_is_read_file_by_file(folder):
    result = CliRunner().invoke(main, ["parse", str(folder)])
    assert result.exit_code == 0
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert {Path(line["file"]).stem: line["layout"] for line in lines if line["stories"]} == MIXED
    assert all(story["layout"] == line["layout"] for line in lines for story in line["stories"])
    assert result.stderr.startswith("8 files: ap-media 1, dpa-digitalwires 1, newsml-g2 1,")
    assert "spiked as unknown-format 1" in result.stderr


def test_a_file_alone_has_no_summary(folder):
    assert not CliRunner().invoke(main, ["parse", str(folder / "odd.json")]).stderr


def test_json_that_no_reader_knows_is_told_with_its_first_bytes(folder):
    (spiked,) = json.loads(CliRunner().invoke(main, ["parse", str(folder / "odd.json")]).stdout)["spiked"]
    assert spiked["reason"] == "unknown-format"
    assert '{"requests"' in spiked["detail"]


@pytest.mark.parametrize(
    ("form", "name", "version"), [("ninjs", "versionCreated", "3.1"), ("ninjs-2.1", "versioncreated", "2.1")]
)
def test_stories_as_ninjs(folder, form, name, version):
    result = CliRunner().invoke(main, ["parse", "--as", form, str(folder)])
    items = [json.loads(line) for line in result.stdout.splitlines()]
    assert {item["standard"]["version"] for item in items} == {version}
    assert any(name in item for item in items)
    assert "odd.json would be spiked: unknown-format" in result.stderr


def test_stories_go_out_as_ninjs_where_a_topic_is_named():
    reading = Reading(
        outcome="story",
        layout="t",
        stories=(Story(story_id="story-1", page_id="p", headline="Boats", layout="t", wiredesk="0"),),
    )
    plain, both = load_settings(), load_settings(ninjs_topic="desk.ninjs")
    assert [to.topic for to, _ in address(reading, plain)] == ["wire.stories"]
    (_, (to, item)) = address(reading, both)
    assert (to.topic, to.key, to.type) == ("desk.ninjs", "story-1", "ninjs/3.1")
    assert json.loads(encode(item))["headlines"] == [{"role": "main", "value": "Boats"}]
    assert set(all_topics(both)) - set(all_topics(plain)) == {"desk.ninjs"}
