"""Chrome: lines that a page wraps round its stories, told by their words alone; a menu, a share bar, a footer.

Skip to content        Share | Tweet | Print        © 2024 The Harbour Post. All rights reserved.
"""

from __future__ import annotations

import re

from wiredesk.parsing.languages import SECTION_HEADS, SHARE
from wiredesk.parsing.rules import Rule, RuleTable

MAX_WORD = 24  # characters of a share bar's word in another language
MAX_CHROME = 200  # characters; a longer line is prose, whatever it begins with

# fmt: off
CHROME = RuleTable(
    "chrome",
    [
        Rule("skip-link", "Ss", r"(?i:skip to (?:main )?(?:content|navigation|footer|search).{0,40})", "Skip to content", "Skip the queue at the bank"),
        Rule("copyright", "©Cc(", r"(?i:(?:copyright|©|\(c\))\s{0,3}(?:copyright\s{1,3})?(?:©|\(c\)|\d{4}).{0,150})", "© 2024 Post. All rights reserved.", "Copyright law is changing, the court said"),
        Rule("owner", "©", r"©\s?\D{2,80}?(?:19|20)\d\d\b.{0,80}|©\s?[^.!?]{2,60}\b(?:GmbH|AG|Inc|LLC|Ltd|B\.V|S\.p\.A|S\.A|SAS)\b.{0,40}|©\s?(?i:riproduzione riservata|alle rechte.{0,40}|tous droits.{0,40})", "© The Harbour Post 2024", "© Getty Images"),
        Rule("rights-reserved", "AaTt", r"(?i:(?:alle rechten? vor?behou?al?[dt]en|tous droits réservés|todos (?:los derechos|os direitos) reservados|tutti i diritti (?:sono )?riservati)\b.{0,100})", "Todos los derechos reservados © 2024", "Todos los derechos humanos"),
        Rule("rights", "Aa", r"(?i:all rights reserved\.?.{0,80})", "All rights reserved.", "All rights are equal, she said"),
        Rule("comment-count", "CcKkVvSsRrLlPpAaNn0123456789", r"(?i:comments?\s?[/(:]?\s?\d{0,6}\)?|\d{1,6}\scomments?|(?:view|see|show|read)(?:\sall)?(?:\s\d{1,6})?\scomments?(?:\s?\(\d{1,6}\))?|\d{1,6}\s(?:kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties?)|(?:kommentare|commentaires|comentarios|comentários|commenti|reacties)\s?[(/:]?\s?\d{1,6}\)?|(?:leave|post|add) a (?:comment|reply).{0,30}|no comments.{0,20})", "Comments / 12", "Comments by the minister caused anger"),
        Rule("share-bar", "STEPFLWCRPXIstepflwcrpxi", r"(?i:(?:share(?: this| on| via)?(?: article| story| post)?|tweet|email|print|facebook|twitter|linkedin|whatsapp|copy(?: link)?|reddit|pinterest|x|instagram|flipboard|telegram|pin it|save)(?:[\s|/,·•:]{1,4}(?:share|on|this|tweet|email|print|facebook|twitter|linkedin|whatsapp|copy|link|reddit|pinterest|x|instagram|telegram|save)){0,12})", "Share | Tweet | Print", "Share prices rose on Monday"),
        Rule("subscribe", "SsLlNn", r"(?i:(?:subscribe(?: now| today)?|sign (?:in|up|out)|log ?(?:in|out)|sign up!|newsletters?|sign up for (?:our|the) .{0,60}|subscribe to .{0,60}))", "Sign up for our free newsletter", "Sign of hope in the talks"),
        Rule("consent", "BbWwAaTtIi*", r"(?i:(?:\*?\s?i (?:understand|agree|accept|have read)\b.{0,140}(?:terms|agreement|policy).{0,60}|by (?:signing up|continuing|clicking|subscribing),? you .{0,140}|we use cookies.{0,150}|accept (?:all )?cookies|this (?:site|website) uses cookies.{0,140}))", "By signing up you agree to our Terms.", "By signing the treaty the states agreed"),
        Rule("policy", "PpTtCcAaHhSsDdYyIiEeNnMmQqWw", r"(?i:(?:privacy(?: policy| dashboard| notice)?|terms(?: of (?:use|service))?(?:\s?/\s?privacy policy)?|terms\s?/\s?privacy.{0,20}|cookie (?:policy|settings|preferences)|contact(?: us)?|about(?: us| our ads)?|advertise(?: with us)?|careers|help(?: cent(?:er|re))?|sitemap|accessibility|do not sell.{0,40}|community (?:policy|guidelines)|work with us|terms (?:&|and) conditions|terms and privacy policy|your (?:us state )?privacy (?:choices|rights)|interest-based ads|children['’]s online privacy policy|complaints (?:&|and) corrections|(?:submit|suggest) a correction|editorial guidelines|public file|about nielsen measurement|datenschutz(?:erklärung)?|impressum|agb|nutzungsbedingungen|mentions légales|données personnelles|plan du site|aviso legal|quiénes somos|política de privacidade?|quem somos|termos de uso|note legali|algemene voorwaarden|privacybeleid))", "Privacy Policy", "Privacy fears grow over new law"),
        Rule("advert", "AaSsWwPpCcLl", r"(?i:anzeige|werbung|publicité|publicidade?|pubblicità|advertentie|advertising|advertise with (?!us).{2,40}|contin[uú]a (?:após|después de) (?:la |a )?publicidade?|la suite après (?:la|cette) publicité|advertisements?(?: - continue reading below)?|ad|ads|sponsored(?: content)?|article continues below.{0,40}|story continues(?: below.{0,40})?)", "ADVERTISEMENT", "Adverts for tobacco are banned"),
        Rule("menu", "MmNnSsHhOoEeFfBbLlWwPpTtAaVvCc", r"(?i:menu|news|sports?|opinion|business|obituaries|e-?edition|sections|home|search(?: query)?|mail|world|politics|lifestyle|weather|entertainment|video|videos|classifieds|events|blog|shop|faq|login|toggle navigation|navigation|open menu|close(?: menu)?|main menu|more|back|next|previous|top stories|latest(?: news)?|trending)", "Menu", "Menus at the palace were printed"),
        Rule("reading-time", "0123456789", r"(?i:\d{1,3}\s?[-\s]?min(?:ute)?s?(?: (?:to )?read)?(?:ing time)?)", "5 min read", "5 minutes later the train left"),
        Rule("time-to-read", "LlTtDd", r"(?i:(?:lesedauer|lesezeit|leestijd|temps de lecture|tiempo de lectura|tempo d[ie] (?:lettura|leitura))\W{0,3}\d{1,3}\s?min\w{0,6}\.?)", "Lesedauer: 2 Min.", "Lesedauer ist kein Maß"),
        Rule("powered-by", "Pp", r"(?i:powered by \S.{1,80})", "Powered by BLOX", "Powered flight began here"),
        Rule("loading", "LlCc", r"(?i:(?:loading|laden|lädt|chargement|cargando|carregando|caricamento)(?: (?:comments|more))?[\s.…]{0,5})", "Loading...", "Loading bays were empty"),
        Rule("more-link", "RrCcLlSsVvKkWwMm", r"(?i:(?:weiter|mehr) lesen|weiterlesen|lire (?:la suite|plus)|leer más|(?:seguir|continuar) leyendo|leggi (?:tutto|di più)|continua a leggere|leia mais|continue lendo|(?:lees|verder) (?:meer|verder|lezen)|read the (?:full|original|whole|rest of the) (?:article|story|post)(?: (?:on|at) .{2,60})?|(?:read|see) more (?:on|at) \S{2,40}(?: \S{2,20}){0,3}|visit website|(?:read|continue|learn|see|view|load|show) (?:more|reading|full (?:story|article)|all|less)(?: stories| articles| posts)?[\s.…»→>]{0,4})", "Continue Reading", "Read by millions, the novel"),
        Rule("follow", "FfUu+", r"(?i:\+?\s?(?:follow(?:ing)?(?: us)?(?: view profile| publisher)?|unfollow|followed))", "Following", "Following the vote, markets fell"),
        Rule("app-banner", "OoDdGgUuVvLl", r"(?i:(?:open|view|read|continue|listen) in (?:the )?app|(?:download|get|install|try) (?:the|our) (?:free )?(?:\w{2,12} )?app(?:\s.{0,40})?|use (?:the )?app|get the app.{0,40})", "Open in app", "Open in Apple's filing is the question"),
        Rule("newsletter", "EeYyGgJjSs", r"(?i:(?:enter )?your e-?mail(?: address)?(?: here)?|e-?mail address|get .{3,60} (?:in|to) your inbox.{0,20}|join (?:our|the) (?:newsletter|mailing list).{0,30}|enter e-?mail.{0,20})", "Enter your email", "Your emails were read in court"),
        Rule("listen", "LlPpW", r"(?i:listen(?: to (?:this )?(?:article|story))?(?: now)?|play (?:audio|video)|watch (?:live|now)|live tv|now playing)", "Listen to this article", "Listen to the people, she said"),
        Rule("player", "CcDdLlRrPpVv0123456789-", r"(?i:(?:current time|duration|loaded|remaining time|playback rate|stream type|progress)\s?:?\s?-?(?:live|[\d:.%x]{1,9})?|view on watch|volume \d{1,3}%|-?\d{1,2}:\d\d\s?/\s?-?\d{1,2}:\d\d)", "Current Time 0:01", "Current times are hard"),
        Rule("figure", "0123456789", r"[\d.,]{1,9}\s?[KMBkmb]?\+?(?:\s(?:shares|views|likes|followers|reads))?", "37K+", "37 people were hurt"),
    ],
)
# fmt: on

