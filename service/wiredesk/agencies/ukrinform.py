"""Ukrinform.

VELDEN, March 11 (Ukrinform) - The mill is grinding again.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="ukrinform",
    credits=("Ukrinform",),
    dateline="VELDEN, March 11 (Ukrinform) - The mill is grinding again.",
)
