"""Interfax.

VELDEN. Jan 3 (Interfax) - The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="interfax",
    credits=(
        "Interfax",
        "Interfax-Ukraine",
        "Interfax News Agency",
    ),
    dateline="VELDEN. Jan 3 (Interfax) - The bridge opened.",
)
