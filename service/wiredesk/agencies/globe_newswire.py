"""GlobeNewswire: a press-release wire; what it carries its customers wrote.

VELDEN, June 09, 2020 (GLOBE NEWSWIRE) -- The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="globe-newswire",
    credits=(
        "GlobeNewswire",
        "GLOBE NEWSWIRE",
        "GlobeNewswire, Inc",
    ),
    dateline="VELDEN, June 09, 2020 (GLOBE NEWSWIRE) -- The bridge opened.",
    press_release=True,
)
