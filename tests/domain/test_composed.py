"""Accents that stand behind their letters: put together, each letter still knows where it began."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from app.domain.detection.names.composed import compose, is_decomposed


@given(st.text(alphabet="aeou n\u0301\u0308\u0327é1", max_size=30))
def test_every_letter_knows_where_it_began(text: str) -> None:
    """The stretches that the letters came from are the text, one behind the other, whatever it is."""
    composed, begun = compose(text)
    assert len(begun) == len(composed) + 1
    stretches = [text[begun[at] : begun[at + 1]] for at in range(len(composed))]
    assert "".join(stretches) == text
    assert all(unicodedata.normalize("NFC", was) == letter for was, letter in zip(stretches, composed, strict=True))


def test_a_name_is_put_together() -> None:
    """As lists of names spell it."""
    text = unicodedata.normalize("NFD", "Jürgen Núñez")
    assert is_decomposed(text)
    assert compose(text)[0] == "Jürgen Núñez"
    assert not is_decomposed("Jürgen Núñez")
