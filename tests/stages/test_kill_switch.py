"""The kill switch as a stage: every scope of a turn is asked for, and a model's own stops the model alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pytest

from app.domain.handoff import Reason
from app.domain.kill_switch import SwitchMode, strongest
from app.domain.turn import Outcome, TurnStopped
from app.stages.kill_switch import KillSwitch
from tests.turns import make_accepted


@dataclass
class Board:
    """A switchboard on which these scopes are stopped."""

    modes: Mapping[str, SwitchMode] = field(default_factory=dict)

    def stopped(self, scopes: Iterable[str]) -> SwitchMode | None:
        """The strongest of them."""
        return strongest(self.modes[scope] for scope in scopes if scope in self.modes)


@pytest.mark.parametrize(
    "scope", ["service", "tenant:harbor", "workflow:harbor/support", "conversation:conversation-1"]
)
@pytest.mark.parametrize(
    ("mode", "outcome"), [(SwitchMode.HANDOFF, Outcome.HANDED_OFF), (SwitchMode.CLOSED, Outcome.CLOSED)]
)
def test_each_scope_stops(scope: str, mode: SwitchMode, outcome: Outcome) -> None:
    """In its own way."""
    with pytest.raises(TurnStopped) as caught:
        KillSwitch(Board({scope: mode}))(make_accepted())
    assert (caught.value.outcome, caught.value.reason) == (outcome, Reason.SWITCHED_OFF)


def test_other_scopes_do_not() -> None:
    """Another tenant's switch, workflow's or conversation's is nothing to this turn."""
    others = ("tenant:lumen", "workflow:harbor/sales", "workflow:lumen/support", "conversation:2", "model:gpt-test")
    accepted = make_accepted()
    assert KillSwitch(Board(dict.fromkeys(others, SwitchMode.CLOSED)))(accepted) is accepted


def test_a_model_is_stopped_alone() -> None:
    """The next fallback may answer."""
    switch = KillSwitch(Board({"model:gpt-test": SwitchMode.CLOSED}))
    assert switch.model_stopped("gpt-test")
    assert not switch.model_stopped("gpt-cheap")
