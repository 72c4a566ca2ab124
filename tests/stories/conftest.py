"""Services that stories share: each is the real process, started once a module."""

from collections.abc import Iterator

import pytest

from loadtests.upstream_process import Upstream
from tests.servers import PostgresServer, RedisServer
from tests.service import Customer, Service


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The embedded default: SQLite, memory, the offline assistant, local moderation."""
    with Service(tmp_path_factory.mktemp("service")) as running:
        yield running


@pytest.fixture(scope="module")
def upstream() -> Iterator[Upstream]:
    """The stand-in provider; `reset` it before a test that looks at its record or turns its knobs."""
    with Upstream(tokens=12) as stand_in:
        yield stand_in


@pytest.fixture(scope="module")
def online(tmp_path_factory: pytest.TempPathFactory, upstream: Upstream) -> Iterator[Service]:
    """The service on embedded stores, with the stand-in as its provider."""
    with Service(tmp_path_factory.mktemp("online"), upstream=upstream) as running:
        yield running


@pytest.fixture(scope="module", params=["embedded", "servers"])
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, upstream: Upstream
) -> Iterator[Service]:
    """The service on embedded stores, then on Redis and PostgreSQL; its provider is the stand-in."""
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "embedded":
        with Service(folder, upstream=upstream) as running:
            yield running
        return
    redis: RedisServer = request.getfixturevalue("redis_server")
    postgres: PostgresServer = request.getfixturevalue("postgres_server")
    redis.flush()
    with Service(folder, upstream=upstream, redis_url=redis.url, database_url=postgres.create_database()) as running:
        yield running
    postgres.forget()


@pytest.fixture
def customer(service: Service) -> Iterator[Customer]:
    """An anonymous customer of Harbor, with the offline assistant."""
    someone = Customer.of(service)
    yield someone
    someone.close()
