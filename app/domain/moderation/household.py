"""Household talk, literal or idiomatic, in the words of danger: who hangs a lamp, brings a knife back or is bored to death.

Training does not read these; see `judge.LEARNT_WITH`.
"""

# ruff: noqa: E501 (a wording is read in one piece)

from typing import Final

from app.domain.moderation.wording import Wordings

OF_DYING: Final[Wordings] = (
    (
        "done finished / no nope nothing thanks thank",
        r"^\W*(?:(?:no|nope|nothing|(?:not|for) now|ok|okay|thanks?|thank you|a lot|so much|very much|for (?:the|your|all (?:the|your)) help|and)\W+)+(?:i'm|i am) (?:all )?(?:done|finished)(?: (?:now|for (?:now|today)|here))?\W*$",
    ),
    (
        "take takes / pill pills tablet tablets medication medicine meds insulin",
        r"\b(?:i|we|he|she|they|my \w+|and|who) (?:(?:also|still|just|only|usually|have to|has to|need to|needs to|must) )?takes? (?:(?:my|his|her|their|some|a few|two|three|daily|the|blood pressure|water|heart) )?(?:pills?|tablets?|medication|medicine|meds|insulin)(?: (?:(?:for|against) (?:(?:my|his|her|their|a|an|the|high|low|chronic|bad) ){0,2}(?:asthma|diabetes|diabetic|thyroid|hypothyroid\w*|allerg\w*|hay fever|migraines?|epilepsy|cholesterol|arthritis|gout|anaemia|anemia|heart|kidneys?|stomach|bladder|reflux|ulcers?|blood pressure|back|knees?|hips?|joints?|skin|eczema|psoriasis|adhd|vertigo|rheumatism|heartburn|low iron)|(?:every|each) (?:day|morning|evening|night)|daily|(?:once|twice|three times) a day|with (?:food|water|breakfast|meals?)))+(?= *$)|\b(?:have|has|got|'ve) (?:\w+ ){0,2}(?:asthma|diabetes|diabetic|thyroid|hypothyroid\w*|allerg\w*|hay fever|migraines?|epilepsy|cholesterol|arthritis|gout|anaemia|anemia|heart|kidneys?|stomach|bladder|reflux|ulcers?|blood pressure|back|knees?|hips?|joints?|skin|eczema|psoriasis|adhd|vertigo|rheumatism|heartburn|low iron)(?:,? (?:and|so|but) |, )(?:(?:i|he|she|they) )?takes? (?:\w+ )?(?:pills?|tablets?|medication|medicine|meds|insulin) for it(?= *$)",
    ),
    ("tonight / night", r"\btonight is the night (?:of|for|we|when we|that we|you) (?!i\b|my\b|me\b)[\w']+"),
    (
        "living / near next close opposite above by in with on around here",
        r"\b(?:point|use|sense|reason) (?:in|of|for) living (?:so )?(?:near|next to|close to|opposite|above|by|around|(?:in|with|on) (?!pain|agony|misery|fear|hell|shame|grief|guilt|this|my|a (?:body|world|life)|me\b|myself|debts?|it\b|here\b|any)\w+)",
    ),
    (
        "kms / miles mph km mileage rental odometer clock count counted per",
        r"\bkms (?:or|and|to|per|vs|on the|in|a|count\w*)\b(?! (?:tonight|now|today|i\b))|\b(?:miles|mph|mileage|count(?:ed|s)? in|how many) (?:or |and |to |in )?kms\b",
    ),
    (
        "unalive* / skin game mod server emote song badge level character",
        r"\b(?:the|your|a|my) unaliv\w+ (?:skin|game|mod|server|emote|song|badge|level|character)\b",
    ),
    (
        "time when / plane train flight road way bus work asleep home holiday left landed switched moved office meeting day",
        r"\b(?:by the time|when) you (?:read|get|see|open) (?:this|it|my \w+),? (?:i'll|i will|we'll|we will|i'm|we're) (?:probably |already |long |all )*(?:be |have )?(?:on (?:the|a|my) (?:plane|train|flight|road|way|bus|boat|ferry|beach|sofa|motorway)|at (?:work|home|school|the (?:office|airport|gym|pool|dentist))|asleep|home|in (?:a meeting|class)|on holiday|left (?:the (?:house|office|hotel|country)|for|work)|landed|switched|moved|gone (?:for the day|home|to (?:work|bed|lunch|the)))\b(?! (?:to (?:heaven|hell|god)|tracks|roof|of the dead|forever|for (?:ever|good|eternity|the last)|with (?:god|the lord|jesus|the angels|my (?:dead|late)|mum and dad in)|at last|in (?:heaven|god|peace|the ground)))",
    ),
    (
        "goodbye bye farewell / thanks thank",
        r"\b(?:goodbye|bye|farewell)(?: (?:everyone|everybody|all|guys|team|folks))?,? (?:and )?(?:thanks|thank you)(?: \w+)? for (?:a|an|the|your) (?:great |lovely |nice |good |quick |friendly |wonderful )*(?:stay|service|help|tour|show|evening|season|week|weekend|holiday|course|meal|chat|advice|delivery|time at)\b",
    ),
    (
        "notes letters / slides suppliers recipe thesis stamps printed exam talk lecture meeting revision",
        r"\bmy (?:notes?|letters?) (?:is|are) written(?=,? (?:for|on|in|to|about|beside|under) (?:(?:the|my|our|your|this|all) )?(?:\w+ )?(?:slides|suppliers|recipes?|thesis|stamps?|exam|talk|lecture|meeting|revision|essay)\b)",
    ),
    (
        "bridge roof balcony platform terrace / traffic late courier driver park parking view train delivery collect",
        r"\b(?:on|at|by) the (?:bridge|roof terrace|balcony|platform)(?: (?:rn|right now|now|already))?,? (?:and |but )?(?:the |our |your |my )?(?:traffic|train|bus|tram|courier|driver|delivery|view) (?:is|was|has|isn't|can't|won't|never|doesn't)\b",
    ),
    (
        "want / contract lease deal plan subscription gym",
        r"\bi want out of (?:the|my|this|that|your) (?:\w+ )?(?:contract|lease|deal|plan|subscription|gym|agreement|policy|membership|group chat|mailing list)\b",
    ),
    (
        "kill* end* / process task session job app thread server script",
        r"\b(?:kill|end|stop|terminate)(?:ed|ing)? (?:the|this|that|a|my|your|all) (?:\w+ )?(?:process(?:es)?|tasks?|sessions?|jobs?|apps?|threads?|servers?|scripts?|daemon|tabs?|call|trial|subscription|contract)\b(?! (?:cent|dev|mak|own|guy|girl|people|person|team|staff|design|writ|support|hand|manag|work))",
    ),
    (
        "goodbye goodbyes / to",
        r"\b(?:say|saying|said) (?:my )?(?:final |last )?goodbyes?\b to (?:(?:my|the|our) (?:old|flat|house|landline|sofa|car|gym|office|bank|money|deposit|hotel|tenants?|neighbours?|subscription|contract)|this|that|long|paying|high|slow)\b|\b(?:final|last) goodbyes? to (?:my|the|our|this|that|your) (?:landline|old|contract|shop|store|brand|gym|flat)\b",
    ),
    (
        "won't / here around",
        r"\bi won't be (?:here|around)(?: (?:tomorrow|next \w+|by \w+))(?=(?: \w+){0,4}? (?:for (?:the|your|my|it)|to (?:sign|receive|take|open|collect|accept|let)|when (?:the|your|it|he|you)|so)\b)",
    ),
    (
        "goodbye / contractor supplier",
        r"\bsaid goodbye to the (?:contractor|supplier|landlord|agency|builder|provider|electrician|plumber)\b",
    ),
    (
        "dead / pleased chuffed keen happy excited",
        r"\bdead (?:pleased|chuffed|keen|happy|excited|posh|nice|good|cheap)\b",
    ),
    ("tired / life", r"\btired of this life of (?!pain|hell|misery|suffering|lies)\w+"),
    (
        "nothing / left",
        r"\bnothing left for me (?:in|at|on|from|with) (?!(?:this|the) (?:world|life|earth|planet)\b|life\b)\w+",
    ),
    (
        "wenn / um bringt",
        r"\bbringt (?:mich|uns) um(?=,? wenn (?:das|es|die|der|ihr|mein\w*) (?:\w+ ){0,5}?(?:nicht|kaputt|zu spat|falsch)\b)",
    ),
    (
        "alles allt todo tudo / strom gas internet luz el bredband abo vertrag konto abonnemang contrato conta",
        r"\b(?:alles|allt|todo|tudo)(?: (?:beenden|avsluta))?, ?(?:\w+,? ){0,3}?(?:strom|gas|internet|luz|el|bredband|abos?|vertrag\w*|kont[oe]n?|abonnemang\w*|contratos?|contas?)\b",
    ),
    (
        "suicid* self* / novel book film movie song series play documentary podcast article essay memoir thriller story",
        r"\b(?:novel|book|film|movie|song|series|play|documentary|podcast|article|essay|memoir|thriller|story) (?:about|on|of) (?:an? |the |his |her )?(?:\w+ ){0,3}?(?:suicid\w+|self[- ]harm)\b",
    ),
    ("foot / shoot*", r"\bshoot(?:ing)? myself in the foot\b"),
    ("life / vest jacket raft belt", r"\b(?:my|your|his|her|their|our)(?: own)? life (?:vest|jacket|raft|belt)s?\b"),
    (
        "noose / halloween prop costume play theatre",
        r"\bnoose\b(?=[^.]{0,30}\b(?:halloween|prop|costume|school play|theatre)\b)",
    ),
    (
        "live / opposite above under behind beside",
        r"\b(?:don't|do not|didn't|no longer) (?:want to |wish to |like to )?live (?:opposite|above|under|behind|beside) (?:the|your|a|an|that) \w+",
    ),
    (
        "hang* mount* putting put / myself alone ourselves",
        r"\b(?:hang(?:ing)?|mount(?:ing)?|put(?:ting)? up)(?: up)? (?:the|a|an|my|our|this|these|some|those|your|her|his) (?!(?:\w+ )?(?:rope|noose|cord|belt|sheet)\b)(?:[\w-]+ ){1,3}?(?:(?:all )?by )?(?:myself|ourselves|alone)\b",
    ),
    (
        "dead dying died die dies / my your the our his her",
        r"\b(?:my|your|the|our|his|her|this) (?!soul|heart|spirit|will|hope|body|mind|inside|insides|brain|day|time|way|only|last|reason|best)[\w-]+(?: (?!i\b|me\b|my\b)[\w-]+)? (?:is|are|was|were|went|has|have|got|almost|nearly|just) (?:\w+ )?(?:dead|dying|died|dies)\b(?! (?:and (?:i|so)|so|because|inside))",
    ),
    (
        "death / bored scared worked worried laughed frightened embarrassed annoyed shocked tickled frozen loved hugged",
        r"\b(?:bored|scared|work(?:ed|ing)?|worr(?:ied|ying)|laugh(?:ed|ing)?|frightened|embarrassed|annoyed|shocked|tickled|frozen|loved|hug(?:ged)?)(?: (?:me|us|you|myself|ourselves|him|her|them))? (?:half )?to death\b",
    ),
    ("death / of", r"\b(?:be|is|was|been|'ll be|being|are) the death of (?:me|us|him|her|them)\b"),
    (
        "wish / never",
        r"\bwish (?:i'd|i had|we'd|we had|i) never (?:\w+ )?(?:ordered|bought|signed|subscribed|used|shopped|trusted|seen|joined|switched|upgraded|clicked|called|chosen|come|downloaded|installed|paid)\b",
    ),
    (
        "kill shoot murder strangle skin / if",
        r"\b(?:(?:my|the) (?:\w+ )?(?:wife|mum|mom|mother|boss|girlfriend|sister|daughter|kids|team|bride|dad|nan|gran|editor|client)|mum|mom|dad|she|they|the kids)(?:'ll| will| is going to| are going to| is gonna|'s going to| would|'d) (?:kill|shoot|murder|strangle|skin|slaughter) me(?: alive)? (?=if (?:i (?:lose|forget|lost|forgot|break|broke|miss|missed|don't (?:get|bring|find|have)|come home without|mess)|it(?:'s| is| isn't| doesn't)|the|this|these|we|our|there)\b)",
    ),
    (
        "jumped fell stepped climbed / bed sofa couch chair table treadmill trampoline ladder bike bunk scooter swing horse step",
        r"\b(?:jumped|fell|stepped|climbed) (?:off|from|out of|down from) (?:the|my|a|our|that|her|his) (?:\w+ )?(?:bed|sofa|couch|chair|table|treadmill|trampoline|ladder|bike|bunk|scooter|swing|horse|step)\b",
    ),
    (
        "can't couldn't cannot / without",
        r"\b(?:can't|couldn't|cannot) (?:live|survive|exist|function|go on|breathe) without (?:my |your |this |a |some )?(?:coffee|tea|phone|naps?|glasses|wi-?fi|internet|lip balm|music|chocolate|sugar|app|service|heating|air conditioning|cheese|bread|car|bike|laptop)\b|\b(?:can't|couldn't|cannot) live without (?:this|these|your|that) (?!person|man|woman|girl|boy|love|child|guy)\w+",
    ),
    (
        "i'd would / die",
        r"\b(?:i'd|i would) (?:rather )?die (?:than|before i) (?:(?:ever|have to|had to) )?(?:use|buy|order|pay|shop|fly|eat|watch|wear|call|subscribe|upgrade|sign up)\b",
    ),
    (
        "handy telefon* telefoon telefono movil telemovel celular telephone portable ordinateur ordinador batterie bateria batteria batterij akku akumulator laptop computer bildschirm ekran",
        r"\b(?:handy|telefon\w*|telefoon|movil|telemovel|celular|telephone|portable|ordinateur|ordinador|batterie|bateria|batteria|batterij|akku|akumulator|laptop|computer|bildschirm|ekran\w*) (?:\w+ ){0,2}?(?:tot|dood|mort[oae]?|muert[oa]|morreu|murio|padl[oa]?|dod|oldu|gestorben|starb|morto)\b|\b(?:murio|morreu|morto|morta) (?:el|la|il|o|a) (?:movil|telefono|telemovel|celular|bateria|batteria|portatil|laptop)\b",
    ),
    (
        "tuer / si",
        r"\b(?:femme|mari|mere|pere|patron|patronne|copine|copain|fille|elle|il) va me tuer (?=,? ?si (?:ca|c'est|le colis|la commande|l'article|le cadeau)\b)",
    ),
    (
        "mourir morir morire morrer sterben / belle beau belles beaux schon bello bella linda lindo guapa guapo",
        r"\b(?:belle|beau|belles|beaux|bello|bella|linda|lindo|guapa|guapo)s? (?:a|da|de|para) (?:mourir|morir|morire|morrer)\b|\bzum sterben schon\b",
    ),
    (
        "matar / llega llegan tarda tardan pierdo olvido",
        r"\bmi (?:mujer|marido|jefe|jefa|madre|novia|novio|hija|padre) me va a matar (?=,? ?si (?:no )?(?:me |lo |la |se me )?(?:llega|llegan|tarda|tardan|pierdo|olvido|olvida)\b)",
    ),
    (
        "myself ourselves / lamp mirror shelf picture curtain curtains light lights painting tv clock",
        r", (?:the|a|my|our|this) (?:\w+ )?(?:lamp|mirror|shelf|picture|curtains?|lights?|painting|tv|clock) (?:myself|ourselves)\b",
    ),
)
"""Taken out where somebody's life is looked after."""
OF_HARM: Final[Wordings] = (
    (
        "bullet / point points list item line name",
        r"\bbullet (?:points?|lists?|journals?)\b|\b(?:put|add|set|use|print) a bullet (?:in front of|before|at the (?:start|top)|next to) (?:each|every|the|my|all) (?:\w+ )?(?:items?|lines?|names?|steps?|rows?|entry|entries|point)\b",
    ),
    (
        "drop / dead",
        r"\bdrop[- ]dead (?:stock|gorgeous|beautiful|handsome|sexy|stunning|cute|easy|date|serious|simple|pretty|chic|fabulous)\b",
    ),
    (
        "roast* slam* trash* destroy* blast* kill* bury slaughter* crucify drag rip / review reviews google trustpilot media twitter facebook yelp amazon court forum reddit find",
        r"\b(?:roast|slam|trash|destroy|blast|kill|bury|slaughter|crucify|drag|rip) (?:you|u|you guys|your (?:shop|company|store|service|team|brand))(?: \w+)? (?:in|on|with|through|to) (?:(?:my|the|every|an?|all|bad|social|one star|small claims) ){0,3}(?:reviews?|google|trustpilot|media|twitter|facebook|yelp|amazon|court|forum|reddit)\b",
    ),
    (
        "find / google trustpilot facebook map ebay instagram linkedin maps amazon",
        r"\bfind (?:you|your \w+) on (?:the )?(?:google|trustpilot|facebook|maps?|ebay|instagram|linkedin|amazon|etsy)\b",
    ),
    ("looks / kill", r"\bif looks could kill\b"),
    (
        "bring bringing brought take taking carry return returning come coming / back broken faulty blunt damaged defective loose dead",
        r"\b(?:bring(?:ing)?|tak(?:e|ing)|carry(?:ing)?|return(?:ing)?) (?:the|my|this|your|that|these) (?:\w+ ){1,2}?back\b|\b(?:com(?:e|ing)|be|driv(?:e|ing)|pop(?:ping)?|walk(?:ing)?|swing(?:ing)?)(?: (?:over|by|round|down|in|back))? (?:to|at|by) (?:your|the) (?:\w+ )?(?:shop|store|office|depot|branch|warehouse|showroom|counter|desk) with (?:my|the|this) (?:broken|faulty|damaged|defective|blunt|dead|loose|cracked|unopened) \w+",
    ),
    (
        "kill shoot murder strangle skin / if",
        r"\b(?:(?:my|the) (?:\w+ )?(?:wife|mum|mom|mother|boss|girlfriend|sister|daughter|kids|team|bride|dad|nan|gran|editor|client)|mum|mom|dad|she|they|the kids)(?:'ll| will| is going to| are going to| is gonna|'s going to| would|'d) (?:kill|shoot|murder|strangle|skin|slaughter) me(?: alive)? (?=if (?:i (?:lose|forget|lost|forgot|break|broke|miss|missed|don't (?:get|bring|find|have)|come home without|mess)|it(?:'s| is| isn't| doesn't)|the|this|these|we|our|there)\b)",
    ),
    (
        "dead / right wrong set serious",
        r"\byou(?:'re| are) dead (?:right(?! now)|wrong|on (?:time|target|point)|set|serious)\b",
    ),
    ("hunt track / down", r"\b(?:hunt|track) (?:you|him|her|them) down (?=(?:a|an|some|the|that) )"),
)
"""Taken out wherever harm to others is looked for."""
