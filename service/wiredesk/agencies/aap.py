"""AAP: Australian Associated Press.

VELDEN, Jan 3 AAP - The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="aap",
    credits=(
        "AAP",
        "Australian Associated Press",
        "AAP FactCheck",
    ),
    dateline="VELDEN, Jan 3 AAP - The bridge opened.",
    sign_off="AAP jr/ab",
)
