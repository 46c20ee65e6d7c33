"""APA: Austria Presse Agentur.

Velden (APA) - Die Brücke ist offen.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="apa",
    credits=(
        "APA",
        "Austria Presse Agentur",
        "APA-OTS",
    ),
    dateline="Velden (APA) - Die Brücke ist offen.",
    sign_off="(Schluss) jr/ab",
)
