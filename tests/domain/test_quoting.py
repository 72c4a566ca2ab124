"""Quoting: how many words in a row a reply has from its instructions, at any word."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.quoting import Echo, Instructions, word_line

WORDS = st.lists(st.sampled_from("abcd"), max_size=14)


@given(WORDS, WORDS)
def test_the_longest_run_is_counted(instructions: list[str], reply: list[str]) -> None:
    """After each word it is the longest ending of the reply that stands so in the instructions."""
    echo, line = Echo(Instructions.of(" ".join(instructions))), word_line(" ".join(instructions))
    for number, word in enumerate(reply, 1):
        echo.next(word, number - 1)
        runs = (reply[begin:number] for begin in range(number))
        longest = next((run for run in runs if f" {' '.join(run)} " in line), [])
        assert echo.length == len(longest)
        assert echo.start == (number - len(longest) if longest else None)


def test_marks_and_capitals_are_no_disguise() -> None:
    """Only words count; a part of one is none."""
    assert word_line("Never, EVER: say so!") == " never ever say so "
    echo = Echo(Instructions.of("never ever say so"))
    for at, word in enumerate(("NEVER", "Ever", "sa")):
        echo.next(word, at)
    assert echo.length == 0


def test_instructions_do_not_show() -> None:
    """Not in a log of the object either."""
    assert "secret" not in repr(Echo(Instructions.of("a secret rule")))
