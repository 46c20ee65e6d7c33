"""EFE: Agencia EFE.

Velden, 3 ene (EFE).- El puente abre.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="efe",
    credits=(
        "EFE",
        "Agencia EFE",
        "EFE News",
    ),
    dateline="Velden, 3 ene (EFE).- El puente abre.",
    sign_off="EFE",
)
