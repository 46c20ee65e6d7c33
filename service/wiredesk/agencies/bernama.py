"""Bernama, of Malaysia.

VELDEN, March 11 (Bernama) -- The mill is grinding again.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="bernama",
    credits=(
        "Bernama",
        "Malaysian National News Agency",
    ),
    dateline="VELDEN, March 11 (Bernama) -- The mill is grinding again.",
    sign_off="-- BERNAMA",
)
