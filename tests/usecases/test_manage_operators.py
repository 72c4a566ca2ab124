"""Managing operators: each role manages whom it may, someone is always left to let others in, every act is audited."""

import asyncio

import pytest

from app.adapters.db import operators
from app.adapters.db.tables import OperatorRow
from app.domain.operator import Operator, Role
from app.errors import Problem
from app.usecases.manage_operators import NewSecrets
from tests.turns import Desk
from tests.usecases.people import ADDRESS, PASSWORD, SHELL, People


@pytest.fixture
def people(desk: Desk) -> People:
    """Operators on SQLite."""
    return People.at(desk)


@pytest.fixture
def any_people(any_desk: Desk) -> People:
    """Operators on a database of each kind."""
    return People.at(any_desk)


async def names(people: People, operator: Operator) -> list[str]:
    """Whom an operator sees."""
    return [person.name for person in await people.managing.everyone(operator)]


async def test_added_with_secrets_that_are_shown_once(any_people: People) -> None:
    """A generated password and a TOTP secret sign in; what is stored holds neither."""
    made = await any_people.managing.add(SHELL, " Ann@Harbor ", Role.AGENT, ["lumen", "harbor", "lumen"])
    assert made.name == "ann@harbor"
    assert made.password is not None
    code = any_people.code(made.totp)
    assert await any_people.signing_in.with_password(made.name, made.password, code, ADDRESS)
    row = await any_people.row(made)
    assert row.tenants == ["harbor", "lumen"]
    assert made.password not in repr(row)
    assert made.totp.secret not in repr(row)
    assert made.totp.secret.encode() not in (row.totp or b"")
    added = next(act for act in await any_people.acts() if act.action == "operator.added")
    assert (added.actor, added.target) == ("operator:shell", f"operator:{made.operator_id}")


@pytest.mark.parametrize(
    ("name", "role", "tenants", "password", "code"),
    [
        ("a", Role.AGENT, ["harbor"], PASSWORD, "bad_request"),
        ("ann<script>", Role.AGENT, ["harbor"], PASSWORD, "bad_request"),
        ("ann", Role.AGENT, [], PASSWORD, "bad_request"),
        ("ann", Role.AGENT, ["harbor"], "too short", "bad_request"),
        ("ann", Role.AGENT, ["harbor"], "x" * 201, "bad_request"),
        ("ann", Role.AGENT, ["harbor"], "", "bad_request"),
        ("ann", Role.OWNER, ["harbor"], PASSWORD, "bad_request"),
        ("ann", Role.AGENT, ["nobody"], PASSWORD, "not_found"),
        ("Bob", Role.AGENT, ["harbor"], PASSWORD, "conflict"),
    ],
)
async def test_what_is_not_added(
    people: People, name: str, role: Role, tenants: list[str], password: str, code: str
) -> None:
    """One plain sentence, and nobody new."""
    await people.add("bob")
    with pytest.raises(Problem) as caught:
        await people.managing.add(SHELL, name, role, tenants, password)
    assert caught.value.code == code
    assert await names(people, SHELL) == ["bob"]


@pytest.mark.parametrize("acting", Role)
@pytest.mark.parametrize(
    ("role", "tenants", "of_an_admin"),
    [
        (Role.VIEWER, ["harbor"], None),
        (Role.ADMIN, ["harbor"], None),
        (Role.AGENT, ["lumen"], "not_found"),
        (Role.AGENT, ["harbor", "lumen"], "not_found"),
        (Role.VIEWER, None, "forbidden"),
        (Role.OWNER, None, "forbidden"),
        (Role.OWNER, ["harbor"], "forbidden"),
    ],
)
async def test_who_may_add_whom(
    people: People, acting: Role, role: Role, tenants: list[str] | None, of_an_admin: str | None
) -> None:
    """An admin those of its own tenants; only an owner makes owners and operators of every tenant."""
    operator = await people.operator("acting", acting)
    expected = {Role.ADMIN: of_an_admin, Role.OWNER: "bad_request" if role is Role.OWNER and tenants else None}
    ends = await asyncio.gather(people.managing.add(operator, "ann", role, tenants, PASSWORD), return_exceptions=True)
    got = ends[0].code if isinstance(ends[0], Problem) else None
    assert got == expected.get(acting, "forbidden")
    assert ("ann" in await names(people, SHELL)) is (got is None)


