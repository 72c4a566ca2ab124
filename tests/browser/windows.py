"""Windows of a real browser, which remember what the browser complained of."""

from collections.abc import Iterable
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Cookie, Page

PHONE, DESKTOP = 360, 1280  # CSS pixels
HEIGHT = 800  # CSS pixels
PATIENCE = 5_000.0  # ms until what a test waits for has failed to come
Scheme = Literal["light", "dark"]

# The browser writes most of this to its console by itself; a page may not silence it by its own listener.
_TELL_VIOLATIONS = """
addEventListener("securitypolicyviolation",
    (v) => console.error(`${v.violatedDirective} forbids ${v.blockedURI} ${v.sample}`), true);
"""


class Windows:
    """Opens windows, each in a profile of its own; `complaints` holds what was wrong in any of them."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self._refusals: set[tuple[int, str]] = set()
        self.complaints: list[str] = []

    def open(
        self, *, width: int = DESKTOP, scheme: Scheme = "light", scripts: bool = True, cookies: Iterable[Cookie] = ()
    ) -> Page:
        """Open a window, without JavaScript where `scripts` is False, and with another window's cookies."""
        context = self._browser.new_context(
            viewport={"width": width, "height": HEIGHT},
            color_scheme=scheme,
            reduced_motion="reduce",  # a colour on its way to another has the contrast of neither
            java_script_enabled=scripts,
        )
        self._contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(_TELL_VIOLATIONS)
        context.add_cookies([{"name": c["name"], "value": c["value"], "url": _url_of(c)} for c in cookies])
        page = context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def expect(self, *statuses: int, at: str = "") -> None:
        """Say that answers with these statuses belong to the test, of addresses that end so; the browser complains of
        each that it loads.
        """
        self._refusals.update((status, at) for status in statuses)

    def close(self) -> None:
        """Close every window; a stream that is open breaks off, which is not complained of."""
        for context in self._contexts:
            context.close()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type not in ("error", "warning"):
            return
        address = str(message.location.get("url"))
        if not any(f"a status of {status}" in message.text and address.endswith(at) for status, at in self._refusals):
            self.complaints.append(f"{message.text} ({address})")


def _url_of(cookie: Cookie) -> str:
    return f"http://{cookie['domain']}{cookie['path']}"
