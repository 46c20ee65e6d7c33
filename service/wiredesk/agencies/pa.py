"""PA: PA Media.

VELDEN, Jan 3 (PA) - The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="pa",
    credits=(
        "PA",
        "PA Media",
        "Press Association",
        "PA News Agency",
        "PA Wire",
    ),
    dateline="VELDEN, Jan 3 (PA) - The bridge opened.",
)
