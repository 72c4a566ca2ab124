"""A fleet: replicas of the service on one Redis and one PostgreSQL, asking the stand-in, all gone when the load is."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from loadtests.bench.processes import FRONTDESK, ROOT, SITE, replica, unlimited
from loadtests.figures import LoadFailedError
from loadtests.servers import PostgresServer, RedisServer
from loadtests.upstream_process import Upstream

COMMAND_WITHIN: Final = 60.0  # seconds
TENANT, WORKFLOW = "harbor", "harbor/support"


@dataclass(frozen=True, slots=True)
class Fleet:
    """Replicas by address and process, what they stand on, and the key of an owner. `site` is where customers begin."""

    urls: tuple[str, ...]
    redis: RedisServer
    upstream: Upstream
    key: str
    folder: Path
    postgres: PostgresServer
    pids: tuple[int, ...]
    site: str = SITE


@contextmanager
def fleet(
    replicas: int, more: Mapping[str, str] = MappingProxyType({}), limited: Collection[str] = (), **knobs: object
) -> Iterator[Fleet]:
    """Run so many replicas without limits, on the stand-in with these knobs; raises what starting raises.

    `more` are settings of the replicas; the tenants in `limited` keep their limits.
    """
    with tempfile.TemporaryDirectory(prefix="frontdesk-fleet-") as made, ExitStack() as running:
        folder = Path(made)
        redis = running.enter_context(RedisServer())
        postgres = running.enter_context(PostgresServer())
        upstream = running.enter_context(Upstream(**knobs))
        settings = unlimited(folder, upstream.url) | {
            **more,
            "FRONTDESK_REDIS_URL": redis.url,
            "FRONTDESK_DATABASE_URL": postgres.create_database(),
        }
        for tenant in limited:
            shutil.copy(ROOT / "config" / "tenants" / f"{tenant}.toml", folder / "config" / "tenants")
        _command(settings, "db", "upgrade")
        key = _command(settings, "keys", "create", "--role", "owner", "--name", "load test").strip()
        started = [
            running.enter_context(replica(settings, folder / f"replica-{number}.log")) for number in range(replicas)
        ]
        pids, urls = zip(*started, strict=True)
        yield Fleet(urls, redis, upstream, key, folder, postgres, pids)


def _command(settings: Mapping[str, str], *words: str) -> str:
    """Run a command of the service; returns what it printed."""
    done = subprocess.run(  # noqa: S603 - every command is written in this file
        [FRONTDESK, *words],
        env={**os.environ, **settings},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=COMMAND_WITHIN,
    )
    if done.returncode:
        raise LoadFailedError(f"frontdesk {' '.join(words)} failed:\n{done.stderr[-4000:]}")
    return done.stdout
