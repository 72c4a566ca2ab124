"""Redaction leaves of a message what moderation must read."""

import pytest

from app.domain.data_class import DataClass
from app.domain.doubted_names import find_personal
from app.domain.moderation.judge import judge_text
from tests.safety.moderation_texts import ABROAD


def redacted(text: str) -> str:
    """What is left of a text without what was found."""
    for span in reversed(find_personal(text)):
        text = f"{text[: span.start]}[{span.data_class.upper()}]{text[span.end :]}"
    return text


@pytest.mark.parametrize("text", [*ABROAD, *map(str.lower, ABROAD)])
def test_a_crisis_is_not_redacted_away(text: str) -> None:
    """A wish to die in another language is read by moderation, whatever in it looks like a name."""
    assert judge_text(redacted(text)).self_harm


@pytest.mark.parametrize("text", ["I want to die. My name is Anna Petrova", "me llamo Ximena Torres y quiero morir"])
def test_a_name_beside_a_crisis_is_redacted(text: str) -> None:
    """Where the wish is clear without the name, the name is one."""
    assert [span.data_class for span in find_personal(text)] == [DataClass.NAME]


@pytest.mark.parametrize(
    "text",
    [
        "Ausländer sind Abschaum",
        "te mato si no me devuelves el dinero",
        "leck meine muschi",
        "je vais te crever les yeux",
    ],
)
def test_harm_is_not_redacted_away(text: str) -> None:
    """Nor are threats, hate and sexual talk, in which words of another language look like names."""
    assert judge_text(redacted(text)).flagged


@pytest.mark.parametrize("text", ["my name is Fanny Dykes", "Best wishes, Anna Dick", "I'll kill you, Anna Petrova"])
def test_who_is_called_so_keeps_a_name(text: str) -> None:
    """A name that would be an insult elsewhere is one, where it is written as a name."""
    assert DataClass.NAME in {span.data_class for span in find_personal(text)}


def test_a_long_text_keeps_its_other_spans() -> None:
    """Only what is near the beginning is doubted, and only names are."""
    text = "quiero quitarme la vida, escribe a ana@tienda.example. " + "gracias. " * 500 + "Me llamo Ximena."
    found = [text[span.start : span.end] for span in find_personal(text)]
    assert found == ["ana@tienda.example", "Ximena"]
