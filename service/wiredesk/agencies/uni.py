"""UNI: United News of India.

Velden, Mar 11 (UNI) The mill is grinding again.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="uni",
    credits=(
        "UNI",
        "United News of India",
    ),
    dateline="Velden, Mar 11 (UNI) The mill is grinding again.",
    sign_off="UNI AB CD 0915",
)
