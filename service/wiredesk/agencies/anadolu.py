"""Anadolu: Anadolu Agency.

VELDEN (AA) - The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="anadolu",
    credits=(
        "Anadolu",
        "Anadolu Agency",
        "Anadolu Ajansi",
        "AA",
    ),
    dateline="VELDEN (AA) - The bridge opened.",
)
