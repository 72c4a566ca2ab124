from collections.abc import Mapping

import pytest
from redis import Redis

from app.adapters.redis_kind import UNFIT, unfit
from tests.servers import RedisServer, free_port


@pytest.mark.parametrize(
    ("options", "kind"),
    [({}, None), ({"cluster-enabled": "yes"}, "cluster"), ({"replicaof": "127.0.0.1 1"}, "replica")],
)
async def test_what_could_never_work_is_told(options: Mapping[str, str], kind: str | None) -> None:
    """A node of a cluster and a read-only replica are refused, a plain server is not."""
    # A node's second port is its first and 10,000 unless named, which is past the last for one free port in five.
    with RedisServer({**options, "cluster-port": str(free_port())}) as server:
        assert await unfit(server.url) == (UNFIT[kind] if kind else None)


async def test_what_it_refuses_is_told() -> None:
    """A login, a number, an option or a TLS that will never do is no outage."""
    with RedisServer() as server:
        for url, why in (
            (server.url.replace("redis://", "redis://:wrong@"), "login"),
            (f"{server.url.rsplit('/', 1)[0]}/9999", "number"),
            (server.url.replace("redis://", "rediss://:secret@"), "TLS"),
            (f"{server.url}?ssl_cert_reqs=none", "option"),
            (f"{server.url}?db=abc", "option"),
        ):
            told = await unfit(url)
            assert told is not None
            assert why in told
        with Redis.from_url(server.url) as client:
            client.config_set("requirepass", "secret")
        assert await unfit(server.url.replace("redis://", "rediss://:secret@")) == UNFIT["plain"]


async def test_a_redis_that_is_away_may_come_later() -> None:
    """The service starts without it, so nothing is told."""
    assert await unfit(f"redis://127.0.0.1:{free_port()}/0") is None
