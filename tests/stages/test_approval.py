"""Approval: nobody is answered without one, and a rollout grows by whom it adds."""

from dataclasses import replace
from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.handoff import Reason
from app.domain.tenant import Tenant
from app.domain.turn import Outcome, TurnStopped
from app.domain.workflow import WorkflowStage
from app.stages.approval import Approval, rollout_place
from tests.turns import APPROVAL, TODAY, WORKFLOW, make_accepted, make_tenant


def objection(tenant: Tenant | None, *, today: date = TODAY, contact: str = "ann") -> Reason | None:
    """Why a contact is not answered."""
    return Approval(lambda _: tenant, lambda: today).objection("harbor", WORKFLOW, contact)


@given(st.text(max_size=40), st.integers(0, 100), st.integers(0, 100))
def test_a_rollout_only_grows(contact: str, before: int, after: int) -> None:
    """Who was answered at a smaller share still is at a larger one, on every replica and day."""
    small, large = sorted((before, after))
    answered = objection(make_tenant(rollout_percent=small), contact=contact) is None
    assert not answered or objection(make_tenant(rollout_percent=large), contact=contact) is None


def test_a_rollout_is_about_its_share() -> None:
    """A third of many contacts is about a third of them; nobody at 0, everybody at 100."""
    places = [rollout_place(f"harbor/support/{number}") for number in range(3000)]
    assert 850 < sum(place < 33 for place in places) < 1150
    assert min(places) == 0
    assert max(places) == 99
    assert objection(make_tenant(rollout_percent=0)) is Reason.NOT_IN_ROLLOUT
    assert objection(make_tenant(rollout_percent=100)) is None


def test_a_rollout_place_is_the_same_everywhere() -> None:
    """It depends on nothing but the contact: these numbers are what other replicas have."""
    assert [rollout_place(f"harbor/support/contact-{n}") for n in range(4)] == [70, 34, 24, 45]


@pytest.mark.parametrize("missing", APPROVAL.__struct_fields__)
def test_an_incomplete_record_is_none(missing: str) -> None:
    """Every field counts."""
    unsaid = ("approved_on", "review_by", "escalation_triggers")
    empty: object = None if missing in unsaid else () if missing == "data_classes" else ""
    approval = msgspec.structs.replace(APPROVAL, **{missing: empty})
    assert objection(make_tenant(approval=approval)) is Reason.NOT_APPROVED


@pytest.mark.parametrize(
    ("today", "answered"),
    [
        (APPROVAL.approved_on, True),
        (APPROVAL.review_by, True),
        (date(2026, 10, 31), False),
        (date(2027, 1, 2), False),
    ],
)
def test_an_approval_has_its_time(today: date, answered: bool) -> None:  # noqa: FBT001  # a column of the table
    """From the day it is given to the day of its review, both included."""
    assert (objection(make_tenant(), today=today) is None) is answered


def test_what_ends_ends_at_once() -> None:
    """The file as it stands now counts, not the one that the turn began with."""
    accepted = make_accepted()
    assert Approval(lambda _: accepted.tenant, lambda: TODAY)(accepted).accepted is accepted
    gone = replace(accepted.tenant, workflows={})
    for tenant in (None, gone, make_tenant(stage=WorkflowStage.OFF)):
        with pytest.raises(TurnStopped) as caught:
            Approval(lambda _, tenant=tenant: tenant, lambda: TODAY + timedelta(0))(accepted)  # type: ignore[misc]
        assert (caught.value.outcome, caught.value.reason) == (Outcome.HANDED_OFF, Reason.NOT_APPROVED)


def test_a_pilot_is_answered() -> None:
    """Its drafts wait for a person, so it needs no less approval and no more."""
    assert objection(make_tenant(stage=WorkflowStage.PILOT)) is None


def test_a_turn_ends_with_what_let_it_in() -> None:
    """Its site, the leave to chat anonymously there, and being live: whichever ends, ends a turn that has begun."""
    begun = replace(make_accepted(), site_key="site_harbor")
    site = make_tenant().sites[0]

    def ended(now: Tenant) -> Reason | None:
        return Approval(lambda _: now, lambda: TODAY).ended_for(begun)

    assert ended(make_tenant()) is None
    assert ended(replace(make_tenant(), sites=())) is Reason.NOT_APPROVED
    assert ended(replace(make_tenant(), sites=(msgspec.structs.replace(site, key="site_new"),))) is Reason.NOT_APPROVED
    assert ended(replace(make_tenant(), sites=(msgspec.structs.replace(site, anonymous=False),))) is Reason.NOT_APPROVED
    assert ended(make_tenant(stage=WorkflowStage.PILOT)) is Reason.NOT_APPROVED
