"""Rows of operators: found as they were stored, sessions and links good for their time and no longer."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from app.adapters.db import operators
from app.adapters.db.engine import Database, open_database
from app.adapters.db.tables import LoginLinkRow, OperatorRow, OperatorSessionRow
from app.domain.operator import Role
from tests.turns import Clock

HOUR = timedelta(hours=1)


@pytest.fixture
def clock() -> Clock:
    """The clock of the transactions."""
    return Clock()


@pytest.fixture
async def rows(database_url: str, clock: Clock) -> AsyncIterator[Database]:
    """A database of each kind under that clock."""
    database = open_database(database_url, clock)
    yield database
    await database.close()


async def add(rows: Database, name: str, role: Role = Role.AGENT, tenants: list[str] | None = None) -> str:
    """Store an operator."""
    return await rows.write_service(lambda db: operators.create(db, name, role, tenants))


async def row_of(rows: Database, operator_id: str) -> OperatorRow:
    """The operator's row, which is there."""
    found = await rows.read_service(lambda db: operators.find(db, operator_id))
    assert found is not None
    return found


async def test_found_as_stored(rows: Database) -> None:
    """By id and by name, with the tenants given, or all."""
    ann, bob = await add(rows, "ann", Role.ADMIN, ["harbor", "lumen"]), await add(rows, "bob", Role.OWNER)
    operator = operators.to_operator(await row_of(rows, ann))
    assert (operator.actor, operator.name, operator.role) == (f"operator:{ann}", "ann", Role.ADMIN)
    assert operator.tenants == frozenset({"harbor", "lumen"})
    named = await rows.read_service(lambda db: operators.named(db, "bob"))
    assert named is not None
    assert operators.to_operator(named).tenants is None
    person = operators.to_person(named)
    assert (person.id, person.tenants, person.has_password, person.has_totp) == (bob, None, False, False)
    assert [row.name for row in await rows.read_service(operators.everyone)] == ["ann", "bob"]
    assert await rows.read_service(lambda db: operators.named(db, "Ann")) is None


@pytest.mark.parametrize("operator_id", ["", "shell", "x\0y", "00000000-0000-7000-8000-000000000000"])
async def test_no_such_id(rows: Database, operator_id: str) -> None:
    """Whatever was asked for, nothing is found and nothing breaks."""
    assert await rows.read_service(lambda db: operators.find(db, operator_id)) is None


async def test_owners_who_are_active(rows: Database) -> None:
    """Oldest first; those disabled don't count, nor other roles."""
    first, second = await add(rows, "ann", Role.OWNER), await add(rows, "bob", Role.OWNER)
    await add(rows, "cleo", Role.ADMIN)
    assert [row.id for row in await rows.read_service(operators.active_owners)] == [first, second]
    await rows.write_service(lambda db: operators.disable(db, first))
    assert [row.id for row in await rows.read_service(operators.active_owners)] == [second]


async def test_a_session_holds_until_it_expires(rows: Database, clock: Clock) -> None:
    """Then it is not found, and goes when the next one begins."""
    ann = await add(rows, "ann")
    await rows.write_service(lambda db: operators.begin_session(db, "s1", ann, HOUR))
    found = await rows.read_service(lambda db: operators.of_session(db, "s1"))
    assert found is not None
    assert (found[0].operator_id, found[1].name) == (ann, "ann")
    clock.move(hours=1)
    assert await rows.read_service(lambda db: operators.of_session(db, "s1")) is None
    await rows.write_service(lambda db: operators.begin_session(db, "s2", ann, HOUR))
    assert await rows.read_service(lambda db: db.count(OperatorSessionRow)) == 1


async def test_ending_sessions(rows: Database) -> None:
    """One, all but one, all, with the links that would begin others; of one operator alone."""
    ann, bob = await add(rows, "ann"), await add(rows, "bob")
    for token, operator in (("a1", ann), ("a2", ann), ("a3", ann), ("b1", bob)):
        await rows.write_service(lambda db, t=token, o=operator: operators.begin_session(db, t, o, HOUR))  # type: ignore[misc]  # bound early
        await rows.write_service(lambda db, o=operator: operators.make_link(db, f"l-{o}", o, HOUR))  # type: ignore[misc]  # bound early
    assert await rows.write_service(lambda db: operators.end_session(db, "a1")) == ann
    assert await rows.write_service(lambda db: operators.end_session(db, "a1")) is None
    assert await rows.write_service(lambda db: operators.end_access(db, ann, but="a2")) == 1
    assert await rows.write_service(lambda db: operators.spend_link(db, f"l-{ann}")) is None
    assert await rows.write_service(lambda db: operators.spend_link(db, f"l-{bob}")) is not None
    left = await rows.read_service(lambda db: {row.token_hash for row in db.all(OperatorSessionRow)})
    assert left == {"a2", "b1"}
    assert await rows.write_service(lambda db: operators.end_access(db, ann)) == 1


