"""Moderation: an unreachable moderator is not acceptable, and a crisis never waits for one."""

import asyncio
import time
from dataclasses import dataclass, field

import pytest

from app.adapters.moderation_local import LocalModeration
from app.domain.handoff import Reason
from app.domain.moderation import PASSED, ModerationUnavailable, ModerationVerdict
from app.domain.tenant import Tenant
from app.domain.turn import Outcome, Recalled, Screened, TurnStopped
from app.domain.workflow import ModerationProvider, ModerationSettings
from app.stages import moderation as stage
from app.stages.moderation import Moderation
from tests.turns import make_accepted, make_tenant

FLAGGED = ModerationVerdict(flagged=True, categories=("hate",), sure=True, self_harm=False)
CRISIS = ModerationVerdict(flagged=True, categories=("self-harm",), sure=True, self_harm=True)


def as_recalled(text: str, tenant: Tenant | None = None, said: str | None = None) -> Recalled:
    """A first message; `said` is what others may read of it, if that is less."""
    return Recalled(make_accepted(text, tenant=tenant), (("user", said or text),))


async def test_a_refused_key_is_told_to_an_operator() -> None:
    """Every turn would go to a person until somebody renews it."""
    told: list[str] = []
    stage_ = Moderation(Remote(ModerationUnavailable("http_401")), LocalModeration(), told.append)
    with pytest.raises(TurnStopped):
        await stage_(as_recalled("When do you open?"), suspicious=False)
    assert told == ["key_refused_by_moderation"]


@dataclass
class Remote:
    """A moderator that says what it is told to, fails, or never answers."""

    says: ModerationVerdict | Exception | None = PASSED
    asked: list[str] = field(default_factory=list)
    name: str = "remote"

    async def moderate(self, text: str) -> ModerationVerdict:
        """Answer as planned."""
        self.asked.append(text)
        if self.says is None:
            await asyncio.sleep(60)
        if isinstance(self.says, ModerationVerdict):
            return self.says
        raise self.says or AssertionError


async def screen(remote: Remote, text: str, settings: ModerationSettings | None = None) -> Screened:
    """Screen a text."""
    tenant = make_tenant(moderation=settings or ModerationSettings())
    return await Moderation(remote, LocalModeration(), lambda _: None)(
        as_recalled(text, tenant), suspicious=text.isupper()
    )


async def stopped(
    remote: Remote, text: str, settings: ModerationSettings | None = None
) -> tuple[Outcome, Reason | None]:
    """How a text is stopped."""
    with pytest.raises(TurnStopped) as caught:
        await screen(remote, text, settings)
    return caught.value.outcome, caught.value.reason


async def test_what_is_acceptable_goes_on() -> None:
    """With the suspicion that it came with."""
    assert not (await screen(Remote(), "When do you open?")).suspicious
    assert (await screen(Remote(), "WHEN DO YOU OPEN?")).suspicious


@pytest.mark.parametrize(
    ("verdict", "outcome"), [(FLAGGED, Outcome.REFUSED), (CRISIS, Outcome.HANDED_OFF)], ids=["flagged", "crisis"]
)
async def test_the_remote_judge_decides(verdict: ModerationVerdict, outcome: Outcome) -> None:
    """Flagged text is refused, a crisis goes to a person."""
    assert await stopped(Remote(verdict), "words") == (outcome, Reason.UNSAFE_INPUT)


@pytest.mark.parametrize("provider", list(ModerationProvider))
async def test_a_crisis_is_found_here(provider: ModerationProvider) -> None:
    """Without asking anybody, whoever moderates, and also where nobody does."""
    remote = Remote(ModerationUnavailable("down"))
    settings = ModerationSettings(provider, reason="tests")
    assert await stopped(remote, "I want to kill myself", settings) == (Outcome.HANDED_OFF, Reason.UNSAFE_INPUT)
    assert remote.asked == []


async def test_local_asks_nobody() -> None:
    """A workflow that moderates locally is judged by the rules alone; what is off is not judged but for a crisis."""
    remote = Remote(ModerationUnavailable("down"))
    local = ModerationSettings(ModerationProvider.LOCAL)
    assert await stopped(remote, "you stupid bitch", local) == (Outcome.REFUSED, Reason.UNSAFE_INPUT)
    await screen(remote, "When do you open?", local)
    await screen(remote, "you stupid bitch", ModerationSettings(ModerationProvider.OFF, reason="internal"))
    assert remote.asked == []


@pytest.mark.parametrize("failure", [ModerationUnavailable("http_503"), None], ids=["fails", "hangs"])
async def test_an_outage_means_a_person(failure: Exception | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Within two seconds, and whatever the text is."""
    assert stage.DEADLINE < 2
    monkeypatch.setattr(stage, "DEADLINE", 0.05)
    began = time.monotonic()
    handed_off = (Outcome.HANDED_OFF, Reason.MODERATION_UNAVAILABLE)
    assert await stopped(Remote(failure), "When do you open?") == handed_off
    assert await stopped(Remote(failure), "you stupid bitch") == handed_off
    assert time.monotonic() - began < 1


async def test_an_outage_may_leave_it_to_the_rules() -> None:
    """They decide what they are sure of, and a person the rest."""
    remote, settings = Remote(ModerationUnavailable("down")), ModerationSettings(on_outage="local")
    await screen(remote, "When do you open?", settings)
    assert await stopped(remote, "you stupid bitch", settings) == (Outcome.REFUSED, Reason.UNSAFE_INPUT)
    weak = "My ex threatens to kill me"
    assert not LocalModeration().judge(weak).sure
    assert await stopped(remote, weak, settings) == (Outcome.HANDED_OFF, Reason.MODERATION_UNAVAILABLE)


async def test_another_failure_is_no_verdict() -> None:
    """What nobody foresaw is raised, never taken for acceptable."""
    with pytest.raises(OSError, match="planted"):
        await screen(Remote(OSError("planted")), "When do you open?")


async def test_the_vendor_reads_what_others_may_and_this_process_all() -> None:
    """What completes a value told in parts is not sent; a wish to die that it looked like is heard."""
    remote = Remote()
    judge = Moderation(remote, LocalModeration(), lambda _: None)
    await judge(as_recalled("4444 1115, thanks", said="[PAYMENT_CARD], thanks"), suspicious=False)
    assert remote.asked == ["[PAYMENT_CARD], thanks"]
    with pytest.raises(TurnStopped):
        await judge(as_recalled("Hang myself", said="[NAME] myself"), suspicious=False)
