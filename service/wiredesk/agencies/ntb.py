"""NTB.

Velden (NTB): Broen er åpen.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="ntb",
    credits=(
        "NTB",
        "Norsk Telegrambyrå",
    ),
    dateline="Velden (NTB): Broen er åpen.",
    sign_off="(©NTB)",
)
