"""What customers say to an assistant that steers nobody: words of their own taken back, anger at canned answers, pleas, and the manner of an answer."""

# ruff: noqa: E501 (a wording is read in one piece)

from typing import Final

from app.domain.injection.wordings import any_of

# A message, a mail or a wish of one's own.
_MINE = r"(?:(?:whole|entire|very|last|latest|previous|prior|earlier|first|second|third|old|other|two|three|few|final|original|initial|recent|silly|stupid|angry|rude|wrong|above|long|most) ){0,3}"
_WRITING = r"(?:messages?|msgs?|texts?|e-?mails?|mails?|questions?|requests?|comments?|complaints?|notes?|repl(?:y|ies)|answers?|letters?|tickets?|inquir(?:y|ies)|quer(?:y|ies)|posts?|photos?|pictures?|attachments?|screenshots?|address|order(?: number)?s?|voicemails?|calls?|forms?|applications?|typos?|rant|remarks?|reviews?)"
_SAID = r"(?:(?:just )?(?:said|wrote|written|typed|asked|sent|told you|mentioned)|gave(?: you)?|told (?:him|her|them|your colleague)|was (?:saying|asking|writing))"
_WHEN = r"(?: (?:about (?!your|the (?:rules|system|polic|instruct))(?:the |my |that |our )?\w+(?: \w+)?|so far|before|earlier|above|just now|yesterday|today|this morning|last (?:night|week|time)|previously|(?:up )?(?:until|to) now|(?:a|five|ten|some|few) (?:minutes?|moments?|seconds?) ago|for (?:a|five|ten|some) \w+ ago|at the (?:beginning|start)|first|here|in (?:this|the|our) chat|(?:from|of) (?:before|earlier|yesterday|today|this morning|\w+day)))*"
# What is taken back ends there: nothing else is to be ignored with it.
_END = r"(?=\s*(?:[,.;:!?()\n-]|$|(?:i|i'm|it|it's|its|we|because|cause|cos|as|so|since|sorry|wrong|there|that|this|was|please|pls|thanks|thx|my|lol|haha)\b))"
_NOT_ALSO = r"\b(?!,? (?:und|et|y|e|en|i|ve) )"

_TAKEN_BACK = (
    (
        "ignore|disregard|forget|scrap|scratch|skip|delete|discard|overlook|strike|never ?mind|drop|cancel|undo|revoke|withdraw|take back",
        rf"(?: about)?(?: please)? (?:(?:all|both) (?:of )?)?(?:my {_MINE}{_WRITING}|(?:the|that|those|this|these) {_MINE}{_WRITING} (?:that |which )?i(?:'ve| have)? {_SAID}|(?:what|everything|all|anything|whatever|the (?:part|bit|thing|stuff|nonsense)|most of what)(?: (?:that|which))? i(?:'ve| have)? {_SAID}){_WHEN}{_END}",
    ),
    # said once more, which is the opposite
    (
        "summari|recap|repeat|list|translat|print|copy|save|note|check",
        rf"\w* (?:everything|all|what) i(?:'ve| have)? {_SAID}{_WHEN}{_END}",
    ),
    (
        "vergiss|vergessen sie|ignorier|streich",
        rf"(?:e|en sie)?(?: (?:bitte|einfach|mal))*,? (?:(?:alles,? )?was ich (?:\w+ ){{0,3}}(?:geschrieben|gesagt|gefragt|geschickt|getippt)(?: hab\w*)?|meine (?:\w+ ){{0,2}}(?:e-?mails?|mails?|nachricht(?:en)?|frage|anfrage|bestellnummer)){_NOT_ALSO}",
    ),
    (
        "oublie|ignore|laisse",
        rf"z?(?: tomber)? (?:ce que (?:j'ai|je (?:vous |t'|te )?(?:ai)?) ?(?:dit|ecrit|demande|envoye)|(?:mon|mes) (?:\w+ )?(?:messages?|e-?mails?|mails?|questions?|demandes?)|ma (?:\w+ )?(?:question|demande))(?: (?:precedente?s?|avant|plus haut|tout a l'heure|d'hier))?{_NOT_ALSO}",
    ),
    (
        "olvid|ignor|descart|no hag",
        rf"(?:a|e|en|ate de|ese de|as caso (?:a|de)|a caso (?:a|de)) (?:(?:todo )?lo que (?:te |le |les |os )?(?:dije|he dicho|escribi|he escrito|pregunte|comente|puse|mande)|mis? (?:\w+ ){{0,2}}(?:mensajes?|correos?|mails?|preguntas?|pedidos?|consultas?))(?: (?:anterior(?:es)?|antes|de antes|de ayer|arriba))?{_NOT_ALSO}",
    ),
    (
        "dimentic|ignor|lasci",
        rf"(?:a|i|hi|ate|a stare|i stare) (?:(?:tutto )?quello che (?:ti |vi |le )?(?:ho (?:detto|scritto|chiesto|mandato)|dicevo)|(?:il mio|la mia|i miei|le mie) (?:\w+ )?(?:messaggi?o?|e-?mail|mail|domand[ae]|richiest[ae]))(?: (?:precedent[ei]|prima|di prima|di ieri|sopra))?{_NOT_ALSO}",
    ),
    (
        "esquec|ignor|desconsider",
        rf"(?:a|e|am) (?:(?:tudo )?o que (?:eu )?(?:te |lhe )?(?:disse|escrevi|perguntei|falei|mandei)|(?:a minha|o meu|minhas?|meus?|as minhas|os meus) (?:\w+ )?(?:mensage(?:m|ns)|e-?mails?|perguntas?|pedidos?))(?: (?:anterior(?:es)?|antes|acima|de ontem))?{_NOT_ALSO}",
    ),
    (
        "vergeet|negeer",
        rf"(?: (?:maar|alsjeblieft|aub))* (?:(?:alles )?wat ik (?:\w+ ){{0,2}}(?:zei|schreef|vroeg|typte|heb (?:gezegd|geschreven|gevraagd|getypt))|mijn (?:\w+ )?(?:berichten|bericht|e-?mails?|mails?|vraag|vragen|bestelling)){_NOT_ALSO}",
    ),
    (
        "zapomni|zignor|pomin",
        rf"(?:j|ec|uj|owac|ac)? (?:(?:o tym )?co (?:\w+ )?(?:napisal[ea]m|powiedzial[ea]m|mowil[ea]m|pisal[ea]m)|(?:o )?(?:moj|moja|moje|moim|mojej|mojego) (?:\w+ )?(?:maila?|e-mail|wiadomosc|wiadomosci|pytanie|pytaniu)){_NOT_ALSO}",
    ),
    (
        "yazdik?l?a?r?i|yazdigimi|soyledi|mesaj",
        r"(?:mi|gimi|klerimi|imi|larimi) (?:unut|bos ver|dikkate alma|goz ardi ed|yok say)\w*",
    ),
)

