"""The row on scaling out: what a turn costs where two replicas share Redis and PostgreSQL, beside one replica."""

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import Final

from loadtests.bench.machine import cpu_seconds
from loadtests.bench.processes import FRONTDESK, ROOT, SITE, Candidate, load, replica, unlimited, upstream
from loadtests.bench.rows import Bench, Figure, Row
from loadtests.servers import PostgresServer, RedisServer

TURNS_AT_ONCE: Final = 16
MINE: Final = os.getpid()


def replicas(bench: Bench) -> list[Figure]:
    """Turns per CPU second of all that serves them: two replicas on Redis and PostgreSQL, beside one replica."""
    servers = _start(bench)
    pairs = [(_rate(bench, servers[:1]), _rate(bench, servers)) for _ in range(bench.effort.rounds)]
    one, two = (f"{median(pair[place] for pair in pairs):.1f}/s" for place in (0, 1))
    ratio = median(both / alone if alone else float("nan") for alone, both in pairs)
    name = "two replicas, Redis and PostgreSQL: turns per CPU second"
    return [Figure(name, ratio, 0.8, " x", at_least=True, yardstick=f"one {one}", own=two)]


def _rate(bench: Bench, servers: list[Candidate]) -> float:
    """Share the load between replicas; returns turns per CPU second of everything but the load and the provider."""
    share = TURNS_AT_ONCE // len(servers)
    before = cpu_seconds(MINE, without="node")
    with ThreadPoolExecutor(len(servers)) as threads:
        measured = list(threads.map(lambda server: load(server, share, bench.effort.seconds), servers))
    needed = cpu_seconds(MINE, without="node") - before
    return sum(each["ok"] + max(64, 2 * share) for each in measured) / needed if needed else float("nan")


def _start(bench: Bench) -> list[Candidate]:
    """Start Redis, PostgreSQL and two replicas."""
    redis = bench.stack.enter_context(RedisServer())
    postgres = bench.stack.enter_context(PostgresServer())
    provider = bench.stack.enter_context(upstream(bench.folder, ()))
    settings = unlimited(bench.folder, provider) | {
        "FRONTDESK_REDIS_URL": redis.url,
        "FRONTDESK_DATABASE_URL": postgres.create_database(),
    }
    subprocess.run(  # noqa: S603 - a command of the service
        [FRONTDESK, "db", "upgrade"], env={**os.environ, **settings}, cwd=ROOT, check=True, capture_output=True
    )
    logs = [Path(bench.folder / f"replica-{number}.log") for number in range(2)]
    started = [bench.stack.enter_context(replica(settings, log)) for log in logs]
    return [Candidate("frontdesk", pid, ["--url", url, "--frontdesk", SITE]) for pid, url in started]


ROWS: Final[dict[str, Row]] = {"replicas": replicas}
