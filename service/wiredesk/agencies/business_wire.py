"""Business Wire: a press-release wire; what it carries its customers wrote.

VELDEN, Ore.--(BUSINESS WIRE)--The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="business-wire",
    credits=(
        "Business Wire",
        "BUSINESS WIRE",
        "BusinessWire",
    ),
    dateline="VELDEN, Ore.--(BUSINESS WIRE)--The bridge opened.",
    press_release=True,
)
