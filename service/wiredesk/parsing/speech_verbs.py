"""What announces a speaker in the languages beside English: verbs of saying, what stands for "according to", auxiliaries.

„...“, sagte Petra Ahlers      « ... », a déclaré Jeanne Morvan      «...», según Lucía Robles      "...", ha detto Paolo Renzi
"""

from __future__ import annotations

SAYS_ABROAD = frozenset(
    # German
    "sagte sagt sagten erklärte erklärt betonte betont teilte meinte meint kündigte warnte warnt forderte kritisierte "
    "berichtete schrieb schreibt ergänzte bekräftigte räumte lobte mahnte versicherte erläuterte resümierte freute "
    "ärgerte "
    "betonten sagten berichtet bilanzierte bedauerte beklagte hofft hoffte fügte rief jubelte schilderte beschrieb "
    "nannte fragte "
    "antwortete entgegnete erwiderte konstatierte urteilte schwärmte drohte fordert kritisiert lobt beteuerte gab "
    # French
    "déclaré déclare dit affirmé affirme indiqué indique assuré assure expliqué explique estimé estime souligné "
    "souligne "
    "précisé précise ajouté ajoute confié confie lancé lance raconté raconte regretté regrette martelé dénoncé promis "
    "écrit "
    "félicité félicitée réjoui réjouie inquiété inquiétée indigné indignée emporté insisté insiste rappelé rappelle "
    "résumé résume "
    "répondu répond lâché soupire témoigne témoigné conclu conclut plaidé plaide reconnu reconnaît prévenu prévient "
    "averti avertit "
    "détaillé détaille poursuivi poursuit justifié justifie commenté commente tweeté salué salue alerté alerte admis "
    "admet juge "
    "jugé note noté observe observé "
    # Spanish
    "dijo dice dicho afirmó afirma afirmado aseguró asegura asegurado declaró declarado señaló señala señalado "
    "explicó explica "
    "explicado indicó indicado agregó añadió añade añadido sostuvo manifestó manifestado subrayó subrayado advirtió "
    "advertido "
    "destacó destacado apuntó apuntado comentó comentado recordó recordado lamentó lamentado insistió insistido "
    "escribió "
    "señaló reconoció reconocido denunció denunciado relató relatado contó contado respondió alertó avisó aclaró "
    "concluyó precisó "
    "celebró exclamó reclamó recalcó reiteró sentenció zanjó opinó valoró valorado matizó argumentó expresó "
    # Italian
    "detto spiegato spiega aggiunto aggiunge dichiarato dichiara affermato afferma sottolineato sottolinea commentato "
    "commenta "
    "ricordato ricorda scritto scrive concluso conclude ribadito annunciato precisato osservato "
    "disse dice racconta raccontato assicura assicurato avverte avvertito rileva rilevato esclamato replicato replica "
    "risposto "
    "evidenzia evidenziato denuncia denunciato ammesso ammette attacca prosegue "
    # Portuguese
    "disse diz afirmou afirma declarou declara explicou explica acrescentou ressaltou destacou contou garantiu "
    "lamentou "
    "comentou concluiu escreveu avaliou alertou "
    "garante sublinhou sublinha referiu refere frisou adiantou salientou assegurou defendeu considerou indicou "
    "reiterou respondeu "
    "revelou confessou admitiu criticou observou relatou lembrou advertiu informou "
    # Dutch
    "zei zegt verklaarde verklaart stelde stelt vertelde vertelt meldde meldt benadrukte liet schreef schrijft "
    "reageerde "
    "vindt vond reageert waarschuwt waarschuwde noemt noemde antwoordde voegde concludeert benadrukt hoopt belooft "
    # Norwegian, Danish, Swedish
    "sier sa forteller fortalte siger sagde oplyser säger berättar sa sade skriver skrev mener uttalte uttaler "
    "uttalade opplyser oplyste forklarer forklarede "
    "förklarar konstaterar berättade".split()
)
REFLEXIVES = r"(?:s['’](?:(?:est|était)\s)?|se ha\s|si è\s|se\s)?"
AUXILIARIES = r"(?:also|later|then|has|had|a|ha|hat|hatte|heeft|avait|aveva|había|han|hanno)"
ACCORDING = (
    r"(?:[Aa]ccording to|[Ss]elon|[Ss]egún|[Ss]econdo|[Ss]egundo|[Ll]aut|[Vv]olgens|[Aa]ldus|[Ii]følge|so(?=\s[A-ZÄÖÜ]))"
)
TO_SOMEBODY = frozenset(
    "à au aux a al ai alla allo all ao zu gegenüber aan tegen til till to auprès".split()
)  # before him who is told, not who tells
