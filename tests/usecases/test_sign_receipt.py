"""Deletion receipts: any change to one is found out, and the key to them is the same for good."""

import json
import random
from typing import Final

import pytest

from app.adapters.keyring import Keyring
from app.usecases.sign_receipt import Receipt, is_genuine, key_of, public_key, sign

KEYRING: Final = Keyring("the-secret-of-these-tests-is-no-secret-0123456789")
KEY: Final = """\
-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAybh48XZ/MD5dT1nIqSN/ThdTvQONmR1Hu34coiBwy0c=
-----END PUBLIC KEY-----
"""
"""What this secret has always meant: another would make every receipt that was handed out unverifiable."""
SAID: Final[Receipt] = {
    "receipt_id": "019a0000-0000-7000-8000-000000000001",
    "tenant": "harbor",
    "contact_id": "019a0000-0000-7000-8000-000000000002",
    "erased_at": "2026-11-22T09:00:00.000Z",
    "deleted": {"messages": 4, "conversations": 2, "vault_values": 0},
}


def test_the_key_stays() -> None:
    """Every replica and every release makes the same of one secret, and of another one another."""
    assert public_key(KEYRING).decode() == KEY
    assert public_key(Keyring("another-secret-of-these-tests-0123456789")).decode() != KEY


def test_every_change_is_found() -> None:
    """A thousand changes of one character each: what can still be read is not genuine, or says the very same."""
    chance, receipt = random.Random(20261122), sign(KEYRING, SAID)  # noqa: S311  # not a secret
    written, key = json.dumps(receipt), key_of(public_key(KEYRING))
    assert is_genuine(key, json.loads(written))
    read = 0
    for _ in range(1000):
        at = chance.randrange(len(written))
        changed = written[:at] + chance.choice('0123456789abcdefABCDEF+/="{}:, ') + written[at + 1 :]
        try:
            found = json.loads(changed)
        except ValueError:
            continue
        read += 1
        assert is_genuine(key, found) == (found == receipt), changed
    assert read > 500


@pytest.mark.parametrize("pem", [b"", b"-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n"])
def test_no_key(pem: bytes) -> None:
    """What is no key is said to be none."""
    with pytest.raises(ValueError, match=r"."):
        key_of(pem)
