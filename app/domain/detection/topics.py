"""Words that show a message to be about a sensitive matter of a person."""


# ruff: noqa: E501 (a wording is read in one piece)

import re
from collections.abc import Iterator
from types import MappingProxyType

from app.domain.data_class import DataClass, Span
from app.domain.detection import topics_abroad
from app.domain.detection.led import Led
from app.domain.detection.words import Words

_ILLNESS = (
    r"(?:cancer|diabetes|diabetic|epilep(?:sy|tic)|asthma(?:tic)?|hiv|aids|depress(?:ion|ed)|schizophrenia|bipolar|hepatitis|dementia"
    r"|autism|autistic|anorexia|ptsd|adhd|arthritis|leukemia|a (?:tumou?r|stroke|heart (?:attack|condition)|miscarriage|disability|concussion)"
    r"|anaphyla\w+|krebs|depressionen|asthme)"
)
# What is bought and used: a word before one of these says what the thing is for.
_THING = (
    r"(?! (?:\w+ )?(?:monitors?|meters?|machine|strips?|box|bag|organi[sz]er|glasses|sunglasses|lenses|cushions?|ramps?|access|accessible|socks|gloves|chairs?|lamp|templates?|policy"
    r"|form|samples?|seat|shoes?|labels?|tested|test kit|records|vinyl|dvd|books?|posters?|necklace|button|toys?|app|card holder|case|cover|tray|dispenser|desk|chocolate|friendly|size|gate|cot|stroller|buggy|bottle"
    r"|carrier|clothes|room|shop|caf[eé]|kiosk|gift|costumes?|outfit|fancy dress|action figure|playset|doll|series|mug|joke|board game|puzzle|(?:t-?)?shirt|print|stickers?|sheets?|linen|mattress|frame|car park|parking|road|street|lane)\b)"
)
_KIN = r"(?:sons?|daughters?|child|children|kids?|boys?|girls?|brother|sister|nephew|niece|cousin|grandson|granddaughter|grandchild|stepson|stepdaughter|toddler|baby)"
_KIN_OF = r"(?:(?:my|our|his|her|their) (?:wife|husband|partner|mother|father|mum|mom|dad|son|daughter|child|kid|baby|brother|sister|gran|nan|grandma|grandpa|grandmother|grandfather|boyfriend|girlfriend|nephew|niece|aunt|uncle|friend))"
_YEARS = r"(?:1?[0-7]|[89]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)[- ]?years?[- ]?old"
# What a child does, or the end of what is said: a thing of that age is named right behind it.
_GOES_ON = r"(?=\s{0,2}(?:[,.!?;:)\n]|$)|'s | (?:is|was|has|had|can|can't|cannot|could|will|would|who|and|just|got|wants?|loves?|likes?|opened|ordered|bought|used|broke|needs?|accidentally|swallowed|took|says|said|did|does|by|with)\b)"
# Who lies in a hospital, told from what is delivered there and who works there.
_LIES_THERE = re.compile(
    r"\b(?:i|he|she|they|we|who|wife|husband|partner|mother|father|mum|mom|dad|son|daughter|kid|child|baby|friend|sister|brother|parents|grandma|grandpa|grandmother|grandfather|boss|neighbour|neighbor"
    r"|ich|er|sie|wir|mutter|vater|mama|papa|mann|frau|sohn|tochter|kind|oma|opa|bruder|schwester|freund|freundin)\b[^.!?\n]{0,25}"
    r"(?:\b(?:am|im|is|was|were|are|been|being|stay(?:s|ed|ing)?|lying|lay|stuck|admitted|landed|ended up|bin|ist|war|waren|sind|liege|liegt|lag|liegen|kam|komme|musste|muss)|'(?:m|s|re))\b[^.!?\n]{0,25}$"
    r"|(?:^|[.!?\n] ?)(?:bin|war|liege|lag|am|stuck|currently|still)\b[^.!?\n]{0,20}$"
)
# Whose health it is, right before: of an animal it is nobody's; and of what only looks like a thing of the sick.
_ANIMAL = re.compile(
    rf"\b(?:dogs?|cats?|pupp(?:y|ies)|pup|kittens?|horses?|pony|rabbits?|hamster|guinea pig|pets?|vet|parrot|tortoise|goldfish|{topics_abroad.PETS})\b(?!,? (?:and|with|und|et|y) (?:i|ich|je|yo)\b)[^.!?\n,;]{{0,20}}$"
)
_WAS_SOMEBODY = re.compile(
    r"\b(?:i|he|she|we|they|you|who|husband|wife|partner|son|daughter|friend|colleague|boss|brother|sister)(?: \w{1,10})? $"
)
_BEFORE = 80  # characters in which it is told who
_MANY = 300  # in one text: of more, nobody asks who
_SAID_OF = MappingProxyType({DataClass.HEALTH: _LIES_THERE, DataClass.HR: _WAS_SOMEBODY})
_TERMS: tuple[tuple[DataClass, Led], ...] = (
    (
        DataClass.HEALTH,
        Led(
            rf"\b(?:(?:mis|un)?diagnosed with|my diagnosis\b|(?:i have|i've got|suffer(?:s|ing)? from|i am|i'm|{_KIN_OF} (?:is|was)|has|(?<!nearly )(?<!almost )(?<!about )had|ich habe|j'ai) {_ILLNESS}\b(?! (?:when|seeing|looking|at (?:the|your|that)|over|button|in the|in my|bestellt|gekauft|gegessen)){_THING}"
            rf"|my (?:medication|prescription|chemo\w*|therapist|psychiatrist|pregnancy|illness|disability|medical (?:records?|history|condition)|blood (?:test|pressure|sugar))\b{_THING}"
            rf"|(?:i'm|i am|she's|is) pregnant\b|(?:i'm|i am|im|he's|she's|(?:he|she|{_KIN_OF}) is) (?:also |now |very |completely |profoundly |registered |legally |partially )*(?:deaf|blind|partially sighted|sighted|visually impaired|hard of hearing|disabled|terminally ill|immunocompromised|housebound|bedridden|paraly[sz]ed|coeliac|celiac)\b(?! (?:to|date|tasting|spot|by))"
            rf"|(?:after|since|following|before|for|from) (?:my|his|her) (?:\w{{1,12}} )?(?:operation|transplant|chemo\w*|mastectomy|caesarean|c-section|dialysis)\b|(?:i take|i'm on|i am on|takes) (?:antidepressants|insulin|blood thinners|heart (?:pills|medication)|antibiotics|beta blockers|statins|methadone|lithium)\b|(?:i'm |i am |he's |she's |is )?on medication\b(?! (?:shelf|page))|(?:rushed|taken|admitted|airlifted) (?:in)?to (?:the )?hospital\b|(?:mum|mom|dad|mother|father|wife|husband|son|daughter|he|she|i) (?:went|was sent|had to go) (?:in)?to hospital\b|allergic reaction\b{_THING}|miscarriage\b|(?P<check>in (?:the )?(?:hospital|emergency room|intensive care)|im krankenhaus)\b{_THING}"
            rf"|hospitali[sz]ed\b|tested positive\b|my surgery\b|(?:need|needs|had|having|after|before) (?:a )?surgery\b|a surgery (?:next|last|tomorrow|this|on my)\b|wheelchair[- ](?:user|bound)"
            rf"|(?:in a|uses? a|using a|needs? a|my) wheelchair\b{_THING}|(?:bin|ist|war|bist|werde|wurde) (?:\w{{1,12}} ){{0,3}}schwanger\b"
            r"|(?:suis|est|étais|êtes|tombée) (?:\w{1,12} ){0,2}enceinte\b|(?:estoy|está|esta|estaba|quedé) (?:\w{1,12} ){0,2}embarazada\b)"
        ),
    ),
    (DataClass.HEALTH, topics_abroad.HEALTH),
    (DataClass.LEGAL, topics_abroad.LAW),
    (
        DataClass.CHILD,
        Led(
            rf"\b(?:my|our) (?:[a-z]+ )?{_YEARS}(?: {_KIN}\b|{_GOES_ON})|\b(?:this|that|his|her|their) {_YEARS} {_KIN}\b"
            rf"|\b(?:my|our) (?:son|daughter|child|kid|baby|toddler){_THING}(?: [a-z]+)?,? (?:is|who is|aged|age|turned|turns|just turned)[ ,](?:only )?(?:[0-9]|1[0-7])\b(?! ?(?:%|cm|kg|lbs?\b|inch|out of))"
            r"|\bi(?:'m| am) (?:only )?(?:[6-9]|1[0-7]) ?(?:years? old|yo\b|y/o)|\bi(?:'m| am) a minor\b"
            r"|\bmein(?:e)? (?:sohn|tochter|kind) ist (?:[0-9]|1[0-7])\b|\bbirth certificate of my\b|\bchild (?:abuse|custody)\b"
        ),
    ),
    (
        DataClass.LEGAL,
        Led(
            rf"\blawsuits?\b{_THING}|\bsee (?:you|u|you lot|you all|each other|them) in court\b|\b(?:i(?:'ll| will| am going to)|we(?:'ll| will)|going to|gonna) sue\b|\bsuing\b|\bsubpoena\w*|\blegal (?:action|proceedings|claim)\b|\b(?:received|got|send|sent|sending|serve|served|formal|final) (?:\w{{1,12}} ){{0,2}}legal notice\b(?! (?:page|link|section|text|in the footer))"
            rf"|\b(?:my|our) (?:lawyer|attorney|solicitor|barrister|legal counsel)\b{_THING}|\btake (?:you|this|them) to court\b(?! side)|\bcourt (?:order|case|hearing|date)\b"
            r"|\bsmall claims\b|\b(?:mein|meinem|meinen) (?:anwalt|rechtsanwalt)\b|\bmon avocat\b(?! (?:est|était) (?:\w{1,8} )?(?:mûr|pourri|vert|dur|noir))(?! (?:mûr|pourri|vert))|\bmi abogado\b|\bcease and desist\b"
        ),
    ),
    (
        DataClass.HR,
        Led(
            rf"\b(?:got|been|get|being|(?P<check>was|were)) (?:fired|laid off|dismissed from my job)\b(?! up)"
            rf"|\bmy (?:performance review|employment contract|severance|disciplinary)\b(?! action figure){_THING}"
            r"|\bmy (?:boss|manager|supervisor|coworker|colleague) (?:is |has been |was )?(?:harass\w*|bull(?:y|ies|ied|ying)|discriminat\w*|threaten\w*)"
            r"|\bsexual(?:ly)? harass\w*|\bmy salary is [0-9$£€]|\bwrongful (?:termination|dismissal)\b|\bdisciplinary (?:hearing|action|procedure)\b"
        ),
    ),
    (
        DataClass.TAX,
        Led(
            r"\bmy (?:tax (?:bill|debt|assessment|refund|identification))\b(?! (?:form|at the|desk|voucher|slip|for (?:the|my|a) (?:purchase|goods|order|bag)))|\btax (?:audit|evasion|fraud|debt|lien)\b"
            r"|\bback taxes\b|\bmeine? steuer(?:erklarung|bescheid)\b|\bmy taxable income\b"
        ),
    ),
    (
        DataClass.SECURITY_INCIDENT,
        Led(
            r"\b(?:account|email|profile|identity|phone|computer|data) (?:was|is|has been|got|may have been|might have been|were|have been) (?:hacked|breached|hijacked|leaked|compromised)\b"
            r"|\bdata (?:breach|leak)\b(?! (?:policy|page))|\bransomware\b|\bphish(?:ing|ed)\b(?! (?:game|quiz|training|test|policy))|\bmalware\b|\b(?:my|our) identity (?:was|has been|got) stolen\b|\bstole my identity\b|\bi(?:'ve| have| was|'ve been| have been| got)? (?:been )?hacked\b(?! together)|\bhacked (?:into )?my\b(?! weekend)"
            r"|\bidentity theft\b|\bunauthori[sz]ed (?:access|login|log-in)\b|\bsecurity (?:breach|incident|vulnerability)\b(?! (?:policy|page|form|plan))|\bsomeone (?:else )?(?:logged|broke|got) into my\b"
        ),
    ),
)


def find(text: str, words: Words) -> Iterator[Span]:
    """Yield the words that name a matter of health, children, law, employment, tax or security."""
    if len(words.lower) != len(text):
        return
    for data_class, terms in _TERMS:
        said_of = _SAID_OF.get(data_class)
        for judged, match in enumerate(terms.matches(words)):
            before = max(0, match.start() - _BEFORE), match.start()
            asked = judged < _MANY
            doubted = said_of if asked and said_of and match.groupdict().get("check") else None
            if doubted and not doubted.search(words.lower, *before):
                continue
            if asked and data_class is DataClass.HEALTH and _ANIMAL.search(words.lower, *before):
                continue
            yield Span(*match.span(), data_class)
