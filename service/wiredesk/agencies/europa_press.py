"""Europa Press.

VELDEN, 3 Ene. (EUROPA PRESS) - El puente abre.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="europa-press",
    credits=(
        "Europa Press",
        "EUROPA PRESS",
        "EP",
    ),
    dateline="VELDEN, 3 Ene. (EUROPA PRESS) - El puente abre.",
)
