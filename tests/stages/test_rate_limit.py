"""Rate limits: who has room comes in, who has none is told when to come back."""

import pytest

from app.adapters.rate_counters import MemoryRateCounters
from app.domain.contact import Contact
from app.domain.rate_policy import Allowance
from app.domain.turn import Turn
from app.domain.units import Rate
from app.domain.workflow import Limits
from app.errors import Problem
from app.stages.rate_limit import RateLimit, refuse_over
from tests.turns import WORKFLOW, make_tenant

WIDE = Rate(1000, 60)


def turn(contact: str = "ann", /, **limits: object) -> Turn:
    """A turn under these limits, wide ones but for those given; `verified` tells of the contact."""
    verified = bool(limits.pop("verified", False))
    wide: dict[str, object] = {"per_contact": WIDE, "per_tenant": WIDE, "concurrent_turns": 1000}
    tenant = make_tenant(limits=Limits(**{**wide, **limits}))  # type: ignore[arg-type]  # the caller names the fields
    return Turn(tenant, WORKFLOW, Contact(contact, tenant.id, verified=verified), "c", "m", "text")


async def refused(limit: RateLimit, wanted: Turn) -> dict[str, str]:
    """The headers with which a turn is refused."""
    with pytest.raises(Problem) as caught:
        await limit(wanted)
    assert (caught.value.code, caught.value.status) == ("rate_limited", 429)
    assert caught.value.headers.keys() == {"Retry-After", "RateLimit", "RateLimit-Policy"}
    return caught.value.headers


async def test_the_narrowest_speaks_first() -> None:
    """A contact's own limit comes before the anonymous share, and that before the tenant's."""
    limit = RateLimit(MemoryRateCounters())
    narrow = {"per_contact": Rate(1, 60), "per_tenant": Rate(2, 60)}
    await limit(turn(**narrow))
    assert '"contact";q=1;w=60' in (await refused(limit, turn(**narrow)))["RateLimit-Policy"]
    assert '"anonymous";q=1;w=60' in (await refused(limit, turn("bob", **narrow)))["RateLimit-Policy"]
    await limit(turn("cat", verified=True, **narrow))
    assert '"tenant";q=2;w=60' in (await refused(limit, turn("dan", verified=True, **narrow)))["RateLimit-Policy"]


async def test_a_flood_of_one_contact_leaves_room_for_others() -> None:
    """What a contact is refused is not counted for the tenant."""
    limit, narrow = RateLimit(MemoryRateCounters()), {"per_contact": Rate(1, 60), "per_tenant": Rate(4, 60)}
    await limit(turn(**narrow))
    for _ in range(20):
        await refused(limit, turn(**narrow))
    await limit(turn("bob", **narrow))


@pytest.mark.parametrize(("share", "room"), [(0.5, 5), (0.25, 2), (0.0, 1), (1.0, 10)])
async def test_anonymous_share(share: float, room: int) -> None:
    """Anonymous chats use up their share, rounded down but one at least; known customers have the rest."""
    limit = RateLimit(MemoryRateCounters())
    limits = {"per_tenant": Rate(10, 60), "anonymous_share": share}
    for number in range(room):
        await limit(turn(f"anonymous-{number}", **limits))
    headers = await refused(limit, turn("one more", **limits))
    assert f'"anonymous";q={room};' in headers["RateLimit-Policy"] or room == 10
    if room < 10:
        await limit(turn("known", verified=True, **limits))


async def test_turns_at_once() -> None:
    """A slot that is given back is free again; nobody else's is given back with it."""
    limit = RateLimit(MemoryRateCounters())
    first, _ = await limit(turn(concurrent_turns=2)), await limit(turn(concurrent_turns=2))
    headers = await refused(limit, turn(concurrent_turns=2))
    assert headers == {
        "Retry-After": "1",
        "RateLimit": '"concurrent";r=0;t=1',
        "RateLimit-Policy": '"concurrent";q=2;w=1',
    }
    await limit.release(first)
    await limit.release(first)
    await limit(turn(concurrent_turns=2))
    await refused(limit, turn(concurrent_turns=2))


def test_headers_tell_when_to_come_back() -> None:
    """All three say the same; a wait is never nothing."""
    for reset, wait in ((42, 42), (0, 1)):
        with pytest.raises(Problem) as caught:
            refuse_over([Allowance("contact", Rate(20, 60), allowed=False, remaining=0, reset=reset)])
        assert caught.value.headers == {
            "Retry-After": str(wait),
            "RateLimit": f'"contact";r=0;t={wait}',
            "RateLimit-Policy": '"contact";q=20;w=60',
        }
    refuse_over([Allowance("contact", Rate(20, 60), allowed=True, remaining=0, reset=9)])
