"""ANP: Algemeen Nederlands Persbureau.

Velden (ANP) - De molen maalt weer.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="anp",
    credits=(
        "ANP",
        "Algemeen Nederlands Persbureau",
    ),
    dateline="Velden (ANP) - De molen maalt weer.",
)
