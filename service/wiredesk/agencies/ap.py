"""AP: The Associated Press.

VELDEN, Ore. (AP) — The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="ap",
    credits=(
        "AP",
        "The Associated Press",
        "Associated Press",
        "Associated Press Writer",
        "AP News",
        "AP Wire",
    ),
    dateline="VELDEN, Ore. (AP) — The bridge opened.",
    sign_off="Associated Press writer Jane Roe in Velden contributed to this report.",
)
