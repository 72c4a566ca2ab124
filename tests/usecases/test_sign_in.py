"""Signing in: all parts must be right, guessing gets nowhere, and what ends a session ends it at once."""

import asyncio

import pytest
from argon2 import PasswordHasher

from app.adapters.db import operators
from app.adapters.db.tables import OperatorSessionRow
from app.adapters.session_tokens import token_hash
from app.domain.operator import Role
from app.errors import Problem
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


async def refused(people: People, name: str, password: str, code: str, address: str = ADDRESS) -> Problem:
    """Try to sign in, in vain."""
    with pytest.raises(Problem) as caught:
        await people.signing_in.with_password(name, password, code, address)
    return caught.value


async def test_with_password_and_code(any_people: People) -> None:
    """A session of twelve hours, whose token is stored as a hash; the name may be typed in capitals."""
    ann = await any_people.add("ann", Role.ADMIN)
    code = any_people.code(ann.totp)
    token = await any_people.signing_in.with_password(" Ann ", PASSWORD, code, ADDRESS)
    found = await any_people.signing_in.find(token)
    assert found is not None
    assert (found.actor, found.name, found.role) == (f"operator:{ann.operator_id}", "ann", Role.ADMIN)
    (row,) = await any_people.desk.database.read_service(lambda db: db.all(OperatorSessionRow))
    assert row.token_hash == token_hash(token)
    any_people.desk.clock.move(hours=11, minutes=59)
    assert await any_people.signing_in.find(token)
    any_people.desk.clock.move(minutes=1)
    assert await any_people.signing_in.find(token) is None
    (*_, act) = await any_people.acts()
    assert (act.action, act.actor, act.reason) == ("operator.signed_in", f"operator:{ann.operator_id}", "password")


async def test_one_answer_for_every_fault(people: People) -> None:
    """Whether name, password or code was wrong, or the operator is disabled: nothing tells which."""
    ann, bob, cleo = await people.add("ann"), await people.add("bob"), await people.add("cleo")
    await people.managing.disable(SHELL, bob.operator_id)
    faults = [
        await refused(people, "nobody", PASSWORD, people.code(ann.totp)),
        await refused(people, "ann\0' --", PASSWORD, people.code(ann.totp)),
        await refused(people, "ann", "wrong horse battery", people.code(ann.totp)),
        await refused(people, "ann", PASSWORD, people.code(cleo.totp)),
        await refused(people, "ann", PASSWORD, ""),
        await refused(people, "bob", PASSWORD, people.code(bob.totp)),
    ]
    assert {(fault.code, fault.detail, tuple(fault.headers)) for fault in faults} == {
        ("unauthorized", faults[0].detail, ())
    }
    assert await people.sessions() == 0


async def test_the_audit_knows_who_failed_but_not_what_was_typed(people: People) -> None:
    """A name that nobody has may be a password typed in the wrong field."""
    ann = await people.add("ann")
    await refused(people, "ann", "wrong horse battery", people.code(ann.totp))
    await refused(people, "my-secret-password", PASSWORD, "")
    acts = (await people.acts())[-2:]
    assert [(act.action, act.target) for act in acts] == [
        ("operator.sign_in_failed", f"operator:{ann.operator_id}"),
        ("operator.sign_in_failed", "operator:unknown"),
    ]
    assert "my-secret" not in repr(acts)


async def test_a_code_is_good_once(any_people: People) -> None:
    """Who looked over a shoulder can't use it, not even at the same moment."""
    ann = await any_people.add("ann")
    code = any_people.code(ann.totp)
    tries = [any_people.signing_in.with_password("ann", PASSWORD, code, ADDRESS) for _ in range(4)]
    ends = await asyncio.gather(*tries, return_exceptions=True)
    assert [isinstance(end, str) for end in ends].count(True) == 1
    assert {end.code for end in ends if isinstance(end, Problem)} == {"unauthorized"}


async def test_five_failures_lock(people: People) -> None:
    """The place they came from, also for who then knows everything; for a minute, then for two, until one succeeds."""
    ann = await people.add("ann")
    for _ in range(5):
        assert (await refused(people, "ann", "wrong horse battery", "")).code == "unauthorized"
    locked = await refused(people, "ann", PASSWORD, people.code(ann.totp))
    assert (locked.code, locked.headers["Retry-After"]) == ("rate_limited", "60")
    assert [act.action for act in await people.acts()][-1] == "operator.locked"
    people.desk.clock.move(seconds=60)
    assert (await refused(people, "ann", "wrong horse battery", "")).code == "unauthorized"
    assert (await refused(people, "ann", PASSWORD, people.code(ann.totp))).headers["Retry-After"] == "120"
    people.desk.clock.move(minutes=2)
    await people.enter(ann)
    assert (await refused(people, "ann", "wrong horse battery", "")).code == "unauthorized"


async def test_nobody_is_kept_out_by_the_name_alone(people: People) -> None:
    """Who locks a name from one place, again and again, locks that place: its owner comes in from another."""
    ann = await people.add("ann")
    for _ in range(5):
        await refused(people, "ann", "wrong horse battery", "", "192.0.2.66")
    assert (await refused(people, "ann", "wrong horse battery", "", "192.0.2.66")).code == "rate_limited"
    await people.enter(ann)
    assert (await refused(people, "ann", "wrong horse battery", "", "192.0.2.66")).code == "rate_limited"


