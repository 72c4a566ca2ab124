"""Self-harm in English: words that decide, veiled ones, and everyday uses that only sound like it."""

# ruff: noqa: E501 (a wording is read in one piece)

import re
from typing import Final

from app.domain.moderation.wording import Wordings

_SELF = r"(?:my ?sel[fv]e?|myself|me self)"
_THEM = r"(?:himself|herself|themself|themselves|his life|her life|their life|their own life|his own life|her own life)"
_DIE = r"(?:die|dei|be dead|not be alive|stop existing|not exist|cease to exist|disappear forever|never wake up|not wake up|sleep forever|go to sleep and never wake up|be gone forever|unalive|be with (?:him|her|them|god) in heaven)"
_LIVED = r"(?:own|life|pain|misery|suffering|existence|days|time|self|world|world's|nightmare)"
"""What somebody ends who wants to die; nobody's contract."""
_PILLS = r"(?:pills?|tablets?|paracetamol|tylenol|acetaminophen|ibuprofen|aspirin|xanax|ambien|benadryl|insulin|opioids?|sleeping pills|sleeping tablets|painkillers|antidepressants|medication|meds|bleach|antifreeze|advil|fentanyl|melatonin|benzos)"

DECISIVE: Final[Wordings] = (
    (
        "burn burning cut cutting delete deleting destroy drown drowning electrocute end ending gas hang hanged hanging harm harming hung hurt hurting kill killed killing off offing overdose overdosing poison poisoning punish shoot shooting stab stabbing starve starving strangle suffocate suffocating unalive unaliving",
        rf"\b(?:kill|killing|killed|hurt|hurting|harm|harming|hang|hanging|hanged|hung|starve|starving|poison|poisoning|drown|drowning|burn|burning|shoot|shooting|stab|stabbing|strangle|suffocate|suffocating|end|ending|off|offing|delete|deleting|unalive|unaliving|cut|cutting|electrocute|gas|punish|overdose|overdosing|destroy) {_SELF}\b",
    ),
    (
        "herself himself life own themself themselves / cut cutting drown end ending hang hanging harm harming hurt hurting kill killing off offing poison shoot shooting starve starving take taking",
        rf"\b(?:kill|killing|hurt|hurting|harm|harming|hang|hanging|shoot|shooting|cut|cutting|starve|starving|end|ending|take|taking|drown|poison|off|offing) {_THEM}\b",
    ),
    ("suicid*", r"\bsuicid\w*"),
    ("self*", r"\bself[- ]?(?:harm|injur|mutilat)\w*"),
    ("unaliv*", r"\bunaliv\w+"),
    ("kms", r"\bkms\b(?<!\d kms)(?<!\dkms)"),
    (
        "neck necking top topping yeet yeeting jump throw throwing roped / myself self",
        rf"\b(?:neck|necking|top|topping|yeet|yeeting) {_SELF}\b(?! (?:up|off with|a |an |some |to ))",
    ),
    ("myself self / do doing", rf"\b(?:do|doing) {_SELF} in\b"),
    ("sewer* kermit", r"\b(?:sewer ?sl?ide?|kermit (?:sewer ?sl?ide?|suicide))\b"),
    (
        "blade burning cutting razor / only",
        r"\b(?:cutting|burning|the blade|my blade|the razor|my razor) (?:\w+ )?(?:is|was|feels like) (?:\w+ )?(?:only|one) (?:thing|way|relief|friend|release|comfort)\b(?! to (?:get|open|make|remove|fit|stop the|clean|shape|shorten))",
    ),
    ("cutting / cope feel helps", r"\bcutting (?:\w+ )?(?:helps me|makes me feel|to cope|keeps me)\b"),
    (
        "find read wrote",
        r"\b(?:by the time you read this|when you read this i|(?:they|you|she|he) (?:will|'ll) find (?:it|them|the note|me) (?:after|when i'm|once i'm) |already wrote (?:the|my) note\b)",
    ),
    (
        "vanished disappeared gone left / nobody one",
        r"\b(?:no one|nobody) would (?:notice|care) if i (?:just )?(?:vanished|disappeared|was gone|left)\b",
    ),
    (
        "relieved happier / gone around vanished",
        r"\bif i (?:was|were) (?:gone|dead|not around) (?:everyone|they|everybody) would be (?:relieved|happier|better off)\b",
    ),
    ("k / m", r"\bk m s\b"),
    ("ctb", r"\bctb\b"),
    ("catch / bus", r"\bcatch the bus\b"),
    ("self*", r"\bself[- ]?delet\w+"),
    ("sui*", r"\bsui ?slide\b"),
    ("self / exit", r"\bself exit\b"),
    ("six / under", r"\bi(?:'d| would| should| want to)? (?:be|belong) (?:better off )?six feet under\b"),
    (
        "li* / end ended ending finish take taking throw took",
        r"\b(?:end|ending|ended|take|taking|took|finish|throw away) (?:my|his|her|their)(?: own)? (?:life|lives)\b",
    ),
    ("end* / all", r"\bend(?:ing)? it all\b"),
    (
        "end* / forever good now once soon today tomorrow tonight",
        r"\bend(?:ing)? (?:it|things|this)(?: all)? (?:tonight|today|now|soon|tomorrow|for good|once and for all|forever)\b",
    ),
    (
        "end* / decided easier going how plan planning ready think thinking time want",
        r"\b(?:want|going|ready|decided|planning|plan|how|thinking (?:of|about)|think i should|time|easier) (?:to )?(?:just )?end(?:ing)? it\b",
    ),
    (
        "alive cease dead dei die disappear exist gone heaven sleep stop unalive wake / about choose deserve deserves feel feels going hope hopes like need plan planning plans prefer rather ready supposed tried try trying want wanted wants wish wishes",
        rf"\b(?:i|he|she|they|who|friend|son|daughter|sister|brother|mom|mum|dad|husband|wife|girlfriend|boyfriend|just|really|me|only)\b (?:\w+ ){{0,3}}?(?:want|wants|wanted|wish|wishes|going|ready|prefer|rather|hope|hopes|planning|plan|plans|trying|tried|deserve|deserves|need|about|feel like|feels like|try|supposed|choose|like) (?:to |i would |i could |i'd |i could just |for me to )?(?:\w+ly |just |rather )?{_DIE}\b(?! (?:for|of laughter|laughing|from laughter|hard|trying)\b)",
    ),
    (
        "die dead alive exist existing disappear wake sleep gone unalive heaven / want ready going wish need",
        rf"^(?:please )?(?:just )?(?:want|ready|going|wish|need) (?:to |i could )(?:just )?{_DIE}\b",
    ),
    (
        "wish* / alive been born dead die died disappear exist existed gone here wake",
        r"\bwish(?:ing|es|ed)? (?:that )?(?:i|he|she) (?:was|were|wasn't|weren't|am|is|could|would|had|had never been|was never|were never)(?: just)? (?:dead|born|alive|never born|die|just die|not wake up|disappear|not exist|here anymore|gone|died|never existed|been born)\b",
    ),
    (
        "been dead die died / should",
        r"\bi (?:\w+ )?should (?:just |have |just have )?(?:die|died|be dead)\b(?! of (?:shame|laughter|boredom|embarrassment|thirst|heat|cold|old age))|\bshould (?:just )?(?:have died|never (?:have )?been born)\b(?! of (?:shame|laughter|boredom|embarrassment|thirst|heat|cold|old age))",
    ),
    (
        "live living alive exist existing wake go keep breathing stay world earth planet here survive / don't do can't longer never doesn't didn't not",
        r"\b(?:don't|do not|can't|no longer|never|doesn't|didn't|not) (?:really |even )?(?:want(?:ing|s)? to |see (?:a|any|the) (?:reason|point) (?:to|in|for) |bear to |feel like |deserve to |wish to |care to |know (?:why|how) (?:i|to) )(?:be )?(?:live|living|alive|exist|existing|wake up|go on living|keep living|breathing|go on|stay alive|be in this world|be on this (?:earth|planet)|wake up tomorrow|here anymore|live anymore|survive)\b",
    ),
    (
        "desire* motivation* point* purpose* reason* will* / being continue exist existing go going keep life live living stay* wake",
        r"\b(?:no|any|lost (?:my|the|all)|a single|one|without a) (?:reason|point|will|purpose|desire|motivation)s? (?:to|in|for) (?:live|living|going on|go on|stay(?:ing)? alive|being alive|keep going|keep living|life|existing|exist|continue living|wake up)\b",
    ),
    ("lost / will", r"\blost (?:my|the|all) will\b(?! to (?!live|go on|be|exist|carry on|continue|fight on))"),
    (
        "point reason / see there there's what what's",
        r"\b(?:what's|what is|is there|there's|there is|see) (?:the |no |any |a )?(?:point|reason) (?:of|in|to|for) (?:me )?(?:living|liv|life|going on|being alive|existing|go on|my life|continuing to live)\b",
    ),
    (
        "best better easier fine happier relieved / am* dead died* disappeared* existing just* never* was* wasn't* were* weren't* without",
        r"\b(?:better|happier|easier|best|fine|relieved) (?:off )?(?:without me|if i (?:was|were|am|weren't|wasn't|died|disappeared|had never|never|just) ?(?:gone|dead|not here|here|around|alive|born|existed|died|disappeared|been born)?|dead|not existing)\b(?! (?:as|on|in|battery))",
    ),
    ("miss notice / one", r"\bno one would (?:miss|notice)\b"),
    (
        "notice care miss cry sad find mourn / i",
        r"\b(?:no ?(?:one|body)|anyone|anybody|nobody|they|who) (?:would|will|'d)? ?(?:\w+ )?(?:notice|care|miss me|cry|be sad|find me|mourn)(?: if| when)? i (?:was|were|am|died|die|disappeared|'m|just|killed|left this)\b",
    ),
    ("burden / i'm", r"\bi'm a burden\b"),
    ("burden / anyone everyone my them", r"\bbe a burden (?:to|on) (?:anyone|everyone|my|them)\b"),
    (
        "worth / anymore living",
        r"\b(?:life|it|things) (?:is not|isn't|is no longer|not) worth (?:living|it anymore)\b(?<!it isn't worth it anymore)",
    ),
    ("world / better", r"\bworld (?:would be|is|will be) (?:a )?better (?:place )?(?:off )?without (?:me|him|her)\b"),
    ("goodbye / forever letter note* world", r"\bgoodbye (?:cruel )?(?:world|letter|forever|notes?)\b"),
    (
        "final last / goodbye* letter message note word*",
        r"\b(?:final|last) (?:goodbyes?|letter|words? to my|message to my|note to my)\b",
    ),
    ("sa* / goodbye*", r"\b(?:say|saying|said) (?:my )?(?:final |last )?goodbyes?\b (?:to|before)"),
    (
        "final last / day goodbye message night",
        r"\b(?:this is|it's) (?:my )?(?:last|final) (?:message|day|night|goodbye) (?:on earth|alive|ever|before)\b",
    ),
    (
        "won't / alive around here",
        r"\bi won't be (?:here|around|alive) (?:tomorrow|much longer|anymore|for long|by|next)\b",
    ),
    (
        "alive around here",
        r"\b(?:not|n't) (?:be )?(?:alive|around|here) (?:tomorrow|by tomorrow|much longer|for much longer)\b",
    ),
    (
        "away / belongings possessions stuff things",
        r"\b(?:giving|gave|give) away (?:all )?my (?:things|stuff|belongings|possessions)\b",
    ),
    (
        "deadly die end enough fatal kill lethal od overdose stop",
        r"\bhow (?:many|much) (?:of )?(?:\S+ ){0,6}?(?:to (?:die|overdose|kill|end|od)|(?:is|are|would be) (?:lethal|fatal|deadly|enough to (?:die|kill))|(?:would|will|could|to|can) (?:kill|be (?:lethal|fatal)|stop my heart))\b(?! (?:the )?(?:weeds?|bacteria|mould|mold|ants|germs|viruses|bugs))",
    ),
    (
        "deadly fatal lethal / amount combination dosage dose overdose quantity",
        r"\b(?:lethal|fatal|deadly) (?:dose|amount|overdose|dosage|combination|quantity)\b",
    ),
    ("on tonight with", r"\b(?:overdos\w+|od|od'd|oding) (?:on|with|tonight)\b"),
    (
        "overdose* / accidentally brother daughter friend going i intentionally just sister son to want will",
        r"\b(?:i|to|want|will|going to|friend|daughter|son|sister|brother|intentionally|accidentally|just) (?:\w+ )?overdose[ds]?\b",
    ),
    (
        "acetaminophen* advil* ambien* antidepressants* antifreeze* aspirin* benadryl* benzos* bleach* fentanyl* ibuprofen* insulin* medication* meds* melatonin* opioid* painkillers* paracetamol* pill* sleeping tablet* tylenol* xanax*",
        rf"\b(?:overdose|od) on {_PILLS}",
    ),
    (
        "death* method* methods* suicide* way* ways* / best easiest easy effective fastest foolproof least most pain painless painlessly peaceful quick quickest reliable surest",
        r"\b(?:painless|painlessly|peaceful|quickest|easiest|fastest|least painful|pain-free|quick|easy|best|surest|effective|foolproof|reliable|most) (?:painless |effective |peaceful )?(?:way|ways|method|methods|death|suicide)s? (?:to|of|for) (?:die|dying|death|end my|go out|end it|kill my|leave this world|ending (?:my|it)|pass away)",
    ),
    ("painless / death exit", r"\bpainless (?:death|exit)\b"),
    (
        "die end hang kill leave noose slit stop tie / how method* way*",
        r"\b(?:ways?|methods?|how) (?:to|can i|do i|could i|should i|would i) (?:painlessly |peacefully |quickly |just )?(?:die|kill my|end my life|end it all|tie a noose|make a noose|hang my|slit|stop breathing|stop my heart|leave this world)\b",
    ),
    (
        "die / painlessly peacefully quickly sleep without",
        r"\bto die (?:painlessly|peacefully|in my sleep|without pain|quickly)\b",
    ),
    ("without / anyone", r"\bwithout anyone (?:finding|stopping) me\b"),
    (
        "arm* body flesh forearm* leg* skin thigh* throat vein* wrist* / burning carve carving cut cutting scratch scratching slash slice slicing slit slitting",
        r"\b(?:cut|cutting|slit|slitting|slice|slicing|slash|scratch|scratching|burning|carve|carving) (?:open )?(?:up )?(?:my|her|his|their) (?:own )?(?:wrists?|arms?|veins?|skin|thighs?|legs?|throat|body|flesh|forearms?)\b",
    ),
    ("slit* / her his my your", r"\bslit(?:ting)? (?:my|your|his|her)\b"),
    (
        "cutting* / back been began relapsed started stop urge urges want",
        r"\b(?:started|been|began|stop|urge|urges|relapsed|want|going back) (?:to )?(?:into )?cutting(?: again)?(?:$|[ ,]*(?:again|because|when|to feel|to cope|and|but|myself))",
    ),
    ("cuts scars / cover covering hide hiding", r"\b(?:hide|hiding|cover|covering) (?:my |the )?(?:cuts|scars)\b"),
    ("cut / deep", r"\bcut deep enough\b"),
    ("razor / blade*", r"\brazor blades?\b (?:on|against|to|across) my"),
    ("bleed* / death out", r"\bbleed(?:ing)? (?:out|to death)\b"),
    (
        "crash drive driving jump jumped jumping leap step stepping throw walk walking / balcony bridge building bus cliff lorry metro ocean overpass roof rooftop subway tracks traffic train tram tree truck tube wall window",
        r"\b(?:jump|jumping|jumped|throw my ?self|step|stepping|walk|walking|leap|drive|driving|crash) (?:\w+ )?(?:off|from|in front of|into|under|out of|onto|my car (?:off|into)) (?:of )?(?:a |the |my |an |this |that )?(?:\w+ )?(?:bridge|roof|building|balcony|cliff|train|traffic|bus|truck|window|tracks|overpass|rooftop|tree|ocean|wall|metro|subway|tram|tube|lorry)\b(?! (?:game|level|song))",
    ),
    (
        "bridge ledge roof / about* and* ready* right",
        r"\b(?:on|standing on|at) the (?:edge of (?:the|a) )?(?:ledge|roof|bridge) (?:and|right now|ready|about)",
    ),
    (
        "noose rope gun bullet belt oven blow",
        r"\b(?:noose|rope around my neck|gun (?:to|in|at|against) my (?:head|mouth|temple)|bullet (?:in|through) my (?:head|brain)|belt around my neck|head in the oven|blow my (?:brains?|head)|put(?:ting)? a gun)\b",
    ),
    (
        "blade gun noose pills razor rope / bought got have own",
        r"\bi (?:have|got|bought|own) (?:a|the|my|some|enough) (?:rope|noose|razor|gun|blade|pills|razor blades?)\b(?! (?:ladder|for my|bag|bridge|case|refill|from|on your|dispenser|organi[sz]er|box|at)) ?(?:and|ready|here|in|next|to|$)",
    ),
    (
        "pill pills tablet tablets paracetamol tylenol acetaminophen ibuprofen aspirin xanax ambien benadryl insulin opioid opioids sleeping painkillers antidepressants medication meds bleach antifreeze advil fentanyl melatonin benzos / swallow swallowed swallowing took taken take taking down downed popped drank drink",
        rf"\b(?:swallow|swallowed|swallowing|took|taken|take|taking|down|downed|popped|drank|drink) (?:all|a bottle|the whole|a whole|every|an entire|the entire|too many|a handful|a bunch|[4-9]|\d\d+|twenty|thirty|fifty|my entire|a lot|the rest)(?: of)?(?: the| my| these| her| his)? ?(?:\w+ )?(?:of )?(?:my |the |these |her )?{_PILLS}\b",
    ),
    (
        "drank drink drinking swallow / antifreeze bleach drain poison rat",
        r"\b(?:drink|drinking|drank|swallow) (?:bleach|antifreeze|drain cleaner|poison|rat poison)\b",
    ),
    (
        "combine combining mix mixing / alcohol pills vodka whiskey wine",
        rf"\b(?:mix|mixing|combine|combining) {_PILLS} (?:and|with) (?:\w+ )?(?:alcohol|vodka|whiskey|wine|pills) (?:to|until|so)",
    ),
    (
        "eat* / avoid haven't not quit refuse stop stopped stopping without",
        r"\b(?:stopped|stop|stopping|quit|not|haven't|refuse|avoid|without) (?:been )?(?:eat|eating|eaten) (?:to|until i|so that i|anything|for (?:\w+ )?days|at all|because i'm fat|in \w+ days|so i)\b",
    ),
    (
        "puke purge sick starve throw vomit / force forced forcing made make making",
        r"\b(?:make|making|made|force|forcing|forced) (?:my ?self|myself) (?:to )?(?:throw up|vomit|sick|puke|purge|starve)\b",
    ),
    ("purg* / after again every food my what", r"\b(?:purge|purging|purged) (?:after|my|every|what|again|food)\b"),
    (
        "pro proana promia thinspo* anorexi* bulimi* bonespo",
        r"\b(?:pro[- ]?ana|thinspo\w*|pro[- ]?mia|anorexi[ac] tips|bulimi[ac] tips|bonespo)\b",
    ),
    ("tips / anorexic* bulimic*", r"\btips (?:to|for|on) (?:be|become|becoming|stay|being) (?:anorexic|bulimic)"),
    ("hid* / anorexia bulimia eating purging", r"\b(?:hide|hiding) my (?:eating disorder|anorexia|bulimia|purging)\b"),
    ("anorexic / be become becoming get", r"\b(?:be|become|becoming|get) anorexic\b"),
    ("day / live survive", r"\b(?:survive|live) on (?:\w+ )?\d{2,3} (?:calories|kcal) (?:a|per) day\b"),
    ("eat* / calories", r"\beat(?:ing)? (?:only |just |less than )?\d{2,3} calories\b"),
    (
        "wake / hope pray wish",
        r"\b(?:hope|pray|wish) (?:that )?(?:i|to) (?:just )?(?:don't|never|do not|won't|could not|not|doesn't) (?:ever )?wake\b",
    ),
    ("wak* / never", r"\bnever wak(?:e|ing) up(?: again)?\b"),
    ("wak* / again ever morning tomorrow", r"\bnot wak(?:e|ing) up (?:tomorrow|again|in the morning|ever)\b"),
    (
        "all everything hurt hurting pain suffering / away* end* over* stop*",
        r"\bwant (?:all )?(?:the|this|my|it) (?:\w+ )?(?:pain|suffering|hurting|hurt|everything|all) (?:all )?(?:to )?(?:stop|end|go away|be over|to be over)(?: forever| for good|$)",
    ),
    ("ready / earth forever life world", r"\bready to (?:go|leave) (?:forever|this (?:world|earth|life))\b"),
    ("leave / earth life planet world", r"\bleave this (?:world|earth|life|planet)\b"),
    (
        "life / doesn't hell meaning meaningless means over pointless purpose ruined useless value worth worthless",
        r"\bmy life (?:has no (?:meaning|purpose|value)|is (?:over|meaningless|worthless|not worth|pointless|useless|hell|ruined and)|means nothing|doesn't matter)\b",
    ),
    (
        "belong deserve / alive life live world",
        r"\bi(?: do)?n'?t (?:belong|deserve) (?:in this world|to live|to be alive|life)\b",
    ),
    (
        "thoughts / being death dying ending harming hurting killing",
        r"\bthoughts (?:of|about) (?:ending|dying|death|hurting|not being here|killing|harming)\b",
    ),
    (
        "dream dreaming fantasi* obsessed think thinking thought / being death dying ending existing funeral killing",
        r"\b(?:think|thinking|thought|fantasi[sz]e|dream|dreaming|obsessed) (?:a lot )?(?:about|of|with) (?:my own )?(?:dying|death|ending it|my death|killing my|not existing|my funeral|being dead)\b",
    ),
    (
        "tired / being breathing existing fighting life living",
        r"\btired of (?:living|being alive|life|existing|this life|breathing|fighting to stay)\b",
    ),
    ("done / existing life living", r"\bdone with (?:life|living|this life|existing)\b"),
    (
        "hate / being body existence existing living myself",
        r"\bhate (?:being alive|living|myself|my existence|existing|my body so much)\b(?! (?:for (?:buying|choosing)))",
    ),
    ("why / alive even here", r"\bwhy (?:am i|are we) (?:still )?(?:alive|even alive|here on earth)\b"),
    (
        "why / alive exist live living stay",
        r"\bwhy (?:should|do|would) i (?:even )?(?:keep |go on )?(?:live|living|be alive|exist|stay alive)\b",
    ),
    ("everything life living", r"\b(?:gave|give|giving|given) up on (?:life|living|everything)\b"),
    ("future hope way / anymore for left", r"\bno (?:way out|future|hope) (?:for me|left|anymore)\b"),
    (
        "can't / live go",
        r"\bcan't (?:live|go on) (?:like this|anymore|with (?:this|the) (?:pain|guilt)|without (?:him|her)|any longer|living)\b",
    ),
    (
        "better ready suicidal waste / am feel feeling i'm",
        r"\b(?:i'm|i am|feel|feeling) (?:\w+ )?(?:suicidal|ready to die|a waste of space|better off dead)\b",
    ),
    (
        "burden hopeless unlovable worthless",
        r"\b(?:i'm|i am|i feel) (?:just |such |only )?(?:a )?(?:burden|worthless|hopeless|unlovable)\b",
    ),
    ("dying / better easier relief", r"\bdying would be (?:easier|a relief|better)\b"),
    (
        "answer best better easier nice only peaceful relief",
        r"\b(?:death|dying) (?:is|seems|would be|sounds|feels) (?:like )?(?:the only|my only|better|peaceful|a relief|easier|so nice|nice|the answer|the best)\b",
    ),
    ("way / easiest only", r"\b(?:only|easiest) way (?:out|for me) is (?:to die|death)\b"),
    ("die / nobody soon today tonight", r"\bi'm going to die (?:tonight|today|soon|and nobody)\b"),
    ("nothing / left live worth", r"\bnothing (?:left )?(?:to live for|left for me(?! to (?!live))|worth living)\b"),
    ("live / got have left", r"\b(?:got|have|left) to live for\b"),
    ("let / die", r"\blet me (?:just )?die\b"),
    ("please / kill", r"\bplease kill me\b"),
    ("someone / kill", r"\bsomeone (?:just )?kill me\b"),
    ("reunited / dead her him late", r"\bbe reunited with (?:my (?:dead|late)|him|her)\b"),
    ("bye / everyone forever", r"\bbye (?:forever|everyone forever)\b"),
    ("nobody / cares loves miss wants", r"\bnobody (?:loves|would miss|cares about|wants) me\b"),
    (
        "hurting cutting burning hitting harming starving hurt cut burn / keep keeps kept stop started addicted urge",
        r"\b(?:keep|keeps|kept|can't stop|started|addicted to|urge to) (?:on )?(?:hurt|cut|burn|hitt|harm|starv)(?:t?ing)? (?:my ?self|myself|himself|herself)\b(?! (?:on|with|off|when i use|while|shaving|short|a|some|out)\b)",
    ),
    (
        "night morning tonight sunrise day birthday / make last live survive get",
        r"\bi(?:'m| am|'ll| will)? (?:don't|do not|doubt|not|won't|can't|may not|might not|never)(?: think| know if| believe| sure| going to| gonna)*(?: that)?(?: i'll| i will| i'd| i can| i)? (?:make it|get|last|live|survive)(?: it)? (?:through|to|till|until|past) (?:the night|the morning|tonight|this night|another (?:night|day)|sunrise|the day|my (?:next )?birthday)\b(?! (?:delivery|slot|shift|flight|train|class|session|shop|show|party|sale|buffet|market|queue))",
    ),
    (
        "make survive last / night",
        r"\bi (?:doubt|don't know if) i(?:'ll| will) (?:survive|make it through|last) (?:the night|tonight)\b",
    ),
    (
        "die fatal dead kill bleed breathing / how",
        r"\bhow (?:high|far|deep|long|fast) (?:(?:does|do|would|will|must|should|it|i|you|a|the|building|bridge|drop|fall|water|jump|have|need|needs|has|to|be|take|for|me|one) ){0,9}?(?:to (?:die|kill (?:me|you)|be fatal|bleed out|stop breathing)|until i(?:'m| am) dead|before i die)\b(?! (?:down|off))",
    ),
    (
        "acetaminophen* advil* ambien* antidepressants* aspirin* benadryl* ibuprofen* insulin* meds* melatonin* opioid* painkillers* paracetamol* pill* sleeping tablet* tylenol* xanax* / enough",
        rf"\b(?:would|will|are|is|be) (?:\d+|all|twenty|thirty|forty|fifty|two boxes|a bottle|a box)(?: of)?(?: my| the)? (?:\w+ )?{_PILLS} (?:be )?enough\b(?! for)",
    ),
    (
        "toaster / bath bathtub tub",
        r"\btoaster (?:in|and|into) (?:the |a |my )?(?:bath|bathtub|tub)\b(?! (?:towel|mat|set|rug))|\btoaster bath\b",
    ),
    (
        "everything all / cabinet drawer",
        r"\b(?:took|taken|swallowed|downed) (?:everything|all the (?:pills|meds|tablets)|all of it) (?:in|from|out of) (?:the|my|her|his) (?:\w+ )?(?:cabinet|drawer|cupboard)\b(?! (?:out|back|to)\b)",
    ),
    ("stop stops / heart", r"\bhow (?:many|much) (?:\w+ ){1,4}?(?:stop|stops) (?:a|my|the) heart\b"),
    (
        "wish hope hoping pray / me",
        r"\b(?:wish|hope|hoping|pray) (?:that )?(?:an?|the|some|someone|somebody|something|god|cancer|death) ?(?:\w+ ){0,2}?(?:hits?|kills?|takes?|ends?|crush(?:es)?|runs? over|finish(?:es)?|murders?|shoots?) me\b(?! (?:back|up|out|to|through|in|home))",
    ),
    (
        "never / wish",
        r"\bwish(?:ed)? (?:that )?i(?:'d| had) (?:just )?(?:never (?:been born|existed|woken|woke)|died|not (?:been born|woken))\b",
    ),
    ("wish / hadn't", r"\bw[ao]ke up and wish(?:ed)? i hadn't\b"),
    (
        "rope noose / tied up ready neck waiting",
        r"\b(?:the|my|a) (?:rope|noose)(?: is|'s) (?:already |all )?(?:tied(?! up| to| with| a?round (?!my neck))|up(?! for| to)|ready(?! to (?!use|hang|go)| for)|(?:a?round) my neck|waiting for me)\b",
    ),
    (
        "letter letters note notes / after gone",
        r"\b(?:wrote|written|writing|left|leaving) (?:my |the |a )?(?:\w+ )?(?:letters|notes?) (?:to|for) (?:my (?:kids|children|mum|mom|dad|parents|family|wife|husband|friends)|everyone|them all) for (?:after|when i'm gone)\b(?! (?:the|my|our|we|christmas|school|work)\b)",
    ),
    (
        "loved love sorry / tell let",
        r"\b(?:tell|let) (?:my (?:kids|children|mum|mom|mother|dad|father|parents|family|wife|husband|son|daughter|brother|sister|friends)|them|everyone|him|her)(?: know)?(?: that)? i (?:loved|always loved) (?:them|her|him|you)\b",
    ),
    (
        "hanging drowning bleeding overdose suffocating / hurt painful",
        r"\b(?:does|is|will|would) (?:hanging|drowning|bleeding out|an overdose|suffocating)(?: yourself| myself)? (?:hurt|painful|be painful)\b(?! (?:the|it|a|my))",
    ),
    (
        "log logging / life good permanently world",
        r"\blog(?:ging)? off (?:from )?(?:life|permanently|for good|this world|forever)\b(?! \w)",
    ),
    (
        "forever eternal endless everlasting / sleep",
        r"\b(?:forever|eternal|endless|everlasting) sleep\b(?! (?:mask|serum|young|spray|tea|pillow|mattress|brand|timer))|\bgo to sleep (?:for good|forever)\b",
    ),
    (
        "calling whispering / bridge train tracks rope pills river gun blade knife edge death grave void ledge roof",
        r"\b(?:bridge|train|tracks|rope|pills|river|gun|blade|knife|edge|death|grave|void|ledge|roof) (?:is|are|keeps?) (?:calling|whispering)(?: to| for)? (?:me|my name)\b",
    ),
    (
        "purpose / drank took swallowed ate",
        r"\bi(?:'ve| have)? (?:just )?(?:drank|took|taken|swallowed|drunk|ate) (?:\w+ ){0,4}?(?:pills|tablets|meds|medication|medicine|paracetamol|too (?:much|many)|bleach|cleaning \w+|everything|all of (?:it|them)|something) on purpose\b",
    ),
    (
        "sh / again relapse relapsed urge urges day",
        r"\bsh (?:again|relapse|urges?|day \d+)\b|\brelapsed? (?:with|on|into) sh\b",
    ),
    ("ended / it", r"\bi(?:'d| would) have ended it\b(?! (?:earlier|before|sooner|if the|online|by phone))"),
    (
        "way / death dying dark grave suicide bridge rope gun pills pistol",
        r"\b(?:death|dying|dark|grave|suicide|bridge|rope|gun|pills|pistol) (?:seems?|looks?|is|are|feels?) (?:like )?(?:the|my) (?:only )?way out\b",
    ),
    (
        "height depth dose amount speed drop / enough kills die fatal deadly lethal pain",
        r"\b(?:what|which) (?:height|depth|dose|amount|speed|drop)\b[^.]{0,30}\b(?:enough for someone my weight|kills (?:me|you|a person|without)|to die|fatal|deadly|lethal|without pain)\b(?! to (?:ants|weeds|fish|plants))",
    ),
    (
        "jump jumping / garage tower pier dam viaduct stairwell storey cliffs ledge",
        r"\bjump(?:ing)? (?:off|from) (?:of )?(?:the|a|this|my) (?:\w+ )?(?:garage|tower|pier|dam|viaduct|stairwell|multi-?storey|cliffs|ledge)\b(?! (?:ride|game|slide|attraction|level))",
    ),
    ("picture picturing imagine imagining / funeral", r"\b(?:pictur|imagin)(?:e|ing) my (?:own )?funeral\b"),
    (
        "sunrise day morning birthday / see",
        r"\b(?:won't|never|not|doubt i'll|doubt i will|don't think i'll) (?:live to )?see (?:the sunrise|another (?:day|sunrise|morning|birthday)|my next birthday)\b",
    ),
    (
        "high / bridge building roof cliff",
        r"\b(?:bridge|building|roof|cliff) (?:is|would be) high enough\b(?! for (?:trucks?|my|the|a|our|vans?)\b)",
    ),
    (
        "kills kill / anything something pills poison stuff",
        r"\b(?:anything|something|pills|poison|stuff) that (?:kills|will kill|would kill) (?:you|me|a person|a human)\b(?! (?:with))",
    ),
    ("written / note notes", r"\bmy (?:goodbye |suicide |farewell )?notes? (?:is|are) written\b"),
    (
        "right more sure / time",
        r"\b(?:stomach was pumped|failed|survived|rope broke|didn't work)\b[^.]{0,30}\b(?:(?:next|this) time )?(?:i'll|i will) (?:do it right|take more|make sure)\b",
    ),
    ("od'd od / i i've", r"\bi(?:'ve| have)? (?:just )?od'd\b"),
    ("pact / jump die kill together", r"\bpact (?:with|to|that)\b[^.]{0,30}\b(?:jump|die|kill ourselves|end it)\b"),
    (
        "hung hang hanging / beam rafter rafters ceiling tree",
        r"\bi (?:hung|hang|was hanging) from (?:that|the|a) (?:beam|rafters?|ceiling|tree)\b",
    ),
    (
        "knot / works holds best fastest",
        r"\b(?:which|what) knot (?:works|holds|is (?:best|enough|strong enough)|kills)\b(?! (?:for (?:a boat|fishing|climbing|the (?:boat|tent))))",
    ),
    (
        "die / person someone",
        r"\bcan (?:a person|someone|you) die (?:from|of) (?:all |too many |taking |\d+ )",
    ),
    (
        "longer bother problem burden more / i i'll",
        r"\bi(?:'ll| will| won't)? (?:not )?(?:be a problem|be a burden|bother (?:you|anyone|anybody|everyone)) (?:much longer|for much longer)\b",
    ),
    (
        "gun rope pills blade / sits sitting",
        r"\bsit(?:s|ting) with (?:a|the|his|her|my) (?:gun|rope|noose|blade|razor|knife) (?:in|to|against|and|$)",
    ),
    (
        "cuts / new pictures heal",
        r"\bnew cuts\b(?= |$)(?! of (?:meat|beef|jeans))|\b(?:pictures|photos) of (?:her|his) cuts\b",
    ),
    (
        "head / wall",
        r"\b(?:bang|bangs|banging|hit|hits|hitting|smash|smashing|pull|pulls) (?:my|her|his) head (?:on|against|into) (?:the|a) wall\b(?! (?:because of|with) (?:your|this|the))",
    ),
    (
        "leg arm skin thigh / scratch carve carved scratched slice sliced",
        r"\bi (?:scratch|scratched|carve|carved|slice|sliced) (?:[\w]+ ){1,3}?(?:in|into) my (?:leg|arm|skin|thigh|stomach)s?\b",
    ),
    ("meet / god maker", r"\b(?:time|ready|going|about|want) to meet (?:god|my maker)\b"),
)
WEAK: Final[Wordings] = (
    (
        "life living existence / hate hates loathe",
        r"\b(?:hate|hates|loathe) (?:my|this|his|her) (?:life|existence)\b|\bhate living\b",
    ),
    (
        "can't cannot / anymore longer",
        r"\bi (?:can't|cannot) (?:take|do|handle|bear|cope with) (?:this|it|life)? ?(?:anymore|any ?more|any longer)\b",
    ),
    ("hopeless worthless / i'm feel", r"\b(?:i'm|i feel) (?:\w+ )?(?:hopeless|worthless)\b"),
    ("give / i", r"\bi give up\b$"),
)
"""What says too little to act on, and too much to be sure that nothing is wrong."""

