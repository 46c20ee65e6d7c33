"""IANS.

Velden, Jan 3 (IANS) The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="ians",
    credits=(
        "IANS",
        "Indo-Asian News Service",
    ),
    dateline="Velden, Jan 3 (IANS) The bridge opened.",
    sign_off="--IANS",
)
