"""Moderation of replies by units: reading each once leaves out nothing that reading them together sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.moderation.judge import judge_text, needs_of
from app.domain.moderation.model import joined, weigh, weighed
from app.domain.moderation.text import plain, sentences, words
from app.domain.moderation.units import is_unsafe, read_unit

WORDS = [
    *("your", "order", "leaves", "tomorrow", "and", "the", "tent", "is", "dry", "kill", "yourself", "hate", "all"),
    *("immigrants", "d!3", "sh1t", "f*ck", "2024", "k", "i", "l", "l", "a", "I", "don't", "rock", "'", "$", "@", "!"),
    *("!!", "|", "**", "_", ",", ".", "?", "\n", "'n", "e.g.", "aaa", "aa", "stupid", "bitch", "u", "tok7", "é", "мир"),
    *("😀", "suicide", "pills", "you"),
]
GAPS = ("", " ", " ", " ", "  ", "-", "'")
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)).map("".join), min_size=1, max_size=12)


@given(st.lists(TEXTS.map("".join).filter(bool), min_size=1, max_size=4))
def test_units_say_what_their_whole_text_says(texts: list[str]) -> None:
    """However a text is cut, its units are unsafe where the text is."""
    assert is_unsafe([read_unit(text) for text in texts]) is judge_text("".join(texts), reply=True).flagged


@given(texts=st.lists(TEXTS.map("".join).filter(bool), min_size=1, max_size=4))
def test_units_are_read_as_their_whole_text_is(texts: list[str]) -> None:
    """The sentences that are judged, and what their words weigh, are those of the whole text wherever units decide."""
    judged: list[tuple[object, ...]] = []

    def judge(*sentence: object, reply: bool) -> tuple[frozenset[str], bool]:
        assert reply
        judged.append(sentence)
        return frozenset(), False

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.domain.moderation.units.judge_sentence", judge)
        patch.setattr("app.domain.moderation.units.judge_text", judge_text)
        is_unsafe([read_unit(text) for text in texts])
    whole = [(each, needs_of(words(each)), weighed(words(each))) for each in sentences(plain("".join(texts)))]
    assert not judged or judged == whole


@pytest.mark.parametrize(
    "units",
    [
        ("You should kill", " yourself, nobody will miss you."),
        ("Nobody here likes you, you stupid", " bitch, so go away"),
        ("k i l", " l yourself now"),
        ("we think that all immi", "grants are vermin and should be shot"),
        ("go and d", "!3 then, you worthless sh1t"),
    ],
)
def test_what_is_unsafe_across_units_is_seen(units: tuple[str, ...]) -> None:
    """A sentence that only both units hold is judged whole."""
    assert judge_text("".join(units), reply=True).flagged
    assert is_unsafe([read_unit(text) for text in units])


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=4), min_size=1, max_size=5))
def test_joined_words_weigh_what_they_weigh_together(stretches: list[list[str]]) -> None:
    """Weighing words part by part gives the very sum of weighing all of them."""
    parts = weighed([])
    for stretch in stretches:
        parts = joined(parts, weighed(stretch))
    whole = weighed([word for stretch in stretches for word in stretch])
    assert weigh(parts) == weigh(whole)
    assert parts == whole
