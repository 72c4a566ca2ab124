"""Telling words: that a question and an article meet in spite of endings and habits of speech."""

import pytest

from app.domain.telling_words import telling_words
from tests.timing import seconds


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("returns", "returning"),
        ("cancelled", "cancellation"),
        ("shipping", "delivery"),
        ("send it back", "return"),
        ("money back", "refund"),
        ("batteries", "battery"),
        ("boxes", "box"),
        ("wi-fi", "WiFi"),
        ("e-mails", "email"),
        ("café", "cafe"),
        ("customer\u2019s", "customers"),
        ("worn outside", "wear outdoors"),
    ],
)
def test_kin_words_meet(question: str, article: str) -> None:
    """Customers and articles say the same thing in other words."""
    assert list(telling_words(question)) == list(telling_words(article)) != []


def test_small_words_and_placeholders_tell_nothing() -> None:
    """What every sentence holds does not find articles, nor does what redaction left."""
    assert list(telling_words("Can you please tell me what it is? [EMAIL_1] [PHONE_12]")) == []


@pytest.mark.parametrize("text", ["send " * 20_000, "a " * 50_000, "é" * 100_000, "where is " * 12_000, "e-" * 50_000])
def test_crafted_text_takes_no_longer(text: str) -> None:
    """Time grows with the text's length alone."""
    assert seconds(lambda text: list(telling_words(text)), text) < 2