async def test_being_disabled_ends_everything(rows: Database) -> None:
    """Sessions and links of that operator; being enabled again brings none of them back."""
    ann, bob = await add(rows, "ann"), await add(rows, "bob")
    for operator in (ann, bob):
        await rows.write_service(lambda db, o=operator: operators.begin_session(db, f"s-{o}", o, HOUR))  # type: ignore[misc]  # bound early
        await rows.write_service(lambda db, o=operator: operators.make_link(db, f"l-{o}", o, HOUR))  # type: ignore[misc]  # bound early
    await rows.write_service(lambda db: operators.disable(db, ann))
    await rows.write_service(lambda db: operators.enable(db, ann))
    assert await rows.read_service(lambda db: operators.of_session(db, f"s-{ann}")) is None
    assert await rows.write_service(lambda db: operators.spend_link(db, f"l-{ann}")) is None
    assert await rows.read_service(lambda db: operators.of_session(db, f"s-{bob}")) is not None
    assert await rows.write_service(lambda db: operators.spend_link(db, f"l-{bob}")) is not None


async def test_a_session_of_someone_disabled_is_none(rows: Database) -> None:
    """Also one that was begun by another transaction at that very moment."""
    ann = await add(rows, "ann")
    await rows.write_service(lambda db: operators.disable(db, ann))
    await rows.write_service(lambda db: operators.begin_session(db, "s1", ann, HOUR))
    assert await rows.read_service(lambda db: operators.of_session(db, "s1")) is None


async def test_who_is_online(rows: Database, clock: Clock) -> None:
    """Each operator once, whose session was used since; its row hears of it every fifteen seconds at most."""
    ann, bob = await add(rows, "ann"), await add(rows, "bob")
    for token, operator in (("a1", ann), ("a2", ann), ("b1", bob)):
        await rows.write_service(lambda db, t=token, o=operator: operators.begin_session(db, t, o, HOUR))  # type: ignore[misc]  # bound early
    begun = clock()
    assert await rows.read_service(lambda db: operators.online(db, begun)) == 2
    clock.move(seconds=14)
    await rows.write_service(lambda db: operators.seen(db, "a1"))
    assert await rows.read_service(lambda db: operators.online(db, begun + timedelta(seconds=1))) == 0
    clock.move(seconds=1)
    await rows.write_service(lambda db: operators.seen(db, "a1"))
    assert await rows.read_service(lambda db: operators.online(db, clock())) == 1
    clock.move(hours=1)
    assert await rows.read_service(lambda db: operators.online(db, begun)) == 0


async def test_a_link_is_spent_once(rows: Database, clock: Clock) -> None:
    """Also one that has expired, which says so; the next one that is made, whoever's, clears those away."""
    ann, bob, cleo = await add(rows, "ann"), await add(rows, "bob"), await add(rows, "cleo")
    await rows.write_service(lambda db: operators.make_link(db, "l1", ann, HOUR))
    await rows.write_service(lambda db: operators.make_link(db, "l2", bob, HOUR))
    spent = await rows.write_service(lambda db: operators.spend_link(db, "l1"))
    assert spent is not None
    assert (spent.operator_id, spent.expires_at) == (ann, clock() + HOUR)
    assert await rows.write_service(lambda db: operators.spend_link(db, "l1")) is None
    clock.move(hours=1)
    await rows.write_service(lambda db: operators.make_link(db, "l3", cleo, HOUR))
    assert await rows.read_service(lambda db: [row.token_hash for row in db.all(LoginLinkRow)]) == ["l3"]


async def test_a_new_link_voids_the_older_one(rows: Database) -> None:
    """Of the same operator: what was printed once and forgotten opens nothing."""
    ann, bob = await add(rows, "ann"), await add(rows, "bob")
    for token, operator in (("a1", ann), ("b1", bob), ("a2", ann)):
        await rows.write_service(lambda db, t=token, o=operator: operators.make_link(db, t, o, HOUR))  # type: ignore[misc]  # bound early
    assert await rows.read_service(lambda db: {row.token_hash for row in db.all(LoginLinkRow)}) == {"b1", "a2"}


async def test_what_customers_read(rows: Database) -> None:
    """The display name, where one is stored; the name that signs in stays what it is."""
    ann = await add(rows, "ann@harbor.example")
    assert operators.to_operator(await row_of(rows, ann)).name == "ann"
    await rows.write_service(lambda db: operators.show_as(db, ann, "Ann B."))
    person = operators.to_person(await row_of(rows, ann))
    assert (person.name, person.shown) == ("ann@harbor.example", "Ann B.")
