"""AFP: Agence France-Presse.

Velden, Jan 3, 2022 (AFP) - The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="afp",
    credits=(
        "AFP",
        "Agence France-Presse",
        "Agence France Presse",
        "AFP News",
        "AFP Sport",
        "AFP/Getty Images",
    ),
    dateline="Velden, Jan 3, 2022 (AFP) - The bridge opened.",
    sign_off="jr-ab/cd/ef",
)
