"""Agência Brasil.

Velden (Agência Brasil) - O moinho voltou a moer.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="agencia-brasil",
    credits=(
        "Agência Brasil",
        "Agencia Brasil",
    ),
    dateline="Velden (Agência Brasil) - O moinho voltou a moer.",
)
