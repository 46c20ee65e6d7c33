"""STT.

Velden (STT) - Silta on auki.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="stt",
    credits=(
        "STT",
        "Suomen Tietotoimisto",
        "STT-Lehtikuva",
    ),
    dateline="Velden (STT) - Silta on auki.",
)
