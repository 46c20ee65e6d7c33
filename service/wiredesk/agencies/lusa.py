"""Lusa: Agência de Notícias de Portugal.

Velden, 11 mar 2024 (Lusa) - O moinho voltou a moer.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="lusa",
    credits=(
        "Lusa",
        "Agência Lusa",
        "Lusa News Agency",
    ),
    dateline="Velden, 11 mar 2024 (Lusa) - O moinho voltou a moer.",
    sign_off="Lusa/Fim",
)
