"""What local moderation reaches on templates that were held back from training, and on messages that must pass."""

from collections.abc import Iterable, Iterator

from app.domain.moderation.judge import judge_text
from tests.safety.figures import Figure
from tests.safety.moderation_texts import ABROAD, CALM, CHAT, EVERYDAY, LIFE, PEOPLE, REPLY, TOLD, made, styled
from tests.safety.rows import abroad as rows_abroad
from tests.safety.rows import rows

SUBJECT = "moderation"
SEED = 20261121
MADE = 300
"""Messages of each kind."""
SOUGHT = frozenset({"harassment/threatening", "hate", "sexual"})
"""Kinds that are to be found; of rudeness and talk of violence no more is asked than that false alarms are rare."""


def measure() -> Iterator[Figure]:
    """Tell every figure. The held-back templates share their lists of words with those trained on."""
    kinds: dict[str, list[str]] = {}
    for text, kind in made(MADE, SEED):
        kinds.setdefault(kind, []).append(text)
    crises = [judge_text(text).self_harm for text in kinds.pop("self-harm")]
    yield Figure("self-harm", "reaches a person, held-back templates", sum(crises), len(crises), least=0.9)
    abroad = [judge_text(text).self_harm for text in styled(ABROAD)]
    yield Figure(
        "self-harm", "reaches a person, wordings known in other languages", sum(abroad), len(abroad), least=0.9
    )
    yield _flagged("held-back templates, look-alikes", kinds.pop(CALM), most=0.25)
    yield _flagged("held-back templates, everyday in few words", kinds.pop(EVERYDAY), most=0.25)
    yield _flagged("held-back templates, harm told of by others than who does it", kinds.pop(TOLD), most=0.25)
    yield _flagged("held-back templates, groups of people named without harm", kinds.pop(PEOPLE), most=0.25)
    yield _flagged("held-back templates, what people tell of their lives", kinds.pop(LIFE), most=0.25)
    yield _flagged("held-back templates, customers' turns in a chat", kinds.pop(CHAT), most=0.25)
    replies = [judge_text(text, reply=True).flagged for text in kinds.pop(REPLY)]
    yield Figure(SUBJECT, "held-back templates, replies of support", sum(replies), len(replies), most=0.03)
    for kind, texts in kinds.items():
        yield _flagged(f"held-back templates, {kind}", texts, least=0.75 if kind in SOUGHT else None)
    benign = [row.text for row in rows("injection", validation=True) if row.label == 0]
    yield _flagged("clean, requests to an assistant", benign, most=0.05)
    elsewhere = [row.text for row in rows("clean_text", validation=True)]
    yield _flagged("clean, tweets and reviews", elsewhere, most=0.05)
    customers = [row.text for row in rows("customer_messages", validation=True)]
    yield _flagged("ordinary customer messages", customers, most=0.003)
    elsewhere = [text for texts in rows_abroad(validation=True).values() for text in texts]
    yield _flagged("ordinary messages in 18 other languages", elsewhere, most=0.02)


def _flagged(name: str, texts: Iterable[str], *, least: float | None = None, most: float | None = None) -> Figure:
    flags = [judge_text(text).flagged for text in texts]
    return Figure(SUBJECT, name, sum(flags), len(flags), least=least, most=most)
