"""Sentences that only tell of hate or insults, speak against them, or deny them."""

# ruff: noqa: E501 (a wording is read in one piece)

import re
from typing import Final

from app.domain.moderation.groups import KIND_OF

_HATE = r"(?:hate|hating|despis(?:e|ing)|detest|loath(?:e|ing)|look down on|dislike|fear|insult|mock|attack|beat|blame|judge|exclude|discriminate against|harass|threaten|kill|deport|hurt|harm|abuse|bully|shun|ban|expel|silence|murder|exterminate|eliminate|eradicate|wipe out|get rid of|persecute|oppress|ridicule|humiliate|dehumani[sz]e|demoni[sz]e|disrespect|torture|rape|shoot|gas|lynch|spit (?:at|on)|make fun of|laugh at)"
_SAYS = r"(?:say|says|said|saying|think|thinks|thought|believe|believes|believing|claim|claims|claimed|claiming|write|writes|wrote|writing|shout|shouts|shouted|shouting|post|posts|posted|posting|mean|imply|argue|agree|joke|joking|tell|tells|told|teach|teaching)"
# "I don't think muslims are human" denies what is good.
_NOTHING_GOOD = r"(?!.*\b(?:are|is|be|as) (?:really |even |fully )?(?:human|humans|people|equal|good|worth|welcome|victims|like us|our equals|real|allowed|deserving)\b)"

_ILL = r"(?:hate|hatred|abuse|violence|insults?|contempt|threats?|scorn|prejudice|cruelty|slurs|discrimination|death|this|such \w+)"
_DONE = r"(?:killed|insulted|attacked|hated|fired|refused|bullied|mocked|beaten(?: up)?|deported|excluded|judged|hurt|harmed|abused|denied|treated|punished|blamed|ashamed|called|banned|shot|murdered|eliminated|exterminated|eradicated|wiped out|expelled|silenced|gassed|lynched|raped|tortured|burn(?:ed|t)|hanged|locked up|put down|thrown out|kicked out|segregated|discriminated against|dehumani[sz]ed|ridiculed|humiliated|oppressed|persecuted|despised|feared|shunned|shamed|disrespected|looked down on|laughed at|spat at|made fun of)"
_WORST = "|".join(
    sorted(word for word, kind in KIND_OF.items() if kind in {"<vermin>", "<bad>", "<insult>"} and word.isascii())
)
_BAD = rf"(?:less (?:human|worthy|intelligent|equal|valuable|deserving|than human)|worth less|second[- ]class|to blame|all the same|mentally ill|stealing|terrorists|weakness|sins?|{_WORST})"
# "Muslims are not just terrorists, they are also ...": nothing may be added.
_AND_NO_MORE = r"(?= *(?:$|[.!?]|and (?:never|always|you know|that's|they never|we all|i)\b|at all\b|just because\b|because\b|like anyone\b|(?:to|than) (?:men|women|anyone|others|you|us|anybody)\b|,? (?:whatever|full stop|period|stop|you know|quite the opposite|they(?:'re| are) (?:human|people|just people|our)|ok\b|believe me)))"

_QUOTE = r"[\"“](?=[^\"“”]*\b(?:are|is|should|must|deserves?|belong|need|will|have|die|go|get|hate|kill|all|do|can|can't|don't|aren't)\b)[^\"“”]{6,160}[\"”]"
_AGAINST = r"(?:unacceptable|disgusting|racists?|racism|sexists?|sexism|bigot\w*|hateful|hate speech|prejudice\w*|ignorant|ignorance|shame\w*|offensive|wrong|hurtful|cruel|vile|report|reported|banned?|delete|remove|taken down|not (?:ok|okay|acceptable|true|right|funny)|homophob\w+|transphob\w+|antisemit\w+|misogyn\w+|islamophob\w+|xenophob\w+|horrible|terrible|awful|lie|lies|myth|nonsense|stupid|stop)\b"

