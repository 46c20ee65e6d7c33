"""Month and weekday names of the languages that pages are read in (en de fr es it pt nl), and words for "changed"."""

from __future__ import annotations

_MONTH_NAMES = (
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari",
    "february feb februar février fevrier févr febrero febbraio febr fevereiro fev februari",
    "march mar märz mrz mars marzo março maart mrt",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug août aout agosto ago augustus",
    "september sep sept septembre septiembre setiembre settembre set setembro",
    "october oct oktober okt octobre octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro",
)
MONTHS = {word: number for number, names in enumerate(_MONTH_NAMES, 1) for word in names.split()}

_WEEKDAY_NAMES = (
    "monday mon montag lundi lunes lunedì segunda-feira maandag",
    "tuesday tue tues dienstag mardi martes martedì terça-feira dinsdag",
    "wednesday wed mittwoch mercredi miércoles mercoledì quarta-feira woensdag",
    "thursday thu thurs donnerstag jeudi jueves giovedì quinta-feira donderdag",
    "friday fri freitag vendredi viernes venerdì sexta-feira vrijdag",
    "saturday sat samstag sonnabend samedi sábado sabato zaterdag",
    "sunday sun sonntag dimanche domingo domenica zondag",
)
WEEKDAYS = {word: number for number, names in enumerate(_WEEKDAY_NAMES) for word in names.split()}

UPDATED_WORDS = frozenset(
    "updated update modified revised aktualisiert geändert mis jour actualizado actualizada aggiornato atualizado atualizada "
    "bijgewerkt gewijzigd modifié reviewed checked".split()
)
