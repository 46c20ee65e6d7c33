"""The words by which pages of a language print dates, bylines and furniture: one file a language, one table a file.

A language is added by a file beside these and its name in `LANGUAGES`; nothing else changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.parsing.languages import de, en, es, fr, it, nl, pt

if TYPE_CHECKING:
    from wiredesk.parsing.languages.language import Language

LANGUAGES: tuple[Language, ...] = (en.EN, de.DE, fr.FR, es.ES, it.IT, pt.PT, nl.NL)

MONTHS = {form: number for one in LANGUAGES for number, forms in enumerate(one.months, 1) for form in forms.split()}
WEEKDAYS = {form: number for one in LANGUAGES for number, forms in enumerate(one.weekdays) for form in forms.split()}
BY = tuple(word for one in LANGUAGES for word in one.by)
PUBLISHED = tuple(word for one in LANGUAGES for word in one.published)
UPDATED = tuple(word for one in LANGUAGES for word in one.updated)
UNITS = {form: unit for one in LANGUAGES for unit, forms in one.units.items() for form in forms.split()}
ONES = frozenset(word for one in LANGUAGES for word in one.ones.split())
DAYS_AGO = {word: days for one in LANGUAGES for word, days in one.days_ago.items()}
AND = tuple(word for one in LANGUAGES for word in one.and_.split())
DATE_WORDS = frozenset(word for one in LANGUAGES for word in one.date_words.split())
ROLES = frozenset(word for one in LANGUAGES for word in one.roles.split())
DESKS = frozenset(word for one in LANGUAGES for word in one.desks.split())
SECTION_HEADS = frozenset(head for one in LANGUAGES for head in one.section_heads)
SHARE = frozenset(word for one in LANGUAGES for word in one.share)
