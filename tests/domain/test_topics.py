"""Sensitive matters: a person's own health and law are some, in many languages; things, pets and jokes are not."""

# ruff: noqa: RUF001 (a Turkish letter is meant)

import pytest

from app.domain.data_class import DataClass
from app.domain.detection import topics
from app.domain.detection.words import Words
from app.domain.plain_text import normalise
from tests.timing import growth

HOSTILE = (
    "is very very deaf ",
    "je suis ",
    "ha il ",
    "our dog has diabetes ",
    "see you in court ",
    "idę do do do sądu ",
)


def _found(text: str) -> set[DataClass]:
    plain = normalise(text).text
    return {span.data_class for span in topics.find(plain, Words(plain))}


@pytest.mark.parametrize(
    "text",
    [
        "I'm in a wheelchair and can't reach the counter",
        "our nan was taken to hospital on friday",
        "my brother is diabetic, which of these may he have?",
        "I'm hard of hearing so please write",
        "since my hip operation I can't lift boxes",
        "I'm on medication, is the tea safe",
        "ich sitze im Rollstuhl",
        "mein Opa hat Demenz",
        "mon père a fait un AVC",
        "je suis à l'hôpital",
        "soy diabética",
        "mi hijo está ingresado",
        "ho il diabete",
        "mia madre è in ospedale",
        "mijn vrouw is zwanger",
        "ze ligt in het ziekenhuis",
        "jestem w ciąży",
        "leżę w szpitalu",
        "estou grávida",
        "minha mãe está internada",
        "jag är gravid",
        "hamileyim, kullanabilir miyim",
    ],
)
def test_the_health_of_a_person_is_one(text: str) -> None:
    """Their own, or that of somebody of theirs."""
    assert _found(text) == {DataClass.HEALTH}


@pytest.mark.parametrize(
    "text",
    [
        "see you in court then",
        "I'm going to sue you",
        "you will be served a formal legal notice",
        "dann sehen wir uns vor Gericht, ich verklage Sie",
        "je vais porter plainte",
        "voy a demandarles",
        "vi faccio causa",
        "ik stap naar de rechter",
        "pozwę was do sądu",
        "vou processar vocês",
        "jag stämmer er",
        "avukatım arayacak",
    ],
)
def test_who_goes_to_law_is_one(text: str) -> None:
    """Whoever says so wants no answer from a shop's assistant."""
    assert _found(text) == {DataClass.LEGAL}


@pytest.mark.parametrize(
    "text",
    [
        "is the wheelchair ramp in stock?",
        "hospital bed sheets 90x200",
        "our dog has diabetes, which food may it have",
        "the vet says my cat has asthma",
        "mein Hund hat Diabetes",
        "nearly had a heart attack",
        "I had a heart attack when I saw the bill",
        "the lawyer costume is too small",
        "the lawsuit board game lacks its dice",
        "food court opening hours",
        "tennis court net",
        "I sent you a legal notice link that is broken",
        "je suis à l'hôpital pour livrer un lit",
        "trabajo en el hospital",
        "Rollstuhlrampe lieferbar?",
        "sedia a rotelle pieghevole",
        "mijn advocaat is op, hebben jullie nog een fles",
        "ein leckeres Gericht",
        "the blind is stuck",
    ],
)
def test_a_thing_a_pet_or_a_joke_is_none(text: str) -> None:
    """What is bought for the sick, and what is only said, reaches the assistant."""
    assert _found(text) == set()


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear_in_hostile_text(piece: str) -> None:
    """Twice the text takes at most two and a half times as long, on a quiet moment of the machine."""
    text = piece * (20_000 // len(piece))
    assert any(growth(lambda text: list(topics.find(text, Words(text))), text, tries=5) <= 2.5 for _ in range(4))
