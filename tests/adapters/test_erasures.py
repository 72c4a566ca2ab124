"""Notes of erasures, in a file and in Redis: what was noted is there for every process, also after a crash."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from app.adapters.erasures import NAME, Erased, Erasures, ErasuresUnavailable, FileErasures, RedisErasures
from app.adapters.redis import RedisHealth, close, connect

ANN, BEN, CID = Erased("harbor", "a" * 43), Erased("harbor", "b" * 43), Erased("lumen", "a" * 43)
Open = Callable[[], AbstractAsyncContextManager[Erasures]]


@asynccontextmanager
async def in_redis(url: str) -> AsyncIterator[Erasures]:
    """Notes in a Redis."""
    redis = connect(url)
    health = RedisHealth(redis)
    yield RedisErasures(redis, health)
    await health.close()
    await close(redis)


@asynccontextmanager
async def in_file(folder: Path) -> AsyncIterator[Erasures]:
    """Notes in a folder."""
    yield FileErasures(folder)


@pytest.fixture(params=["file", "redis"])
def open_notes(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    """Opens the same notes, as each process does; the folder need not be there yet."""
    if request.param == "file":
        return lambda: in_file(tmp_path / "data")
    url: str = request.getfixturevalue("redis_url")
    return lambda: in_redis(url)


async def test_what_is_noted_stays(open_notes: Open) -> None:
    """For others too, once each, and apart by tenant."""
    async with open_notes() as notes:
        assert await notes.all() == set()
        await notes.add([])
        await notes.add([ANN])
        await notes.add([ANN, BEN])
    async with open_notes() as others:
        await others.add([CID])
        assert await others.all() == {ANN, BEN, CID}


async def test_what_a_crash_left(tmp_path: Path) -> None:
    """Half a line is nobody; what was whole is read."""
    notes = FileErasures(tmp_path)
    await notes.add([ANN])
    with (tmp_path / NAME).open("a") as file:
        file.write("harb")
    assert await notes.all() == {ANN}
    assert (tmp_path / NAME).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("notes", [in_file(Path("/dev/null/nowhere")), in_redis("redis://127.0.0.1:1/0")])
async def test_no_place_for_notes(notes: AbstractAsyncContextManager[Erasures]) -> None:
    """Is told as such: the erasure itself is not undone."""
    async with notes as kept:
        for work in (kept.all(), kept.add([ANN])):
            with pytest.raises(ErasuresUnavailable):
                await work
