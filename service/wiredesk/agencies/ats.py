"""ATS: Keystone-ATS, Agence télégraphique suisse, in German Keystone-SDA.

Velden (ats) - Le pont est ouvert.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="ats",
    credits=(
        "ATS",
        "SDA",
        "Keystone-ATS",
        "Keystone-SDA",
        "Agence télégraphique suisse",
        "Schweizerische Depeschenagentur",
    ),
    dateline="Velden (ats) - Le pont est ouvert.",
    sign_off="ats/ab",
)
