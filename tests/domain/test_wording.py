"""Wording: every refusal says what to do next, and repeats nothing that was sent."""

import pytest

from app.domain import wording
from app.domain.data_class import NEVER_KEPT, DataClass
from app.domain.handoff import Reason

FALLBACK = "help@harbor.example"


@pytest.mark.parametrize("reason", [Reason.PROHIBITED_DATA, Reason.INJECTION, Reason.UNSAFE_INPUT])
def test_a_refusal_shows_a_way_on(reason: Reason) -> None:
    """A person can be asked for, and there is an address."""
    said = wording.refusal(reason, frozenset(), FALLBACK)
    assert FALLBACK in said
    assert "person" in said


@pytest.mark.parametrize("data_class", sorted(DataClass))
def test_what_is_not_to_be_sent_is_named(data_class: DataClass) -> None:
    """In a customer's words, not by the class's name."""
    said = wording.refusal(Reason.PROHIBITED_DATA, frozenset({data_class}), FALLBACK)
    assert said != wording.refusal(Reason.PROHIBITED_DATA, frozenset(), FALLBACK)
    assert "_" not in said
    assert ("nobody will see it" in said) == (data_class in NEVER_KEPT)


def test_several_are_named_in_one_order() -> None:
    """Whatever set they come in."""
    both = frozenset({DataClass.PAYMENT_CARD, DataClass.BANK_ACCOUNT, DataClass.HEALTH})
    assert "bank account numbers, or details about anybody's health, or payment card numbers" in wording.refusal(
        Reason.PROHIBITED_DATA, both, FALLBACK
    )


def test_closed_names_the_address() -> None:
    """The message went nowhere, and the customer is told so."""
    assert FALLBACK in wording.closed(FALLBACK)
    assert "not passed on" in wording.closed(FALLBACK)
    assert wording.cut_short()
