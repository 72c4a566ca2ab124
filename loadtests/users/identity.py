"""Identity tokens as a tenant's own backend would sign them."""

import time
import uuid
from typing import Final

import jwt

from loadtests.load_options import LoadOptions

LIVES: Final = 300  # seconds


def identity_token(options: LoadOptions, customer: str) -> str:
    """Sign who is chatting; a token makes one session."""
    now = int(time.time())
    claims = {"sub": customer, "aud": options.tenant, "iat": now, "exp": now + LIVES, "jti": str(uuid.uuid4())}
    return jwt.encode(claims, options.identity_secret, algorithm="HS256", headers={"kid": options.identity_key_id})
