"""Patterns that a word leads find what they would if they were tried everywhere."""

import pkgutil
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import detection
from app.domain.detection import topics
from app.domain.detection.led import Led
from app.domain.detection.words import Words
from tests.safety.rows import rows

NAMES = [module.name for module in pkgutil.walk_packages(detection.__path__, f"{detection.__name__}.")]
MODULES = list(map(import_module, NAMES))
PATTERNS = {name: one for module in MODULES for name, one in vars(module).items() if isinstance(one, Led)}
PATTERNS |= {str(data_class): terms for data_class, terms in topics._TERMS}
SAID = [row.text for kind in ("personal_data", "secrets") for row in rows(kind, validation=False)]
WORDS = sorted(
    {word for text in SAID for word in text.split()} | {"mdp", "rč", "密码", "ni", "3 digits", "2fa", "T.C."}
)


def spans(led: Led, text: str) -> list[tuple[int, int]]:
    """Where it matches."""
    return [match.span() for match in led.matches(Words(text))]


@pytest.mark.parametrize("name", PATTERNS)
def test_nothing_is_missed_in_what_people_write(name: str) -> None:
    """Also where one message follows another."""
    led = PATTERNS[name]
    for text in (*SAID[::5], " ".join(SAID)):
        assert spans(led, text) == [match.span() for match in led.pattern.finditer(Words(text).lower)]


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=4)), st.sampled_from([" ", "", "_", ": ", "\n", "1"]))
def test_nothing_is_missed_in_any_words(words: list[str], sign: str) -> None:
    """However they are put together."""
    text = sign.join(words)
    for led in PATTERNS.values():
        assert spans(led, text) == [match.span() for match in led.pattern.finditer(Words(text).lower)]


@pytest.mark.parametrize("pattern", [r"\w+", r"(?:pin)? [0-9]", r"(?:a|.)b", r"\b[^a-z]", "[0-9]{3}"])
def test_a_pattern_that_may_begin_elsewhere_is_refused(pattern: str) -> None:
    """It would be tried nowhere."""
    with pytest.raises(ValueError, match="let it begin with a word"):
        Led(pattern)
