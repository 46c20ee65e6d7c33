"""ACCESSWIRE: a press-release wire; what it carries its customers wrote.

VELDEN, OR / ACCESSWIRE / June 9, 2020 / The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="accesswire",
    credits=(
        "ACCESSWIRE",
        "ACCESS Newswire",
        "Newsfile Corp",
        "Newsfile",
    ),
    dateline="VELDEN, OR / ACCESSWIRE / June 9, 2020 / The bridge opened.",
    press_release=True,
)
