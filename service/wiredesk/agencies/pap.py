"""PAP: Polska Agencja Prasowa.

Velden, March 11 (PAP) - The mill is grinding again.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="pap",
    credits=(
        "PAP",
        "Polska Agencja Prasowa",
        "Polish Press Agency",
    ),
    dateline="Velden, March 11 (PAP) - The mill is grinding again.",
    sign_off="(PAP)",
)
