"""The chat as a customer meets it on a page: by the names it gives to what can be pressed and read."""

import re

from playwright.sync_api import FloatRect, Locator, Page, expect


class Chat:
    """The chat on one page, which is loaded already."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.element = page.locator("frontdesk-chat")
        self.launcher = self.element.get_by_role("button", name=re.compile("chat", re.IGNORECASE)).first
        self.panel = self.element.get_by_role("dialog")
        self.log = self.element.get_by_role("log")
        self.field = self.element.get_by_label("Your message")

    def open(self) -> None:
        """Press the launcher, and wait until one can write."""
        self.launcher.click()
        expect(self.field).to_be_focused()

    def say(self, text: str) -> None:
        """Send a message; the answer is the test's to wait for."""
        self.field.fill(text)
        self.field.press("Enter")

    def shows(self, *texts: str, within: float | None = None) -> None:
        """Wait until each text stands in the transcript; `within` seconds, where it takes longer than others."""
        for text in texts:
            expect(self.log.get_by_text(text).last).to_be_visible(timeout=within and within * 1_000)

    def tells(self, words: str) -> None:
        """Wait until the chat says this of itself, within the transcript or beside it."""
        expect(self.element.get_by_text(words).first).to_be_visible()

    def lacks(self, *texts: str) -> None:
        """None of these texts stands anywhere in the chat."""
        for text in texts:
            expect(self.element).not_to_contain_text(text)


def inner_boxes(shown: Locator, corner: float) -> list[FloatRect]:
    """Two boxes that hold all of what is shown but its round corners, where the page shows through."""
    box = shown.bounding_box()
    assert box
    x, y, width, height = box["x"], box["y"], box["width"], box["height"]
    return [
        {"x": x + corner, "y": y, "width": width - 2 * corner, "height": height},
        {"x": x, "y": y + corner, "width": width, "height": height - 2 * corner},
    ]
