"""Dutch: "Door Johanna Roos | Gepubliceerd op 14 maart 2024 om 08:05 | Bijgewerkt 2 uur geleden"."""

from __future__ import annotations

from wiredesk.parsing.languages.language import Language

NL = Language(
    code="nl",
    months=(
        "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul", "augustus aug",
        "september sept sep", "oktober okt", "november nov", "december dec",
    ),
    weekdays=("maandag ma", "dinsdag", "woensdag wo", "donderdag", "vrijdag vr", "zaterdag za", "zondag zo"),
    by=("door", "geschreven door", "geplaatst door", "tekst", "auteur", "een artikel van", "tekst door"),
    published=("gepubliceerd", "gepubliceerd op", "geplaatst op", "datum", "publicatiedatum"),
    updated=("bijgewerkt", "bijgewerkt op", "gewijzigd", "gewijzigd op", "laatst gewijzigd", "laatste update", "aangepast", "laatst bijgewerkt"),
    ago=("{n} {unit} geleden",),
    units={
        "minute": "minuut minuten min", "hour": "uur uren u", "day": "dag dagen", "week": "week weken",
        "month": "maand maanden", "year": "jaar jaren",
    },
    ones="een één",
    days_ago={"zojuist": 0, "vandaag": 0, "gisteren": 1, "eergisteren": 2},
    and_="en",
    date_words="op om uur leestijd minuten",
    roles="redacteur verslaggever verslaggeefster correspondent journalist columnist hoofdredacteur chef",
    desks="redactie persbureau agentschap",
    section_heads=(
        "lees ook", "meest gelezen", "verwante artikelen", "gerelateerde artikelen", "meer nieuws", "meer over dit onderwerp", "ook interessant",
        "bekijk ook", "aanbevolen", "laatste nieuws", "reacties", "advertentie", "net binnen", "best gelezen",
    ),
    share=("delen", "deel", "printen", "afdrukken", "reageren", "bewaren", "kopieer link", "deel dit artikel", "luister"),
)  # fmt: skip
