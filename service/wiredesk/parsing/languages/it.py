"""Italian: "Di Gianna Rossi | Pubblicato il 14 marzo 2024 alle 08:05 | Aggiornato 2 ore fa"."""

from __future__ import annotations

from wiredesk.parsing.languages.language import Language

IT = Language(
    code="it",
    months=(
        "gennaio gen", "febbraio febbr feb", "marzo mar", "aprile apr", "maggio mag", "giugno giu", "luglio lug", "agosto ago",
        "settembre sett set", "ottobre ott", "novembre nov", "dicembre dic",
    ),
    weekdays=("lunedì lunedi", "martedì martedi", "mercoledì mercoledi", "giovedì giovedi", "venerdì venerdi", "sabato", "domenica"),
    by=("di", "scritto da", "a cura di", "pubblicato da", "testo di", "autore", "autrice", "articolo di", "servizio di"),
    published=("pubblicato", "pubblicato il", "pubblicata il", "data", "data di pubblicazione", "creato il"),
    updated=("aggiornato", "aggiornato il", "aggiornato alle", "ultimo aggiornamento", "modificato", "modificato il", "ultima modifica"),
    ago=("{n} {unit} fa",),
    units={
        "minute": "minuto minuti min", "hour": "ora ore h", "day": "giorno giorni g", "week": "settimana settimane",
        "month": "mese mesi", "year": "anno anni",
    },
    ones="un una un'",
    days_ago={"adesso": 0, "oggi": 0, "ieri": 1, "l'altro ieri": 2},
    and_="e",
    date_words="il alle ore lettura di minuti tempo",
    roles="giornalista redattore redattrice corrispondente inviato inviata editorialista direttore direttrice caporedattore",
    desks="redazione agenzia agenzie",
    section_heads=(
        "leggi anche", "i più letti", "articoli correlati", "notizie correlate", "potrebbe interessarti", "ti potrebbe interessare",
        "potrebbe interessarti anche", "ultime notizie", "altre notizie", "altri articoli", "vedi anche", "commenti", "pubblicità",
        "le più lette", "approfondimenti", "consigliati per te", "dalla home", "in evidenza",
    ),
    share=("condividi", "stampa", "commenta", "salva", "copia link", "invia per e-mail", "ascolta", "condividi l'articolo"),
)  # fmt: skip