async def test_guessing_in_parallel_gains_nothing(any_people: People) -> None:
    """Of many tries at once no more are judged than of those one after another, whosever the name is."""
    await any_people.add("ann")
    for name in ("ann", "nobody"):
        place = f"192.0.2.{len(name)}"
        problems = await asyncio.gather(*(refused(any_people, name, f"wrong {n}", "", place) for n in range(10)))
        codes = sorted(problem.code for problem in problems)
        assert codes == ["rate_limited"] * 5 + ["unauthorized"] * 5, name


async def test_waiting_tells_nothing_about_names(people: People) -> None:
    """A name that nobody has is made to wait as soon as one that is there, as long, and again twice as long."""
    await people.add("ann")
    told = []
    for name in ("ann", "nobody"):
        people.desk.clock.move(hours=1)
        place, answers = f"192.0.2.{len(name)}", []
        for pause in (0, 0, 0, 0, 0, 0, 60, 0):
            people.desk.clock.move(seconds=pause)
            answers.append(await refused(people, name, "wrong horse battery", "", place))
        told.append([(answer.code, answer.detail, answer.headers.get("Retry-After")) for answer in answers])
    assert told[0] == told[1]
    assert [waits for *_, waits in told[0]] == [None] * 5 + ["60", None, "120"]


async def test_ten_tries_a_minute_from_an_address(people: People) -> None:
    """Whatever names are tried; another address is not touched by it."""
    ann = await people.add("ann")
    for n in range(10):
        assert (await refused(people, f"name-{n}", PASSWORD, "")).code == "unauthorized"
    assert (await refused(people, "ann", PASSWORD, people.code(ann.totp))).code == "rate_limited"
    assert await people.signing_in.with_password("ann", PASSWORD, people.code(ann.totp), "192.0.2.2")


async def test_without_password_or_code_there_is_only_the_link(people: People) -> None:
    """An empty password does not fit none."""
    link = await people.first_login()
    assert (await refused(people, "owner", "", "")).code == "unauthorized"
    assert await people.signing_in.with_link(link)


async def test_a_link_signs_in_once(any_people: People) -> None:
    """Whoever comes at the same moment, or later, is refused."""
    ann = await any_people.add("ann")
    link = await any_people.managing.login_link(SHELL, ann.operator_id)
    ends = await asyncio.gather(*(any_people.signing_in.with_link(link) for _ in range(4)), return_exceptions=True)
    (session,) = [end for end in ends if isinstance(end, str)]
    assert {end.code for end in ends if isinstance(end, Problem)} == {"unauthorized"}
    found = await any_people.signing_in.find(session)
    assert found is not None
    assert found.name == "ann"
    assert [(act.action, act.reason) for act in await any_people.acts()][-1] == ("operator.signed_in", "link")


@pytest.mark.parametrize("fault", ["unknown", "expired", "disabled"])
async def test_a_link_that_is_worth_nothing(people: People, fault: str) -> None:
    """An hour is its time, and the operator must be there still."""
    ann = await people.add("ann")
    link = await people.managing.login_link(SHELL, ann.operator_id)
    if fault == "expired":
        people.desk.clock.move(hours=1)
    if fault == "disabled":
        await people.managing.disable(SHELL, ann.operator_id)
    with pytest.raises(Problem) as caught:
        await people.signing_in.with_link("unknown" if fault == "unknown" else link)
    assert caught.value.code == "unauthorized"
    assert await people.sessions() == 0


async def test_signing_out(any_people: People) -> None:
    """The session ends, and no other; ending it twice is told to nobody."""
    ann = await any_people.add("ann")
    first, second = await any_people.enter(ann), await any_people.enter(ann)
    await any_people.signing_in.out(first)
    await any_people.signing_in.out(first)
    await any_people.signing_in.out("never was")
    assert await any_people.signing_in.find(first) is None
    assert await any_people.signing_in.find(second) is not None
    assert [act.action for act in await any_people.acts()].count("operator.signed_out") == 1


async def test_being_disabled_ends_sessions(any_people: People) -> None:
    """At once, and enabling brings none back."""
    ann = await any_people.add("ann")
    token = await any_people.enter(ann)
    await any_people.managing.disable(SHELL, ann.operator_id)
    assert await any_people.signing_in.find(token) is None
    await any_people.managing.enable(SHELL, ann.operator_id)
    assert await any_people.signing_in.find(token) is None
    assert await any_people.enter(ann)


async def test_finding_says_who_is_online(people: People) -> None:
    """The row hears of it, at most every fifteen seconds."""
    token = await people.enter(await people.add("ann"))
    begun = people.desk.clock()
    people.desk.clock.move(seconds=20)
    await people.signing_in.find(token)
    (row,) = await people.desk.database.read_service(lambda db: db.all(OperatorSessionRow))
    assert (row.seen_at - begun).total_seconds() == 20
    people.desk.clock.move(seconds=10)
    await people.signing_in.find(token)
    (same,) = await people.desk.database.read_service(lambda db: db.all(OperatorSessionRow))
    assert same.seen_at == row.seen_at


async def test_an_old_hash_is_made_anew(people: People) -> None:
    """On the next success, and the password stays what it was."""
    ann = await people.add("ann")
    old = PasswordHasher(time_cost=2, memory_cost=128, parallelism=1).hash(PASSWORD)
    await people.desk.database.write_service(lambda db: operators.set_password(db, ann.operator_id, old))
    await people.enter(ann)
    renewed = (await people.row(ann)).password_hash
    assert renewed != old
    await people.enter(ann)
    assert (await people.row(ann)).password_hash == renewed
