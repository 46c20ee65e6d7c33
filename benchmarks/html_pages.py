"""HTML pages of a usual size, composed of the invented stories, through clean and split; trafilatura on the same bytes.

`make bench` installs trafilatura beside the benches; where it cannot be had its rows are left out.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from timing import spend
from wiredesk.formats.html import lay_out
from wiredesk.formats.html_meta import read_meta
from wiredesk.layouts import choose_layout
from wiredesk.parsing.lines import index_lines
from wiredesk.records import RawPage
from wiredesk.stages.clean import clean
from wiredesk.stages.split import split

from selectolax.lexbor import LexborHTMLParser  # isort: skip

label = "HTML pages of about 110 KB through clean and split, beside trafilatura on the same pages"
STORIES = Path(__file__).with_name("stories.txt")
MENU = "Home News Local World Politics Business Sports Weather Opinion Culture Travel Food Health Science Jobs".split()
SCRIPT = "<script>window.queue=window.queue||[];queue.push({id:%d,slot:'%s'});" + "var q=0;" * 900 + "</script>"
ROUNDS = 3


def read_stories() -> list[list[str]]:
    """Read the invented stories: language, headline and paragraphs of each."""
    lines = [line for line in STORIES.read_text("utf-8").split("\n") if line and line[0] != "#"]
    stories: list[list[str]] = [[]]
    for line in lines:
        if set(line) == {"="}:
            stories.append([])
        else:
            stories[-1].append(line)
    return [story for story in stories if len(story) > 4]


def make_html(stories: list[list[str]], at: int) -> str:
    """Make the page of one story, with the furniture of a news site about it and the other stories as teasers."""
    language, headline, *body = stories[at]
    others = stories[:at] + stories[at + 1 :]
    menu = "".join(f'<li class="menu-item item-{n}"><a href="/{word}/">{word}</a></li>' for n, word in enumerate(MENU * 3))
    cards = "".join(
        f'<div class="card"><a href="/s/{n}"><img src="/i/{n}.jpg" alt=""><h4 class="card__title">{escape(story[1])}</h4></a>'
        f'<p class="card__teaser">{escape(story[2][:120])}…</p><span class="card__age">{n + 2} hours ago</span></div>'
        for n, story in enumerate(others * 3)
    )
    text = "".join(f'<p class="story__text">{escape(p)}</p><div class="ad-slot"></div>' for p in body * 2)
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{escape(headline)} - The Harbour Post</title>"
        f'<meta property="og:title" content="{escape(headline)}"><meta name="author" content="Clara Nyberg">'
        f'<meta property="article:published_time" content="2024-05-13T08:00:00+02:00">{SCRIPT % (at, "head") * 6}</head><body>'
        f'<header><nav class="main-nav"><ul>{menu}</ul></nav></header><main><article><h1>{escape(headline)}</h1>'
        f'<p class="byline">By <a rel="author" href="/a">Clara Nyberg</a></p><time>May 13, 2024, 8:00 AM</time>{text}</article>'
        f'<aside class="related-stories"><h3>More from the Post</h3>{cards}</aside></main>{SCRIPT % (at, "foot") * 6}'
        f"<footer><ul>{menu}</ul><p>© 2024 The Harbour Post. All rights reserved.</p></footer></body></html>"
    )


def run() -> dict[str, dict[str, float]]:
    """Give CPU milliseconds a page, by part, and trafilatura's time as a multiple of ours."""
    stories = read_stories()
    pages = [make_html(stories, at).encode() for at in range(len(stories))]
    cleaned = [clean(RawPage(body_base64=page)) for page in pages]
    trees = [LexborHTMLParser(page.text) for page in cleaned]
    laid = [lay_out(tree) for tree in trees]
    lines = [index_lines(one.text) for one in laid]

    def measure(work: object, rows: list[object]) -> float:
        return spend(lambda: [work(row) for row in rows], ROUNDS) / len(rows) * 1e3  # type: ignore[operator]

    ours = measure(lambda page: split(clean(RawPage(body_base64=page))), pages)
    found = {
        "clean": measure(lambda page: clean(RawPage(body_base64=page)), pages),
        "split: parse the HTML": measure(lambda page: LexborHTMLParser(page.text), cleaned),
        "split: lay out": measure(lay_out, trees),
        "split: metadata": measure(lambda tree: read_meta(tree, None), trees),
        "split: read the lines": measure(lambda one: choose_layout(one).mark(one), lines),
        "clean + split": ours,
    }
    rows = {name: {"ms a page": took} for name, took in found.items()}
    rows["the pages"] = {"KB": sum(map(len, pages)) / len(pages) / 1000, "lines": sum(map(len, lines)) / len(lines)}
    try:
        from trafilatura import bare_extraction
    except ImportError:
        return rows
    theirs = measure(lambda page: bare_extraction(page.decode(), with_metadata=True, include_comments=False), pages)
    rows["trafilatura, the same pages"] = {"ms a page": theirs, "x ours": theirs / ours}
    return rows
