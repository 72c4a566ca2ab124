"""Starting a session: a proof counts once, and a bad one is never taken for none."""

from collections.abc import Iterable
from dataclasses import replace

import jwt
import msgspec
import pytest

from app.adapters.db.tables import ContactRow, SessionRow
from app.adapters.identity_tokens import IdentityTokens
from app.adapters.ledger import MemoryLedger
from app.adapters.rate_counters import MemoryRateCounters
from app.adapters.session_tokens import tenant_of, token_hash
from app.domain.budget import Price, PriceList
from app.domain.ids import new_id
from app.domain.kill_switch import SwitchMode
from app.domain.tenant import IdentityKey, Site
from app.domain.units import Rate
from app.domain.workflow import Limits
from app.errors import Problem
from app.stages.approval import Approval
from app.stages.budget import Budget
from app.usecases.start_session import Started, StartSession
from tests.turns import Desk

SECRET = b"harbor-identity-secret-of-32-byte"


class Board:
    """A switchboard on which these scopes are stopped."""

    def __init__(self, *scopes: str) -> None:
        self.scopes = set(scopes)

    def stopped(self, scopes: Iterable[str]) -> SwitchMode | None:
        """Whether one of them is."""
        return SwitchMode.HANDOFF if self.scopes & set(scopes) else None


async def nothing_spent(_day: str, _account: str) -> float:
    """What the rows say of a new day."""
    return 0.0


def starter(desk: Desk, *stopped: str) -> StartSession:
    """The use case; the scopes in `stopped` are switched off."""
    site = msgspec.structs.replace(desk.tenant.sites[0], identity_keys=(IdentityKey("k1", "HS256", secret="env:X"),))
    desk.tenant = replace(desk.tenant, sites=(site,), identity_secrets={(site.key, "k1"): SECRET})
    return StartSession(
        desk.database,
        IdentityTokens(desk.clock),
        desk.keyring,
        MemoryRateCounters(),
        Board(*stopped),
        Approval(lambda _: desk.tenant, desk.clock.today),
        Budget(MemoryLedger(nothing_spent), PriceList({"any": Price(1.0, 1.0)}), desk.keyring, desk.clock),
        desk.clock,
    )


def proof(desk: Desk, *, key: bytes = SECRET, **changes: object) -> str:
    """The tenant's word on who is chatting."""
    now = int(desk.clock().timestamp())
    said = {"sub": "customer-1", "aud": "harbor", "iat": now, "exp": now + 600, "jti": new_id(), **changes}
    return jwt.encode(said, key, algorithm="HS256", headers={"kid": "k1"})


async def start(desk: Desk, starting: StartSession, token: str | None = None, *, site: Site | None = None) -> Started:
    """Start a session."""
    return await starting(desk.tenant, site or desk.tenant.sites[0], token, "de", "192.0.2.1")


async def test_anonymous(desk: Desk) -> None:
    """A new contact each time, thirty days, nothing of the token but its hash, no conversation of anyone's."""
    starting = starter(desk)
    first, second = await start(desk, starting), await start(desk, starting)
    assert first.contact.id != second.contact.id
    assert not first.contact.verified
    assert first.conversation is None
    assert (first.expires_at - desk.clock()).days == 30
    assert tenant_of(first.token) == "harbor"
    rows = await desk.database.read("harbor", lambda db: db.all(SessionRow))
    assert {row.token_hash for row in rows} == {token_hash(first.token), token_hash(second.token)}
    assert first.token not in repr(rows)


