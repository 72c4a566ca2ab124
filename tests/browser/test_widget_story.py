"""One customer's story on the demo page, in a real browser: from the first question to the deletion of everything."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from tests.browser.chat import Chat
from tests.browser.desk import operator
from tests.browser.windows import PATIENCE, Windows
from tests.service import Service, rewrite
from tests.stories.waiting import within

QUESTION = "How long does delivery to Norway take?"
ADDRESS = "ada.lovelace@mail.example"
AWAY = "Our team is not here right now."
MOST_STOPS = 60  # of the Tab key on the demo page


@pytest.fixture(scope="module")
def service(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The service with its offline assistant: at Harbor somebody is always there, at Lumen nobody is today."""

    def configure(config: Path) -> None:
        rewrite(config, "harbor", 'open = ["mon-fri 09:00-18:00"]', 'open = ["mon-sun 00:00-24:00"]')
        rewrite(config, "harbor", "holidays = [2026-12-25]", "holidays = []")
        now = datetime.now(UTC)
        days = ", ".join((now + timedelta(days=days)).date().isoformat() for days in (-1, 0, 1))
        rewrite(config, "lumen", "holidays = [2026-11-26, 2026-12-25, 2027-01-01]", f"holidays = [{days}]")

    with Service(tmp_path_factory.mktemp("service"), config=configure) as running:
        yield running


class Pictures:
    """Photographs of the steps, for people to look at."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._count = folder, 0

    def take(self, page: Page, name: str) -> None:
        """Photograph what the window shows."""
        self._count += 1
        page.screenshot(path=self._folder / f"{self._count:02}-{name}.png")


@pytest.fixture
def pictures(tmp_path: Path) -> Pictures:
    """Photographs in the test's own folder."""
    return Pictures(tmp_path)


class Streams:
    """The streams of events that the tabs of one browser hold open."""

    def __init__(self, context: BrowserContext) -> None:
        self.begun = 0
        self._open: set[Request] = set()
        context.on("request", self._begin)
        context.on("requestfinished", self._end)
        context.on("requestfailed", self._end)

    def _begin(self, request: Request) -> None:
        if request.url.endswith("/events"):
            self.begun += 1
            self._open.add(request)

    def _end(self, request: Request) -> None:
        self._open.discard(request)

    @property
    def tabs(self) -> list[Page]:
        """Which tabs hold one."""
        return [page for page in (request.frame.page for request in self._open) if not page.is_closed()]


def reach(page: Page, chat: Chat) -> None:
    """Press Tab until the launcher has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.localName") == "frontdesk-chat":
            break
    expect(chat.launcher).to_be_focused()


def test_from_the_demo_page_to_the_deletion_of_everything(
    service: Service, windows: Windows, pictures: Pictures, tmp_path: Path
) -> None:
    """By keyboard: a question, its rating, a reload, a person who answers, the assistant again, one's data, no data."""
    page = windows.open()
    page.goto(f"{service.url}/demo")
    chat = Chat(page)
    pictures.take(page, "shop")

    _asks(service, page, chat, pictures)
    _talks_to_a_person(service, page, chat, pictures)
    _takes_everything_home(page, chat, pictures, tmp_path)
    # The stream ends with the session, and may ask once more before the deletion is answered.
    windows.expect(401, at="/events")
    _deletes_everything(service, page, chat, pictures)


def _asks(service: Service, page: Page, chat: Chat, pictures: Pictures) -> None:
    reach(page, chat)
    page.keyboard.press("Enter")
    expect(chat.field).to_be_focused()
    pictures.take(page, "open")

    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    chat.shows(QUESTION)
    sources = chat.log.get_by_role("list", name="Sources")
    expect(sources.get_by_text("Delivery")).to_be_visible()
    helpful = chat.log.get_by_role("button", name="Helpful", exact=True)
    helpful.press("Enter")
    expect(helpful).to_have_attribute("aria-pressed", "true")
    expect(chat.log.get_by_text("Thank you for your feedback.")).to_be_visible()
    assert [row["rating"] for row in service.rows("SELECT rating FROM feedback")] == ["up"]
    pictures.take(page, "answered")
    answer = chat.log.locator(".assistant .text").last.inner_text()
    assert "Norway" in answer

    page.reload()
    chat.open()
    chat.shows(QUESTION)
    expect(chat.log.locator(".assistant .text").last).to_have_text(answer, use_inner_text=True)
    pictures.take(page, "after-a-reload")


