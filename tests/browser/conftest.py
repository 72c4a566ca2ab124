"""The browser that tests may ask for, windows of it that must have nothing to complain of, and a house to look at."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.find_chromium import MISSING, find
from tests.browser.staff import Person, Session, found, session_of
from tests.browser.windows import Windows
from tests.stories.house import House

expect.set_options(timeout=15_000)  # ms; how soon something must be seen is asserted where it is promised


@pytest.fixture(scope="module")  # no longer: while it is open, its loop runs, and no other may
def browser() -> Iterator[Browser]:
    """A real Chromium without a window; ask for `windows` instead."""
    path = find()
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=path) as chromium:
        yield chromium


@pytest.fixture
def windows(browser: Browser) -> Iterator[Windows]:
    """Opens windows; whatever the browser complained of in one of them fails the test, a breach of the policy first."""
    opened = Windows(browser)
    yield opened
    opened.close()
    assert opened.complaints == []


@pytest.fixture(scope="module")
def house(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The embedded default, in which customers can be met; asks for the browser, since nothing starts without one."""
    with House(tmp_path_factory.mktemp("house")) as running:
        yield running


@pytest.fixture(scope="module")
def olga(house: House) -> Person:
    """An owner with a password and an authenticator app."""
    return found(house, "olga")


@pytest.fixture(scope="module")
def as_olga(browser: Browser, house: House, olga: Person) -> Session:
    """The owner's session, signed in once: a code is good for no second time."""
    windows = Windows(browser)
    session = session_of(windows.open(), house, olga)
    windows.close()
    return session


@pytest.fixture
def page(windows: Windows, as_olga: Session) -> Page:
    """A window in which the owner is signed in."""
    return windows.open(cookies=as_olga)
