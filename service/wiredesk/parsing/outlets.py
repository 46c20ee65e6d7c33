"""Names of outlets and of sections, as cards and heads show them: "WGN News", "The Associated Press", "PUBLIC SAFETY"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.parsing.outlet_names import KNOWN

if TYPE_CHECKING:
    from collections.abc import Collection

MAX_TELLER = 200
MAX_NAME = 48  # characters of an outlet's or a section's name

_THE = re.compile(
    r"The (?:[A-Z][\w'’-]{1,20} ){0,2}(?:Independent|Ledger|Echo|Standard|Leader|Record|Citizen|Lantern|Voice|Pioneer|Republic|"
    r"Beacon|Express|Mail|Messenger|Statesman|Spectator|Australian)(?: [A-Z]\w{2,20})?"
)
_NAME_WORDS = frozenset(
    "news|times|post|herald|tribune|gazette|journal|chronicle|guardian|telegraph|courier|observer|examiner|inquirer|sentinel|"
    "dispatch|bulletin|register|daily|press|magazine|weekly|tv|radio|broadcasting|network|media|today|insider|wire|newswire|online|"
    "zeitung|anzeiger|tagblatt|kurier|nachrichten|rundschau|courrier|presse|diario|periódico|noticias|corriere|"
    "gazzetta|giornale|jornal|notícias|krant|dagblad|nieuws|star|globe|mercury|advertiser|argus|monitor|review|reporter|patch".split(
        "|"
    )
)
_WORD = re.compile(r"\w+")
_FRAME = re.compile(r"\((?P<a>[^()]{2,46})\)|(?P<b>[^:()]{2,46}):|(?P<c>[^()@]{2,46})\s\(@\w{2,30}\)|[-–—]\s(?P<d>[^()]{2,46})")
_STAFF = re.compile(r"\b(?:staff|agencies|newsroom|redaktion|redacción|redazione|rédaction)\b")
_CONVERSATION = re.compile(r"\bconversation")
_DOMAIN = re.compile(r"(?i)\b[\w-]{2,30}\.(?:com|org|net|co\.uk|de|fr|es|it|nl|ca|au|news|tv)\b")
_CAPITALS = re.compile(r"[A-Z][A-Z]")
_STATION = re.compile(r"\b(?:[KW][A-Z]{2,3}(?:[- ]?(?:TV|AM|FM))?|ABC|NBC|CBS|FOX|CNN|PBS|CW|BBC|ITV)\b")
_SECTIONS = frozenset(
    "politics|u.s. politics|us politics|world|world news|us|u.s.|us news|u.s. news|uk|uk news|europe|asia|africa|middle east|americas|"
    "national|international|local|local news|regional|state|region|city|metro|business|economy|finance|personal finance|money|markets|investing|"
    "real estate|autos|cars|technology|tech|science|space|environment|climate|energy|nature|animals|health|wellness|medicine|fitness|coronavirus|"
    "covid-19|sports|sport|football|soccer|baseball|basketball|hockey|tennis|golf|nfl|nba|mlb|nhl|olympics|entertainment|movies|film|"
    "tv|television|music|celebrity|celebrities|arts|culture|books|theatre|theater|lifestyle|life|style|fashion|beauty|food|food & drink|"
    "recipes|travel|home & garden|family|parenting|relationships|education|schools|religion|crime|crime & safety|public safety|"
    "law|courts|justice|military|defense|defence|foreign policy|immigration|elections|election|opinion|opinions|editorial|commentary|"
    "analysis|features|investigations|obituaries|weather|traffic|transport|transportation|community|society|people|history|gaming|games|"
    "media|law & order|jobs|careers|agriculture|industry|labor|housing|gardening|shopping|deals|royals|war|security|cybersecurity|ai|"
    "wirtschaft|politik|sport|kultur|panorama|wissen|gesundheit|reise|monde|économie|politique|culture|santé|deportes|economía|política|"
    "cultura|mundo|salud|vida|sociedad|sucesos|ciencia|tecnología|internacional|nacional|opinión|gente|sociedade|ciência|tecnologia|brasil|"
    "società|scienza|mondo|sport e motori|spettacoli|cinema|motori|ambiente|tiere|unfälle|kriminalität|vermischtes|leute|gesellschaft|"
    "regional|technik|digital|auto|ausland|inland|netzwelt|justiz|société|faits divers|sciences|planète|international|flash actu|"
    "faits-divers|justice|environnement|tech & net|algemeen|opmerkelijk|wetenschap|recalls|cronaca|esteri|economia|politica|salute|desporto|saúde|buitenland|binnenland|cultuur|gezondheid|economie".split(
        "|"
    )
)

_RIGHTS = re.compile(r"(?i)all rights|riproduzione|alle rechte|tous droits|todos |tutti i")
_PLATFORMS = re.compile(
    r"(?i)(?:microsoft|msn|google|yahoo|aol|apple|smartnews|flipboard|newsbreak|particle media|feedly|upday|opera|dailyhunt|inoreader|pocket|"
    r"facebook|meta|twitter|wordpress|blox|squarespace|wix)\b"
)  # who shows other people's stories, or lends the page its frame


_OWNER = re.compile(
    r"(?:©|\([cC]\)|(?i:\bcopyright\b))\s*(?:(?:©|\([cC]\)|(?i:copyright))\s*)?(?:(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d{4}|\d\d))?,?\s*)?(?:(?i:by)\s)?"
    r"[-–—•,\s]*(?P<owner>(?!(?:19|20)\d\d)\w[^|©]{1,58}?)"
    r"(?=\s*(?:(?<=\w{3})\.\s|\.?$|\||,\s\d|\s[-–—•·]\s|\s?(?:19|20)\d\d\b|[,;]?\s(?i:all rights|alle rechte|tous droits|todos os|todos los|powered by|inc\b|llc\b|ltd\b)))"
)


def find_owner(text: str) -> tuple[int, int] | None:
    """Find who holds the copyright: where the name stands in a line such as "© 2024 The Harbour Post. All rights reserved."."""
    found = _OWNER.search(text)
    return found.span("owner") if found and not _RIGHTS.match(found["owner"]) else None


_TELLER = re.compile(
    r"(?i:(?:read|see) (?:more|the (?:full|original|whole|rest of the) (?:article|story|post))|(?:this )?(?:article|story|post)?\s?(?:was )?"
    r"(?:originally|first) (?:appeared|published))\s(?i:on|at|in|by)\s(?P<name>[^:.!?|]{2,48}(?:\.[a-z]{2,7})?)(?=[.:!]?$|:\s)"
)


def find_teller(text: str) -> tuple[int, int] | None:
    """Find the outlet that a line such as "Read more at The Harbour Post" or "... originally appeared on Lake Radio" names."""
    found = _TELLER.match(text) if len(text) <= MAX_TELLER else None
    return found.span("name") if found else None


def is_platform(text: str) -> bool:
    """Say whether a name is that of a platform, which publishes nothing of its own."""
    return bool(_PLATFORMS.match(text))


def is_outlet(text: str) -> bool:
    """Say whether a short line names an outlet: a well-known one, or by a word that names of papers and stations have."""
    if len(text) > MAX_NAME:
        return False
    folded = text.casefold()
    if _STAFF.search(folded):
        return False
    return folded in KNOWN or (_has_outlet_word(text, folded) and folded not in _SECTIONS)


def find_framed(text: str, names: Collection[str] = ()) -> tuple[int, int] | None:
    """Find an outlet's name, known or one of `names`, in a line that frames it: "(Lake Radio)", "Lake Radio:", "Lake Radio (@lake)"."""
    found = _FRAME.fullmatch(text) if len(text) <= MAX_TELLER // 2 and (text[-1] in "):" or text[0] in "-–—") else None
    if not found:
        return None
    start, end = found.span(str(found.lastgroup))
    return (start, end) if found["c"] or text[start:end].casefold() in names or is_outlet(text[start:end]) else None


def _has_outlet_word(text: str, folded: str) -> bool:
    """Say whether a name has a word that names of papers and stations have: "Herald", "post.com", "WGN-TV"."""
    if not _NAME_WORDS.isdisjoint(_WORD.findall(folded)) or ("conversation" in folded and _CONVERSATION.search(folded)):
        return True
    if text[:4] == "The " and _THE.fullmatch(text):
        return True
    if "." in text and _DOMAIN.search(text):
        return True
    return _CAPITALS.search(text) is not None and _STATION.search(text) is not None


def is_known_outlet(text: str) -> bool:
    """Say whether a line is the name of a well-known outlet."""
    return text.casefold() in KNOWN


def is_section(text: str) -> bool:
    """Say whether a short line is a section's name: "Politics", "PUBLIC SAFETY"."""
    return len(text) <= MAX_NAME and text.casefold() in _SECTIONS


def has_name(text: str, stem: str) -> bool:
    """Say whether a line has a name as whole words, or as an address."""
    folded = text.casefold()
    at = folded.find(stem)
    while at >= 0:
        before, after = folded[at - 1 : at], folded[at + len(stem) : at + len(stem) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        at = folded.find(stem, at + 1)
    return False
