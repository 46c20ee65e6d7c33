"""Xinhua.

VELDEN, Jan. 3 (Xinhua) -- The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="xinhua",
    credits=(
        "Xinhua",
        "Xinhua News Agency",
        "XINHUANET",
        "Xinhuanet",
    ),
    dateline="VELDEN, Jan. 3 (Xinhua) -- The bridge opened.",
    sign_off="Enditem",
)
