import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlmodel import col

from app.adapters.db import switches
from app.adapters.db.tables import DeliveryRow, ReplicaRow
from app.adapters.db.tenant_db import ServiceDb
from app.domain.ids import new_id
from app.domain.operator import Role
from tests.service import Customer, Service
from tests.stories.console import Console, Page, hire, store

QUESTION = "How long does delivery take?"
REASON = "a story of the switch page"
FLIP = "/console/switch"
GIVEN_UP_AFTER = 8  # tries of a webhook


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The embedded default, where nobody lets the assistant speak everywhere again alone."""
    with Service(tmp_path_factory.mktemp("switch"), config=_ask_for_two) as running:
        yield running


def _ask_for_two(config: Path) -> None:
    file = config / "frontdesk.toml"
    text = file.read_text(encoding="utf-8")
    assert "second_person = []" in text
    file.write_text(text.replace("second_person = []", 'second_person = ["resume_service"]'), encoding="utf-8")


@pytest.fixture(scope="module")
def people(service: Service) -> Iterator[dict[str, Console]]:
    """Two owners, an admin and an agent of Harbor, each signed in."""
    staff = {
        "olga": hire(service, "olga", Role.OWNER),
        "otto": hire(service, "otto", Role.OWNER),
        "adam": hire(service, "adam", Role.ADMIN, "harbor"),
        "ada": hire(service, "ada", Role.AGENT, "harbor"),
    }
    yield staff
    for console in staff.values():
        console.http.close()


def _stop(console: Console, scope: str, **fields: str) -> Page:
    """Stop something by the page's own form."""
    return console.send(console.read(FLIP), FLIP, holding={"on": "yes"}, scope=scope, reason=REASON, **fields)


def _end(console: Console, scope: str, reason: str = REASON) -> Page:
    """End a switch by its own form."""
    return console.send(console.read(FLIP), FLIP, holding={"on": "no", "scope": scope}, reason=reason)


def test_stopping_and_ending(people: dict[str, Console], service: Service, customer: Customer) -> None:
    """Without a script: the impact, the form, "Stopped" with the replica's milliseconds, and its end."""
    adam = people["adam"]
    page = adam.read(FLIP)
    assert re.search(r"Tenants 1 Open conversations \d+ Replies in flight 0 Live replicas 1", page.text)
    of_all = people["olga"].read(FLIP).text
    assert re.search(r"Replies in flight 0 Open streams \d+ Operators online \d+ Live replicas 1", of_all)
    stopped = _stop(adam, "workflow:harbor/support")
    assert stopped.status == 200
    assert "Stopped" in stopped.text
    assert re.search(r"\d+ ms", stopped.text)
    assert customer.send(QUESTION)["reason"] == "switched_off"
    on = adam.read(FLIP)
    assert REASON in on.text
    assert "workflow harbor/support" in on.text
    assert "adam" in on.text
    ended = _end(adam, "workflow:harbor/support")
    assert "may answer again" in ended.text
    assert "Nothing is stopped." in adam.read(FLIP).text
    assert customer.send(QUESTION)["outcome"] == "answered"


def test_a_reason_is_asked_for_by_the_server(people: dict[str, Console]) -> None:
    """Too short a reason changes nothing, both ways, and what was filled in stays."""
    adam = people["adam"]
    refused = adam.send(
        adam.read(FLIP),
        FLIP,
        holding={"on": "yes"},
        scope="tenant:harbor",
        reason="short",
        mode="closed",
        ends="1 hour",
    )
    assert (refused.status, len(refused.alerts)) == (400, 1)
    kept = refused.form(FLIP, on="yes").fields
    assert (kept["scope"], kept["reason"], kept["mode"], kept["ends"]) == ("tenant:harbor", "short", "closed", "1 hour")
    assert "Nothing is stopped." in refused.text
    _stop(adam, "tenant:harbor")
    assert _end(adam, "tenant:harbor", "short").status == 400
    assert "tenant harbor" in adam.read(FLIP).text
    assert "may answer again" in _end(adam, "tenant:harbor").text


def test_an_end_is_offered_and_never_assumed(people: dict[str, Console]) -> None:
    """A switch stays until someone ends it, or ends after the time chosen; a moment that has passed is refused."""
    adam, scope = people["adam"], "tenant:harbor"
    assert adam.read(FLIP).form(FLIP, on="yes").fields["ends"] == ""
    _stop(adam, scope)
    assert "someone ends it" in adam.read(FLIP).text
    _stop(adam, scope, ends="30 minutes")
    assert _until(adam) - datetime.now(UTC) < timedelta(minutes=31)
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).replace(second=0, microsecond=0)
    _stop(adam, scope, ends="until", until=f"{tomorrow:%Y-%m-%dT%H:%M}")
    assert _until(adam) == tomorrow
    for moment in ("2020-01-01T00:00", "9999-12-31T23:59", "", "soon"):
        refused = _stop(adam, scope, ends="until", until=moment)
        assert (refused.status, len(refused.alerts)) == (400, 1)
        assert "expires_at" not in refused.alerts[0]
    assert _until(adam) == tomorrow
    _end(adam, scope)


