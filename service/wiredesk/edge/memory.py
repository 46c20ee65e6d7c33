"""How much memory the container may use, from its control group, so that an alert can speak before the kernel does."""

from __future__ import annotations

from math import inf
from pathlib import Path

LIMIT_FILES = (  # version 2 of control groups, then version 1
    Path("/sys/fs/cgroup/memory.max"),
    Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"),
)
UNLIMITED = 1 << 60  # version 1 says "no limit" as the largest number of whole pages


def read_memory_limit() -> float:
    """Read the limit in bytes; infinite where there is none, or none to be read."""
    for path in LIMIT_FILES:
        try:
            text = path.read_text("ascii").strip()
        except OSError:
            continue
        if text.isdigit() and int(text) < UNLIMITED:
            return float(text)
    return inf
