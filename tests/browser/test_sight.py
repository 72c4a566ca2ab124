"""The tools that look at pages see what is wrong with one: else a page that passes proves nothing."""

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.sight import assert_accessible, assert_focus_shows
from tests.browser.windows import PHONE, Windows

ADDRESS = "http://page.test/"
POLICY = "default-src 'none'; style-src 'nonce-n'; script-src 'nonce-n'; require-trusted-types-for 'script'"
STYLE = "body { background: #fff; color: #111 } :focus-visible { outline: 3px solid #06c }"
GOOD = "<h1>Desk</h1><p>Nobody waits.</p><button>Claim</button> <a href='/'>Overview</a>"


def show(page: Page, body: str, style: str = "") -> Page:
    """Show a page whose policy is as strict as the console's."""
    html = (
        "<!doctype html><html lang=en><meta name=viewport content='width=device-width'><title>Desk</title>"
        f"<style nonce=n>{STYLE} {style}</style><body><main>{body}</main>"
    )

    def answer(route: Route) -> None:
        route.fulfill(content_type="text/html", headers={"Content-Security-Policy": POLICY}, body=html)

    page.route(f"{ADDRESS}**", answer)
    page.goto(ADDRESS)
    return page


@pytest.fixture
def page(windows: Windows) -> Page:
    """A phone's window."""
    return windows.open(width=PHONE)


def test_a_good_page_passes(page: Page) -> None:
    """Nothing is found where nothing is wrong, and each of two stops of the Tab key is counted."""
    show(page, GOOD)
    assert_accessible(page)
    assert assert_focus_shows(page) == 2


@pytest.mark.parametrize(
    ("body", "style", "found"),
    [
        ("<h1>Desk</h1><input>", "", "label"),
        (GOOD, "p { color: #bbb }", "color-contrast"),
        (GOOD, "button { width: 10px; height: 10px; padding: 0; overflow: hidden } a { margin-left: -9px }", "target"),
        (GOOD, "p { width: 500px }", "P "),
        (GOOD + "<div id=over></div>", "#over { position: fixed; inset: 0 }", "under DIV"),
    ],
)
def test_a_defect_is_found(page: Page, body: str, style: str, found: str) -> None:
    """A field without a name, pale words, small targets, a page too wide, a control under something else."""
    show(page, body, style)
    with pytest.raises(AssertionError, match=found):
        assert_accessible(page)


@pytest.mark.parametrize(
    ("style", "found"),
    [("button:focus-visible { outline: none }", "no ring"), ("a { position: absolute; left: -99px }", "out of view")],
)
def test_a_focus_that_does_not_show_is_found(page: Page, style: str, found: str) -> None:
    """A control without a ring, and one that is focused off the page."""
    show(page, GOOD, style)
    with pytest.raises(AssertionError, match=found):
        assert_focus_shows(page)


@pytest.mark.parametrize(
    ("body", "scripts"),
    [
        ("<h1>Desk</h1><p style='color: red'>Late</p>", True),
        ("<h1>Desk</h1><p style='color: red'>Late</p>", False),
        ("<h1>Desk</h1><script>0</script>", True),
        ("<img src=/a.png alt=''>", False),
    ],
)
def test_a_breach_of_the_policy_is_a_complaint(browser: Browser, body: str, scripts: bool) -> None:  # noqa: FBT001 - a case
    """An inline style, a script without the nonce, an image from anywhere; with and without JavaScript."""
    windows = Windows(browser)
    page = windows.open(scripts=scripts)
    show(page, body)
    page.wait_for_timeout(50)
    windows.close()
    assert any("Content Security Policy" in complaint for complaint in windows.complaints)
