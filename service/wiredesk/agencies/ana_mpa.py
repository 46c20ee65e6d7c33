"""ANA-MPA: Athens-Macedonian News Agency.

VELDEN (ANA-MPA) - The mill is grinding again.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="ana-mpa",
    credits=(
        "ANA-MPA",
        "Athens-Macedonian News Agency",
        "Athens News Agency",
        "ΑΠΕ-ΜΠΕ",
    ),
    dateline="VELDEN (ANA-MPA) - The mill is grinding again.",
)
