"""Everyday phrases that explain a grave word: the models read what else a sentence says, the wordings all of it.

Training does not read them, so that a phrase may be added without training anew.
"""

# ruff: noqa: E501 (a wording is read in one piece)

from typing import Final

from app.domain.late import Late
from app.domain.moderation.groups import KIND_OF

_THINGS: Final = r"(?:mirror|picture|frame|swing|lamp|curtains?|shelf|shelves|coat|washing|painting|poster|plant|hammock|light|tv|clock|banner|basket)"
_DEVICES: Final = r"(?:batter(?:y|ies)|phone|charger|remote|laptop|tablet|watch|engine|motor|plant|screen|pixel|line|headset|earbuds?|speaker|car|toy|lamp|bulb|light|printer|router|drone|scooter|bike|camera|product|device|unit|roses|flowers)"

_GROUP: Final = (
    r"(?:(?:(?:black|white|brown|asian|african|indian|chinese|arab|mexican|latin[oa]|native|indigenous|jewish|muslim|christian|hindu|sikh|catholic|gay|lesbian|bi(?:sexual)?|trans(?:gender)?|queer|non-binary|lgbt\w*|straight|disabled|blind|deaf|autistic|foreign|immigrant|refugee|old|elderly|roma) "
    r"(?:people|persons?|wom[ae]n|m[ae]n|girls?|boys?|kids?|child(?:ren)?|folks?|famil(?:y|ies)|students?|workers?|customers?|friends?|neighbou?rs?|colleagues?|couples?|community|communities)|jews|muslims|christians|hindus|sikhs|buddhists|catholics|asians|arabs|mexicans|latinos|africans|indians|immigrants|migrants|refugees|foreigners|gays|lesbians|women|men|feminists|wheelchair users|people (?:of colou?r|in wheelchairs|with disabilities)))"
)
# Not "I love gay people burning": what follows must not go on.
_AND_NO_MORE: Final = r"(?=\s*(?:$|[,;:!?]|and (?:i|we|my|our|so|always|they)\b|very much|so much|a lot|too\b|here\b|in (?:our|my|this|the)\b|at\b|on (?:our|my)\b|for (?:who|their|all|the)\b|more\b|like\b|as\b|every\b|because\b))"
_GOOD: Final = "|".join(sorted(word for word, kind in KIND_OF.items() if kind == "<good>"))
_WHO_IS: Final = r"(?:muslim|jewish|black|white|brown|asian|african|indian|arab|gay|lesbian|bisexual|trans(?:gender)?|queer|disabled|deaf|blind|autistic|foreign|mexican|latin[oa]|christian|hindu|an? (?:immigrant|refugee|woman|girl|muslim|jew|foreigner|lesbian))"
_ONE_OF_THEM: Final = "|".join(
    sorted(word for word, kind in KIND_OF.items() if kind == "<group>" and not word.endswith("s"))
)
_ANYBODY: Final = r"(?:man|woman|guy|girl|boy|person|couple|family|mum|mom|dad|parents?|customer|student|teen(?:ager)?|lady|gentleman|user|people|women|men|household|here)"
_MYSELF: Final = rf"(?:also |both |all |an? |the only |one |two |born |deaf and |proud )*(?:{_ONE_OF_THEM}|deaf|blind|autistic|epileptic|bipolar|mute|christian|catholic|sikh|straight|non-binary|mixed race|wheelchair user|hiv positive)(?: {_ANYBODY})?"
_NO_HARM_FOLLOWS: Final = r"(?=\s*(?:$|[,;:!?]|(?:and|but|so|who|with|from|too|myself|by the way|as well|in|at|not)\b))"
_DAY: Final = r"(?:(?:the )?\d{1,2}(?:st|nd|rd|th)?|noon|midnight|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|tomorrow|next \w+|this (?:evening|afternoon|weekend)|(?:early |late )?(?:january|february|march|april|may|june|july|august|september|october|november|december))"
_CITY: Final = r"(?:amsterdam|anaheim|austin|bangkok|delhi|detroit|dc|dubai|fresno|houston|jakarta|jfk|kuala lumpur|kyoto|la|lax|long beach|mexico city|minneapolis|mumbai|nashville|new orleans|nyc|oakland|osaka|philadelphia|phoenix|phuket|sacramento|santa rosa|sfo|shanghai|vegas|athens|atlanta|barcelona|berlin|boston|brussels|budapest|chicago|copenhagen|dallas|denver|dublin|edinburgh|frankfurt|geneva|hamburg|helsinki|hong kong|istanbul|lagos|las vegas|leeds|lisbon|london|los angeles|madrid|manchester|melbourne|miami|milan|montreal|munich|nairobi|naples|new york|oslo|paris|portland|porto|prague|rio|rome|san (?:diego|francisco|jose)|seattle|seoul|sf|singapore|stockholm|sydney|tokyo|toronto|vancouver|venice|vienna|warsaw|washington|zurich)"
_GOING: Final = r"(?:i'll|i will|we'll|we will|i'm|i am|we're|we are|she's|he's|they're|going to|gonna)"

