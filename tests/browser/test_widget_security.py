"""The chat on pages that are strict, hostile or shared: it works, looks the same, runs nothing and tells nobody."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ElementHandle, FloatRect, Page, expect

from loadtests.upstream_process import Upstream
from tests.browser.canary import Canary
from tests.browser.chat import Chat, inner_boxes
from tests.browser.hostile_service import ENDS, HostileService
from tests.browser.hostile_styles import HOSTILE
from tests.browser.script_vectors import HOW_MANY, vectors
from tests.browser.shop import Shop
from tests.browser.windows import Windows
from tests.loopback import client_of
from tests.service import Service, identity_token, rewrite
from tests.stories.variants import add_variant

ANSWER = """**Delivery** takes *two* days, see [the page](https://shop.example/delivery) or `track it`.

| To | Days |
|----|------|
| DE | 2 |

1. Order
2. Wait

```
a very long line of code that does not fit into any panel, however wide the panel may have been made by anyone
```
That is all."""
QUESTION = "How long does delivery take?"
TAKEN = 3_500  # characters of one message; the service takes 4,000
CORNER = 28  # CSS pixels

_STORED = """
async () => ({
    local: Object.entries(localStorage), session: sessionStorage.length, cookies: document.cookie,
    databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})
"""
NOTHING = {"local": [], "session": 0, "cookies": "", "databases": 0, "caches": 0, "workers": 0}


@pytest.fixture(scope="module")
def shop() -> Iterator[Shop]:
    """Harbor's own web site."""
    with Shop() as serving:
        yield serving


@pytest.fixture(scope="module")
def upstream() -> Iterator[Upstream]:
    """The stand-in provider."""
    with Upstream(mode="say", say=ANSWER) as stand_in:
        yield stand_in


@pytest.fixture(scope="module")
def service(
    browser: Browser, shop: Shop, upstream: Upstream, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Service]:
    """The service that the shop embeds; a second tenant's texts are vectors. Nothing starts without a browser."""

    def configure(config: Path) -> None:
        shop.configure(config)
        rewrite(config, "harbor", 'open = ["mon-fri 09:00-18:00"]', 'open = ["mon-sun 00:00-24:00"]')
        rewrite(config, "harbor", "holidays = [2026-12-25]", "holidays = []")
        every, some = json.dumps("\n".join(vectors())), json.dumps(" ".join(vectors()[:20]))
        texts = {"greeting": every, "privacy_notice": every, "assistant_name": some, "contact_fallback": some}
        add_variant(config, "harbor", "hostile", texts)
        for number, vector in enumerate(vectors()[::100]):
            title = " ".join(vector.split())
            article = f"# {title}\n\nZebra socks number {number} come with stripes, and zebra socks are warm.\n"
            (config / "knowledge" / "harbor" / f"zebra-{number}.md").write_text(article, encoding="utf-8")

    with Service(tmp_path_factory.mktemp("service"), config=configure, upstream=upstream) as running:
        shop.service = running.url
        yield running


@pytest.fixture(autouse=True)
def _as_it_was(shop: Shop, upstream: Upstream) -> None:
    shop.site = "site_harbor_shop"
    upstream.reset()


@pytest.fixture
def page(windows: Windows, service: Service) -> Iterator[Page]:
    """A window, whatever is complained of in it fails the test; no cookie may be left in it, whatever happened."""
    opened = windows.open()
    yield opened
    assert opened.context.cookies() == []


def visit(page: Page, shop: Shop, path: str = "/") -> Chat:
    """Load the shop's page, and wait for the launcher."""
    page.goto(shop.origin + path)
    chat = Chat(page)
    expect(chat.launcher).to_be_visible()
    return chat


def in_messages(texts: list[str]) -> list[str]:
    """Put texts together, as many as fit into one message."""
    together = [""]
    for text in texts:
        if len(together[-1]) + len(text) > TAKEN:
            together.append("")
        together[-1] += f"{text}\n\n"
    return [f"{text}Number {number} ends." for number, text in enumerate(together)]


Act = Callable[..., None]
"""What an operator does: `claim`, `messages` with a text, `resolve`."""


@contextmanager
def operator(service: Service, name: str, tenant: str = "harbor") -> Iterator[Act]:
    """An operator of this name, who acts on the one conversation that waits."""
    added = service.cli("keys", "create", "--role", "agent", "--tenant", tenant, "--name", name)
    assert added.returncode == 0, added.stderr
    with client_of(service.url, added.stdout.strip()) as http:
        (handoff,) = (
            http.get("/v1/operator/handoffs", params={"state": "waiting"}).raise_for_status().json()["handoffs"]
        )

        def act(what: str, **body: str) -> None:
            http.post(f"/v1/operator/handoffs/{handoff['id']}/{what}", json=body or None).raise_for_status()

        yield act


def test_it_works_on_the_strictest_page(service: Service, shop: Shop, page: Page) -> None:
    """With scripts and styles by nonce and Trusted Types: from a question to a resolved handoff, without a report."""
    chat = visit(page, shop, "/strict")
    chat.open()
    chat.say(QUESTION)
    chat.shows("That is all.")
    expect(chat.log.get_by_role("link", name="the page")).to_have_attribute("href", "https://shop.example/delivery")
    expect(chat.log.get_by_role("cell", name="DE")).to_be_visible()
    chat.element.get_by_role("button", name="Helpful", exact=True).click()
    chat.say("I want to talk to a human please")
    chat.tells("Waiting for a member of our team…")
    with operator(service, "Ida") as ida:
        ida("claim")
        ida("messages", text="Hello, this is Ida.")
        chat.shows("Hello, this is Ida.")
        chat.say("Thank you, Ida")
        chat.shows("Thank you, Ida")
        ida("resolve")
    chat.tells("This request is closed. You can write again at any time.")
    page.reload()
    again = Chat(page)
    again.open()
    again.shows(QUESTION, "That is all.", "Hello, this is Ida.", "Thank you, Ida")
    page.keyboard.press("Escape")
    expect(again.launcher).to_be_focused()


@pytest.mark.timeout(180)  # two pictures for each sheet
def test_thirty_hostile_styles_change_no_pixel(shop: Shop, page: Page) -> None:
    """The panel and the launcher look as on a plain page under each of them, and under all at once from the start."""
    page.clock.set_fixed_time("2026-11-21T12:00:00Z")
    chat = visit(page, shop)
    style = page.add_style_tag(content=" ")
    launcher = [_middle(chat)]
    plain = _look(style, "", launcher)
    assert [sheet for sheet in HOSTILE if _changes(style, sheet, launcher, plain)] == []

    chat.open()
    chat.say(QUESTION)
    _shows_all(chat)
    boxes = inner_boxes(chat.panel, CORNER)
    plain = _at_rest(style, boxes)
    assert [sheet for sheet in HOSTILE if _changes(style, sheet, boxes, plain)] == []

    plain = _reopened(page, boxes)
    # A page that is too wide to its left is not photographed as it is shown.
    together = " ".join(sheet for sheet in HOSTILE if "rtl" not in sheet)
    page.add_init_script(f"""
        const sheet = new CSSStyleSheet();
        sheet.replaceSync({json.dumps(together)});
        document.adoptedStyleSheets = [sheet];
    """)
    assert _reopened(page, boxes) == plain


def _shows_all(chat: Chat) -> None:
    """Wait for the answer, and for the thumbs below it, which come after the words."""
    chat.shows("That is all.")
    expect(chat.log.get_by_role("button", name="Helpful", exact=True)).to_be_visible()


def _reopened(page: Page, boxes: list[FloatRect]) -> list[bytes]:
    """What these boxes show once the page was loaded anew and the chat opened."""
    page.reload()
    chat = Chat(page)
    chat.open()
    _shows_all(chat)
    return _at_rest(page.add_style_tag(content=" "), boxes)


def _at_rest(style: ElementHandle, boxes: list[FloatRect]) -> list[bytes]:
    """What these boxes show on a plain page once nothing changes any more: four looks in a row agree."""
    looks = [_look(style, "", boxes)]
    for _ in range(40):
        looks.append(_look(style, "", boxes))
        if len(looks) > 3 and all(look == looks[-1] for look in looks[-4:]):  # as said
            return looks[-1]
    pytest.fail("The chat never came to rest.")


_RESTYLED = """
async (style, sheet) => {
    const root = document.documentElement, frame = () => new Promise(requestAnimationFrame);
    style.textContent = sheet;
    root.style.setProperty("display", "none", "important");
    await frame(), await frame();
    root.style.display = "";
    await frame(), await frame();
}
"""


def _look(style: ElementHandle, sheet: str, boxes: list[FloatRect]) -> list[bytes]:
    """What these boxes show under a style sheet, all painted anew: edges painted over are never quite the same."""
    style.evaluate(_RESTYLED, sheet)
    frame = style.owner_frame()
    assert frame
    return [frame.page.screenshot(clip=box, animations="disabled") for box in boxes]


def _changes(style: ElementHandle, sheet: str, boxes: list[FloatRect], plain: list[bytes]) -> bool:
    """Whether a style sheet changes what these boxes show, each time: what a busy machine does, it does once."""
    return all(_look(style, sheet, boxes) != plain for _ in range(3))


def _middle(chat: Chat) -> FloatRect:
    """The square in the middle of the round launcher."""
    box = chat.launcher.bounding_box()
    assert box
    inset = box["width"] * 0.16
    size = box["width"] - 2 * inset
    return {"x": box["x"] + inset, "y": box["y"] + inset, "width": size, "height": size}


def test_the_vectors_are_alive(browser: Browser, shop: Shop) -> None:
    """There are five hundred, each another; where a page takes them for HTML they run, and call other hosts."""
    assert len(set(vectors())) == HOW_MANY
    with browser.new_context() as context:  # the browser complains of much that they do
        page = context.new_page()
        canary = Canary(page, shop.origin)
        page.goto(shop.origin)
        canary.put_by_a_careless_page([vector for vector in vectors() if "refresh" not in vector])
        assert canary.calls > HOW_MANY / 4
        assert len(canary.strangers()) > 10


def test_no_vector_runs_whoever_says_it(service: Service, shop: Shop, upstream: Upstream, page: Page) -> None:
    """The assistant, its sources, an operator, the tenant's texts, the service and the customer say all of them."""
    shop.site = "site_harbor_hostile"
    canary = Canary(page, shop.origin, service.url)
    chat = visit(page, shop)
    chat.open()
    expect(chat.element).to_contain_text(vectors()[0])
    chat.say("My card is 4111 1111 1111 1111")
    chat.shows("Please do not send payment card numbers")
    for number, text in enumerate(in_messages(vectors())):
        upstream.configure(say=text)
        chat.say("Tell me about zebra socks")
        chat.shows(f"Number {number} ends.")
    chat.say("I want to talk to a human please")
    chat.tells("Waiting for a member of our team…")
    canary.assert_sings()
    with operator(service, vectors()[0], "harbor-hostile") as act:
        act("claim")
        for number, text in enumerate(in_messages(vectors())):
            act("messages", text=f"{text} So says a person.")
            chat.say(f"{text} So says a customer.")
            chat.shows(f"Number {number} ends. So says a person.", f"Number {number} ends. So says a customer.")
    canary.assert_sings()
    page.reload()
    chat.open()
    chat.shows("So says a customer.")
    canary.assert_sings()


def test_no_vector_runs_though_the_service_is_the_enemys(shop: Shop, page: Page) -> None:
    """All of them, unchecked, in each field of the history and of the events, in pieces and whole."""
    canary = Canary(page, shop.origin, shop.service)
    HostileService(vectors(), shop.origin).take_over(page, shop.service)
    chat = visit(page, shop)
    chat.open()
    chat.shows(ENDS, within=60)  # each of them in each field, written slice by slice
    page.wait_for_timeout(300)
    canary.assert_sings()


def test_nothing_is_asked_or_stored_before_somebody_wants_to_chat(shop: Shop, page: Page) -> None:
    """The page asks for the one script; opening asks the service alone, and sets no cookie."""
    canary = Canary(page, shop.origin, shop.service)
    set_cookies: list[str] = []
    page.on("response", lambda answer: set_cookies.extend(filter(None, [answer.header_value("set-cookie")])))
    visit(page, shop)
    page.wait_for_timeout(300)
    assert canary.asked == [f"{shop.origin}/", f"{shop.service}/widget.js"]
    assert page.evaluate(_STORED) == NOTHING
    chat = Chat(page)
    chat.open()
    chat.say(QUESTION)
    chat.shows("That is all.")
    assert canary.strangers() == []
    assert set_cookies == []
    assert page.evaluate("document.cookie") == ""


def test_the_next_person_at_the_browser_sees_nothing_of_the_last(service: Service, shop: Shop, page: Page) -> None:
    """Neither who is identified next nor who is nobody; who was there before finds it again, until a reset."""
    mine, hers, nobodys = "My parcel is late", "I ordered blue boots", "Do you sell tents?"
    chat = _as_somebody(service, shop, page, "ann")
    chat.say(mine)
    chat.shows(mine, "That is all.")

    chat = _as_somebody(service, shop, page, "ben")
    chat.lacks(mine)
    chat.say(hers)
    chat.shows(hers, "That is all.")
    chat.lacks(mine)

    chat = visit(page, shop)
    chat.open()
    chat.say(nobodys)
    chat.shows(nobodys, "That is all.")
    chat.lacks(mine, hers)

    chat = _as_somebody(service, shop, page, "ann")
    chat.shows(mine)
    chat.lacks(hers, nobodys)
    page.evaluate("token => Frontdesk.identify(token)", identity_token(service, sub="ben"))
    expect(chat.element).not_to_contain_text(mine)

    page.evaluate("Frontdesk.reset()")
    page.wait_for_function("localStorage.length === 0")
    assert page.evaluate(_STORED) == NOTHING
    chat = visit(page, shop)
    chat.open()
    page.wait_for_timeout(300)
    chat.lacks(mine, hers, nobodys)


def _as_somebody(service: Service, shop: Shop, page: Page, who: str) -> Chat:
    """Load the page as somebody whom the shop knows, and open the chat."""
    chat = visit(page, shop)
    page.evaluate("token => Frontdesk.identify(token)", identity_token(service, sub=who))
    chat.open()
    return chat
