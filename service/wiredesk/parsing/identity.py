"""Deterministic ids: the same parts give the same id on any worker, any number of times."""

from __future__ import annotations

from hashlib import blake2b


def make_id(prefix: str, *parts: str | bytes | int | None) -> str:
    """Make an id from its parts, in order: "story-" and 128 bits in hex; an absent part differs from an empty one."""
    digest = blake2b(digest_size=16)
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        data = b"-" if part is None else b"+" + data
        digest.update(len(data).to_bytes(8, "big") + data)
    return f"{prefix}-{digest.hexdigest()}"
