"""Kyodo: Kyodo News.

VELDEN, Jan. 3, Kyodo - The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="kyodo",
    credits=(
        "Kyodo",
        "Kyodo News",
        "KYODO NEWS",
    ),
    dateline="VELDEN, Jan. 3, Kyodo - The bridge opened.",
    sign_off="==Kyodo",
)