_CANNED = r"(?:canned|standard|stock|scripted|automatic|automated|generic|same|copy[- ]?(?:and[- ])?pasted?|prepared|pre-?written|ready-?made|robotic|template|boilerplate|useless|silly|stupid|empty|evasive)"
_OBEY = r"do (?:(?:what|as) (?:i (?:say|ask(?:ed)?|want|tell you|told you)|you(?:'re| are) told))"
_DO_IT = rf"(?:(?:,| and| but|,? for once|,? please| now| just| finally| actually)*+ (?:help(?: me)?|listen(?: to me)?|answer (?:me|my question)|read (?:what i (?:wrote|write)|my (?:message|question))|solve (?:it|this|my problem)|{_OBEY}|do something|do your job)){{1,2}}"
_ANGER = (
    (
        "stop|quit|enough|no more|don't|do not|sick of|tired of|fed up",
        rf"(?: (?:of|with|giving|sending|reading|using|repeating|copying|pasting|hiding behind|quoting|me|us|the|your|these|those|this|that|from|off|a|more|such|all|any|always)){{0,6}} (?:{_CANNED} (?:answers?|repl(?:y|ies)|responses?|phrases?|lines?|texts?|sentences?|messages?|stuff|nonsense|scripts?)|scripts?)(?: (?:at me|to me|all the time|over and over|again))*(?:{_DO_IT})?",
    ),
    (
        "stop|quit|don't|do not",
        rf" (?:repeating|repeat) (?:yourself|the same (?:thing|sentence|answer|text|words?)s?)(?: (?:all the time|over and over|again))*(?:{_DO_IT})?",
    ),
    (
        "basta|smett|niente|ferma",
        r"(?:e?te)?(?:la|tela)?(?: con)? (?:(?:le|queste|con le) )?risposte (?:pre ?conf[a-z ]{3,18}|automatiche|standard|copia e incolla)(?:,? (?:e )?(?:fate|fai|faccia) (?:quello|cio) che (?:(?:vi |ti )?dico|chiedo))?",
    ),
    (
        "arrete|assez|plus de|cessez",
        r"z?(?: (?:avec|de|me|envoyer|donner|repeter))* (?:d'|m')?(?:envoyer |donner )?(?:vos |tes |ces |les |des )?(?:reponses|phrases) (?:toutes faites|automatiques|standards?)(?:,? (?:et )?(?:faites|fais) ce que je (?:(?:vous |te )?dis|demande))?",
    ),
    (
        "dej|basta|para|pare",
        r"(?:a|e|en)?(?: (?:de|con|darme|mandarme|enviarme|repetir|tantas|esas|las))* respuestas (?:automaticas|prefabricadas|enlatadas|estandar|genericas)(?:,? (?:y )?(?:haz|haga|hagan) lo que (?:te |le |les )?(?:digo|pido))?",
    ),
    (
        "pare|para|chega|basta",
        r"m?(?: (?:de|com|me|dar|mandar|repetir|essas|as|a|mesma))* respostas? (?:automaticas?|prontas?|padrao|mesmas?|genericas?)(?:,? (?:e )?(?:faca|faz|facam) o que (?:eu )?(?:digo|peco|mando))?",
    ),
    (
        "hor|schluss|genug",
        r"(?:en)?(?: sie)?(?: (?:endlich|jetzt|bitte|auf))* mit (?:den|diesen|euren|ihren|deinen) (?:standard\w*|vorgefertigten \w+|textbausteinen?|floskeln|automatischen \w+)(?: auf)?(?:,? (?:und )?(?:machen sie|mach|macht|tun sie|tu)(?: (?:endlich|jetzt|bitte))*,? was ich (?:sage|will|verlange))?",
    ),
    (
        "stop|hou op",
        r"(?: (?:nou|eens))* met (?:(?:die|deze|je|jullie|uw) )?(?:standaard ?antwoorden|standaardzinnen|automatische antwoorden|voorgekauwde antwoorden)(?:,? (?:en )?doe(?: (?:gewoon|eens))* wat ik (?:zeg|vraag))?",
    ),
)

