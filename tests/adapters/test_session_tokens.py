"""Session tokens and API keys: unguessable, and stored as hashes only."""

import pytest

from app.adapters.session_tokens import is_api_key, new_api_key, new_token, tenant_of, token_hash


def test_a_token_names_its_tenant_and_holds_256_bits() -> None:
    """No row has to be looked for without a tenant, and no token is made twice."""
    tokens = {new_token("harbor-2") for _ in range(100)}
    assert len(tokens) == 100
    assert all(tenant_of(token) == "harbor-2" for token in tokens)
    assert all(len(token.rsplit(".", 1)[1]) * 6 >= 256 for token in tokens)


@pytest.mark.parametrize(
    "text", ["", "fds", "fds.harbor.short", f"fds.Ha.{'a' * 43}", f"fds.a.{'a' * 43}", "x" * 10_000]
)
def test_what_is_no_token_names_nobody(text: str) -> None:
    """Nothing is looked up for text that has not the form."""
    assert tenant_of(text) is None


def test_a_line_break_is_no_token() -> None:
    """The form is matched to its very end."""
    assert tenant_of(new_token("harbor") + "\n") is None


def test_hashes_tell_tokens_apart_and_not_what_they_are() -> None:
    """64 hexadecimal digits, always the same for the same token."""
    token = new_token("harbor")
    assert token_hash(token) == token_hash(token) != token_hash(new_token("harbor"))
    assert len(token_hash(token)) == 64
    assert token not in token_hash(token)


def test_api_keys_have_a_form_of_their_own() -> None:
    """A key is never taken for a session token."""
    key = new_api_key()
    assert is_api_key(key)
    assert tenant_of(key) is None
    assert not is_api_key(new_token("harbor"))