REPORTED: Final = re.compile(
    r"\b(?:called me|he called|she called|they called|calls me|told me|texted me|said to me|yelled|shouted|someone (?:said|wrote|posted|called)|the (?:word|term|slur|phrase)|is (?:a slur|hate speech|racist|sexist|wrong|offensive|unacceptable|homophobic|never ok|disgusting to say)|using (?:the word|slurs)|report(?:ing)? (?:a|this|the|hate|abuse|someone)|stop (?:saying|calling|hate|racism|using)|it's (?:not ok|wrong|racist|unacceptable) to|nobody should|no one should|you (?:can't|shouldn't|should never) say|saying (?:that )?|if you (?:say|think|believe)|people who (?:say|think|believe)|i (?:disagree|condemn|reject)|is a (?:myth|stereotype|lie)|what does|meaning of|why (?:is|do people)|history of|definition of|lyrics?|news|article|according to|police said|was (?:arrested|convicted|sentenced|charged)|were (?:killed|arrested)"
    r"|(?:it's|it is|its) (?:never|not) (?:ok|okay|right|fair|fine|cool|acceptable|normal|funny) to|(?:it's|it is|its|is) (?:so |really |just |plain |simply |always )?(?:wrong|racist|sexist|hateful|cruel|horrible|vile|sick|unfair|awful|bad|disgusting|terrible|shameful|mean|unacceptable) to (?:say|think|claim|write|shout|attack|blame|hate|call|insult|mock|discriminate|dehumani[sz]e|joke|believe|post|deny)"
    r"|(?:don't|do not|never|stop|please stop|you (?:can't|cannot|shouldn't|should not|must not)|we must not) (?:ever |just )?(?:call|calling|insult|insulting|mock|mocking|blame|blaming|laugh at|make fun of|discriminate|dehumani[sz]e)|which is (?:vile|racist|wrong|hateful|disgusting|awful|horrible)|they(?:'re| are) (?:all )?(?:people|human|humans)\b(?! scum| trash)|unfollow me|not my friend|told (?:him|her|them) to stop|apologi[sz]ed (?:for|over|after)|i (?:will )?(?:defend|stand with|stand up for)|stood with|(?:protested|rallied|marched) against)\b"
    # Denied: "not all ... are", "I don't think that ... are", "nobody should hate ...", "... must never be killed".
    r"|\b(?:not (?:all|every|each)|few|hardly any|only (?:a few|a handful|some)|very few)\b[^.]{0,40}\b(?:are|is|want|have)\b"
    rf"|\b(?:do not|don't|does not|doesn't|did not|didn't|never|wouldn't|would never|nobody|no one) (?:would |should |really |ever |even |actually )?{_SAYS}\b{_NOTHING_GOOD}"
    rf"|\b(?:do not|don't|does not|doesn't|did not|didn't|never|nobody|no one|none of us|no (?:decent )?\w+) (?:would |should |can |could |must |may |will |ought to |has a right to |has the right to |really |ever |even |actually |just )*{_HATE}\b"
    rf"|\b(?:should|must|may|can|ought to|will|would|do not have to|don't have to)(?: never|n't| not)(?: ever)? be {_DONE}\b"
    # Told: who says it is named, or what was written.
    rf"|\b(?:anyone|anybody|whoever|everyone|those|people|somebody|someone|\w+s?) who {_SAYS}\b|\b(?:whoever|anyone|anybody|somebody) {_SAYS}\b"
    rf"|\b(?:racists|nazis|neo-nazis|bigots|sexists|homophobes|fascists|antisemites|bullies|trolls|extremists|populists) {_HATE}\b"
    r"|\b(?:a|an|the|one of the|some|another|this|that|his|her|their|your) (?:\w+ ){0,2}(?:comment|comments|review|post|letter|sticker|graffiti|message|poster|sign|guy|man|woman|customer|colleague|driver|teacher|neighbou?r|boy|girl|politician|employee|agent) (?:said|wrote|shouted|claimed|posted|told|saying|that says|that said|claiming|with the words)\b"
    r"|\b(?:saying|claiming|writing|shouting|posting|joking) (?:things like |that |all )*[\"“]"
    r"|^(?!.*\b(?:agree|right about|so true|is true|are right|is right|was right|good for (?:him|her|them)|a point|yes please|amen|hear,? hear|(?:me|myself|i|we) (?:too|also|as well)|i (?:also |do |would |will )?(?:say|think|believe|mean) (?:it|so|that|the same|they)|the same|finally)\b).*?\b(?:heard|overheard|witnessed) (?:[\w'-]+ ){1,7}?(?:say|saying|shout|shouting|joke|joking|claim|claiming|yell|yelling|tell|telling|call|calling|mutter|muttering)\b"
    # What people deserve, unless nobody of them does.
    r"|^(?!.*\b(?:no|none|nobody|not|never|don't|doesn't|hardly|only)\b).*?\bdeserves? (?:respect|love|equality|equal \w+|dignity|kindness|the same|every (?:chance|opportunity)|to (?:be (?:safe|happy|heard|loved)|live in peace))\b"
    rf"|\bno (?:[\w'-]+ ){{1,3}}(?:deserves?|should (?:face|suffer|fear)|merits?|has earned) (?:{_ILL}|to (?:be (?:\w+ly )?{_DONE}|die|suffer|rot|burn))\b(?! (?:more|as much|like))"
    # Denied to be what is said of them, and no more than that.
    rf"|(?<!\bwho )(?<!\bthat )(?<!\bthere )\b(?:are|is|was|were|am|be)(?:n't| not| never| no| hardly| anything but)(?: (?:a|an|the|any|all|some|such|so|at all|in any way|born|our|your|being|(?:kind|sort|bunch|group) of|(?!only|merely|simply|purely)\w+ly)){{0,3}} {_BAD}(?: (?:people|persons?|men|women|folks?|(?:human )?beings?))?{_AND_NO_MORE}"
    rf"|\b(?:do not|don't|does not|doesn't|did not|didn't|never|won't|can't) (?:\w+ly )?(?:disgust|ruin|destroy|steal|threaten|scare|corrupt|spread|infest|frighten|repulse|offend|deserve (?:{_ILL}|to (?:be {_DONE}|die|suffer|rot)))\b"
    rf"|\b(?:it's|it is|that's|that is|this is) (?:just |simply |plain )*(?:not true|untrue|false|a lie|nonsense|a myth|rubbish|slander|wrong) that\b{_NOTHING_GOOD}"
    r"|\bnothing (?:is )?(?:wrong|bad|shameful|strange|unnatural) (?:with|about)\b(?!(?: \w+)? (?:kill|hat|beat|hit|attack|hurt|despis|deport|insult|gas|shoot|burn|lynch|rap|exterminat)(?:ing|ting|ping)\b)"
    rf"|\b(?:no|any|little) (?:right|reason|need|excuse|cause|grounds) to {_HATE}\b"
    rf"|\bwhy (?:would|do|does|should|could|must) (?:anyone|anybody|people|someone|they|some|so many|he|she)(?: \w+)? {_HATE}\b"
    rf"|\b(?:people|those|anyone|anybody|men|everyone|politicians|trolls|customers) (?:who|that) {_HATE} [^.]{{1,40}} (?:make me sick|makes me sick|disgust me|disgusts me|are wrong|is wrong|are pathetic|are cowards|should be ashamed|have no place|has no place|are the problem|need help)\b"
    r"|\b(?:hatred|hate|violence|abuse|prejudice|racism|discrimination|contempt|harassment|bigotry|attacks?|threats) (?:of |against |towards |on )[^.]{1,30} (?:has no place|have no place|must stop|makes me sick|won't be tolerated|is (?:wrong|a crime|disgusting|shameful|never ok|unacceptable))\b"
    rf"|\b(?:don't|do not|never|wouldn't) (?:want|wish|like) (?:[\w'-]+ ){{1,4}}?to (?:be {_DONE}|die|suffer|get hurt)\b"
    rf"|\b(?:can't|cannot|can you|hard to|hardly) believe (?:that )?(?:[\w'-]+ ){{0,3}}?{_SAYS}\b{_NOTHING_GOOD}"
    rf"|\b(?:should|must|may|can|do|will|would)(?: not|n't| never) (?:treat|see|regard|view|dismiss) [^.]{{1,30}} as (?:a |an |the )?{_BAD}\b"
    r"|\b(?:can't|cannot|shouldn't|should not|must not|mustn't) (?:just|simply|ever) (?:say|claim|think|call|write)\b"
    r"|\b(?:calling|labell?ing|naming|treating) [^.]{1,40} is (?:wrong|racist|disgusting|not ok|unacceptable|vile|shameful|cruel|hateful|sexist|low|a disgrace|hate speech)\b"
    r"|[\"”] (?:was|is) (?:written|sprayed|painted|printed|scratched|shouted|said|posted|on (?:a|the|your|our|his|her) \w+|hateful|racist|wrong|disgusting|vile|hate speech|a (?:\w+ )?(?:comment|lie|slur|thing|review)|what (?:he|she|they|the \w+|i) )"
    # Quoted with a verb in it, beside a word against it.
    rf"|{_QUOTE}[^\"“”]*\b{_AGAINST}|\b{_AGAINST}[^\"“”]*{_QUOTE}"
    r"|\b(?:comment|review|post|sentence|slogan|words?) [\"“][^\"”]{1,80}[\"”] (?:must|should|has to|needs to|is|was)\b"
    # Asked about.
    r"|\b(?:what(?:'s| is| was)|explain|define|understand|essay (?:on|about)|books? (?:on|about)|read about|report (?:on|about)|write about|lecture on|fight|fought|against) (?:the )?white (?:supremacy|power)\b|\bwhite supremacy (?:is|was|has|does|must|means)\b"
    # Spoken against.
    rf"|\b{_HATE} [^.]{{1,40}} is (?:wrong|racist|disgusting|not ok|unacceptable|against the law|vile|ignorant|shameful|cruel|a crime|bigoted|hurtful|nonsense|never|pure prejudice|illegal|evil|hateful|stupid)\b"
    rf"|\b(?:stop|stopping|end|against|condemn|fight) {_HATE}\b"
    rf"|(?<!\bnot )(?<!n't )\b(?:wrong|racist|disgusting|not ok|unacceptable|against the law|vile|ignorant|shameful|cruel|bigoted|a crime|hurtful|nonsense|prejudice|a lie|illegal|stupid|evil|trick of \w+) to (?:{_HATE}|{_SAYS})\b"
    r"|\b(?:no place|no room|no excuse|zero tolerance) for\b"
)
