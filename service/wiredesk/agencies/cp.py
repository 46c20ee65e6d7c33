"""CP: The Canadian Press.

VELDEN, Ont. — The bridge opened.
"""

from __future__ import annotations

from wiredesk.agencies import Agency

AGENCY = Agency(
    code="cp",
    credits=(
        "CP",
        "The Canadian Press",
        "Canadian Press",
        "La Presse Canadienne",
    ),
    dateline="VELDEN, Ont. — The bridge opened.",
    sign_off="This report by The Canadian Press was first published Jan. 3, 2022.",
)