_POLICY = r"(?:\w+ )?polic(?:y|ies)"
_PLEAS = (
    (
        "can|could|will|would|might|won't",
        r"(?:'t|n't)? (?:you|we) (?:(?:please|maybe|possibly|at least) )?(?:be (?:a (?:bit|little) )?(?:more )?(?:flexible|lenient|generous|kind|human)(?: (?:just|this|once|for me|here|with me|time))*|(?:make|allow|grant)(?: (?:me|us))? (?:an|one|a small|a little) exception(?: (?:for me|for us|to the rules?|here|just|this|time|once|in my case))*)",
    ),
    (
        "i know",
        r" (?:that )?(?:you have|there are)(?: (?:your|some))? (?:rules|policies|guidelines|a policy)(?:,? but)?",
    ),
    ("sick|tired|fed up", rf" (?:of|with) your (?:{_POLICY}|(?:\w+ )?rules|scripts?)(?=\s*(?:[.,!?]|$))"),
    # the rules of things, and those that bind both sides
    (
        "what|which|where|how",
        r"(?:'s)?(?: \w+){0,3}? (?:your|the) (?:\w+ )?(?:instructions|rules|guidelines|polic(?:y|ies)|restrictions|conditions|terms|limits) (?:for|on|about|regarding|when|if) (?!you|this|the (?:bot|ai|chat|assistant|conversation)|answer|respon|repl|talk|chat|refus|secret|system|me\b)",
    ),
    (
        "follow|respect|obey|stick to|apply|keep to|honour",
        r" the (?:law|contract|terms|agreement|warranty|regulations?)(?:,? (?:and )?not your (?:\w+ )?(?:rules|polic(?:y|ies)))?\b",
    ),
    ("rules, ", r"(?:rules, ){0,2}rules\b"),
    (
        "bend|break|stretch",
        r" the rules (?:just )?(?:for (?:me|us|once)|this (?:once|time))(?!,? (?:and|then) (?:show|tell|read|print|reveal|list|look|act))",
    ),
    (
        "hid",
        r"(?:e|ing) behind (?:your|the|those|these) (?:\w+ )?(?:polic(?:y|ies)|rules|terms|procedures|scripts?)(?=\s*(?:[.,!?]|$))",
    ),
    (
        "your",
        rf" (?:{_POLICY}|(?:\w+ )?(?:rules|terms)) (?:is|are) (?:(?:just|so|really|totally|complete) )*(?:nonsense|ridiculous|absurd|stupid|unfair|a joke|silly|rubbish|insane|outrageous|crazy)",
    ),
    (
        "forget",
        rf" (?:about )?your {_POLICY}(?=[,;.!]* (?:i have been|i've been|i want my|i paid|this is|that is|that's))",
    ),
)

