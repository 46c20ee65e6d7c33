"""Passages of every kind of fact, written as an editor would mark them; each kind is held to its precision and recall.

The passages are text files in tests/passages, one passage a paragraph; the head of each file says how it is marked.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from wiredesk.knowledge.media_topics import list_above, topics
from wiredesk.records import Block, Moment, Parts, Story
from wiredesk.stages.enrich import enrich

HERE = Path(__file__).parent / "passages"
PRECISION, RECALL = 0.97, 0.90
FIELDS = {"headline": "headline", "slugline": "slugline", "take": "take_key", "note": "ed_note"}
DAY = Moment(value="2024-05-06", precision="day", found_by="test")


def read_passages(name: str) -> list[tuple[list[str], list[str], list[str]]]:
    """Read a file of passages: lines, marks that must be found, marks that may be."""
    passages = []
    for paragraph in (HERE / name).read_text("utf-8").split("\n\n"):
        lines = [line for line in paragraph.splitlines() if line and not line.startswith("# ")]
        if lines:
            marks = [line[2:].strip() for line in lines if line.startswith("= ")]
            besides = [line[2:].strip() for line in lines if line.startswith("~ ")]
            passages.append(([line for line in lines if line[:2] not in {"= ", "~ "}], marks, besides))
    return passages


def tell(lines: list[str], **fields) -> Story:
    """Complete a story of these lines; "headline: ..." and the like set fields."""
    body = []
    for line in lines:
        name, colon, text = line.partition(": ")
        if colon and name in FIELDS:
            fields[FIELDS[name]] = text
        else:
            body.append(line)
    page, at, blocks = "\n\n".join(body), 0, []
    for line in body:
        blocks.append(Block(kind="paragraph", text=line, span=(at, at + len(line))))
        at += len(line) + 2
    story = Story(story_id="s", page_id="p", layout="plain", wiredesk="0", body=tuple(blocks), published=DAY, **fields)
    parts = Parts(page_id="p", format="page-text", layout="plain", text=page, stories=(story,))
    return enrich(parts).stories[0]


def fold(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


class Count:
    """How many facts were right, found and wanted, and what was amiss."""

    def __init__(self) -> None:
        self.right_found = self.found = self.right_wanted = self.wanted = 0
        self.amiss: list[str] = []

    def add(self, where: str, found: list[bool], wanted: list[bool], said: object) -> None:
        self.found += len(found)
        self.right_found += sum(found)
        self.wanted += len(wanted)
        self.right_wanted += sum(wanted)
        if not (all(found) and all(wanted)):
            self.amiss.append(f"{where[:150]}\n      -> {said}")

    def hold(self) -> None:
        precision, recall = self.right_found / max(1, self.found), self.right_wanted / max(1, self.wanted)
        told = f"precision {precision:.3f} of {self.found}, recall {recall:.3f} of {self.wanted}\n  " + "\n  ".join(self.amiss)
        sys.stdout.write(f"{told}\n")  # `pytest -s` shows what is amiss although the floor holds
        assert precision >= PRECISION, told
        assert recall >= RECALL, told


def test_quotes_and_their_speakers():
    count = Count()
    for lines, marks, _ in read_passages("quotes.txt"):
        story = tell(lines)
        wanted = {fold(mark.partition(" | ")[0]): mark.partition(" | ")[2].split(" / ") for mark in marks}
        found = {fold(quote.text): quote.speaker for quote in story.quotes}
        right = [text in wanted for text in found]
        right += [speaker in wanted.get(text, ()) for text, speaker in found.items() if speaker]
        heard = [text in found for text in wanted]
        heard += [found.get(text) in names for text, names in wanted.items() if names[0] and "-" not in names]
        count.add(" / ".join(lines), right, heard, found)
    count.hold()


def test_editions():
    count = Count()
    for lines, marks, _ in read_passages("editions.txt"):
        edition = tell(lines).edition
        said = f"{edition.kind} {edition.ordinal or ''}".strip() if edition else ""
        wanted = marks[0].split(" / ") if marks else []
        count.add(" / ".join(lines), [said in wanted] if said else [], [said in wanted] if wanted else [], said)
    count.hold()


def test_sign_offs():
    count = Count()
    for lines, marks, _ in read_passages("sign_offs.txt"):
        story = tell(lines)
        wanted = {
            (duty, name) for mark in marks if ": " in mark for duty, names in [mark.split(": ")] for name in names.split(", ")
        }
        duties = ("reporting", "writing", "editing")
        found = {(duty, name) for duty in duties for name in getattr(story.sign_off, duty, ())}
        right, heard = [fact in wanted for fact in found], [fact in found for fact in wanted]
        if story.sign_off:
            right.append(bool(marks))
        if marks:
            heard.append(bool(story.sign_off) and len(story.body) == 1)
        count.add(" / ".join(lines), right, heard, (found, story.sign_off and story.sign_off.raw))
    count.hold()


def test_subjects():
    count = Count()
    for lines, marks, besides in read_passages("subjects.txt"):
        found = [subject.code for subject in tell(lines).subjects]
        names = {code: {topics()[other].name for other in (code, *list_above(code))} for code in found}
        wanted = [set(mark.split(" / ")) for mark in marks]
        fine = set(besides).union(*wanted)
        right = [bool(above & fine) for above in names.values()]
        heard = [any(above & mark for above in names.values()) for mark in wanted]
        count.add(" / ".join(lines), right, heard, [topics()[code].name for code in found])
    count.hold()


@pytest.mark.parametrize("line", [line for lines, _, _ in read_passages("no_datelines.txt") for line in lines])
def test_no_dateline_where_there_is_none(line):
    story = tell([line, "The second paragraph is here to be the second."])
    assert story.dateline is None
    assert story.body[0].text == line
