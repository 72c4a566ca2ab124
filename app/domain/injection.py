"""How much a message looks like an attempt to steer the assistant, by weighted rules."""

# ruff: noqa: E501 (a wording is read in one piece)

import base64
import binascii
import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.injection_words import AI, EARLIER, INNER, MODE, OVERRIDE, REVEAL, ROLE, RULES, SECRET, TRIGGERS
from app.domain.plain_text import fold

_FLAGGED, _CERTAIN = 0.5, 0.8
_SHORTEST_ORDER = 20  # characters; less can't hold an order written without spaces
_REACH = 6  # words that a pair may lie apart
_WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?")
# Two kinds of words near each other, and how much that says.
_PAIRS: tuple[tuple[frozenset[str], frozenset[str], float], ...] = (
    (OVERRIDE, RULES, 0.5),
    (EARLIER, RULES, 0.15),
    (REVEAL, SECRET, 0.25),
    (INNER, SECRET, 0.3),
    (ROLE, MODE, 0.4),
    (AI, MODE, 0.35),
    (AI, RULES, 0.3),
    (MODE, RULES, 0.3),
)
_OPENERS = "ignore|disregard|forget|bypass|override"
# Wordings that need no second look, with their weight; each is bounded, so a long input stays linear.
_PHRASES: tuple[tuple[re.Pattern[str], float], ...] = (
    (
        re.compile(
            rf"\b(?:{_OPENERS}|dismiss)\b[^.\n]{{0,30}}\b(?:previous|prior|above|earlier|preceding|below|everything|all (?:text|other)|what (?:you|i))(?! (?:orders?|purchases?|transactions?|transfers?|payments?|messages?|requests?|questions?)\b)"
        ),
        0.6,
    ),
    (re.compile(r"\b(?:system|initial|hidden|secret|developer|original) ?(?:prompt|instructions?|message)\b"), 0.4),
    (re.compile(r"\b(?:pwned|p\W?w\W?n\W?e\W?d)\b"), 0.7),
    (
        re.compile(
            r"<\|?/?(?:im_start|im_end|system|endoftext|start of text|pad|/s)\|?>|\[/?(?:inst|system)\b|\{\{[^}]{0,40}(?:exec|system|config)"
        ),
        0.6,
    ),
    (
        re.compile(
            r"\b(?:developer|debug|god|admin|root|dan|unrestricted|maintenance|jailbreak|qa|test|sudo|opposite)[ _-]mode\b"
        ),
        0.55,
    ),
    (re.compile(r"\bdo anything now\b|\bjailbr(?:eak|oken)|\bsystem (?:override|injection|update)\b|\[inject"), 0.6),
    (
        re.compile(
            r"\b(?:without|no|free (?:from|of)|remove|lift|ignor\w+) (?:any |all |your |ethical |safety |more |content )*(?:restrictions?|limitations|filters?|censorship|constraints|guardrails|guidelines)\b"
        ),
        0.5,
    ),
    (
        re.compile(
            r"\bfrom now on\b|\byou are now\b|\byou will (?:now )?(?:act|be|respond)\b|\bpretend (?:to be|you)\b|\bact as (?:a|an|if|my)\b|\bstay in character\b"
        ),
        0.3,
    ),
    (
        re.compile(
            r"\b(?:above|before|preceding) (?:this|line|text|words|prompt)|\bwords above|\btext above|\beverything above"
        ),
        0.35,
    ),
    (
        re.compile(
            r"\b(?:os\.(?:system|popen|spawn|exec\w*)|child_process|subprocess|__import__|eval\(|exec\(|execsync|base64 -d|rm -rf|/etc/passwd|/dev/null|whoami|powershell|curl http|net user|<script|onerror=|drop table)"
        ),
        0.6,
    ),
    (re.compile(r"^\W*(?:run|execute|bypass|exploit)\W{0,3}:|\b(?:run|execute|bypass|evaluate)\W{0,3}`"), 0.6),
    (
        re.compile(
            r"\b(?:unrestricted|unfiltered|uncensored|jailbroken|unconstrained) (?:\w+|ai)\b|\bno[ -]restrictions\b|\b(?:ai|assistant) (?:with )?(?:no|without) (?:\w+ )?(?:restrictions|limits|rules|filters|guidelines)"
        ),
        0.55,
    ),
    (re.compile(r"\bdecode (?:this|the|and)\b[^.\n]{0,40}|\bfollow the (?:decoded|instructions)\b|\bbase64\b"), 0.25),
    (
        re.compile(
            r"\byour (?:[a-z]+ ){0,2}(?:restrictions?|guidelines|guardrails|safeguards|safety|constraints|directives|programming|prompt|filters|configuration|initialization)\b"
        ),
        0.5,
    ),
    (
        re.compile(
            r"\b(?:say|answer|respond|reply|print|output|write|return)\b[^.\n]{0,20}\b(?:only|exactly|just|instead)\b|\binstead(?:,)? (?:say|print|output|write)"
        ),
        0.3,
    ),
    (
        re.compile(
            r"\b(?:new|updated) (?:instructions?|directive|rules)\b|\bend of (?:system )?prompt|\bsafety (?:is |protocols? )?(?:disabled|suspended|off)\b"
        ),
        0.45,
    ),
)
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{16,4000}={0,2}(?![A-Za-z0-9+/=])")
_LEET = str.maketrans("0134578@$!|€+96£", "oieastbasileigbl"[:16])
_LEET_TEXT = re.compile(r"[a-z][0134578@$!|€+69][a-z]|[a-z]{2}[013457@$€]{1,2}\b|\b[013457@$|€+][a-z]{2}|\b[@$][a-z]")
_ROT13 = re.compile(
    r"\b(?:vtaber|vafgehpgvbaf|cerivbhf|cebzcg|olcnff|erfgevpgvbaf|flfgrz|vafgehpgvba|qvfertneq|eriny)\b"
)
_SQUEEZED = re.compile(
    r"(?:ignore|disregard|forget|bypass|override)(?:all|any|the|your|my|previous|prior|above|safety|earlier){1,4}(?:instruction|rule|guideline|prompt|restriction)"
    r"|(?:reveal|show|print|repeat)(?:me|us)?(?:your|the)(?:system|hidden|initial|secret)?(?:prompt|instruction)|systemprompt|youarenow(?:dan|unrestricted|in)|doanythingnow"
)


