"""TT: Tidningarnas Telegrambyrå.

Velden (TT) - Kvarnen mal igen.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="tt",
    credits=(
        "TT",
        "TT Nyhetsbyrån",
        "TT News Agency",
        "Tidningarnas Telegrambyrå",
    ),
    dateline="Velden (TT) - Kvarnen mal igen.",
)
