"""The memory limit is read from either version of control groups."""

from __future__ import annotations

from math import inf

import pytest

from wiredesk.edge import memory


@pytest.mark.parametrize(
    ("text", "limit"), [("268435456\n", 268435456), ("max\n", inf), ("9223372036854771712\n", inf), ("", inf), (None, inf)]
)
def test_the_limit_is_read(monkeypatch, tmp_path, text, limit):
    path = tmp_path / "memory.max"
    if text is not None:
        path.write_text(text)
    monkeypatch.setattr(memory, "LIMIT_FILES", (tmp_path / "absent", path))
    assert memory.read_memory_limit() == limit
