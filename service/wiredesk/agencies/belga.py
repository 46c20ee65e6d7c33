"""Belga.

VELDEN 03/01 (BELGA) = Le pont est ouvert.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="belga",
    credits=(
        "Belga",
        "Agence Belga",
        "BELGA",
    ),
    dateline="VELDEN 03/01 (BELGA) = Le pont est ouvert.",
    sign_off="./.",
)
