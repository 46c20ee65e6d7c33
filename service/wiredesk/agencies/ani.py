"""ANI: Asian News International.

Velden [Carinthia], January 3 (ANI): The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="ani",
    credits=(
        "ANI",
        "Asian News International",
        "ANI News",
    ),
    dateline="Velden [Carinthia], January 3 (ANI): The bridge opened.",
    sign_off="(ANI)",
)
