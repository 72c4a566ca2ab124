"""The keyring: sealed values open for whom they were sealed and for nobody else."""

import pytest

from app.adapters.keyring import Keyring, Unsealable

RING = Keyring("one secret of thirty-two characters")


def test_what_is_sealed_opens_again() -> None:
    """Any text comes back as it was, and two seals of it differ."""
    for text in ("", "Zoë 🛶", "x" * 10_000):
        sealed = RING.seal("vault", "harbor/c1", text)
        assert RING.open("vault", "harbor/c1", sealed) == text
        assert sealed != RING.seal("vault", "harbor/c1", text)


def test_nothing_else_opens_it() -> None:
    """Another purpose, owner or secret, a changed or cut value: each is refused, without the value."""
    sealed = RING.seal("vault", "harbor/c1", "hunter2")
    changed = bytes([*sealed[:-1], sealed[-1] ^ 1])
    tries = [
        (RING, "profile", "harbor/c1", sealed),
        (RING, "vault", "lumen/c1", sealed),
        (Keyring("another secret of thirty-two chars"), "vault", "harbor/c1", sealed),
        (RING, "vault", "harbor/c1", changed),
        (RING, "vault", "harbor/c1", sealed[:20]),
        (RING, "vault", "harbor/c1", b""),
    ]
    for ring, purpose, owner, value in tries:
        with pytest.raises(Unsealable) as refused:
            ring.open(purpose, owner, value)
        assert "hunter2" not in str(refused.value)


def test_digests_differ_by_purpose_tenant_text_and_secret() -> None:
    """What one tenant sent can't be found among another's, however the parts are cut."""
    digests = {
        RING.digest("jti", "harbor", "text"),
        RING.digest("subject", "harbor", "text"),
        RING.digest("jti", "lumen", "text"),
        RING.digest("jti", "harbo", "rtext"),
        RING.digest("jti", "harbor", "text "),
        Keyring("another secret of thirty-two chars").digest("jti", "harbor", "text"),
    }
    assert len(digests) == 6
    assert RING.digest("jti", "harbor", "text") in digests
    assert all(len(digest) == 43 for digest in digests)


def test_sealed_bytes_open_with_the_same_purpose_alone() -> None:
    """What replicas tell each other is read by replicas only."""
    sealed = RING.sealer("live_feed")(b"piece")
    assert RING.unsealer("live_feed")(sealed) == b"piece"
    for unseal, value in ((RING.unsealer("vault"), sealed), (RING.unsealer("live_feed"), sealed[:-1])):
        with pytest.raises(Unsealable):
            unseal(value)
