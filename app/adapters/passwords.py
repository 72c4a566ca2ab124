"""Passwords of operators: hashed with Argon2id, on threads, and as slow for a name that nobody has."""

import asyncio
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

AT_ONCE: Final = 2
"""Hashes made at once: each takes 64 MiB for its time, whoever asks for how many."""
_GENERATED_BYTES: Final = 15

T = TypeVar("T")


class Passwords:
    """Hashes and checks passwords of whatever characters."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._nobodys: str | None = None
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="password")

    async def hash(self, password: str) -> str:
        """Return what is stored of a password, with its salt and parameters."""
        return await self._aside(lambda: self._hasher.hash(_bytes(password)))

    async def verify(self, password_hash: str | None, password: str) -> bool:
        """Tell whether a password is the one that was hashed; without a hash it never is, and takes as long."""
        if (
            self._nobodys is None
        ):  # made at the first check, whoever it is for: a replica that nobody signs in to has none
            self._nobodys = await self.hash(generated())
        nobodys = self._nobodys
        right = await self._aside(lambda: self._matches(password_hash or nobodys, password))
        return right and password_hash is not None

    def outdated(self, password_hash: str) -> bool:
        """Tell whether a hash was made with other parameters than those of today, and is to be made anew."""
        return self._hasher.check_needs_rehash(password_hash)

    def close(self) -> None:
        """End the threads once they have done what they are at."""
        self._threads.shutdown(wait=False)

    async def _aside(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def _matches(self, password_hash: str, password: str) -> bool:
        try:
            return self._hasher.verify(password_hash, _bytes(password))
        except (VerificationError, InvalidHashError):
            return False


def generated() -> str:
    """Return a new password with 120 random bits, 20 characters that can be typed."""
    return secrets.token_urlsafe(_GENERATED_BYTES)


def _bytes(password: str) -> bytes:
    """Spell a password as bytes, also one that is no proper Unicode: it is wrong, not an error."""
    return password.encode("utf-8", "surrogatepass")
