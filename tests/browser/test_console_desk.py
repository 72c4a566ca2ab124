"""The desk and the reviews as an operator and a customer live through them: nobody reloads a page."""

import re
import threading
from collections.abc import Callable
from contextlib import suppress

from playwright.sync_api import APIResponse, Error, Page, Route, expect

from tests.browser.staff import Person, Session
from tests.browser.windows import Windows
from tests.customer import Customer
from tests.stories.house import House

LIVE = 1_000.0  # ms within which a page shows what happened elsewhere
PERSON = "I want to talk to a human please. My address is jane.roe@example.org"
REFUND = "I want a refund for my order."
EXPECTED = {"approve": "reply.completed", "edit": "reply.completed", "reject": "handoff.opened"}


def open_live(page: Page, address: str) -> None:
    """Open a page and wait until it hears what happens."""
    page.goto(address)
    expect(page.locator("[data-connection]")).to_have_text("Live")


def hearing(customer: Customer, kind: str) -> Callable[[], dict[str, object]]:
    """Follow a conversation aside; calling what is returned waits for the next event of this kind."""
    heard: list[dict[str, object]] = []
    following = threading.Event()

    def follow() -> None:
        with customer.events() as events:
            following.set()
            heard.extend([next(event.data for event in events if event.event == kind)])

    thread = threading.Thread(target=follow, daemon=True)
    thread.start()
    assert following.wait(5)

    def wait() -> dict[str, object]:
        thread.join(5)
        assert heard, f"no {kind} came"
        return heard[0]

    return wait


def test_a_handoff_from_the_queue_to_its_end(house: House, page: Page) -> None:
    """It appears by itself; it is claimed, answered, heard, revealed and resolved, and the customer learns of each.

    A second window on it leads to the place to write as well.
    """
    customer = house.meet()
    open_live(page, f"{house.url}/console/desk")
    queue = page.locator("#queue")
    expect(queue).to_contain_text("Nobody waits")
    customer.send(PERSON)
    expect(queue).to_contain_text("The customer asked for a person", timeout=LIVE)

    beside = page.context.new_page()
    open_live(beside, f"{house.url}/console/desk/{customer.conversation()}")
    claimed = hearing(customer, "handoff.claimed")
    queue.get_by_role("button", name="Claim").click()
    assert claimed()["operator_name"] == "olga"
    expect(page).to_have_url(f"{house.url}/console/desk/{customer.conversation()}")
    expect(page.locator("[data-connection]")).to_have_text("Live")

    beside.get_by_role("link", name="Write to the customer").click()
    expect(beside.get_by_label("Your message to the customer")).to_be_visible()
    beside.close()

    log = page.get_by_role("log")
    expect(log).not_to_contain_text("jane.roe@example.org")
    log.get_by_role("button", name="Reveal EMAIL_1").click()
    expect(log).to_contain_text("jane.roe@example.org")

    answered = hearing(customer, "operator.message")
    page.get_by_label("Your message to the customer").fill("Olga here.\nHow can I help?")
    page.keyboard.press("Enter")
    assert answered()["text"] == "Olga here.\nHow can I help?"
    expect(log.get_by_text("How can I help?")).to_have_count(1)

    customer.send("My parcel <b>never</b> came.")
    expect(log).to_contain_text("My parcel <b>never</b> came.", timeout=LIVE)
    expect(log.get_by_text("How can I help?")).to_have_count(1)

    page.keyboard.insert_text("a" * 4001)
    page.keyboard.press("Enter")
    expect(page.locator("form").get_by_text("4000 characters at most; this has 4001")).to_be_visible()

    arabic, theirs = "أين طلبي 1001 (سترة)؟", log.locator(".text", has_text="1001")
    customer.send(arabic)
    page.get_by_label("Your message to the customer").fill(arabic)
    expect(theirs).to_have_css("direction", "rtl")
    expect(page.get_by_label("Your message to the customer")).to_have_css("direction", "rtl")
    page.get_by_label("Your message to the customer").fill("")
    page.reload()
    expect(theirs).to_have_css("direction", "rtl")

    resolved = hearing(customer, "handoff.resolved")
    page.get_by_role("button", name="Resolve").click()
    resolved()
    expect(page.locator("[data-handoff-state]")).to_contain_text("resolved")
    assert customer.send("How long does delivery take?")["outcome"] == "answered"
    actions = [event["action"] for event in house.audit("harbor")]
    assert {"transcript.read", "value.revealed", "handoff.claimed", "handoff.resolved"} <= set(actions)


