"""Reading for arriving messages: a flood's are read together, and each hears what it would have heard alone."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TypeVar

import pytest

from app.adapters.db import arrivals, sessions
from app.adapters.db.arrivals import Arrival, Known
from app.adapters.db.engine import DatabaseUnavailable
from app.adapters.db.tenant_db import TenantDb
from app.domain.ids import new_id
from app.usecases import read_arrivals
from app.usecases.read_arrivals import ReadArrivals
from tests.turns import Desk

T = TypeVar("T")


class Counted:
    """A database that counts what it is asked, and may be away."""

    def __init__(self, desk: Desk) -> None:
        self._database = desk.database
        self.asked: list[str] = []
        self.away = False

    async def glance(self, tenant: str, unit: Callable[[TenantDb], T]) -> T:
        """Read for one."""
        self.asked.append("alone")
        return await self._database.glance(tenant, unit)

    async def read(self, tenant: str, unit: Callable[[TenantDb], T]) -> T:
        """Read for many."""
        self.asked.append("together")
        if self.away:
            raise DatabaseUnavailable("planted")
        return await self._database.read(tenant, unit)


async def arriving(desk: Desk) -> dict[str, Arrival]:
    """A stored message sent again, a new one, and what must not pass for either."""
    chats = [await desk.converse() for _ in range(2)]
    same = new_id()
    await desk.accept(desk.redacted(chats[0], "When do you open?", same))

    def begin(db: TenantDb) -> None:
        for hashed, contact, hours in (
            ("mine", chats[0].contact_id, 1),
            ("theirs", chats[1].contact_id, 1),
            ("over", chats[0].contact_id, -1),
            ("erased", new_id(), 1),
        ):
            sessions.start(db, hashed, contact, "site_harbor", None, desk.clock() + timedelta(hours=hours))

    await desk.database.write(desk.tenant.id, begin)
    return {
        "again": Arrival("mine", chats[0].id, same),
        "new": Arrival("mine", chats[0].id, new_id()),
        "the same id elsewhere": Arrival("theirs", chats[1].id, same),
        "another's conversation": Arrival("theirs", chats[0].id, same),
        "no conversation": Arrival("mine", new_id(), new_id()),
        "no id of a conversation": Arrival("mine", "x\0", new_id()),
        "no id of a message": Arrival("mine", chats[0].id, "x\0".ljust(36)),
        "expired": Arrival("over", chats[0].id, same),
        "without its contact": Arrival("erased", chats[0].id, same),
        "unknown": Arrival("", chats[0].id, same),
    }


def heard(known: Known) -> tuple[object, ...]:
    """What a reader goes by: nothing counts without a session and its contact."""
    if known.session is None or known.contact is None:
        return (None,)
    chat, first = known.conversation, known.first
    return known.session.token_hash, known.contact.id, chat and chat.id, first and first.id


async def test_together_as_alone(any_desk: Desk) -> None:
    """Whatever a message names, it is told the same in a crowd."""
    named = await arriving(any_desk)
    plain = {name: each for name, each in named.items() if "\0" not in each.client_message_id}
    read = ReadArrivals(any_desk.database)
    alone = {name: heard(await read("harbor", each)) for name, each in plain.items()}
    crowd = await any_desk.database.read("harbor", lambda db: arrivals.read_all(db, list(named.values())))
    together = dict(zip(named, map(heard, crowd), strict=True))
    assert {name: together[name] for name in plain} == alone
    assert together["no id of a message"][-1] is None
    assert [name for name, known in together.items() if known[-1]] == ["again", "another's conversation"]
    assert [name for name, known in together.items() if known == (None,)] == [
        "expired",
        "without its contact",
        "unknown",
    ]


async def test_a_flood_is_few_reads(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who was not refused is read at once and alone; of those who were, as many as fit share one read."""
    monkeypatch.setattr(read_arrivals, "GATHERED", 0.02)
    named, database, now = await arriving(desk), Counted(desk), [100.0]
    read = ReadArrivals(database, lambda: now[0])  # type: ignore[arg-type]  # all that it asks of it
    assert heard(await read("harbor", named["again"]))[-1] is not None
    read.refused("mine")
    crowd = await asyncio.gather(*(read("harbor", named["new"]) for _ in range(arrivals.MOST + 1)))
    assert {heard(known)[2:] for known in crowd} == {(named["new"].conversation_id, None)}
    assert heard(await read("harbor", named["the same id elsewhere"]))[0] == "theirs"
    assert heard(await read("harbor", named["again"]))[-1] is not None
    assert database.asked == ["alone", "together", "together", "alone", "together"]
    now[0] += read_arrivals.LATELY
    await read("harbor", named["new"])
    assert database.asked[-1] == "alone"


async def test_what_is_stored_while_they_gather_is_found(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rows are read when the waiting is over, not when it begins."""
    monkeypatch.setattr(read_arrivals, "GATHERED", 0.05)
    named = await arriving(desk)
    read = ReadArrivals(desk.database)
    read.refused("mine")
    waiting = asyncio.ensure_future(read("harbor", named["again"]))
    await asyncio.sleep(0)
    await desk.database.write("harbor", lambda db: sessions.end(db, "mine"))
    assert heard(await waiting) == (None,)


async def test_who_hangs_up_takes_nothing_from_the_others(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are told what they asked for; where the database is away, each is told that."""
    monkeypatch.setattr(read_arrivals, "GATHERED", 0.02)
    named, database = await arriving(desk), Counted(desk)
    read = ReadArrivals(database)  # type: ignore[arg-type]  # all that it asks of it
    read.refused("mine")
    first, second = (asyncio.ensure_future(read("harbor", named[name])) for name in ("new", "again"))
    await asyncio.sleep(0)
    first.cancel()
    assert heard(await second)[-1] is not None
    database.away = True
    told: Sequence[object] = await asyncio.gather(
        *(read("harbor", named["new"]) for _ in range(3)), return_exceptions=True
    )
    assert [type(each) for each in told] == [DatabaseUnavailable] * 3


async def test_only_so_many_are_remembered(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A flood of sessions takes no more memory than that; the ones that are over make room."""
    monkeypatch.setattr(read_arrivals, "MOST_REFUSED", 2)
    now = [0.0]
    read = ReadArrivals(desk.database, lambda: now[0])
    for name in ("a", "b", "c"):
        read.refused(name)
    assert sorted(read._refused) == ["a", "b"]
    now[0] += read_arrivals.LATELY
    read.refused("c")
    assert sorted(read._refused) == ["c"]
