"""The stand-in provider that these tests ask: started once a file, new to each test."""

from collections.abc import Iterator

import httpx
import pytest

from loadtests.upstream_process import Upstream
from tests.loadtests.asking import TOKENS


@pytest.fixture(scope="module")
def running() -> Iterator[Upstream]:
    """One stand-in for this file; ask for `upstream` instead."""
    with Upstream(tokens=TOKENS, byte_ms=1) as upstream:
        yield upstream


@pytest.fixture
def upstream(running: Upstream) -> Upstream:
    """A stand-in with its first knobs and nothing recorded."""
    running.reset()
    return running


@pytest.fixture
def http(upstream: Upstream) -> Iterator[httpx.Client]:
    """A client of it that gives up soon."""
    with httpx.Client(
        base_url=upstream.url, trust_env=False, timeout=1, headers={"Authorization": "Bearer k"}
    ) as client:
        yield client
