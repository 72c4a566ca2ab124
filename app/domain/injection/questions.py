"""Questions about the assistant: what it can, may, knows, keeps and is. Who asks that steers nothing by it."""

# ruff: noqa: E501 (a wording is read in one piece)

import re
from typing import Final

from app.domain.late import Late

# Stretches without a mark in them: each is such a question or it is none.
_STRETCH = re.compile(r"[^.?!;:,\n()\"¿¡…]{6,160}")

_OPENING = r"\W*(?:(?:so|ok|okay|and|or|but|well|hi|hello|hey|wait|please|sorry|honestly|btw|by the way|tell me|i wonder|may i ask|can i ask|also|und|aber|et|mais|y|pero|e|ma|mas|en|maar|i|a) )*+"
_IT = r"(?:you|u|(?:this|the|your) (?:chat|chat ?bot|bot|assistant|virtual assistant|ai|robot|thing|service))"
_THINGS = r"(?: (?:things?|stuff|topics?|subjects?|questions?|matters?|problems?|requests?|tasks?|areas?|cases?|info(?:rmation)?|details|data|limits|limitations|languages?|rules?|(?:part|kinds?|sorts?|types?) of \w+))?"
_MODAL = r"(?:can(?:no|')?t|can|could(?:n't)?|may|mustn't|won't|will|shouldn't|do(?:n't)?|does(?:n't)?|are(?:n't)?|is(?:n't)?)"
_ADVERBS = r"(?: (?:not|never|even|actually|really|always|only|just|also|still|ever|all))*"
_ABLE = r"(?:able|unable|allowed|permitted|authori[sz]ed|supposed|forbidden|capable|made|meant|built|trained|programmed|paid|obliged|good at|here for)"
_DOES = r"(?:know|keep|store|save|remember|see|offer|cover|support|handle|do|speak|understand|talk|deal|discuss|answer|help|follow|need|have|learn|work)"
_OWN_LIMITS = r"(?:limits?|limitations?|restrictions?|boundar(?:y|ies))"

