"""`make smooth`: how soon the chat is open, and its longest tasks as it opens, sends, streams 16 KB and replays them.

The processor is slowed four times, as a cheap phone is. A task's time is its page's own thread's processor time: the
wall clock would count what other processes took meanwhile.
"""

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, CDPSession, Page, expect, sync_playwright

from loadtests.upstream_process import Upstream
from tests.browser.chat import Chat
from tests.browser.find_chromium import MISSING, find
from tests.browser.shop import Shop
from tests.service import Service, rewrite

SLOWED: Final = 4
LONGEST: Final = 50.0  # ms: what a browser calls a long task
FOCUSED_WITHIN: Final = 300.0  # ms from the pointer's arrival to a composer with the focus, nothing in the cache
TIMES: Final = 3
OPENED: Final = 7  # times, of which the median counts
PHASES: Final = {"open": 2_000.0, "send": 800.0, "stream": 5_500.0, "replay": 2_500.0}
"""What is looked at, and for how many ms."""

_PART = """## Delivery, part {number}

It takes **two** to *four* days, see [the page](https://shop.example/delivery) or `track it`. Parcels that are too large
for a letter box go to a neighbour or to a shop nearby, whichever you have chosen, and wait there for a week.

| To | Days | Costs |
|----|------|-------|
| DE | 2 | free |
| FR | 3 | 4 euros, or free from 60 |

1. Order
2. Wait
   - at home
   - elsewhere

```
a long line of code that fits into no panel however wide: track --parcel 1234 --country DE --verbose --follow
```

"""

Tasks = dict[str, list[float]]
"""The longest tasks of each phase, in ms, longest first."""


def answer(parts: int) -> str:
    """Return a long answer with everything in it that an answer may hold."""
    return "".join(_PART.format(number=number) for number in range(parts)) + "That is all."


LONG: Final = answer(32)
assert len(LONG) >= 16 * 1_024


def slow(page: Page) -> CDPSession:
    """Slow this page's processor; returns the session that does."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    return session


_TIME_FOCUS: Final = """
() => {
    const root = document.querySelector("frontdesk-chat").shadowRoot;
    addEventListener("pointerover", () => window.intent ??= performance.now(), true);
    root.addEventListener("focusin", ({target}) => {
        if (target.localName === "textarea") window.focused ??= performance.now();
    });
}
"""


def focused_after(page: Page) -> float:
    """Open the chat of a page that is loaded with a pointer; return the ms until its composer has the focus."""
    chat = Chat(page)
    expect(chat.launcher).to_be_visible()
    page.evaluate(_TIME_FOCUS)
    slow(page)
    chat.open()
    return float(page.evaluate("focused - intent"))


def measure(browser: Browser, page: Page, upstream: Upstream) -> Tasks:
    """Open the chat of the page that is loaded, ask for a long answer, reload and open again."""
    upstream.configure(tps=700, ttft=1_000)
    chat = Chat(page)
    expect(chat.launcher).to_be_visible()
    box = chat.launcher.bounding_box()
    assert box
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    slow(page)
    found: Tasks = {}

    def watch(phase: str, act: Callable[[], object]) -> None:
        browser.start_tracing(page=page, categories=["toplevel", "__metadata"])
        act()
        page.wait_for_timeout(PHASES[phase])  # a look at the page would be a long task itself
        found[phase] = _tasks(json.loads(browser.stop_tracing())["traceEvents"])

    def send() -> None:
        page.keyboard.insert_text("How long does delivery take?")
        page.keyboard.press("Enter")

    watch("open", lambda: page.mouse.click(*middle))
    watch("send", send)
    watch("stream", lambda: None)
    expect(chat.log.get_by_text("That is all.")).to_be_visible()
    expect(chat.log.get_by_role("button", name="Helpful", exact=True)).to_be_visible()
    page.reload()
    expect(chat.launcher).to_be_visible()
    watch("replay", lambda: page.mouse.click(*middle))
    expect(chat.log.get_by_text("That is all.")).to_be_visible()
    return found


def _tasks(events: list[dict[str, Any]]) -> list[float]:
    threads = {
        (each["pid"], each["tid"])
        for each in events
        if each["name"] == "thread_name" and each["args"]["name"] == "CrRendererMain"
    }
    took = [each["tdur"] / 1_000 for each in events if "tdur" in each and (each["pid"], each["tid"]) in threads]
    return sorted(took, reverse=True)[:10]


def best(tries: list[Tasks]) -> dict[str, float]:
    """Return each phase's longest task in the try where it was shortest: what else a machine does only adds to it."""
    return {phase: min(max(each[phase], default=0.0) for each in tries) for phase in PHASES}


def main() -> int:
    """Print how soon it is open and each phase's longest task; exit status 1 where one is longer than it may be."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--times", type=int, default=TIMES, help="tries, of which the best counts")
    times = arguments.parse_args().times
    path = find()
    if path is None:
        sys.stderr.write(MISSING + "\n")
        return 1
    tries: list[Tasks] = []
    opened: list[float] = []
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=path) as browser,
        Shop() as shop,
        Upstream(mode="say", say=LONG) as upstream,
        tempfile.TemporaryDirectory() as folder,
        Service(Path(folder), config=_configured(shop), upstream=upstream) as service,
    ):
        shop.service = service.url
        for _ in range(OPENED):
            page = browser.new_page()  # of a context of its own: nothing is cached
            page.goto(shop.origin)
            opened.append(focused_after(page))
            page.close()
        focused = statistics.median(opened)
        sys.stdout.write(f"focused after {focused:.0f} ms ({FOCUSED_WITHIN:.0f} at most), of {[*map(round, opened)]}\n")
        for _ in range(times):
            page = browser.new_page()
            page.goto(shop.origin)
            tries.append(measure(browser, page, upstream))
            page.close()
            sys.stdout.write(f"{ ({phase: [round(ms) for ms in took[:4]] for phase, took in tries[-1].items()}) }\n")
    shortest = best(tries)
    for phase, longest in shortest.items():
        sys.stdout.write(f"{phase:8} longest task {longest:5.1f} ms, {LONGEST:.0f} at most\n")
    return int(max(shortest.values()) > LONGEST or focused > FOCUSED_WITHIN)


def _configured(shop: Shop) -> Callable[[Path], None]:
    def configure(config: Path) -> None:
        shop.configure(config)
        rewrite(config, "harbor", 'open = ["mon-fri 09:00-18:00"]', 'open = ["mon-sun 00:00-24:00"]')
        rewrite(config, "harbor", "holidays = [2026-12-25]", "holidays = []")

    return configure


if __name__ == "__main__":
    sys.exit(main())
