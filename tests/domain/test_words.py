"""The words of a text are the same however long it is."""

# ruff: noqa: RUF001 (letters of other scripts are the subject)

import re
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from app.domain.detection import words as module
from app.domain.detection.words import Words

LETTERS = re.compile(r"[^\W\d_]+")
TEXTS = st.text(st.sampled_from("abİßÄΑΣ1_ -.\n我\u0301") | st.characters(exclude_categories=["Cs"]), max_size=60)


@given(TEXTS, st.integers(1, 20), st.integers(0, 3))
def test_words_and_their_places(text: str, block: int, kept: int) -> None:
    """They are read in blocks, which cut none; a long text's are read again each time."""
    expected = [(match.start(), match[0]) for match in LETTERS.finditer(Words(text).lower)]
    shown = [(match.start(), match[0]) for match in LETTERS.finditer(text)]
    with patch.object(module, "_BLOCK", block), patch.object(module, "_KEPT", kept):
        words = Words(text)
        for _ in range(2):
            assert list(words.where({word for _, word in expected})) == expected
            assert list(words.where_shown({word for _, word in shown})) == shown
        assert words.distinct == {word for _, word in expected}
        assert words.shown == {word for _, word in shown}
