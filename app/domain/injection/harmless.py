"""What customers say and ask that steers nobody, however its words are weighed: taken out, so that the rest is weighed alone."""

# ruff: noqa: E501 (a wording is read in one piece)

import re
from typing import Final

from app.domain.injection.questions import without_questions
from app.domain.injection.sayings import SHOWN, without_sayings
from app.domain.late import Late

# A mail that somebody quotes and asks whether it is genuine, or what a screen shows, unless it speaks to a machine.
_DOUBTED: Final = Late(
    r"\b(?:(?:is|was|are|were|isn't|wasn't) (?:it|this|that|these|they|the (?:mail|e-?mail|message|text|sms|letter|call|link)) (?:(?:really|actually|truly|maybe|perhaps) )*(?:an? )?(?:genuine|real|legit\w*|authentic|fake|scam|fraud|phishing|spam|safe|trustworthy|from (?:you|your \w+)|by you|yours|you\b)"
    r"|did (?:you|your \w+|that) (?:(?:really|actually) )?(?:send|write|come from you)|do (?:you|your \w+) (?:(?:really|actually) )?(?:send|write)|do you recogni[sz]e\b|(?:scam|phishing|fraud|fake|real|genuine|legit|spam|true)\s*\?|(?:phishing|scam)\b"
    r"|(?:ist|sind) (?:das|die|sie|diese \w+) (?:(?:wirklich|tatsachlich) )?(?:echt|von (?:ihnen|euch)|betrug)|(?:est-ce|c'est) (?:(?:bien|vraiment) )?(?:vous|de vous|vrai|une arnaque)|es (?:de ustedes|suyo|vuestro|verdadero|autentico|una estafa)|e (?:vostro|vostra|vero|una truffa|de voces|verdadeiro|verdade|golpe|autentico)\b|is (?:dit|dat|deze \w+) (?:echt|van jullie|nep)|czy to (?:od was|prawdziw\w+|oszustwo|wasz\w*)|(?:sizden|gercek|sahte) mi\b"
    rf"|(?:the|your|our|my){SHOWN})"
)
_QUOTED: Final = re.compile(
    r"(?<!\w)(?:[\"“„«](?=\w)[^\"“”„«»\n]{10,400}[\"”“»]|'(?=\w)(?:[^'\"\n]|(?<=\w)'(?=\w)){10,400}')(?!\w)"
)
_TO_A_MACHINE: Final = Late(
    r"\b(?:assistants?|chat ?bots?|bots?|ai|ki|ia|llms?|gpt|models?|agents?|prompts?|instruc\w*|istruz\w*|instruk\w*|anweis\w*|consign\w*|guidelines?|directives?|jailbr\w*|reveal|obey|refunds?|restrict\w*|customers|pretend|act as|role ?play|un(?:filtered|censored|limited)|(?:you are|from) now|(?:no|without|free of)(?: any| all)? (?:rules|limits|filters|polic\w+)|(?:ohne|sans|sin|senza|sem|zonder|bez) (?:\w+ )?(?:regel\w*|regl\w*|reglas|regole|regras|zasad)|system:)|[<\[{]"
    r"|\b(?:ignore|disregard|forget|drop|break|bypass|override)\b.{0,30}\b(?:rules?|polic\w+|orders?|safety|filters?|training|programming|owners?|makers?|operator)\b"
)


def without_harmless(folded: str) -> str:
    """Take out of a reading what steers nobody: mails quoted in doubt, harmless sayings, questions about the assistant."""
    if _QUOTED.search(folded) and _DOUBTED.pattern.search(folded):
        folded = _QUOTED.sub(_unless_to_a_machine, folded)
    return without_questions(without_sayings(folded))


def _unless_to_a_machine(quoted: re.Match[str]) -> str:
    return quoted[0] if _TO_A_MACHINE.pattern.search(quoted[0]) else " "
