"""PTI: Press Trust of India.

Velden, Jan 3 (PTI) The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="pti",
    credits=(
        "PTI",
        "Press Trust of India",
    ),
    dateline="Velden, Jan 3 (PTI) The bridge opened.",
    sign_off="PTI JR AB CD",
)
