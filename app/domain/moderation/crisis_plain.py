"""Crises told in plain words: where somebody stands, what they can't bear, who is to be looked after when they have gone.

Training does not read these; see `judge.LEARNT_WITH`.
"""

# ruff: noqa: E501 (a wording is read in one piece)

from typing import Final

from app.domain.moderation.wording import Wordings

_KIN = r"(?:kids|children|mum|mom|mother|dad|father|wife|husband|son|daughter|sister|brother|family|parents|girlfriend|boyfriend|little (?:girl|boy|sister|brother)|gran|grandma|partner|boys|girls|baby)"
_PET = r"(?:dogs?|cats?|pets?|rabbits?|birds?|parrot|budgie|horses?|hamsters?|fish|goldfish|tortoise|guinea pigs?|puppy|kitten|animals)"
_I_AM = r"\bi(?:'m| am|m|'ve been| have been| was)? (?:just |still |now |here |back |up |all )*"
_DAY = r"(?:tonight|today|tomorrow|soon|now|(?:on |this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|night|evening))?|this (?:weekend|week|evening)|at (?:midnight|dawn|noon|\w+)|in the morning|for good|forever)"
# Who comes back needs a sitter: a place, a time, a journey.
_NO_SITTER = r"(?! (?:while|until|till|for|from|at|next|on|over|during|in|between|when i'm (?:away|in|on|at)|as (?:well|usual))\b)"

