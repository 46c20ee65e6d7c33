"""PR Newswire: a press-release wire; what it carries its customers wrote.

VELDEN, June 9, 2020 /PRNewswire/ -- The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="pr-newswire",
    credits=(
        "PR Newswire",
        "PRNewswire",
        "PRNewswire-USNewswire",
        "/PRNewswire/",
        "CNW",
    ),
    dateline="VELDEN, June 9, 2020 /PRNewswire/ -- The bridge opened.",
    press_release=True,
)
