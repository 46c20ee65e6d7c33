"""WAM: Emirates News Agency.

VELDEN, 11th March, 2024 (WAM) -- The mill is grinding again.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="wam",
    credits=(
        "WAM",
        "Emirates News Agency",
    ),
    dateline="VELDEN, 11th March, 2024 (WAM) -- The mill is grinding again.",
)
