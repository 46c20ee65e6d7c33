"""IRNA: Islamic Republic News Agency.

Velden, March 11, IRNA - The mill is grinding again.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="irna",
    credits=(
        "IRNA",
        "Islamic Republic News Agency",
    ),
    dateline="Velden, March 11, IRNA - The mill is grinding again.",
)
