"""The closing lines, taken out of the body: sign-off, end mark, copyright, terms of use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from wiredesk.enrichers import NOTHING, Facts
from wiredesk.parsing.closing_lines import find_closing
from wiredesk.parsing.sign_offs import find_sign_off, read_contact, read_contributors
from wiredesk.parsing.spans import skip_printed, trim
from wiredesk.records import Claim, Evidence, SignOff

if TYPE_CHECKING:
    from wiredesk.parsing.sign_offs import SignOffFound
    from wiredesk.records import Block, Parts, Span, Story

MAX_CLOSING = 8  # blocks at the end that may be closing lines
MAX_LINE = 900  # characters of a closing line


def find(story: Story, parts: Parts) -> Facts:
    """Take the closing lines out of the story's body, from its end upwards, and read them."""
    body = list(story.body)
    lines: list[tuple[str, str, str, Span | None]] = []  # field, rule, text, span; the last first
    while body and len(lines) < MAX_CLOSING:
        block = body[-1]
        line = _read(block) if len(body) > 1 else None
        if line:
            body.pop()
            lines.append((*line, block.text, block.span))
            continue
        tail = find_sign_off(block.text) if block.kind != "crosshead" else None
        if tail:
            kept, span = _split(block, tail, parts.text)
            body[-1] = kept
            lines.append(("sign_off", "sign-off.duties", tail.raw, span))
        break
    return _gather(story, body, lines[::-1]) if lines else NOTHING


def _read(block: Block) -> tuple[str, str] | None:
    """Name the field of a block that is a closing line whole, and the rule that says so."""
    text = block.text.strip()
    if len(text) > MAX_LINE:
        return None
    rule = find_closing(text)
    if rule:
        field = rule.partition(".")[2].partition("-")[0]
        return {"copyright": "copyright", "usage": "usage_terms"}.get(field, "sign_off"), rule
    found = find_sign_off(text)
    return ("sign_off", "sign-off.duties") if found and not found.start else None


def _split(block: Block, tail: SignOffFound, page: str) -> tuple[Block, Span | None]:
    text = block.text[: tail.start].rstrip()
    if not block.span:
        return replace(block, text=text), None
    middle = skip_printed(page, block.span[0], block.text[: tail.start])
    return replace(block, text=text, span=trim(page, (block.span[0], middle))), trim(page, (middle, block.span[1]))


def _gather(story: Story, body: list[Block], lines: list[tuple[str, str, str, Span | None]]) -> Facts:
    fields: dict[str, object] = {"body": tuple(body)}
    spans: dict[str, Span] = {}
    evidence: dict[str, Evidence] = {}
    for field in ("sign_off", "copyright", "usage_terms"):
        own = [line for line in lines if line[0] == field]
        if not own or getattr(story, field):
            continue
        text = "\n".join(line[2].strip() for line in own)
        fields[field] = _read_sign_off(text, own) if field == "sign_off" else text
        evidence[field] = Evidence(found_by=own[0][1], confidence=0.97)
        stretch = [line[3] for line in own if line[3]]
        if len(own) == 1 and stretch:
            spans[field] = stretch[0]
    claims = tuple(Claim(span=span, as_=f"story.{field}", rule=rule) for field, rule, _, span in lines if span)
    return Facts(fields, spans, evidence, claims)


def _read_sign_off(raw: str, lines: list[tuple[str, str, str, Span | None]]) -> SignOff:
    names: dict[str, list[str]] = {"reporting": [], "writing": [], "editing": []}
    for _, rule, text, _ in lines:
        if rule == "closing.contact":
            duty, people = read_contact(text)
            names[duty] += people
        elif rule.startswith("contributors."):
            names["reporting"] += read_contributors(text)
        elif found := find_sign_off(text):
            for duty in names:
                names[duty] += getattr(found, duty)
    return SignOff(raw=raw, **{duty: tuple(dict.fromkeys(people)) for duty, people in names.items()})
