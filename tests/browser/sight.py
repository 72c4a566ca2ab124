"""What anyone must be able to see and reach on a page: axe's rules, and what axe does not look at."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "widgets" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MOST_STOPS = 200  # of the Tab key on one page

_RUN_AXE = """
axe.run(document, {runOnly: %s, resultTypes: ["violations"]}).then((found) =>
    found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`)))
"""

_OVERFLOWING = """
(() => {
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wide) return [];
    return [...document.body.querySelectorAll("*")]
        .filter((e) => e.getBoundingClientRect().right > wide + 1)
        .map((e) => `${e.tagName} ${e.className}`);
})()
"""

# Each control, once it has the focus, must be what a press at its middle meets; what is turned off, or not shown, is
# no control.
_COVERED = """
[...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter((e) => !e.disabled && e.checkVisibility({visibilityProperty: true}) && e.matches(":not([type=hidden])"))
    .flatMap((e) => {
        e.focus({preventScroll: true});
        e.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
        const box = [...e.getClientRects()].find((r) => r.width > 1 && r.height > 1);
        if (!box) return [];
        const met = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        const label = e.labels && [...e.labels].some((l) => l.contains(met));
        return met && (e.contains(met) || label) ? [] : [`${e.outerHTML.slice(0, 120)} under ${met && met.tagName}`];
    })
"""

_FOCUSED = """
(() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const s = getComputedStyle(e), box = e.getBoundingClientRect();
    const ring = (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== "none";
    const seen = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
    e.dataset.stop ??= String(document.querySelectorAll("[data-stop]").length);
    return {stop: e.dataset.stop, what: e.outerHTML.slice(0, 120), ring, seen};
})()
"""


def assert_accessible(page: Page) -> None:
    """No rule of axe is broken, nothing is wider than the page, and no control lies under something else."""
    for look in (AXE.read_text(encoding="utf-8") + ";" + _RUN_AXE % RULES, _OVERFLOWING, _COVERED):
        wrong = _ask(page, look)
        assert not wrong, "\n".join([page.url, *wrong])


def assert_focus_shows(page: Page) -> int:
    """Wherever the Tab key stops, there is a ring around it, in view; returns how many stops there are."""
    page.bring_to_front()
    stops: set[str] = set()
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        focused = _ask(page, _FOCUSED)
        if focused is None:
            continue  # between the last stop and the first the focus leaves the page
        if focused["stop"] in stops:
            break
        assert focused["ring"], f"no ring around {focused['what']}"
        assert focused["seen"], f"out of view: {focused['what']}"
        stops.add(focused["stop"])
    return len(stops)


def _ask(page: Page, script: str) -> Any:  # noqa: ANN401 - whatever the script gives
    """Run a script as the browser's own tools do: the page's policy neither stops it nor is loosened for it."""
    session = page.context.new_cdp_session(page)
    told = session.send("Runtime.evaluate", {"expression": script, "awaitPromise": True, "returnByValue": True})
    session.detach()
    assert "exceptionDetails" not in told, told["exceptionDetails"]
    return told["result"].get("value")
