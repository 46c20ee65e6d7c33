"""EIN Presswire: a press-release wire; what it carries its customers wrote.

VELDEN, OREGON, June 9, 2020 /EINPresswire.com/ -- The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="ein-presswire",
    credits=(
        "EIN Presswire",
        "EINPresswire.com",
        "EINPresswire",
    ),
    dateline="VELDEN, OREGON, June 9, 2020 /EINPresswire.com/ -- The bridge opened.",
    press_release=True,
)
