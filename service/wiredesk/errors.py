"""The closed list of reasons to set a page aside, and the one exception that the stages raise."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why a page was spiked; metric labels, `wiredesk spiked --reason` and the runbook use these words."""

    EMPTY = "empty"  # no bytes, or nothing but blanks
    TOO_LARGE = "too-large"  # over WIREDESK_MAX_PAGE_BYTES, or a record that the broker refuses
    NOT_UTF8 = "not-utf8"  # no charset makes text of the bytes
    NOT_JSON = "not-json"  # announced or looking like a JSON RawPage, but it does not parse
    BAD_RECORD = "bad-record"  # JSON of the wrong shape; detail has the path of the field
    UNKNOWN_FORMAT = "unknown-format"  # bytes that no reader recognises
    MALFORMED = "malformed"  # a format that we know, broken beyond reading
    UNSAFE_XML = "unsafe-xml"  # entities, external references, nesting past the limit
    NOT_A_STORY = "not-a-story"  # a concept, knowledge, planning or catalogue item
    NO_STORY = "no-story"  # a page that holds neither a story nor a teaser
    STAGE_FAULT = "stage-fault"  # a fault of our own code, told in the log; or a reader that died or hung


class Spike(Exception):
    """Set the page aside. rule: which rule or parser stopped; offset: byte, character or line where it stopped."""

    def __init__(self, reason: Reason, detail: str, *, rule: str | None = None, offset: int | None = None) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail
        self.rule = rule
        self.offset = offset
