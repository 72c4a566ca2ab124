"""The kill switch as an operator works it: by keyboard, and without any script."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.sight import MOST_STOPS, assert_accessible
from tests.browser.staff import Session
from tests.browser.windows import PHONE, Windows
from tests.stories.house import House
from tests.stories.operators import Operator

REASON = "the browser walks through"
STOPPED = "Stopped"
ENDED = "Ended"


@pytest.fixture
def owner(house: House) -> Iterator[Operator]:
    """The same switches over the API; what a test leaves on is ended."""
    with house.operator() as client:
        operator = Operator(client)
        yield operator
        for scope, switch in operator.switches().items():
            if switch["on"]:
                operator.flip(scope, on=False)


def tab_to(page: Page, control: Locator) -> None:
    """Press Tab until a control has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if control.evaluate("control => control === document.activeElement"):
            return
    raise AssertionError(f"the Tab key does not lead to {control}")


def assert_told_by_each_replica(page: Page, word: str) -> None:
    """The page says the word, and beneath it each replica's milliseconds."""
    expect(page.get_by_role("main").get_by_role("status")).to_have_text(word)
    rows = page.get_by_role("region", name="Replicas").locator("tbody tr")
    expect(rows).to_have_count(1)
    expect(rows.first).to_contain_text(re.compile(r"\d+ ms"))


def test_everything_is_stopped_by_keyboard_alone(house: House, owner: Operator, page: Page) -> None:
    """`g k`, a reason, the word that confirms, Enter: "Stopped", and the assistant is silent until it is ended."""
    customer = house.meet()
    page.goto(f"{house.url}/console")
    page.keyboard.press("g")
    page.keyboard.press("k")
    expect(page).to_have_url(f"{house.url}/console/switch")
    stop = page.get_by_role("button", name="Stop the assistant")
    tab_to(page, page.get_by_label("What to stop"))
    page.keyboard.press("End")
    expect(stop).to_be_disabled()
    tab_to(page, page.get_by_label("Reason", exact=True))
    page.keyboard.type(REASON)
    tab_to(page, page.get_by_label("To stop the whole service"))
    page.keyboard.type("service")
    tab_to(page, stop)
    page.keyboard.press("Enter")
    assert_told_by_each_replica(page, STOPPED)
    assert_accessible(page)
    assert customer.send("How long does delivery take?")["reason"] == "switched_off"
    assert owner.switches()["service"]["reason"] == REASON

    page.keyboard.press("g")
    page.keyboard.press("k")
    field = page.get_by_label("Reason to end it")
    tab_to(page, field)
    page.keyboard.type(REASON)
    page.keyboard.press("Enter")
    assert_told_by_each_replica(page, ENDED)
    assert customer.send("How long does delivery take?")["outcome"] == "answered"


def test_the_switch_works_without_javascript(house: House, owner: Operator, windows: Windows, as_olga: Session) -> None:
    """Plain forms stop a tenant and let it speak again; the page says what was refused, and keeps what was typed."""
    windows.expect(400)
    page = windows.open(width=PHONE, scripts=False, cookies=as_olga)
    page.goto(f"{house.url}/console/switch")
    page.get_by_label("What to stop").select_option("service")
    page.get_by_label("Reason", exact=True).fill(REASON)
    page.get_by_role("button", name="Stop the assistant").click()
    expect(page.get_by_role("alert")).to_contain_text("Type service")
    expect(page.get_by_label("Reason", exact=True)).to_have_value(REASON)
    assert not owner.switches().get("service", {"on": False})["on"]

    page.get_by_label("What to stop").select_option("tenant:lumen")
    page.get_by_role("button", name="Stop the assistant").click()
    assert_told_by_each_replica(page, STOPPED)
    assert owner.switches()["tenant:lumen"]["on"]

    page.get_by_role("link", name="Back to the switch").click()
    page.get_by_label("Reason to end it").fill(REASON)
    page.get_by_role("button", name="End it").click()
    assert_told_by_each_replica(page, ENDED)
    assert not owner.switches()["tenant:lumen"]["on"]


def test_a_switch_shows_on_pages_that_are_open(house: House, owner: Operator, page: Page) -> None:
    """What somebody else stops stands on the page within a second, with the reason and who, and goes when it ends."""
    page.goto(f"{house.url}/console/switch")
    expect(page.locator("[data-connection]")).to_have_text("Live")
    stopped = page.get_by_role("region", name=re.compile("Stopped now"))
    expect(stopped).to_contain_text("Nothing is stopped")
    owner.flip("workflow:harbor/support", on=True, reason="seen by somebody else", mode="closed")
    expect(stopped).to_contain_text("seen by somebody else", timeout=1_000)
    expect(stopped).to_contain_text("owner of the tests")
    owner.flip("workflow:harbor/support", on=False)
    expect(stopped).to_contain_text("Nothing is stopped", timeout=1_000)


def test_every_open_page_says_what_is_stopped(house: House, owner: Operator, page: Page) -> None:
    """A page that shows something else says at once that the assistant is stopped, and when it ends by itself."""
    page.goto(f"{house.url}/console/audit?tenant=harbor")
    mark = page.get_by_role("navigation").get_by_text("on", exact=True)
    expect(page.locator("[data-connection]")).to_have_text("Live")
    expect(mark).to_be_hidden()
    soon = (datetime.now(UTC) + timedelta(minutes=5)).isoformat()
    owner.flip("tenant:harbor", on=True, expires_at=soon)
    expect(page.get_by_text("ends in 5 minutes")).to_be_visible(timeout=2000)
    expect(mark).to_be_visible()
    owner.flip("tenant:harbor", on=False)
    expect(page.get_by_text("ends in 5 minutes")).to_have_count(0, timeout=2000)
    expect(mark).to_be_hidden()
