"""HTML pages: what markup and metadata say is evidence for headline, byline and dates, and no more than evidence."""

from __future__ import annotations

import json

from wiredesk.records import RawPage
from wiredesk.stages.clean import clean
from wiredesk.stages.split import split

PARAGRAPHS = (
    "The first ferry left the harbour of Lake Maren at dawn on Tuesday, eleven months after the storm.",
    "Some two hundred people stood on the quay, among them the mayor, who had cut the ribbon of the old ship as a boy.",
    "The company said that it would sail four times a day until the end of the summer, and twice in winter.",
    "Tickets cost three crowns, as they did before the storm, and bicycles are carried without a charge, it said.",
)
ARTICLE = {"@type": "NewsArticle", "headline": "Ferries return to Lake Maren", "datePublished": "2024-03-14T07:00:00Z"}


def read(head: str = "", ld: dict | None = None, top: str = "<h1>Ferries return to Lake Maren</h1>"):
    script = f'<script type="application/ld+json">{json.dumps(ld)}</script>' if ld else ""
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    menu = "<nav><a>Home</a><a>News</a><a>Weather on the lake this week</a></nav>"
    page = f"<html><head>{head}{script}</head><body>{menu}<main>{top}{body}</main></body></html>"
    return split(clean(RawPage(body=page, content_type="text/html"))).stories[0]


def test_the_heading_is_the_headline():
    assert read(ld=ARTICLE).headline == "Ferries return to Lake Maren"


def test_a_page_without_a_heading_has_the_title_of_its_metadata():
    assert read("<title>Ferries return to the lake | The Harbour Post</title>", top="").headline == "Ferries return to the lake"


def test_a_day_that_only_metadata_tells_is_a_storys():
    assert read(ld=ARTICLE).published.value.startswith("2024-03-14")


def test_the_day_of_a_web_page_is_no_storys():
    assert read(ld=ARTICLE | {"@type": "WebPage"}).published is None


def test_an_organisation_in_the_metadata_is_no_author():
    story = read(ld=ARTICLE | {"author": {"@type": "Organization", "name": "The Harbour Team"}})
    assert story.byline is None or not story.byline.authors


def test_people_in_the_metadata_are_authors_where_the_page_names_none():
    story = read(ld=ARTICLE | {"author": [{"@type": "Person", "name": "Clara Nyberg, PhD"}]})
    assert [author.name for author in story.byline.authors] == ["Clara Nyberg"]


def test_the_byline_that_the_page_prints_stands_before_the_metadata():
    top = '<h1>Ferries return to Lake Maren</h1><p class="byline">By Ines Duval</p>'
    story = read(ld=ARTICLE | {"author": {"@type": "Person", "name": "Clara Nyberg"}}, top=top)
    assert [author.name for author in story.byline.authors] == ["Ines Duval"]
