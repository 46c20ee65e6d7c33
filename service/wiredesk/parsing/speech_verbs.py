"""What announces a speaker in the languages beside English: verbs of saying, what stands for "according to", auxiliaries.

„...“, sagte Petra Ahlers      « ... », a déclaré Jeanne Morvan      «...», según Lucía Robles      "...", ha detto Paolo Renzi
"""

from __future__ import annotations

SAYS_ABROAD = frozenset(
    # German
    "sagte sagt sagten erklärte erklärt betonte betont teilte meinte meint kündigte warnte warnt forderte kritisierte "
    "berichtete schrieb schreibt ergänzte bekräftigte räumte lobte mahnte versicherte erläuterte resümierte "
    # French
    "déclaré déclare dit affirmé affirme indiqué indique assuré assure expliqué explique estimé estime souligné souligne "
    "précisé précise ajouté ajoute confié confie lancé lance raconté raconte regretté regrette martelé dénoncé promis écrit "
    # Spanish
    "dijo dice dicho afirmó afirma afirmado aseguró asegura asegurado declaró declarado señaló señala señalado explicó explica "
    "explicado indicó indicado agregó añadió añade añadido sostuvo manifestó manifestado subrayó subrayado advirtió advertido "
    "destacó destacado apuntó apuntado comentó comentado recordó recordado lamentó lamentado insistió insistido escribió "
    # Italian
    "detto spiegato spiega aggiunto aggiunge dichiarato dichiara affermato afferma sottolineato sottolinea commentato commenta "
    "ricordato ricorda scritto scrive concluso conclude ribadito annunciato precisato osservato "
    # Portuguese
    "disse diz afirmou afirma declarou declara explicou explica acrescentou ressaltou destacou contou garantiu lamentou "
    "comentou concluiu escreveu avaliou alertou "
    # Dutch
    "zei zegt verklaarde verklaart stelde stelt vertelde vertelt meldde meldt benadrukte liet schreef schrijft reageerde "
    # Norwegian, Danish, Swedish
    "sier sa forteller fortalte siger sagde oplyser säger berättar".split()
)
AUXILIARIES = r"(?:also|later|then|has|had|a|ha|hat|hatte|heeft|avait|aveva|había|han|hanno)"
ACCORDING = (
    r"(?:[Aa]ccording to|[Ss]elon|[Ss]egún|[Ss]econdo|[Ss]egundo|[Ll]aut|[Vv]olgens|[Aa]ldus|[Ii]følge|so(?=\s[A-ZÄÖÜ]))"
)
TO_SOMEBODY = frozenset(
    "à au aux a al ai alla allo ao zu gegenüber aan tegen til".split()
)  # before him who is told, not who tells
