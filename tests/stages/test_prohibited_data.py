"""Prohibited data: what the policy blocks is refused, what it escalates goes to a person."""

import itertools

import pytest

from app.domain.data_class import DataClass, Handling
from app.domain.handoff import Reason
from app.domain.turn import Open, Outcome, TurnStopped
from app.stages.prohibited_data import ProhibitedData
from tests.turns import make_accepted, make_tenant

ENDS = {Handling.BLOCK: Outcome.REFUSED, Handling.ESCALATE: Outcome.HANDED_OFF}


@pytest.mark.parametrize(("first", "second"), list(itertools.product(Handling, repeat=2)))
def test_the_strictest_handling_decides(first: Handling, second: Handling) -> None:
    """A block wins over an escalation, and both over what may pass; the order of the finds is nothing."""
    tenant = make_tenant(data_policy={DataClass.HEALTH: first, DataClass.PHONE: second})
    opened = Open(make_accepted(tenant=tenant, classes=frozenset({DataClass.HEALTH, DataClass.PHONE})))
    expected = next((ENDS[handling] for handling in ENDS if handling in (first, second)), None)
    if expected is None:
        assert ProhibitedData()(opened) is opened
        return
    with pytest.raises(TurnStopped) as caught:
        ProhibitedData()(opened)
    assert (caught.value.outcome, caught.value.reason) == (expected, Reason.PROHIBITED_DATA)


@pytest.mark.parametrize("data_class", list(DataClass))
def test_what_no_policy_lists_passes_redacted(data_class: DataClass) -> None:
    """Only what the tenant names ends a turn."""
    opened = Open(make_accepted(classes=frozenset({data_class})))
    assert ProhibitedData()(opened) is opened