def _talks_to_a_person(service: Service, page: Page, chat: Chat, pictures: Pictures) -> None:
    chat.element.get_by_role("button", name="Talk to a person").press("Enter")
    address = chat.element.get_by_label("E-mail (optional)")
    expect(address).to_be_focused()
    pictures.take(page, "asking-for-a-person")
    page.keyboard.type(ADDRESS)
    page.keyboard.press("Enter")
    chat.tells("Waiting for a member of our team…")
    expect(chat.field).to_be_focused()
    pictures.take(page, "waiting")

    with operator(service, "Ida") as ida:
        ida.claim()
        chat.tells("Ida has joined the chat.")
        ida.say("Hello, this is Ida. Which parcel is it?")
        chat.shows("Hello, this is Ida. Which parcel is it?")
        expect(chat.log.locator(".operator .who").last).to_have_text("Ida")
        chat.say("The one with the boots")
        chat.shows("The one with the boots")
        pictures.take(page, "with-ida")
        ida.resolve()
    chat.tells("This request is closed. You can write again at any time.")
    pictures.take(page, "resolved")

    expect(chat.log.get_by_role("img", name="is writing")).to_have_count(0)  # nobody is: Ida has answered
    chat.say("Can I send back boots I wore outside?")
    expect(chat.log.locator(".assistant[data-status=stored]")).to_have_count(2)
    pictures.take(page, "the-assistant-again")


def _takes_everything_home(page: Page, chat: Chat, pictures: Pictures, folder: Path) -> None:
    chat.element.get_by_role("button", name="More options").press("Enter")
    pictures.take(page, "menu")
    with page.expect_download() as download:
        chat.element.get_by_role("button", name="Download this conversation").press("Enter")
    download.value.save_as(folder / "conversation.txt")
    conversation = (folder / "conversation.txt").read_text(encoding="utf-8")
    for said in (QUESTION, "The one with the boots", "Ida\nHello, this is Ida."):
        assert said in conversation
    with page.expect_download() as download:
        chat.element.get_by_role("button", name="Download my data").press("Enter")
    download.value.save_as(folder / "data.json")
    data = (folder / "data.json").read_text(encoding="utf-8")
    assert QUESTION in data
    assert ADDRESS in data


def _deletes_everything(service: Service, page: Page, chat: Chat, pictures: Pictures) -> None:
    chat.element.get_by_role("button", name="Delete my data").press("Enter")
    pictures.take(page, "sure")
    chat.element.get_by_role("button", name="Delete everything").press("Enter")
    chat.tells("Your data has been deleted. Please keep the receipt.")
    pictures.take(page, "receipt")
    with page.expect_download() as download:
        chat.element.get_by_role("button", name="Save the receipt").press("Enter")
    receipt = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert receipt["deleted"]["messages"] >= 1, receipt
    assert page.evaluate("localStorage.length") == 0
    chat.element.get_by_role("button", name="Back").press("Enter")
    chat.lacks(QUESTION, "Hello, this is Ida.")
    expect(chat.element.get_by_role("button", name="Start a new chat")).to_be_visible()
    pictures.take(page, "ended")
    assert service.rows("SELECT id FROM message") == []


def test_out_of_hours_the_customer_hears_whom_to_write_to(
    service: Service, windows: Windows, pictures: Pictures
) -> None:
    """Lumen's people are not there: who asks for one is told so, and another way; the words are not lost."""
    page = windows.open()
    page.goto(f"{service.url}/demo/lumen")
    chat = Chat(page)
    chat.open()
    chat.element.get_by_role("button", name="Talk to a person").click()
    chat.element.get_by_role("button", name="Talk to a person").last.click()
    chat.tells(AWAY)
    chat.tells("@lumen.example")
    chat.say("My lamp flickers")
    chat.shows("My lamp flickers")
    pictures.take(page, "out-of-hours")


def test_a_second_tab_follows_along_on_the_stream_of_the_first(
    service: Service, windows: Windows, pictures: Pictures
) -> None:
    """What is said in one tab stands in the other; there is one stream, and whoever is left goes on with it."""
    first = windows.open()
    streams = Streams(first.context)
    second = first.context.new_page()
    for page in (first, second):
        page.goto(f"{service.url}/demo")
        Chat(page).open()
    here, there = Chat(first), Chat(second)

    first.bring_to_front()
    here.say(QUESTION)
    for chat in (here, there):
        chat.shows(QUESTION)
        expect(chat.log.locator(".assistant[data-status=stored]")).to_have_count(1)
    there.say("Can I send back boots I wore outside?")
    for chat in (here, there):
        chat.shows("Can I send back boots I wore outside?")
        expect(chat.log.locator(".assistant[data-status=stored]")).to_have_count(2)
        expect(chat.log.get_by_role("button", name="Helpful", exact=True)).to_have_count(2)
    assert streams.tabs == [first]
    assert streams.begun == 1
    # A tab writes a long answer in slices; its thumbs are there from the first.
    assert within(PATIENCE / 1_000, lambda: here.log.inner_text() == there.log.inner_text())
    pictures.take(second, "second-tab")

    first.close()
    there.say("Which sizes are there?")
    expect(there.log.locator(".assistant[data-status=stored]")).to_have_count(3)
    assert streams.tabs == [second]
    assert streams.begun == 2
