"""A plain line: names and reasons that are shown as they are, and that every database keeps."""

import pytest

from app.domain.plain_line import is_plain_line, plain_line


@pytest.mark.parametrize("text", ["Ada L.", "Zoë 🙂", "\u0646\u200c\u0645", "<b>&", ""])
def test_lines(text: str) -> None:
    """Whatever people write in one line, in any script."""
    assert is_plain_line(text)


@pytest.mark.parametrize("text", ["a\0b", "a\nb", "a\tb", "a\x1bb", "a\x85b", "a\u2028b", "a\u202eb", "a\ud800b"])
def test_what_is_no_line(text: str) -> None:
    """Nothing that ends a line, steers a terminal, turns the direction of a text, or is no character at all."""
    assert not is_plain_line(text)
    assert plain_line(text, 60) is None


def test_trimmed_and_short_enough() -> None:
    """Spaces around it are not counted; nothing is no line."""
    assert [plain_line(text, 3) for text in (" Ada ", "Ada ", "Adam", "  ", "")] == ["Ada", "Ada", None, None, None]
