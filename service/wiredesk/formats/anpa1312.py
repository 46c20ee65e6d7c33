r"""ANPA-1312, with or without control bytes: Reuters' and AP's flavour, tabular copy, several messages in a transmission.

\x16\x16\x01W2870\x1fasian
f l\x13\x11 BC-LT--Velden-Bridge     11-13 1049
\x02^BC-LT--Velden-Bridge Opens,466<
^Bridge of Velden opens <
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wiredesk.errors import Reason, Spike
from wiredesk.formats import Format
from wiredesk.formats.wire_fields import Draft, gather_subjects, make_subject, name_agency
from wiredesk.formats.wire_lines import make_byline
from wiredesk.formats.wire_messages import (
    ETX,
    STX,
    blank_controls,
    join_notes,
    keep_known,
    make_content,
    make_stamp,
    read_messages,
)
from wiredesk.parsing.anpa_copy import read_copy_line, read_opening
from wiredesk.parsing.wire_copy import split_copy
from wiredesk.parsing.wire_heads import find_anpa_heads
from wiredesk.parsing.wire_notes import part_notes
from wiredesk.parsing.wire_stamps import find_stamp
from wiredesk.records import Author, Byline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiredesk.parsing.anpa_copy import Opening
    from wiredesk.parsing.wire_heads import AnpaHead
    from wiredesk.records import CleanPage, Parts

_REGION = re.compile(r"\A[A-Z]{2}--(?=.)")  # AP's code of the region before a keyword; a sport's code, of three letters, stays
FIELD = 24  # characters of the keyword's field in the header
MAX_CODE = 4
_CODES = re.compile(r"[\x00-\x1f]*(?:[A-Z]{1,4}(?:[ \t]{1,3}|(?=[\n\x00-\x1f]|\Z))){1,12}[\s\x00-\x1f]*")
PREAMBLE = 400  # characters before the first header: distribution codes, fill bytes
LAST_LINES = 6  # lines from the end in which a stamp without ETX may stand
# An assumption: ANPA-1312 has letters (flash, urgent, bulletin, ... regular, deferred) and no numbers, and the order of the
# last three differs from house to house. This is the scale of six on which desks sort them; the letter is in wire_header.
PRIORITIES = {"f": 1, "u": 2, "b": 3, "z": 4, "d": 5, "r": 6}
# the sports of AP's keyword ("BKN--Heat-Hawks") as IPTC subject codes
SPORTS = {
    "BBA": "15007000",
    "BBC": "15007000",
    "BBI": "15007000",
    "BBN": "15007000",
    "BBO": "15007000",
    "BKC": "15008000",
    "BKL": "15008000",
    "BKN": "15008000",
    "BKO": "15008000",
    "BKW": "15008000",
    "BOX": "15014000",
    "CAR": "15039000",
    "CYC": "15019000",
    "FBC": "15003000",
    "FBN": "15003000",
    "FBO": "15003000",
    "GLF": "15027000",
    "HKN": "15031000",
    "HKO": "15031000",
    "RAC": "15030000",
    "SOC": "15054000",
    "SWM": "15062000",
    "TEN": "15065000",
    "TRK": "15005000",
}


def recognise(head: str, media_type: str) -> int:
    """Know text with a header near its beginning, before which stand only codes and control bytes."""
    found = find_anpa_heads(head[: PREAMBLE * 4])
    if not found:
        return 40 if "anpa" in media_type else 0
    before = blank_controls(head[: found[0].start]).split()
    codes = all(len(word) <= MAX_CODE and word.isascii() and word.isupper() for word in before)
    return (93 if found[0].date else 75) if codes and found[0].start <= PREAMBLE else 0


def read(page: CleanPage) -> Parts:
    """Read each message of the transmission."""
    heads = find_anpa_heads(page.text)
    if not heads:
        raise Spike(Reason.MALFORMED, "no header line", rule="anpa1312.header", offset=0)
    ends = [*(_find_end(page.text, head.start) for head in heads[1:]), len(page.text)]
    messages = [
        (head.start, lambda head=head, end=end: read_message(head, page.text[head.end : end]))
        for head, end in zip(heads, ends, strict=True)
    ]
    return read_messages(page, messages, "anpa1312")


def _find_end(text: str, start: int) -> int:
    """Find the end of the message before a header: above the distribution codes ("F A") that belong to it."""
    line = text.rfind("\n", 0, max(0, start - 1)) + 1
    return line if _CODES.fullmatch(text[line:start][:PREAMBLE]) else start


def read_message(head: AnpaHead, text: str) -> Draft:
    """Read one message behind its header; raises Spike where nothing follows it."""
    lines, stamp, credit, problems = _cut(text)
    opening = read_opening(lines)
    parted = part_notes([read_copy_line(line) for line in lines[opening.first :]])
    content = make_content(split_copy(_quote(line) for line in parted.public))
    if not content.pieces and not opening.headline:
        raise Spike(Reason.MALFORMED, "nothing follows the header", rule="anpa1312.text", offset=head.end)
    if not head.date:
        problems.append("anpa1312.header: no month and day")
    if head.category is None:
        problems.append("anpa1312.header: no category")
    fields: dict[str, Any] = {
        "headline": _quote(opening.headline or _read_title(opening)) or None,
        "slugline": _read_slugline(head, opening),
        "take_key": opening.take or head.take,
        "abstract": _quote(opening.summary) if opening.summary else None,
        "byline": _make_byline(opening),
        "category": head.category,
        "subjects": gather_subjects(_read_subjects(head)),
        "priority": PRIORITIES.get(head.priority),
        "published": make_stamp(stamp, "anpa1312.stamp"),
        "ed_note": join_notes(opening.notes),
        "private_notes": parted.private,
        "agency": name_agency("anpa1312.header", credit, (head.source or "").replace("reute", "Reuters")[:7]),
        "wire_header": _read_header(head, opening),
        "problems": tuple(problems),
    }
    return Draft(content, fields)


def _read_slugline(head: AnpaHead, opening: Opening) -> str:
    """Read the keyword without AP's region; of a full field, without the word that the keyword line shows to be cut."""
    keyword = head.keyword
    if len(head.slug) >= FIELD and opening.keyword_line:
        whole, length = "", len(keyword)
        for word in opening.keyword_line.partition(",")[0].split():
            if not keyword.startswith(whole + word):
                keyword = whole if whole and len(whole) < length and (whole + word).startswith(keyword) else keyword
                break
            whole += word
    return _REGION.sub("", keyword)