async def test_others_are_as_unknown_as_nobody(any_people: People) -> None:
    """To an admin: owners, those of every tenant, and those of tenants that are not all its own. Nothing changes."""
    admin = await any_people.operator("admin", Role.ADMIN)
    mine = await any_people.add("mine", Role.ADMIN)
    others = [
        await any_people.add("owner", Role.OWNER),
        await any_people.managing.add(SHELL, "everywhere", Role.VIEWER, None, PASSWORD),
        await any_people.add("lumens", Role.AGENT, "lumen"),
        await any_people.add("both", Role.AGENT, "harbor", "lumen"),
    ]
    managing = any_people.managing
    assert await names(any_people, admin) == ["admin", "mine"]
    before = [await any_people.row(other) for other in others]
    for operator_id in [*(other.operator_id for other in others), "nobody"]:
        for act in (managing.disable, managing.enable, managing.reset):
            with pytest.raises(Problem) as caught:
                await act(admin, operator_id)
            assert (caught.value.code, caught.value.detail) == ("not_found", "There is no such operator among yours.")
    with pytest.raises(Problem):
        await managing.named(admin, "lumens")
    assert [await any_people.row(other) for other in others] == before
    await managing.disable(admin, mine.operator_id)
    assert (await any_people.row(mine)).disabled_at is not None


@pytest.mark.parametrize("role", [Role.VIEWER, Role.AGENT])
async def test_below_an_admin_nobody_manages(people: People, role: Role) -> None:
    """Nor sees who is there."""
    operator, ann = await people.operator("acting", role), await people.add("ann", Role.VIEWER)
    managing = people.managing
    acts = [
        managing.everyone(operator),
        managing.disable(operator, ann.operator_id),
        managing.enable(operator, ann.operator_id),
        managing.reset(operator, ann.operator_id),
        managing.login_link(operator, ann.operator_id),
    ]
    ends = await asyncio.gather(*acts, return_exceptions=True)
    assert [end.code for end in ends if isinstance(end, Problem)] == ["forbidden"] * len(acts)


async def test_an_admins_key_of_every_tenant(people: People) -> None:
    """Manages those of any tenant, yet not those of all: that is an owner's."""
    key = Operator("key:1", "a key", Role.ADMIN)
    await people.managing.add(key, "ann", Role.AGENT, ["lumen"], PASSWORD)
    await people.managing.add(SHELL, "everywhere", Role.VIEWER, None, PASSWORD)
    assert await names(people, key) == ["ann"]


async def test_nobody_acts_on_oneself(people: People) -> None:
    """Disabling would lock out whoever acts, and a reset would need no present password."""
    ann, bob = await people.operator("ann", Role.OWNER), await people.operator("bob", Role.OWNER)
    own = ann.actor.removeprefix("operator:")
    for act in (people.managing.disable, people.managing.reset):
        with pytest.raises(Problem) as caught:
            await act(ann, own)
        assert caught.value.code == "conflict"
    await people.managing.disable(bob, own)


async def test_the_last_owner_stays(any_people: People) -> None:
    """Also where two owners disable each other at the same moment."""
    ann, bob = await any_people.operator("ann", Role.OWNER), await any_people.operator("bob", Role.OWNER)
    ids = [operator.actor.removeprefix("operator:") for operator in (ann, bob)]
    ends = await asyncio.gather(
        any_people.managing.disable(ann, ids[1]), any_people.managing.disable(bob, ids[0]), return_exceptions=True
    )
    assert sorted(type(end).__name__ for end in ends) == ["NoneType", "Problem"]
    (left,) = await any_people.desk.database.read_service(operators.active_owners)
    with pytest.raises(Problem) as caught:
        await any_people.managing.disable(SHELL, left.id)
    assert caught.value.code == "conflict"


