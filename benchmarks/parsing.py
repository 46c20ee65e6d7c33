"""The parsing core by construct, a typical text of each beside the worst that its sort can be; microseconds a KB."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from stages import make_page
from timing import spend
from wiredesk.parsing.captions import read_caption
from wiredesk.parsing.chrome import find_chrome, is_section_head
from wiredesk.parsing.decode import read_places
from wiredesk.parsing.furniture import mark_furniture
from wiredesk.parsing.kinds import tell_kind
from wiredesk.parsing.lines import Line, index_lines
from wiredesk.parsing.page_evidence import gather_evidence
from wiredesk.parsing.page_parts import mark_page
from wiredesk.parsing.seen import Seen, see_lines
from wiredesk.parsing.segment import weigh_lines
from wiredesk.parsing.source_lines import read_source_line

if TYPE_CHECKING:
    from collections.abc import Callable

label = "the parsing core by construct: us a KB, on typical and on hostile text"
CHARACTERS, ROUNDS = 20_000, 1
HOSTILE = {
    "By": "By\n",
    "names": "By Ann Lee, Bo Ek and Cy Day\n",
    "quotes": '"“\'"\n',
    "brackets": "([{([{\n",
    "urls": "https://e.example/a.php?b=c\n",
    "dates": "May 3, 2024 | 3h ago\n",
    "one line": "and so on ",
    "headlines": "Boats return to the lake\n",
}


def _each_line(work: Callable[[str], object]) -> Callable[[list[Line]], object]:
    return lambda lines: [work(line.text) for line in lines]


CONSTRUCTS: dict[str, Callable[[list[Line]], object]] = {
    "what is seen of a line": lambda lines: [Seen(line.text) for line in lines],
    "chrome": _each_line(find_chrome),
    "section heads": _each_line(is_section_head),
    "source lines": _each_line(read_source_line),
    "captions": _each_line(read_caption),
    "kinds of lines": lambda lines: [tell_kind(line, Seen(line.text)) for line in lines],
    "furniture": lambda lines: mark_furniture(lines, see_lines(lines)),
    "body evidence, three rounds": weigh_lines,
    "evidence of all lines": gather_evidence,
    "grammar and evidence": lambda lines: read_places(gather_evidence(lines).evidence),
    "a page's parts": mark_page,
}


def run() -> dict[str, dict[str, float]]:
    """Give microseconds a KB for every construct: on a page of the usual kind, and on the worst of eight hostile pages."""
    typical = make_page(CHARACTERS)
    hostile = {name: (text * (CHARACTERS // len(text) + 1))[:CHARACTERS] for name, text in HOSTILE.items()}
    pages = {name: index_lines(text) for name, text in {"": typical, **hostile}.items()}
    rows: dict[str, dict[str, float]] = {
        "index of lines": {"us/KB": spend(lambda: index_lines(typical), ROUNDS) * 1e9 / len(typical)},
    }
    for name, construct in CONSTRUCTS.items():
        took = {page: spend(partial(construct, lines), ROUNDS) * 1e9 / CHARACTERS for page, lines in pages.items()}
        worst = max(hostile, key=took.__getitem__)
        rows[name] = {"us/KB": took[""], f"us/KB at worst ({worst})": took[worst]}
    return rows
