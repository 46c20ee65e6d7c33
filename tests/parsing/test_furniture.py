"""Furniture is looked for only on lines that begin as one of its patterns does."""

from __future__ import annotations

import pytest

from wiredesk.parsing import furniture

PATTERNS = [
    furniture._TAG_HEAD,
    furniture._TAG_ROW,
    furniture._PEOPLE,
    furniture._POLL,
    furniture._ADVERT,
    furniture._POINTER,
]
LINES = """
Article tags|Story topics|Related tags:|More topics|Tags|Topics:|Keywords|In this story|Filed under
Mentioned in this article|Themen|Schlagwörter|Mots-clés|Etiquetas|Temas|Argomenti|Onderwerpen|Temas relacionados
Topics in this story|Tags: ferries|Filed under: lakes|Related people|People|Who's in this story|Personen
Poll: Is it right?|Quiz: Is it right?|Survey: Is it right?|Umfrage: Ist es recht?|Sondage : Est-ce juste ?
Take our poll|Reader poll|What do you think?|Why this ad?|Ad · Boats|Advertisement: Boats
Sponsored by: Boats of Kesten|Promoted · Boats|Anzeige: Boote|Publicité : bateaux|Paid content: Boats|AdBoats for all
Advertiser content|Related: Boats return to the lake|See also: Boats return to the lake
Also read: Boats return to the lake|Read more: Boats return to the lake|Lesen Sie auch: Boote auf dem See
Lire aussi: Bateaux sur le lac|Lee también: Barcos en el lago|Leggi anche: Barche sul lago
Leia também: Barcos no lago do sul|Lees ook: Boten op het meer|Mehr dazu: Boote auf dem See
MORE: Boats return to the lake|WATCH: Boats return to the lake|VIDEO: Boats return to the lake
LISTEN: Boats return to the lake
""".strip().replace("\n", "|")  # fmt: skip


@pytest.mark.parametrize("line", LINES.split("|"))
def test_a_line_that_a_pattern_matches_is_looked_at(line):
    assert any(pattern.match(line) for pattern in PATTERNS)
    assert line[:2].casefold() in furniture._BEGINNINGS
