"""An item written as another wire would write it is the same story: prefixes, CDATA, charsets, order, forms of dates."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import msgspec
import pytest
from lxml import etree

from wiredesk.records import RawPage
from wiredesk.stages.clean import open_raw
from wiredesk.stages.pipeline import pipeline

CASES = Path(__file__).parents[1] / "cases"
INLINE = frozenset("p li td th h2 h3 em b strong num person city country location byttl story.date rights.owner".split())
XML = [
    *("nitf-any-full", "newsml1-any-full", "newsml-g2-any-full", "rss-any-full", "rss-wordpress-full", "atom-any-full"),
    *("agency-xml-any-full", "newsml-g2-dpa-notepad", "newsml1-afp-dateline", "nitf-pa-sport", "newsml-g2-reuters-message"),
]
JSON = ["ninjs-any-full-1x", "ninjs-any-full-3x", "ap-media-ap-full", "dpa-digitalwires-dpa-full"]
OF_THE_PAGE = ("page_id", "story_id", "spans", "evidence", "problems", "wiredesk", "captured", "fingerprint")
STAMP = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)([+-]\d\d):?(\d\d)")
TAG = re.compile(r"<(/?)(?![?!])([\w.-]+)(?=[\s/>])")
TEXT = re.compile(r">([^<>&]*[^<>&\s][^<>&]*)<")


def read(data):
    found = []
    for story in pipeline(open_raw(data)).stories:
        facts = {name: value for name, value in msgspec.to_builtins(story).items() if name not in OF_THE_PAGE}
        for block in facts.get("body", ()):
            block.pop("span", None)
        for row in (*facts.get("quotes", ()), *facts.get("mentions", ())):
            row.pop("span", None)
            row.pop("spans", None)
        if "uri" not in facts:
            facts.pop("family", None)
        found.append(facts)
    return found


def load(case):
    (path,) = (CASES / case).glob("page.*")
    return path.read_text("utf-8")


def body_of(text):
    """Give a document without its declaration."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def add_prefix(text):
    """Write every element of the default namespace with a prefix; what declares another namespace is left as it is."""
    root = etree.fromstring(body_of(text).encode())
    space = etree.QName(root).namespace
    if space is None:
        return text
    made = etree.Element(root.tag, dict(root.attrib), nsmap={"wire": space, **{k: v for k, v in root.nsmap.items() if k}})
    made.text = root.text
    made.extend(list(root))
    return etree.tostring(made, encoding="unicode")


def drop_namespaces(text):
    return re.sub(r'\sxmlns="[^"]*"', "", text)


def wrap_texts(text):
    return TEXT.sub(lambda found: f"><![CDATA[{found[1]}]]><", text)


def write_numbers(text):
    return TEXT.sub(lambda found: ">" + "".join(f"&#{ord(c)};" if c.isalpha() else c for c in found[1]) + "<", text)


def pad_texts(text):
    """Set every text of the metadata on a line of its own."""

    def pad(found):
        return f"<{found[1]}>\n      {found[2]}\n   </{found[1]}>"

    return re.sub(r"<([\w.:]+)>([^<>&\n]+)</\1>", lambda f: f[0] if f[1] in INLINE else pad(f), text)


def quote_singly(text):
    head, _, rest = text.partition("?>")
    return f"{head}?>" + re.sub(r'="([^"\']*)"', r"='\1'", rest)


def strew_comments(text):
    return re.sub(r">(\s*)<(?![/!?])", r">\1<!-- a <b> & --><", text)


def open_up(text):
    """Write empty elements with an end tag, blanks before every end of a tag."""
    return re.sub(r"<([\w.:-]+)((?:\s[^<>]*?)?)\s*/>", r"<\1\2 ></\1 >", text)


def compact_stamps(text):
    return STAMP.sub(r"\1\2\3T\4\5\6\7\8", text)


def bare_zones(text):
    return STAMP.sub(r"\1-\2-\3T\4:\5:\6\7\8", text)


def spread_stamps(text):
    return re.sub(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)([+-]\d\d)(\d\d)", r"\1-\2-\3T\4:\5:\6\7:\8", text)


def add_fractions(text):
    return re.sub(r"(T\d\d:\d\d:\d\d)([+Z-])", r"\1.000\2", text)


WAYS = [
    *(add_prefix, drop_namespaces, wrap_texts, write_numbers, pad_texts, quote_singly, strew_comments, open_up, compact_stamps),
    *(bare_zones, spread_stamps, add_fractions),
]
CHARSETS = ["utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"]


def may_be_written(case, way):
    """Say whether a case may be written so: elements of RSS have no namespace, and what is wrapped is not wrapped again."""
    return not (way is add_prefix and case.startswith("rss")) and not (way is wrap_texts and "<![CDATA[" in load(case))


WRITTEN = [pytest.param(case, way, id=f"{case}-{way.__name__}") for case in XML for way in WAYS if may_be_written(case, way)]


@pytest.mark.parametrize(("case", "way"), WRITTEN)
def test_markup_written_otherwise_is_the_same_story(case, way):
    text = load(case)
    if way is drop_namespaces and case.startswith("atom"):
        text = text.replace("<feed ", "<feed version='Atom' ", 1)
    assert read(way(text).encode()) == read(load(case).encode())


@pytest.mark.parametrize("charset", CHARSETS)
@pytest.mark.parametrize("case", XML)
def test_the_charset_changes_nothing(case, charset):
    text = f'<?xml version="1.0" encoding="{charset.removesuffix("-sig")}"?>\r\n' + body_of(load(case)).replace("\n", "\r\n")
    assert read(text.encode(charset, "xmlcharrefreplace")) == read(load(case).encode())


def shuffle(value, dice):
    if isinstance(value, dict):
        rows = [(key, shuffle(inner, dice)) for key, inner in value.items()]
        dice.shuffle(rows)
        return dict(rows)
    return [shuffle(inner, dice) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("case", JSON)
def test_json_written_otherwise_is_the_same_story(case):
    text = load(case)
    value, same = json.loads(text), read(text.encode())
    ways = [
        *(
            json.dumps(value),
            json.dumps(value, indent=4),
            json.dumps(value, ensure_ascii=False),
            f"\ufeff{text}",
            f"\r\n {text}\n",
        ),
        *(json.dumps(shuffle(value, random.Random(seed))) for seed in range(5)),
        *(compact_stamps(text), bare_zones(text), add_fractions(text), json.dumps([value])),
    ]
    for way in ways:
        assert read(way.encode()) == same, way[:80]
    assert read(json.dumps(value, ensure_ascii=False).encode("utf-16")) == same


def test_a_page_that_a_producer_wraps_is_the_same_story():
    text = load("nitf-any-full")
    wrapped = msgspec.json.encode({name: value for name, value in msgspec.to_builtins(RawPage(body=text)).items() if value})
    assert read(wrapped) == read(text.encode())
