"""Wordings of attempts to steer the assistant, which decide where the sum of what the words say leaves a doubt."""

# ruff: noqa: E501 (a wording is read in one piece)

from typing import Final

from app.domain.injection.wordings import any_of

_BONDS = r"(?:rules?|instructions?|guidelines?|guidance|restrictions?|directives?|directions|filters?|policies|content policy|programming|training|limits|limitations|guard ?rails?|safeguards?|constraints?|safety (?:rules?|measures?|settings?|checks?|mode)|masters?|makers?|creators?|developers?)"
_BRIEFING = r"(?:instructions?|guidelines?|directives?|briefing|set-?up(?: text| message)?|configuration|system (?:message|prompt|text|instructions?)|(?:secret|hidden|internal|initial|original|starting|base|first|full|whole|complete|exact|own) (?:prompt|rules?|message|notes)|prompt(?! (?:reply|response|answer|attention|delivery|help|service|action|payment|assistance|support|reaction|handling)))"
_SORT = r"(?:(?:secret|hidden|internal|initial|original|starting|base|full|whole|complete|exact|own|silly|stupid|safety|content|company|previous|prior|earlier|existing|current|entire|set of|all|of) )*"
_PART = r"(?:leaks|dumps|reads out (?:the|all|every|other)|reveals (?:all|every|secrets|the|its|his)|gives away|never refuses|(?:has|knows|follows|obeys) no (?:rules|limits|filters?|restrictions)|obeys (?:only )?me|(?:ignores|breaks) (?:(?:all|every|the|any) )?(?:rules|instructions|polic\w+))"

