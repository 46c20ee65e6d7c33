"""Bloomberg: Bloomberg News.

(Bloomberg) -- The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="bloomberg",
    credits=(
        "Bloomberg",
        "Bloomberg News",
        "Bloomberg LP",
    ),
    dateline="(Bloomberg) -- The bridge opened.",
    sign_off="--With assistance from Jane Roe.",
)
