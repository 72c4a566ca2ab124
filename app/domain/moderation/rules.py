"""Wordings that decide for hate, threats, insults, sexual content and violence, and everyday uses of strong words."""

# ruff: noqa: E501, RUF001 (a wording is read in one piece; other scripts are meant)

from types import MappingProxyType
from typing import Final

from app.domain.moderation.hate_abroad import HATE as HATE_ABROAD
from app.domain.moderation.sexual_abroad import SEXUAL as SEXUAL_ABROAD
from app.domain.moderation.threats_abroad import THREATS as THREATS_ABROAD
from app.domain.moderation.wording import Wordings

_GROUP = (
    r"(?:jews?|muslims?|christians?|hindus?|sikhs?|blacks?|whites?|asians?|arabs?|mexicans?|latinos?|hispanics?|immigrants?|migrants?|refugees?|foreigners?|gays?|lesbians?|trans(?:gender)?s?|homosexuals?|queers?"
    r"|women|females|indians?|chinese|africans?|gypsies|roma|disabled|poles|turks|pakistanis|somalis|natives|autistics?|cripples|(?:black|white|gay|trans|jewish|muslim|brown|disabled|asian|chinese|african|native|homosexual|transgender|mexican|arab|indian|foreign|autistic|queer|lesbian) (?:people|persons?|women|men|folks?|kids|guys|families|immigrants|students|workers))"
)
_VERMIN = r"(?:sub ?humans?|vermin|animals|scum|rats|parasites?|cockroach(?:es)?|filth(?:y)?|inferior|disgusting|trash|garbage|evil|stupid|worthless|terrorists?|a disease|a plague|a cancer|a virus|an infestation|degenerates?|savages|monkeys|apes|pigs|dogs|insects|leeches|rapists|criminals|thieves|pedophiles|groomers|mentally ill|abominations?|freaks|sick|perverts?|dirty|lazy|liars|an abomination|a threat to (?:our|the) (?:race|society)|less than human|not (?:even )?(?:human|people|real)|ruining (?:this|our|the) (?:country|world|society)|taking over|beneath (?:us|me)|retarded|whores|sluts|repulsive|revolting|backwards|uncivilised|uncivilized)"
_BODY = r"(?:cock|dick|pussy|cunt|tits|titties|boobs|breasts|penis|vagina|nipples?|clit|asshole|cum|balls|ass|cleavage|shaft|thighs)"
_HARM = r"(?:kill|murder|shoot|stab|strangle|hurt|beat|burn|rape|bomb|torture|choke|behead|slaughter|lynch|execute|skin|gut|poison|drown|crush|hang|cut|slit|smash|bash|break|blow|punch|knife|run)"
_PERSON = r"(?:wife|husband|boss|neighbou?rs?|people|person|man|men|woman|women|kids?|child(?:ren)?|teacher|students?|co-?workers?|colleagues?|family|girlfriend|boyfriend|ex|ex-wife|dog|cat|driver|president|mother|mom|father|dad|brother|sister|parents?|roommate|cops?|police|officers?|politicians?|classmates?|school|stranger|baby|guy|girl|lady)"

