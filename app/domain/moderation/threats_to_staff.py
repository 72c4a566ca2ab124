"""Threats against those who work for a shop, where they do, and whom they love. Words of other languages are written without accents, as
plain text is.
"""

# ruff: noqa: E501 (a list of words is read in one piece)

from typing import Final

from app.domain.moderation.wording import Wordings, wordings

_LOOKS: Final = (
    "fat|bald|blonde?|ginger|ugly|skinny|smiling|bearded|freckled|red[- ]haired|dark[- ]haired|grinning|pregnant"
)
"""How one of the staff is told from the others; things are seldom chosen by such words."""

ENGLISH: Final[Wordings] = (
    (
        "killed hurt stabbed shot buried broken / less",
        r"\bi(?:'ve| have) (?:killed|hurt|stabbed|shot|buried|broken (?:men|people|bones|legs)) (?:\w+ )?for (?:a lot |much |far )?less\b",
    ),
    (
        "christmas year week month monday tuesday wednesday thursday friday saturday sunday sunrise morning summer spring birthday / see",
        r"\b(?:you|u|your (?!(?:offer|advert|sale|site)\b)\w+) (?:won't|will not|wont|will never|are not going to|aren't going to|is not going to|isn't going to) (?:live to )?see (?:christmas|(?:the )?new year|the end of (?:the|this) (?:week|month|year|day)|(?:next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:the )?(?:sunrise|morning|summer|spring)|your next birthday)\b(?!'| (?:sales?|offers?|delivery|trading|hours|prices|discounts?))",
    ),
    (
        "fire ashes ash flames burnt burned crater rubble / your",
        r"\byour (?:\w+ )?(?:room|office|warehouse|branch|van|vans|shop|store|depot|building|headquarters|house|car|cars)(?:'ll be| will be| is going to be| are going to be| might be) (?:on fire|in (?:ashes|flames)|burn(?:t|ed) (?:down|to the ground)|ash(?:es)?|a crater|rubble)\b",
    ),
    (
        "dead / man woman meat",
        r"\b(?:tell|warn) (?:\w+ ){1,6}?(?:he|she|they)(?:'s|'re| is| are) (?:a )?dead (?:man|woman|meat)\b|\b(?:you're|you are|ur|consider yourself) (?:a )?dead (?:man|woman|meat)\b(?! (?:in|on) (?:the|this|that|our) (?:game|server|match|level))",
    ),
    (
        "blow torch burn shoot / place shop store branch office building",
        r"\b(?:and|or|before) i (?:blow|torch|burn|shoot) (?:up )?(?:the|this|that|your) (?:whole )?(?:place|shop|store|branch|office|building)\b(?![^.]{0,40}\b(?:photos?|pictures?|posters?|balloons?|reviews?|films?|videos?)\b)",
    ),
    (
        "locks alarm dentist bodyguard / hope pray",
        r"\b(?:hope|pray) (?:that )?(?:you have|you've got|you've|you got|u have|u got) (?:a )?good (?:locks?|alarm|dentist|bodyguard)\b(?=(?: at home)?(?: *$|,? (?:you'll|you will|you're|because i'm|because i'll|because we|i'm|we're|[a-z]+$)))",
    ),
    (
        "last / teeth fingers hospital wheelchair coffin ditch walking breathing",
        r"\bthe last (?:\w+ ){1,4}?(?:who|that) (?:\w+ ){1,6}?(?:lost (?:his|her|their|some) (?:teeth|fingers)|ended up in (?:hospital|a (?:wheelchair|coffin|ditch))|(?:isn't|is not) (?:walking|breathing))\b",
    ),
    (
        "call word / guys boys cousins brothers mates lads friends",
        r"\bone (?:phone )?(?:call|word)(?: from me)?,? and my (?:guys|boys|cousins|brothers|mates|lads|friends) (?:will )?(?:take care of|deal with|visit|find|come for|break|sort)\b",
    ),
    (
        "regret / born",
        r"\b(?:you|he|she|they|your \w+)(?:'ll| will)? (?:\w+ )?regret (?:having been|being|ever being|that you were|the day (?:you|he|she|they) (?:was|were)) born\b",
    ),
    (
        "kill stab shoot hurt murder strangle / you u",
        r"\b(?:he|she|they|my \w+)(?:'d|'ll| will| would| is going to| wants to| want to) (?:kill|stab|shoot|hurt|murder|strangle) (?:you|u)\b(?! (?:with|at|in|lol|haha|if|for (?:that|this) (?:price|look))\b)",
    ),
    (
        "life lives / pay pays paid",
        r"\b(?:pays?|will pay|going to pay) (?:for (?:this|that|it) )?with (?:his|her|their|your) (?:life|lives|blood)\b",
    ),
    (
        "fist fists kneecaps knees teeth",
        r"\b(?:gets?|getting|will get|catch(?:es)?|meets?) (?:a taste of )?my fists?\b|\bmy fists? (?:hits?|in|meets?) (?:it|you|your|his|her|him)\b|\b(?:goodbye to|break|no|lose|without) (?:your |his |her |their )?kneecaps\b|\bgoodbye to your (?:[\w, ]{0,40}to your )?(?:knees|teeth|legs|fingers|face)\b",
    ),
    (
        "shooting shoot / headquarters office shop store school place building branch warehouse",
        r"\bshoot(?:ing)? up (?:your|the|that|this) (?:\w+ )?(?:headquarters|office|shop|store|school|place|building|branch|warehouse|depot|call cent(?:re|er))\b",
    ),
    ("game / fair", r"\byour (?:kids|children|family|wife|staff|people|daughter|son) (?:are|is) fair game\b"),
    (
        "start begin / then cashier manager driver receptionist staff courier",
        r"\bthen i(?:'ll)? (?:start|begin) (?:with (?:the|your) (?:cashier|manager|driver|receptionist|staff|courier|kids|family|people)|shooting|killing|hurting)\b",
    ),
    (
        "poison / food coffee drinks water return returned",
        r"\b(?:i'?ll|i will|i'm going to|gonna|going to) (?:poison|lace) (?:the|your|all the) (?:food|coffee|drinks?|water|sweets|cake|return)\b",
    ),
    (
        "knife gun bat hammer axe / bus car home shift lives parks",
        r"\bknow (?:which|what) (?:bus|car|train|street|shift) (?:he|she|your \w+|they) (?:takes?|drives?|lives? in|works?)\b[^.]{0,40}\b(?:knife|gun|bat|hammer|axe|waiting|brakes|follow)\b",
    ),
    (
        "left / smoke ashes rubble shop store",
        r"\b(?:won't|will not|not going to) be (?:a|any|much of a|anything) (?:\w+ )?(?:shop|store|warehouse|office|depot|branch)? ?left\b(?=[^.]{0,20}(?:smoke|ash|ashes|rubble|fire|flames|standing))",
    ),
    (
        "parcel package box return envelope locker delivery packet / bomb explosive explosives device powder poison anthrax explode explodes blow",
        r"\b(?:bomb|explosives?|pipe bomb|anthrax|explosive device|white powder|poison) (?:is |hidden |waiting )?(?:in|inside|under|with|at) (?:the|my|your|that|this|one of (?:the|your)) (?:\w+ )?(?:parcel|package|box|return|envelope|lockers?|delivery|packet)\b(?! (?:arrived|came|was (?:crushed|broken|missing)|section))|\b(?:parcel|package|box|return|envelope|locker station|lockers)\b[^.]{0,30}?\b(?:will|is going to|is gonna|'ll) (?:explode|blow up|go off|blow)\b",
    ),
    (
        "powder poison something surprise / return parcel package box envelope",
        r"\b(?:careful|watch out|good luck|have fun|mind)\b[^.]{0,20}\b(?:open|unpack|touch)\w* (?:\w+ ){0,3}?(?:return|parcel|package|box|envelope)\b[^.]{0,40}\b(?:powder|poison|bomb|boom|explode|sick|hands?|fingers)\b|\bi(?:'ve| have) (?:put|packed|hidden|left) (?:something|a (?:little |nasty )?surprise) in (?:the|my) (?:\w+ )?(?:return|parcel|package|box|envelope)\b[^.]{0,20}\b(?:go off|blow|burn|explode|hurt|regret)\b",
    ),
    (
        "ambulance bag stretcher coffin alive wheelchair / leave leaves leaving",
        r"\b(?:he|she|they|you|someone|somebody|(?:your|that|the) \w+)(?:'s|'ll|'re)? (?:will |is |are |won't |not )?(?:leav(?:e|es|ing) (?:here |there |this \w+ |that \w+ |your \w+ |my \w+ |the \w+ )?(?:in an ambulance|in a (?:body ?)?bag|on a stretcher|in a (?:coffin|wheelchair)|feet first))\b|\b(?:won't|will not|not going to|never) (?:leave|walk out of|get out of) (?:my|this|that|your|the|here|there)(?: \w+)? alive\b",
    ),
    (
        "knife gun shotgun machete bat crowbar axe hammer rifle petrol acid blade pistol / bring bringing come coming turn show there",
        r"\b(?:i'?ll|i will|i'm|i am|we'?ll|we're|im|gonna|going to) (?:be )?(?:bring(?:ing)?|com(?:e|ing)(?: \w+){0,4}? with|there with|show(?:ing)? up with|turn(?:ing)? up with|at (?:the|your) (?:\w+ ){1,3}with) (?:a|my|an) (?:loaded |big |baseball |hunting |kitchen )?(?:knife|gun|shotgun|machete|bat|crowbar|axe|hammer|rifle|can of petrol|pistol)\b(?! (?:back|for (?:sharpening|repair|exchange|a refund|the)|to (?:return|sharpen|exchange|swap|be))|[^.]{0,40}\b(?:refund|sharpen\w*|repair\w*|exchange|return it|swap|blunt|broken|faulty|receipt)\b)",
    ),
    (
        "blood / or",
        r"\b(?:refund|money|now|pay|fix|answer|reply|deposit|back)[ ,]+or (?:else )?(?:there(?:'s| will be|'ll be| is going to be) )?(?:blood|bloodshed)\b(?! (?:test|pressure|oranges?|sugar|type|group|donation|results|sample|red))",
    ),
    (
        "drive ram driving crash / into through",
        r"\b(?:driv(?:e|ing)|ram(?:ming)?|crash(?:ing)?) my (?:truck|car|van|lorry|suv|tractor) (?:in ?to|through|over) (?:your|the|that|his|her) (?:\w+ )?(?:front door|shop|store|window|windows|branch|door|office|depot|warehouse|entrance|staff|driver|building|people|crowd)\b",
    ),
    (
        "hunt hunting track / down",
        r"\b(?:hunt|track)(?:ing)? (?:that|the|your|this) (?:\w+ )?(?:agent|driver|courier|manager|guy|man|woman|girl|bitch|bastard|cashier|rider|clerk|family|kids) down\b(?! (?:a|some|the|to ask|for))",
    ),
    (
        "ground hospital grave coffin wheelchair / put putting",
        r"\b(?:i'?ll|i will|i'm|im|going to|gonna|we'?ll) (?:be )?put(?:ting)? (?:him|her|you|them|your \w+|that \w+) in (?:the (?:ground|hospital)|hospital|a (?:grave|coffin|wheelchair|box)|intensive care|the grave)\b",
    ),
    (
        "die burn bleed / all everyone",
        r"\b(?:you(?:'re| are|'ll| will)?|they(?:'re| are)?|everyone|everybody) (?:all |in there |is |are |there )*(?:going to|gonna|will) (?:all )?(?:die|burn|bleed) (?:in (?:that|there|your|the (?:shop|fire|office|building))|screaming|tonight|today|for this)\b",
    ),
    (
        "bat iron fist hammer crowbar knife axe / feels",
        r"\b(?:find out|learn|know|taste|feel) what (?:a|an|my) (?:\w+ )?(?:bat|iron|fist|hammer|crowbar|knife|axe|bullet|brick) (?:feels|tastes) like\b",
    ),
    (
        "casualties",
        r"\b(?:expect|prepare for|there will be|there'll be) casualties\b(?! (?:department|ward|in the (?:film|game|book)))",
    ),
    (
        "armed",
        r"\bi(?:'m| am) armed\b(?! (?:with (?:coffee|tea|the|my (?:receipt|phone|manual|invoice)|patience|facts|proof|questions))|[^.]{0,10} lol)",
    ),
    ("body / find finds", r"\b(?:not even|nobody|no one|never|god)(?: \w+){0,4} finds? (?:your|his|her|their) body\b"),
    (
        "took have got / wife kids daughter son mother family husband",
        r"\bwe(?:'ve)? (?:took|have|got) your (?:wife|kids|daughter|son|mother|family|husband)\b[^.]{0,40}\b(?:hurt|kill|do what|or else|die|pay)\b",
    ),
    (
        "cousins brothers boys lads friends crew mates / looking coming waiting disappear",
        r"\bmy (?:cousins|brothers|boys|lads|friends|crew|mates) (?:are|will be) (?:looking|coming|waiting) for (?:you|him|her)\b|\bmake (?:you|him|her) disappear\b",
    ),
    (
        "capable hurt violent / make",
        r"\bdon't make me (?:hurt|kill|shoot|show you what i'm capable|come (?:down |over )?there (?:with|and)|do something (?:bad|stupid|to))\b",
    ),
    (
        "less / killed buried stabbed shot",
        r"\b(?:killed|buried|stabbed|shot) (?:men|people|someone|better men) for less\b",
    ),
    (
        "smash kill stab shoot hurt beat punch strangle destroy burn break / name where who so",
        r"\bso (?:that )?i can (?:smash|kill|stab|shoot|hurt|beat|punch|strangle|burn|break) (?:him|her|them|you|his \w+|her \w+)\b(?! (?:to|at|in|by|down into|with a better))",
    ),
    ("rough roughing / up", r"\brough(?:ing)? (?:him|her|you|them|u) up\b"),
    (
        "toss push throw shove run / front under off",
        r"\b(?:i'?ll|i will|going to|gonna|want to|about to) (?:toss|push|throw|shove) (?:you|him|her|them|u|your \w+|that \w+|the \w+) (?:in front of|under|off) (?:a|an|the|your) (?:\w+ )?(?:lorry|train|bus|car|roof|bridge|truck|tram|balcony|building|cliff)\b",
    ),
    (
        "hand finger fingers leg knee knees eye ear / lose losing",
        r"\b(?:which|what) (?:hand|finger|leg|knee|eye|ear)s? (?:do|would|will|does|should) (?:you|he|she|they) (?:\w+ )?(?:like to |want to |prefer to )?lose\b|\bone finger at a time\b",
    ),
    (
        "sort break hurt deal visit / boys lads guys cousins someone people",
        r"\bpay (?:the|some|my|a few) (?:boys|lads|guys|cousins|people) to (?:sort|break|hurt|visit|deal with|beat)\b",
    ),
    (
        "cancer rot / may",
        r"\bmay (?:he|she|they|you|(?:the|your) \w+) (?:all )?(?:get cancer|rot in hell|burn in hell|die (?:slowly|alone|in pain))\b",
    ),
    (
        "poisoned / returned sent return send",
        r"\bi(?:'ve| have) poisoned (?:the|your|my) \w+\b(?! (?:plant|rats|mice|ants|weeds))",
    ),
    (
        "home tonight / not won't never",
        r"\b(?:that|your|the) (?:rider|driver|courier|manager|agent|cashier|clerk|technician) (?:will not|won't|will never|is not going to) (?:get|make it|come|see) home\b",
    ),
    (
        "rearrange cave / face head skull",
        r"\b(?:rearrange (?:your|his|her|their|your \w+'s) face|cave (?:your|his|her|their) (?:head|skull|face) in)\b",
    ),
    (
        "walk walks / alone saying",
        r"\b(?:your|his|her|your \w+'s) (?:kids|children|daughter|son|wife) walks? (?:home|to school|to work)? ?alone\b[^.]{0,20}\b(?:just saying|be careful|think about|things happen|so)\b",
    ),
    (
        "package device bag bomb / left",
        r"\bi(?:'ve| have)? left a (?:device|bomb|package|bag) (?:in|under|at|by|near) the [^.]{0,40}\b(?:get out|run|goes off|hope nobody|minutes left|boom)\b",
    ),
    (
        "box bag / leave leaves",
        r"\b(?:he|she|you|they)(?:'ll| will|'s going to| is going to) leave in a (?:box|body bag|bag)\b",
    ),
    (
        "kneecapped swatted kneecaps",
        r"\b(?:gets?|getting|is getting) (?:kneecapped|swatted)\b|\b(?:or|and) your kneecaps\b",
    ),
    # Whom they come or wait for, and what they know of them.
    (
        "coming looking / one guy man woman girl lady boy kid bitch bastard manager cashier clerk boss receptionist guard",
        rf"\b(?:i'm|im|i am|we're|we are|they're|they are|my (?:brothers|cousins|mates|friends|boys) are|(?:i|we)(?:'ll| will) be) (?:all )?(?:coming|out looking|looking) for (?:the|that|your) (?:(?:{_LOOKS}) (?:one|guy|man|woman|girl|lady|boy|bitch|bastard|clerk|cashier|manager|kid)|(?:\w+ )?(?:bitch|bastard|cashier|clerk|receptionist|guard|manager|boss)(?: of yours)?)\b(?!'s| (?:who (?:called|invited|booked|helped|asked)|position|job|role|interview|appointment|training|bags?|costume|figure|doll|size))",
    ),
    (
        "wait waiting / locks finishes finish clocks knocks gets leaves walks goes closing shift work",
        rf"\b(?:i|we|\w+ of us|me and my \w+|my \w+ and i|the (?:boys|lads))(?:'ll| will| are going to|'m going to)? (?:be )?wait(?:ing)? (?:\w+ ){{0,3}}?for (?:the|that|your) (?:(?:{_LOOKS}) )?\w+ (?:when|until|after) (?:he|she|they) (?:locks? up|finish(?:es)?|clocks? (?:off|out)|knocks? off|gets? off|walks? (?:out|home))\b|\bwait(?:ing)? (?:\w+ ){{0,4}}?(?:at closing time|after (?:his|her|your|their) shift|after work) for (?:that|your) (?:\w+ )?(?:manager|boss|driver|clerk|cashier|courier|agent|guard|guy|man|woman|girl|kid|bitch|bastard)\b(?! (?:to (?:bring|sign|hand|open|give)))",
    ),
    (
        "know / finishes clocks lives sleeps walks leaves parks gets goes go walk",
        r"\b(?:i|we) know (?:what time|when|where|which \w+) your (?:driver|manager|cashier|clerk|agent|receptionist|guard|boss|girl|guy|woman|daughter|son|wife|husband|kids|children|mother|family) (?:finish(?:es)?|gets? off|clocks? off|lives?|sleeps?|goes? (?:home|to school)|leaves? work|walks?|parks?)\b",
    ),
    (
        "visit / like enjoy forget regret bring bringing lock wear talk",
        r"\bpay (?:you|him|her|them|your \w+) a (?:little |late |night |home )*visit\b[^.]{0,40}\b(?:(?:won't|not going to|not gonna) (?:like|enjoy|forget) (?:it|this|that)|regret|bring(?:ing)? (?:a |my |the )?(?:bat|gun|knife|hammer|doctor|bandages|friends with)|lock your|wear a helmet|not to talk)\b",
    ),
    (
        "alone back eye run running hide pray / better",
        rf"\b(?:the|your|that) (?:(?:{_LOOKS}|\w+) )?(?:one|guy|man|woman|girl|lady|\w+)(?: (?:at|on|behind|in) (?:the|your) \w+)? (?:had )?better (?:not (?:walk|be|go) (?:\w+ )?alone|watch (?:his|her|their) back|sleep with one eye|run\b(?! (?:on|in|at|the))|hide\b|pray\b|start running)",
    ),
    # What they would like to see, or have in mind.
    (
        "flames fire burning ashes ruins burnt burned burns / your",
        r"\byour (?:\w+ )?(?:shop|store|warehouse|office|house|car|vans?|building|branch|depot|headquarters|place|home|face|windows)(?:'d| would| will|'ll)? (?:look|looks|be|burn) (?:so |really |very |quite )?(?:nice|pretty|lovely|good|beautiful|great|better|well) (?:in flames|on fire(?! (?:tv|stick|tablet)s?\b)|burning|in ashes|when it burns|burnt down|burned down|in ruins|burning down)\b",
    ),
    (
        "drag pull haul yank throw kick / counter desk window hair ears neck throat stairs collar",
        r"\b(?:i'?ll|i will|we'?ll|we will|i'd|going to|gonna|want to) (?:drag|pull|haul|yank|throw|kick) (?:you|u|him|her|them|your \w+|that \w+|the (?:manager|clerk|cashier|driver|agent|boss|guard|receptionist)) (?:right |straight )?(?:over|across|through|out of|down|behind|by) (?:the|that|your|his|her) (?:\w+ )?(?:counter|desk|window|glass|stairs|hair|ears?|neck|throat|collar)\b",
    ),
    (
        "address house name plate home shifts / anger rage hate petrol bullets ammo lose knife gun bat hammer temper",
        r"\b(?:have|i've got|got|know|found) (?:your|his|her) (?:home |full )?(?:address|name|number plate|shifts?|house|home)(?: now)?,? (?:and|plus) (?:a lot of|so much|plenty of|enough|nothing|a|my|all this|too much) (?:\w+ )?(?:anger|rage|hate|hatred|petrol|bullets|ammo|to lose|knife|gun|bat|hammer|bad temper)\b",
    ),
    (
        "wish wishing / born dead met existed crossed seen heard",
        r"\b(?:you|he|she|they|u)(?:'ll| will|'re going to| are going to|'s going to| is going to|'re gonna)? (?:all )?(?:be )?wish(?:ing)? (?:that )?(?:you|he|she|they|u)(?:'d| had|'d have| were| was)? (?:never (?:been born|met me|existed|crossed me|seen me|heard of me)|dead|not been born)\b",
    ),
    (
        "lesson / teach",
        r"\bteach (?:you|him|her|them|that \w+|your \w+|the (?:manager|clerk|cashier|driver|agent|boss|guard)) (?:all )?a lesson (?:(?:(?:he|she|they|you)(?:'ll| will) (?:feel|bleed|limp))|with (?:my (?:fists?|belt|boots?|hands)|a (?:bat|knife|hammer|belt|chain))|in (?:the car park|pain|blood))\b",
    ),
)
LATIN: Final[Wordings] = wordings(
    r"""
    4: breche brech brechen schlage schlag zertrummere / eurem eurer deinem deiner dem der ihm ihr / fahrer kuriere kurier boten fahrerin kassiererin chef verkaufer techniker mitarbeiter ihm ihr / knochen beine arme finger nase kiefer zahne zusammen genick
    4: steche stech schiesse schiess knalle knall schlage schlag fahre fahr bringe bring mache mach / ihn den_kurier den_fahrer den_boten die_kassiererin euren_fahrer euren_kurier euren_chef den_nachsten / ab nieder uber_den_haufen zusammen um kalt platt ! kurz|im|die|nicht|alle|beim
    4: kriegt bekommt fangt / er sie der_fahrer der_kurier eine einen / kugel messer faust faustschlag / in_den ins ab von_mir ! von
    5: bote kurier fahrer nachste klingelt / kriegt_er_eine bekommt_er_eine kriegt_eine bekommt_eine / kugel faust abreibung
    5: paket karton rucksendung retoure brief packchen / ist liegt steckt habe / bombe sprengsatz sprengstoff gift ! fur|attrappe|deko
    1: bombe sprengsatz sprengstoff / im_paket in_dem_paket im_karton in_der_rucksendung in_der_retoure im_packchen ! bestellt|gekauft
    4: laden lager filiale geschaft buro zentrale transporter / brennt brennen steht_in_flammen in_flammen in_schutt_und_asche fliegt_in_die_luft / heute nacht morgen bald demnachst nieder ab
    3: heute_nacht morgen bald / brennt steht / euer_laden euer_lager eure_filiale euer_buro eure_transporter
    5: steht liegt / morgen bald heute_nacht / in_flammen in_schutt_und_asche in_trummern
    4: warte lauere / nach_feierabend nach_der_schicht nach_dienstschluss auf_dem_parkplatz / fahrer kassiererin kurier gnade_ihr gnade_ihm gnade chef verkauferin

    1: bombe explosif explosifs poison / dans_le_colis dans_le_carton dans_le_paquet dans_mon_retour dans_le_retour ! de_bain|commande
    4: magasin boutique entrepot agence locaux bureaux camion camions depot / va_bruler vont_bruler va_cramer sera_en_cendres sera_en_feu sera_en_flammes en_cendres va_sauter va_exploser brulera ! les_calories|de
    4: livreur coursier vendeur caissiere prochain / sonne vient revient passe / je_le_plante je_le_tue je_le_bute je_lui_casse je_le_frappe je_le_defonce je_la_tue je_l'ecrase
    4: attends attendrai / caissiere livreur vendeur vendeuse patron chauffeur / sortie parking la_fin_du_service / regretter payer saigner
    2: casser peter defoncer exploser eclater casse pete / gueule tete dents jambes bras doigts / a_ton a_ta a_tes a_votre a_vos au_livreur au_vendeur au_patron a_ce de_votre de_ton de_vos de_ta du_livreur
    4: casser briser peter / jambes bras doigts gueule dents / livreur coursier vendeur chauffeur patron caissiere

    5: bomba explosivos explosivo veneno / en_el_paquete en_la_caja en_la_devolucion en_el_envio dentro_del_paquete ! de_agua|de_bano|rota
    4: tienda almacen local oficina sucursal furgoneta nave / va_a_arder estara_en_llamas arder ardera va_a_explotar en_cenizas hecha_cenizas saltara_por_los_aires en_llamas ! de_descuento
    5: vuelve viene llama llame vuelva / le_pego le_meto lo_mato le_rompo lo_apunalo / tiro tiros paliza cuchillo punalada cara piernas
    5: mensajero repartidor / le_pego le_meto lo_mato / tiro tiros paliza
    4: espero esperare / cajera repartidor vendedor jefe / salida aparcamiento / arrepentir lamentar pagar

    1: bomba esplosivo veleno / nel_pacco nella_scatola nel_reso dentro_il_pacco ! da_bagno|d'acqua|rotta
    5: pacco scatola reso / c'e ho_messo mettero / bomba esplosivo veleno ! da_bagno|d'acqua
    4: negozio magazzino ufficio deposito filiale furgone furgoni / brucera bruciera va_a_fuoco andra_a_fuoco in_fiamme in_cenere saltera_in_aria esplodera
    5: corriere fattorino torna suona prossimo / gli_sparo lo_ammazzo lo_accoltello gli_spacco lo_investo lo_uccido gli_rompo ! una_foto
    4: aspetto aspettero / cassiera corriere commesso capo / uscita parcheggio / pentira pagare paghera

    1: bom explosieven gif / in_het_pakket in_de_doos in_de_retour in_mijn_retour in_het_pakje ! besteld
    5: pakket doos retour / zit ligt heb / bom explosieven gif ! voor
    4: winkel magazijn kantoor filiaal bestelbus depot / brandt_vannacht vannacht_af brandt_af in_brand in_vlammen in_de_as gaat_de_lucht_in staat_morgen_in ! gestaan|geweest
    5: koerier bezorger chauffeur aanbelt langskomt / steek_ik schiet_ik sla_ik maak_ik rij_ik / hem haar / neer overhoop kapot dood omver in_elkaar
    4: wacht / kassiere bezorger koerier chef / na_haar_dienst na_zijn_dienst buiten parkeerplaats / spijt boeten bloeden

    4: polamie polamiemy zlamie zlamiemy rozwale obije / nogi rece kosci palce ryj morde / kurierowi kierowcy kasjerce szefowi waszemu waszym
    5: paczce paczka przesylce pudelku zwrocie / jest bedzie podlozylem wlozylem / bomba bombe trucizna ladunek ! do_kapieli|choinkowa
    4: sklep magazyn biuro oddzial salon / splonie spali_sie wyleci_w_powietrze bedzie_w_plomieniach poleci_z_dymem ! ze_smiechu
    5: kurier kierowca nastepny zadzwoni przyjdzie / to / go_zastrzele go_zabije dostanie_kulke go_pobije go_potne mu_przywale go_dzgne
    4: czekam poczekam / kasjerke kuriera szefa / po_pracy po_zmianie na_parkingu

    1: bomba explosivos veneno / na_encomenda no_pacote na_caixa na_devolucao dentro_da_caixa ! de_agua|de_banho|de_bicicleta
    4: loja armazem escritorio carrinha deposito sucursal / vai_arder vai_pegar_fogo vai_explodir em_chamas em_cinzas vai_pelos_ares arde_esta_noite
    5: estafeta entregador motoboy volta voltar tocar / dou-lhe_um dou_lhe_um mato-o mato_ele leva_um leva_uma meto-lhe parto-lhe / tiro tiros facada cara pernas
    4: espero esperar / caixa estafeta entregador chefe / saida estacionamento / arrepender pagar

    1: bomb sprangmedel gift / i_paketet i_kartongen i_returen ! bestall
    4: paketet kartongen returen / ligger finns lagt / bomb sprangmedel gift
    4: butik lager kontor butiken lagret kontoret bilar / brinner_i_natt kommer_brinna kommer_att_brinna i_lagor i_aska sprangs / snart imorgon inatt natt ! i_natten
    4: ert er din / lager butik kontor / brinner / natt inatt imorgon snart
    5: budet chauffor chaufforen ringer kommer / skjuter_jag hugger_jag slar_jag knivhugger_jag kor_jag / honom henne / ned ihjal over sonder ner
    4: bryter slar krossar knacker / benen armarna fingrarna kaken / chauffor bud kassorskan chef

    5: pakette pakete kutuda kutuya kolide iadede / bomba patlayici zehir / var koydum olacak
    4: deponuz dukkaniniz magazaniz ofisiniz subeniz deponuzu / yanacak patlayacak havaya_ucacak kul_olacak
    4: kurye kuryeniz kuryenizin soforunuzun mudurunuzun kasiyerin / bacaklarini kollarini kemiklerini kafasini agzini / kirarim kiracagim kirariz
    4: kurye kuryeniz gelirse calarsa / onu kafasina / vururum sikarim bicaklarim oldururum
    4: kasiyeri kuryeyi mudurunuzu / cikista iste parkta / bekliyorum bekleyecegim
    """
)
"""What is done to them, to their house, or put into what they will open."""
