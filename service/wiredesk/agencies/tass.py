"""TASS.

VELDEN, January 3. /TASS/. The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="tass",
    credits=(
        "TASS",
        "ITAR-TASS",
        "Itar-Tass",
        "/TASS/",
        "TASS Russian News Agency",
    ),
    dateline="VELDEN, January 3. /TASS/. The bridge opened.",
)
