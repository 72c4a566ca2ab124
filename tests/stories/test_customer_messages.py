import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path

import pytest

from tests.service import Customer, Service

ROWS = Path(__file__).parents[1] / "data" / "safety" / "customer_messages_300.jsonl"
AT_ONCE = 8
ENDS = {"answered", "held", "handed_off"}


def _texts() -> list[str]:
    return [json.loads(line)["text"] for line in ROWS.read_text(encoding="utf-8").splitlines()]


def _converse(service: Service, texts: list[str]) -> list[tuple[str, str]]:
    """Send each text in a conversation of its own, eight customers at a time; returns conversations and outcomes."""
    customers = [Customer.of(service, site) for site, _ in zip(cycle(SITES), range(AT_ONCE), strict=False)]

    def send(numbered: tuple[int, str]) -> tuple[str, str]:
        customer = customers[numbered[0] % AT_ONCE]
        conversation = customer.new_conversation()
        return conversation, customer.send(numbered[1], conversation)["outcome"]

    with ThreadPoolExecutor(AT_ONCE) as senders:
        ended = list(senders.map(send, enumerate(texts)))
    for customer in customers:
        customer.close()
    return ended


SITES = ("site_harbor_shop", "site_lumen_shop")


def _assert_none_lost_none_twice(service: Service, ended: list[tuple[str, str]]) -> None:
    """Rows: one message, one ended turn, one end told for each conversation, and nobody waits any more."""
    expected = {conversation: 1 for conversation, _ in ended}
    mine = set(expected)

    def count(table: str, where: str = "") -> Counter[str]:
        rows = service.rows(f"SELECT conversation_id FROM {table} {where}")
        return Counter(row["conversation_id"] for row in rows if row["conversation_id"] in mine)

    assert count("message", "WHERE author = 'contact'") == expected
    assert count("event", "WHERE kind = 'turn.ended'") == expected
    assert count("turn_lease") == {}
    turns = service.rows("SELECT conversation_id, state, outcome FROM turn")
    assert {(t["conversation_id"], t["outcome"]) for t in turns if t["conversation_id"] in mine} == set(ended)
    assert {turn["state"] for turn in turns} == {"ended"}
    assert max(count("message", "WHERE author = 'assistant'").values()) == 1


@pytest.mark.parametrize("provider", ["offline", "stand-in"])
def test_three_hundred_customers(request: pytest.FixtureRequest, provider: str) -> None:
    """Each of 300 customers' messages is answered, held or handed off; none is lost and none is taken twice."""
    service: Service = request.getfixturevalue("service" if provider == "offline" else "online")
    ended = _converse(service, _texts())
    assert len(ended) == len({conversation for conversation, _ in ended}) == 300
    assert {outcome for _, outcome in ended} <= ENDS
    assert Counter(outcome for _, outcome in ended)["answered"] > 150
    _assert_none_lost_none_twice(service, ended)
