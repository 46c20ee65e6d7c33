"""Yonhap.

VELDEN, Jan. 3 (Yonhap) -- The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="yonhap",
    credits=(
        "Yonhap",
        "Yonhap News Agency",
        "Yonhap News",
    ),
    dateline="VELDEN, Jan. 3 (Yonhap) -- The bridge opened.",
    sign_off="(END)",
)
