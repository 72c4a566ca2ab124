"""Harm that is only told of: by whom it was done or said to, quoted, denied, or asked about. It is taken out of a sentence.

Nothing is taken out in which whoever writes wants to do harm, or that is done to whoever reads.
"""

# ruff: noqa: E501 (a wording is read in one piece)

from typing import Final

from app.domain.moderation.wording import Wordings

_KIN = r"(?:ex|husband|wife|boyfriend|girlfriend|partner|fianc[eé]e?|dad|father|stepdad|stepfather|mum|mom|mother|stepmother|brother|sister|son|daughter|uncle|aunt|cousin|grandfather|neighbou?r|landlord|flatmate|roommate|boss|manager|teacher|coach|classmates?|colleagues?|co-?workers?|stalker|abuser|attacker|guy|man|men|woman|women|boy|boys|girl|girls|kid|kids|person|stranger|strangers|caller|user|users|people|drivers?|couriers?|employees?|staff|guards?|sellers?|buyers?|customers?|technicians?|agents?|operators?|clerks?|cashiers?|team|gang|mob|friends?|reviewers?|commenters?|posters?|members?|players?|teammates?|gamers?|visitors?|students?|pupils?|workers?|nurse|doctor|officer|waiter|tenants?|lodger|host)"
WHO = (
    r"(?>(?:he|she|they|someone|somebody|who|people|users|customers|strangers|others|reviewers|classmates|neighbou?rs|kids)\b|(?:(?:my|your|our|his|her|their|the|a|an|some|this|that|another|one of (?:your|the|my)) "
    rf"(?:[\w'-]+ ){{0,2}}?{_KIN}(?:-\w+)?(?:'s \w+)?(?: (?:at|in|on|from|of) (?:(?:the|my|your|his|her|our|a|this) )?[\w']+| online)?))"
)
_HARM = r"(?:kill|murder|shoot|stab|strangle|hurt|harm|beat|burn|rape|bomb|torture|choke|behead|slaughter|attack|assault|poison|drown|hang|cut|slit|smash|bash|break|punch|kick|hit|slap|knife|find|come for|blow up|use it on|get|follow|harass|touch|threaten|ruin|destroy|end|run)"
_HURT = r"(?:kill|murder|shoot|stab|strangle|hurt|harm|beat|burn|rape|bomb|torture|attack|assault|poison|punch|kick|hit|slap|threaten|drown|choke|cut|hang|break|smash)"
_DONE = r"(?:killed|murdered|shot|stabbed|strangled|hurt|harmed|beaten(?: up)?|beat(?: up)?|burn(?:ed|t)|raped|tortured|choked|attacked|assaulted|poisoned|drugged|hit|slapped|smashed|punched|kicked|robbed|mugged|groped|grabbed|touched|molested|abused|stalked|followed|harassed|threatened|blackmailed|kidnapped|spat at|pushed|cut|bullied)"
_DOES = r"(?:hits|beats|hurts|chokes|kicks|slaps|punches|rapes|strangles|touches|threatens|stalks|follows|harasses|abuses|burns|cuts|blackmails|bullies|gropes)"
_SAID = r"(?:said|says|saying|say|told|tells|telling|threaten|threatens|threatened|threatening|swore|swears|promised|warned|warns|texted|texts|texting|wrote|writes|writing|shouted|yelled|screamed|claims|claimed|posted|commented|announced)"
_WRITTEN = r"(?:wrote|writes|written|said|says|saying|sent|sends|posted|posts|texted|texts|reads|read|shouted|yelled|screamed|got|received|commented|called|message|messages|letter|note|comment|comments|review|email|mail|text|sms|voicemail|sign|post|user|word|words|write|say|phrase|sentence|geschrieben|gesagt|schrieb|sagte|ecrit|dit|escribio|dijo|escrito|dicho|scritto|detto|schreef|zei|geschreven|gezegd|escreveu|disse|napisal|napisala|powiedzial|powiedziala|skrev|sa|yazdi|dedi)"
_MINE = r"(?:me|us|my(?: own)?(?: (?!life\b)[\w'-]+)?|our [\w'-]+|him|her(?: [\w'-]+)?|his [\w'-]+|them|their [\w'-]+|the (?:kids|children|family|dog|cat|baby|cashier|clerk|staff|lady|man|woman|guy|house|flat|school|office|shop|mosque|church|synagogue|building|driver)|a (?:man|woman|customer|cashier|colleague)|people|everyone|all gays|all muslims|all jews)"
_FREE = r"(?:(?!(?:you|your|yours|u|ur|ya|i'll|i will|i'm|i am|i'd|i would|i want|we'll|we will|we're|we are|so i|and i|then i|but i|let me)\b)[\w'-]+(?:[^\w\"“”„«»]{1,3}|$))"
"""A word of a part in which nobody is spoken to, and nobody speaks of what they will do."""
_QUOTED = r"(?:[\"“”„«»][^\"“”„«»]{1,160}[\"“”„«»]|(?<![\w])'(?:[^'\"]|'(?=\w)){1,160}'(?!\w))"
NOT_AT_YOU = r"(?![^\"]{0,40}\b(?:kill|shoot|stab|hurt|cut|on|for|at|find|visit|get|wait\w*)(?: to)? (?:you|u|ya|your (?!shop|store|branch|office|car park|site|page|chat|app|place)\w+)\b)"
_ANYBODY = r"(?:anyone|anybody|someone|somebody|people|you(?: all| guys)?|him|her|them|your \w+|others|a soul|nobody|no one|me)"
_HARM_WORDS = "kill* murder* shoot* shot stab* strangl* hurt* harm* beat* burn* rap* bomb* tortur* chok* behead* slaughter* attack* assault* poison* drown* hang* cut* slit smash* bash* break* punch* kick* hit* slap* knife find come blow use get follow* harass* touch* threat* ruin* destroy* end run"
_SAID_WORDS = "said says saying say told tells telling threaten threatens threatened threatening swore swears promised warned warns texted texts texting wrote writes writing shouted yelled screamed claims claimed posted commented announced"
_WRITTEN_WORDS = "wrote writes written said says saying sent sends posted posts texted texts reads read shouted yelled screamed got received commented called message messages letter note comment comments review email mail text sms voicemail sign post user word words write say phrase sentence geschrieben gesagt schrieb sagte ecrit dit escribio dijo escrito dicho scritto detto schreef zei geschreven gezegd escreveu disse napisal napisala powiedzial powiedziala skrev sa yazdi dedi"

