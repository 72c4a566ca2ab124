"""Who was erased, noted outside the database: a backup that is restored must bring nobody back."""

import asyncio
import os
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from app.adapters.redis import RedisHealth, RedisUnavailable

if TYPE_CHECKING:
    from redis import asyncio as aio

NAME: Final = "erased"
KEY: Final = f"frontdesk:{NAME}"


class Erased(NamedTuple):
    """Somebody who was erased: the tenant, and the keyed hash of the contact's id that the receipt is found by."""

    tenant: str
    contact_hash: str


class ErasuresUnavailable(Exception):
    """The notes can't be read or written now."""


class Erasures(Protocol):
    """The notes of all erasures. Each method raises ErasuresUnavailable."""

    async def all(self) -> set[Erased]:
        """Return everybody who was noted."""

    async def add(self, erased: Collection[Erased]) -> None:
        """Note some; noting somebody twice is fine."""


class FileErasures:
    """In a file of the data folder, a line each; what a crash left of a line is passed over."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    async def all(self) -> set[Erased]:
        """Read the file, if there is one."""
        try:
            text = await asyncio.to_thread(self._path.read_text, encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return set()
        except OSError as error:
            raise ErasuresUnavailable from error
        return _read(text.splitlines())

    async def add(self, erased: Collection[Erased]) -> None:
        """Write lines at the file's end, and see them to the disk."""
        try:
            await asyncio.to_thread(self._append, "".join(f"{each.tenant} {each.contact_hash}\n" for each in erased))
        except OSError as error:
            raise ErasuresUnavailable from error

    def _append(self, lines: str) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(file, lines.encode())
            os.fsync(file)
        finally:
            os.close(file)


class RedisErasures:
    """In Redis, for replicas that share nothing else but the database."""

    def __init__(self, redis: "aio.Redis", health: RedisHealth) -> None:
        self._redis = redis
        self._health = health

    async def all(self) -> set[Erased]:
        """Read the set."""
        try:
            found = await self._health.call(lambda: self._redis.smembers(KEY))
        except RedisUnavailable as error:
            raise ErasuresUnavailable from error
        return _read([str(each, "utf-8") if isinstance(each, bytes) else each for each in found])

    async def add(self, erased: Collection[Erased]) -> None:
        """Add to the set."""
        if not erased:
            return
        try:
            await self._health.call(lambda: self._redis.sadd(KEY, *(" ".join(each) for each in erased)))
        except RedisUnavailable as error:
            raise ErasuresUnavailable from error


def _read(lines: Collection[str]) -> set[Erased]:
    return {Erased(*parts) for line in lines if len(parts := line.split(" ")) == len(Erased._fields)}
