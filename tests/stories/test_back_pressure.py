"""Back-pressure: one process has so many turns under way; what is above that waits, fairly, or goes to a person."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from loadtests.upstream_process import Upstream
from tests.stories.evidence import end_of
from tests.stories.house import House
from tests.stories.ways import QUESTION

PLACES = 2
SLOW = f"{QUESTION} [[stub tokens=30 tps=20]]"
"""An answer of a second and a half."""
ENDLESS = f"{QUESTION} [[stub tokens=200 tps=20]]"


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory, upstream: Upstream) -> Iterator[House]:
    """A service with two places."""
    upstream.reset()

    def configure(config: Path) -> None:
        file = config / "frontdesk.toml"
        text = file.read_text(encoding="utf-8")
        assert "open_turns = 2000" in text
        file.write_text(text.replace("open_turns = 2000", f"open_turns = {PLACES}"), encoding="utf-8")

    with House(tmp_path_factory.mktemp("narrow"), config=configure, upstream=upstream) as house:
        yield house


def test_a_flood_of_one_tenant_holds_another_up_by_one_place(narrow: House) -> None:
    """Six turns of harbor are there first; lumen's is answered before most of them."""
    with ThreadPoolExecutor(7) as pool:
        ends = dict[str, float]()

        def ask(name: str, tenant: str) -> tuple[str, str | None]:
            customer = narrow.meet(tenant)
            told = end_of(customer.stream(SLOW, customer.new_conversation()))
            ends[name] = time.monotonic()
            return told

        flood = [pool.submit(ask, f"harbor-{number}", "harbor") for number in range(6)]
        time.sleep(0.5)
        other = pool.submit(ask, "lumen", "lumen")
        assert other.result() == ("answered", None)
        results = [turn.result() for turn in flood]
    assert sum(ends[name] < ends["lumen"] for name in ends if name != "lumen") <= 2 * PLACES
    assert set(results) <= {("answered", None), ("handed_off", "model_unavailable")}
    assert results.count(("answered", None)) >= PLACES


def test_who_waits_too_long_goes_to_a_person(narrow: House, upstream: Upstream) -> None:
    """The model was never asked for that turn."""
    with ThreadPoolExecutor(PLACES) as pool:
        busy = []
        for _ in range(PLACES):
            customer = narrow.meet()
            busy.append(pool.submit(customer.stream, ENDLESS, customer.new_conversation()))
        time.sleep(0.7)
        upstream.clear()
        waiting, began = narrow.meet(), time.monotonic()
        assert end_of(waiting.stream(QUESTION, waiting.new_conversation())) == ("handed_off", "model_unavailable")
        assert 4 < time.monotonic() - began < 8
        assert not [asked for asked in upstream.record() if asked["path"].endswith("/chat/completions")]
        assert all(end_of(turn.result()) == ("answered", None) for turn in busy)
