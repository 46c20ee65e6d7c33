"""XML that means harm is refused quickly."""

from __future__ import annotations

import time

import pytest

from wiredesk.errors import Reason, Spike
from wiredesk.formats.xml import MAX_CHARS, parse_xml

HARM = {
    "billion laughs": ('<!DOCTYPE r [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><r>&b;</r>', Reason.UNSAFE_XML),
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