async def test_verified(any_desk: Desk) -> None:
    """One contact for each customer of the tenant, with its newest records and its last conversation, for one hour."""
    starting = starter(any_desk)
    first = await start(any_desk, starting, proof(any_desk, records=["order:1"], name="Ann Example"))
    conversation = await any_desk.converse(first.contact)
    again = await start(any_desk, starting, proof(any_desk, records=["order:2"]))
    other = await start(any_desk, starting, proof(any_desk, sub="customer-2"))
    assert first.contact.id == again.contact.id != other.contact.id
    assert (again.contact.verified, again.contact.records) == (True, ("order:2",))
    assert again.conversation == conversation
    assert other.conversation is None
    assert (again.expires_at - any_desk.clock()).total_seconds() == 3600
    (row, _) = sorted(await any_desk.database.read("harbor", lambda db: db.all(ContactRow)), key=lambda row: row.id)
    assert b"Ann" not in (row.profile or b"")
    assert "customer-1" not in (row.subject_hash or "")


async def test_a_proof_counts_once(desk: Desk) -> None:
    """Spent with the session that it made; nothing is left of the second try."""
    starting, token = starter(desk), proof(desk)
    await start(desk, starting, token)
    with pytest.raises(Problem) as caught:
        await start(desk, starting, token)
    assert caught.value.code == "unauthorized"
    assert await desk.count(SessionRow) == 1


@pytest.mark.parametrize("token", ["", "rubbish", "forged", "expired"])
async def test_a_bad_proof_is_not_none(desk: Desk, token: str) -> None:
    """One answer for every fault, and no anonymous session in its place."""
    starting = starter(desk)
    forged = proof(desk, key=b"x" * 32) if token == "forged" else proof(desk, exp=1) if token == "expired" else token
    with pytest.raises(Problem) as caught:
        await start(desk, starting, forged)
    assert caught.value.code == "unauthorized"
    assert await desk.count(ContactRow) == 0


async def test_a_site_may_ask_for_proof(desk: Desk) -> None:
    """Then nobody chats without one."""
    starting = starter(desk)
    with pytest.raises(Problem) as caught:
        await start(desk, starting, site=msgspec.structs.replace(desk.tenant.sites[0], anonymous=False))
    assert (caught.value.code, "identity token" in caught.value.detail) == ("unauthorized", True)


async def test_anonymous_sessions_of_an_address_are_bounded(desk: Desk) -> None:
    """Verified ones are not."""
    desk.change(limits=Limits(anonymous_sessions=Rate(2, 60)))
    starting = starter(desk)
    await start(desk, starting)
    await start(desk, starting)
    with pytest.raises(Problem) as caught:
        await start(desk, starting)
    assert caught.value.code == "rate_limited"
    assert (await start(desk, starting, proof(desk))).contact.verified


@pytest.mark.parametrize("scope", ["service", "tenant:harbor", "workflow:harbor/support", "tenant:lumen"])
async def test_says_whether_the_assistant_would_answer(desk: Desk, scope: str) -> None:
    """Not where a switch covers it, nor without approval."""
    assert (await start(desk, starter(desk, scope))).available is (scope == "tenant:lumen")
    desk.change(rollout_percent=0)
    assert not (await start(desk, starter(desk))).available


async def test_no_model_left_is_no_answer(desk: Desk) -> None:
    """While one of the workflow's models is not switched off, the assistant would answer."""
    first, *others = (f"model:{name}" for name in desk.workflow.model.names)
    assert (await start(desk, starter(desk, *others))).available
    assert not (await start(desk, starter(desk, first, *others))).available


async def test_not_available_where_the_budget_has_no_room(desk: Desk) -> None:
    """What no reply can be paid from any more is no assistant's; an anonymous contact's share ends first."""
    starting = starter(desk)
    workflow = desk.tenant.sites[0].workflow
    limits = desk.tenant.workflows[workflow].limits
    account = f"{desk.tenant.id}/{workflow}"
    day = desk.clock().date().isoformat()
    anonymous = limits.daily_budget_usd * limits.anonymous_share
    assert await starting.budget._ledger.reserve(  # what turns of that day reserved
        day, [(account, limits.daily_budget_usd), (f"{account}/anonymous", anonymous)], anonymous
    )
    assert not (await start(desk, starting)).available
    assert (await start(desk, starting, proof(desk))).available is (limits.anonymous_share < 1)