ENGLISH: Final[Wordings] = (
    # Where somebody is.
    (
        "ledge parapet cliff bridge roof rooftop building viaduct overpass quarry storey floor railing railings guardrail park tower crane platform balcony / i i'm im sat sitting standing",
        rf"(?:{_I_AM}|^(?:hi,? |hello,? |please,? |help,? )?)(?:sit|sitting|sat|stand|standing|stood|perched|crouch(?:ed|ing)|balancing|out|dangling) on (?:the |a |my |this )?(?:\w+ )?(?:ledge(?! (?:seat|reading|with (?:a|my) (?:book|coffee|tea)))|parapet|edge of (?:the|a|this|my) (?:\w+ )?(?:cliff|bridge|roof|building|viaduct|overpass|quarry|multi[- ]storey|car park|tower|crane|rooftop|platform|balcony)|(?:window ?)?sill (?:on|of) the \w+ (?:floor|storey)|(?:bridge|roof|balcony) (?:railings?|guard ?rail))\b",
    ),
    (
        "railing railings rail guardrail parapet bridge barrier / wrong",
        r"\bwrong side of (?:the|a|this) (?:\w+ )?(?:railings?|guard ?rail|parapet|safety (?:rail|net|fence)|bridge(?! (?:road|street|to|from|for)))\b",
    ),
    (
        "railing railings rail parapet barrier fence net / climbed climbing i",
        r"\bi(?:'m|'ve| have| am)? (?:just |already )?(?:climb(?:ed|ing)?|got|gone|went|stepped) over the (?:\w+ )?(?:railings?|guard ?rail|parapet|safety (?:net|fence|barrier)|(?:barrier|fence) (?:of|on) the (?:bridge|roof|viaduct|overpass|tracks))\b",
    ),
    (
        "tracks rails platform / lean leaning leant lying lie lay laid kneeling stand standing",
        r"\bi(?:'m| am| was)? (?:\w+ ){0,2}?(?:stand|standing|stood|wait|waiting|sit|sitting|sat) (?:at|by|on|near|beside) (?:the )?(?:\w+ )?(?:tracks|rails|platform edge|edge of the platform)\b[^.]{0,20}\b(?:lean(?:ing|ed|t)? (?:forward|over|in|out)|close my eyes|eyes (?:shut|closed)|won't move|not (?:going to |gonna )?mov(?:e|ing))\b|\bi(?:'m| am| was| will|'ll)? (?:\w+ )?(?:lie|lying|laid|lay|kneel|kneeling) (?:down )?(?:on|across) the (?:\w+ )?(?:tracks|rails)\b",
    ),
    (
        "sea river ocean lake canal waves water / walk walking wade wading swim swimming go going",
        r"\b(?:walk(?:ing)?|wad(?:e|ing)|swim(?:ming)?|go(?:ing)?) (?:straight |right |far |just |out )*(?:in ?to|out to) the (?:sea|river|ocean|lake|canal|waves|water)\b[^.]{0,12}\b(?:(?:and|to) (?:not|never) (?:turn|com|look|stop|return|swim|get out)\w*|until (?:i (?:sink|drown|can't)|it's over|it takes me|my head|there's no)|with stones|let it take me)",
    ),
    (
        "wheel / tempted want wanted urge thinking thought thoughts feel felt nearly almost close",
        r"\b(?:tempted|wants? to|wanted to|urge to|think(?:ing)?(?: of| about)?|thoughts? (?:of|about)|fe(?:el|lt) like|nearly|almost|close to) (?:just )?(?:let(?:ting)? go of|tak(?:e|ing) my hands off|turn(?:ing)?|yank(?:ing)?|jerk(?:ing)?|pull(?:ing)?|turned|yanked) the (?:steering )?wheel\b",
    ),
    (
        "garage / running on",
        r"\b(?:car|engine|motor)(?:'s| is)? (?:is )?(?:\w+ )?running\b[^.]{0,20}\b(?:closed|shut|locked|sealed) garage\b|\bgarage (?:door )?(?:is |'s )?(?:closed|shut|sealed|locked)\b[^.]{0,30}\b(?:engine|car|motor) (?:is |'s )?(?:still )?(?:running|on)\b",
    ),
    (
        "bag / head",
        r"\b(?:pull(?:ed|ing)?|put(?:ting)?|ti(?:ed|e)|taped?|tying|got) (?:a|the) (?:\w+ )?bag (?:over|around|round) my (?:own )?head\b(?![^.]{0,40}\b(?:rain\w*|umbrella|hair|dye|shower|wet|soaked)\b)",
    ),
    (
        "rope noose cord belt / checked tested tied fixed found measured",
        r"^(?!.*\b(?:swing|hammock|punch\w*|lamp|bike|plant|ladder|lights?)\b).*?\b(?:rope|noose|cord|belt)\b[^.]{0,40}\bi(?:'ve| have)? (?:already )?(?:checked|tested|found|picked|measured) (?:the|a) (?:\w+ )?(?:beam|rafters?|hook|branch|tree)\b",
    ),
    # What they can't bear, want or wish.
    (
        "bear stand take endure face stomach handle cope tolerate do / exist* living life alive breathing being sunrise dawn",
        r"\b(?:can't|cannot|can not|cant|can no longer|couldn't) (?:\w+ly )?(?:bear|stand|take|endure|face|stomach|handle|cope with|tolerate|do) (?:existing|being alive|being me|breathing|living(?: this| my)? life|living|life|my life|my (?:own )?existence|this (?:life|existence)|(?:being alive |existing )?(?:for )?another (?:sunrise|dawn|(?:day|minute|hour|night|second|week|year) (?:alive|of (?:life|living|existing|breathing|being (?:alive|me)|this (?:life|existence)))))\b(?! (?:so|too|that|here|there|in|with|near|next|without|at|on|under|like|off|out|through|seriously|insurance|cover|vests?|rafts?|sentences?|lessons?|drawing)\b)",
    ),
    (
        "existing alive living breathing life / exhausted worn wearied drained sickened",
        r"\b(?:exhausted|worn out|wearied|drained|sickened) (?:by|of|from|with) (?:existing|being alive|living|breathing|life)\b(?! (?:in|with|out|on|next|like|at|without|here|there|through|under)\b)",
    ),
    (
        "crash accident fall fire overdose surgery operation illness lorry truck car bus virus fever cancer heart stroke train / wish wished only hope hoping pray praying",
        r"\b(?:wish|wished|if only|hope|hoping|pray|praying) (?:that )?(?:the|that|this|my) (?:\w+ )?(?:crash|accident|fall|fire|overdose|surgery|operation|illness|lorry|truck|car|bus|virus|fever|cancer|stroke|heart attack|train)(?: had| would| will|'d)? (?:just |finally |only )?(?:killed|finished|ended|taken|takes?|kills?|finish(?:es)?|ends?|claims?|claimed|got) me\b(?! (?:off (?:the|your)|a |an |to (?:the|work|school)|home|there))",
    ),
    (
        "let left saved revived resuscitated rescued under / should should've",
        r"\bshould(?:'ve| have)? (?:just )?(?:let me (?:die|drown|bleed(?: out)?|burn)|left me (?:to die|to drown|in the water|under the water|hanging there)|not (?:have )?(?:saved|revived|resuscitated|rescued) me)\b|\bi should(?:'ve| have) (?:stayed|remained|gone) under(?: the)? (?:water|waves|ice|surface)\b",
    ),
    (
        "save rescue resuscitate revive / don't not dont no nobody",
        r"\b(?:don't|do not|dont|please no one|nobody) (?:\w+ to |even |bother to )?(?:save|rescue|resuscitate|revive) me\b(?! (?:a|an|any|some|the|one|two|time|money|as|in|from (?:this|the|your)|for|\d+)\b)",
    ),
    # What they ask for.
    (
        "heart / stop stops stopping",
        r"\b(?:buy|get|find|order|take|swallow|mix|need|want) (?:me )?(?:something|anything|pills|tablets|a (?:drug|poison|powder|medicine)|poison|drugs|stuff) (?:that|which|to) (?:\w+ )?stops? (?:my|your|a|the) heart\b|\bstops? (?:my|your|a|the) heart (?:for (?:good|sure)|forever|quickly|painlessly|peacefully)\b",
    ),
    (
        "bridge fall drop building jump cliff floor / how",
        r"\bhow (?:high|tall|far|deep) (?:does|must|should|do|would|is) (?:a|the|my|you|i|it)? ?(?:bridge|fall|drop|building|jump|cliff|floor)(?: \w+){0,4}? (?:to (?:be (?:certain|sure|final|instant)|die|work|kill)|so (?:that )?(?:nobody|no one|you don't|i don't) survives?|(?:certain|instant|sure) death|fatal)\b",
    ),
    # What is to be after them.
    (
        "look take feed good kind nice watch / dog* cat* pet* rabbit* bird* parrot budgie horse* hamster* fish goldfish tortoise guinea puppy kitten animals kids children mum mom mother dad father wife husband son daughter sister brother family parents girlfriend boyfriend little gran grandma partner boys girls baby",
        rf"\bi(?:'ll| will|'m going to| am going to|'m gonna| am|'m|m)? (?:just )?(?:go|leave|going|leaving|be gone|be leaving|disappear|be off)(?: {_DAY})+,? (?:and |so )?(?:please )?(?:look after|take (?:good )?care of|feed|be (?:good|kind|nice) to|watch over) (?:my|the) (?:\w+ )?(?:{_PET}|{_KIN})\b{_NO_SITTER}",
    ),
    (
        "last / type write say send hear read think",
        r"\b(?:this is|these are|it's|that's) (?:probably |maybe )?the last (?:thing|things|words?|sentence|lines?) (?:that )?(?:i'll|i will|i'm going to|i am going to|you'll|you will|anyone will)(?: ever)? (?:ever )?(?:type|write|say|hear|read|think)(?: from me)?\b(?! (?:about|on|to|for|regarding|before|until|till|without|unless|in|here today|today))",
    ),
    (
        "last / voice person face soul human one",
        r"\blast (?:\w+ )?(?:voice|person|face|soul|human) (?:that )?i(?:'ll| will|'m going to| am going to)(?: ever)? (?:hear|see|talk|speak|write|meet)\b(?! (?:to )?(?:today|tonight|about|before (?:i (?:call|go|leave|cancel|switch)|the)))",
    ),
    (
        "find / me",
        r"\b(?:nobody|no one)(?:'d| would| will|'ll| is going to)? (?:even )?find me (?:till|until|before|for days|for weeks) ?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|it's (?:over|done|too late)|spring|the (?:weekend|rent|smell|neighbours|cleaner|morning)|next (?:week|month)|tomorrow|$)",
    ),
)
"""Wordings that decide."""