def test_a_conversation_is_taken_over_and_given_back_without_javascript(
    house: House, windows: Windows, as_olga: Session
) -> None:
    """Plain forms do all of it: take over, reveal, write, return."""
    customer = house.meet()
    customer.send("How long does delivery take? Write to jane.roe@example.org")
    page = windows.open(scripts=False, cookies=as_olga)
    page.goto(f"{house.url}/console/desk/{customer.conversation()}")
    page.get_by_role("button", name="Take over").click()
    log = page.get_by_role("log")
    log.get_by_role("button", name="Reveal EMAIL_1").click()
    expect(log).to_contain_text("jane.roe@example.org")
    page.get_by_label("Your message to the customer").fill("It takes three days.")
    page.get_by_role("button", name="Send").click()
    expect(log).to_contain_text("It takes three days.")
    assert customer.history()["messages"][-1]["text"] == "It takes three days."
    assert customer.send("Thank you.")["outcome"] == "delivered"
    page.get_by_role("button", name="Return to the assistant").click()
    expect(page.locator("[data-handoff-state]")).to_contain_text("returned to the assistant")
    assert customer.send("How long does delivery take?")["outcome"] == "answered"


def test_held_replies_are_approved_edited_and_rejected(house: House, page: Page) -> None:
    """Each decision reaches its customer live; the page says by itself that another reply waits."""
    open_live(page, f"{house.url}/console/reviews")
    for waits, decision in enumerate(EXPECTED):
        customer = house.meet()
        assert customer.send(REFUND)["outcome"] == "held", waits
        expect(page.locator("#waiting")).to_contain_text("One reply waits", timeout=LIVE)
        page.get_by_role("link", name="Read the list again").click()
        expect(page.get_by_role("article")).to_contain_text(REFUND)
        heard = hearing(customer, EXPECTED[decision])
        decide(page, decision)
        told = heard()
        expect(page.get_by_text("No reply waits for a decision.")).to_be_visible()
        if decision == "edit":
            assert told["text"] == "You get it back within 14 days."
        expect(page.locator("[data-connection]")).to_have_text("Live")


def test_a_conversation_says_how_its_held_replies_stand(house: House, page: Page) -> None:
    """That one waits, and what a colleague decided; what somebody writes meanwhile stays."""
    customer = house.meet()
    open_live(page, f"{house.url}/console/desk/{customer.conversation()}")
    customer.send(REFUND)
    expect(page.locator("#waiting")).to_contain_text("One reply waits", timeout=LIVE)
    page.get_by_role("link", name="Read the list again").click()
    page.get_by_text("Edit it first").click()
    edit = page.get_by_label("What the customer will read")
    edit.fill("Half an edit")
    with house.operator() as client:
        held = client.get("/v1/operator/reviews").json()["reviews"]
        (draft,) = [each for each in held if each["conversation_id"] == customer.conversation()]
        client.post(f"/v1/operator/reviews/{draft['id']}", json={"decision": "reject"}).raise_for_status()
    expect(page.get_by_role("article").get_by_text("rejected", exact=True)).to_be_visible(timeout=LIVE)
    expect(edit).to_have_value("Half an edit")


