"""A workflow: its record is whole or it is none, and what its policy does not name is redacted."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.data_class import DataClass, Handling
from app.domain.workflow import Approval, ModelSettings
from tests.turns import APPROVAL, PLAIN


@given(st.sets(st.sampled_from(Approval.__struct_fields__)))
def test_what_is_missing_is_named(names: set[str]) -> None:
    """Every field must be there; one that is not makes the record void."""
    lacking = msgspec.structs.replace(APPROVAL, **{name: getattr(Approval(), name) for name in names})
    assert set(lacking.missing()) == names
    assert lacking.current(date(2026, 11, 21)) is (not names)


@pytest.mark.parametrize(
    ("name", "value"), [("requester", "  \n"), ("data_classes", ("",)), ("data_classes", ("public", " "))]
)
def test_white_space_is_nothing(name: str, value: object) -> None:
    """Nobody answers for what bears a blank for a name."""
    assert msgspec.structs.replace(APPROVAL, **{name: value}).missing() == [name]


@given(st.dates(date(2026, 1, 1), date(2028, 1, 1)))
def test_a_record_has_its_days(today: date) -> None:
    """From approval to review, both days included."""
    assert APPROVAL.approved_on is not None
    assert APPROVAL.review_by is not None
    assert APPROVAL.current(today) is (APPROVAL.approved_on <= today <= APPROVAL.review_by)


def test_triggers_may_be_none() -> None:
    """A workflow need not send anything to people by its words, if its record says so."""
    assert msgspec.structs.replace(APPROVAL, escalation_triggers=()).current(date(2026, 11, 21))


@pytest.mark.parametrize("data_class", list(DataClass))
def test_unlisted_is_redacted(data_class: DataClass) -> None:
    """The careful way is the one that needs no words."""
    assert PLAIN.handling(data_class) is Handling.REDACT
    listed = msgspec.structs.replace(PLAIN, data_policy={data_class: Handling.BLOCK})
    assert listed.handling(data_class) is Handling.BLOCK


def test_models_are_tried_in_their_order() -> None:
    """The first, then its fallbacks."""
    assert ModelSettings("a", fallbacks=("b", "c")).names == ("a", "b", "c")
