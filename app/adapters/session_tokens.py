"""Session tokens and API keys: made at random, shown once and stored hashed."""

import hashlib
import re
import secrets

_SECRET_BYTES = 32
_TOKEN = re.compile(r"fds\.([a-z0-9-]{2,40})\.[A-Za-z0-9_-]{43}")
_API_KEY = re.compile(r"fdk_[A-Za-z0-9_-]{43}")


def new_token(tenant_id: str) -> str:
    """Return a session token: the tenant's id, so that no row is looked for without one, and 256 random bits."""
    return f"fds.{tenant_id}.{secrets.token_urlsafe(_SECRET_BYTES)}"


def tenant_of(token: str) -> str | None:
    """Return the id of the tenant that a token names, None where it has not the form of one."""
    match = _TOKEN.fullmatch(token)
    return match[1] if match else None


def new_api_key() -> str:
    """Return an API key with 256 random bits."""
    return f"fdk_{secrets.token_urlsafe(_SECRET_BYTES)}"


def is_api_key(text: str) -> bool:
    """Tell whether `text` has the form of an API key."""
    return _API_KEY.fullmatch(text) is not None


def token_hash(token: str) -> str:
    """Return what is stored of a token or key, 64 hexadecimal digits; with 256 random bits it needs no salt."""
    return hashlib.sha256(token.encode()).hexdigest()
