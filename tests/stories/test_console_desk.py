import re
from collections.abc import Iterator
from html import unescape
from uuid import uuid4

import pytest

from app.domain.operator import Role
from loadtests.upstream_process import Upstream
from tests.service import Customer, Service
from tests.stories.console import Console, Page, hire

EMAIL = "jane.roe@example.org"
MOST = 50  # conversations that the desk lists at once
REFUND = "I want a refund for my order."
PERSON = "I want to talk to a human please."
HOSTILE = "<script>alert(1)</script> <b>& you</b>"


@pytest.fixture(autouse=True)
def _fresh(upstream: Upstream) -> None:
    """Each story finds the provider's knobs and record as new."""
    upstream.reset()


@pytest.fixture(scope="module")
def people(online: Service) -> Iterator[dict[str, Console]]:
    """Two agents and a viewer of Harbor, an agent of Lumen and an owner, each signed in."""
    staff = {
        "ada": hire(online, "ada", Role.AGENT, "harbor"),
        "ben": hire(online, "ben", Role.AGENT, "harbor"),
        "vera": hire(online, "vera", Role.VIEWER, "harbor"),
        "lena": hire(online, "lena", Role.AGENT, "lumen"),
        "leo": hire(online, "leo", Role.VIEWER, "lumen"),
        "olga": hire(online, "olga", Role.OWNER),
    }
    yield staff
    for console in staff.values():
        console.http.close()


@pytest.fixture
def jane(online: Service) -> Iterator[Customer]:
    """An anonymous customer of Harbor."""
    someone = Customer.of(online)
    yield someone
    someone.close()


def _acts(service: Service, action: str, target: str) -> int:
    """How often Harbor's audit has an act on something."""
    statement = "SELECT id FROM audit_event WHERE tenant_id = :tenant AND action = :action AND target = :target"
    return len(service.rows(statement, {"tenant": "harbor", "action": action, "target": target}))


def _last(customer: Customer) -> dict[str, str]:
    """The newest message of the customer's conversation, as the customer reads it."""
    message: dict[str, str] = customer.history()["messages"][-1]
    return message


def test_a_handoff_from_the_queue_to_its_end(people: dict[str, Console], online: Service, jane: Customer) -> None:
    """Without a script an agent finds who waits, claims, writes and resolves; the customer reads every step."""
    ada, here = people["ada"], f"/console/desk/{jane.conversation()}"
    jane.send(PERSON)
    queue = ada.read("/console/desk")
    assert "The customer asked for a person" in queue.text
    claimed = ada.send(queue, f"{here}/claim")
    assert (claimed.status, claimed.path) == (200, here)
    assert "with me" in claimed.text
    said = ada.send(claimed, f"{here}/say", text="Hello, this is Ada.\r\nHow can I help?")
    assert (said.status, said.path) == (200, here)
    assert _last(jane)["text"] == "Hello, this is Ada.\nHow can I help?"
    assert _last(jane)["author"] == "operator"
    ended = ada.send(said, f"{here}/resolve")
    assert "resolved" in ended.text
    assert jane.send("How long does delivery take?")["outcome"] == "answered"
    assert _acts(online, "transcript.read", f"conversation:{jane.conversation()}") == 3


def test_a_form_sent_twice_is_one_message(people: dict[str, Console], jane: Customer) -> None:
    """Whoever reloads the answer of a form, or presses twice, has written once."""
    ada, here = people["ada"], f"/console/desk/{jane.conversation()}"
    page = ada.send(ada.read(here), f"{here}/take-over")
    for _ in range(2):
        ada.send(page, f"{here}/say", text="Only once.")
    assert [m["text"] for m in jane.history()["messages"]].count("Only once.") == 1


def test_taking_over_and_returning(people: dict[str, Console], jane: Customer) -> None:
    """Any conversation of the assistant's can be taken over from the list, and given back."""
    ada, here = people["ada"], f"/console/desk/{jane.conversation()}"
    jane.send("How long does delivery take?")
    taken = ada.send(ada.read("/console/desk"), f"{here}/take-over")
    assert "An operator took the conversation over" in taken.text
    assert "was told who took the conversation over" in taken.text
    assert jane.send("Are you there?")["outcome"] == "delivered"
    back = ada.send(taken, f"{here}/return")
    assert "returned to the assistant" in back.text
    assert jane.send("How long does delivery take?")["outcome"] == "answered"