_SECTION = re.compile(
    r"(?i)(?:(?:also|you may also|you might also|more)?\s?(?:related|recommended|read next|up next|most (?:read|popular|viewed|commented)|trending(?: now)?|"
    r"popular(?: posts| stories)?|you may also like|you might also like|more (?:from|in|on|stories|news|articles|about)\b.{0,60}|latest (?:news|stories|posts|articles|from).{0,40}|"
    r"recent (?:posts|articles|stories|comments)|editor'?s'? picks?|don['’]t miss(?: .{0,20})?|in case you missed it|what to read next|see also|read more|"
    r"related (?:articles|stories|posts|content|topics|news|reading|coverage|links).{0,30}|recommended (?:stories|for you|reading|articles).{0,30}|further reading|"
    r"(?:more|stories|news|picked|recommended|selected|just) for you|explore more|discover more|in other news|next stories|next up|in the news|popular (?:in|on|now|near) .{0,40}|"
    r"(?:from |stories from |more from )?around the (?:web|world)|(?:what )?others are reading|people are (?:also )?reading\W{0,3}|what (?:others|people|we) ?(?:are|'re) reading|full coverage|more coverage|"
    r"also (?:in|on|from|read) .{0,40}|also read|most viewed .{0,40}|most read .{0,40}|most popular .{0,40}|editors['’]? (?:picks|choice)|from our partners|"
    r"sponsored content.{0,40}|promoted content.{0,30}|(?:related|recommended|featured|latest|watch|popular) videos?|must[- ]reads?|hot topics|(?:our|today['’]s) (?:top )?picks|"
    r"more (?:top )?(?:headlines|coverage|reading|to (?:read|explore)|like this).{0,30}|stories (?:you may|chosen|selected) .{0,30}|you may (?:be interested|have missed).{0,20}|"
    r"recommended (?:by|reading) .{0,30}|continue reading with.{0,30}|today['’]s top stories|(?:the )?week in review|"
    r"keep reading|top stories|sponsored stories|around the web|promoted stories|similar (?:posts|articles|stories)|other (?:news|stories|articles).{0,30}|"
    r"mehr zum thema|meistgelesen|das könnte sie auch interessieren.{0,20}|lesen sie auch.{0,20}|à lire aussi.{0,20}|sur le même sujet|les plus lus|lo más leído|"
    r"te puede interesar|noticias relacionadas|leggi anche|i più letti|leia também|(?:as )?mais lidas(?: agora)?|lees ook|meest gelezen|verwante artikelen))\s?[:»>]?"
)

_HEAD_BEGINNINGS = frozenset(  # of the pattern above, in small letters: most lines begin with none of them
    word[:2]
    for word in "also you more related recommended read up most trending popular latest recent editor don in what see further "
    "stories news picked selected just explore discover next from around others people full sponsored promoted featured watch "
    "must hot our today continue the week keep top similar other mehr meistgelesen das lesen à sur les lo te noticias leggi i "
    "leia as mais lees meest verwante".split()
)


def find_chrome(line: str) -> str | None:
    """Name the chrome rule whose pattern is the whole line; None for lines that may be a story's."""
    if len(line) > MAX_CHROME:
        return None
    return CHROME.find(line) or ("chrome.share-bar" if len(line) <= MAX_WORD and line.casefold() in SHARE else None)


def is_section_head(line: str) -> bool:
    """Say whether a line heads a list of other stories: "Related", "Most read", "More from the Post"."""
    if len(line) > MAX_CHROME // 2:
        return False
    folded = line.casefold()
    return folded.rstrip(" :»>") in SECTION_HEADS or (folded[:2] in _HEAD_BEGINNINGS and _SECTION.fullmatch(line) is not None)
