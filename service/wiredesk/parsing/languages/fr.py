"""French: "Par Jeanne Roux | Publié le 14 mars 2024 à 08h05, mis à jour il y a 2 heures"."""

from __future__ import annotations

from wiredesk.parsing.languages.language import Language

FR = Language(
    code="fr",
    months=(
        "janvier janv", "février fevrier févr fév", "mars", "avril avr", "mai", "juin", "juillet juil", "août aout",
        "septembre sept", "octobre oct", "novembre nov", "décembre decembre déc",
    ),
    weekdays=("lundi lun", "mardi", "mercredi mer", "jeudi jeu", "vendredi ven", "samedi sam", "dimanche dim"),
    by=("par", "écrit par", "publié par", "rédigé par", "propos recueillis par", "texte", "auteur", "auteure", "auteurs", "article de"),
    published=("publié", "publié le", "posté le", "mis en ligne le", "date de publication", "paru le", "créé le"),
    updated=("mis à jour", "mis à jour le", "modifié", "modifié le", "actualisé le", "dernière mise à jour", "mise à jour", "maj"),
    ago=("il y a {n} {unit}",),
    units={
        "minute": "minute minutes min", "hour": "heure heures h", "day": "jour jours j", "week": "semaine semaines",
        "month": "mois", "year": "an ans année années",
    },
    ones="un une",
    days_ago={"à l'instant": 0, "aujourd'hui": 0, "aujourd’hui": 0, "hier": 1, "avant-hier": 2},
    and_="et avec",
    date_words="le à du lecture temps de minutes",
    roles=(
        "journaliste rédacteur rédactrice correspondant correspondante chroniqueur chroniqueuse éditorialiste reporter envoyé envoyée "
        "spécial spéciale grand"
    ),
    desks="rédaction agence agences service",
    section_heads=(
        "à lire aussi", "a lire aussi", "lire aussi", "sur le même sujet", "les plus lus", "articles les plus lus", "le plus lu",
        "articles similaires", "articles liés", "à voir aussi", "voir aussi", "dans la même rubrique", "plus d'actualités", "à la une",
        "nos derniers articles", "derniers articles", "contenus sponsorisés", "publicité", "commentaires", "vous aimerez aussi", "en relation",
        "pour aller plus loin", "recommandé pour vous",
    ),
    share=("partager", "imprimer", "partager l'article", "commenter", "copier le lien", "envoyer par e-mail", "écouter", "enregistrer"),
)  # fmt: skip
