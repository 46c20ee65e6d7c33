"""Lines about a story that say nothing but which agency wrote it."""

from __future__ import annotations

import pytest

from wiredesk.formats.agency_lines import find_agency_name

NAMED = [
    ("PTI", "PTI"),
    ("By AFP", None),  # a byline, which the reader of bylines has
    ("Direkt aus dem dpa-Newskanal", "dpa"),
    ("© dpa-infocom, dpa:240314-99-327519/3", "dpa"),
    ("© Agence France-Presse", "Agence France-Presse"),
    ("© 2024 AFP", "AFP"),
    ("Copyright 2023 The Associated Press. All rights reserved. It may not be published.", "Associated Press"),
    ("Quelle: dpa", "dpa"),
    ("The Harbour Post", None),
    ("AFP journalists were at the scene", None),
    ("© 2024 The Harbour Post", None),
]


@pytest.mark.parametrize(("line", "name"), NAMED)
def test_an_agency_is_named_where_a_line_has_nothing_else_to_say(line, name):
    found = find_agency_name(line)
    assert (found and line[slice(*found)]) == name
