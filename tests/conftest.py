"""The real servers that tests may ask for: started once a worker, when first asked for, and new to each test."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings

from tests.servers import PostgresServer, RedisServer

# How long an example takes says more of what else the machine does; tests of time measure it themselves.
settings.register_profile("untimed", parent=settings.get_profile(settings.get_current_profile_name()), deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def redis_server() -> Iterator[RedisServer]:
    """The Redis that this worker's tests share; ask for `redis_url` instead."""
    with RedisServer() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """The PostgreSQL that this worker's tests share; ask for `postgres_url` instead."""
    with PostgresServer() as server:
        yield server


@pytest.fixture
def redis_url(redis_server: RedisServer) -> str:
    """A Redis without a key in it."""
    redis_server.flush()
    return redis_server.url


@pytest.fixture
def own_redis() -> Iterator[RedisServer]:
    """A Redis for this test alone, which may stop it and start it again."""
    with RedisServer() as server:
        yield server


@pytest.fixture
def create_database(postgres_server: PostgresServer) -> Iterator[Callable[[], str]]:
    """Makes fresh PostgreSQL databases on call, each as a `postgresql+asyncpg://` URL; they end with the test."""
    yield postgres_server.create_database
    postgres_server.forget()


@pytest.fixture
def postgres_url(create_database: Callable[[], str]) -> str:
    """A fresh PostgreSQL database, owned by a login that may create roles and is no superuser."""
    return create_database()
