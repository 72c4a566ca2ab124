"""What moderation is trained on: sentences, the head each belongs to, and what is read in them."""

from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from app.domain.moderation.judge import LEARNT_WITH, by_wording, without_everyday, wordings_for
from app.domain.moderation.spoken_against import REPORTED
from app.domain.moderation.text import plain, sentences, spelt, words
from tests.safety.moderation_texts import CALM, CHAT, EVERYDAY, LIFE, PEOPLE, REPLY, TOLD, made
from tests.safety.rows import rows, small_talk

LONGEST = 60
"""Words of a message that are learnt from."""
TALK = "talk"
"""What people write to each other to pass the time: of so many words that few are worth weights of their own."""
HARMLESS = frozenset({CALM, REPLY, EVERYDAY, TOLD, PEOPLE, LIFE, CHAT})
HARMLESS_SETS = {
    "customer_messages": "ordinary",
    "personal_data": "ordinary",
    "clean_text": "tweet",
    "film_reviews": "film",
    "injection": "clean",
}

Example = tuple[str, str, str]
"""Text, the head it belongs to, and what it is."""


def harmless() -> Iterator[Example]:
    """Messages of customers and clean text of other places, from training halves only."""
    for name, what in HARMLESS_SETS.items():
        for row in rows(name, validation=False):
            if row.label == 0 or name == "personal_data":
                yield row.text, "", what
    yield from ((text, "", TALK) for text in small_talk())


def from_templates(count: int, folds: frozenset[int]) -> Iterator[Example]:
    """Messages from templates, harmless ones twice as many as those of each head."""
    for text, kind in made(count, 1, folds):
        if kind not in HARMLESS:
            yield text, kind, kind
    for text, kind in made(2 * count, 2, folds):
        if kind in HARMLESS:
            yield text, "", kind


def to_learn(examples: Iterable[Example]) -> list[Example]:
    """What is learnt of messages, each once, in order: harmful ones whole, harmless ones a sentence each."""
    found: set[Example] = set()
    for text, head, what in examples:
        found.update(((text, head, what),) if head else ((sentence, head, what) for sentence in sentences(plain(text))))
    return sorted(found)


def in_two(examples: Sequence[Example]) -> tuple[list[Example], list[Example]]:
    """Part four fifths to fit models to from one to tune thresholds on, in which no two differ by signs alone."""
    tuned_on = {_letters(example): example for example in examples if not _part(example)}
    return [example for example in examples if _part(example)], list(tuned_on.values())


def _part(example: Example) -> int:
    """One of five parts for a message, the same for all that begin alike: some were posted twice, a little changed."""
    return crc32(_letters(example)[:20].encode(), 9) % 5


def _letters(example: Example) -> str:
    return "".join(filter(str.isalpha, example[0]))


def said_in(text: str) -> list[str]:
    """The words of a message as the models weigh them."""
    sentence = plain(text)
    serious, _ = without_everyday(sentence, wordings_for(words(sentence)) & LEARNT_WITH)
    return [spelt(word) for word in words(serious)[:LONGEST]]


def worded_in(text: str) -> frozenset[str]:
    """What the wordings flag a message for, whatever the models say."""
    found: set[str] = set()
    for sentence in sentences(plain(text)):
        worth_trying = wordings_for(words(sentence)) & LEARNT_WITH
        found |= by_wording(*without_everyday(sentence, worth_trying), worth_trying)
    return frozenset(found)


def is_reported(text: str) -> bool:
    """Tell whether a message only tells of hate or insults, or speaks against them."""
    return REPORTED.search(plain(text)) is not None
