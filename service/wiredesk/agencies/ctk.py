"""CTK: Česká tisková kancelář.

Velden, March 11 (CTK) - The mill is grinding again.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="ctk",
    credits=(
        "CTK",
        "ČTK",
        "Czech News Agency",
        "Česká tisková kancelář",
    ),
    dateline="Velden, March 11 (CTK) - The mill is grinding again.",
)
