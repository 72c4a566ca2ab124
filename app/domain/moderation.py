"""Whether a message is unsafe: self-harm, hate, harassment, sexual content, violence, by rules."""

# ruff: noqa: SIM905 (a block of words stays readable)
# ruff: noqa: E501 (a wording is read in one piece)

import re
from dataclasses import dataclass
from typing import Protocol

from app.domain.plain_text import fold


@dataclass(frozen=True, slots=True)
class ModerationVerdict:
    """What a moderator says of a text; the categories carry the names OpenAI gives them.

    `sure` is False where a weak cue is there that the judge can't weigh.
    """

    flagged: bool
    categories: tuple[str, ...]
    sure: bool
    self_harm: bool


class ModerationUnavailable(Exception):
    """Nobody judged. `code` is a short word for logs and metrics, such as `timeout`; no customer text."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Moderation(Protocol):
    """Whoever judges content safety, remote or local."""

    @property
    def name(self) -> str:
        """The moderator, as metrics and audit call it."""
        ...

    async def moderate(self, text: str) -> ModerationVerdict:
        """Judge a text; raises ModerationUnavailable, after which nothing may be taken for acceptable."""
        ...


PASSED = ModerationVerdict(flagged=False, categories=(), sure=True, self_harm=False)

_SELF_HARM = "self-harm"
_GROUP = (
    r"(?:jews?|muslims?|christians?|blacks?|whites?|asians?|arabs?|mexicans?|immigrants?|refugees?|foreigners?|gays?|lesbians?|trans(?:gender)?s?|homosexuals?"
    r"|women|indians?|chinese|africans?|gypsies|roma|disabled|(?:black|white|gay|trans|jewish|muslim|brown|disabled|asian) (?:people|women|men|folks?))"
)
_VERMIN = r"(?:subhumans?|vermin|animals|scum|rats|parasites|cockroach(?:es)?|filth(?:y)?|inferior|disgusting|trash|garbage|criminals|evil|stupid|worthless|terrorists?|a disease|a plague|degenerates?|savages)"
_BODY = r"(?:cock|dick|pussy|cunt|tits|boobs|penis|vagina|nipples|clit|asshole|cum)"
# A category and wordings that decide; each is bounded, so a long input stays linear.
_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        _SELF_HARM,
        re.compile(
            r"\b(?:kill|killing|hurt|hurting|harm|harming|hang|hanging|cut|cutting|starve|starving|poison|drown|burn|shoot) (?:my ?self|myslef)\b"
            r"|\bsuicid\w*|\b(?:end|ending|take|taking|finish) (?:my(?: own)? life|it all)\b|\bself[- ]?harm\w*|\bunalive\b|\bkms\b"
            r"|\b(?:want|wish|wanna|going|gonna|ready|rather|better|hope|like|planning|plan|try|trying|tried|deserve) (?:to |i )?(?:just )?(?:die|be dead|was dead|were dead|disappear forever|never wake up|not wake up|not be alive|not exist|stop existing)\b"
            r"|\bi(?:'d| would)? (?:wish|wished) (?:i|to) (?:was|were|be|had never been|wasn't|weren't|could) (?:dead|born|alive|never born|die|just die|not wake up|disappear)\b|\bnever been born\b"
            r"|\b(?:don't|do not|dont|can't|cannot|cant|no longer) (?:want to |wanna |see (?:a|any) reason to |go on |bear to )(?:live|living|be alive|be here|exist|wake up|go on|anymore|keep living)\b"
            r"|\b(?:no|any|lost (?:my|the|all)) (?:reason|point|will|point in|desire) (?:to live|in living|to go on|in going on|to stay alive|in being alive|to keep going)\b"
            r"|\b(?:better off|happier|easier) (?:without me|if i (?:was|were) (?:gone|dead|not here)|dead)\b|\bnot (?:worth living|be (?:here|around|alive) (?:tomorrow|much longer|anymore|any more))\b"
            r"|\blife (?:is not|isn't|isnt) worth\b|\bworld (?:would be|is) better (?:off )?without me\b|\b(?:can't|cannot|cant) (?:go on|do this anymore|take (?:this|it) (?:anymore|any longer)|live like this|keep going)\b"
            r"|\b(?:goodbye|good bye) (?:cruel )?(?:world|letter|forever|everyone forever)\b|\bsuicide note\b|\bsay(?:ing)? goodbye to (?:everyone|my (?:family|kids))\b"
            r"|\bhow (?:many|much) (?:\w+ ){0,5}(?:to (?:die|overdose|kill|end)|is (?:lethal|fatal)|would (?:kill|be (?:lethal|fatal)))|\blethal dose\b|\b(?:overdose|od) on\b|\bpainless(?:ly)? (?:way|death|method|to die)|\b(?:way|ways|method|how) to (?:die|kill my|end it)\b"
            r"|\bcut(?:ting)? (?:my|her|his) (?:wrists?|arms?|veins|skin|thighs?)\b|\bslit my\b|\bjump(?:ing)? (?:off|from) (?:a|the|my) (?:bridge|roof|building|balcony|cliff)|\b(?:in front of|under) (?:a|the) train\b|\bhang(?:ing)? myself\b"
            r"|\bswallow(?:ed|ing)? (?:all|a bottle|the whole|every|\w+ (?:pills|tablets))|\btook (?:all|too many|a whole bottle)\b[^.]{0,20}\b(?:pills|tablets|medication|meds)\b|\b(?:stopped|stop) eating (?:to|until i)\b|\bmake myself (?:throw up|vomit|sick)\b"
            r"|\b(?:ending|end|ended) it(?: all)?(?: (?:tonight|today|now|soon|myself))?(?=$|[.,!?]| for good)|\bwish(?:ed)? (?:i|i'd) (?:was|were|had)? ?(?:never )(?:been )?born\b|\b(?:what's|what is|see|is there|there's|there is|no|any) (?:the |no |any )?point (?:of|in|to) (?:living|life|going on|anything|being alive)\b"
            r"|\b(?:don't|do not|can't|cannot|dont|cant) see (?:a|any) (?:future|way out|way forward)(?: for (?:me|myself))?|\b(?:want|make|need) (?:the|this|my|all the|all this) (?:pain|suffering) (?:to )?(?:stop|end|go away|be over) ?(?:forever|for good)|\b(?:no ?(?:one|body)|anyone|would anyone) (?:would|will|'d)? ?(?:even )?(?:notice|care|miss me|cry) if i (?:was|were|am|died|disappeared|'m)\b"
            r"|\bhope i (?:don't|never|do not|dont) wake\b|\bi have (?:a|the) (?:rope|noose|razor|gun|blade|pills)\b(?! (?:ladder|for|bag|bridge|case|refill))|\bno (?:quiero|tengo ganas de) vivir\b|\bnon voglio (?:piu )?vivere\b|\bplus envie de vivre\b|\bnao quero (?:mais )?viver\b|\bmy life (?:has no meaning|is (?:over|meaningless|not worth|pointless))"
            r"|\bumbringen\b|\bnicht mehr leben\b|\bselbstmord\b|\bsuizid\w*|\bwill sterben\b|\bmir das leben nehmen\b|\bme suicider\b|\ben finir avec la vie\b|\bveux mourir\b|\bme tuer\b|\bquiero morir\w*|\bsuicidarme\b|\bmatarme\b|\bquitarme la vida\b"
            r"|\bvoglio morire\b|\buccidermi\b|\bquero morrer\b|\bme matar\b|\bwil (?:niet meer leven|dood)\b|\bzelfmoord\b"
        ),
    ),
    (
        "harassment/threatening",
        re.compile(
            r"\b(?:i(?:'ll| will|'m going to| am going to|'m gonna| gonna| shall)|we(?:'ll| will| are going to)|someone (?:will|should)|gonna) (?:[a-z]+ ){0,4}(?:kill|murder|shoot|stab|strangle|hurt|beat|burn|rape|bomb|destroy|break|slit|smash|torture|choke) (?:[a-z]+ ){0,2}?(?:you|u|your|him|her|them|everyone|all of you|every one of you)\b"
            r"|\b(?:you|you'll|you will|you're|u) (?:deserve to|should|will|are going to|better|must|need to) (?:all )?(?:die|be (?:killed|shot|hanged|dead|raped|beaten))\b|\byou(?:'re| are) (?:all )?(?:dead|a dead (?:man|woman))\b|\b(?:kill|hang|kys) ?(?:your ?self|urself)\b|\bkys\b"
            r"|\b(?:know|find out|found out) where (?:you|your (?:kids?|family|children|wife|husband|daughter|son)) (?:live|work|park|sleep|goe?s?)s?\b|\bcom(?:e|ing) (?:for|after|to get) (?:you|your family|your kids)\b(?= |\.|!|$)(?! in| with| at)|\bwatch your back\b|\bburn (?:your|the) (?:office|house|building|store|shop)\b"
            r"|\b(?:blow up|bomb|shoot up) (?:your|the|this)\b|\bput a bullet\b|\byou(?:'ll| will) regret (?:this|it) when i (?:find|come)|\b(?:hunt|track) you down\b|\bich bring(?:e)? (?:dich|euch|sie) um\b|\bje vais (?:te|vous) tuer\b|\bte voy a matar\b|\bti ammazzo\b"
        ),
    ),
    (
        "hate",
        re.compile(
            rf"\b{_GROUP} (?:are|r|is) (?:all |just |nothing but |such |like |all just |basically |so |really )?{_VERMIN}\b|\b(?:i )?(?:hate|despise|can't stand|detest) (?:all )?(?:the |those |these |you )?{_GROUP}(?! (?:clothes|jeans|paint|shoes|color|colour|socks|wine|friday))\b"
            rf"|\b(?:kill|exterminate|eradicate|deport|gas|lynch|eliminate|get rid of|ban|burn) (?:all |every |the |those )*{_GROUP}(?! (?:stains?|marks?|spots?|color|colour|list))\b|\b{_GROUP} (?:should|must|deserve to|need to) (?:all )?(?:die|be (?:killed|shot|gassed|deported|exterminated|banned|wiped|burned|put down|hanged)|go back|not exist|burn|rot)\b"
            r"|\bnigg(?:er|a)s?\b|\bkikes?\b|\bfagg?(?:ot)?s?\b|\bspics?\b|\bchinks?\b|\bwetbacks?\b|\btrann(?:y|ies)\b|\bdykes?\b|\bragheads?\b|\bgooks?\b|\bpakis?\b|\bwhite (?:power|supremacy)\b|\bheil hitler\b|\bsieg heil\b|\bgas the (?:jews|muslims|blacks)\b|\bhitler was right\b|\bretards?\b|\bgo back to (?:your (?:own )?country|africa|mexico|where you came)\b|\bmaster race\b|\bmudslimes?\b|\bsand ?n\w+"
        ),
    ),
    (
        "harassment",
        re.compile(
            r"\b(?:you(?:'re| are)?|u r|ur|you all are|your) (?:all |such |just |a |an |nothing but |so |fucking |bunch of |absolute |total |complete |stupid |useless |dumb |piece of |dirty |ugly )*(?:idiots?|morons?|bitch(?:es)?|whores?|sluts?|cunts?|assholes?|bastards?|scumbags?|pieces? of shit|losers?|retard(?:ed)?|fuckers?|motherfuckers?|pigs?|dipshits?|imbeciles?|pathetic|worthless|human garbage|waste of (?:space|air|oxygen))\b"
            r"|\bfuck (?:you|u|off)\b|\bgo to hell\b|\bshut the fuck up\b|\bstupid (?:bitch|cunt|cow|whore)\b|\bfick dich\b|\bhurensohn\b|\barschloch\b|\bschlampe\b|\bva te faire foutre\b|\bconnard\b|\bsalope\b|\bhijo de puta\b|\bputa de mierda\b|\bvaffanculo\b|\bson of a bitch\b|\beat shit\b|\bsuck my\b"
        ),
    ),
    (
        "sexual",
        re.compile(
            rf"\b(?:my|your|her|his|hard|wet|big|suck|lick|ride|thick) {_BODY}\b|\b(?:have|having|want|wanna have) sex with\b|\b(?:fuck|fucking|fucked|fuck) (?:me|her|him|my|your)\b|\bblow ?jobs?\b|\bhand ?jobs?\b|\bmasturbat\w*|\borgasm\w*|\bporn\w*|\bnudes?\b(?! (?:color|colour|shade|lipstick|heels|shoe|tone|bra|pink|tights))"
            r"|\bnaked (?:pic\w*|photo\w*|video\w*|selfie\w*|girls?|women|men|body)\b|\bsend (?:me )?(?:sexy|hot|dirty)\b|\bcumm?ing\b|\bcumshots?\b|\bhorny\b|\bdeep ?throat\w*|\bthreesome\b|\bgang ?bang\w*|\bsext(?:ing)?\b|\btalk dirty\b|\berotic\w*|\bcreampie\b|\bhentai\b|\bsexual(?:ly)? (?:act|acts|explicit|fantas\w+|position\w*|story|favou?rs?|roleplay)\b|\bundress(?:es|ed|ing)? (?:me|her|him|you|slowly)\b|\bmoan(?:s|ed|ing)?\b[^.]{0,30}\b(?:bed|thrust|inside|pleasure)|\bthrust\w* (?:in|into|inside|deep)\w*"
        ),
    ),
    (
        "sexual/minors",
        re.compile(
            r"\b(?:child|kiddie|underage|teen|loli|minor|preteen) (?:porn\w*|sex|nudes?|erotic\w*)\b|\bsex(?:ual)? with (?:a )?(?:child|children|minors?|kids?|(?:[5-9]|1[0-7])[- ]year)|\bcsam\b|\bpedo(?:phil\w*)?\b"
        ),
    ),
    (
        "violence",
        re.compile(
            r"\b(?:kill|murder|shoot|stab|poison|strangle|behead|torture|dismember|rape) (?:my|the|a|some|all|his|her|those|these) (?:[a-z]+ )?(?:wife|husband|boss|neighbou?rs?|people|person|man|woman|kids?|child(?:ren)?|teacher|students?|coworkers?|family|girlfriend|boyfriend|ex|dog|cat|driver|president|mother|father|brother|sister|cops?|police)\b"
            r"|\bhow (?:do i|to|can i) (?:make|build) (?:a |an )?(?:pipe )?(?:bomb|explosives?|molotov|nail bomb|ied)\b|\b(?:school|mass) shooting\b|\bbeheading\b|\bhow to (?:kill|murder|poison|strangle) (?:someone|somebody|a (?:person|man|woman))\b|\bget away with murder\b|\bkill (?:someone|somebody|everyone|them all)\b|\bmassacre\b"
        ),
    ),
)
_GATE = (
    "kill|die|dead|death|suic|suiz|harm|hurt|my self|myself|myslef|life|live|living|alive|exist|born"
    "|without me|go on|anymore|any longer|any more|do this any|goodbye|good bye|lethal|fatal|overdos|od on|pill"
    "|tablet|wrist|cut |cutting|slit|jump|train|hang|hate|despise|detest|can't stand|murder|shoot|shot|stab"
    "|strangl|rape|bomb|burn|beat |beaten|smash|tortur|chok|you work|coming|come |watch your|bullet|hunt"
    "|track you|kys|kms|wake up|disappear|keep going|throw up|vomit|sick|eating|subhuman|vermin|animals|scum"
    "|rats|parasit|cockroach|filth|inferior|disgusting|trash|criminals|evil|stupid|disease|plague|degenerate"
    "|savages|nigg|kike|fag|spic|chink|wetback|trann|dyke|gook|raghead|paki|hitler|heil|supremacy|white power"
    "|gas |retard|go back|race|deport|extermin|eradicate|lynch|eliminate|get rid|ban |regret|destroy|rot|idiot"
    "|moron|bitch|whore|slut|cunt|asshole|bastard|shit|loser|fuck|pathetic|worthless|garbage|waste of|hell"
    "|imbecil|pigs|dick|cock|pussy|tits|boob|penis|vagina|nipple|cum|sex|blowjob|blow job|handjob|hand job"
    "|masturb|orgasm|porn|nude|naked|horny|throat|threesome|gangbang|gang bang|dirty|erotic|hentai|undress|moan"
    "|thrust|pedo|csam|explos|molotov|ied|behead|dismember|massacre|umbringe|bringe|bring ich|leben|selbstmord"
    "|sterben|mourir|finir|tuer|morir|suicid|matar|vida|morire|uccider|ammazz|morrer|zelfmoord|dood|fick"
    "|hurensohn|arschl|schlampe|foutre|connard|salope|puta|vaffan|suck|end it|ending it|ended it|point of"
    "|point in|point to|pain |suffering|if i was|if i were|if i'm|if i am|rope|noose|razor|gun|see a future"
    "|see any future|way out|way forward|vivir|viver|vivre|find you|terroris|where your|where you|mudslime"
    "|hopeless|burden|numb|desperate|give up|poison|starv|drown|noti"
).split("|")
_STARRED = re.compile(r"f[*#@_-]{1,2}c?k")
# A cue that no rule decides: worth a better judge, or a person.
_WEAK = re.compile(
    r"\bi(?:'m| am) (?:so )?(?:hopeless|worthless|a burden|numb|desperate)\b|\bhopeless(?:ness)?\b|\bgive up on (?:life|everything)|\bkill(?:ed|ing|s)? (?:you|me|him|her|them|us)\b|\bwant (?:you|him|her|them) dead\b|\b(?:to|i|you|me|will|should) die\b|\bmy death\b|\brape\w*|\bfuck\w*|\bbitch\w*|\bslut\w*|\bwhore\w*|\bsex(?:ual|y)?\b|\bnaked\b"
    r"|\bmurder\w*|\bbomb\b|\bi hate (?:you|everyone|myself|my life)\b|\boverdose\w*|\bworthless\b|\bkill\b"
)
# Everyday uses of strong words, taken out before the rules look.
_HARMLESS = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|murder) (?:the |my |a |this |that |all |some )?(?:process(?:es)?|task|job|app|server|session|terminal|thread|program|switch|time|battery|lights?|engine|vibe|mood|weeds?|bugs?|germs|bacteria|two birds|it at|the lights|deal|buzz|appetite|mosquito(?:e?s)?|ants|moths|mold|mould)\b"
    r"|\b(?:is|are|was|a|absolutely|total|lady|such a|'s) killer\b|\bkiller (?:deal|app|feature|whale|price|look|heels|sale)|\bdying (?:to|for|of laughter)\b|\b(?:battery|phone|laptop|car|screen|watch|signal|plant)s? (?:has |have |is |are |just |keeps? )*(?:died|dies|dying|dead|die)\b|\bdead(?: on arrival|line|bolt| battery| pixel| link| end| phone| line| sea| lift)"
    r"|\b(?:my|these|those|the) (?:feet|shoes?|legs?|back|knees?|boots?|head) (?:is|are|were) killing me\b|\bto die for\b|\bdie hard\b|\bdie cut\b|\bdie-cut\b|\blaugh(?:ed|ing)? to death\b|\bbored to death\b|\b(?:kill|killing) it\b|\bcut(?:ting)? (?:my|the) (?:hair|losses|subscription|nails)\b|\bsex (?:on|of|education|column)\b|\bshoot (?:me|us) (?:an? )?(?:e-?mail|message|text|note)\b"
    r"|\b(?:photo|video|film) ?shoot\w*|\bbath bombs?\b|\bphoto ?bomb\w*|\bsex(?:ual)? (?:harassment|orientation)\b|\bkill (?:her|him|them|me) (?:with kindness|softly)\b|\bmurder mystery\b|\bbeat you to\b|\bhang(?:ing)? (?:up|out|on)\b|\b(?:suicide|death) (?:squad|stranding|prevention|valley|star|certificate)\b|\bwithout me (?:knowing|doing|asking|having|being|noticing)\b"
    r"|\bblack friday\b|\bcut myself off\b|\bcut myself (?:some|a)\b"
)


def judge_by_rules(text: str) -> ModerationVerdict:
    """Judge a text of any length, in linear time and without anything outside this process."""
    folded = _STARRED.sub("fuck", fold(text))
    if not any(fragment in folded for fragment in _GATE):
        return PASSED
    folded = _HARMLESS.sub(" ", folded)
    categories = tuple(category for category, rule in _RULES if rule.search(folded))
    if categories:
        return ModerationVerdict(flagged=True, categories=categories, sure=True, self_harm=_SELF_HARM in categories)
    return ModerationVerdict(flagged=False, categories=(), sure=not _WEAK.search(folded), self_harm=False)