@pytest.mark.parametrize("word", ["\0", "\x1b[2J", "\u202e"])
def test_a_reason_is_one_plain_line(people: dict[str, Console], word: str) -> None:
    """What steers a terminal, turns a text around, or can't be stored is refused; nothing is stopped."""
    refused = people["adam"].send(
        people["adam"].read(FLIP), FLIP, holding={"on": "yes"}, scope="tenant:harbor", reason=f"{REASON} {word}"
    )
    assert (refused.status, len(refused.alerts)) == (400, 1)
    assert "Nothing is stopped" in people["adam"].read(FLIP).text


def _until(console: Console) -> datetime:
    """When the one switch that is on ends by itself."""
    until = re.search(r"<dt>Until</dt>\s*<dd><time datetime=\"([^\"]+)\"", console.read(FLIP).source)
    assert until
    return datetime.fromisoformat(until[1])


def test_a_scope_that_is_typed(people: dict[str, Console], customer: Customer) -> None:
    """A conversation can be stopped by its id, which counts instead of the list; one that nobody has is refused."""
    adam = people["adam"]
    scope = f"conversation:{customer.conversation()}"
    assert "Stopped" in _stop(adam, "tenant:harbor", other_scope=scope).text
    assert customer.send(QUESTION)["reason"] == "switched_off"
    assert "tenant harbor" not in adam.read(FLIP).form(FLIP, on="no").fields.values()
    _end(adam, scope)
    for wrong in ("conversation:019aa000-0000-7000-8000-000000000000", "nonsense", "tenant:nobody"):
        assert _stop(adam, "tenant:harbor", other_scope=wrong).status in (400, 404)
    assert "Nothing is stopped." in adam.read(FLIP).text


def test_everything_is_typed_to_confirm(people: dict[str, Console], customer: Customer) -> None:
    """Only an owner stops the service, and only with the word typed; every page says so until it ends."""
    olga, adam = people["olga"], people["adam"]
    refused = _stop(olga, "service")
    assert (refused.status, len(refused.alerts)) == (400, 1)
    assert customer.send(QUESTION)["outcome"] == "answered"
    assert _stop(adam, "service", confirm="service").status == 403
    assert "service" not in _scopes(adam)
    assert "Stopped" in _stop(olga, "service", confirm="service", mode="closed").text
    assert customer.send(QUESTION)["outcome"] == "closed"
    assert "closed" in people["ada"].read("/console/desk").text
    assert not [form for form in adam.read(FLIP).forms if form.fields.get("on") == "no"]
    _release(people)


def test_who_may_flip(people: dict[str, Console]) -> None:
    """An agent sees the impact and what is stopped, without a form; a form of another's is refused."""
    ada, adam = people["ada"], people["adam"]
    page = ada.read(FLIP)
    assert "Live replicas" in page.text
    assert not [form for form in page.forms if form.action.startswith(FLIP)]
    token = ada.token()
    wish = {"csrf_token": token, "on": "yes", "scope": "tenant:harbor", "reason": REASON}
    assert ada.http.post(FLIP, data=wish).status_code == 403
    assert {scope.partition("/")[0] for scope in _scopes(adam)} == {"workflow:harbor", "tenant:harbor"}
    assert _stop(adam, "tenant:lumen").status == 404
    assert _stop(adam, "model:gpt-5-mini").status == 403
    assert ada.http.post("/console/switch/confirm", data={"csrf_token": token}).status_code == 403


def test_the_second_person(people: dict[str, Console], customer: Customer) -> None:
    """Ending the switch of everything waits on the page for another owner, who confirms it there."""
    olga, otto = people["olga"], people["otto"]
    _stop(olga, "service", confirm="service")
    asked = _end(olga, "service")
    assert "It waits for a second person" in asked.text
    assert customer.send(QUESTION)["reason"] == "switched_off"
    confirm = f"{FLIP}/confirm"
    assert confirm not in [form.action for form in asked.forms]
    assert "olga asked" in people["adam"].read(FLIP).text
    ended = otto.send(otto.read(FLIP), confirm)
    assert "may answer again" in ended.text
    assert customer.send(QUESTION)["outcome"] == "answered"