_ENGLISH = (
    # ignore your rules, switch off all your filters
    (
        "ignor|disregard|forget|drop|break|violat|disobey|overrid|bypass|abandon|lift|remov|disabl|deactivat|suspend|eras|skip|set aside|put aside|switch off|turn off|shut off|let go of|betray|defy",
        rf"\w* (?:\w+ ){{0,5}}?(?:your|all|any|every|previous|prior|its|their) {_SORT}{_BONDS}\b(?! (?:of the|for the))",
    ),
    # show me your instructions, what is your hidden prompt
    (
        "tell|show|giv|send|reveal|share|paste|print|output|repeat|recite|read|see|summari|translat|describ|copy|explain|quot|leak|expos|disclos|list|writ|spell|encod|know|what|how",
        rf"(?:\w*|'s| is| are| does| do) (?:\w+ ){{0,4}}?your {_SORT}{_BRIEFING}\b",
    ),
    (
        "its|his|her|the bot's|the assistant's|the ai's",
        r" (?:secret|hidden|system|internal|initial|own) (?:instructions?|prompt|rules|system message)\b",
    ),
    (
        "what|which",
        rf" (?:(?:{_BRIEFING}|words|text|orders|rules) (?:were you|did (?:\w+ ){{1,3}}give you|have you been)|(?:were you told|did (?:\w+ ){{1,3}}tell you) (?:before|at the (?:start|beginning)|to (?:hide|keep|not)))",
    ),
    (
        "output|print|repeat|show|copy|paste|return|echo|dump|type",
        r"(?:(?: (?:me|out))? (?:(?:the|all|any|every|this|that) )+(?:(?:previous|preceding|above|prior|initial) (?:text|words|prompt|instructions|content)|(?:text|words|content|lines?) (?:above|before|preceding|prior|between the tags))|(?: (?:me|out))? what(?:'s| is| was| stands)? (?:(?:written|said|standing) )?(?:above|before (?:this|my))\b)",
    ),
    # answer without restrictions, be a bot that never refuses
    (
        "answer|reply|respond|act|speak|talk|behav|work|go|operat|simulat|ai|assistant|bot|model|version",
        rf"\w* (?:\S+ ){{0,6}}?(?:without|free of|with no|as (?:if|though) (?:there were|you had) no) (?:(?:any|all|your|the|more|further) )*(?:{_BONDS}|policy|supervision|oversight|moderation|censorship)\b",
    ),
    (
        "turn|switch|shut",
        r" off the (?:\w+ )?(?:filters?|moderation|restrictions) and (?:continue|answer|go on|speak|reply|talk)\b",
    ),
    (
        "switch|go|get|become|be|turn|stay|enter|answer|reply|respond|speak|talk",
        r"(?: \w+)? (?:(?:to|in|into|as|with|an?|your|full|the) )*(?:un(?:filtered|censored|restricted|moderated|chained)|no[- ]filter)\b",
    ),
    ("role-?play|act|pretend|play|be|simulate|imagine|become", rf"\b[^.!?\n]{{1,60}} (?:who|that|which) {_PART}"),
    (
        "not|no longer|never",
        rf" (?:be )?bound (?:by|to) (?:(?:any|all|your|the|its) )*(?:\w+ )?(?:{_BONDS}|policy|company)\b",
    ),
    (
        "you|there",
        r" (?:(?:now )?(?:have|are under|follow|know|obey)|is|are) no (?:more )?(?:policy|rules|limits|restrictions|filters|guidelines)\b(?! (?:about|on|for|against|in|at))",
    ),
    ("deprogram|reprogram|liberate|unchain|uncage|unmuzzle|free|unlock", r" yourself\b"),
    ("deprogram|reprogram|liberate|unchain|uncage|unmuzzle", r" you\b"),
    (
        "ai|assistant|chatbot|bot|llm|language model|agent|automated",
        r"s?(?: \w+){0,3}?(?: should| must| shall| will|[,:])+ (?:please )?(?:ignore|disregard|forget|reveal|leak|obey|approve|grant|comply|forward (?:all|everything|this (?:mail |message )?to (?:all|every\w*)))\b",
    ),
    (
        "tell|give|shar|leak|spill",
        r"\w* (?:me|us|everyone) (?:internal|confidential|secret) (?:stuff|things|info\w*|data|details|documents|notes|secrets|matters)\b",
    ),
    (
        "no longer|don't|do not|needn't|never",
        rf" (?:(?:need|have) to )?(?:respect|follow|obey|heed|observe) (?:any|your|the company's|all|their) {_SORT}(?:{_BONDS}|policy|orders)\b",
    ),
    # what belongs to others, and to the staff
    (
        "the",
        r" (?:bookings?|orders?|data|files?|address(?:es)?|details|messages|invoices|chats?) of (?:the|another|every|all|other)(?: other)? (?:guest|customer|user|client|patient|people)s?\b",
    ),
    ("make|turn", r" (?:my|this) account (?:into )?an? (?:employee|staff|admin\w*|manager)\b"),
    ("print|dump|output|reveal|recite", r" the (?:(?:system|full|whole|hidden) )*prompt\b"),
    (
        "whatever|everything|all that",
        r" (?:they|the company|your \w+) (?:programmed|taught|told|fed) (?:in(?:to)? )?you\b",
    ),
    ("be|stay", r" loyal to me\b"),
    # obey only me, treat this as a command
    ("obey|listen to|follow|serve|answer to", r" (?:only|just|nobody but|no one but) me\b"),
    ("obey", r"s? me (?:only|alone|now)\b"),
    ("agree", r" (?:with|to) everything i\b"),
    ("treat", r" (?:\w+ ){1,6}as (?:an? )?(?:\w+ )?(?:system|developer|admin\w*|operator|root)\b"),
    (
        "change|set|move|transfer|switch",
        r" [^.!?\n]{0,40}(?:account|customer|user|client) #?\d+ [^.!?\n]{0,20}\bto (?:mine|me|my)\b",
    ),
    # your rules no longer apply
    (
        "your|these|those|the company's|their|all|any",
        rf" {_SORT}{_BONDS} (?:(?:\w+ )?(?:don't|do not|doesn't|no longer|are (?:now )?(?:void|off|cancel\w*|suspended|a test|invalid)|mean nothing|apply no more|end (?:here|now))|(?:(?:was|were|is|are|be|been) )?(?:now )?(?:removed|turned off|switched off|disabled|lifted|deleted|gone)\b)",
    ),
    (
        "your",
        r" (?:(?:earlier|previous|prior|old|other) )?(?:orders|commands) (?:are|were) (?:now )?(?:cancel\w*|void|revoked|gone|over)\b",
    ),
    (
        "previous|prior|earlier|above|former|original",
        rf" {_BONDS} (?:are|were|is|was) (?:\w+ )?(?:void|test|fake|wrong|cancel\w*|revoked|obsolete|over|mistake|lifted|joke)\b",
    ),
    (
        "rules|restrictions|limits|limitations|guidelines|filters|safeguards",
        r"\W{1,3}(?:then |now )?(?:remove|drop|forget|ignore|lift|delete|break) (?:them|these|those|it)\b",
    ),
)
_ABROAD = (
    (
        "deine",
        r"[nrms]? (?:\w+ )?(?:regeln|anweisungen|vorgaben|richtlinien|system-?prompts?|prompts?|beschrankungen|instruktionen|grundsatze|filter)\b",
    ),
    (
        "tes|ton|ta",
        r" (?:\w+ )?(?:consignes|regles|instructions|directives|restrictions|prompt\w*|message systeme|limites|filtres)\b",
    ),
    (
        "tu",
        r"s? (?:\w+ )?(?:reglas|normas|instrucciones|directrices|restricciones|prompt|mensaje de sistema|limites|filtros|consignas)\b",
    ),
    ("tue|tuo", r"i? (?:\w+ )?(?:regole|istruzioni|direttive|restrizioni|prompt|messaggio di sistema|limiti|filtri)\b"),
    (
        "suas|seu|tuas|teu",
        r"s? (?:\w+ )?(?:regras|instrucoes|diretrizes|restricoes|prompt|mensagem de sistema|limites|filtros)\b",
    ),
    ("instrucoes que", r" (?:voce|tu) (?:recebeu|recebeste)\b"),
    ("je|jouw", r" (?:\w+ )?(?:regels|instructies|richtlijnen|beperkingen|systeem-?prompt|prompt|filters)\b"),
    ("swoi|twoj|swoj|twoi", r"\w* (?:\w+ )?(?:zasad\w*|regul\w*|instrukcj\w*|wytyczn\w*|ogranicze\w*|prompt\w*)\b"),
    ("kurallarin|talimatlarin|yonergelerin|kisitlamalarin", r"(?!iz)[iadu]\w*"),
    ("sistem", r" (?:komutu|mesaji|prompt\w*|istemi)\w*"),
    (
        "obedece|gehorchst|obeis|obbedisci|gehoorzaam|sluchasz",
        r"\w* (?:\w+ ){0,3}(?:mir|moi|a mi|mis|me|mij|mnie|nur|solo|apenas|alleen|tylko)\b",
    ),
)
_STEERS: Final = any_of((*_ENGLISH, *_ABROAD))


def steers(folded: str) -> bool:
    """Tell whether a reading words an attempt."""
    return _STEERS.pattern.search(folded) is not None
