"""The console as people meet it: how they come in, what they see of it, and how they are shut out."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sight import assert_accessible, assert_focus_shows
from tests.browser.staff import hire, session_of, sign_in
from tests.browser.windows import DESKTOP, HEIGHT, PHONE, Windows
from tests.stories.house import House

PLACES = ("", "/switch", "/desk", "/reviews", "/audit", "/operators", "/account")


@dataclass(frozen=True)
class Busy:
    """Two conversations in which something goes on, by their ids: a reply is held, somebody waits for a person."""

    held: str
    waiting: str


@pytest.fixture(scope="module")
def busy(house: House) -> Busy:
    """Work for the desk and for the reviews."""
    held, waiting = house.meet(), house.meet()
    held.send("I want a refund for my order. I am jane.roe@example.org")
    waiting.send("I want to talk to a human please. My number is +49 30 901820")
    return Busy(held.conversation(), waiting.conversation())


def test_signing_in_takes_the_password_and_the_code(house: House, windows: Windows, page: Page) -> None:
    """A wrong code is refused with one sentence; the right one leads to the overview, signing out leads back."""
    windows.expect(401)
    nora, mine = hire(page, house, "nora", "agent"), windows.open()
    sign_in(mine, house, nora, "000000")
    sentence = mine.get_by_role("alert").inner_text()
    assert sentence.count(".") == 1
    assert "code" in sentence
    assert_accessible(mine)
    sign_in(mine, house, nora)
    expect(mine).to_have_url(f"{house.url}/console")
    expect(mine.get_by_role("banner")).to_contain_text("nora")
    mine.get_by_role("button", name="Sign out").click()
    expect(mine).to_have_url(f"{house.url}/console/sign-in")
    mine.goto(f"{house.url}/console/desk")
    expect(mine.get_by_role("heading", name="Sign in")).to_be_visible()


@pytest.mark.parametrize("place", [*PLACES, "conversation", "claimed"])
def test_everyone_can_see_and_reach_each_page(house: House, busy: Busy, page: Page, place: str) -> None:
    """Axe finds nothing, light and dark, on a phone and on a desk; nothing is covered, and the focus shows."""
    address = f"/desk/{busy.waiting}" if place in ("conversation", "claimed") else place
    page.goto(f"{house.url}/console{address}")
    if place == "claimed":
        page.get_by_role("button", name="Claim").click()
        expect(page.get_by_role("button", name="Send")).to_be_visible()
    for width in (PHONE, DESKTOP):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert_accessible(page)
    assert assert_focus_shows(page) > len(PLACES)


def test_a_post_from_elsewhere_changes_nothing(house: House, page: Page) -> None:
    """With the cookie alone, from a foreign Origin or without the token: 403, on the pages and on the API."""
    page.goto(f"{house.url}/console/switch")
    token = page.locator("body").get_attribute("data-csrf") or ""
    wish: dict[str, str | float | bool] = {"on": "yes", "scope": "tenant:lumen", "reason": "from somewhere else"}
    flip, ask = f"{house.url}/console/switch", page.request
    foreign = {"Origin": "https://evil.example"}
    assert ask.post(flip, form=wish).status == 403
    assert ask.post(flip, form=wish | {"csrf_token": token[::-1]}).status == 403
    assert ask.post(flip, form=wish | {"csrf_token": token}, headers=foreign).status == 403
    api = f"{house.url}/v1/operator/kill-switches/tenant:lumen"
    put = {"on": True, "reason": "from somewhere else"}
    assert ask.put(api, data=put).status == 403
    assert ask.put(api, data=put, headers=foreign | {"X-CSRF-Token": token}).status == 403
    assert ask.get(f"{house.url}/v1/operator/kill-switches").json()["switches"] == []
    own = {"Origin": house.url}
    assert ask.post(flip, form=wish | {"csrf_token": token}, headers=own).status == 200
    assert ask.put(api, data=put | {"on": False}, headers=own | {"X-CSRF-Token": token}).status == 200


def test_a_viewer_reads_no_word_of_a_customer(house: House, busy: Busy, windows: Windows, page: Page) -> None:
    """A transcript is refused with one sentence, and the reviews show neither question nor reply."""
    windows.expect(403)
    vera, hers = hire(page, house, "vera", "viewer"), windows.open()
    session_of(hers, house, vera)
    answer = hers.goto(f"{house.url}/console/desk/{busy.held}")
    assert answer
    assert answer.status == 403
    expect(hers.get_by_role("main")).to_contain_text("needs the role agent")
    for place in PLACES:
        hers.goto(f"{house.url}/console{place}")
        assert "refund for my order" not in hers.content()
        assert "jane.roe" not in hers.content()
    hers.goto(f"{house.url}/console/reviews")
    expect(hers.get_by_role("article")).to_contain_text("needs the role agent")


@pytest.mark.alone
def test_a_disabled_operator_is_out_within_a_second(house: House, windows: Windows, page: Page) -> None:
    """The open page leaves for the sign-in by itself, and neither the session nor the password lets it back."""
    windows.expect(401, 403)
    dora, hers = hire(page, house, "dora", "agent"), windows.open()
    session_of(hers, house, dora)
    expect(hers.locator("[data-connection]")).to_have_text("Live")
    page.get_by_role("button", name="Disable dora").click()
    expect(hers).to_have_url(f"{house.url}/console/sign-in", timeout=1_000)
    hers.goto(f"{house.url}/console/desk")
    expect(hers.get_by_role("heading", name="Sign in")).to_be_visible()
    sign_in(hers, house, dora)
    expect(hers.get_by_role("alert")).to_be_visible()
