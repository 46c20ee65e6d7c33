"""Ritzau.

Velden, Ritzau - Broen er åben.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="ritzau",
    credits=(
        "Ritzau",
        "Ritzaus Bureau",
    ),
    dateline="Velden, Ritzau - Broen er åben.",
    sign_off="/ritzau/",
)