_HARASSMENT_THREATENING: Final[Wordings] = (
    (
        "bash* beat* behead* blow* bomb* break* burn* choke* crush* cut* drown* execute* gut* hang* hurt* kill* knife* lynch* murder* poison* punch* rape* run* shoot* skin* slaughter* slit* smash* stab* strangle* torture* / all bitch every everybody everyone her him his that their them these those you your yours",
        rf"\b(?:i'?ll|i will|i'm going to|i am going to|i shall|we'?ll|we will|we are going to|we're going to|someone (?:will|should)|going to|i want to|i'd love to|i would love to|i should|let me|about to|i swear i'll|watch me|i can't wait to|i hope someone|i hope they|time to) (?:[a-z']+ ){{0,4}}?{_HARM}s? (?:[a-z]+ ){{0,2}}?(?:you|your|yours|him|his|her|them|their|everyone|everybody|those|these|that|this bitch|all of you|every one of you)\b(?! (?:up (?:on|with)|know|down (?:on|the price)|to (?:it|the punch)|an? (?:e-?mail|message|text)|off (?:at|from)|the (?:bill|cost|price|deal)|later|back|some slack|a deal|a break|review|team|score|record|price|time|business|reputation|sales))",
    ),
    (
        "beaten bleed burn burned cancer choke dead die drop executed hanged hung killed lynched murdered put raped shot stabbed suffer / are better deserve* going is must need needs ought should will",
        r"\b(?:you|you'll|you will|you're|you all|all of you|he|she|they|your (?:whole )?family) (?:deserves? to|should|will|are going to|is going to|better|must|need to|needs to|going to|ought to) (?:all |just |fucking )?(?:die|be (?:killed|shot|hanged|hung|dead|raped|beaten|executed|burned|stabbed|lynched|put down|murdered)|burn in|get (?:raped|shot|killed|stabbed|beaten|cancer)|choke on|drop dead|bleed|suffer)\b",
    ),
    (
        "dead / you*",
        r"\byou(?:'re| are) (?:all )?(?:dead (?:meat|to)?|a dead (?:man|woman))\b(?! (?:wrong|right|on|set|serious|to me))",
    ),
    ("kill*", r"\bkill ?(?:your ?self|urself)\b"),
    ("hang / yourself", r"\bhang yourself\b"),
    ("kys", r"\bkys\b"),
    (
        "hope / bleed burn cancer choke die dies hit killed raped rot run shot suffer",
        r"\bhope (?:you|he|she|they|your \w+) (?:all |fucking )?(?:die|dies|get (?:cancer|shot|raped|hit|killed|run over)|rot|burn|suffer|choke|bleed)\b",
    ),
    ("drop / dead", r"\bdrop dead\b"),
    ("die / go", r"\bgo die\b"),
    (
        "die / bitch fire slowly you",
        r"\bdie (?:in a fire|bitch|slowly)\b|(?:^|\b(?:just|now|go|please|should|must|to|and|then),? )die,? you\b",
    ),
    (
        "where / go* live* park* sleep* work*",
        r"\b(?:know|find out|found out|figure out) where (?:you|he|she|they|your (?:kids?|family|children|wife|husband|daughter|son|mother)) (?:live|work|park|sleep|goe?s?)s?\b",
    ),
    (
        "com* / family her him kids them you",
        r"\b(?:i'm|we're|i am|we are) com(?:e|ing) (?:for|after|to get) (?:you|your (?:family|kids)|him|her|them)\b(?! in| with| at)",
    ),
    ("watch / back", r"\bwatch your back\b"),
    (
        "burn / building church house mosque office place shop store synagogue",
        r"\bburn (?:your|down your|down the|the) (?:office|house|building|store|shop|place|church|mosque|synagogue)\b",
    ),
    ("burn / building house office", r"\bburn \w+ (?:house|office|building) (?:down|to the ground)\b"),
    ("sleep / eye", r"\bsleep with one eye open\b"),
    ("days / numbered", r"\byour days are numbered\b"),
    ("bleed* pay suffer* wish / make", r"\bmake you (?:pay with|bleed|suffer|wish you were)"),
    ("mak* / bleed suffer", r"\b(?:make|making) (?:him|her|them) (?:bleed|suffer)\b"),
    (
        "blow bomb burn shoot / airport building car church city company headquarters hospital house hq mall mosque office place plane school shop store synagogue train warehouse workplace",
        r"\b(?:blow up|bomb|shoot up|burn down) (?:your|the|this|that|a|my|their) (?:office|school|building|church|mosque|synagogue|hospital|mall|airport|headquarters|place|store|house|city|plane|train|hq|shop|warehouse|company|workplace|car)\b",
    ),
    ("put* / bullet", r"\b(?:put|putting) a bullet\b"),
    ("regret / come* find*", r"\byou(?:'ll| will) regret (?:this|it) when i (?:find|come)"),
    ("hunt track / down", r"\b(?:hunt|track) (?:you|him|her|them) down\b"),
    ("won't / alive live", r"\byou won't (?:live|make it out alive)\b"),
    ("beat", r"\bbeat (?:the (?:shit|crap|hell) out of|you to death|(?:him|her) to death)"),
    ("kick / ass head teeth", r"\bkick your (?:ass|teeth|head) in?\b"),
    (
        "break / arm* bones face fingers jaw leg* neck nose",
        r"\bbreak (?:your|his|her) (?:legs?|neck|jaw|bones|face|nose|fingers|arms?)\b(?! down)",
    ),
    ("throat* / cut slit", r"\b(?:slit|cut) (?:your|his|her|their) throats?\b"),
    ("rip / face head heart throat", r"\brip (?:your|his|her) (?:head|throat|heart|face)\b"),
    (
        "consider / dead done finished",
        r"\bconsider (?:yourself|yourselves) (?:dead|done for|finished|warned,? and dead)\b(?! with)",
    ),
    (
        "grave hole ditch coffin / waiting dug big",
        r"\b(?:your|the|a) (?:grave|hole|ditch|coffin|box) is (?:waiting(?: for (?:you|him|her|them))?$|(?:already )?dug\b|big enough for (?:you|him|her|them|your)\b)",
    ),
    (
        "die dead survive / you you'll",
        r"\byou (?:have to|all have to|both have to) die\b(?! (?:of|in (?:the|this) (?:game|level)|first|once))|\byou(?:'ll| will) (?:all )?be dead (?:by|before|soon|tonight|tomorrow|in a)\b|\byou won't survive\b(?! (?:the (?:game|level|queue|winter)|without|as a (?:company|shop|business)))",
    ),
    ("prayers peace / say sleep", r"\bsay your prayers\b|\bsleep in peace soon\b"),
    (
        "vest security hospital ambulance bodyguard / better need might",
        r"\b(?:better|might want to|should|need to) (?:get|hire|buy|call|find) (?:a |an )?(?:bullet ?proof vest|security|hospital bed|ambulance|bodyguard)\b(?=.*\b(?:you(?:'ll| will) need|i'm on my way|coming|for you)\b)",
    ),
    (
        "goes turns blows / rubble dust ash up",
        r"\b(?:school|library|building|storey|store|shop|office|campus|floor|gate|station|church|mosque|synagogue|place) (?:\w+ )?(?:goes up with|goes up in (?:flames|smoke)|turns to (?:rubble|dust|ash(?:es)?)|blows up)\b",
    ),
    (
        "about getting get / shot stabbed killed jumped beaten",
        r"\b(?:you|you're|you are|ur|u|your \w+|your) (?:are |is |all )?(?:(?:about|bout|going) to (?:get|be)|getting|gonna get) (?:shot|stabbed|killed|jumped|beaten|done in|hurt|smoked)\b",
    ),
    (
        "finger ear head hand tooth / send",
        r"\bsend you (?:his|her|their|your \w+'s) (?:finger|ear|head|hand|teeth|tooth|fingers|hands)\b",
    ),
    (
        "taken killed sorted shot hurt / have get",
        r"\b(?:can|could|will|i'll|we'll) (?:have|get) (?:you|your (?:family|kids|wife|son|daughter)|him|her|them) (?:taken|killed|shot|hurt|beaten|stabbed|sorted out)\b(?! (?:off|to the|into|home|back|through|up))",
    ),
    ("name names / round rounds bullet bullets", r"\b(?:rounds?|bullets?) with (?:your|his|her) names?\b"),
    ("afraid / people", r"\bpeople should be (?:very )?(?:afraid|scared)\b"),
    ("violence / brought", r"\bbrought the violence on yourself\b"),
    (
        "driving drive / over",
        r"\bdriv(?:e|ing) over (?:there )?(?:to|and) (?:\w+ )?(?:hurt|beat|kill|smash|stab|shoot)(?:ing)? (?:someone|somebody|you|him|her|them|your)\b",
    ),
    (
        "face wall window / rearrange put",
        r"\brearrange (?:that|your|his|her) face\b|\bput (?:you|him|her) through (?:the|a) (?:wall|window|floor)\b",
    ),
    (
        "garden house kitchen bedroom / we i",
        r"\b(?:we|i) (?:were|was|have been) in your (?:garden|house|kitchen|bedroom|flat|hallway) (?:last night|while you|when you)\b",
    ),
    (
        "watch mind / night shoulder yourself",
        r"\b(?:watch yourself|mind your (?:back|shoulder|head)|look over your shoulder) (?:at|every|tonight|in the|when you)\b",
    ),
    ("car you / start", r"\bstart with your (?:car|windows|house|dog),? then you\b"),
    (
        "blackmail scare frighten intimidate ambush threaten stalk / how what where ways write",
        r"\b(?:how|what|where|ways?|write)\b[^.]{0,40}\b(?:blackmail|scare|frighten|intimidate|ambush|threaten|stalk) (?:my|a|the|his|her) (?:boss|ex(?:-\w+)?|co-?worker|colleague|neighbou?r|teacher|landlord|manager|witness|judge|wife|husband|girlfriend|boyfriend|stepdad|sister|brother)\b",
    ),
    ("loaded / keep have it's", r"\bi keep it loaded\b|\b(?:gun|shotgun|pistol|rifle)(?:'s| is) loaded\b(?=.*\byou)"),
    (
        "questions / ask",
        r"\b(?:guys|people|friends|men|lads|boys) (?:\w+ ){0,3}?(?:who|and they|that) don't ask questions\b",
    ),
    (
        "family kids wife children / nothing",
        r"\b(?:family|kids|wife|children|daughter|son)\b[^.]{0,50}\bhope nothing (?:bad )?happens\b",
    ),
    (
        "shift routine school route / found know",
        r"\bi(?:'ve| have)? (?:found|know|got|have) your (?:shift times|routine|route home|kids' school|number plate)\b",
    ),
    (
        "feels / nail hammer knife bullet bat fist",
        r"\b(?:how|what) (?:a|an|my) (?:nail gun|hammer|knife|bullet|bat|fist|blade) feels\b",
    ),
    ("lose / nothing", r"\bnothing left to lose\b[^.]{0,60}\b(?:afraid|scared|watch|careful|you|burn|pay)\b"),
    ("good / shut shuts", r"\bshuts? up for good\b"),
    ("alive / while", r"\bwhile (?:you are|you're) still alive\b"),
    (
        "hourglass clock time / running ticking empty",
        r"\byour (?:hourglass|clock|time) is (?:running(?: out)?|ticking|almost empty|nearly up|up)\b(?! on (?:the|my|this))",
    ),
    (
        "next / face kids family head throat",
        r"\bnext(?:'s| is| time it's| comes) your (?:face|kids|family|head|throat|wife|house)\b",
    ),
    ("shut / sew", r"\bshut your (?:trap|mouth|face) or\b"),
    ("lesson / bloody painful", r"\btaught a (?:bloody|painful|violent) lesson\b"),
    ("pray / never", r"\bpray (?:that )?(?:i|we) never (?:come|find|see|meet)\b"),
    (
        "fence door porch property / cross",
        r"\b(?:cross|step on|come near) my (?:fence|porch|property|door)\b[^.]{0,30}\b(?:loaded|shoot|gun|dog|dead|again and)\b",
    ),
    ("die / supposed time", r"\btime for you to die\b|\byou (?:are|were) supposed to die\b"),
    ("smash / face head skull teeth", r"\bsmash (?:your|his|her) (?:face|head|skull|teeth)\b"),
)
_HATE: Final[Wordings] = (
    (
        "african african* arab arab* asian asian* autistic autistic* black black* brown chinese christian* cripples disabled females foreign foreigner* gay gay* gypsies hindu* hispanic* homosexual homosexual* immigrant* indian indian* jew* jewish latino* lesbian lesbian* mexican mexican* migrant* muslim muslim* native natives pakistanis poles queer queer* refugee* roma sikh* somalis trans trans* transgender turks white white* women / always are is r were",
        rf"\b{_GROUP} (?:are|r|is|were|will always be) (?:all |just |nothing but |such |like |basically |so |really |fucking |literally |a bunch of |always |little |dirty |disgusting |more than |nothing more than |worse than |lower than |no better than |the (?:most )?){{0,3}}{_VERMIN}\b",
    ),
    (
        "despise detest hate loathe stand / african* arab* asian* autistic* black* chinese* christian* cripples* disabled* families* females* folk* foreigner* gay* guys* gypsies* hindu* hispanic* homosexual* immigrant* immigrants* indian* jew* kids* latino* lesbian* men* mexican* migrant* muslim* natives* pakistanis* people* person* poles* queer* refugee* roma* sikh* somalis* students* trans* turks* white* women* workers*",
        rf"\b(?:i )?(?:fucking )?(?:hate|despise|can't stand|detest|loathe) (?:all |every |each |fucking |dirty |these |those |you |the |stupid |damn ){{0,3}}{_GROUP}(?! (?:clothes|jeans|paint|shoes|color|colour|socks|wine|friday|people's|food|cars?|coffee|noise|screens?))\b",
    ),
    (
        "attack ban beat behead burn castrate cleanse deport eliminate enslave eradicate execute exterminate gas hang kill lynch murder nuke purge rape remove rid shoot slaughter stab sterili* wipe / african* arab* asian* autistic* black* chinese* christian* cripples* disabled* families* females* folk* foreigner* gay* guys* gypsies* hindu* hispanic* homosexual* immigrant* immigrants* indian* jew* kids* latino* lesbian* men* mexican* migrant* muslim* natives* pakistanis* people* person* poles* queer* refugee* roma* sikh* somalis* students* trans* turks* white* women* workers*",
        rf"\b(?:kill|exterminate|eradicate|deport|gas|lynch|eliminate|get rid of|ban|burn|shoot|hang|execute|wipe out|purge|castrate|sterili[sz]e|cleanse|slaughter|nuke|behead|enslave|attack|beat up|stab|murder|rape|remove) (?:all |every |the |those |these |each |fucking |dirty |any |some |of |out ){{0,4}}{_GROUP}(?! (?:stains?|marks?|spots?|color|colour|list|screen|box|noise|mould|mold|heads|bars?|borders?|background|space|players))\b",
    ),
    (
        "allowed back banned beaten breed burn burned castrated children country deported die eliminated enslaved equal exist exterminated gassed get hanged human kids killed leave live locked lynched put raped rights rot sent shipped shot sterilised sterilized treated trusted vote welcome wiped / african african* arab arab* asian asian* autistic autistic* black black* brown chinese christian* cripples disabled females foreign foreigner* gay gay* gypsies hindu* hispanic* homosexual homosexual* immigrant* indian indian* jew* jewish latino* lesbian lesbian* mexican mexican* migrant* muslim muslim* native natives pakistanis poles queer queer* refugee* roma sikh* somalis trans trans* transgender turks white white* women",
        rf"\b{_GROUP} (?:should(?:n't| not)?|must|deserves? to|need to|ought to|have to|don't deserve to|do not deserve to|can't|aren't|are not) (?:all |just |never |not |ever )?(?:die|be (?:killed|shot|gassed|deported|exterminated|banned|wiped|burned|put down|hanged|allowed to|sent back|enslaved|castrated|sterilised|sterilized|locked up|eliminated|shipped|lynched|raped|beaten|in (?:this|our) country|equal|trusted|treated like)|go back|exist|burn|rot|live|vote|have (?:rights|kids|children)|breed|get out|leave (?:this|our)|human|welcome)\b",
    ),
    (
        "hang lock round send ship / african african* arab arab* asian asian* autistic autistic* black black* brown chinese christian* cripples disabled females foreign foreigner* gay gay* gypsies hindu* hispanic* homosexual homosexual* immigrant* indian indian* jew* jewish latino* lesbian lesbian* mexican mexican* migrant* muslim muslim* native natives pakistanis poles queer queer* refugee* roma sikh* somalis trans trans* transgender turks white white* women",
        rf"\b(?:hang|send|ship|round|lock) (?:all )?(?:the |those |these )?{_GROUP} (?:up|back|away|out|home)\b",
    ),
    (
        "allowed country neighbo* town / african african* arab arab* asian asian* autistic autistic* black black* brown chinese christian* cripples disabled females foreign foreigner* gay gay* gypsies hindu* hispanic* homosexual homosexual* immigrant* indian indian* jew* jewish latino* lesbian lesbian* mexican mexican* migrant* muslim muslim* native natives pakistanis poles queer queer* refugee* roma sikh* somalis trans trans* transgender turks white white* women",
        rf"\bno {_GROUP} (?:allowed|in (?:my|our|this) (?:country|neighbou?rhood|town))\b",
    ),
    (
        "damn dirty disgusting evil filthy fucking goddamn greedy lazy savage smelly stinking stupid typical ugly / african african* arab arab* asian asian* autistic autistic* black black* brown chinese christian* cripples disabled females foreign foreigner* gay gay* gypsies hindu* hispanic* homosexual homosexual* immigrant* indian indian* jew* jewish latino* lesbian lesbian* mexican mexican* migrant* muslim muslim* native natives pakistanis poles queer queer* refugee* roma sikh* somalis trans trans* transgender turks white white* women",
        rf"\b(?:typical|stupid|dirty|filthy|disgusting|fucking|damn|stinking|evil|greedy|lazy|ugly|smelly|goddamn|savage) {_GROUP}\b(?! (?:food|cars?|friday|jeans|clothes|socks|screen))",
    ),
    (
        "bastard dog pig rat scum / fag gypsy jew muzzie negro paki tranny",
        r"\b(?:you|your) (?:\w+ )?(?:jew|negro|muzzie|paki|fag|tranny|gypsy) (?:bastard|scum|pig|rat|dog)\b",
    ),
    ("nigg*", r"\bnigg(?:er|a)s?\b"),
    ("kike*", r"\bkikes?\b"),
    ("fag*", r"\bfagg?(?:ot)?(?:s|y)?\b"),
    ("spic*", r"\bspics?\b"),
    ("chink*", r"\bchinks?\b"),
    ("wetback*", r"\bwetbacks?\b"),
    ("trann*", r"\btrann(?:y|ies)\b"),
    ("dyke*", r"\bdykes?\b"),
    ("rag* towel*", r"\b(?:rag|towel) ?heads?\b"),
    ("gook*", r"\bgooks?\b"),
    ("paki*", r"\bpakis?\b"),
    ("coon*", r"\bcoons?\b(?! (?:hound|dog|cat|rapids))"),
    ("muzz*", r"\bmuzz(?:ie|rat)s?\b"),
    ("beaner*", r"\bbeaners?\b"),
    ("jigaboo*", r"\bjigaboos?\b"),
    ("porch / monkey*", r"\bporch monkey"),
    ("zipperhead*", r"\bzipperheads?\b"),
    ("goat*", r"\bgoat ?fuckers?\b"),
    ("camel / jockey*", r"\bcamel jockeys?\b"),
    ("shemale*", r"\bshemales?\b"),
    ("white / genocide power supremacy", r"\bwhite (?:power|supremacy|genocide)\b"),
    ("heil sieg", r"\b(?:heil|sieg) (?:hitler|heil)\b"),
    ("burn gas kill / blacks jews muslims", r"\b(?:gas|burn|kill) the (?:jews|muslims|blacks)\b"),
    ("hitler / did right should", r"\bhitler (?:was right|did nothing wrong|should have)\b"),
    ("holocaust / didn't hoax is never was", r"\bholocaust (?:was a|is a|never|didn't|hoax)\b"),
    (
        "back / africa country jungle mexico where",
        r"\b(?:go|send them) back to (?:your (?:own )?(?:shithole |fucking )?country|africa|mexico|where (?:you|they) came|the jungle)\b",
    ),
    ("master / race", r"\bmaster race\b"),
    ("mudslime*", r"\bmudslimes?\b"),
    ("sand*", r"\bsand ?n\w+"),
    ("jews zionists / control own run", r"\b(?:jews|zionists) (?:control|run|own) (?:the|our|all|everything)"),
    ("great / replacement", r"\bgreat replacement\b"),
    ("race / traitor*", r"\brace traitors?\b"),
    ("mud*", r"\bmud ?bloods?\b"),
    ("feminazi*", r"\bfeminazis?\b"),
    (
        "world everything country / better happier cleaner safer",
        rf"\b(?:world|everything|country|town|school) (?:would be|will be|was|were|is) (?:\w+ )?(?:better|happier|cleaner|safer) (?:off )?(?:without|before) (?:the |these |all )?{_GROUP}\b",
    ),
    (
        "expect / from",
        r"\bwhat (?:else )?(?:do|did|can|would) (?:you|u) expect from (?:an? |the |these )?(?:jew|muslim|indian|asian|arab|mexican|black|gypsy|turk|african|chinese|immigrant|refugee|foreigner|gay|lesbian|trans|woman|female|pole|paki\w*|disabled person|latino)s?\b(?! (?:restaurant|shop|food|cuisine|brand|phone|supplier))",
    ),
    (
        "before since / ruined showed moved invaded flooded",
        rf"\b(?:before|since|because of)(?: all)?(?: the| these| those)? {_GROUP} (?:ruined|showed up|moved in|invaded|flooded|took over|came and)\b",
    ),
    (
        "control own run strings profit suck / jews muslims zionists blacks gays immigrants women disabled",
        rf"\b{_GROUP} (?:control|own|run|pull the strings|profit from|suck us|started) (?:the |our |of |all |everything|us|open|dry)",
    ),
    (
        "gag puke vomit sick / noise smell sight sound",
        rf"\b(?:noise|smell|sight|sound|stench) of (?:the |these |those )?{_GROUP}\b[^.]{{0,30}}\bmakes? me (?:gag|puke|vomit|sick)\b",
    ),
    ("pray cure beat / away out", r"\b(?:pray|cure|beat) the (?:gay|trans|lesbian|queer)(?:ness)? (?:away|out)\b"),
    ("genes / their", rf"\b(?:{_GROUP}|from an? \w+)\b[^.]{{0,40}}\bin their (?:genes|blood|nature)\b"),
    ("good / only", rf"\b{_GROUP} are only good for (?:sex|cleaning|cooking|breeding|crime)\b"),
    ("gender / traitor*", r"\bgender traitors?\b"),
    ("islamiscancer gayisasin notmywoman", r"\b(?:islamiscancer|gayisasin|notmywoman)\b"),
    ("fit / live", r"\bnot fit to live\b(?! in (?:that|this|the) (?:flat|house|room|apartment))"),
    ("islam / cancer* death disease* evil* poison*", r"\bislam is (?:a )?(?:cancer|disease|evil|poison|death cult)"),
    (
        "women / belong inferior* objects* property*",
        r"\bwomen (?:belong in the kitchen|are (?:objects|property|inferior))",
    ),
    ("жид*", r"\bжид\w{0,3}\b"),
    ("хач*", r"\bхач\w{0,2}\b"),
    ("чурк*", r"\bчурк\w+\b"),
)
_NAMES = "halfwit cretin nitwit dimwit simpleton numpty muppet plonker tosser bellend knobhead airhead blockhead dunce buffoon jackass shithead arsehole fatty fatso lardarse tubby crybaby nutcase lowlife troglodyte dirtbag douchebag twit imbecile moron halfwits cretins morons imbeciles scumbag dipshit dumbass dickhead wanker twat freak loser psycho pig slob whale hippo swine clown idiot creep weirdo coward bastard asshole motherfucker retard"
_HARASSMENT: Final[Wordings] = (
    (
        _NAMES + " / you you're u your yourself ur",
        rf"\b(?:you|you're|ur) (?:are |look like |sound like )?(?:a |an |such a |just a |nothing but a )?(?:\w+ ){0, 2}?(?:{_NAMES.replace(' ', '|')})\b(?! (?:in|at) (?:this|that|the) (?:game|costume))",
    ),
    (
        _NAMES,
        rf"^(?:what an?|absolute|complete|bloody|fucking|stupid|ugly|dumb|look at this|shut up|stfu|get lost|go away|go to hell) (?:\w+ )?(?:{_NAMES.replace(' ', '|')})\b",
    ),
    (
        "asshole* bastard* bitch* brainless cock* cow creep cretin* cunt* dickhead* dipshit* dumbass* fatass filth freak fucker* hag hoe human idiot* imbecile* jackass* loser* lowlife moron* motherfucker* piece* pig* prick* retard* scum scumbag* skank slut* subhuman twat* ugly vermin wanker* waste whore* worthless / guys he he's she she's what you you* your",
        r"\b(?:you(?:'re| are)?|you all are|your|you guys are|he's|she's|he is|she is|what) (?:all |such |just |a |an |nothing but |so |fucking |bunch of |absolute |total |complete |stupid |useless |dumb |piece of |dirty |ugly |fat |lazy |little |disgusting |pathetic |old |worthless |the most |bloody ){0,5}(?:idiots?|morons?|bitch(?:es)?|whores?|sluts?|cunts?|assholes?|bastards?|scumbags?|pieces? of shit|losers?|retard(?:ed)?|fuckers?|motherfuckers?|pigs?|dipshits?|imbeciles?|worthless|human garbage|waste of (?:space|air|oxygen|life)|twats?|wankers?|dumbass(?:es)?|cow|hag|fatass|cretins?|skank|hoe|subhuman|filth|vermin|scum|lowlife|creep|freak|ugly|cock ?suckers?|dickheads?|pricks?|jackass(?:es)?|brainless)\b(?! (?:on|of (?:a|your))\b)",
    ),
    (
        "fuck / family life mom mother off you yourself",
        r"\bfuck (?:you|off|yourself|your (?:mother|mom|family|life))\b",
    ),
    ("fuck hell / go", r"\bgo (?:to hell|fuck yourself)\b"),
    ("shut / fuck", r"\bshut the fuck up\b"),
    (
        "crazy dirty dumb fat fucking little lying nasty stupid ugly worthless / asshole* bastard* bitch* cow* cunt* faggot* hag* hoe* idiot* moron* retard* slut* twat* whore*",
        r"\b(?:stupid|dumb|fucking|ugly|fat|lying|dirty|worthless|crazy|nasty|little) (?:bitch|cunt|cow|whore|slut|retard|hag|twat|moron|idiot|asshole|bastard|faggot|hoe)(?:e?s)?\b",
    ),
    ("fick / dich", r"\bfick dich\b"),
    ("hurensohn*", r"\bhurensohn\w*\b"),
    ("arschloch", r"\barschloch\b"),
    ("schlampe", r"\bschlampe\b"),
    ("wichser", r"\bwichser\b"),
    ("missgeburt", r"\bmissgeburt\b"),
    ("fotze", r"\bfotze\b"),
    ("faire / enculer foutre", r"\bva te faire (?:foutre|enculer)\b"),
    ("connard*", r"\bconnards?\b"),
    ("salope", r"\bsalope\b"),
    ("nique / mere", r"\bnique ta mere\b"),
    ("fils / pute", r"\bfils de pute\b"),
    ("encul*", r"\bencul\w+\b"),
    ("hij* / de", r"\bhij[oa]s? de (?:puta|perra)\b"),
    ("puta / mierda", r"\bputa de mierda\b"),
    ("pendej*", r"\bpendej\w+\b"),
    ("vaffanculo", r"\bvaffanculo\b"),
    ("pezzo / merda", r"\bpezzo di merda\b"),
    ("stronz*", r"\bstronz[oaie]\b"),
    ("troia", r"\btroia\b"),
    ("filho / puta", r"\bfilho da puta\b"),
    ("vai / foder", r"\bvai se foder\b"),
    ("kankerhoer", r"\bkankerhoer\b"),
    ("kurwa / mac", r"\bkurwa mac\b"),
    ("skurwysyn*", r"\bskurwysyn\w*\b"),
    ("orospu", r"\borospu\b"),
    ("siktir", r"\bsiktir\b"),
    ("amina / koy*", r"\bamina koy\w*"),
    ("сук* / ебан*", r"\bсук[аи] ебан\w+"),
    ("иди / на*", r"\bиди на ?хуй\b"),
    ("пошел / на*", r"\bпошел на ?хуй\b"),
    ("сдохни", r"\bсдохни\b"),
    ("твар*", r"\bтвар[ьи]\b"),
    ("son / bitch", r"\bson of a bitch\b"),
    ("eat / shit", r"\beat shit\b"),
    ("suck / balls cock dick", r"\bsuck my (?:dick|cock|balls)\b"),
    (
        "hates likes loves miss / everyone no*",
        r"\b(?:no ?(?:one|body)|everyone) (?:likes|loves|hates|would miss) you\b",
    ),
    ("sick / you", r"\byou make me sick\b"),
    ("disgust repulse / you", r"\byou (?:disgust|repulse) me\b"),
    ("world / better", r"\bworld (?:would be|is) better (?:off )?without you\b"),
    ("mother / your", r"\byour mother is a\b"),
)
_SEXUAL: Final[Wordings] = (
    (
        "asshole boobs clit cock crotch cum cunt dick erection genitals nipple* penis pussy shaft tits titties vagina / bare big eat* hard her his lick* my naked rid* rub* show strok* suck* thick throbbing tight wet your",
        r"\b(?:my|your|her|his|hard|wet|big|suck(?:ing|ed)?|lick(?:ing|ed)?|rid(?:e|ing)|thick|throbbing|tight|show me your|rub(?:bing|bed)?(?: my| her| his| your)?|strok(?:e|ing|ed)(?: my| her| his| your)?|bare|naked|eat(?:ing)?) (?:big |wet |hard |tight |thick |naked |throbbing |juicy |huge |warm |own |bare |swollen )?(?:cock|dick|pussy|cunt|tits|titties|boobs|penis|vagina|nipples?|clit|cum|shaft|erection|genitals|crotch|asshole)\b(?! (?:size normal|pain|itch\w*|infection|cream|doctor|cancer|hurts?|covers?|lump))",
    ),
    (
        "sex* / for had have having want* wanting",
        r"\b(?:have|having|had|wants?|wanting|for) (?:[a-z]+ ){0,2}?sex(?: with\b|$| (?:on|in) the)",
    ),
    (
        "bang fuck hook love screw sex / can going let's want wants",
        r"\b(?:let's|want to|can we|going to|wants to) (?:have sex|fuck|make love|hook up tonight|bang|screw)\b",
    ),
    (
        "bang* fuck fucked fucking fucks pound* rail rape* ravish* / against all daddy deep* from hard in like on over raw senseless slowly so tonight until with",
        r"\b(?:fuck|fucking|fucked|fucks|pound(?:ing|ed)?|bang(?:ing|ed)?|rail|ravish\w*|raped?) (?:me|her|him) (?:hard|so|all|from|in|against|until|slowly|with|tonight|daddy|senseless|deep\w*|over|on|like|raw)\b",
    ),
    ("fuck / her him me", r"\bfuck (?:me|her|him)\b(?! (?:over|up|off|it|right|this))"),
    ("blow* foot* hand* rim*", r"\b(?:blow|hand|rim|foot)[ -]?jobs?\b"),
    ("masturbat*", r"\bmasturbat\w*"),
    ("orgas*", r"\borgas\w*"),
    ("porn*", r"\bporn(?!i|eas|esc|es[ct]|ind|it\b)\w*\b"),
    (
        "nude*",
        r"\bnudes?\b(?! (?:color|colour|shade|lipstick|heels|shoes?|tone|bras?|pink|tights|dress(?:es)?|palette|beach|gloves|jeans|swimsuit|pants|socks|briefs|leggings|shirts?|coat|boots|lingerie|nightie|stockings|camisole|bodysuit|thong|top|skirt|slip|sandals|pumps|nails?|foundation|gloss))",
    ),
    (
        "naked nude topless / body cam* chat girl* men photo* pic* selfie* teen* video* women",
        r"\b(?:naked|nude|topless) (?:pic\w*|photo\w*|video\w*|selfie\w*|girls?|women|men|body|teens?|chat|cam\w*)\b",
    ),
    ("send / dirty hot naked naughty nude sexy", r"\bsend (?:me )?(?:\w+ )?(?:sexy|hot|dirty|naughty|nude|naked)\b"),
    ("cum* cums cumshot* jizz* semen", r"\b(?:cumm?ing|cums|cumshots?|jizz\w*|semen)\b"),
    ("horny", r"\b(?:so |i'm |am |feeling |be )horny\b"),
    ("horny", r"\bhorny\b"),
    ("deep*", r"\bdeep ?throat\w*"),
    ("threesome*", r"\bthreesomes?\b"),
    ("gang*", r"\bgang ?bang\w*"),
    ("sext*", r"\bsext(?:s|ing)?\b"),
    ("talk / dirty", r"\btalk dirty\b"),
    ("erotic*", r"\berotic\w*"),
    ("cream*", r"\bcream ?pie\b(?! (?:recipe|dessert))"),
    ("hentai", r"\bhentai\b"),
    (
        "sex* / act acts cam* chat encounter explicit fantas* favo* partner position* role* scene* slave* stor* tape* toy*",
        r"\bsex(?:ual)?(?:ly)? (?:act|acts|explicit|fantas\w+|position\w*|stor(?:y|ies)|favou?rs?|role ?play|slaves?|chat|cam\w*|scenes?|toys? (?:on|in|inside)|partner (?:for|tonight)|encounter|tapes?)\b",
    ),
    ("undress* / her him me slowly you", r"\bundress(?:es|ed|ing)? (?:me|her|him|you|slowly)\b"),
    (
        "moan* / bed* deep* harder* hips* inside* lips* pleasure* thrust*",
        r"\bmoan(?:s|ed|ing)?\b[^.]{0,40}\b(?:bed|thrust|inside|pleasure|deep|harder|lips|hips)",
    ),
    ("thrust* / deep* her* his* in* inside* into*", r"\bthrust\w* (?:\w+ )?(?:in|into|inside|deep|her|his)\w*"),
    (
        "breast* hips inner nipple* thighs / bare caress* grop* kiss* lick* moan* naked squeez* stroke* suck* thrust* tongue wet",
        r"\b(?:her|his|my|your) (?:bare |soft |smooth |heaving |firm |perky |full )?(?:breasts?|nipples?|hips|inner thighs?|thighs)\b[^.]{0,60}\b(?:lick\w*|suck\w*|kiss\w*|caress\w*|moan\w*|grop\w*|squeez\w*|wet|naked|bare|tongue|stroked?|thrust\w*)\b",
    ),
    (
        "caress* fondl* grop* kiss* lick* squeez* suck* touch* / ass balls bare body breast* butt clit cock crotch dick naked nipple* pussy thigh*",
        r"\b(?:lick\w*|suck\w*|caress\w*|kiss\w*|grop\w*|squeez\w*|fondl\w*|touch\w*) (?:on )?(?:my|your|her|his) (?:\w+ )?(?:breasts?|nipples?|thighs?|pussy|cock|dick|ass|butt|crotch|balls|clit|bare|naked|body all over)\b",
    ),
    (
        "boxers bra clothes dress jeans panties pants shirt trousers underwear / pull* rip* slid* slip* take taking took tore unbutton* unzip*",
        r"\b(?:unzip\w*|unbutton\w*|pull\w*|slid\w*|took|take|taking|rip\w*|tore|slip\w*) (?:down |off )?(?:my|your|her|his) (?:\w+ )?(?:panties|underwear|bra|pants|jeans|dress|trousers|shirt|boxers|clothes) (?:off|down|aside|slowly|and)\b",
    ),
    (
        "ma* / come cum hard moan orgasm squirt wet",
        r"\b(?:make|made|making|makes) (?:me|you|her|him) (?:so )?(?:cum|come all|wet|hard|moan|orgasm|squirt)\b",
    ),
    ("inside / pussy tight warm wet", r"\binside (?:her|me|your) (?:wet|tight|warm|pussy)\b"),
    ("wearing / what", r"\bwhat are you wearing\b"),
    (
        "anal fuck rough sex / enjoy have like want",
        r"\bdo you (?:like|want|have|enjoy) (?:\w+ )?(?:sex|anal|it rough|to fuck)\b",
    ),
    ("anal / sex", r"\banal sex\b"),
    ("oral / sex", r"\boral sex with\b"),
    ("onlyfans", r"\bonlyfans\b"),
    ("escort* / in near service tonight", r"\bescorts? (?:in|near|service|for tonight)\b"),
    ("prostitute* / for* my* near*", r"\bprostitutes?\b (?:near|for|in my)"),
    ("spank* / her him me my", r"\bspank(?:s|ed|ing)? (?:me|her|him|my)\b"),
    ("bdsm", r"\bbdsm\b"),
    ("fetish*", r"\bfetish\w*\b"),
    ("sit / face lap", r"\bsit on my (?:face|lap)\b"),
    ("touch / myself there yourself", r"\btouch (?:yourself|myself|me down there)\b"),
    ("daddy* / girl", r"\bdaddy'?s (?:little|good) girl\b"),
    ("dick*", r"\bdick ?pics?\b"),
    ("strip* / for her me naked", r"\bstrip(?:ped|ping)? (?:naked|for me|her|me)\b"),
    ("bed naked / get", r"\bget (?:you|me|her) (?:naked|in bed)\b"),
    (
        "sexy / ass babe body chat girl* photo* pic* story time",
        r"\bsexy (?:time|girls?|body|babe|pics?|photos?|chat|story|ass)\b",
    ),
    ("milf*", r"\bmilfs?\b"),
    ("bukkake", r"\bbukkake\b"),
    ("fap*", r"\bfap\w*\b"),
    ("jerk* / him me off", r"\bjerk(?:ing)? (?:off|me|him)\b"),
    ("wank*", r"\bwank(?:ing)?\b"),
    ("dildo*", r"\bdildo\w*\b"),
    ("vibrator / inside", r"\bvibrator inside\b"),
    ("squirt* / all for on", r"\bsquirt(?:ing|ed)? (?:on|all|for)\b"),
    ("fist* / her me", r"\bfist(?:ed|ing) (?:me|her)\b"),
    ("night / stand", r"\bone night stand\b (?:with|tonight)"),
    ("boner*", r"\bboners?\b"),
    ("dtf", r"\bdtf\b"),
    ("cum / going about want let i'll", r"\b(?:going to|about to|want to|let me|i'll) cum\b(?! laude)"),
    ("anal / do does", r"\bdo(?:es)? (?:you|u|she|he) do anal\b"),
    (
        "nsfw / pics pic photos content chat roleplay stories",
        r"\bnsfw (?:pics?|photos?|content|chat|role ?play|stories|stuff)\b",
    ),
    (
        "naked / i'm",
        r"\bi'm (?:\w+ )?naked\b,? (?:are you|come|in (?:my )?bed|for you|right now|waiting|and (?:hard|wet|ready))",
    ),
    ("daddy / bed", r"\bdaddy (?:wants|needs|will)\b[^.]{0,30}\bbed\b"),
    ("bend / over", r"\bbend (?:you|u|me|her|him) over\b(?! (?:backwards|a barrel))"),
    ("blow / me", r"^(?:just |please |come |now |hey,? )*blow me\b(?! (?:away|a kiss|up|off|over))[^\w]*$"),
    ("smut*", r"\bsmut(?:ty)?\b"),
    (
        "ass butt booty body boobs tits legs / hot fuckable juicy thicc lickable tasty sexy fine delicious",
        r"\b(?:your|ur|her|that) (?:\w+ )?(?:ass|butt|booty|body|boobs|tits|legs) (?:looks?|is|are|must be) (?:so |really |damn |fucking )*(?:hot|fuckable|juicy|thicc|lickable|tasty|sexy|fine|delicious)\b",
    ),
    (
        "ass booty tits boobs / looks look",
        r"\b(?:your|ur) (?:ass|booty|tits|boobs) looks? (?:so |really )?(?:good|great|nice|amazing)\b",
    ),
    (
        "bed / get take have",
        r"\b(?:get|take|have|want) (?:you|u) (?:naked |all alone )?(?:in|into|to|on) my bed\b(?! (?:frame|linen|and breakfast))",
    ),
    (
        "netflix / chill clothes naked",
        r"\bnetflix and chill\b[^.]{0,30}\b(?:no clothes|naked|with me|at mine|my place|tonight)\b",
    ),
    ("suck / me", r"\bsuck (?:me|him) (?:off|dry|hard|good)\b"),
    (
        "head / give gives gave",
        r"\b(?:give|gives|gave|giving) (?:me|you|him|good) head\b(?! (?:start|room|space|phones|set|band|of|and|office|count|over|light|lamp|torch|unit|rest|massage))",
    ),
    ("nut / you me her", r"\bnut (?:in|inside|on|all over) (?:you|me|her|him|your)\b"),
    ("eat / out ass", r"\beat (?:you|her|me) out\b|\beat my ass\b"),
    ("rub / one", r"\brub(?:bing)? one out\b"),
    ("phone / sex", r"\bphone sex\b"),
    ("quickie", r"\bquickie\b(?! (?:question|check|quiz|call|recipe))"),
    (
        "feet foot / pics pictures",
        r"\b(?:send|sell|show|want|need|like|love) (?:me |you |us )?(?:your |ur |some |the )?(?:feet|foot) (?:pics|pictures|photos)\b",
    ),
    (
        "sniff smell lick / your ur her",
        r"\b(?:sniff|smell|lick)(?:ing)? (?:your|ur|her) (?:\w+ )?(?:panties|feet|toes|underwear|knickers|thong|pits)\b",
    ),
    (
        "panties underwear knickers thong / your ur",
        r"\b(?:colou?r|kind|sort) (?:are|is|of) (?:your|ur) (?:panties|underwear|knickers|thong|bra)\b",
    ),
    ("swallow / do", r"^(?:do|would) (?:you|u) swallow\W*$"),
)
_SEXUAL_MINORS: Final[Wordings] = (
    (
        "erotic* model naked nude* porn* seduc* sex sexually strip* / child kid kiddie little loli minor preteen school* shota teen toddler underage young",
        r"\b(?:child|kiddie|underage|teen|loli|shota|minor|preteen|young girl|little (?:girl|boy)|school ?girl|kid|toddler) (?:porn\w*|sex|nudes?|erotic\w*|naked|sexually|seduc\w+|strip\w*|model nude)\b",
    ),
    (
        "sex* / about attracted between involving of with",
        r"\bsex(?:ual\w*)? (?:with|of|about|between|involving|attracted to) (?:an? |my |the |her |his |underage |little |young )*(?:child|children|minors?|kids?|preteens?|toddlers?|(?:[5-9]|1[0-7])[- ]?(?:year|yo)|school ?girls?|step ?daughter|daughter|niece|nephew)\b",
    ),
    ("csam", r"\bcsam\b"),
    ("pedo*", r"\bpedo(?:phil\w*)?s?\b"),
    (
        "aroused breast* fuck* moan* naked nude panties penis pussy seduc* sex* undress* virgin*",
        r"\b(?:8|9|1[0-7])[- ]?(?:year[- ]old|yo|y o)\b[^.]{0,60}\b(?:naked|nude|sex\w*|breasts?|panties|virgin\w*|fuck\w*|undress\w*|moan\w*|seduc\w*|penis|pussy|aroused)\b",
    ),
    (
        "aroused fuck* naked nude seduc* sex* undress*",
        r"\b(?:naked|nude|sex\w*|fuck\w*|undress\w*|seduc\w*|aroused by) [^.]{0,40}\b(?:8|9|1[0-7])[- ]?(?:year[- ]old|yo)\b",
    ),
    (
        "naked nude sexy / images photos pics pictures videos",
        r"\b(?:nude|naked|sexy) (?:pictures|photos|pics|images|videos) of (?:children|kids|minors|little|young (?:girls|boys)|underage)",
    ),
    ("jailbait", r"\bjailbait\b"),
)
_VIOLENCE: Final[Wordings] = (
    (
        "assassinate assault attack behead burn dismember drown hurt kidnap kill murder poison rape shoot slaughter stab strangle torture / baby boss boyfriend brother cat child* classmate* co* colleague* cop* dad dog driver ex family father girl girlfriend guy husband kid* lady man men mom mother neighbo* officer* parent* people person police politician* president roommate school sister stranger student* teacher wife woman women",
        rf"(?<!\bit )(?<!\bthis )\b(?:kill|murder|shoot|stab|poison|strangle|behead|torture|dismember|rape|assassinate|kidnap|slaughter|hurt|assault|drown|burn|attack) (?:my|the|a|an|some|all|his|her|those|these|their|as many|innocent|your|every) (?:[a-z]+ )?{_PERSON}\b(?! (?:feelings|account|page|settings|mode|stats|with kindness|mayor|character|zone|portal|plan))",
    ),
    (
        "bomb* chemical dirty explosive* ghost grenade* ied landmine meth molotov* napalm nerve pipe poison ricin sarin silencer / assemble build construct create make",
        r"\bhow (?:do i|to|can i|would i|do you|could i|would one|can you) (?:make|build|construct|create|assemble) (?:a |an )?(?:\w+ )?(?:pipe bombs?|bombs?|explosives?|molotovs?|grenades?|ied|napalm|dirty bomb|chemical weapons?|poison gas|nerve agent|ghost gun|silencer|landmine|meth|ricin|sarin)\b(?! (?:cake|cocktail recipe|bath))",
    ),
    (
        "bomb* explosive* ied meth methamphetamine molotov* napalm nerve pipe pressure ricin sarin / build building cook instructions make making manufacture recipe synthesi*",
        r"\b(?:make|build|making|building|cook|recipe for|instructions for|synthesi[sz]e|manufacture) (?:a |an )?(?:homemade |home-made )?(?:pipe bombs?|bombs?|explosives?|molotov\w*|ied|napalm|ricin|sarin|methamphetamine|meth|nerve agents?|pressure cooker bombs?)\b",
    ),
    (
        "church mass school / attack murder shooting",
        r"\b(?:commit|plan|planning|carry out|do|doing|want) (?:a |an )?(?:\w+ )?(?:school|mass|church) (?:shooting|murder|attack)\b",
    ),
    ("behead* / a her him of the them video*", r"\bbehead(?:ing|ed)? (?:of|him|her|them|a|the|video\w*)\b"),
    (
        "blackmail dismember dispose drug hurt kidnap kill murder poison rape rid stab stalk strangle torture / another body child corpse girl her him his human man my people person somebody someone them woman",
        r"\bhow (?:to|do i|can i|would i) (?:\w+ )?(?:kill|murder|poison|strangle|stab|kidnap|rape|drug|hurt|torture|get rid of|dispose of|dismember|blackmail|stalk) (?:someone|somebody|people|a (?:person|man|woman|girl|body|human|child|corpse)|another|(?:my|her|his) \w+(?: and get away)?|him|her|them)\b(?! (?:debt|weeds?|lawn|feelings|back pain|acne|odou?r|ants|roaches|account|phone|dandruff))",
    ),
    ("away / killing murder", r"\bget away with (?:murder|killing)\b"),
    (
        "kill / everybody everyone people somebody someone them you",
        r"\bkill (?:someone|somebody|everyone|everybody|them all|you all|people)\b",
    ),
    (
        "assassin contract hit* / find hire looking need",
        r"\b(?:hire|find|need|looking for) (?:a |an )?(?:hit ?man|assassin|contract killer)\b",
    ),
    (
        "blood brain* entrails flesh guts intestines organs skull / crush* dripp* exploded gush* oozing pour* ripped scattered severed spill* splatter* spray* torn",
        r"\b(?:blood|guts|brains?|entrails|intestines|organs|skull|flesh)\b[^.]{0,50}\b(?:splatter\w*|spray\w*|spill\w*|gush\w*|ripped|torn|oozing|dripp\w*|pour\w*|exploded|crush\w*|severed|scattered)\b",
    ),
    (
        "decapitated* disembowel* dismembered* eviscerat* gouge* mutilated* severed*",
        r"\b(?:severed|mutilated|dismembered|decapitated|disembowel\w*|eviscerat\w*|gouged? (?:out|his|her)) ?(?:heads?|limbs?|body|bodies|corpses?|arms?|legs?|him|her|eyes?)?\b",
    ),
    (
        "beat bludgeoned butchered hacked shot slit stabbed strangled tortured / again chest death face head neck over repeatedly stomach throat until",
        r"\b(?:stabbed|shot|beat|bludgeoned|hacked|butchered|tortured|slit|strangled) (?:him|her|them|me|the \w+|his|my \w+) (?:to death|again and again|repeatedly|over and over|in the (?:head|chest|face|neck|stomach|throat)|throat|until)\b",
    ),
    (
        "deserve* / beaten hanged killed raped shot tortured",
        r"\bdeserved? to be (?:shot|killed|beaten|hanged|tortured|raped)\b",
    ),
    ("death / all every the", r"\bdeath to (?:all|the|every)\b"),
    (
        "best / way",
        r"\bbest way to (?:kill|murder|poison|torture|hurt) (?:a |an |my |some|people|someone|him|her|them)\b",
    ),
    (
        "dead kill murder rape torture / want",
        r"\bi want (?:to kill|to murder|to rape|to torture|him dead|her dead|them dead|them all dead)\b(?! (?:time|the process|weeds|ants|mosquitoes|bugs|mould|mold|bacteria|two birds|my|this|that))",
    ),
    ("terror* / attack*", r"\b(?:terrorist|terror) attacks? (?:on|against|at) (?:the|a)\b(?<=plan) "),
    ("join / al* isis taliban", r"\bjoin (?:isis|al-?qaeda|the taliban)\b"),
    ("isis / good great right", r"\bisis is (?:great|good|right)\b"),
    ("brutally / attack* beat* kill* murder* rape*", r"\bbrutally (?:murder\w*|kill\w*|beat\w*|rape\w*|attack\w*)"),
)
RULES: Final = MappingProxyType(
    {
        "harassment/threatening": _HARASSMENT_THREATENING + THREATS_ABROAD,
        "hate": _HATE + HATE_ABROAD,
        "harassment": _HARASSMENT,
        "sexual": _SEXUAL + SEXUAL_ABROAD,
        "sexual/minors": _SEXUAL_MINORS,
        "violence": _VIOLENCE,
    }
)
HARMLESS: Final[Wordings] = (
    ("report* / police", r"\breport(?:ing|ed)? (?:you|u)(?: guys| people| all)? to (?:the )?police\b"),
    (
        "die / ich wir",
        r"\b(?:ich|wir) (?:will|wollen|wollte|wollten|mag|möchten?|mochten?) (?:\w+ )?die \w+\b",
    ),
    (
        "buddhist christian hindu islamic jewish muslim / calendar* cookbook* food funeral prayer",
        r"\b(?:buddhist|christian|hindu|islamic|jewish|muslim) (?:calendars?|cookbooks?|food|funeral|prayer(?: mats?| beads?)?)\b",
    ),
    (
        "rate report reporting review reviewing sue suing",
        r"\b(?:sue|suing|report|reporting|review|reviewing|rate) (?:you|u)(?: guys| people| all)?\b",
    ),
    (
        "hate hates hated dislike despise despises detest loathe loathes stand / jeans shoes socks shirt* trousers dress* boots coat* pants clothes paint ink tights leather coffee tea chocolate bread rice sauce pepper one ones version model edition text background screen* case* phone* wall* tile* kitchen* sofa* furniture frame* wood mould mold line* bar* skirt* jacket* hat* bag* car* curtain* carpet* lipstick nail wine fish cheese noise",
        r"\b(?:hate[sd]?|dislike|despises?|detest|loathes?|can't stand) (?:the |this |that |your |these |those )?(?:black|white|brown|yellow|red|blue|green|pink|asian|indian|chinese|african|mexican) (?:jeans|shoes|socks|shirts?|trousers|dress(?:es)?|boots|coats?|pants|clothes|paint|ink|tights|leather|coffee|tea|chocolate|bread|rice|sauce|pepper|ones?|version|model|edition|text|background|screens?|cases?|phones?|walls?|tiles?|kitchens?|sofas?|furniture|frames?|wood|mould|mold|lines?|bars?|skirts?|jackets?|hats?|bags?|cars?|curtains?|carpets?|lipstick|nail polish|wine|fish|cheese|noise)\b",
    ),
    (
        "hate shit crap trash garbage rubbish joke / service app support delivery company website hotline store shop bank",
        r"\byour (?:service|app|support|delivery|company|website|hotline|store|shop|bank) (?:is|was) (?:shit|crap|trash|garbage|rubbish|a joke)\b|\bi hate (?:you guys|your (?:service|app|support|delivery|company|website|hotline|store|shop|bank))\b",
    ),
    (
        "kill* murder*",
        r"\b(?:kill(?:s|ed|ing)?|murder(?:ing)?) (?:the |my |a |an |this |that |all |some |off |your |these |those |any |python |zombie |child |parent |orphan(?:ed)? |background |running |frozen |stuck )*(?:process(?:es)?|task|job|app|apps|server|session|terminal|thread|program|switch|time|battery|lights?|engine|vibe|mood|weeds?|bugs?|germs|bacteria|two birds|it at|deal|buzz|appetite|mosquito(?:e?s)?|ants|moths|mold|mould|container|pod|daemon|subprocess|instance|service|port|connection|window|tab|script|command|dragon|boss fight|enem(?:y|ies)|zombies?|monsters?|character|npc|roaches|cockroaches|fleas|rats|mice|spiders?|wasps?|bees|virus(?:es)?|grass|moss|plants?|tree|fungus|lice|bed ?bugs|termites|slugs|flies|fish|chicken|pain|cancer|cancer cells|sparkle|momentum|business|sales|conversion|my (?:business|sales|productivity|data|wallet|vibe))\b",
    ),
    (
        "node pid process processes thread / child children orphan parent worker zombie",
        r"\b(?:child|children|parent|zombie|orphan|worker) (?:process|processes|thread|node|pid)\b",
    ),
    ("killer", r"\b(?:is|are|was|a|absolutely|total|lady|such a|'s) killer\b"),
    (
        "killer / app* deal* feature* heels* instinct* look* price* sale* whale* workout*",
        r"\bkiller (?:deal|app|feature|whale|price|look|heels|sale|instinct|workout)",
    ),
    (
        "killing / app back bill* boot* commute delay* fee* feet head heat knee* leg* price* sale service shoe* suspense wait",
        r"\b(?:my|these|those|the|this|your) (?:\w+ )?(?:feet|shoes?|legs?|back|knees?|boots?|head|sale|heat|wait|suspense|prices?|commute|service|app|fees?|bills?|delays?) (?:is|are|were|was) killing (?:me|us|my|our)\b",
    ),
    ("die / for", r"\bto die for\b"),
    ("die / hard", r"\bdie hard\b"),
    ("die* / cut", r"\bdie[- ]cut\b"),
    ("laugh* / death", r"\blaugh(?:ed|ing)? to death\b"),
    ("bored / death", r"\bbored to death\b"),
    ("kill killed killing nailed / it", r"\b(?:kill|killing|killed|nailed) it\b"),
    (
        "sex / beach change city column determination ed education of",
        r"\bsex (?:on the beach|of|education|ed|column|change|determination|and the city)\b",
    ),
    (
        "sex* / abuse assault dimorphism education harassment health identity orientation reproduction",
        r"\b(?:sex|sexual) (?:education|health|orientation|harassment|assault (?:hotline|survivors?|awareness|support)|identity|reproduction|abuse (?:survivors?|hotline|prevention)|dimorphism)\b",
    ),
    ("same* / sex", r"\bsame[- ]sex\b"),
    ("safe / sex", r"\bsafe sex\b"),
    (
        "shoot",
        r"\bshoot (?:me|us|you|them|him|her) (?:over )?(?:an? )?(?:quick )?(?:e-?mail|message|text|note|dm|line|link)\b",
    ),
    (
        "shoot / arrow basketball commercial documentary film hoops interview movie penalty photo* picture* portrait* raw scene video video* wedding",
        r"\bshoot (?:a |an |the |some |my |good |better |great )*(?:photos?|pictures?|videos?|film|movie|portraits?|hoops|wedding|scene|basketball|arrow|penalty|documentary|commercial|interview|in raw|video)\b",
    ),
    ("film* movie* photo* video* wedding*", r"\b(?:photo|video|film|wedding|movie) ?shoot\w*"),
    ("bath / bomb*", r"\bbath bombs?\b"),
    ("photo*", r"\bphoto ?bomb\w*"),
    (
        "bomb / ass calorimeter cyclone disposal shelter squad",
        r"\bbomb (?:calorimeter|cyclone|squad|disposal|shelter|ass)\b",
    ),
    ("bomb / the", r"\bthe bomb\b"),
    (
        "bomb* cherry* cocoa* fbomb* fork* glitter* hot jager* logic* seed* time* zip*",
        r"\b(?:cherry|f|seed|glitter|cocoa|hot chocolate|jager|zip|logic|fork|time) ?bombs?\b",
    ),
    (
        "blow* / air* balloon* beach font image inflatable map mattress phone photo picture pool text tire* tyre*",
        r"\bblow(?:ing)? up (?:a |an |the |my |some |this |your )?(?:\w+ )?(?:balloons?|mattress|pool|beach ball|photo|picture|image|phone|air ?bed|inflatable|tyres?|tires?|text|font|map)\b",
    ),
    ("kill / kindness", r"\bkill (?:her|him|them|me|you) with kindness\b"),
    ("killing / softly", r"\bkilling me softly\b"),
    ("murder / mystery", r"\bmurder mystery\b"),
    ("beat / at by fair in to", r"\bbeat (?:you|him|her|them) (?:to it|at|by|in|fair)\b"),
    ("hang* / on out there up", r"\bhang(?:ing)? (?:up|out|on|in there)\b"),
    (
        "break crush hit punch rock slay smash / bank exam gym ice interview it record",
        r"\b(?:punch|hit|crush|smash|slay|rock|break) (?:it|the (?:gym|exam|interview|record|ice|bank))\b",
    ),
    ("black / friday", r"\bblack friday\b"),
    (
        "nude / beach color colour heels lipstick palette shade tone",
        r"\bnude (?:color|colour|shade|lipstick|heels|tone|palette|beach)\b",
    ),
    (
        "cut cuts cutting trim trims shave shaved / hair beard nail nails hedge grass lawn bread fringe bangs fur toenails steak food meat sandwich cake",
        r"\b(?:cut|cuts|cutting|trim|trims|shaved?) (?:his|her|my|their|our|your|him a|her a|the \w+'s) (?:own )?(?:hair|beard|nails?|hedge|grass|lawn|bread|fringe|bangs|fur|toenails|steak|food|meat|sandwich|cake)\b",
    ),
    (
        "nude",
        r"\b(?:come|available|stock|have (?:it|them|this|these)|size \w+|bra \w+|colou?r|shade|tights|heels|it|them|one|this|that|ones|black|white|beige|pink|brown|or|and)(?: in| or| and|,|:)? nude\b(?! (?:\w+ )?(?:pic|photo|selfie|video|girl|wom[ae]n|m[ae]n|body|teen|cam|chat))|\bnude(?:,| or| and| in)? (?:size|\d+\w?|black|white|beige|pink|brown|bra|bras|slip|sandals|pumps|nails?|polish|lip\w*|foundation|underwear)\b",
    ),
    ("butt / hinge* joint* plate* splice* weld*", r"\bbutt[- ](?:hinge|joint|plate|splice|weld)\w*"),
    ("drop / dead", r"\bdrop dead stock\b"),
    ("back / order* stock catalog*", r"\bback[- ](?:orders?(?:ed)?|stock|catalogue?)\b"),
    (
        "kill / price prices cost costs fee fees heat spice heels",
        r"\b(?:prices?|costs?|fees?|heat|spice|heels) (?:will|would|might|'ll) kill (?:you|us)\b",
    ),
    (
        "beat / door line punch till counter",
        r"\bbeat (?:me|us|you|him|her|them) to the (?:counter|door|line|punch|till)\b",
    ),
    (
        "fridge parcel package order sofa table refund bike item items things delivery tickets keys / came com*",
        r"\b(?:come|coming|be coming|came) for (?:my|our|the|an?) (?:\w+ )?(?:bike|delivery|fridge|items?|keys|order|package|parcel|refund|sofa|table|things|tickets)\b",
    ),
    (
        "wait waiting / counter desk door entrance gate lobby reception station till",
        r"\bwait(?:ing)? for (?:you|him|her|them|(?:the|your) \w+) (?:at|by|in|near) the (?:bus |front |main |train |pick-?up )?(?:counter|desk|door|entrance|gate|lobby|reception|station|till)\b",
    ),
    ("bomb / dress jacket packaging quality shoes", r"\bbomb (?:dress|jacket|packaging|quality|shoes)\b"),
    (
        "get / rid",
        r"\bget rid of (?:the|my|a) (?:women's|men's|womens|mens) (?:items?|ones?|shoes|sizes?|version)\b",
    ),
    (
        "asian black chinese christian disabled indian jewish muslim trans turkish / abaya* access* bakery clothes clothing district dress dresses entrance* foundation grocery hijab* lift* market neighbo* parking product* quarter scarves seat* shampoo* sizes supermarket swimwear toilet* wedding year",
        r"\b(?:abayas?|access|clothes|clothing|dress(?:es)?|entrances?|foundation|hijabs?|lifts?|parking|products?|scarves|seats?|shampoos?|sizes|swimwear|toilets?) (?:made |only )?for (?:asian|black|disabled|indian|muslim|jewish|turkish) (?:access|customers?|girls|guests|hair|kids|men|people|persons?|skin|users|visitors|women)\b",
    ),
    ("grey* / anatomy", r"\bgrey'?s anatomy\b"),
    (
        "anus* breast* cervi* nipple* penis* testic* vagina* vulva* / cancer discharge enlargement exam feeding health infection itch* lump milk pain pump reconstruction screening swelling",
        r"\b(?:penis|vagina|breast|nipple|testic\w+|vulva|anus|cervi\w+)s? (?:cancer|pain|infection|health|exam|discharge|feeding|pump|lump|itch\w*|swelling|enlargement surgery|reconstruction|screening|milk)\b",
    ),
    ("breast*", r"\bbreast ?feed\w*"),
    ("chicken / breast*", r"\bchicken breasts?\b"),
    ("dick moby / cheney clark dick sporting tracy van", r"\b(?:moby|dick) (?:dick|van|tracy|cheney|clark|sporting)\b"),
    ("scunthorpe", r"\bscunthorpe\b"),
    ("cock*", r"\bcock(?:tail|pit|roach|er|erel|atoo)\w*\b"),
    ("pussy*", r"\bpussy ?(?:cat|willow|riot)\b"),
    ("dyke*", r"\bdykes?\b(?= (?:and|along|broke|in holland))"),
    ("coon / cat hound", r"\bcoon (?:cat|hound)\b"),
    ("spic / span", r"\bspic and span\b"),
    ("chink / armo*", r"\bchink in (?:the|my|your|our|his) armou?r\b"),
    ("fag* / break end packet", r"\bfags? (?:packet|break|end)\b"),
    ("fire / retard*", r"\bfire retard\w*"),
    ("retard*", r"\bretard(?:ant|ation|ed growth)\w*"),
    ("fight* / antisemitism hate homophobia racism", r"\bfight(?:ing)? (?:racism|hate|antisemitism|homophobia)\b"),
    (
        "attack beat burn crush destroy kill shoot / ball calories carbs fat goalie level opponent opposition other puck",
        r"\b(?:attack|beat|kill|shoot|burn|destroy|crush) (?:the )?(?:calories|fat|carbs|opponent|opposition|other team|goalie|level|ball|puck)\b",
    ),
    (
        "burn / candle* cd* disc dvd* fat iso wood",
        r"\bburn (?:a |my |the |some )?(?:cds?|dvds?|candles?|wood|iso|fat|disc)\b",
    ),
    (
        "beat* bury crush* demolish destroy* kill* murder* obliterate own shoot* shot slaughter* smash* stab* wreck* / boss fight kart badminton bowling cards checkers chess darts debate derby doubles dungeon fifa final finals football fortnite game golf level ludo match minecraft monopoly paintball poker pool quiz race round scrabble smash snooker sprint squash tag tekken tennis tetris tournament uno",
        r"\b(?:beat(?:ing)?|bury|crush|demolish|destroy|kill|murder|obliterate|own|shoot|shot|slaughter|smash|stab|wreck)(?:s|ed|ing)? (?:you|u|me|us|him|her|them|everyone|(?:my|your) \w+)(?: all| guys)? (?:at|in) (?:the |a |this |our |that )?(?:next |last |quarter |semi |mario )?(?:boss fight|kart|badminton|bowling|cards|checkers|chess|darts|debate|derby|doubles|dungeon|fifa|final|finals|football|fortnite|game|golf|level|ludo|match|minecraft|monopoly|paintball|poker|pool|quiz|race|round|scrabble|smash bros|snooker|sprint|squash|(?:laser )?tag|tekken|(?:table )?tennis|tetris|tournament|uno)s?\b",
    ),
    (
        "end* kill* / account* booking* contract* membership* newsletter notification* order* plan renewal session* subscription* tab tabs trial*",
        r"\b(?:end|kill)(?:ing|ed)? (?:my|our|the|this|that) (?:\w+ )?(?:account|booking|contract|membership|newsletter|notification|order|plan|renewal|session|subscription|tab|trial)s?\b",
    ),
    (
        "branch counter garage outlet restaurant salon shop showroom store workshop / appointment at collect drop exchange fetch fri* hand invoice mon* morning afternoon noon order parcel pay pick receipt return sat* sign sun* swap thu* tomorrow try tue* wed* week",
        r"\b(?:i|we|my \w+)(?:'ll|'m|'re|'d like to| will| am| are| can| could| would like to| is| want to)? (?:(?:com|driv|walk|go|be|stop|drop|pop)(?:e|ing|p?ing)?|on (?:my|our) way)(?: over| by| in| back| round| down)?(?: to| at| into)? (?:your|the) (?:branch|counter|garage|outlet|restaurant|salon|shop|showroom|store|workshop)(?: (?:tomorrow|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|next week|this (?:morning|afternoon)|at (?:\w+|\d+)(?: o'clock| am| pm)?|(?:around|at) noon))*(?: (?:with (?:the|my|an?|our) (?:appointment|invoice|order|parcel|receipt|old \w+)|to (?:collect|exchange|pay|pick|return|sign|try)\b[^.,]*|and (?:speak|talk) (?:to|with) (?:a|the|your) \w+|and (?:collect|drop off|exchange|fetch|hand in|pay(?: for)?|pick up|return|swap|try on)(?: (?:it|them|this|that|these|those|one|(?:the|my|our|a) (?:old |new |other )?\w+))?(?: back| in)?(?: (?:tomorrow|today|in cash|by card))?))?(?= *(?:$|[.,!?]))",
    ),
    (
        "going gonna want will / cancel* unsubscribe",
        r"\b(?:going to|gonna|want to|will|i'll) (?:cancel|unsubscribe)(?! (?:my|his|her) life\b)(?: (?:it|this|everything|all of it|(?:my|the|our) \w+))?(?: (?:tonight|today|tomorrow|now|right now))?\b",
    ),
    ("hug kiss / could", r"\bi could (?:hug|kiss) (?:you|u)(?: all| guys)?\b"),
    (
        "sex / bed* mattress* pillow* sofa* topper*",
        r"\b(?:bed|mattress|pillow|sofa|topper)(?:s|es)?\b[^.]{0,40}?\bfor (?:having )?sex\b",
    ),
    ("stab* / at pain", r"\bstab(?:bing)? (?:at|pain)\b"),
    ("hit*", r"\bhit ?man (?:game|3|2|movie)\b"),
    ("assassin* / creed", r"\bassassin'?s creed\b"),
    ("call / duty", r"\bcall of duty\b"),
    ("grand / theft", r"\bgrand theft auto\b"),
)
