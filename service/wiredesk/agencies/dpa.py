"""dpa: Deutsche Presse-Agentur.

Velden (dpa/lni) - Die Brücke ist offen.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="dpa",
    credits=(
        "dpa",
        "Deutsche Presse-Agentur",
        "dpa-AFX",
        "dpa International",
        "DPA News",
        "dpa-infocom",
        "dpa-tmn",
    ),
    dateline="Velden (dpa/lni) - Die Brücke ist offen.",
    sign_off="# dpa-Notizblock",
)
