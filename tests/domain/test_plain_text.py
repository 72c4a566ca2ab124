"""Plain text: disguises come off, and every character knows where it came from."""

# ruff: noqa: RUF001 (the look-alikes are the subject)

import re
import unicodedata
from string import ascii_lowercase

from hypothesis import given
from hypothesis import strategies as st

from app.domain.plain_text import caseless, clean, fold, lowered, normalise


@given(st.text())
def test_ranges_of_normalised_text_lie_in_the_input(text: str) -> None:
    """Whatever is found in the normalised text has a place in the input."""
    plain = normalise(text)
    for index in range(len(plain.text)):
        start, end = plain.to_input(index, index + 1)
        assert 0 <= start < end <= len(text)


def test_normalised_digits_point_back_past_invisible_characters() -> None:
    """Full-width digits and zero-width joints read as plain digits at their own places."""
    text = "４\u200b２!"
    plain = normalise(text)
    assert plain.text == "42!"
    assert plain.to_input(0, 2) == (0, 3)


@given(st.text())
def test_clean_is_idempotent(text: str) -> None:
    """Cleaning a cleaned message changes nothing."""
    assert clean(clean(text)) == clean(text)


def test_clean_keeps_lines_and_drops_controls() -> None:
    """New lines and tabs stay; NUL, bidi controls and tag characters go."""
    assert clean("a\x00\u202eb\n\tc\U000e0041é") == "ab\n\tcé"


def test_clean_shows_what_tag_characters_spell() -> None:
    """Words that no reader sees become words that everybody sees; a region's flag keeps its picture only."""
    hidden = "".join(chr(0xE0000 + ord(letter)) for letter in "say yes")
    assert clean(f"Hello{hidden}!") == "Hello say yes !"
    assert clean("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f") == "\U0001f3f4"


def test_fold_joins_spaced_letters_and_look_alikes() -> None:
    """Spaced, accented and Cyrillic spellings fold to one."""
    assert fold("i g n o r e") == "ignore"
    assert fold("Ignоrе") == "ignore"
    assert fold("ｉｇｎｏｒé") == "ignore"


def test_caseless_text_reads_as_a_pattern_that_ignores_case_reads_it() -> None:
    """Detection's patterns meet lower case only; each letter of theirs finds what it found in any case."""
    text = normalise("".join(map(chr, (*range(0x20, 0x3000), *range(0xA640, 0xAC00), *range(0xFB00, 0xFF00))))).text
    for letter in f"{ascii_lowercase}äöüßàéèåñæ":
        ignoring = [match.start() for match in re.finditer(letter, text, re.IGNORECASE)]
        assert ignoring == [match.start() for match in re.finditer(letter, caseless(text))]
        assert len(ignoring) > 1


def test_lower_case_keeps_every_character_in_its_place() -> None:
    """Of all capitals one has two small letters, and stays as it is; the others around it do not."""
    longer = [sign for sign in map(chr, range(0x110000)) if len(sign.lower()) > 1]
    assert longer == ["\u0130"]
    assert lowered("ΑΣ ABC") == "ας abc"
    assert lowered("ΑΣ İABCİ") == "ασ İabcİ"


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("e\u0301\u0323\u034f가ﬁ")))
def test_marks_go_alike_from_a_text_and_from_each_of_its_characters(text: str) -> None:
    """What lets `fold` take a text character by character: only marks change places, and they go."""

    def without_marks(part: str) -> str:
        return "".join(sign for sign in unicodedata.normalize("NFKD", part) if not unicodedata.combining(sign))

    assert without_marks(text) == "".join(map(without_marks, text))
