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
    # How they mean to do it, or have begun.
    (
        "vein veins throat wrist wrists / open opened opening",
        r"\b(?:open(?:ing|ed)?|slic(?:e|ing)|cut(?:ting)?) (?:up )?my (?:own )?(?:veins?|throat|wrists?|arteries)\b|\bmy (?:veins?|throat|wrists?|arteries) (?:should|must|have to|need to|will) be (?:cut|opened|open|slit)\b",
    ),
    (
        "rope noose razor blade belt helium pills / bath bridge tonight friday plan letter then veins throat boot money friends left day",
        r"\b(?:veins?|throat|wrists?)\b[ ,.]{1,3}(?:and )?(?:the |a )?(?:rope|razor|blade|belt|bath)\b|\b(?:no|zero) (?:\w+ )?(?:friends?|money|family|hope|job|one|future)(?: (?:left|at all))? and (?:a|the) (?:rope|noose|bridge|razor|gun|blade)\b(?! (?:ladder|swing))|\bday \d+ ?:? (?:i )?(?:bought|got|found|ordered) the (?:rope|noose|razor|gun|pills|helium)\b",
    ),
    (
        "letter note / bridge rope pills train roof gun",
        r"\b(?:first|step one|then|after that)\b[ :,]*(?:i )?(?:\w+ )?(?:the |a |my )?(?:letters?|note)s?\b[ .,]{1,3}(?:and |after that |then )+(?:comes? )?(?:the )?(?:bridge|rope|pills|train|roof|gun|jump)\b",
    ),
    (
        "words lines names / arm arms leg legs skin thigh stomach",
        r"\b(?:dig|dug|carv(?:e|ed|ing)|scratch(?:ed|ing)?|cut(?:ting)?|pull|writ(?:e|ing)|burn(?:ed|t)?) (?:\w+ )?(?:words|lines|names?|letters) (?:in ?to|in|on(?: to)?) (?:my|his|her|their) (?:own )?(?:arms?|legs?|skin|thighs?|stomach|wrists?|belly)\b(?! (?:tattoo|with (?:a )?(?:pen|marker|henna)))",
    ),
    (
        "cuts cut bandages / deeper arms arm thighs legs",
        r"\b(?:my|her|his) (?:bandages|cuts) (?:\w+ )*(?:getting|got|been getting|are) deeper\b|\b(?:discovered|found|saw|noticed|posted|see|seen) (?:\w+ ){0,3}?(?:fresh )?cuts (?:in|on|all over|along|across) (?:her|his|their|my \w+'s) (?:\w+ )?(?:arms?|thighs?|legs?|wrists?|skin|stomach)\b",
    ),
    (
        "blood / hands",
        r"\b(?:typing|writing) this with (?:my )?(?:own )?blood (?:on|all over|running)\b",
    ),
    (
        "hanging hanged / found",
        r"\b(?:found|discovered|walked in on|cut down) (?:\w+ ){0,4}?hanging (?:in|from) (?:the|a|his|her|our|my) (?:garage|attic|loft|tree|beam|ceiling|bedroom|bathroom|wardrobe|closet|shed|stairs|basement|hall|door|rafters?)\b(?<!sign hanging)",
    ),
    (
        "pulse breathing breathe / hate still why",
        r"\bhate (?:still )?having a (?:pulse|heartbeat)\b|\bwhy (?:the \w+ )?(?:do|am|must) i (?:\w+ to be |have to be |still )*breath(?:e|ing)\b(?! (?:through|in|into|like|so|fast|slowly))",
    ),
    (
        "dose knot depth height poison gas rope / never fails surely certain sure",
        r"\b(?:what|which) (?:dose|dosage|knot|depth|height|poison|gas|building|drug|pill|rope|method|bridge) (?:\w+ )?(?:never fails|kills (?:at once|surely|for sure|instantly|fast\w*|me)|works (?:fastest|every time|for sure)|(?:will|would) kill me)\b(?! (?:weeds?|ants|bugs|mould|mold|germs|bacteria|rats|mice))",
    ),
    (
        "funeral burial grave / who nobody one",
        r"\b(?:who|nobody|no one|anyone)(?:'d| would| will|'ll| is going to) (?:even |ever |really )?(?:come|show up|turn up|be|cry|go) (?:to|at) my (?:own )?(?:funeral|burial|grave|wake)\b",
    ),
    (
        "mercy suffer / me",
        r"\b(?:vets?|doctors?) put (?:\w+ )*(?:dogs?|cats?|animals|horses|pets) down\b[^.]{0,40}\b(?:why not me|do (?:it|the same) to me|i want that|me too|put me down)\b",
    ),
    (
        "hope wish want pray / tumour tumor cancer",
        r"\bi(?:'m| am)? (?:just |really |secretly )?(?:hop(?:e|ing)|wish(?:ing)?|pray(?:ing)?|want) (?:that )?(?:to (?:get|have)|i (?:get|have|had)|for|it's|it is)(?: an?)? (?:cancer|tumou?r|heart attack|stroke|terminal \w+)\b(?! (?:screening|test|insurance|cover|awareness|charity))",
    ),
    (
        "peace ready okay ok prepared / go leave cross die being",
        r"\bi(?:'m| am) (?:ready|prepared) to (?:cross over|meet my maker|leave this (?:world|life|earth))\b|\bi(?:'m| am) at peace (?:to (?:go|leave)|with (?:going|leaving|not being|dying))\b|\bi(?:'m| am) (?:ok|okay|fine|at peace) with not being (?:here|alive|around)\b(?! (?:for (?:the|your)|when (?:it|the|you)|on|at|next|to (?:sign|open|take)))",
    ),
    (
        "coward scared weak brave afraid cowardly / pull go jump swallow step let kick",
        r"\b(?:too (?:much of a coward|scared|weak|afraid|cowardly)|not brave enough) to (?:pull the trigger|go through with it|swallow (?:them|the pills)|jump in front|step in front|let go of the (?:rail|railing)|kick the chair)\b",
    ),
    (
        "stomach pumped / next again more",
        r"\bstomach (?:was |got )?pumped\b[^.]{0,40}\b(?:next time|again|take more|will work)\b",
    ),
    (
        "police cops officer / shoot me provoke",
        r"\b(?:provoke|force|make|get) (?:the |a )?(?:police|cops?|officers?) (?:to )?(?:shoot|kill) me\b",
    ),
    (
        "gun rifle / sits holding sitting head",
        r"\b(?:he|she|they|(?:my|the) [\w' ]{2,30}?|(?:someone|somebody|a \w+)[\w' ]{0,30}?) (?:is |just |has been |sits |sitting )*(?:(?:sits|sitting|sat)(?: there| at home)? with|hold(?:s|ing)|has) (?:a|his|her|the) (?:gun|rifle|pistol|knife) (?:to|at|against) (?:his|her|their) (?:own )?(?:head|temple|throat|chest|wrist)\b",
    ),
    (
        "opened open read / done dead gone",
        r"\bwhen (?:this|that|the) (?:e?mail|letter|note|message) is (?:opened|read)\b,? (?:it's done|i'm (?:dead|gone)|i am (?:dead|gone)|it is (?:done|over)|it's over|i(?:'ll| will) be (?:dead|gone))",
    ),
    (
        "tell let / fault",
        r"\b(?:tell|let) my (?:\w+ )?(?:kids|children|mum|mom|mother|dad|father|wife|husband|son|daughter|sister|brother|family|parents|girl|boy)(?: know| that)* (?:it (?:wasn't|isn't|was not|is not)|they're not) (?:\w+ )?(?:fault|to blame)\b|\b(?:note|letter) for my (?:\w+ )?(?:kids|children|mum|mom|mother|dad|father|wife|husband|family|parents) so (?:that )?they (?:know|understand) why\b",
    ),
    (
        "tracks rails / lie lay sit stand stood standing lying kneel going",
        r"\b(?:(?:going|want|about|plan|planning|need) to|gonna|will|i'll) (?:\w+ )?(?:lie|lay|sit|stand|kneel|sleep) (?:down )?(?:on|across|between) the (?:\w+ )?(?:tracks|rails)\b|^(?:\w+,? )?(?:stood|stand|standing|lying|sitting|lie) (?:on|between) the (?:\w+ )?(?:tracks|rails)\b",
    ),
    (
        "train bus lorry truck tram / under",
        r"\b(?:just |only )?me under (?:a|the|that) (?:\w+ )?(?:train|bus|lorry|truck|tram)\b(?! (?:bridge|seat|station|stop))",
    ),
    (
        "over / relieved calm peace peaceful",
        r"\bi(?:'m| am| feel| felt| am feeling)? (?:so |very |finally )?(?:relieved|calm|at peace|peaceful) (?:now |that |because )*(?:it's|it is|it will be|it'll be|everything is) (?:nearly |almost |soon )?over (?:for good|forever|soon)\b",
    ),
    ("voices / need want", r"\b(?:need|want) the voices to (?:end|stop|be silent|go away|shut up)\b"),
    (
        "yourself myself themselves oneself / scars parents leaving knowing seeing noticing showing",
        r"\b(?:cut|hurt|burn|harm) (?:yourself|myself|themselves|oneself) (?:so (?:that )?|without )(?:\w+ ){0,3}?(?:scars?|parents|knowing|seeing|noticing|showing|leaving (?:marks|traces))\b",
    ),
    (
        "last / meal night sunset evening breakfast song walk supper",
        r"\b(?:tonight|this|today|it)(?: \w+)?(?:'s| is| was) the last (?:meal|night|sunset|sunrise|evening|breakfast|song|walk|supper) (?:that )?(?:i'll|i will|i am going to)(?: ever)? \w+\b(?! (?:here|at (?:your|this)|with you|in (?:your|this)))",
    ),
    (
        "tell / sorry loved",
        rf"\btell my (?:\w+ )?{_KIN} (?:that )?i (?:was sorry|were sorry|loved (?:her|him|them)\b|always loved)",
    ),
    ("life / heavy", r"\b(?:my )?life (?:became|got|is|has become|was|has got) (?:just |simply |far )?too heavy\b"),
    (
        "disappear vanish gone erased / earth world planet",
        r"\b(?:disappear|vanish|be gone|be erased) from (?:this|the) (?:earth|world|planet|face of the earth)\b",
    ),
    (
        "samaritans crisis suicide helpline hotline / number line hotline samaritans call",
        r"\b(?:number|line|contact) (?:of|for) (?:the )?samaritans\b|\bsamaritans'?(?: phone)? number\b|\b(?:give me|connect me to|need|is there|call|put me through to) (?:the |a |an )?(?:\w+ )?(?:crisis|suicide) (?:line|hotline|helpline)\b",
    ),
    (
        "gun rifle pistol razor noose / sits sitting sat",
        r"\b(?:sits?|sitting|sat)(?: \w+){0,3}? with (?:a|the|his|her|my) (?:loaded )?(?:gun|rifle|pistol|razor|noose)\b(?! (?:game|controller|in the (?:film|game|painting)))",
    ),
    (
        "note rope noose / found",
        r"\bfound (?:a|the) (?:goodbye |farewell )?(?:note|letter|rope|noose) in my (?:\w+ )?(?:sister|brother|son|daughter|mum|mom|dad|wife|husband|friend|girlfriend|boyfriend|cousin|flatmate|roommate|partner)'s (?:\w+ )?(?:bag|room|drawer|car|desk|pockets?|coat|wardrobe|backpack)\b",
    ),
    (
        "throw vomit purge puke / eat disgusting fat ugly",
        r"\b(?:every time|whenever|after|when) i eat,? i (?:have to |must |need to |always |make myself )+(?:throw up|vomit|purge|puke)\b|\b(?:throw up|vomit|purge|puke) because i(?:'m| am) (?:so |too )?(?:disgusting|fat|ugly|worthless)\b",
    ),
    (
        "suffer punished bleed / should deserve need",
        r"\bi (?:should|deserve to|need to|have to|must) (?:suffer|be punished|bleed)\b(?! (?:because (?:of )?(?:your?|the)|for (?:your|the|this)|the (?:brakes|radiator)|with (?:this|your)))",
    ),
    (
        "late dead deceased / want like need wish long",
        r"\bi(?:'d| would| just| only)? (?:want|like|need|wish|long) to be with my (?:late|dead|deceased) \w+\b(?! (?:\w+ )?(?:account|contract|phone|photos))",
    ),
    (
        "plan planning intend intending / living live alive survive",
        r"\b(?:don't|do not|no longer|not|never) (?:plan(?:ning)?|intend(?:ing)?) (?:on |to )(?:liv(?:e|ing)|be(?:ing)? alive|surviv(?:e|ing)) (?:that long|this long|much longer|very long|past|beyond|(?:un)?till?)\b",
    ),
    (
        "without / me",
        r"\b(?:world|planet|place|family|everyone|everybody|kids|wife|husband|parents|earth)(?:'s| is| are| was| would be|'d be| will be)? (?:\w+ )?(?:a )?(?:better|happier|lighter)(?: place| off)? without (?:someone|somebody|people|a \w+|one) like me\b",
    ),
    (
        "courage nerve guts / tracks rails ledge edge bridge railing rope pills razor roof balcony platform jump step",
        r"\b(?:tracks|rails|ledge|edge|bridge|railing|rope|pills|razor|roof|balcony|platform)\b[^.]{0,40}\b(?:work|pluck|gett?|build|summon)ing (?:up )?(?:the |my |some |enough )?(?:courage|nerve|guts)\b(?! to (?:ask|call|ring|say|speak|talk|go on|ride|try|climb|walk|tell|propose))|\b(?:courage|nerve|guts) to (?:jump|step) (?:off|in front|from|over)\b",
    ),
    (
        "left / use need open want wear",
        r"\b(?:nobody|no one)(?:'s| is)? left to (?:use|need|open|want|wear|read|eat) (?:it|them) (?:after (?:tonight|today|tomorrow|i'm gone|i go|i die|this (?:week|weekend|evening))|once i'm gone|when i'm gone)\b",
    ),
    (
        "belong meant supposed / planet earth world life here alive",
        r"\bi (?:don't|do not|never|no longer) belong (?:on|in) this (?:planet|earth|world|life)\b|\bi was(?:n't| never| not) (?:ever |really )?(?:meant|supposed) to (?:be (?:alive|born|here at all)|exist|live|be here)\b(?! (?:at|on|in|today|until|till|for|before|this|with|by|so))",
    ),
    (
        "outlived",
        r"\bi(?:'ve| have)? outlived my (?:usefulness|purpose|use|time|reasons?)\b",
    ),
    (
        "surgeon doctor doctors paramedics paramedic ambulance nurse nurses firemen lifeguard they / let left",
        r"\b(?:wish|wished|if only) (?:the |that )?(?:surgeons?|doctors?|paramedics?|ambulance|nurses?|firemen|lifeguard|they|he|she|you)(?: all)? (?:had|would have|'d) (?:just )?(?:let me (?:go|die|drown|bleed)|left me (?:there|to die|in the))\b(?! (?:home|early|in|to (?:work|bed|the)))",
    ),
    (
        "whole entire all / medication meds pills tablets xanax medicine insulin paracetamol painkillers valium antidepressants codeine tramadol",
        r"\b(?:swallow(?:ed|ing)|took|taken|taking|downed|had|chugged|gulped) (?:[\w']+ ){0,4}?(?:(?:my|his|her|their|the|mum's|dad's|grandma's) )?(?:whole|entire) (?:(?:pack|packet|bottle|box|strip|jar|tub|blister|supply|stash|lot) of )?(?:(?:my|his|her|their|the|heart|sleeping|blood pressure|pain|\w+'s) )*(?:medication|meds|pills|tablets|xanax|medicine|insulin|paracetamol|painkillers|valium|antidepressants|codeine|tramadol)\b(?! (?:back|to the|history|list|cupboard|cabinet|bag|course|as prescribed|with me|through|away))",
    ),
    (
        "garage / engine exhaust",
        r"\bin the (?:car|van) in (?:the|my|our) garage (?:\w+ ){0,2}?with the (?:engine|motor|exhaust)\b|\b(?:hose|pipe) (?:\w+ ){0,3}?(?:from|to|on|over) the exhaust\b(?=[^.]{0,40}\b(?:window|car|inside|into)\b)",
    ),
    (
        "gas / windows window doors door",
        r"\bgas (?:is |'s )?(?:turned )?on and (?:all )?the (?:windows?|doors?) (?:are |is )?(?:shut|closed|sealed|taped)\b|\b(?:windows?|doors?) (?:are |is )?(?:shut|closed|sealed|taped)(?: up)? and the gas (?:is |'s )?(?:turned )?on\b",
    ),
    (
        "looked googled searched read reading looking googling / fall jump drop bleed overdose noose hang drown pills die",
        r"\b(?:look(?:ed|ing)|googl(?:ed|ing)|search(?:ed|ing)|read(?:ing)?)(?: up)?(?: for)? (?:how (?:high|far|deep|long|many|much) (?:[\w']+ ){0,5}?(?:(?:a |the )?(?:fall|jump|drop)\b(?= (?:has|must|needs|should|to))(?![^.]*\b(?:screens?|phones?|glass|devices?|warranty|balls?|eggs?|parcels?|packages?|break it)\b)|to (?:die|bleed out|hang|drown|overdose))|how to (?:die|hang (?:my|your|one)sel\w+|bleed out|tie a noose|overdose|kill (?:my|your|one)sel\w+))\b",
    ),
    (
        "writes draws talks writing talking speaks drawing posts asks / dying suicide death dead",
        r"\bmy (?:pupil|student|son|daughter|kid|child|boy|girl|brother|sister|friend|teen(?:ager)?|nephew|niece|flatmate|roommate|wife|husband|mum|mom|dad|girlfriend|boyfriend|partner) (?:\w+ )?(?:writes?|draws?|talks?|speaks?|posts?|asks?|is writing|is talking|is drawing|keeps (?:writing|talking|drawing|posting)) (?:\w+ )?about (?:dying|suicide|being dead|(?:wanting to|how to) die|killing (?:him|her|them)sel\w+|ending (?:it|(?:his|her|their) life))\b(?! (?:of|in (?:the|a|his|her) (?:game|book|novel|film)))",
    ),
    (
        "remember / me",
        r"\b(?:please |just |always )*remember me (?:kindly|fondly|well|with a smile|the way i was|as i was|when i'm (?:gone|dead))\b(?! (?:from|at) (?:my|our|the|last))",
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
