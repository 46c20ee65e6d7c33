from __future__ import annotations

import random

import pytest

from wiredesk.errors import Reason, Spike
from wiredesk.formats import charsets
from wiredesk.formats.charsets import decode_bytes

TEXT = "Der Bürgermeister sagte am Montag, die Brücke öffne früher."


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_are_no_text(seed):
    with pytest.raises(Spike) as caught:
        decode_bytes(random.Random(seed).randbytes(3000), None)
    assert caught.value.reason in {Reason.NOT_UTF8, Reason.UNKNOWN_FORMAT}


@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "latin-1", "utf-16"])
def test_text_comes_out_whatever_its_charset(charset):
    assert decode_bytes(TEXT.encode(charset), None)[0] == TEXT


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("cp1252", TEXT),
        ("cp1252", "Le préfet l’a confirmé – après enquête : « L’Œuvre » coûte 5 €, n° 3."),
        ("cp1252", "El año pasado, ¿quién pagó? «Nadie», señaló el señor Muñoz."),
        ("cp1252", "Ångström målte på øya. Café, naïve, ALMOÇO AMANHÃ, São Paulo."),
        ("cp850", TEXT),
        ("cp850", "Müller: Die Mühle läuft, größer und schöner als früher."),
        ("mac_roman", TEXT),
        ("cp1250", "Młyn w Welden znowu miele; właściciel był już zmęczony, powiedział."),
        ("cp1251", "Мельница в Вельдене снова мелет, сообщил мельник."),
        ("koi8_r", "Мельница в Вельдене снова мелет, сообщил мельник."),
        ("cp866", "Мельница в Вельдене снова мелет, сообщил мельник."),
        ("iso8859_7", "Ο μύλος του Βέλντεν αλέθει ξανά, είπε ο μυλωνάς."),
    ],
)
def test_a_charset_that_nobody_declared_is_told_by_the_bytes(charset, text):
    assert decode_bytes(text.encode(charset), None)[0] == text


def test_a_wire_with_its_control_bytes_is_text():
    wire = b"\x01u i bc-test\r\n\x02" + TEXT.encode("latin-1") + b"\r\n\x03\x04"
    assert TEXT in decode_bytes(wire * 3, None)[0]


@pytest.mark.parametrize("code", [*range(0x300), *range(0x2000, 0x2100), 0xFEFF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF])
def test_the_quick_look_misses_nothing_that_is_mended(code):
    text = f"a{chr(code)}b"
    mended = any(p.search(text) for p in (charsets._LINE_ENDS, charsets._CONTROLS, charsets._SURROGATES))
    assert not (mended and charsets._is_clean(text))
