"""Rows on growth: what a turn costs in a long conversation, in a large tenant, and beside many tenants."""

import re
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import mean, median
from typing import Final

import httpx

from loadtests.bench.machine import cpu_seconds
from loadtests.bench.processes import SITE, Candidate
from loadtests.bench.rows import Bench, Figure, Row

MESSAGES: Final = 1_000
CONVERSATIONS: Final = 100_000
TENANTS: Final = 1_000
MEASURED: Final = 60  # turns of a round, on each side
SLICES: Final = 4
"""Times that a round goes from one side to the other: a machine may change its speed from one second to the next."""
TABLES: Final = ("conversation", "turn", "message", "event")
MOST: Final = 1.2


class Chat:
    """A customer who writes one message after the other into a conversation."""

    def __init__(self, server: Candidate) -> None:
        self._pid = server.pid
        self._http = httpx.Client(base_url=server.load[1], trust_env=False, timeout=30)
        token = self._post("/v1/sessions", {"site_key": SITE})["session_token"]
        self._http.headers["Authorization"] = f"Bearer {token}"
        self.id = self._post("/v1/conversations", {})["id"]

    def _post(self, path: str, body: dict[str, str]) -> dict[str, str]:
        answer: dict[str, str] = self._http.post(path, json=body).raise_for_status().json()
        return answer

    def say(self, times: int) -> float:
        """Take so many turns; returns the CPU seconds that the server needed for each."""
        before = cpu_seconds(self._pid)
        for _ in range(times):
            message = {"client_message_id": str(uuid.uuid4()), "text": "How long does delivery to Norway take?"}
            if self._post(f"/v1/conversations/{self.id}/messages", message)["outcome"] != "answered":
                return float("nan")
        return (cpu_seconds(self._pid) - before) / times

    def close(self) -> None:
        """Hang up."""
        self._http.close()


@contextmanager
def chatting(server: Candidate) -> Iterator[Chat]:
    """A new customer, a few turns in."""
    with closing(Chat(server)) as chat:
        chat.say(5)
        yield chat


def _compared(name: str, bench: Bench, before: Callable[[int], float], after: Callable[[int], float]) -> list[Figure]:
    """Measure in turn, and compare; both sides are asked for the CPU seconds of each of so many turns."""
    turns = max(1, bench.effort.of(MEASURED) // SLICES)

    def one_round() -> tuple[float, float]:
        slices = [(before(turns), after(turns)) for _ in range(SLICES)]
        return mean(early for early, _ in slices), mean(late for _, late in slices)

    pairs = [one_round() for _ in range(bench.effort.rounds)]
    ratio = median(late / early if early else float("nan") for early, late in pairs)
    early, late = (f"{median(pair[place] for pair in pairs) * 1000:.1f} ms" for place in (0, 1))
    return [Figure(name, ratio, MOST, " x", yardstick=f"1st {early}", own=late)]


def long_conversation(bench: Bench) -> list[Figure]:
    """A turn in a conversation of a thousand messages, beside one in a new conversation."""
    _, own = bench.pair()
    count = bench.effort.of(MESSAGES)
    with chatting(own) as old:
        old.say(count // 2)

        def new(turns: int) -> float:
            with chatting(own) as chat:
                return chat.say(turns)

        return _compared(f"CPU of a turn, {count} messages in the conversation", bench, new, old.say)


def large_tenant(bench: Bench) -> list[Figure]:
    """A turn in a tenant of a hundred thousand conversations, beside one in a tenant of a few."""
    small, large = (_alone(bench, name) for name in ("small", "large"))
    count = bench.effort.of(CONVERSATIONS)
    with chatting(small) as few, chatting(large) as many:
        grow(bench.folder / "large" / "data", many.id, count)
        return _compared(f"CPU of a turn, {count} conversations in the tenant", bench, few.say, many.say)


def many_tenants(bench: Bench) -> list[Figure]:
    """A turn beside a thousand tenants' files, beside one with the shipped two."""
    count = bench.effort.of(TENANTS)
    alone = _alone(bench, "two")
    crowd = _alone(bench, "crowd", lambda config: copy_tenants(config, count))
    with chatting(alone) as few, chatting(crowd) as many:
        return _compared(f"CPU of a turn, {count} tenant files", bench, few.say, many.say)


def _alone(bench: Bench, name: str, prepare: Callable[[Path], None] = lambda _: None) -> Candidate:
    """Start Frontdesk in a folder of its own."""
    folder = bench.folder / name
    folder.mkdir()
    return Bench(folder, bench.stack, bench.effort).own(prepare)


def grow(data: Path, conversation: str, count: int) -> None:
    """Copy a conversation with all that was said in it, so many times."""
    with closing(sqlite3.connect(next(data.glob("*.db")), timeout=30)) as db:
        db.row_factory = sqlite3.Row
        rows = {
            table: db.execute(
                f"SELECT * FROM {table} WHERE {'id' if table == 'conversation' else 'conversation_id'} = ?",  # noqa: S608 - names of this file
                (conversation,),
            ).fetchall()
            for table in TABLES
        }
        for table, found in rows.items():
            if not found:
                continue
            names, seen = found[0].keys(), found[:3]  # one turn of each
            marks = ", ".join("?" * len(names))
            db.executemany(
                f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})",  # noqa: S608 - as above
                (copied(row, number) for number in range(count) for row in seen),
            )
        db.commit()


def copied(row: sqlite3.Row, number: int) -> list[object]:
    """A row under ids of its own, that fit those of the other copies with this number."""
    end = f"{number:012x}"
    return [
        f"{value[:-12]}{end}"
        if isinstance(value, str) and re.fullmatch(r"[0-9a-f-]{36}", value) and _own(name)
        else value
        for name, value in zip(row.keys(), row, strict=True)
    ]


def _own(name: str) -> bool:
    return name in {"id", "conversation_id", "turn_id", "message_id", "reply_id", "client_message_id"}


def copy_tenants(config: Path, count: int) -> None:
    """Write more tenants' files, each like the shipped one but for what must be its own."""
    shipped = (config / "tenants" / "harbor.toml").read_text()
    for number in range(count):
        own = shipped.replace('id = "harbor"', f'id = "copy-{number}"').replace(SITE, f"site_copy_{number}")
        (config / "tenants" / f"copy-{number}.toml").write_text(own)


ROWS: Final[dict[str, Row]] = {
    "long_conversation": long_conversation,
    "large_tenant": large_tenant,
    "many_tenants": many_tenants,
}