async def test_a_reset(any_people: People) -> None:
    """Other secrets, sessions, links and locks gone; the old ones open nothing."""
    ann = await any_people.add("ann")
    token = await any_people.enter(ann)
    link = await any_people.managing.login_link(SHELL, ann.operator_id)
    for _ in range(5):
        with pytest.raises(Problem):
            await any_people.signing_in.with_password("ann", "wrong horse battery", "", ADDRESS)
    (locked,) = await any_people.managing.everyone(SHELL)
    assert locked.locked_until is not None
    new = await any_people.managing.reset(SHELL, ann.operator_id)
    assert await any_people.signing_in.find(token) is None
    with pytest.raises(Problem):
        await any_people.signing_in.with_link(link)
    any_people.desk.clock.move(seconds=30)
    for password, totp in ((PASSWORD, new.totp), (new.password or "", ann.totp)):
        with pytest.raises(Problem) as caught:
            await any_people.signing_in.with_password("ann", password, any_people.code(totp), ADDRESS)
        assert caught.value.code == "unauthorized"
    assert await any_people.signing_in.with_password("ann", new.password or "", any_people.code(new.totp), ADDRESS)
    assert "operator.reset" in [act.action for act in await any_people.acts()]


async def test_every_act_is_audited(people: People) -> None:
    """Who did what to whom; being disabled twice is one act."""
    admin, ann = await people.operator("admin", Role.ADMIN), await people.add("ann")
    for act in (people.managing.disable, people.managing.disable, people.managing.enable, people.managing.reset):
        await act(admin, ann.operator_id)
    acts = [(act.action, act.actor, act.target) for act in await people.acts()][2:]
    assert acts == [
        (f"operator.{act}", admin.actor, f"operator:{ann.operator_id}") for act in ("disabled", "enabled", "reset")
    ]


async def test_the_first_owner(any_people: People) -> None:
    """Made where there is none at all, without password; later the oldest active owner gets the link."""
    await any_people.add("owner")
    first = await any_people.signing_in.with_link(await any_people.first_login())
    again = await any_people.signing_in.with_link(await any_people.first_login())
    found, same = await any_people.signing_in.find(first), await any_people.signing_in.find(again)
    assert found is not None
    assert found == same
    assert (found.name, found.role, found.tenants) == ("owner-2", Role.OWNER, None)
    rows = await any_people.desk.database.read_service(operators.everyone)
    assert [(row.name, row.password_hash is None) for row in rows] == [("owner", False), ("owner-2", True)]


async def test_the_first_link_ends_with_its_need(people: People) -> None:
    """A new one voids the older; there is none once an owner has both, password and code."""
    older = await people.first_login()
    newer = await people.first_login()
    with pytest.raises(Problem):
        await people.signing_in.with_link(older)
    assert await people.signing_in.with_link(newer)
    ann = await people.add("ann", Role.OWNER)
    assert await people.managing.first_login() is None
    await people.managing.disable(SHELL, ann.operator_id)
    assert await people.managing.first_login() is not None


async def test_a_name_for_customers(people: People) -> None:
    """Given when an operator is added, and shown instead of the one that signs in."""
    made = await people.managing.add(SHELL, "ada@harbor", Role.AGENT, ["harbor"], PASSWORD, "Ada L.")
    assert operators.to_operator(await people.row(made)).name == "Ada L."
    with pytest.raises(Problem) as caught:
        await people.managing.add(SHELL, "bob", Role.AGENT, ["harbor"], PASSWORD, "Bob\0")
    assert caught.value.code == "bad_request"


async def test_links_are_the_owners_to_make(people: People) -> None:
    """Not an admin's, who would be someone else without a trace of it; nor for who is disabled."""
    admin, ann = await people.operator("admin", Role.ADMIN), await people.add("ann")
    with pytest.raises(Problem) as caught:
        await people.managing.login_link(admin, ann.operator_id)
    assert caught.value.code == "forbidden"
    await people.managing.disable(SHELL, ann.operator_id)
    with pytest.raises(Problem) as caught:
        await people.managing.login_link(SHELL, ann.operator_id)
    assert caught.value.code == "conflict"


async def test_a_name_is_taken_once(any_people: People) -> None:
    """However many want it at the same moment."""
    wanted = [any_people.add("ann") for _ in range(4)]
    ends = await asyncio.gather(*wanted, return_exceptions=True)
    assert sum(isinstance(end, NewSecrets) for end in ends) == 1
    assert {end.code for end in ends if isinstance(end, Problem)} == {"conflict"}
    assert await any_people.desk.database.read_service(lambda db: db.count(OperatorRow)) == 1
