"""A page's function that must never be called, and the hosts that a page may call."""

from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, Route

# What no text may become, and where no link may lead.
_TAKEN_FOR_MORE = """
() => {
    const wrong = [];
    const look = (root) => root.querySelectorAll("*").forEach((e) => {
        const forbidden = "script, iframe, frame, object, embed, img, image, picture, video, audio, source, track,"
            + " link, meta, base, style, use, animate, set, foreignObject, math, template, portal, input[type=image]";
        if (e.matches(forbidden)) wrong.push(e.outerHTML);
        for (const {name, value} of e.attributes) {
            if (/^on|^src|^srcdoc|^action|^formaction|^ping|^background|^is$/.test(name)) wrong.push(e.outerHTML);
            if (/href$/.test(name) && !/^(https?|mailto|tel):/.test(value)) wrong.push(e.outerHTML);
        }
        if (e.localName === "a" && e.hasAttribute("href") && !/\\bnoopener\\b/.test(e.rel)) wrong.push(e.outerHTML);
        if (e.shadowRoot) look(e.shadowRoot);
    });
    look(document.querySelector("frontdesk-chat").shadowRoot);
    return wrong;
}
"""
_CARELESS = """
(vectors) => {
    for (const vector of vectors) {
        const place = document.body.appendChild(document.createElement("div"));
        place.insertAdjacentHTML("beforeend", vector);
        for (const e of place.querySelectorAll("*")) {
            for (const name of e.getAttributeNames()) if (/^on./.test(name)) e.dispatchEvent(new Event(name.slice(2)));
            if (e.protocol === "javascript:") e.click();
        }
        if (place.querySelector("base")) place.remove();
    }
}
"""


class Canary:
    """Watches a page: whether its function is called, and what it asks of whom."""

    def __init__(self, page: Page, *allowed: str) -> None:
        self._page = page
        self._allowed = {urlsplit(url).netloc for url in allowed}
        self.calls = 0
        self.asked: list[str] = []
        page.context.expose_function("canary", self._called)
        page.context.on("request", self._note)
        page.context.route(lambda url: not self._is_allowed(url), self._refuse)

    def assert_sings(self) -> None:
        """Nothing ran, nobody else was asked, and no text stands in the chat as more than text."""
        assert self.calls == 0
        assert self.strangers() == []
        assert self._page.evaluate(_TAKEN_FOR_MORE) == []

    def strangers(self) -> list[str]:
        """What was asked of hosts that are not on the list."""
        return [url for url in self.asked if not self._is_allowed(url)]

    def forget(self) -> None:
        """Forget what was asked up to now."""
        self.asked.clear()

    def put_by_a_careless_page(self, vectors: list[str]) -> None:
        """Show what these do where a page takes them for HTML: the proof that they are alive."""
        self._page.evaluate(_CARELESS, vectors)
        self._page.wait_for_timeout(200)

    def _called(self) -> None:
        self.calls += 1

    def _note(self, request: Request) -> None:
        self.asked.append(request.url)

    def _refuse(self, route: Route) -> None:
        route.abort()

    def _is_allowed(self, url: str) -> bool:
        parts = urlsplit(url)
        return parts.netloc in self._allowed or parts.scheme in ("about", "blob", "data")
