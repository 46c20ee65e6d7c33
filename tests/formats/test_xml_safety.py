"""XML that means harm is refused quickly."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from wiredesk.errors import Reason, Spike
from wiredesk.formats.xml import MAX_CHARS, parse_xml
from wiredesk.records import RawPage
from wiredesk.stages.pipeline import pipeline

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 30))

HARM = {
    "billion laughs": ('<!DOCTYPE r [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><r>&b;</r>', Reason.UNSAFE_XML),
    "thirty levels of laughs": (f'<!DOCTYPE r [<!ENTITY l0 "ha">{LAUGHS}]><r>&l29;</r>', Reason.UNSAFE_XML),
    "laughs by parameter": ('<!DOCTYPE r [<!ENTITY % a "x"><!ENTITY % b "%a;%a;">%b;]><r/>', Reason.UNSAFE_XML),
    "deep, not the first": ("<r>" + "<a/><p>" * 100_000, Reason.UNSAFE_XML),
    "external entity": ('<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]><r>&a;</r>', Reason.UNSAFE_XML),
    "external part": ('<!DOCTYPE r [<!ENTITY % a SYSTEM "http://x.test/a.dtd"> %a;]><r/>', Reason.UNSAFE_XML),
    "quadratic": ('<!DOCTYPE r [<!ENTITY a "' + "a" * 50_000 + '">]><r>' + "&a;" * 1000 + "</r>", Reason.UNSAFE_XML),
    "deep": ("<r>" + "<p>" * 100_000, Reason.UNSAFE_XML),
    "large": ("<r>" + "a" * MAX_CHARS, Reason.TOO_LARGE),
    "one text": ("<r>" + "a" * (MAX_CHARS - 100) + "</r>", Reason.TOO_LARGE),
    "endless document type": ("<!DOCTYPE r " + "<" * 50_000, Reason.UNSAFE_XML),
}


@pytest.mark.parametrize("name", HARM)
def test_harm_is_refused_within_a_second(name):
    text, reason = HARM[name]
    begun = time.perf_counter()
    with pytest.raises(Spike) as caught:
        parse_xml(text)
    assert caught.value.reason is reason
    assert time.perf_counter() - begun < 1


def test_a_plain_document_type_is_read_without_loading_it():
    assert parse_xml('<!DOCTYPE nitf SYSTEM "nitf-3-3.dtd"><nitf/>').root.tag == "nitf"
    part = '<!DOCTYPE NewsML PUBLIC "x" "a.dtd" [<!ENTITY % nitf SYSTEM "../dtd/nitf-3-0.dtd"> %nitf;]><NewsML/>'
    assert parse_xml(part).root.tag == "NewsML"


def test_what_lies_outside_is_never_fetched(tmp_path):
    (tmp_path / "secret.txt").write_text("quay")
    (tmp_path / "evil.dtd").write_text('<!ENTITY a "quay">')
    outside = f'<!DOCTYPE nitf SYSTEM "file://{tmp_path}/evil.dtd"><nitf><body><body.content><p>A &a; b.</p>'
    include = f'<nitf xmlns:x="http://www.w3.org/2001/XInclude"><body><x:include href="file://{tmp_path}/secret.txt"/><p>A.</p>'
    for page in (outside + "</body.content></body></nitf>", include + "</body></nitf>"):
        assert "quay" not in str(pipeline(RawPage(body=page)))


GIGABYTE = """
import sys
try:
    sys.stdout.write('<?xml version="1.0"?><nitf><body><p>')
    for _ in range(1024):
        sys.stdout.write("a" * (1 << 20))
except BrokenPipeError:
    pass
"""
ALL_HARM = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from test_xml_safety import HARM
from wiredesk.errors import Spike
from wiredesk.records import RawPage
from wiredesk.stages.pipeline import pipeline
pages = [text[: 4 << 20] for text, _ in HARM.values()]
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for page in pages:
    try:
        pipeline(RawPage(body=page))
    except Spike:
        pass
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def run_python(*arguments, **options):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run([sys.executable, *arguments], env=environment, check=True, capture_output=True, **options)


def test_a_text_of_a_gigabyte_is_refused_before_it_is_read():
    with subprocess.Popen([sys.executable, "-c", GIGABYTE], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as source:
        used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        printed = run_python("-m", "wiredesk", "parse", "-", stdin=source.stdout, timeout=30).stdout
        used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - used
        source.stdout.close()
    assert b'"reason":"too-large"' in printed
    assert used < 2  # seconds of CPU, most of them to start Python


def test_harm_costs_little_memory():
    grown = int(run_python("-c", ALL_HARM, Path(__file__).parent, timeout=60).stdout)
    assert grown < 100  # MB, over the process and the pages themselves


@pytest.mark.parametrize("fault", ["", "<b>", "</b>", "<i></b></i>", "&"])
def test_entities_and_cdata_outlive_a_fault(fault):
    title = "<![CDATA[Salt &amp; sea & more]]>"
    text = f"<rss><channel><item><title>{title}</title>{fault}<description>1 &lt; 2 &amp; 3</description>"
    root = parse_xml(text + "</item></channel></rss>" * (not fault)).root
    assert root.findtext(".//title") == "Salt &amp; sea & more"
    assert root.findtext(".//description") == "1 < 2 & 3"