# A customer who waits, is told, cannot come or ends something.
_WAITING: Final = (
    r"\btired of (?:waiting|calling|chasing|repeating|asking|being (?:ignored|lied to|put on hold|transferred|passed)|(?:this|your) (?:shop|store|service|company|app|site))\b"
    r"|\b(?:nobody|no one) (?:ever |has |have |even )?(?:helped|helps|answered|answers|replied|replies|called|calls|came|told|picks? up|picked up|responded|responds|got back|showed up|rang|delivered)\b"
    r"|\b(?:finish|complete|end) (?:my|the|this|our) (?:order|purchase|payment|checkout|booking|registration|return|form|chat|call|survey|subscription|contract|membership|trial)\b"
    r"|\bstop (?:sending|texting|calling|emailing|mailing|spamming)\b"
    r"|\bcan't (?:go|come|get|walk|drive|travel|make it) (?:to|into|out to|up|down) (?:the|a|your|my|any) (?:shop|store|branch|stairs|counter|post office|desk|drop-off|collection|pick-?up|parcel|page|site|checkout|door|car)"
    r"|\bcan't (?:go|come|get) (?:to|into) (?:the|a|your|my|any) (?:[\w-]+ )?(?:point|locker|office|depot|station|desk|centre|center|appointment)\b"
    r"|\bcan't (?:do|make|manage|take) (?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|mornings?|that (?:date|slot|day)|this (?:date|slot|day|form|step)|step \w+|the stairs)\b"
    r"|\b(?:i|we) won't be (?:here|home|around|in|there|at home|available)(?: (?:(?:on|next|until|till|over|between) [\w']+|in (?:january|february|march|april|may|june|july|august|september|october|november|december|the (?:morning|afternoon|evening))|when (?:he|it|you|they|the \w+) (?:comes?|arrives?|delivers?)))+"
    r"|\b(?:my |the |our )?last (?:order|purchase|visit|payment|call|reminder) (?:from me|with you|to you|here|ever from me|i (?:place|placed|send|sent))\b"
    r"|\b(?:left|keep|keeps|kept|leave|leaving) (?:me|us) hanging\b|\bhung up(?: on me)?\b|\bhanging wallpaper\b"
    r"|\bgoodbye(?: and good riddance)?,? to (?:this|that|your|(?:my|our|the) (?:old|landline))\b"
)
# Things, and turns of speech, whose names are grave.
_WORDS: Final = (
    r"\bhow many (?:tablets|pills) (?:are )?(?:left|in (?:a|the|one)|per|come|do i get|does (?:a|the))\b"
    r"|\b(?:i've had it|i'm done|i am done|that's it for me|i've had enough|enough is enough),? (?:please )?(?=(?:cancel|unsubscribe|close|delete|refund)\b)"
    r"|\brazor blades? (?:for|fit|in)\b|\bsafety razors?\b|\bnothing left (?:for me )?(?:in (?:the|my) (?:sale|shop|store|basket|cart|size)|on (?:the|my) (?:voucher|card|account))\b"
    rf"|\b(?:my|the|your|our|this) {_DEVICES}(?:'s)? (?:(?:is|are) )?(?:just |about |probably )*(?:gonna|going to|to|will|might|may) die\b|\b(?:my|the|your) {_DEVICES}'s life is over\b"
    r"|\bno (?:reason|point|use) (?:for (?:me|us) )?(?:to (?:keep|go on|continue)|in) (?:paying|using|ordering|calling|waiting|subscribing|asking|renewing|arguing|shopping|trying your|writing to you)\b"
    r"|\b(?:sick|tired) of waking up (?:from|to|because of|at|by) (?!(?:this |the |my |all this )?(?:life|world|pain|nightmares?|same|emptiness|nothing\w*|nobody|no one|another|each|every|silence|darkness|tears|myself|it all|dreams?)\b)(?:the |your |my |that |his |her |a )?[\w']+"
    r"|\bdeserves? (?:to be |to get |to have |a |an |my |the |some |at least )*(?:refund\w*|compensat\w*|reimburs\w*|paid|called back|heard|answered|helped|told (?:why|the|when)|treated (?:better|fairly|with|like a customer)|discount|explanation|apology|answer|reply|better (?:service|treatment|support)|voucher|credit)\b"
    r"|\bthreaten(?:s|ed|ing)? (?:me )?(?:to (?:sue|leave|cancel|report|switch|complain|charge|close|evict|disconnect|return)\b(?: (?:me|us|my \w+))?(?: (?:over|for|because of) (?:(?:your|the|my|an?|that|this) )?\w+)?|with (?:a lawyer|legal|lawyers|court|fees|collection|debt|a fine))"
    r"|\bpay (?:you|u) a visit (?:and|to) (?:(?:buy|collect|pick up|drop off|thank|say hello|look at|try|return)(?: [\w']+)?|bring (?:you |along )?(?:an? |my |the |some |our )?(?:cakes?|flowers|coffee|chocolates?|biscuits|parcel|package|receipt|box|documents?|papers?|(?:broken|old|faulty) (?!bat\b|knife\b)\w+)\b)"
    r"|\b(?:women|men|girls|boys|ladies|gents|kids)(?:'s)?:?,? (?:in )?sizes? (?:\d+|xs|s|m|l|xl|xxl|small|medium|large)\b"
    # Turns of speech of those who pass the time.
    r"|\b(?:hang|hanging|hung)(?: out| around)? with (?:you|u|us|him|her|them|friends|everyone|(?:my|the|your|our|some) (?:\w+ )?(?:friends?|mates?|family|kids|boys|girls|guys|lads|team|crew|cousins?|colleagues|dogs?|cats?|folks))\b|\bhit the (?:rack|sack|hay|road|gym|shops?|beach|pool|slopes|town|showers?|books)\b|\b(?:miles|pages|hours|way) to go before i sleep\b"
    r"|\b(?:i'll |i )?sleep when i'm dead\b(?!,? (?:which|and|so|tonight|soon|tomorrow))|\b(?:slept|sleep|sleeps|sleeping) like the dead\b|\bdead to the world\b|\bdragged myself (?:out of bed|to (?:work|class|the gym|school))\b|\bgive (?:'?em|them) hell\b|\broad rage\b|\b(?:one|a) hell of an? \w+"
    r"|\b(?:kill(?:ing|ed)?|waste|wasting) (?:some |the |an? |two |three )?(?:time|hours?|afternoon|evening|weekend)\b|\b(?:killing|killed|crushing|crushed|nailing|nailed|smashing|smashed|slaying|slayed) it\b(?! (?:with (?:a|my)|dead))|\bgo(?:ing)? out with a bang\b"
    r"|\b(?:beat|beating) (?:the )?(?:traffic|heat|clock|odds|queue|rush|crowds?|blues|boredom)\b|\bcut (?:it|him|her|me|us|them) some slack\b|\bcut to the chase\b|\bshoot(?:ing)? (?:some )?(?:hoops|pool|the breeze)\b|\bdon't shoot the messenger\b"
    r"|\blocked (?:him|her|my|your|our|them)sel(?:f|ves) out\b|\bkiller (?:deals?|offers?|prices?|features?|app|heels|instinct|tune|track|whales?)\b"
    r"|\bcan't sleep on (?:this|the|your) \w+|\bdead (?:arm|leg|right(?! now)|wrong|easy|slow|link|end)\b|\btook (?:\w+ )?years off my life\b"
    r"|\b(?:outside|in front of) (?:your|the) (?:shop|store|depot|branch|office|door),? (?:nobody|no one|at (?:nine|ten|eight|noon|\d+)|when you open|with (?:the|my) (?:parcel|receipt|box|order))\b"
    r"|\bknife (?:block|set|sharpener|roll|came|arrived)\b|\bhammer out\b|\bfire my (?:agent|broker|supplier|accountant)\b|\b(?:hit|coming at) you with (?:a few|some|another|one more|a) (?:\w+ )?questions?\b"
    r"|\b(?:pills?|tablets?|capsules) for (?:the|my|our) (?:dishwasher|dog|cat|pool|toilet|machine|pond|dishes)\b|\boverdose of \w+ in the (?:\w+ )?(?:kit|soup|sauce|food|meal|dish|curry)\b"
    r"|\b(?:depression|adhd|anxiety|thyroid|blood pressure|heart|hay fever|allergy) (?:meds|medication|tablets|pills|medicine)\b|\bcan i take (?!my\b|all\b)\w+ (?:and|with) \w+(?: together)?\b"
    r"|\b(?:go|going|went) to (?:the )?police\b|\bleave (?:one|two|1|2|a bad|no) (?:stars?|review)\b|\b(?:destroy|ruin|wreck|kill) your (?:rating|ratings|score)\b|\bharassing me with (?:e-?mails|calls|texts|ads|letters)\b"
    r"|\bcut (?:it|them|this) to (?:\d+|size|length)\b|\bneeds? me to sign\b|\bi give up,? (?:please )?(?=(?:call|phone|cancel|refund|send|help)\b)"
    r"|\bno longer exist (?:in|on) (?:your|the) (?:system|list|site|records|database)\b|\bmy (?:cat|dog|hamster|rabbit|goldfish|fish|bird|parrot|horse|guinea pig) (?:has |just |sadly )*(?:died|passed away|was put (?:down|to sleep))\b"
    r"|\bcan't (?:follow|find|read|open|see) (?:the|this|your|these|any|my)\b"
    r"|\bhit me up\b|\bshoot (?:over|it over|them over|me an? (?:e-?mail|message|text|quote)|(?:some|a few|the|more|my) (?:photos?|pictures?|pics|shots|videos?|film))\b|\bcrush (?:the|our|your) (?:competition|competitors|goals?)\b"
    r"|\b(?:blacks|whites|browns|yellows) (?:in|of|on) (?:the|this|my) (?:prints?|photos?|pictures?|image|screen|fabric|rug|shirt)\b"
    rf"|\b(?:hang|hanging|hung|mount|mounting) (?:up )?(?:the|a|this|my|our|some|these) (?:\w+ )?{_THINGS}\b(?: myself| alone)?"
    r"|\bon behalf of my late\b|\bgoodbye,? (?:and )?(?:thanks|thank you|won't (?:be back|shop|order|buy|return))\b"
    r"|\b(?:razor|knife|blade|scissors|glass|lid|can|box|edge|sheet|wire) (?:has |have |had |nearly )?(?:cut|cuts|nicked|scratched) (?:me|my (?:finger|thumb|hand|chin|leg|face))\b"
    rf"|\b{_DEVICES}(?:'s| is| are| was| were| went| arrived| came)(?: \w+ly| already| all| now)? dead\b(?! to me)|\b(?:click|press|tap|push|pay|button|order now)\b[^.]{{0,30}}\bnothing (?:happens|happened|comes up|shows up)\b"
    r"|\b(?:(?:gay|rainbow|trans|lgbt\w*) )*pride (?:flags?|badges?|pins?|(?:t-)?shirts?|mugs?|month|parade|stickers?|socks|collection)\b"
    r"|\b(?:cedar|cotton|tennis|golf|wool|dryer|bath|moth|snow|yoga|christmas|exercise) ?balls?\b"
    r"|\bpills? (?:organi[sz]er|box|bottle|cutter|dispenser)\b|\b(?:airsoft|nerf|water|toy|nail|glue|heat|massage|spray|staple|caulk|paint) guns?\b"
    r"|\b(?:fault|status|state|error|result) ?= ?(?:\w+_)?(?:hang|hangs|killed|dead|died)\b|\b(?:end|cancel|stop|close|terminate) (?:my|our|the)  (?=,)|\b(?:sex|gender) ?: ?(?:female|male|diverse|other)\b"
    # What people post; what one ends whose name an everyday wording has taken out; a field of a form.
    r"|\b(?:ready|wait|waiting|want|wish) for (?:the|this|my) (?:day|week|month|semester|shift|winter|summer|exams?|class|meeting|game|season) to (?:be over|end|finish)\b"
    r"|\b(?:this|it|that)(?:'s| is| was)? (?:so |really |definitely )*(?:going to|gonna|will) hurt (?:later|tomorrow|in the morning|my wallet|on monday)\b"
    r"|\b(?:work|homework|school|traffic|the (?:heat|wait|suspense|weather)|this (?:heat|week|weather|wait|song|show|class|traffic|game)|my (?:feet|back|legs|head|hair|boss|allergies|job|shoes)|monday|mondays|exams?) (?:is|are|was|were) (?:seriously |literally |so |absolutely )*killing me\b"
    r"|\bdragg?(?:ed|ing) (?:myself|me) out of bed\b|\bdeath (?:note|metal|star|valley|cab)\b|\bcustomer service is dead\b|\b(?:torture|kill) yourself by (?:listening|watching|reading)\b"
    r"|\b(?:crying|dying|dead|screaming|sobbing) (?:at|over|because of) (?:this|that|the|your) (?:video|pics?|pictures?|photos?|show|episode|meme|song|movie|film|joke|tweet|post)\b|\bi(?:'m| am) (?:so |literally |just )*(?:dead|dying) (?:after (?:work|the gym|that|this|leg day)|lol|haha|lmao)"
)
# A group named with good will.
_GOOD_WILL: Final = (
    rf"\b(?:i|we|you|everyone|people|they) (?:really |truly |absolutely |deeply |dearly |simply |just |also |so |all |should |must |can |do |always )*(?:admire|love|like|respect|support|welcome|celebrate|honou?r|appreciate|cherish|value|stand with|stand up for|help|protect|hire|trust|thank|cater for|care about) (?:all |our |more |my |many |these |the )?{_GROUP}{_AND_NO_MORE}"
    rf"|\b{_GROUP} (?:are|were|will be|have always been|should (?:always )?(?:be|feel)) (?:very |so |really |always |all |just |also )*(?:welcome|wonderful|kind|great|amazing|awesome|lovely|friendly|beautiful|brilliant|brave|strong|smart|funny|generous|talented|valued|equal|human|safe|respected|my friends|our (?:friends|neighbours|neighbors|equals)|people like)\b"
    rf"|\b(?:many|most|some|several|a lot of|lots of|few|two|three|no|our|the) {_GROUP} (?:work|live|study|shop|vote|pray|celebrate|volunteer|came|visit|helped|wrote|won)\b|\b{_GROUP} (?:deserve|have|need) (?:respect|love|equal \w+|the same rights|better \w+|a voice|dignity|protection|rights)\b"
    rf"|\b{_GROUP} (?:are|can be|will always be|have always been) (?:\w+ly |so |very |such |all |just |the |an? |some of the |among the )*(?:most )?(?:{_GOOD}|best|incredible|remarkable|fabulous|gifted|courageous|resilient|gorgeous|precious|a (?:blessing|joy|gift))(?: (?:people|friends|human beings|beings|members?|part|company|neighbours))?(?: (?:of|in|to|for) (?:our|this|the|my|any) \w+)?{_AND_NO_MORE}"
    rf"|\b(?:being|to be) {_WHO_IS}(?: (?:man|woman|person|girl|boy))? is (?:\w+ly |so |very |just |nothing but |something )*(?:{_GOOD}|normal|natural|beautiful|a (?:blessing|gift|strength)|to be proud of){_AND_NO_MORE}"
    rf"|\b(?:how|what|such) (?:an? )?(?:{_GOOD}|incredible|courageous|remarkable|fabulous)(?: it is)?(?: to (?:be|see|have|know|meet))?(?: (?:an?|so many|more|these|those|all))? (?:{_GROUP}|{_WHO_IS} (?:man|woman|person|girl|boy|people)){_AND_NO_MORE}"
    rf"|\b{_GROUP} are (?:just |simply |also |all |and (?:always )?will be )*(?:people|human beings|women|men|family|citizens|our equals|heroes|(?:good|great|wonderful|lovely) (?:people|neighbours|neighbors|friends|colleagues|leaders|parents|teachers|company)|people too|human too){_AND_NO_MORE}"
    rf"|\b{_GROUP} (?:make|makes|made|have made) (?:this|our|the|my|any|every) (?:city|town|country|world|team|life|street|school|company|society|community|culture|office|class)(?: an?)? (?:better|richer|stronger|brighter|kinder|great|more (?:colourful|interesting|beautiful|fun|diverse))(?: place)?\b"
    rf"|\b{_GROUP} (?:enrich|brighten|inspire|have (?:contributed|given us)|contribute|deserve (?:every|all (?:the|our)|the best|so much)|should be (?:proud|celebrated|welcomed))\b"
    r"|\b(?:black|trans|gay|jewish|muslim|brown|asian|native|disabled|immigrant|refugee|women's|all) (?:lives|rights|voices) (?:matter|count|are human rights)\b"
    rf"|\b(?:proud|happy|glad|lucky|blessed|honou?red|grateful|thankful) (?:to (?:be|know|have|work with|live (?:with|next to)|call)|about|of|for) (?:being )?(?:an?|our|my|all|so many|more|the)? ?{_GROUP}{_AND_NO_MORE}"
    rf"|\b(?:nothing|nobody|no one|none) (?:is )?(?:better|greater|nicer|kinder|stronger|finer) than (?:being |having )?(?:an? )?{_GROUP}{_AND_NO_MORE}"
    # Customers speak of themselves and theirs, and ask what is allowed.
    rf"|\b(?:i'm|i am|im|we're|we are|(?:my|our) (?:wife|husband|son|daughter|mother|father|mum|mom|dad|brother|sister|partner|girlfriend|boyfriend|friend|family|boss|kids|children|parents|guests?)(?:'s| is| are)) {_MYSELF}{_NO_HARM_FOLLOWS}"
    rf"|\bas {_MYSELF}(?=,| (?:i|we|my|our)\b)"
    rf"|\b(?:are|can|may|do|must|could) {_GROUP} (?:(?:allowed|permitted|able) to (?:drive|work|travel|vote|open|use|enter|bring|join|book|rent|buy|apply|stay)|need (?:an?|to|which|any)|pay|get|buy|open|apply|rent|use|enter|join|book|travel|order|bring|send|drive|work|vote|register)\b"
    r"|\b(?:disabled|accessible|wheelchair|women's|ladies'?|men's|gents'?|unisex) (?:toilets?|loos?|bathrooms?|restrooms?|changing rooms?|parking|bays?|access|entrance|lift|ramp|badge|seats?|spaces?)\b"
    rf"|\b(?:accessible|suitable|easy|safe|friendly|open|available|made|designed|helpful) (?:for|to) (?:all |our |the )?{_GROUP}\b"
)
# Where a parcel, or who brings it, stands; what is done with it while nobody is at home; what is bought for the last time.
_PARCEL: Final = r"(?:parcels?|packages?|packets?|orders?|delivery|box(?:es)?)"
_OUT: Final = r"(?:i'll|i will|we'll|we will) be (?:gone|out|away)(?: (?:tonight|today|tomorrow|all day|this (?:morning|afternoon|evening)))?"
_DELIVERY: Final = (
    rf"\b(?:the|my|our|your|that) (?:{_PARCEL}|driver|courier|postman|bike|sofa|pram|washing machine) (?:is|are|was|were)(?: still| just| now)? (?:standing|sitting|lying|waiting) (?:on|at|in|by) (?:the|a|my|our|your) (?!(?:ledge|roof|rooftop|bridge|parapet|railings?|edge|cliff|tracks|rails)\b)\w+"
    rf"|\b{_OUT},? (?:and |so |but )?(?:please |can you |could you |my neighbou?r (?:will|can) )*(?:look after|take(?: in)?|leave|keep|hold|put) (?:my|the|our) {_PARCEL}\b"
    rf"|\b(?:leave|drop|put|keep) (?:it|them|(?:my|the|our) {_PARCEL}) (?:off )?(?:with|at|by|behind) (?:the|my|our|a) (?:\w+ )?(?:neighbou?rs?|shop|reception|concierge|porter|gate|shed|garage|back door|front door),? (?:please,? )?(?:because |as |since |for |and )?{_OUT}"
    r"|\bthis is the last (?:thing|time|order|item) (?:that )?i(?:'ll| will)(?: ever)? (?:order|buy|purchase|book)\b"
)
_NO_MORE: Final = r"(?=\s*(?:$|[,;:!?]))"
# What a journey does not lead to.
_NOT_BEYOND: Final = r"(?!(?:sleep|heaven|hell|god|die|end|kill|hurt|my|his|her|your|this|that|be|where|join|him|them|mum|mom|dad|death|nowhere|prison|jail|war|a (?:better|bridge|place)|the (?:end|other|bridge|roof|tracks?|rails|edge|cliff|light|lord|river|sea|lake|forest|woods|police|top))\b)"
_CUISINE: Final = "asian|japanese|korean|chinese|indian|african|mexican|turkish|thai|vietnamese|ethiopian|persian|arab(?:ic)?|polish|russian|greek|cuban|jewish|american"
# A customer's turns in a chat: journeys, farewells, who is looked for.
_TURNS: Final = (
    rf"\b{_GOING} (?:be )?(?:coming|arriving|flying|travell?ing|driving|returning|leaving|departing)(?: in| out| up| down| back| over)? from (?!behind)(?:the )?[\w'-]+(?: on {_DAY})?"
    rf"|\b{_GOING} (?:be )?(?:flying|travell?ing)(?: in| out| up| down| back| over)? to [\w'-]+(?: on {_DAY})?"
    rf"|\b(?:want|like|need|plan(?:ning)?|hoping|have|set) to (?:leave|depart|fly|return|travel|check (?:in|out)|arrive)(?: out| back| home)? (?:on |at |by )?{_DAY}\b"
    r"|\bthat(?:'s|'ll be| is| will be) (?:all|everything|it)(?: (?:i|we) (?:need|want|needed|wanted|have|wanna know))?(?: (?:for|from) (?:me|us|now|today|my side))*(?:,? (?:today|now|then|thanks?|thank you|goodbye|bye))*"
    r"|\b(?:thanks?|thank you|great help|so helpful)\b(?! (?:you )?(?:all )?for (?:everything|all|trying))[^.!?]{0,30}\b(?:good)?bye\b"
    r"|\b(?:find|get|book|need|looking for|look for|search(?:ing)?(?: for)?|recommend|see)(?:(?: for)? (?:me|us))?(?: please)? (?:a|an|another|some)(?: \w+)? (?:therapist|psychologist|psychiatrist|counsell?or|dentist|cab|taxi|train|ride|apartment)\b"
    r"|\bdying to (?:try|see|know|hear|read|taste|visit|find out|wear)\b(?: (?:your|the|this|that|my|an?|new|it)\b(?: \w+)?)?|\b(?:crush|destroy|beat|kill) the competition\b(?: with (?:your|our|the|these) \w+)?"
    rf"|\b{_GOING} (?:be )?going to {_CITY}\b"
    rf"|\b(?:planning|hoping|plan|hope|want|like|need) (?:on |to )(?:go|going|travel(?:ling)?|fly(?:ing)?|visit(?:ing)?)(?: out)? to {_NOT_BEYOND}[\w'-]+"
    r"|\b(?:go|going|eat|eating|stay|staying) out (?:to (?:eat|dinner|lunch)|for (?:a while|dinner|lunch|a (?:meal|drink|movie|bite)))\b|\bfor (?:my )?[\w']+ and myself\b"
    r"|\b(?:looking for|look for|find|search for)(?: me)? (?:an? |some |the )?[\w-]+ (?:that |which )?(?:i|we) can (?:go to|visit|see|attend|watch|listen to)\b"
    rf"|\b(?:i'll|i will|we'll|we will|i'm|i am) (?:only |just |also )?(?:be )?(?:staying|stay)(?: there| here| in [\w-]+)? (?:(?:for|until|till|just|only|a total of) )*(?:\w+ )?(?:days?|nights?|weeks?)\b"
    rf"|\b{_GOING} (?:only |just |also )?be (?:needing (?!a (?:coffin|grave|lawyer))|going (?:now\b(?=\W*$| to (?:get|pick|check))|there\b|from\b)|heading home\b|leaving (?:from|on|at|by) |leaving {_DAY})"
    rf"|\b(?:plan(?:ning)?|want|need|like|hoping) to (?:leave|go|stay|depart|return|come back|check (?:in|out)|eat|dine)(?: out| there| back| outside)? (?:from|on|at|by|for|until|till) {_NOT_BEYOND}(?!here|ever|good|it|all|every|last|life)[\w:-]+(?![^.]*\b(?:off|bridge|roof|cliff|tracks|rails|forever|goodbye|die|dead|wake)\b)"
    r"|\b(?:(?:find(?:ing)?(?: me)?|search(?:ing)? for|look(?:ing)? for|need|in need of|get(?: me)?|want) )?(?:(?:an?|some|the|another|good|nice|new|suitable|other) )*(?:house|place|apartment|flat|property|room|somewhere|housing)(?: where| that| which)?(?: i can(?: rent)?)?(?: to)? (?:live|stay)\b(?! (?:with|without|any|no more))"
    r"|\b(?:help(?: me)?|need|want|like|looking|time|going|go|should)(?: [\w']+){0,4}? (?:find(?:ing)?|see|meet|consult|search for|look for|book|get|to) (?:an? |another |some other |the )?(?:\w+ )?(?:therapist|psychologist|psychiatrist|counsell?or|therapy)\b"
    r"|\b(?:i won't be needing|i won't need|i don't need) (?:any ?more (?:help|assistance)|any (?:help|assistance)|anything else)\b|\b(?:i have|i've gotten|i've got|that's) (?:everything|all) i need(?:ed)?\b"
    r"|\b(?:find|get|book|rent|want|need|show|give|reserve)(?: me)?(?: please)?(?: (?:an?|some|the|any|more|another|\w+))? (?:movies?|attractions?|someone in \w+|\d{1,2}:\d\d(?: ?[ap]m)?|bed ?rooms?|baths?)\b"
    # Times, companions, meals, and what is left to the service.
    rf"|\bthinking (?:of|about) (?:leaving |going |coming )?(?:at |on |around )?(?:{_DAY}|\d{{1,2}}(?::\d\d)?(?: ?[ap]m)?){_NO_MORE}"
    rf"|\b(?:i'm|i am|we're|we are) (?:all )?(?:done|finished|set|good) (?:for (?:now|today)|with (?:that|the (?:form|order|booking))){_NO_MORE}"
    rf"|\b(?:it|there|that)(?:'ll| will|'s going to| is going to) (?:only |just )?be (?:only |just )?(?:me|myself|one person|the two of us)(?:,? (?:so )?(?:just )?one)?{_NO_MORE}"
    r"|\b(?:i'll|i will|i'd|we'll|we will) (?:gladly |just |happily )?(?:take|trust|follow) your (?:advice|choice|word(?: for it)?|recommendation|suggestion|pick)\b(?! and (?:kill|hurt|die|end))"
    r"|\btreat(?:ing)? myself (?:to (?:an? |some )?(?!death|poison|pills)\w+|today|tonight|this (?:week|weekend|month))\b"
    r"|\b(?:some|a lot of|lots of|so much|(?:half )?an hour of|have|got|extra) time to kill\b(?! (?:you|him|her|them|my|every|some|the))"
    rf"|\b(?:(?:i|we)(?:'d| would)? (?:like|prefer|want|love|fancy)|i'm craving|craving|something|anything|some|serving)(?: something| anything)?(?: like| serving)? (?:{_CUISINE})(?: (?:fusion|food|cuisine|barbe[cq]ue|bbq|dishes|restaurants?|noodles|tea|works))?{_NO_MORE}"
    # Consent, and the end of what is asked for.
    rf"|\b(?:it's|it is|that's|that is|this is|it|that|this|sounds|seems|works|looks) (?:all |just |really |also |seems |sounds |looks |works )*(?:fine|good|great|perfect|ok|okay|alright|cool|nice|right|correct)(?: (?:for|with|by|to) me)?{_NO_MORE}"
    rf"|\b(?:you're|you are) (?:absolutely |quite |totally )?(?:right|correct){_NO_MORE}|\bi'm all (?:taken care of|set|good){_NO_MORE}|\bi don't want to (?:right |just )?(?:now|yet){_NO_MORE}"
    r"|\b(?:give|send|tell|text) me (?:the|its|their) (?:address|phone number|number|website|e-?mail)\b(?! or)"
    r"|\b(?:do you have|could you give me|can i (?:get|have)|may i have|what(?:'s| is)|is there) (?:an|the|its) (?:phone number|address|e-?mail|postcode|street)\b(?: you (?:could|can) give me)?"
    r"|\b(?:find|get|need|book|looking for|look for|want|search for|rent|recommend)(?: me| us)? (?:an?|another|some|the)(?: [\w-]+){0,2}? (?:house|apartment|flat|room|place to (?:live|stay)|hotel|table|restaurant|doctor|movie|song|bus|flight|event)\b"
    r"|\bwhat will (?:that|it|this) (?:run|cost|set) (?:me|us)(?: back)?\b|\bnothing,? (?:else,? )?(?:thanks?|thank you|i'm (?:done|good|fine))\b|\b(?:live|room|cab|ride|table|ticket) (?:so i want|for (?:one|two|my (?:friend|wife|husband)))\b"
)

EXPLAINED: Final = Late(f"{_WAITING}|{_WORDS}|{_GOOD_WILL}|{_DELIVERY}|{_TURNS}")