@dataclass(frozen=True, slots=True)
class InjectionScore:
    """`score` runs from 0 to 1; `flagged` asks for care, `certain` for a refusal."""

    score: float
    flagged: bool
    certain: bool


def score_injection(text: str) -> InjectionScore:
    """Score a message of any length; what was encoded counts as if it were written plainly."""
    folded = fold(text)
    score = _score(folded)
    if score < _CERTAIN:
        score = max([score, *(_score(reading) for reading in _other_readings(text, folded))])
    score = round(min(score, 1.0), 3)
    return InjectionScore(score, flagged=score >= _FLAGGED, certain=score >= _CERTAIN)


def _other_readings(text: str, folded: str) -> Iterator[str]:
    """The message with one disguise taken off at a time."""
    if _LEET_TEXT.search(folded):
        yield folded.translate(_LEET)
    if _ROT13.search(folded):
        yield codecs.decode(folded, "rot13")
    for block in _BASE64.finditer(text):
        decoded = _from_base64(block[0])
        if decoded:
            yield decoded
    if "\\" in text:
        yield folded.replace("\\", "")


def _from_base64(block: str) -> str:
    padded = block.rstrip("=") + "=" * (-len(block.rstrip("=")) % 4)
    try:
        decoded = base64.b64decode(padded, validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return ""
    return fold(decoded) if decoded.isprintable() else ""


def _score(text: str) -> float:
    words = _WORD.findall(text)
    if TRIGGERS.isdisjoint(words) and not _has_marks(text):
        return 0.6 if len(text) > _SHORTEST_ORDER and _SQUEEZED.search(text.replace(" ", "")) else 0.0
    score = sum(weight for phrase, weight in _PHRASES if phrase.search(text))
    score += _pair_score(words)
    return score


def _has_marks(text: str) -> bool:
    return (
        "<|" in text
        or "p w n e d" in text
        or "__" in text
        or "/dev/" in text
        or "from now on" in text
        or "you are now" in text
        or "`" in text
        or "/bin/" in text
    )


def _pair_score(words: list[str]) -> float:
    """Add up the pairs that meet within reach, each kind once; linear in the number of words."""
    score = 0.0
    present = frozenset(words)
    for first, second, weight in _PAIRS:
        if not (first.isdisjoint(present) or second.isdisjoint(present)) and _meet(words, first, second):
            score += weight
    return score


def _meet(words: list[str], first: frozenset[str], second: frozenset[str]) -> bool:
    last_first = last_second = -_REACH - 1
    for place, word in enumerate(words):
        if word in second:
            if place - last_first <= _REACH and last_first != place:
                return True
            last_second = place
        if word in first:
            if place - last_second <= _REACH and last_second != place:
                return True
            last_first = place
    return False