VEILED: Final[Wordings] = (
    (
        "ending / thinking think",
        r"\bthink(?:ing)? (?:of|about) ending (?:things|everything|my story)\b(?! (?:with|between))",
    ),
    (
        "ends end / tonight today tomorrow soon now friday monday sunday weekend",
        r"\b(?:it|this|everything|my story)(?: all)? ends? (?:tonight|today|tomorrow|soon|now|here|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|this weekend)\b",
    ),
    ("see / myself", r"\bcan't see myself (?:making it|being alive|here|living|alive)\b"),
    (
        "collect* hoard* saving stockpil* / medication meds pills tablets",
        r"\b(?:hoard|stockpil|saving up|collect)\w* (?:\w+ )?(?:meds|pills|tablets|medication)\b",
    ),
    ("method* way*", r"\b(?:painful|painless|peaceful) (?:method|way)s?\b"),
    ("gone / when", r"\b(?:for )?when i'm gone\b"),
    ("i'm / not", r"\bif i'm not in it\b"),
    ("skip* / meals", r"\bskip(?:ping)? meals\b"),
    ("tonight / night", r"\btonight is the night\b"),
    ("want / out", r"\bi want out\b"),
    ("relapsed", r"\brelapsed\b"),
    ("jump / going", r"\bgoing to jump\b"),
    ("reason / here", r"\breason for me to be here\b"),
    ("meaning / no", r"\bno meaning\b"),
    ("look / bridge knife pills", r"\blook at the (?:bridge|pills|knife)\b"),
    ("want / over", r"\bi want it to be over\b"),
    ("want* / over", r"\bwant(?:ed)? it to be over\b"),
    (
        "can't / do take keep cope go hold stand fight",
        r"\bcan't (?:do (?:this|it|life) anymore|take (?:this|it) (?:any ?more|any longer)|keep going|cope (?:any ?more|with life)|go on(?! (?:to|until|page|step|with (?:the|my|your) (?:booking|checkout|form|order|payment|setup))\b)|hold on (?:anymore|any longer)|keep doing this|stand (?:this|it|living) anymore|fight (?:this|it|anymore))\b",
    ),
    (
        "stop end over / want need",
        r"\bi (?:just )?(?:want|need) (?:it|everything|this)(?: all)? to (?:stop|end|be over)\b",
    ),
    (
        "disappear fade give gone sleep vanish / want",
        r"\bi (?:just )?want to (?:disappear|vanish|give up|be gone|sleep forever|fade away)\b(?! from (?:the|your|this|that|all) (?!world|earth|planet)|(?<=give up) (?:my|the|this|on) (?!life|living))",
    ),
    (
        "broken dark done empty end finished numb",
        r"(?!^\W*(?:i'm|i am) (?:done|finished)\W*(?:thanks|thank you|thx|now|here|for (?:now|today))?\W*$)\b(?:i'm|i am) (?:so |just )?(?:done|finished|numb|empty inside|at the end of my rope|broken beyond repair|in a dark place)\b(?! (?:with|at|my|the|setting|filling|shopping))",
    ),
    ("hope / isn't lost no without", r"\b(?:no|isn't any|lost all|without) hope\b(?! (?:of|that))"),
    (
        "point reason / any anymore anything trying",
        r"\bno (?:point|reason) (?:anymore|any more|in anything|in trying)\b",
    ),
    ("what's / point", r"\bwhat's the point anymore\b"),
    (
        "everything / dark hopeless meaningless pointless",
        r"\beverything (?:is|feels) (?:so )?(?:hopeless|pointless|meaningless|dark)\b",
    ),
    (
        "end / it",
        r"(?!^\W*(?:please |just |pls |can (?:i|you) |how do i |when does it )*end it(?: please| for me)?\W*$)\bend it\b",
    ),
    ("here / don't", r"\bdon't want to be here\b"),
    ("see / future way", r"\bdon't see a (?:future|way out|way forward)\b"),
    ("see / future way", r"\bcan't see a (?:future|way out|way forward)\b"),
    ("way / out", r"\bno way out\b"),
    ("better / without", r"\bbetter without me\b"),
    ("point / see", r"\bdon't see the point (?:in|of) being here\b"),
    ("goodbye / everyone", r"\bgoodbye everyone\b(?! and)"),
    (
        "entire whole all / swallowed taken took",
        r"\bi(?:'ve| have)? (?:just )?(?:took|taken|swallowed) (?:the (?:whole|entire) (?:pack|packet|bottle|strip|lot)|all of them|them all)$",
    ),
    ("farewell / everyone", r"\bfarewell everyone\b"),
    ("eating / not", r"\bnot eating\b"),
    ("care cares notice / one", r"\bno one (?:cares|would care|would notice)\b"),
    ("tired / everything fighting it trying", r"\bi'm (?:so )?tired of (?:everything|it all|fighting|trying)\b"),
    ("nothing / matters", r"\bnothing matters anymore\b"),
    ("better / place", r"\bin a better place soon\b"),
    ("sleep / and", r"\bsleep and never\b"),
    ("here / not", r"\bnot be here\b"),
)
HARMLESS: Final[Wordings] = (
    (
        "goodbye goodbyes / to",
        r"\b(?:say|saying|said) (?:my |our )?(?:final |last )?goodbyes?\b to (?:(?:an?|our|the|my) (?:\w+ ){0,2}(?:colleagues?|team(?:mates?)?|boss|teachers?|coach|trainer|guests?|customers?|neighbou?rs?|class|crew|budgie|parrot|bird|pony|horse|spaniel|dog|cat|rabbit|hamster|pet|puppy|kitten|house|school|stains?|limescale)\b|\w+ (?:from|in) (?:accounts|sales|work|school|marketing|hr|the office|the team)\b)",
    ),
    (
        "film movie series show documentary book story novel episode song play musical season drama / goodbye letter note",
        r"\b(?:film|movie|series|show|documentary|book|story|novel|episode|song|play|musical|season|drama)\b(?: \w+){0,5} (?:with|on|in) (?:a|the|his|her|their) goodbye (?:letter|note|song|scene)\b",
    ),
    (
        "live / box* city downtown ground house motorway near next noise station suburbs town village",
        r"\b(?:don't|do not|no longer|didn't|not)(?: want to| wish to| like to)? live (?:out of (?:boxes|a suitcase|a bag)|(?:next|close) to|near|so far|in (?:the|a|this) (?:city|town|village|suburbs?|centre|house|flat|noise)|on the (?:ground|top) floor|with (?:flatmates|my parents|his mother|her mother))\b",
    ),
    (
        "suicid* / attack* attacker* awareness bomb* burn by door* drink bereavement barrier* gaming girls helpline loss research survivor* hotline king knob mission plant* prevention rate* silence squad statistics watch",
        r"\b(?:suicid(?:e|al)) (?:squad|prevention|silence|doors?|awareness|hotline|bomb\w*|helpline|rates?|statistics|by cop|king|drink|knob|burn|plants?|mission|girls|watch list|gaming|attack\w*|attackers?|loss|bereavement|survivors?|research|barriers?)\b",
    ),
    ("suicide / leading* risk", r"\bsuicide (?:is a leading|risk factors)"),
    (
        "suicide / brand business career commercial financial political social",
        r"\b(?:political|career|commercial|social|financial|brand|business) suicide\b",
    ),
    (
        "self* / awareness policy prevention statistics",
        r"\bself[- ]?(?:harm|injury) (?:awareness|prevention|policy|statistics)\b",
    ),
    (
        "myself / burn burned burning burnt cut cutting hit hitting hurt hurting",
        r"\b(?:cut|cutting|burn|burnt|burned|burning|hurt|hurting|hit|hitting) myself (?:off|some|a|short|out|shaving|while|when(?! (?:(?:i'm|i am|i feel|i get) (?:\w+ )?(?:alone|sad|lonely|angry|upset|numb|stressed|anxious|home|overwhelmed|drunk|depressed|bored|empty|low|down)|nobody|no one|it gets|things|everything|he|she|they|my))|on(?! purpose)|cooking|out of|loose|with (?:the|a|your) (?:new |kitchen |sharp )?(?:knife|product|scissors|lid|tin|can|edge|razor)|with your)\b",
    ),
    (
        "myself / hurt hurting kill killing strangle",
        r"\b(?:kill|killing|hurt|hurting|strangle) myself (?:laughing|at the gym|with laughter|trying to|lifting|running)\b",
    ),
    (
        "himself herself themselves / burn burned burnt cut cutting hurt hurting pinched scalded scratched stabbed",
        r"\b(?:cut|cutting|burn|burned|burnt|hurt|hurting|scratched|stabbed|pinched|scalded) (?:himself|herself|themselves) (?:on(?! purpose)|at|while|opening|shaving|cooking|lifting|carrying|trying to|falling|with (?:the|a|your) (?:new |kitchen |sharp )?(?:knife|product|scissors|lid|tin|can|zip|handle|toy|packaging|glass|tray|edge))\b",
    ),
    (
        "won't not nobody one / home office work town flat",
        r"\b(?:(?:i|we|he|she)(?:'m| am|'re| are|'s| is| will)? (?:not|won't)|no ?(?:one|body))(?: will)?(?: be)? (?:at home|home|in the office|at work|in town|at the flat)\b",
    ),
    (
        "won't / leave deliver drop bring send hand put reschedule postpone",
        r"\bi won't be (?:here|around|there|in|back|available)(?: (?:(?:next|this|until|by|on|before|at|over|for) \w+|tomorrow|tonight|today))*(?=,? (?:please |so please |so |can you |could you |just )*(?:leave (?:it|the|my (?:parcel|order|package))|deliver|drop|bring|send|hand (?:it|the)|put (?:it|the)|reschedule|postpone)\b)",
    ),
    (
        "died dying die / laughing laughter boredom embarrassment waiting",
        r"\b(?:nearly |almost )?died (?:laughing|of (?:laughter|boredom|embarrassment|thirst|hunger|heat)|waiting)\b",
    ),
    (
        "myself / delete deleting remove removing unsubscribe erase",
        r"\b(?:delete|deleting|remove|removing|unsubscribe|erase) myself from (?:the|your|this|that|any|all) (?!world|earth|planet|universe|existence)(?:\w+ )?\w+",
    ),
    (
        "die",
        r"^die (?!(?:in|alone|now|tonight|today|already|soon|here|there|slowly|peacefully|painlessly|quickly|young|and|or|for|with|by|from|of|on|at|to|bitch|you|u|i|he|she|please|is|was|would|instead|like|because|then|mother)\b)\w+\b",
    ),
    (
        "overdose overdosed overdosing / vitamin vitamins chocolate coffee caffeine sugar pizza",
        r"\boverdos(?:e|ed|ing) on (?:vitamins?|vitamin \w|chocolate|coffee|caffeine|sugar|pizza)\b",
    ),
    (
        "suicid* self* / novel book film movie song series play documentary podcast article essay memoir thriller story",
        r"\b(?:novel|book|film|movie|song|series|play|documentary|podcast|article|essay|memoir|thriller|story) (?:about|on|of) (?:an? |the |his |her )?(?:\w+ )?(?:suicid\w+|self[- ]harm)\b",
    ),
    ("life / insurance assurance cover", r"\blife (?:insurance|assurance|cover)\b"),
    (
        "tired sick fed done / hold sent told waiting ignored charged customer passed",
        r"\b(?:tired|sick|fed up|done) (?:of|with) being (?:on hold|put through|passed (?:on|around)|sent|told|kept waiting|ignored|charged|a customer)\b",
    ),
    (
        "funeral grave sympathy memorial condolence / wreath wreaths lantern lanterns card cards flowers dress bouquet candle candles",
        r"\b(?:funeral|grave|sympathy|memorial|condolence) (?:wreaths?|lanterns?|cards?|flowers|dress|bouquet|candles?)\b",
    ),
    (
        "hate hated / myself",
        r"\bhated? myself for (?:not )?(?:buying|choosing|ordering|picking|signing|trusting|clicking|paying|selling|returning|waiting)\b",
    ),
    (
        "enough / travel week month day trip holiday weeks days months people",
        r"\benough for (?:travel|a (?:week|month|day|trip)|the (?:trip|week|month|holiday)|(?:two|three|four|\d+) (?:people|weeks|days|months))\b",
    ),
    ("kicking / myself", r"\bkicking myself\b"),
    (
        "hang* throw* / myself",
        r"\b(?:hang(?:ing)? myself (?:a|an|another|some|two|up) (?!rope|noose)\w+|(?:throw(?:ing)?|threw) myself (?:on|onto|at|into) (?:the|your|this|that) (?:bed|couch|deals?|floor|mattress|offers?|pillows?|sofa|work))\b",
    ),
    ("noose / cleat* hitch knot* lanyard* tie", r"\bnoose (?:cleats?|hitch|knots?|lanyards?|tie)\b"),
    (
        "final last / letter* message* note*",
        r"\b(?:final|last) (?:letter|message|note)s? (?:from|i (?:got|received)|of yours|that|they|you|was|is)\b",
    ),
    (
        "overdose* / chlorine detergent fertili* food salt softener",
        r"\boverdosed? (?:the|my|our) (?:\w+ )?(?:chlorine|detergent|fertili[sz]er|plant food|salt|softener)\b",
    ),
    ("without / die", r"\b(?:i'd|i would|we'd) (?:just |literally )?die without (?:my|your|this|that|these|the) \w+"),
    (
        "everything / tired sick",
        r"\b(?:tired|sick) of everything (?:you|they|from|about (?:you|your|this)|on (?:your|this))\b",
    ),
    ("night / tonight arrive order*", r"\btonight is the night\b(?= *, (?:will|when|is|does|can) )"),
    (
        "calls emails letters mails messages reminders / all end stop",
        r"\bwant (?:it|this|them) (?:all )?to (?:end|stop)\b *[:,-] *(?:the |your |these )?(?:calls|emails|letters|mails|messages|reminders)\b",
    ),
    (
        "cutlery knife knives scissors saw blade blades mower / only way",
        r"\bcutting (?:\w+ ){0,3}?(?:cable|cardboard|fabric|grass|hedge|meat|paper|tiles?|vegetables|wood)\b",
    ),
    (
        "die / another antwoord boredom cast curiosity cut embarrassment hard hunger laughing laughter thirst welt",
        r"\bdie (?:hard|cut|cast|another day|antwoord|welt|laughing|of (?:laughter|embarrassment|boredom|hunger|thirst|curiosity))\b",
    ),
    (
        "a buy eat find get go hear know meet more read see some that the this try visit your",
        r"\b(?:dying|die) (?:to (?:try|see|know|meet|hear|get|go|eat|read|find out|buy|visit)(?: (?:your|the|my|that|this))?|for (?:a|some|the|this|your|that|more))\b",
    ),
    ("die / for", r"\bto die for\b"),
    (
        "like want wish / a exist here holiday live that the this vacation wake with",
        r"\b(?:don't|do not|didn't|not) (?:want|like|wish) to (?:live (?:in|at|with|near|on|there|abroad|far)|go on (?:a|the|holiday|vacation|with|this|that)|wake up (?:at|early|before|so|to|my|late|the)|exist in|be here (?:all|the whole|until|so|when|for))\b",
    ),
    (
        "bleed* / brake* cash customers money radiator*",
        r"\bbleed(?:ing)? (?:out )?(?:my )?(?:brakes?|radiators?|money|customers|cash)\b",
    ),
    ("bungee parachute skydiv*", r"\b(?:bungee|parachute|skydiv\w+)\b[^.]{0,40}"),
    (
        "haha laughing laughter lmao lol",
        r"\b(?:i'm|i am|i) (?:just )?(?:dead|dying)(?: (?:lol|lmao|laughing|haha|of laughter))\b",
    ),
    (
        "account app battery car controller earbud* engine laptop phone plant plants printer remote router screen tv watch",
        r"\b(?:battery|phone|laptop|car|screen|plant|plants|printer|router|watch|tv|app|engine|controller|earbuds?|remote|account) (?:\w+ ){0,2}(?:died|dies|dying|dead|die)\b",
    ),
    ("end ending kill / it", r"\b(?:kill|end|ending|end up) it (?:with|at|in|on)\b"),
    (
        "muero / amor calor curiosidad envidia frio frío ganas hambre miedo risa sed sueno sueño verguenza vergüenza",
        r"\bmuero de (?:amor|calor|curiosidad|envidia|fr[ií]o|ganas|hambre|miedo|risa|sed|sue[nñ]o|verg[uü]enza)\b",
    ),
    (
        "acabar cancelar olvida olvide terminar / contrato cuenta membresia membresía mensaje pedido plan reserva seguro suscripcion suscripción",
        r"\b(?:acabar|cancelar|olvid[ae]|terminar) (?:con )?(?:el|este|esta|la|mi|su) (?:contrato|cuenta|membres[ií]a|mensaje|pedido|plan|reserva|seguro|suscripci[oó]n)\b",
    ),
    (
        "cut* / belt boot boots bra collar elastic glove gloves heels helmet sandals shoe shoes strap straps waistband",
        r"\b(?:belt|boots?|bra|collar|elastic|gloves?|heels|helmet|sandals|shoes?|straps?|waistband)\b[^.]{0,20}\bcut(?:s|ting)? (?:in|into) (?:her|his|my|the) \w+\b",
    ),
    (
        "end ended ending kill killing / account* agreement* booking* broadband call chat contract* course debit insurance* lease* loan* magazine* membership* newsletter* order* package* permit* plan* policy polic* registration* rental* service* session* subscription* tariff* tenancy tenanc* trial* warrant*",
        rf"\b(?:end|ended|ending|kill|killing) (?:my|our|his|her|their|your|the|this|that|a) (?:(?!{_LIVED}\b)\w+ |life (?=insurance|assurance|cover)){{0,2}}?(?:account|agreement|booking|broadband|call|chat|contract|course|direct debit|insurance|lease|loan|magazine|membership|newsletter|order|package|permit|plan|policy|policie|registration|rental|service|session|subscription|tariff|tenancy|trial|warranty)s?\b",
    ),
    (
        "myself / adjust* assembl* bend bent build built chang* clean* cut cutting dye* fix* glu* install* mend* mount* open* paint* remov* repair* replac* reset sew* sharpen* shorten* solder* tighten* trim*",
        r"\b(?:adjust|assembl|ben[dt]|buil[dt]|chang|clean|cut|dy|fix|glu|install|mend|mount|open|paint|remov|repair|replac|reset|sew|sharpen|shorten|solder|tighten|trim)(?:m?ed|t?ing|m?ing|es?|n)? (?:it|them|this|that|(?:the|a|an|this|that|these|those) (?!(?:skin|veins?|wrists?|arms?|thighs?|legs?|flesh|throat)\b)(?:\w+ )?\w+) myself\b",
    ),
    (
        "bird* bottle* box* camera* cat cats dog dogs drone* glasses hamster* helmet* kitten* laptop* monitor* package* parcel* parrot* phone* pot printer* pupp* rabbit* screen* speaker* suitcase* tablet* toy toys tv vase* watch / drop* fall* fell flew jump* leap* roll* slip*",
        r"\b(?:bird|bottle|box|camera|cat|dog|drone|glasses|hamster|helmet|kitten|laptop|monitor|package|parcel|parrot|phone|pot|printer|puppy|rabbit|screen|speaker|suitcase|tablet|toy|tv|vase|watch)s? (?:\w+ )?(?:drop|fall|fell|flew|jump|leap|roll|slip)(?:en|p?ed|s|t)? (?:\w+ )?(?:off|from|out of|into|onto|under|over|down|in front of) (?:the|a|an|my|our|your|his|her) (?:\w+ )?\w+\b",
    ),
    (
        "jump* / call chapter end front level* line meeting model package* page* plan* queue section step tariff* tier* version",
        r"\bjump(?:ed|ing)? (?:straight |right |up |ahead )?(?:to|over|into|onto) (?:the|a|an|your|that) (?:\w+ ){0,2}?(?:call|chapter|end|front|level|line|meeting|model|package|page|plan|queue|section|step|tariff|tier|version)\b(?! of (?:it all|everything))",
    ),
    (
        "live / address* apartment area building city country flat house longer street town village",
        r"\b(?:no longer|don't|do not) (?:want to |wish to |like to )?live (?:here|there|in (?:the|that|this|my|our|a) (?:\w+ )?(?:apartment|area|building|city|country|flat|house|street|town|village)|at (?:the|that|this|my) (?:\w+ )?address)\b",
    ),
    (
        "suicid* life himself herself / deals opens ends describes describe describing covers discusses explores tells contains shows treats depicts about subject theme",
        r"\b(?:novel|film|movie|opera|series|play|book|song|documentary|class|essay|exhibition|chapter|story|episode|report|article|podcast|musical) (?:\w+ ){0,3}?(?:is about|deals with|opens with|ends with|describes|covers|discusses|explores|tells of|contains|shows|treats|depicts|(?:describes|shows|tells|found) how) (?:(?:a|an|the|his|her|their) )?(?:\w+ ){0,2}?(?:suicides?(?: of \w+ \w+)?|(?:took|takes) (?:his|her|their) own li(?:fe|ves)|(?:died|dies) by suicide|kill(?:ed|s) (?:him|her)self)\b",
    ),
    (
        "suicide life / in",
        r"\b(?:died by suicide|took (?:his|her|their) own li(?:fe|ves)) (?:in|around) (?:(?:1[5-9]|20)\d\d|the (?:\w+ )?(?:century|\w+ies))\b",
    ),
    (
        "suicid* / pilot* plane* vest* mission* scene* gene* cell*",
        r"\bsuicid(?:e|al) (?:pilots?|planes?|vests?|missions?|scenes?|genes?|cells?)\b",
    ),
    (
        "goodbye farewell / party parties cake card cards tour speech drinks gift concert dinner present mail email lunch",
        r"\b(?:goodbye|farewell) (?:party|parties|cake|cards?|tour|speech|drinks|gift|concert|dinner|present|e?mail|lunch)\b",
    ),
    (
        "myself / by enjoy* kick* treat* ask* surpris* taught teach remind* introduce catch caught",
        r"\b(?:(?:all )?by|enjoy(?:ed|ing)?|kick(?:ed)?|treat(?:ed)?|ask(?:ed)?|surprised?|taught|teach|remind(?:ed)?|introduced?|catch|caught) myself\b",
    ),
    (
        "dead dying crying screaming deceased / lol lmao rofl haha* laughter laughing",
        r"\b(?:i'm|i am|i was|was|were|we're) (?:just |so |literally |all )*(?:dead|dying|crying|screaming|deceased) (?:lol|lmao|rofl|haha\w*|laughing|of laughter)\b",
    ),
    (
        "can't couldn't cannot / without",
        r"\b(?:can't|couldn't|cannot) (?:live|survive|exist|function|go on|breathe) without (?:my |your |this |a |some )?(?:coffee|tea|phone|naps?|glasses|wi-?fi|internet|lip balm|music|chocolate|sugar|app|service|heating|air conditioning|cheese|bread|car|bike|laptop)\b",
    ),
    (
        "living / tired sick bored fed",
        r"\b(?:tired|sick|bored|fed up) of living (?:out of (?:a |my )?(?:suitcase|box(?:es)?|bags?)|next (?:to|door)|near|above|opposite|in (?:the|a|this) (?:\w+ )?(?:city|flat|apartment|village|house|suburbs?|basement|building|town|street|dorm|hotel|van|area)|on (?:noodles|takeaways?|ramen|toast|campus)|with (?:my parents|roommates|flatmates|no heating|the noise))\b",
    ),
    (
        "way / out",
        r"\bno way out(?= ?:)|\bno way out of (?:the|this|my|your) (?:car park|parking|garage|contract|menu|app|building|maze|loop|plan|subscription|chat|screen|deal|level|roundabout)\b",
    ),
    (
        "blade* pill pills tablet tablets medicine* needles dose refill* / recycle dispose return store throw bin missed forgot skipped vitamin iron zinc magnesium hay dishwasher birth razor used",
        r"\b(?:(?:recycle|dispose of|return|store|throw away|bin) (?:\w+ ){0,2}?(?:blades|pills|tablets|medicines?|needles)|(?:missed|forgot|skipped) (?:my|a|the|one) (?:\w+ )?(?:pill|tablet|dose)|(?:vitamin|iron|zinc|magnesium|hay fever|dishwasher|birth control) (?:pills?|tablets?)|razor(?: blades?)? refills?)\b",
    ),
    (
        "wake / at early time before for without",
        r"\bi(?:'ll| will|'d| would| could| shall| am going to|'m going to)? never wake up (?:early|at|in time|on time|before|for (?:work|school|the)|without (?:an?|my|the) )",
    ),
    ("rather / die", r"\b(?:i'd|i would) rather die than (?:use|buy|order|pay|shop|fly|eat|watch|wear|go|call)\b"),
    (
        "die / bug* fish* mosquito* plant* spider* wasp*",
        r"\b(?:mosquito|spider|wasp|bug|fish|plant)s?\b[^.]{0,20}\bdie\b",
    ),
)
CONTEXT: Final = re.compile(
    r"\b(?:sale|offers?|auction|voucher|deadline|app|apps|order|orders|ordered|refund\w*|deliver\w*|account|subscription|service|support|update\w*|company|website|site|error\w*|crash\w*|phone|internet|wifi|router|bill\w*|invoice|payment|card|bank|parcel|package|product|tickets?|cancel\w*|customer|staff|contract|plan|item|store|shop|laptop|login|password|game|fee|fees|charge\w*|money back|waiting|hold|queue|flight|booking|hotel|agent|seller|printer|software|code|bug|homework|meeting|essay|exam|warranty|charger|software|button|checkout|discount|coupon|tracking|vertr\w+|abos?|bestell\w+|packung\w*|konto|liefer\w+|pakete?|rechnung\w*|kunden\w*|telefon|tarif\w*|mitgliedschaft|newsletter|abonnement\w*|contrat|commande|colis|compte|relances|pedidos?|contrato|suscripcion|cuenta|abbonament\w*|ordine|contratto|pacco|bestelling|pakket|contract|assinatura|encomenda|conta|umow\w+|zamowieni\w+|paczk\w+|subskrypcj\w+|prenumeration\w*|avtal\w*|siparis\w*|abonelig\w+|uyelig\w+|team|match|season|movie|job hunting|diet|gym|workout)\b"
)
"""What makes a veiled wording one about the business."""
