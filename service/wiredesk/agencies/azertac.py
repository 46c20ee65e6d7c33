"""AZERTAC: Azerbaijan State News Agency.

Velden, March 11, AZERTAC - The mill is grinding again.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="azertac",
    credits=(
        "AZERTAC",
        "Azerbaijan State News Agency",
    ),
    dateline="Velden, March 11, AZERTAC - The mill is grinding again.",
)
