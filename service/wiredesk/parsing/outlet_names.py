"""Names of well-known outlets in small letters, as cards print them; names that are a common word too are left out."""

from __future__ import annotations

KNOWN = frozenset(
    """
/film|20 minutes|20minutos|7news|9news|9to5google|9to5mac|aap|abc|abc.es|abc.net.au|accuweather|adnkronos|
aeon|afar|afp|aftonbladet|agence france-presse|al arabiya|al jazeera|al-monitor|al.com|allrecipes|amny|
anadolu|anadolu agency|anchorage daily news|android authority|android central|ani|ansa|antara|antara news|ap|
apa|apartment therapy|arab news|architectural digest|ars technica|asahi shimbun|associated press|atlas obscura|
autoblog|autocar|autoweek|avclub|axios|azcentral|bangkok post|bankrate|barron's|barrons|bbc|bbc news|
bbc sport|belga|benzinga|bernama|better homes & gardens|bfmtv|bicycling|big think|bild|billboard|blavity|
bleacher report|bleeping computer|bloomberg|bon appetit|bon appétit|bored panda|boston.com|br24|breitbart|
britannica|business insider|bustle|buzzfeed|c-span|caixin|calmatters|car and driver|carbon brief|cars.com|cbc|
cbc news|cbs|cbs sports|cgtn|channel 4|channel newsasia|cheddar|chicago sun-times|chicago tribune|china daily|
cinemablend|city am|clarín|cleveland.com|cna|cnbc|cnet|cnn|coindesk|cointelegraph|collider|comicbook.com|
common dreams|computerworld|condé nast traveler|consumer reports|correio da manhã|corriere della sera|
corriere dello sport|cosmo|cosmopolitan|courrier international|ctk|ctv|ctv news|dagens nyheter|daily caller|
daily express|daily mail|daily sabah|daily wire|de morgen|de standaard|de telegraaf|de volkskrant|deadline|
delish|democracy now!|der spiegel|der standard|der tagesspiegel|detroit free press|deutsche welle|devex|
die presse|die welt|die zeit|digital trends|distractify|dpa|dw|e! online|e&e news|ebony|edmunds|efe|
el comercio|el confidencial|el espectador|el mercurio|el mundo|el paso times|el país|el periódico|el tiempo|
el universal|eldiario.es|electrek|elle|emol|engadget|entertainment weekly|epicurious|espn|esquire|estadão|
eurekalert|eurogamer|euronews|europa press|evening standard|everyday health|fanpage.it|fansided|fast company|
faz|field & stream|first for women|focus taiwan|folha de s.paulo|food & wine|forbes|foreign affairs|
foreign policy|fortune|fox business|fox news|fox sports|fox weather|france 24|franceinfo|futurism|g1|gamespot|
gizmodo|global news|global times|global voices|gobankingrates|golem|golf digest|golf.com|good housekeeping|
gothamist|gq|greatist|grist|gulf news|haaretz|hackaday|handelsblatt|harper's|harper's bazaar|healthline|
heise|hello!|hellomagazine|het parool|hindustan times|history.com|hln|honolulu civil beat|house beautiful|
houston chronicle|huffpost|hürriyet|i news|ign|il fatto quotidiano|il giornale|il messaggero|il post|
il sole 24 ore|in touch|inc|inc.|inc. magazine|indian express|indiewire|infobae|infoworld|inquirer.net|
inside climate news|insideevs|insider|interfax|investopedia|investor's business daily|irish independent|irna|
itv|jacobin|jalopnik|jornal de notícias|kff health news|khaleej times|kiplinger|korea joongang daily|kotaku|
krebs on security|kron4|ktla|kyiv independent|kyodo|kyodo news|l'express|l'obs|l'équipe|la croix|
la gazzetta dello sport|la libre|la nación|la presse|la repubblica|la stampa|la tercera|la vanguardia|le devoir|
le figaro|le monde|le parisien|le point|le soir|lehighvalleylive|les echos|libération|live science|livemint|
lonely planet|los angeles times|lusa|macrumors|macworld|mailonline|mainichi|marketwatch|martha stewart|
mashable|masslive|mdr|mediapart|medical xpress|medpage today|meduza|men's fitness|men's health|men's journal|
mental floss|metro|miami herald|mirror|mit technology review|mlive|moneywise|mongabay|morningstar|mother jones|
motor trend|motortrend|msn|msnbc|mti|n-tv|national geographic|national post|national review|nautilus|nbc|
nbc sports|ndr|ndtv|nerdwallet|new scientist|new statesman|news.com.au|newsbreak|newsday|newsmax|newsnation|
newsweek|nikkei|nikkei asia|nj.com|nme|nola.com|notimex|npr|nrc|nrk|ntb|ntv|nu.nl|nylon|nz herald|nzz|
o estado de s. paulo|o globo|ok!|open democracy|opendemocracy|openmind|oregonlive|orf|orlando sentinel|ouest-
france|pa media|page six|pap|patch|pbs|pc gamer|pcmag|pcworld|pennlive|people|people en español|
people's daily|philstar|phys.org|pitchfork|politico|politico europe|politicopro|politiken|polygon|popsugar|
popular mechanics|popular science|prensa latina|private eye|pro football talk|propublica|psychology today|pti|
página 12|quanta magazine|quartz|r7|radio free asia|radio times|radio-canada|rai news|rappler|rbb24|
real simple|realtor.com|redbook|refinery29|rest of world|reuters|rfe/rl|rfi|ria novosti|ritzau|rnz|
road & track|roll call|rolling stone|romper|rt|rtbf|rte|rtl nieuws|rtp|rts|rtve|rté|runner's world|
sacramento bee|salon|san francisco chronicle|sb nation|scary mommy|sciencedaily|scientific american|screen rant|
scroll.in|seeking alpha|semafor|serious eats|seventeen|sfgate|sic notícias|sixth tone|sky news|sky sports|
slashfilm|slate|smithsonian|smithsonian magazine|south china morning post|southern living|space.com|
spectrum news|sporting news|sports illustrated|sputnik|srf|star tribune|stat news|stateline|stereogum|stt|svt|
syracuse.com|süddeutsche zeitung|t-online|tages-anzeiger|tagesschau|tagesspiegel|taipei times|tampa bay times|
tass|taste of home|tatler|taz|techcrunch|techradar|teen vogue|telam|telemundo|telesur|televisa|texas tribune|
tgcom24|the a.v. club|the advocate|the arizona republic|the asahi shimbun|the associated press|the athletic|
the atlantic|the australian|the baltimore sun|the boston globe|the bulwark|the center square|
the charlotte observer|the conversation|the daily beast|the daily caller|the daily telegraph|the daily wire|
the dallas morning news|the dawn|the denver post|the detroit news|the diplomat|the economist|the epoch times|
the federalist|the free press|the globe and mail|the grio|the guardian|the guardian us|the hill|the hindu|
the hollywood reporter|the independent|the indian express|the information|the intercept|the irish times|
the japan times|the jerusalem post|the kansas city star|the kitchn|the korea herald|the korea times|
the kyiv independent|the lancet|the marshall project|the mary sue|the mercury news|the mirror|the moscow times|
the motley fool|the new humanitarian|the new republic|the new stack|the new statesman|the new york times|
the new yorker|the news & observer|the next web|the onion|the oregonian|the penny hoarder|
the philadelphia inquirer|the plain dealer|the print|the register|the ringer|the root|the sacramento bee|
the scotsman|the seattle times|the spectator|the spinoff|the sporting news|the star-ledger|the straits times|
the street|the sun|the sydney morning herald|the telegraph|the tennessean|the texas tribune|the times|
the times of india|the times of israel|the us sun|the verge|the wall street journal|the washington post|
the weather channel|the weather network|the wrap|thegrio|thestreet|thewrap|thrillist|time|time out|
times of india|tmz|tom's guide|tom's hardware|top gear|toronto star|town & country|townhall|travel + leisure|
truthout|ukrinform|undark|univision|uol|upi|uproxx|upworthy|us weekly|usa today|valor econômico|vanity fair|
variety|venturebeat|verdens gang|verywell|vice|vnexpress|voa|vogue|voice of america|volkskrant|vox|vrt|
vulture|w magazine|wales online|wall street journal|washington examiner|washington post|wdr|webmd|well+good|
wfla|wgn|wired|wired uk|wkrn|woman's world|women's health|xinhua|yahoo finance|yahoo news|yahoo sports|ynet|
yomiuri shimbun|yonhap|zacks|zdf|zdnet|zeit online|zillow
""".replace("\n", "")
    .strip()
    .split("|")
)