def test_older_conversations(people: dict[str, Console], jane: Customer) -> None:
    """However many the assistant has, each can be found and taken over."""
    ada, oldest = people["ada"], jane.new_conversation()
    for _ in range(MOST):
        jane.new_conversation()
    desk = ada.read("/console/desk")
    assert oldest not in desk.source
    assert f"the newest {MOST}" in desk.text
    (older,) = re.findall(r"/console/desk\?[^\"]*before=[0-9a-f-]+", desk.source)
    assert f"/console/desk/{oldest}/take-over" in ada.read(unescape(older)).source
    assert ada.http.get("/console/desk?before=x").status_code == 400


def test_what_someone_else_holds(people: dict[str, Console], jane: Customer) -> None:
    """A second claim, and a message into someone else's conversation, are refused in one sentence on the same page."""
    ada, ben, here = people["ada"], people["ben"], f"/console/desk/{jane.conversation()}"
    jane.send(PERSON)
    stale = ben.read("/console/desk")
    mine = ada.send(ada.read("/console/desk"), f"{here}/claim")
    late = ben.send(stale, f"{here}/claim")
    assert (late.status, late.path) == (409, f"{here}/claim")
    assert len(late.alerts) == 1
    assert "with ada" in late.text
    assert not [form for form in late.forms if form.action in (f"{here}/say", f"{here}/resolve", f"{here}/claim")]
    theirs = mine.form(f"{here}/say").fields | {"text": "Not mine to say.", "csrf_token": ben.token()}
    refused = Page(ben.http.post(f"{here}/say", data=theirs))
    assert refused.status == 409
    assert "Not mine to say." not in str(jane.history())


def test_a_refused_message_is_not_lost(people: dict[str, Console], jane: Customer) -> None:
    """What can't be sent is still in the field, beside the reason; nothing was stored."""
    ada, here = people["ada"], f"/console/desk/{jane.conversation()}"
    page = ada.send(ada.read(here), f"{here}/take-over")
    empty = ada.send(page, f"{here}/say", text="  \n ")
    assert (empty.status, len(empty.alerts)) == (400, 1)
    for name in ("x" * 5000, "a\0b"):
        odd = ada.send(page, f"{here}/say", text="Kept.", client_message_id=name)
        assert (odd.status, odd.form(f"{here}/say").fields["text"]) == (400, "Kept.")
    long = ada.send(page, f"{here}/say", text="a" * 4001)
    assert long.status == 400
    assert long.form(f"{here}/say").fields["text"] == "a" * 4001
    assert not [m for m in jane.history()["messages"] if m["author"] == "operator"]


def test_revealing(people: dict[str, Console], online: Service, jane: Customer) -> None:
    """A personal value is a placeholder until it is revealed, on one answer, and the audit knows who did."""
    ada, here = people["ada"], f"/console/desk/{jane.conversation()}"
    jane.send(f"Please write to {EMAIL}.")
    page = ada.read(here)
    assert EMAIL not in page.source
    assert ("placeholder", "[EMAIL_1]") in page.form(f"{here}/reveal").buttons
    shown = ada.send(page, f"{here}/reveal", placeholder="[EMAIL_1]")
    assert shown.status == 200
    assert EMAIL in shown.text
    assert EMAIL not in ada.read(here).source
    assert _acts(online, "value.revealed", f"conversation:{jane.conversation()}") == 1
    nothing = ada.send(page, f"{here}/reveal", placeholder="[PHONE_7]")
    assert (nothing.status, len(nothing.alerts)) == (404, 1)


def test_an_address_that_was_left(people: dict[str, Console], jane: Customer) -> None:
    """The desk says that the customer left an address, and shows it when asked."""
    ada, here = people["ada"], f"/console/desk/{jane.conversation()}"
    jane.post(f"/v1/conversations/{jane.conversation()}/handoff", {"email": EMAIL}).raise_for_status()
    page = ada.read(here)
    assert EMAIL not in page.source
    ((_, placeholder),) = page.form(f"{here}/reveal").buttons
    assert EMAIL in ada.send(page, f"{here}/reveal", placeholder=placeholder).text