def _cut(text: str) -> tuple[list[str], str | None, str | None, list[str]]:
    """Cut a message into its lines, its stamp and the agency that the stamp names, and tell what is missing."""
    before, mark, rest = text.partition(STX)
    body, ended, tail = (rest if mark else text).partition(ETX)
    problems = ["anpa1312.end: no ETX ends the story, it may be cut off"] if mark and not ended else []
    if not mark and ended and STX in tail:
        body, tail = text, ""
    lines = [blank_controls(line).rstrip() for line in body.split("\n")]
    if mark and before.strip("\x00\x01 \t\n"):
        problems.append("anpa1312.text: characters between header and STX")
    closing = [blank_controls(line).strip() for line in tail.split("\n")[:LAST_LINES]]
    stamp = next((found for line in closing if (found := find_stamp(line))), None)
    at = next(
        (i for i in range(len(lines) - 1, max(-1, len(lines) - 1 - LAST_LINES), -1) if find_stamp(lines[i].strip())), None
    )
    if stamp is None and at is not None:
        stamp = find_stamp(lines[at].strip())
        del lines[at:]
    credit = "AP" if any("AP-" in line for line in (*closing[:1], *(tail[:20],))) and stamp else None
    return lines, stamp.value if stamp else None, credit, problems


def _quote(text: str) -> str:
    """Put the quotation marks for the pairs that stand for them where there are none on the keyboard."""
    return text.replace("``", '"').replace("''", '"') if "``" in text or "''" in text else text


def _read_title(opening: Opening) -> str:
    """Read the title of a table in the keyword line: "WEA--Global Weather-Fahrenheit"."""
    line = opening.keyword_line or ""
    return line.partition("--")[2].partition(",")[0].strip()


def _make_byline(opening: Opening) -> Byline | None:
    """Make the byline; the line under it is the role of a single author, or the agency."""
    byline = make_byline(opening.byline)
    if byline and opening.role and len(byline.authors) == 1 and not byline.authors[0].role:
        author = byline.authors[0]
        named = name_agency("", opening.role) is not None and not opening.role.endswith(("Writer", "Editor"))
        role, organisation = (author.role, opening.role) if named else (opening.role, author.organisation)
        whole = Author(name=author.name, raw=author.raw, role=role, organisation=organisation)
        return Byline(raw=byline.raw, authors=(whole,), credits=byline.credits)
    return byline


def _read_subjects(head: AnpaHead) -> Iterator[Any]:
    yield make_subject("anpa-category", head.category, None, "anpa1312.category")
    sport = SPORTS.get(head.keyword.partition("--")[0])
    yield make_subject("subj", sport, None, "anpa1312.keyword") if sport else None


def _read_header(head: AnpaHead, opening: Opening) -> dict[str, str]:
    return keep_known(
        {
            "service": head.service,
            "sequence": head.sequence,
            "source": (head.source or "").strip("-"),
            "priority": head.priority,
            "category": head.category,
            "cycle": head.cycle,
            "slug": head.slug,
            "take": head.take,
            "date": head.date,
            "word_count": head.words,
            "keyword_line": opening.keyword_line,
            "take_word_count": opening.words,
        }
    )


FORMAT = Format("anpa1312", recognise, read)
