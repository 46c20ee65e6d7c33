"""Golden cases: tests/cases/NAME/page.* reads as expected.json says; `pytest --record` writes the missing ones."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import msgspec
import orjson
import pytest

from wiredesk.errors import Spike
from wiredesk.stages.clean import open_raw
from wiredesk.stages.pipeline import pipeline

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def read_case(folder: Path) -> dict:
    (page,) = folder.glob("page.*")
    described = tomllib.loads((folder / "case.toml").read_text("utf-8")) if (folder / "case.toml").exists() else {}
    try:
        reading = msgspec.to_builtins(pipeline(open_raw(page.read_bytes(), **described)))
    except Spike as spike:
        return {"spiked": {"reason": spike.reason.value, "rule": spike.rule}}
    reading.pop("accounting", None)
    for story in reading.get("stories", ()):
        story.pop("wiredesk")
    return orjson.loads(orjson.dumps(reading))


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_case_reads_as_expected(folder, request):
    expected, reading = folder / "expected.json", read_case(folder)
    if not expected.exists():
        if request.config.getoption("--record"):
            expected.write_text(json.dumps(reading, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")
        pytest.fail(f"{folder.name} had no expected.json: run pytest --record, and read what it wrote as an editor would")
    assert reading == json.loads(expected.read_text("utf-8"))