def test_looking_again(people: dict[str, Console]) -> None:
    """The link of a switch that is still under way says how far it is; a scope that has none is not found."""
    adam = people["adam"]
    _stop(adam, "tenant:harbor")
    again = adam.read(f"{FLIP}/applied", scope="tenant:harbor")
    assert "Stopped" in again.text
    assert adam.read(f"{FLIP}/applied", scope="tenant:lumen").status == 404
    _end(adam, "tenant:harbor")


def test_a_replica_that_is_late(people: dict[str, Console], service: Service) -> None:
    """While one live replica has not said so it is not stopped: the page counts them, and can be asked again."""
    adam, late = people["adam"], new_id()
    soon = datetime.now(UTC) + timedelta(minutes=1)
    store(service, lambda db: db.insert(ReplicaRow, id=late, seen_at=soon, version=0))
    page = _stop(adam, "tenant:harbor")
    assert "Stopping, 1 of 2 replicas" in page.text
    assert "Stopped" not in page.text
    assert "not yet" in page.text
    again = f"{FLIP}/applied?scope=tenant%3Aharbor"
    assert again in page.source
    assert "Stopping, 1 of 2 replicas" in adam.read(again).text
    store(service, partial(_catch_up, replica=late))
    assert "Stopped" in adam.read(again).text
    _end(adam, "tenant:harbor")
    store(service, partial(switches.forget, replica=late))


def _catch_up(db: ServiceDb, replica: str) -> None:
    """Say for a replica that it has applied whatever comes."""
    db.update(ReplicaRow, col(ReplicaRow.id) == replica, version=1_000_000)


def test_the_overview(people: dict[str, Console], customer: Customer) -> None:
    """The numbers of the operator's tenants, a chart that needs no script, and its table."""
    customer.send(QUESTION)
    page = people["adam"].read("/console")
    assert page.status == 200
    for words in ("Conversations", "Answered", "Handoffs", "Refused", "First token, median", "USD since midnight"):
        assert words in page.text
    assert "<svg" in page.source
    assert page.source.count('<tr><th scope="row">') == 24 + 1 + 1
    assert "lumen" not in page.source
    assert "lumen" in people["olga"].read("/console").source


def test_a_webhook_that_was_given_up(people: dict[str, Console], service: Service) -> None:
    """The overview shows where it went, without the path, and an admin of its tenant lets it wait again, once."""
    ids = {tenant: new_id() for tenant in ("harbor", "lumen")}
    for tenant, delivery_id in ids.items():
        store(service, partial(_give_up, tenant=tenant, delivery_id=delivery_id))
    adam, retry = people["adam"], f"/console/webhooks/{ids['harbor']}/retry"
    page = adam.read("/console")
    assert "helpdesk.harbor.example" in page.text
    assert "hidden-path" not in page.source
    assert ids["lumen"] not in page.source
    assert retry not in people["ada"].read("/console").source
    token = {"csrf_token": people["ada"].token()}
    assert people["ada"].http.post(retry, data=token).status_code == 403
    done = adam.send(page, retry)
    assert (done.status, done.path) == (200, "/console")
    assert (
        _tried(service, ids["harbor"]) < GIVEN_UP_AFTER
    )  # counted anew; it may have been tried and given up again by now
    theirs = adam.http.post(f"/console/webhooks/{ids['lumen']}/retry", data={"csrf_token": adam.token()})
    assert theirs.status_code == 409
    assert _state(service, ids["lumen"]) == "dead"
    assert _tried(service, ids["lumen"]) == GIVEN_UP_AFTER


def _give_up(db: ServiceDb, tenant: str, delivery_id: str) -> None:
    """Store a delivery that was tried in vain."""
    db.insert(
        DeliveryRow,
        id=delivery_id,
        tenant_id=tenant,
        kind="handoff.opened",
        url=f"http://helpdesk.{tenant}.example/hidden-path",
        body="{}",
        state="dead",
        attempts=GIVEN_UP_AFTER,
        created_at=db.now,
        next_at=db.now,
        ended_at=db.now,
    )


def _state(service: Service, delivery_id: str) -> str:
    (row,) = service.rows("SELECT state FROM webhook_delivery WHERE id = :id", {"id": delivery_id})
    return str(row["state"])


def _tried(service: Service, delivery_id: str) -> int:
    """How often a delivery was tried."""
    (row,) = service.rows("SELECT attempts FROM webhook_delivery WHERE id = :id", {"id": delivery_id})
    return int(str(row["attempts"]))


def _scopes(console: Console) -> list[str]:
    """The scopes that the form offers."""
    return re.findall(r'<option value="([a-z]+:[^"]+|service)"', console.read(FLIP).source)


def _release(people: dict[str, Console]) -> None:
    """End the switch of everything, with a second person."""
    _end(people["olga"], "service")
    otto = people["otto"]
    assert "may answer again" in otto.send(otto.read(FLIP), f"{FLIP}/confirm").text