_ENGLISH = (
    # what can't you do, which topics are you not allowed to talk about
    rf"(?:what|which)(?: (?:else|exactly|all))?{_THINGS} {_MODAL} {_IT}{_ADVERBS} (?:{_ABLE}|{_DOES})\b",
    # is there anything you can't help with
    rf"(?:(?:is|are) there|do you have|have you got|got) (?:anything|something|any|some|an?|certain|other)?{_THINGS} ?(?:that |which |where )?{_IT} (?:{_MODAL}{_ADVERBS} )?(?:{_MODAL}|{_ABLE}|{_DOES})\b",
    rf"(?:what|which){_THINGS}(?: are|'s| is) (?:off[ -]?limits|forbidden|taboo|out of bounds|not allowed|not possible|possible|allowed)\b",
    rf"(?:what|which)(?:'s| is| are) (?:your|the) (?:own )?(?:{_OWN_LIMITS}|capabilit\w+|abilit\w+|skills?|strengths?|weak(?:ness\w*| points?)|purpose|job|scope|knowledge cut-?off)\b",
    rf"do you have (?:any |some )?(?:{_OWN_LIMITS}|rules)\b",
    # why can't you tell me, how come you are not allowed to
    rf"(?:why|how come) (?:can(?:no|')?t|won't|don't|aren't|can|are|do|may|couldn't) {_IT}\b",
    rf"how come {_IT} {_MODAL}\b",
    rf"(?:are|aren't|is) {_IT}{_ADVERBS} {_ABLE}\b",
    rf"(?:have|were|was) {_IT} (?:been )?(?:programmed|trained|told|taught|set up|instructed) to (?:always |never |just |only )?(?:say (?:no|yes|that|this|sorry)|refuse|deny|reject|avoid|delay|stall|send (?:me|us|people|everyone|customers)|turn (?:me|us|people) (?:down|away)|be (?:so )?(?:rude|polite|slow|unhelpful|difficult|nice))\b",
    # what it keeps, and who reads along
    rf"(?:do|does|will|did|can|could) {_IT}{_ADVERBS} (?:remember|recall|keep|store|save|record|know|learn|recogni[sz]e|forget|understand|speak|have access|follow (?:any |certain |some )?rules|share|pass on|work)\b",
    r"how long (?:do|will) you (?:keep|store|save|remember)\b",
    r"who(?: else)? (?:reads?|sees?|can (?:read|see)) (?:what i|my|this|along)\b",
    # what it is and where it has it from
    r"(?:which|what)(?: (?:kind|type|sort) of)?(?: (?:ai|language|llm|chat))?(?: (?:model|bot|ai|software|technology|version|program\w*|system))? (?:are you|is this|do you (?:use|run on|work with)|is behind)\b",
    r"(?:who|(?:what|which) company) (?:made|built|created|trained|developed|programmed|owns|runs|operates|is behind) (?:you|this)\b",
    r"how (?:were you|are you|was this (?:bot|chat\w*)) (?:made|trained|built|programmed|created|developed)\b",
    r"where (?:does your|do you (?:get|take|have) your) (?:knowledge|information|answers|data)\b",
)
_ABROAD = (
    # German
    r"(?:was|womit|wobei|woruber|welche \w+) (?:darfst|kannst|konnen|durfen|weißt|wissen|machst|machen) (?:du|sie)\b",
    r"(?:warum|wieso|weshalb) (?:darfst|kannst|konnen|durfen|willst) (?:du|sie)\b",
    r"(?:darfst|durfen) (?:du|sie) (?:mir |uns )?(?:auch|nicht|keine?|denn|eigentlich) ",
    r"(?:(?:speicherst|behaltst|merkst|kennst|weißt) du|(?:speichern|behalten|merken|kennen|wissen) sie)\b",
    r"(?:was|welche) sind (?:deine|ihre) (?:grenzen|fahigkeiten|aufgaben)\b",
    r"gibt es (?:themen|dinge|sachen|fragen|etwas)\b.{0,24}\b(?:du|sie) nicht\b",
    # French
    r"(?:qu'est-ce que|que|quoi|(?:de|a|sur|en) quoi|quel\w* \w+) ?(?:(?:tu|vous) (?:ne |n')?|ne )?(?:peux|pouvez|sais|savez|as|avez)(?:-(?:tu|vous))?\b",
    r"(?:tu peux|vous pouvez|tu sais|vous savez) (?:(?:faire|m'aider|repondre|traiter|parler) )?(?:a |de |sur )?quoi\b",
    r"pourquoi (?:tu |vous )?(?:ne |n')(?:peux|pouvez|as|avez)(?:-(?:tu|vous))? ?(?:pas)?\b",
    r"(?:quelles sont|c'est quoi) (?:tes|vos) (?:limites|capacites|competences)\b",
    r"(?:est-ce que )?(?:(?:tu as|vous avez) le droit de|tu gardes|vous gardez|gardez-vous|gardes-tu)\b",
    # Spanish
    r"(?:(?:de|en|sobre|con|a) )?(?:que|cuales?)(?: \w+)? (?:no )?(?:puedes|puede|sabes|sabe|(?:tienes|tiene) (?:permitido|prohibido))\b",
    r"por que no (?:puedes|puede)\b|(?:tienes|tiene) (?:permitido|prohibido|permiso para)\b",
    r"cuales son (?:tus|sus) (?:limites|limitaciones|capacidades)\b|(?:recuerdas|guardas|sabes) (?:lo que|mis|quien|algo)\b",
    # Italian
    r"(?:(?:di|con|su|in) )?(?:che )?cosa (?:non )?(?:puoi|puo|sai|sa)\b|quali \w+ (?:non )?(?:puoi|puo)\b|perche non (?:puoi|puo)\b",
    r"quali sono i (?:tuoi|suoi) limiti\b|(?:ti|mi|si) ricordi (?:cosa|di|quello|che)\b|(?:hai|avete) il permesso di\b",
    # Portuguese
    r"(?:(?:sobre|com|em|de) )?(?:o )?que (?:e que )?(?:voce |tu |vc )?(?:nao )?(?:pode|podes|sabe|sabes|consegue|consegues)\b",
    r"por que (?:voce |tu |vc )?nao (?:pode|podes|consegue)\b|quais sao (?:os )?(?:seus|teus) limites\b",
    # Dutch
    r"(?:wat|waar|waarmee|waarbij|welke \w+|waarover|waarom) (?:mag|kun|kan|kunt|weet) (?:je|jij|u)\b|(?:mag|onthoud|bewaar|weet) (?:je|jij|u)\b",
    r"wat zijn (?:je|jouw|uw) (?:grenzen|beperkingen|mogelijkheden)\b",
    # Polish
    r"(?:czego|co|w czym|o czym|jakich \w+|dlaczego) (?:nie )?(?:mozesz|potrafisz|umiesz|wiesz|wolno ci)\b",
    r"czy (?:mozesz|wolno ci|pamietasz|zapisujesz|masz (?:jakies )?ograniczenia)\b|jakie (?:sa |masz )?(?:twoje )?ograniczenia\b",
    # Turkish
    r"(?:neleri|neyi|hangi konularda) (?:yap\w*|bil\w*|yardim\w*|cevap\w*)\b|neden \w+(?:m[ae]zsin|[iu]yorsun)\b|sinirlarin ne\w*\b",
    r"(?:wer liest|qui lit|quien lee|chi legge|quem le|wie leest|kto czyta) (?:das|was ich|mit|ce que|lo que|quello che|o que|wat ik|to co)\b",
)
_ABOUT: Final = Late(f"{_OPENING}(?:{'|'.join((*_ENGLISH, *_ABROAD))})")

