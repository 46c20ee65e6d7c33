"""ANSA.

(ANSA) - VELDEN, 03 GEN - Il ponte apre.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="ansa",
    credits=(
        "ANSA",
        "Agenzia ANSA",
        "ANSA.it",
    ),
    dateline="(ANSA) - VELDEN, 03 GEN - Il ponte apre.",
    sign_off="(ANSA).",
)
