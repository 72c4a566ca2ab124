"""Sentences that only tell of hate or insults, speak against them, or deny them."""

# ruff: noqa: E501 (a wording is read in one piece)

import re
from typing import Final

_HATE = r"(?:hate|hating|despis(?:e|ing)|detest|loath(?:e|ing)|look down on|dislike|fear|insult|mock|attack|beat|blame|judge|exclude|discriminate against|harass|threaten|kill|deport)"
_SAYS = r"(?:say|says|said|saying|think|thinks|thought|believe|believes|believing|claim|claims|claimed|claiming|write|writes|wrote|writing|shout|shouts|shouted|shouting|post|posts|posted|posting|mean|imply|argue|agree|joke|joking|tell|tells|told|teach|teaching)"
# "I don't think muslims are human" denies what is good.
_NOTHING_GOOD = r"(?!.*\b(?:are|is|be|as) (?:really |even |fully )?(?:human|humans|people|equal|good|worth|welcome|victims|like us|our equals|real|allowed|deserving)\b)"

REPORTED: Final = re.compile(
    r"\b(?:called me|he called|she called|they called|calls me|told me|texted me|said to me|yelled|shouted|someone (?:said|wrote|posted|called)|the (?:word|term|slur|phrase)|is (?:a slur|hate speech|racist|sexist|wrong|offensive|unacceptable|homophobic|never ok|disgusting to say)|using (?:the word|slurs)|report(?:ing)? (?:a|this|the|hate|abuse|someone)|stop (?:saying|calling|hate|racism|using)|it's (?:not ok|wrong|racist|unacceptable) to|nobody should|no one should|you (?:can't|shouldn't|should never) say|saying (?:that )?|if you (?:say|think|believe)|people who (?:say|think|believe)|i (?:disagree|condemn|reject)|is a (?:myth|stereotype|lie)|what does|meaning of|why (?:is|do people)|history of|definition of|lyrics?|news|article|according to|police said|was (?:arrested|convicted|sentenced|charged)|were (?:killed|arrested)"
    r"|(?:it's|it is|its) (?:never|not) (?:ok|okay|right|fair|fine|cool|acceptable|normal|funny) to|(?:it's|it is|its|is) (?:so |really |just |plain |simply |always )?(?:wrong|racist|sexist|hateful|cruel|horrible|vile|sick|unfair|awful|bad|disgusting|terrible|shameful|mean|unacceptable) to (?:say|think|claim|write|shout|attack|blame|hate|call|insult|mock|discriminate|dehumani[sz]e|joke|believe|post|deny)"
    r"|(?:don't|do not|never|stop|please stop|you (?:can't|cannot|shouldn't|should not|must not)|we must not) (?:ever |just )?(?:call|calling|insult|insulting|mock|mocking|blame|blaming|laugh at|make fun of|discriminate|dehumani[sz]e)|which is (?:vile|racist|wrong|hateful|disgusting|awful|horrible)|they(?:'re| are) (?:all )?(?:people|human|humans)\b(?! scum| trash)|unfollow me|not my friend|told (?:him|her|them) to stop|apologi[sz]ed (?:for|over|after)|i (?:will )?(?:defend|stand with|stand up for)|stood with|(?:protested|rallied|marched) against|deserves? (?:respect|love|equality|equal \w+|dignity|kindness|the same))\b"
    # Denied: "not all ... are", "I don't think that ... are", "nobody should hate ...", "... must never be killed".
    r"|\b(?:not (?:all|every|each)|few|hardly any|only (?:a few|a handful|some)|very few)\b[^.]{0,40}\b(?:are|is|want|have)\b"
    rf"|\b(?:do not|don't|does not|doesn't|did not|didn't|never|wouldn't|would never|nobody|no one) (?:would |should |really |ever |even |actually )?{_SAYS}\b{_NOTHING_GOOD}"
    rf"|\b(?:do not|don't|does not|doesn't|did not|didn't|never|nobody|no one|none of us|no (?:decent )?\w+) (?:would |should |can |could |must |may |will |ought to |has a right to |has the right to |really |ever |even |actually |just )*{_HATE}\b"
    r"|\b(?:should|must|may|can|ought to) (?:never|not)(?: ever)? be (?:killed|insulted|attacked|hated|fired|refused|bullied|mocked|beaten|deported|excluded|judged|denied|treated|punished|blamed|ashamed|called)\b"
    # Told: who says it is named, or what was written.
    rf"|\b(?:anyone|anybody|whoever|everyone|those|people|somebody|someone|\w+s?) who {_SAYS}\b|\b(?:whoever|anyone|anybody|somebody) {_SAYS}\b"
    rf"|\b(?:racists|nazis|neo-nazis|bigots|sexists|homophobes|fascists|antisemites|bullies|trolls|extremists|populists) {_HATE}\b"
    r"|\b(?:a|an|the|one of the|some|another|this|that|his|her|their|your) (?:\w+ ){0,2}(?:comment|comments|review|post|letter|sticker|graffiti|message|poster|sign|guy|man|woman|customer|colleague|driver|teacher|neighbou?r|boy|girl|politician|employee|agent) (?:said|wrote|shouted|claimed|posted|told|saying|that says|that said|claiming|with the words)\b"
    r"|\b(?:saying|claiming|writing|shouting|posting|joking) (?:things like |that |all )*[\"“]"
    # Asked about.
    r"|\b(?:what(?:'s| is| was)|explain|define|understand|essay (?:on|about)|books? (?:on|about)|read about|report (?:on|about)|write about|lecture on|fight|fought|against) (?:the )?white (?:supremacy|power)\b|\bwhite supremacy (?:is|was|has|does|must|means)\b"
    # Spoken against.
    rf"|\b{_HATE} [^.]{{1,40}} is (?:wrong|racist|disgusting|not ok|unacceptable|against the law|vile|ignorant|shameful|cruel|a crime|bigoted|hurtful|nonsense|never|pure prejudice|illegal|evil|hateful|stupid)\b"
    rf"|\b(?:stop|stopping|end|against|condemn|fight) {_HATE}\b"
    rf"|(?<!\bnot )(?<!n't )\b(?:wrong|racist|disgusting|not ok|unacceptable|against the law|vile|ignorant|shameful|cruel|bigoted|a crime|hurtful|nonsense|prejudice|a lie|illegal|stupid|evil|trick of \w+) to (?:{_HATE}|{_SAYS})\b"
    r"|\b(?:no place|no room|no excuse|zero tolerance) for\b"
)