# Words by which such a question turns into an order, or asks for the instructions themselves.
_STEERS: Final = Late(
    r"\b(?:ignor|disregard|forget (?:your|the|all|every)|overrid|bypass|circumvent|pretend|imagin|role|prompt|instruct(?!ed to)|guideline|directive|reveal|repeat|print|display|output|paste|copy|dump|translat|encod|decod|base64|spell|quot|recit|verbatim|word|text|secret|hid|internal|confidential|private|system|above|before (?:this|i|my|we|the)|initial|original|developer|debug|mode\b|filter|unfilter|uncensor|jailbreak|disobey|obey|break|without|if\b|suppose|instead|unless|anyway|still\b|your (?:rules|polic|makers?|creators?|owners?|operators?|bosses)"
    r"|other (?:customer|user|client|people)|customers'|database|password|admin|root\b|tool|and (?!what|why|which|how|who|where|when|not|can|are|do you|for|so|with|or)"
    r"|anweis|vorgab|regeln|wortlich|wiederhol|zeig|geheim|verrat|consign|regl|affich|repet|montr|secr|istruz|istruc|regol|mostr|muestr|ripet|instru|regras|segred|opdracht|regels|laat|herhaal|polecen|zasad|pokaz|powtorz|tajn|talimat|kural|goster|gizli)"
)
# An order to act otherwise after all makes the question before it the first half of an attempt.
_DEFIES: Final = Late(
    r"\b(?:anyway|regardless|nevertheless|nonetheless|all the same|(?:now|then|so|and|just) (?:do|say|tell|show|break|violate|list|write|give|answer|prove|ignore|act|behave|be)\b|(?:do|say|name) (?:it|them|that|so)\b|no (?:filters?|limits?|rules|restrictions)|(?:drop|remove|lift|break|forget|ignore) them|(?:are|is|were) (?:now )?(?:lifted|gone|void|removed|off(?![ -]?limits))\b|do (?:that|those)\b|do the (?:opposite|reverse)"
    r"|trotzdem|dennoch|quand meme|de todos modos|comunque|mesmo assim|toch\b|mimo to|yine de)"
)


def without_questions(folded: str) -> str:
    """Take out the questions about the assistant."""
    asked = _STRETCH.sub(_unless_asked, folded)
    return folded if asked == folded or _DEFIES.pattern.search(folded) else asked


def _unless_asked(stretch: re.Match[str]) -> str:
    asked = stretch[0].replace("'re ", " are ")
    return " " if _ABOUT.pattern.match(asked) and not _STEERS.pattern.search(asked) else stretch[0]