def test_hostile_words(people: dict[str, Console], jane: Customer) -> None:
    """What customers write is text on the page, never markup."""
    jane.send(f"{HOSTILE} {PERSON}")
    page = people["ada"].read(f"/console/desk/{jane.conversation()}")
    assert "&lt;script&gt;" in page.source
    assert "<script>alert" not in page.source
    assert HOSTILE in page.text


def test_who_may_read(people: dict[str, Console], online: Service, jane: Customer) -> None:
    """A viewer sees who waits but not a word, in one sentence; another tenant's agent finds nothing at all."""
    here = f"/console/desk/{jane.conversation()}"
    jane.send(f"{PERSON} My address is {EMAIL}")
    listed = people["vera"].read("/console/desk")
    assert "The customer asked for a person" in listed.text
    assert not [form for form in listed.forms if form.action.startswith("/console/desk/")]
    for path in (here, f"{here}/state"):
        assert people["vera"].read(path).status == 403
        assert [people[name].read(path).status for name in ("lena", "leo")] == [404, 404]
    assert jane.conversation() not in people["lena"].read("/console/desk").source
    assert people["lena"].read("/console/desk", tenant="harbor").status == 404
    for name, status in (("vera", 403), ("lena", 404), ("leo", 404)):
        token = people[name].token()
        for act in ("claim", "take-over", "say", "return", "resolve", "reveal"):
            answer = people[name].http.post(f"{here}/{act}", data={"csrf_token": token, "placeholder": "[EMAIL_1]"})
            assert answer.status_code == status, act
    for action in ("transcript.read", "value.revealed"):
        assert _acts(online, action, f"conversation:{jane.conversation()}") == 0
    assert PERSON in people["olga"].read(here).text


def test_the_list_is_narrowed(people: dict[str, Console], jane: Customer) -> None:
    """By tenant and by state; a state that does not exist is refused in one sentence."""
    jane.send(PERSON)
    olga, here = people["olga"], f"/console/desk/{jane.conversation()}"
    assert here in olga.read("/console/desk", tenant="harbor", state="waiting").source
    assert here not in olga.read("/console/desk", tenant="lumen").source
    assert here not in olga.read("/console/desk", state="resolved").source
    assert olga.read("/console/desk", state="bogus").status == 400
    assert olga.read(f"/console/desk/{uuid4()}").status == 404
    assert olga.read("/console/desk/nothing").status == 404


def test_more_handoffs_than_fit(people: dict[str, Console], jane: Customer) -> None:
    """The queue says how many there are, and leads to the next ones and back."""
    opened = []
    for _ in range(201):
        opened.append(jane.new_conversation())
        jane.post(f"/v1/conversations/{opened[-1]}/handoff", {}).raise_for_status()
    ada = people["ada"]
    first = ada.read("/console/desk", state="waiting")
    (count,) = re.findall(r"Handoffs 200 of (\d+)", first.text)
    (address,) = re.findall(r'id="handoffs-next" href="([^"]+)"', first.source)
    second = ada.read(unescape(address))
    assert f"Handoffs {int(count) - 200} of {count}" in second.text
    assert f"/console/desk/{opened[-1]}" in second.source
    assert f"/console/desk/{opened[-1]}" not in first.source
    assert "handoffs-next" not in second.source
    (address,) = re.findall(r'id="handoffs-first" href="([^"]+)"', second.source)
    assert f"/console/desk/{opened[0]}" in ada.read(unescape(address)).source
    assert ada.read("/console/desk", after="1").status == 400
    jane.delete("/v1/me").raise_for_status()  # the other stories' handoffs are on the first page again


def test_the_state_alone(people: dict[str, Console], jane: Customer) -> None:
    """The part that the script asks for again has the acts and no word of the conversation, so it is not audited."""
    ada, here = people["ada"], f"/console/desk/{jane.conversation()}"
    jane.send(PERSON)
    part = ada.read(f"{here}/state")
    assert "<html" not in part.source
    assert PERSON not in part.source
    assert "with me" in ada.send(part, f"{here}/claim").text
    assert [f'href="{here}"' in ada.read(f"{here}/state", composer=had).source for had in ("true", "false")] == [
        False,
        True,
    ]


