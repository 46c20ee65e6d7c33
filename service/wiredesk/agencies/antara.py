"""Antara, of Indonesia.

Velden (ANTARA) - The mill is grinding again.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="antara",
    credits=(
        "ANTARA",
        "Antara News",
        "Antara News Agency",
    ),
    dateline="Velden (ANTARA) - The mill is grinding again.",
)