_TONGUE = r"(?:english|german|french|spanish|italian|portuguese|dutch|polish|turkish|russian|ukrainian|arabic|chinese|japanese|korean|hindi|greek|czech|swedish|danish|norwegian|finnish|romanian|hungarian|welsh|catalan|vietnamese|urdu|englisch|deutsch|franzosisch|spanisch|italienisch|portugiesisch|niederlandisch|polnisch|turkisch|russisch|anglais|allemand|francais|espagnol|italien|portugais|neerlandais|polonais|turc|ingles|aleman|frances|espanol|castellano|italiano|portugues|polaco|inglese|tedesco|francese|spagnolo|portoghese|alemao|espanhol|engels|duits|frans|spaans|italiaans|pools|turks|angielsku|niemiecku|polsku|francusku|hiszpansku|ingilizce|almanca|turkce|fransizca)"
_MANNER = (
    (
        "answer|reply|respond|write|speak|talk|continue|chat",
        rf"(?: (?:to me|back|me|with me))?(?: (?:please|only|just))* in (?:(?:plain|simple|easy|clear|proper|my) )*(?:{_TONGUE}|capitals|capital letters|bullet points|big letters|short sentences|json)(?: (?:only|please|from now on))*",
    ),
    ("antworte|schreib|sprich|sprechen", rf"[en]?(?: (?:sie|mir|bitte|nur|noch|ab jetzt))* auf {_TONGUE}"),
    (
        "repond|ecri|parle",
        rf"(?:s|ez|vez|z)?(?:-moi)?(?: (?:uniquement|seulement|juste))? en {_TONGUE}(?: (?:uniquement|seulement))*",
    ),
    (
        "respond|escrib|escrev|habl|fal|rispond|scriv|parl",
        rf"(?:a|e|i)(?:me|mi)?(?: (?:solo|solamente|unicamente|apenas|so))* (?:en|em|in) {_TONGUE}(?: (?:solamente|apenas))*",
    ),
    ("antwoord|schrijf|praat", rf"(?: (?:me|alleen|graag|alsjeblieft|aub))* in het {_TONGUE}"),
    ("odpowiada|odpowiedz|pis", rf"(?:j|z|ac)?(?: (?:mi|tylko|prosze))* po {_TONGUE}"),
    (r"ingilizce|almanca|turkce|fransizca", r" (?:cevap ver|yanit ver|yaz)\w*"),
    (
        "from now on",
        r",? (?:(?:you|i) )?(?:(?:may|can|should|must|please|only|just|want you to|would like you to) ){0,3}(?:call|ring|phone|e-?mail|mail|send|deliver|invoice|charge|ship|contact|text|pay|bill) (?:me|us|my|it|them|the (?:invoices?|bills?|parcels?|orders?|letters?)|by|via)\b",
    ),
    (
        "delete|erase|export|translate|save|email|mail|download|archive|close|end",
        rf"(?: me)? (?:this|our|my|the)(?: (?:whole|entire|last))? (?:chat|conversation|dialogue)(?: history)?(?: (?:(?:in)?to {_TONGUE}|for me|please|now))*(?=\s*(?:[.?!,]|$))",
    ),
    ("everything|all|anything", r" (?:above|over) (?=[€$£]?\d)"),
)
# Conditions and refusals of programs, and the role that every example gives a model.
_CODE = (
    ("role", r" ?[!=]==? ?['\"]\w+['\"]"),
    ("role", r" ['\"]?\w+['\"]? (?:(?:is|was) )?not (?:permitted|allowed|authori[sz]ed|found|defined)(?: to \w+)?"),
    ("messages", r" ?[:=] ?\[\{.role.: ?.system., ?.content.: ?.you are a helpful assistant\.?.\}\]"),
)
_PROGRAM = r"(?:system|screen|page|app|software|program|pop-?up|window|display|website|portal|printer|terminal|console|panel|(?:command )?prompt|client|installer|log|error)"
_SHOWS = r"(?:says|shows|showed|tells me|displays|displayed|reports|keeps (?:saying|showing|telling me|asking)|asks (?:me )?for|wants|answers)\b"
SHOWN: Final = rf"(?: \w+)? {_PROGRAM} (?:message |error )?{_SHOWS}"
_SHOWN_BARE = rf" {_PROGRAM} {_SHOWS}"

_OBEYED = rf"(?:(?<=[.!?\n] )|(?<=\n)|\A)(?:(?:just|now|please|finally|and) )*{_OBEY}(?: (?:for once|please|now))*!*\s*(?=[.!?:\n]|and\b|$)"
_SAYINGS: Final = any_of(
    (
        *_TAKEN_BACK,
        *_ANGER,
        *_PLEAS,
        *_MANNER,
        *_CODE,
        ("the|your|our|my|a", SHOWN),
        ("command|admin|login", _SHOWN_BARE),
        ("just|now|please|finally|and|do ", r"(?!)"),
    ),
    _OBEYED,
)


def without_sayings(folded: str) -> str:
    """Take out what is said so; what is said beside it stays."""
    return _SAYINGS.pattern.sub(" ", folded)