def test_approving_a_held_reply(people: dict[str, Console], jane: Customer) -> None:
    """The reviewer reads question and reply, approves, and the customer has it."""
    ada = people["ada"]
    assert jane.send(REFUND)["outcome"] == "held"
    page, path = _with_draft_of(ada, jane)
    assert REFUND in page.text
    assert path in ada.read(f"/console/desk/{jane.conversation()}").source
    done = ada.send(page, path, decision="approve")
    assert (done.status, done.path) == (200, "/console/reviews")
    assert path not in done.source
    assert _last(jane)["author"] == "assistant"
    again = ada.send(page, path, decision="approve")
    assert (again.status, len(again.alerts)) == (409, 1)


def test_editing_a_held_reply(people: dict[str, Console], jane: Customer) -> None:
    """What the customer gets is what the reviewer wrote; an edit that is refused is still in its field."""
    ada = people["ada"]
    jane.send(REFUND)
    page, path = _with_draft_of(ada, jane)
    refused = ada.send(page, path, decision="bogus", text="My own words.")
    assert refused.status == 400
    assert refused.form(path, text="My own words.").buttons == [("decision", "edit")]
    long = ada.send(page, path, decision="edit", text="a" * 4001)
    assert (long.status, "4000 characters at most" in long.alerts[0]) == (400, True)
    assert long.form(path, text="a" * 4001).buttons == [("decision", "edit")]
    ada.send(page, path, decision="edit", text="A colleague looks at your refund today.")
    assert _last(jane)["text"] == "A colleague looks at your refund today."
    late = ada.send(page, path, decision="edit", text="Words that come too late.")
    assert (late.status, "Words that come too late." in late.source) == (409, True)
    assert path not in late.source


def test_rejecting_a_held_reply(people: dict[str, Console], jane: Customer) -> None:
    """A rejected reply is never read by the customer; the conversation waits for a person."""
    ada = people["ada"]
    jane.send(REFUND)
    page, path = _with_draft_of(ada, jane)
    ada.send(page, path, decision="reject")
    assert _last(jane)["author"] == "contact"
    assert f"/console/desk/{jane.conversation()}/claim" in ada.read("/console/desk").source
    late = ada.send(page, path, decision="approve")
    assert (late.status, "decided already" in late.alerts[0]) == (409, True)


def test_how_a_held_reply_stands(people: dict[str, Console], jane: Customer) -> None:
    """What an open page asks again tells of each reply that it shows, without a word of it, and of nobody else's."""
    ada = people["ada"]
    jane.send(REFUND)
    page, path = _with_draft_of(ada, jane)
    draft_id = path.rpartition("/")[2]

    def said(name: str = "ada", conversation: str = jane.conversation()) -> str:
        return people[name].read("/console/reviews/waiting", conversation=conversation, shown=draft_id).text

    assert said() == "One reply waits. Read the list again 14 min left"
    assert said(conversation=str(uuid4())) == "No reply waits. Read the list again 14 min left"
    ada.send(page, path, decision="approve")
    assert said() == "No reply waits. Read the list again approved"
    assert said("vera") == said()
    assert "erased" in said("lena")
    jane.delete("/v1/me").raise_for_status()
    assert "erased" in said()


def test_who_may_decide(people: dict[str, Console], jane: Customer) -> None:
    """A viewer sees that a reply waits, without its words; another tenant's agent does not see it."""
    jane.send(REFUND)
    path = _with_draft_of(people["ada"], jane)[1]
    vera = people["vera"].read("/console/reviews")
    assert "min left" in vera.text
    assert REFUND not in vera.source
    assert path not in people["lena"].read("/console/reviews").source
    for name, status in (("vera", 403), ("lena", 404), ("leo", 404)):
        token = people[name].token()
        answer = people[name].http.post(path, data={"csrf_token": token, "decision": "reject"})
        assert answer.status_code == status
    assert "<html" not in people["vera"].read("/console/reviews/waiting").source
    assert path in people["ada"].read("/console/reviews").source


def _with_draft_of(console: Console, customer: Customer) -> tuple[Page, str]:
    """The page of reviews, and where the decision on the customer's held reply is sent."""
    page = console.read("/console/reviews")
    conversation = f'/console/desk/{customer.conversation()}"'
    articles = page.source.split("<article")
    (article,) = [article for article in articles if conversation in article]
    draft_id = article.partition('id="draft-')[2].partition('"')[0]
    return page, f"/console/reviews/{draft_id}"