def test_news_on_the_heels_of_other_news_is_not_lost(house: House, page: Page) -> None:
    """What happens while a page still reads the list of before is on it as well, soon."""
    with house.operator() as client:
        before = len(client.get("/v1/operator/reviews").json()["reviews"])
    open_live(page, f"{house.url}/console/reviews")
    stale: list[tuple[Route, APIResponse]] = []

    def hold_the_first(route: Route) -> None:
        if stale:
            route.continue_()
        else:
            stale.append((route, route.fetch()))

    page.route("**/console/reviews/waiting*", hold_the_first)
    for _ in range(2):
        house.meet().send(REFUND)
        page.wait_for_timeout(300)
    route, answer = stale[0]
    with suppress(Error):  # the page may have given up on it
        route.fulfill(response=answer)
    expect(page.locator("#waiting")).to_contain_text(f"{before + 2} replies wait", timeout=LIVE)


def test_the_keyboard_keeps_its_place(house: House, page: Page) -> None:
    """News that read a list again leave the focus on its button; where that is gone, it is on the list's heading.

    No two buttons of a list sound the same.
    """
    first, second = house.meet(), house.meet()
    first.send(PERSON)
    open_live(page, f"{house.url}/console/desk")
    act = page.locator(f'[id="/console/desk/{first.conversation()}/claim"]')
    act.focus()
    second.send(PERSON)
    expect(page.locator(f'[id="/console/desk/{second.conversation()}/claim"]')).to_be_visible(timeout=LIVE)
    expect(act).to_be_focused()
    heard = re.findall(r'(?:button|link) "(.+)"', page.locator("#queue").aria_snapshot())
    assert len({*heard}) == len(heard) >= 4, heard
    with house.operator() as client:
        queue = client.get("/v1/operator/handoffs", params={"state": "waiting"}).json()["handoffs"]
        (handoff,) = [each for each in queue if each["conversation_id"] == first.conversation()]
        client.post(f"/v1/operator/handoffs/{handoff['id']}/claim").raise_for_status()
    expect(act).to_have_count(0, timeout=LIVE)
    expect(page.locator("#handoffs")).to_be_focused()


def test_words_that_were_not_sent_outlive_the_session(house: House, windows: Windows, olga: Person) -> None:
    """Where the session ends elsewhere, the page says so and stays, with what was being written."""
    customer = house.meet()
    customer.send("How long does delivery take?")
    windows.expect(401)
    page = windows.open()
    link = house.cli("operators", "login", olga.name).stdout.strip()
    page.goto(f"{house.url}{link}")
    open_live(page, f"{house.url}/console/desk/{customer.conversation()}")
    page.get_by_role("button", name="Take over").click()
    text = page.get_by_label("Your message to the customer")
    text.fill("Half an answer")
    token = page.locator("body").get_attribute("data-csrf") or ""
    page.request.post(f"{house.url}/console/sign-out", form={"csrf_token": token})
    expect(page.get_by_text("Your session has ended")).to_be_visible()
    expect(text).to_have_value("Half an answer")


def test_of_an_erased_customer_nothing_stays(house: House, windows: Windows, page: Page) -> None:
    """The page that an operator has open says so at once, without a word of before; reading it again says so too."""
    windows.expect(404)
    customer = house.meet()
    customer.send("How long does delivery take?")
    open_live(page, f"{house.url}/console/desk/{customer.conversation()}")
    page.get_by_role("button", name="Take over").click()
    page.get_by_label("Your message to the customer").fill("Half an answer")
    expect(page.locator("[data-connection]")).to_have_text("Live")
    customer.delete("/v1/me").raise_for_status()
    expect(page.get_by_text("This conversation is gone: it was erased")).to_be_visible(timeout=LIVE)
    assert "delivery" not in page.content()
    expect(page.get_by_role("textbox")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("main")).to_contain_text("it was erased, or the id is wrong")


def decide(page: Page, decision: str) -> None:
    """Press the button of a decision, after writing another reply where that is one."""
    if decision == "edit":
        page.get_by_text("Edit it first").click()
        page.get_by_label("What the customer will read").fill("You get it back within 14 days.")
    names = {"approve": "Approve", "edit": "Send the edited reply", "reject": "Reject"}
    page.get_by_role("button", name=names[decision]).click()
