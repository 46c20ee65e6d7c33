"""JSON from strangers, parsed safely: bounded size and depth; duplicate keys, NaN and control characters told, not lost.

orjson keeps the last of two equal keys and does not say so. They are found by writing what was read: what orjson writes has
as many colons as what it read, unless a key was dropped (or a colon was escaped). Only then, or where orjson refuses the text,
the slower parser of the standard library reads it again and names what is wrong. That costs an orjson.dumps a document.
"""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from wiredesk.errors import Reason, Spike

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_CHARS = 16 << 20  # the largest feed among the samples has 0.2 MB
MAX_DEPTH = 254  # orjson writes no deeper; the deepest sample nests 14
MAX_PROBLEMS = 10

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
_SURROGATE = re.compile(r"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_ESCAPED_COLON = "\\u003"  # of \u003a; others that begin so are read twice as well, which harms nobody
_LONE = 6  # characters of one escape, "\ud83d"


class JsonDocument(NamedTuple):
    """A parsed document: its value, and what was wrong with it."""

    value: Any
    problems: tuple[str, ...] = ()


def parse_json(text: str) -> JsonDocument:
    """Parse `text`; what only a strict parser refuses is mended and told, what is broken is a Spike with its position."""
    if len(text) > MAX_CHARS:
        raise Spike(Reason.TOO_LARGE, f"the document has {len(text)} characters, the limit is {MAX_CHARS}", rule="json.size")
    try:
        value = orjson.loads(text)
        written = orjson.dumps(value)
    except orjson.JSONDecodeError as error:
        return _parse_again(text, error)
    except TypeError as error:
        raise _too_deep(text) from error
    if text.count(":") != written.count(b":") or _ESCAPED_COLON in text:
        return _parse_again(text, None)
    return JsonDocument(value)


def _parse_again(text: str, refused: orjson.JSONDecodeError | None) -> JsonDocument:
    """Parse with the parser of the standard library, which tells each key, and is told what to make of NaN."""
    if _find_depth(text) >= 0:
        raise _too_deep(text)
    hooks = _Hooks()
    decoder = json.JSONDecoder(
        object_pairs_hook=hooks.make_object, parse_constant=hooks.drop, parse_float=hooks.read_float, strict=False
    )
    whole, lone = _mend_surrogates(text)
    try:
        value = decoder.decode(whole)
    except (json.JSONDecodeError, RecursionError, ValueError) as error:
        at = refused or (error if isinstance(error, json.JSONDecodeError) else None)
        where = f": line {at.lineno} column {at.colno}" if at else ""
        message = at.msg if at else "it cannot be read"
        raise Spike(Reason.MALFORMED, f"broken JSON, {message}{where}", rule="json", offset=at.pos if at else None) from error
    if lone:
        hooks.tell("a half of a surrogate pair is read as U+FFFD")
    if refused is not None and not hooks.problems:
        hooks.tell(f"a string holds a line end or control character: line {refused.lineno}")
    return JsonDocument(value, tuple(hooks.problems[:MAX_PROBLEMS]))


class _Hooks:
    """What the parser calls for each object and constant, and what was wrong with them."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def tell(self, problem: str) -> None:
        if problem not in self.problems:
            self.problems.append(problem)

    def make_object(self, pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            seen: set[str] = set()
            for key, _ in pairs:
                if key in seen:
                    self.tell(f"the key {key[:60]!r} stands twice in one object, the last is taken")
                seen.add(key)
        return made

    def drop(self, name: str) -> None:
        self.tell(f"{name} is no JSON, it is read as absent")

    def read_float(self, digits: str) -> float | None:
        number = float(digits)
        if math.isfinite(number):
            return number
        self.tell("a number is too large, it is read as absent")
        return None


def _mend_surrogates(text: str) -> tuple[str, bool]:
    """Put U+FFFD where half a surrogate pair is escaped; a pair, and an escaped backslash, stay."""
    if "\\u" not in text:
        return text, False
    lone = False

    def mend(found: re.Match[str]) -> str:
        nonlocal lone
        if len(found[0]) != _LONE:
            return found[0]
        lone = True
        return "\\ufffd"

    return _SURROGATE.sub(mend, text), lone


def _find_depth(text: str) -> int:
    """Find where the text nests deeper than MAX_DEPTH; -1 where it does not."""
    depth = 0
    for token in _TOKEN.finditer(text):
        first = token[0][0]
        if first in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                return token.start()
        elif first != '"':
            depth -= 1
    return -1


def _too_deep(text: str) -> Spike:
    at = max(0, _find_depth(text))
    return Spike(Reason.MALFORMED, f"JSON nested deeper than {MAX_DEPTH}", rule="json.depth", offset=at)
