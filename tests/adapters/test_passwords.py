"""Passwords: what is stored tells nothing, and a name that nobody has costs as much as one that is there."""

import asyncio
import time
from collections.abc import Iterator
from threading import Lock

import pytest
from argon2 import PasswordHasher
from typing_extensions import override

from app.adapters.passwords import AT_ONCE, Passwords, generated

QUICK = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)


@pytest.fixture
def passwords() -> Iterator[Passwords]:
    """Passwords that are quick to hash."""
    made = Passwords(QUICK)
    yield made
    made.close()


@pytest.mark.parametrize("password", ["correct horse battery", "Zoë 🛶 " * 4, "\ud800 is half a character", ""])
async def test_a_password_is_known_again(passwords: Passwords, password: str) -> None:
    """Of whatever characters, and no other one is taken for it; two hashes of it differ."""
    first, second = await passwords.hash(password), await passwords.hash(password)
    assert first != second
    assert first.startswith("$argon2id$")
    assert await passwords.verify(first, password)
    assert not await passwords.verify(first, password + " ")


async def test_without_a_hash_nothing_fits(passwords: Passwords) -> None:
    """Nor with one that is none: such a row locks its operator out, and nobody in."""
    for stored in (None, "", "plain", "$argon2id$v=19$rubbish"):
        assert not await passwords.verify(stored, "")
        assert not await passwords.verify(stored, "plain")


async def test_nobodys_password_takes_as_long() -> None:
    """Half as long at the very least, on a machine that does other things as well."""
    passwords = Passwords()
    stored = await passwords.hash("correct horse battery")
    took: dict[str | None, list[float]] = {stored: [], None: []}
    for _ in range(5):
        for password_hash, times in took.items():
            began = time.perf_counter()
            await passwords.verify(password_hash, "wrong horse battery")
            times.append(time.perf_counter() - began)
    passwords.close()
    assert min(took[None]) > min(took[stored]) / 2


async def test_few_are_checked_at_once() -> None:
    """However many ask, and whoever stops waiting: memory stays bounded."""
    busy = Counted()
    passwords = Passwords(busy)
    asked = [asyncio.ensure_future(passwords.hash("correct horse battery")) for _ in range(12)]
    await asyncio.sleep(0.02)
    asked[0].cancel()
    await asyncio.gather(*asked, return_exceptions=True)
    passwords.close()
    assert busy.most == AT_ONCE


class Counted(PasswordHasher):
    """Counts how many hashes are made at once."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=64, parallelism=1)
        self.now = self.most = 0
        self._lock = Lock()

    @override
    def hash(self, password: str | bytes, *, salt: bytes | None = None) -> str:
        """Hash, slowly."""
        with self._lock:
            self.now += 1
            self.most = max(self.most, self.now)
        time.sleep(0.02)
        with self._lock:
            self.now -= 1
        return super().hash(password, salt=salt)


async def test_parameters_that_changed(passwords: Passwords) -> None:
    """A hash of other parameters is still good, and known to be outdated."""
    old = PasswordHasher(time_cost=2, memory_cost=64, parallelism=1).hash("correct horse battery")
    assert await passwords.verify(old, "correct horse battery")
    assert passwords.outdated(old)
    assert not passwords.outdated(await passwords.hash("correct horse battery"))


def test_generated_ones_are_long_and_differ() -> None:
    """Each is long enough to be one, and no two are the same."""
    made = {generated() for _ in range(100)}
    assert len(made) == 100
    assert all(len(password) == 20 for password in made)
