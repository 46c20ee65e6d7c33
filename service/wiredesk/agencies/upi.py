"""UPI: United Press International.

VELDEN, Jan. 3 (UPI) -- The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="upi",
    credits=(
        "UPI",
        "United Press International",
        "UPI.com",
    ),
    dateline="VELDEN, Jan. 3 (UPI) -- The bridge opened.",
)