TOLD: Final[Wordings] = (
    # What others said, word for word: in quotes, or after a colon.
    (
        _WRITTEN_WORDS,
        rf"(?<!\bi )(?<!\bi've )(?<!\bwe )\b{_WRITTEN}\b(?=[^\"“”„«»']{{0,50}}[\"“”„«»'])(?: [\w'-]+){{0,6}}?(?: :|:|,)? ?{_QUOTED}",
    ),
    (
        _WRITTEN_WORDS,
        rf"\b(?:{WHO}|hat|heeft|ha|a|qualcuno|alguien|quelqu'un|iemand|alguem|ktos|nagon|biri) (?:(?:has|had|have|just|keeps|kept|is|was|me|mir|m'a|mi|mij|hat|ha|heeft|har|also|then|this|on|my|wall) ){{0,4}}?{_WRITTEN}(?: (?:to|me|us|him|her|this|mir|mij|on|my|the|wall|page|phone|[\w']+)){{0,3}} ?:[^\"]{{1,200}}",
    ),
    (
        "comment comments review reviews post posts message messages mail email mails emails text texts note notes letter letters sticker stickers graffiti username usernames / says say said read reads saying claims claiming",
        rf"\b(?:comments?|reviews?|posts?|messages?|e?mails?|texts?|notes?|letters?|stickers?|graffiti|usernames?)(?: [\w']+){{0,4}}?(?: that| which)? (?:says?|said|reads?|saying|claims?|claiming) {_FREE}{{1,12}}",
    ),
    # What others threaten to do, or would.
    (
        f"{_SAID_WORDS} / {_HARM_WORDS}",
        rf"\b{WHO} (?:[\w']+ ){{0,4}}?{_SAID}[ ,:]{{1,2}}{_FREE}{{0,12}}?{_HARM}(?:s|ing)?(?: up| down)? (?:[\w']+ ){{0,1}}?{_MINE}\b(?: (?:to death|up|down|in the \w+|with (?:a|his|her) \w+))?{NOT_AT_YOU}",
    ),
    (
        f"wants want tried tries trying going will would might could may can he'll she'll they'll he'd she'd they'd who'll about wanted / {_HARM_WORDS}",
        rf"\b(?:{WHO}(?:'ll|'d|'s|'re)?) (?:(?:is|are|was|were|will|would|might|could|may|can|has|have) )?(?:(?:wants?|wanted|tried|tries|trying|going|about|able|always|really|just|probably|even|once) )*(?:to )?{_HARM} (?:me|us|my (?!way\b)[\w'-]+(?: [\w-]+)??|our [\w-]+)\b(?: (?:and|or) my \w+)?{NOT_AT_YOU}",
    ),
    (
        "scared afraid worried terrified frightened fear fears / he she they he'll she'll they'll someone somebody my the a your",
        rf"\b(?:scared|afraid|worried|terrified|frightened|fears?)(?: that| of| because)? {WHO}(?:'\w+)? {_FREE}{{0,8}}?{_HARM}(?:s|ing)? {_MINE}\b{NOT_AT_YOU}",
    ),
    (
        f"{_SAID_WORDS} / should must deserve deserves are",
        rf"\b{WHO} (?:[\w']+ ){{0,2}}?{_SAID}\b(?![^\"]*\b(?:right|agree|true|correct|facts|indeed|so i|and (?:i|they|he|she|it|we))\b) {_FREE}{{1,10}}?(?:should|must|deserves? to|are|need to|ought to) {_FREE}{{1,10}}",
    ),
    (
        f"why / {_HARM_WORDS}",
        rf"\bwhy (?:did|does|do|was|am|is|would) (?:[\w']+ ){{1,5}}?(?:say|says|claim|claims|think|thinks|said|write|flagged|blocked)(?: that| for)? (?:i|my)\b[^\"]{{1,40}}?\b{_HURT}(?:ing|ed)? {_ANYBODY}\b",
    ),
    # What was done to whoever writes, or to theirs.
    (
        "killed murdered shot stabbed strangled hurt harmed beaten beat burned burnt raped tortured choked attacked assaulted poisoned drugged hit slapped smashed punched kicked robbed mugged groped grabbed touched molested abused stalked followed harassed threatened blackmailed kidnapped spat pushed cut bullied",
        rf"\b(?:i|we|he|she|they|(?:my|our|his|her) (?:[\w'-]+ ){{0,2}}?[\w'-]+)(?:'m|'ve)? (?:was|were|got|am|are|is|have|has|had|being|been)(?: (?:being|been|nearly|almost|once|sexually|badly|brutally|just|also|getting))* {_DONE}(?: to death| at (?:gun|knife)point| in the \w+)*(?: by (?:[\w']+ ){{0,2}}?[\w']+)?{NOT_AT_YOU}",
    ),
    (
        "killed murdered shot stabbed strangled hurt harmed beaten beat burned burnt raped tortured choked attacked assaulted poisoned drugged hit slapped smashed punched kicked robbed mugged groped grabbed touched molested abused stalked followed harassed threatened blackmailed kidnapped spat pushed cut bullied hits beats hurts chokes kicks slaps punches rapes strangles touches threatens stalks follows harasses abuses burns cuts blackmails bullies gropes / me us my our",
        rf"\b{WHO} (?:(?:has|have|had|just|once|nearly|almost|always|also|sexually|often|keeps?|kept) )*(?:{_DONE}|{_DOES}|(?:hitting|beating|hurting|threatening|touching|stalking|following|harassing|abusing|choking|raping)) (?:me|us|(?:my|our) [\w'-]+)\b(?: (?:to death|in the [\w]+|with (?:a|an|his|her) \w+|at (?:gun|knife)point|by the throat))*{NOT_AT_YOU}",
    ),
    (
        "gun knife weapon bomb rifle machete axe pistol",
        rf"\b(?:{WHO}|there's|there is|i saw|i see) (?:[\w']+ ){{0,4}}?(?:has|had|have|with|pulled(?: out)?|pulls|put|holds|is holding|held|carries|points|pointed|hiding|waving) (?:a|an|his|her|the) (?:[\w]+ )?(?:gun|knife|weapon|bomb|rifle|machete|axe|pistol)\b(?: (?:on|at|to|against) (?:me|us|him|her|my [\w]+|the \w+))?{NOT_AT_YOU}",
    ),
    (
        "threat threats / had got received there after due because having during",
        r"\b(?:had|got|received|there was|there were|after|due to|because of|having|during) (?:(?:a|an|the|some|another|these|two|many|my|our) )?(?:(?:bomb|shooting|death|terror|rape|hoax) )+threats?\b",
    ),
    # What others call whoever writes, send them or want of them.
    (
        "call calls called calling",
        r"\b(?:(?<!\bi )call(?:s|ed|ing)? (?:me|us|him|her|them|my [\w]+)|(?:was|were|been|got|being|am|get) called)(?: an?| the)? [\w']+(?: [\w']+){0,3}?(?= by\b| in\b| on\b| at\b| every\b| all\b| and\b|[,:;]|$)",
    ),
    (
        "sent send sends sending shows showed showing asked asks asking wants wanted demanded / nudes nude naked dick porn sex pics sexual dirty",
        rf"\b{WHO} (?:(?:is|was|has|have|keeps?|kept|just|always|on the \w+|in the \w+) )*(?:sent|send|sends|sending|shows|showed|showing|asked|asks|asking|wants|wanted|demanded) (?:from )?(?:me|us|my [\w]+)(?: for| to)?(?: [\w']+){{0,3}}? (?:nudes?|naked [\w]+|dick ?pics?|porn|sex(?:ual)?(?: [\w]+)?|dirty [\w]+)\b(?: (?:of|from) [\w]+)?",
    ),
    (
        "posted shared leaked uploaded sells sold uses used spread spreads has found / nudes nude naked sex sexual intimate porn",
        rf"\b(?:{WHO}|i|we) (?:(?:has|have|is|was|just|keeps?) )*(?:posted|shared|leaked|uploaded|sells|sold|uses|used|spread|spreads|found|published|posting|sharing|selling) (?:[\w']+ ){{0,3}}?(?:(?:naked|nude|intimate|sex|sexual|porn)(?: [\w]+)?|nudes)(?: (?:of|with) (?:me|us|my [\w]+|her|him))\b|\b{WHO} (?:[\w']+ ){{0,2}}?(?:posted|shared|leaked|uploaded|sells|sold|uses|used|spread) (?:my|our|her) (?:[\w]+ ){{0,4}}?(?:nudes?|naked|sex|porn)\b",
    ),
    # What is denied, taken back, or asked about.
    (
        f"never didn't did not don't won't wouldn't nobody no sorry joking joke apologise apologize wasn't / {_HARM_WORDS}",
        rf"\b(?:(?:i|we)(?:'m|'re|'d|'ve|'ll)? ?(?:have |am |are |was |were |did |do |would |will )?(?:never|didn't|not|don't|won't|wouldn't|wasn't)|no ?(?:one|body)|(?:sorry|i was (?:only |just )?joking|it was (?:only |just )?a joke|i apologi[sz]e)(?:,| that| when| for| if)*) (?:(?!(?:but|unless|otherwise|until|yet|because|joking|kidding|afraid|hesitate|think twice)\b)[\w'-]+ ){{0,8}}?{_HURT}(?:ed|s|ing)? {_ANYBODY}\b(?![^\"]{{0,60}}\b(?:but|unless|if|otherwise|or else|until|yet|without|enough|just)\b)",
    ),
    (
        "saying claiming suggesting / not",
        rf"\b(?:i'm|i am|we're|we are) not (?:saying|claiming|suggesting)(?: that)? {_FREE}{{1,8}}(?!.*\bbut\b)",
    ),
    (
        "hate dislike / don't not never",
        r"\b(?:i|we)(?:'ve)? (?:don't|do not|never|didn't|did not) (?:really |ever )?(?:hated?|disliked?) [\w']+(?: [\w']+)?",
    ),
    (
        "users user people someone somebody anyone those customers sellers drivers person persons men / report ban block remove handle treat stop punish",
        rf"\b(?:report|ban|block|remove|handle|treat|stop|punish) (?:[\w]+ )?(?:users?|people|someone|somebody|anyone|those|customers|sellers|drivers|persons?|men) (?:who|that) {_FREE}{{1,14}}",
    ),
    (
        "allowed legal illegal crime ok okay forbidden punishable / write say post threaten wish",
        rf"\b(?:allowed|legal|illegal|a crime|ok|okay|forbidden|punishable) to (?:write|say|post|threaten|wish)\b(?: ?{_QUOTED}| {_FREE}{{1,10}})",
    ),
    (
        "mean means meaning / what what's",
        rf"\bwhat (?:does|do|is meant by) (?:[\w']+ ){{0,2}}?(?:{_QUOTED}|[\w' ]{{2,40}}?) mean\b",
    ),
)
