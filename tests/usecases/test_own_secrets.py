"""One's own secrets: changed by whoever knows the present ones, and by nobody who found a console open."""

import pyotp
import pytest

from app.adapters.totp import Enrolment
from app.domain.operator import Operator, Role
from app.errors import Problem
from tests.turns import Desk
from tests.usecases.people import ADDRESS, PASSWORD, SHELL, People

NEW = "another horse battery"


@pytest.fixture
def people(desk: Desk) -> People:
    """Operators on SQLite."""
    return People.at(desk)


async def signed_in(people: People, token: str) -> Operator:
    """The operator of a session."""
    operator = await people.signing_in.find(token)
    assert operator is not None
    return operator


async def test_an_owner_by_link_sets_both(people: People) -> None:
    """No present password is asked for where there is none; from then on both sign in."""
    token = await people.signing_in.with_link(await people.first_login())
    owner, totp, own = await signed_in(people, token), Enrolment.new("owner"), people.managing.own
    mine = await own.mine(owner)
    assert (mine.name, mine.has_password, mine.has_totp) == ("owner", False, False)
    await own.change_password(owner, token, "", NEW)
    await own.change_totp(owner, token, NEW, totp.secret, people.code(totp))
    mine = await own.mine(owner)
    assert (mine.has_password, mine.has_totp) == (True, True)
    with pytest.raises(Problem):  # the code that paired the app was used
        await people.signing_in.with_password("owner", NEW, people.code(totp), ADDRESS)
    people.desk.clock.move(seconds=30)
    assert await people.signing_in.with_password("owner", NEW, people.code(totp), ADDRESS)
    assert [act.action for act in await people.acts() if act.actor == owner.actor][1:3] == [
        "operator.password_changed",
        "operator.totp_changed",
    ]


async def test_a_change_ends_the_other_sessions(people: People) -> None:
    """Not the one that it was made in; links that were made before open nothing."""
    ann = await people.add("ann")
    other, token = await people.enter(ann), await people.enter(ann)
    link = await people.managing.login_link(SHELL, ann.operator_id)
    await people.managing.own.change_password(await signed_in(people, token), token, PASSWORD, NEW)
    assert await people.signing_in.find(other) is None
    assert await people.signing_in.find(token) is not None
    with pytest.raises(Problem):
        await people.signing_in.with_link(link)


async def test_the_present_password_is_asked_for(people: People) -> None:
    """A wrong one changes nothing, and counts as a failure to sign in: five of them lock."""
    ann = await people.add("ann")
    token = await people.enter(ann)
    operator, before, own = await signed_in(people, token), await people.row(ann), people.managing.own
    totp = Enrolment.new("ann")
    codes = []
    for _ in range(3):
        for change in (
            own.change_password(operator, token, "wrong horse battery", NEW),
            own.change_totp(operator, token, "wrong horse battery", totp.secret, people.code(totp)),
        ):
            with pytest.raises(Problem) as caught:
                await change
            codes.append(caught.value.code)
    assert codes == ["forbidden"] * 5 + ["rate_limited"]
    after = await people.row(ann)
    assert (after.password_hash, after.totp) == (before.password_hash, before.totp)
    with pytest.raises(Problem) as caught:
        await own.change_password(operator, token, PASSWORD, NEW)
    assert caught.value.code == "rate_limited"


@pytest.mark.parametrize("fault", ["code", "secret", "empty"])
async def test_an_app_is_paired_only_when_it_shows_the_code(people: People, fault: str) -> None:
    """Or the operator would be locked out by a typing error, or by a secret that anyone could guess."""
    ann = await people.add("ann")
    token = await people.enter(ann)
    operator, totp, before = await signed_in(people, token), Enrolment.new("ann"), await people.row(ann)
    secret = {"code": totp.secret, "secret": "A" * 24, "empty": ""}[fault]
    code = pyotp.TOTP(secret).at(people.desk.clock()) if fault == "secret" else "000000"
    with pytest.raises(Problem) as caught:
        await people.managing.own.change_totp(operator, token, PASSWORD, secret, code)
    assert caught.value.code == "bad_request"
    assert (await people.row(ann)).totp == before.totp


async def test_a_short_password_is_none(people: People) -> None:
    """As anywhere else."""
    ann = await people.add("ann")
    token = await people.enter(ann)
    with pytest.raises(Problem) as caught:
        await people.managing.own.change_password(await signed_in(people, token), token, PASSWORD, "too short")
    assert caught.value.code == "bad_request"


async def test_what_customers_call_an_operator(people: People) -> None:
    """Set by the operator itself; the name that signs in stays. What is no line of a name is refused."""
    ann = await people.add("ann@harbor")
    token = await people.enter(ann)
    operator, own = await signed_in(people, token), people.managing.own
    assert operator.name == "ann"
    assert await own.show_as(operator, " Ann B. ") == "Ann B."
    mine = await own.mine(operator)
    assert (mine.name, mine.shown, (await signed_in(people, token)).name) == ("ann@harbor", "Ann B.", "Ann B.")
    for text in ("", "   ", "Ann\0", "Ann\nBoss", "x" * 61):
        with pytest.raises(Problem) as caught:
            await own.show_as(operator, text)
        assert caught.value.code == "bad_request"
    assert (await people.acts())[-1].action == "operator.renamed"


@pytest.mark.parametrize("operator", [SHELL, Operator("key:1", "a key", Role.OWNER)])
async def test_only_people_have_secrets(people: People, operator: Operator) -> None:
    """An API key has none to change, nor has the shell."""
    with pytest.raises(Problem) as caught:
        await people.managing.own.mine(operator)
    assert caught.value.code == "forbidden"
    with pytest.raises(Problem):
        await people.managing.own.change_password(operator, "", "", NEW)
