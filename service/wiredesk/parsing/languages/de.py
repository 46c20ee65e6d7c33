"""German: "Von Jana Roth, 14. März 2024, 08:05 Uhr | Aktualisiert vor 2 Stunden"."""

from __future__ import annotations

from wiredesk.parsing.languages.language import Language

DE = Language(
    code="de",
    months=(
        "januar jänner jan jän", "februar feber feb", "märz mär mrz maerz", "april apr", "mai", "juni jun", "juli jul", "august aug",
        "september sept sep", "oktober okt", "november nov", "dezember dez",
    ),
    weekdays=("montag mo", "dienstag di", "mittwoch mi", "donnerstag do", "freitag fr", "samstag sonnabend sa", "sonntag so"),
    by=("von", "text von", "ein artikel von", "eine analyse von", "ein kommentar von", "ein gastbeitrag von", "autor", "autorin", "autoren", "text"),
    published=("veröffentlicht", "veröffentlicht am", "erstellt", "erstellt am", "datum", "publiziert", "erschienen am", "erstveröffentlichung"),
    updated=("aktualisiert", "aktualisiert am", "zuletzt aktualisiert", "stand", "geändert", "zuletzt geändert", "update"),
    ago=("vor {n} {unit}",),
    units={
        "minute": "minute minuten min", "hour": "stunde stunden std", "day": "tag tage tagen", "week": "woche wochen",
        "month": "monat monate monaten", "year": "jahr jahre jahren",
    },
    ones="einem einer ein eine",
    days_ago={"gerade eben": 0, "heute": 0, "gestern": 1, "vorgestern": 2},
    and_="und",
    date_words="am um uhr vom den der lesezeit min minuten mez mesz",
    roles=(
        "redakteur redakteurin korrespondent korrespondentin reporterin autor autorin journalist journalistin chefredakteur "
        "chefredakteurin ressortleiter ressortleiterin volontär volontärin freier freie"
    ),
    desks="redaktion presse-agentur agentur agenturen nachrichtenredaktion newsteam",
    section_heads=(
        "mehr zum thema", "meistgelesen", "meistgelesene artikel", "das könnte sie auch interessieren", "das könnte dich auch interessieren",
        "lesen sie auch", "lesen sie mehr", "auch interessant", "weitere artikel", "weitere meldungen", "weitere nachrichten", "weitere themen",
        "neueste artikel", "aktuelle nachrichten", "empfohlen", "verwandte artikel", "passend dazu", "kommentare", "anzeige",
        "zum thema", "mehr aus diesem ressort", "top-themen",
    ),
    share=("teilen", "drucken", "merken", "kommentieren", "artikel teilen", "link kopieren", "e-mail", "per mail versenden", "vorlesen"),
)  # fmt: skip
