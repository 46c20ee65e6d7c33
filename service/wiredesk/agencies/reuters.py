"""Reuters.

VELDEN, Jan 14 (Reuters) - The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="reuters",
    credits=(
        "Reuters",
        "Reuter",
        "Thomson Reuters",
        "Thomson Reuters Foundation",
        "Reuters News",
        "Reuters Staff",
        "Reuters Health",
        "RTRS",
    ),
    dateline="VELDEN, Jan 14 (Reuters) - The bridge opened.",
    sign_off="(Reporting by Jane Roe in Velden; Editing by John Doe)",
)
